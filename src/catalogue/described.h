#pragma once
// What procedures/ describes, once read and checked: sources, roles, record types and their questions, conditions, time limits, access
// lines, quorum and lists. Plain values that never change after loading. Nothing here computes; nothing here is written in C++ by hand.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/digest.h"
#include "base/period.h"

namespace confer {

/// Words in the languages a procedure speaks. English is always there; Welsh where the procedure gives it.
struct Words {
  std::string en = {};
  std::string cy = {};   ///< Empty where the procedure has no Welsh.
};

/// Where in procedures/ a thing stands, for messages and for pages that show the procedure.
struct Place {
  std::string file = {};   ///< Relative to procedures/.
  int line = 0;            ///< From 1.
};

/// A text that rules are taken from.
struct Source {
  std::string id;
  std::string title;
  std::string edition = {};              ///< As the publisher numbers it; empty when unnumbered.
  std::string address = {};              ///< Where it is published; empty for a source on paper.
  std::optional<Date> in_force_from = {};
  std::optional<Date> in_force_to = {};
  Place place = {};
};

/// The passage that a rule rests on.
struct Citation {
  std::string source = {};                   ///< A Source's id.
  std::string at = {};                       ///< The part of it, in its own numbering or heading.
  std::vector<std::string> catalogue = {};   ///< Rows of the rule catalogue that it carries out.
};

/// How something is called, for a stretch of time: a term of the procedure, or a role.
struct Wording {
  Words words;
  std::optional<Date> in_force_from = {};   ///< First day on which it is called so; empty for ever since.
  std::optional<Date> in_force_to = {};     ///< Last day; empty for until further notice.
  Place place = {};
};

/// What somebody is in the work: decides what they may record and which access lines speak of them.
struct Role {
  std::string id;
  Words title;                ///< As the procedure speaks; its term "role_ID" holds every title it has and had.
  std::string agency = {};    ///< Kind of agency ("health", "school"); empty for family.
  std::string standing = {};  ///< "staff", "practitioner" or "family".
  Place place = {};
};

/// The name of the term that says what a role is called: "role_chair".
[[nodiscard]] std::string role_term(std::string_view role);

/// What kind of answer a question takes.
enum class AnswerKind { yes_no, choice, choices, text, words, day, instant, number, person, people, entry };

/// One choice of a closed question.
struct Choice {
  std::string id;
  Words title;
  std::string census = {};   ///< Code in statutory returns; empty when there is none.
};

/// A condition on an entry's answers or on a child. Knows and, or, not, exists, equals and a named predicate, and nothing more.
struct Condition {
  enum class Kind { all, any, none, answered, equals, predicate };
  Kind kind = Kind::all;
  std::vector<Condition> parts = {};   ///< For all, any, none.
  std::string question = {};           ///< For answered and equals.
  std::string value = {};              ///< For equals: a choice, an id, or "true" and "false".
  std::string predicate = {};          ///< A named predicate of procedure/, with its own source.

  bool operator==(const Condition&) const = default;
};

/// The most people or choices that one answer, or an entry's "about", names: more than any family file does at once; a bound on what is read, not a
/// rule of practice.
inline constexpr std::size_t most_people_in_an_answer = 200;

/// How a short text has to be written.
enum class TextShape {
  any,
  reference,   ///< One word with a digit in it: letters, digits and the marks - / . _ between them.
};

/// An age that somebody must not have reached on the day they are introduced, where these answers are given.
struct YoungerThan {
  int years = 0;                       ///< 0 for no such age.
  std::vector<Condition> when = {};    ///< All must hold.
};

/// One question of a record type.
struct Question {
  std::string name;
  Words asks;
  Words hint = {};
  Words called = {};               ///< Of a day: what the reason of a date calls it, where something is counted from it: "agreement of both authorities".
  AnswerKind kind = AnswerKind::text;
  bool required = false;
  std::vector<Choice> choices = {};
  std::string choices_from = {};   ///< Name of a list of the procedure ("category") instead of choices of its own.
  std::string refers_to = {};      ///< For an entry: the record type it must be of.
  std::string about = {};          ///< Whom the answer speaks of: "child", "person", "family", "conference".
  std::string access_class = {};   ///< Which access lines speak of it; the record type's own where empty.
  std::vector<Condition> class_when = {};   ///< When that class holds, by the entry's other answers; always where empty.
  int longest = 0;                 ///< Bytes at most, for text and words.
  bool allows_future = true;       ///< Whether a day after today may be answered.
  bool from_happened = false;      ///< Of a day: whether one before the entry's own day is refused.
  std::vector<std::string> roles = {};   ///< Of a person: the roles that somebody must have to be named; any where empty.
  std::vector<std::string> kinds = {};   ///< Of people: of which kinds they must be ("practitioner", "adult", "child"); any where empty.
  int fewest = 0;                  ///< Of people: how many at least, where it is answered.
  bool somebody_else = false;      ///< Of people: whether nobody whom the entry is about may be named.
  TextShape shape = TextShape::any;      ///< Of a text: how it has to be written.
  YoungerThan younger_than = {};   ///< Of a day of birth: the age that is refused, counted on the day the entry was first put on file.
  std::vector<Condition> only_if = {};   ///< All must hold for the question to be asked; else an answer is refused.
  Citation cites = {};
  Place place = {};
};

/// Something that must be on file before an act completes, or whose absence an account is asked about.
struct Need {
  std::string record = {};                 ///< A record type that must be on file…
  std::vector<std::string> same = {};      ///< …about the same "child", or with the same answer to these questions.
  std::vector<Condition> where = {};       ///< …whose answers meet these.
  std::string predicate = {};              ///< Or a named predicate of procedure/ instead of a record.
  std::vector<Condition> when = {};        ///< Asked only when the new entry's answers meet these.
  std::string beside = {};                 ///< The question beside which it is said that it is not there; empty for the entry as a whole.
  Words otherwise;                         ///< What is said when it is not there: what is wrong and what to do.
  Citation cites = {};
};

/// A further access class that an entry falls under when its answers say so: both must then be open to the reader.
struct FurtherClass {
  std::string access_class;
  std::vector<Condition> when;
};

/// A described list that a form shows above its questions: what to think of while filling it in.
struct Prompt {
  std::string list;   ///< A list of the procedure; nothing is shown where the procedure has none of this name.
  Words title;
};

/// One thing that can be put on file.
struct RecordType {
  enum class Kind { account, act };        ///< An account is never refused for what happened; an act is guarded.
  enum class When { none, day, instant };  ///< How exactly the day it happened is asked.

  std::string id;
  Words title;
  Words called = {};                      ///< What the reason of a date calls one of them; its title where this is empty.
  Words explains = {};                    ///< What it is for, in one or two sentences, above the form.
  Kind kind = Kind::account;
  When happened = When::day;
  bool happened_may_be_future = false;
  Words asks_when = {};                   ///< How a form asks for the day it happened; empty for "When did it happen?".
  std::string about = {};                 ///< "children", "child", "person", "people" or "file".
  std::vector<std::string> about_kinds = {};   ///< Of which kinds those are whom it is about ("child", "adult", "practitioner"); any where empty.
  bool offered = true;                    ///< Whether people are offered its form; false for what Confer puts on file by itself, or by a page of its own alone.
  bool significant = false;               ///< Belongs in a chronology of what happened to the child.
  bool divisible = false;                 ///< Says the same of each person it is about, so may be shown for some of them alone.
  std::string access_class;               ///< Class of the entry and of each question that names none.
  std::string class_from = {};            ///< A question whose answer is the class instead ("part" of a statement).
  std::vector<FurtherClass> further_classes = {};
  std::vector<std::string> makers;        ///< Roles that may put it on file.
  std::vector<Question> questions = {};
  std::vector<Need> needs = {};
  std::vector<Prompt> prompts = {};       ///< Lists that its form shows first.
  std::vector<std::string> leads_to = {}; ///< Record types that usually come next; what a page offers.
  Citation cites = {};
  Place place = {};

  /// The question of this name; null when there is none.
  [[nodiscard]] const Question* question(std::string_view name) const noexcept;
};

/// How an entry is chosen: of which type, under which conditions, and which of its days counts.
struct Selector {
  std::string record;
  std::vector<Condition> where = {};
  std::string day = "happened";     ///< "happened", "recorded" where a record asks for no day, or a question that holds a day or an instant.
  std::string same = {};            ///< A question whose answer must be the anchor entry ("conference"); empty for same child only.
  bool any_child = false;           ///< Whichever child it is about: what the conference decides for one child shows that it was held for all.
  std::vector<std::string> roles = {};     ///< Roles in one of which somebody put it on file; any where empty.
  std::vector<Condition> conference = {};  ///< What the conference that it names must be like as well; all must hold.
  std::vector<Selector> every = {}; ///< One must exist for each person named by these entries ("person"), or for each of them by way of `through`; empty for any one.
  std::string through = {};         ///< A question that names another entry ("report"): one counts for that entry, and for whoever wrote it, of those of `every`.
  std::vector<std::string> also_by = {};   ///< Beside `every`: for each child one that somebody of one of these roles put on file; empty for nobody.
  std::string ending = {};          ///< Instead of all this, an ending that is described once, by its id; once a procedure is read, its selectors stand here.
  std::size_t choice = 0;           ///< The same number for selectors that choose the same entries by the same day; given when a procedure is made ready.
};

/// What ends several time limits alike, described once: a conference that is over, put off or adjourned.
struct Ending {
  std::string id;
  std::vector<Selector> by;   ///< Any of these.
  Place place = {};
};

/// Which children a rule speaks of, by whether they had been born on the day that it is counted from; for the unborn it ends with the birth.
enum class ChildGroup { nobody, unborn, born, all };

/// Why a procedure may be looser than the one it extends: which rule it departs from, by whose text, for what reason.
struct DepartsFrom {
  std::string rule = {};     ///< The time limit's id, or "quorum".
  std::string source = {};
  std::string reason = {};
  std::vector<std::string> loosens = {};   ///< The keys that are looser for it, and no others: "limit", "reference_for".
  Place place = {};
};

/// Whether something that is in force for a stretch is so on this day; an end that is left open is open for ever.
template <class Dated>
[[nodiscard]] bool is_in_force(const Dated& one, Date day) noexcept {
  return !(one.in_force_from && day < *one.in_force_from) && !(one.in_force_to && day > *one.in_force_to);
}

/// Whether two things that are in force for a stretch are so on the same day.
template <class Dated>
[[nodiscard]] bool overlap(const Dated& one, const Dated& other) noexcept {
  const bool ends_before = one.in_force_to && other.in_force_from && *one.in_force_to < *other.in_force_from;
  const bool begins_after = one.in_force_from && other.in_force_to && *one.in_force_from > *other.in_force_to;
  return !ends_before && !begins_after;
}

/// What a time limit turns into when circumstances change: it is counted anew, it ends, or it stands and something is to be known.
struct Becomes {
  enum class Whichever { instead, earlier, later };   ///< Which of the two limits holds, where it is counted anew.

  /// Whether it makes a day that is named elsewhere the last one, where that comes sooner.
  [[nodiscard]] bool is_by_then() const noexcept { return !counts && !ends && whichever == Whichever::earlier; }

  Selector on = {};                      ///< The entry that changes it; its record is empty where an age does.
  int at_age = 0;                        ///< Or the birthday that does; 0 for none.
  std::optional<Period> counts = {};     ///< Counted anew from that day, always forward.
  Whichever whichever = Whichever::instead;
  bool ends = false;                     ///< Or it ends, without blame.
  Words says = {};                       ///< What is to be known of it, as a sentence; may be empty where it counts or ends.
  Citation cites = {};
  Place place = {};
};

/// A time limit: what is due, by when, counted from what, met by what, whose duty. One that changed over the years stands once for each stretch
/// in which it was in force; the day it is counted from chooses.
struct TimeLimit {
  std::string id;
  Words what;
  Words does = {};                            ///< The one act that meets it, as a button would say.
  std::optional<Period> limit = {};           ///< Empty when nobody has published a number: open, never overdue.
  Words no_number = {};                       ///< What the source says in place of a number: "as soon as possible".
  bool unset = false;                         ///< There should be a number and nobody has published it: accepted, warned of, open.
  std::optional<Period> strict = {};          ///< A stricter reading where the source leaves it open.
  ChildGroup reference_for = ChildGroup::nobody;   ///< For these children it is a date to go by: never late.
  std::optional<Date> in_force_from = {};     ///< First day 0 that it counts for; empty for ever since.
  std::optional<Date> in_force_to = {};       ///< Last day 0 that it counts for; empty for until further notice.
  bool before = false;                        ///< Counted back from the anchor instead of on from it.
  bool window = false;                        ///< Something that may be done and need not be: when its time has passed it is closed, not late.
  std::vector<Selector> anchors;              ///< Any of these starts its clock; never empty.
  std::vector<Selector> met_by;               ///< Any of these.
  std::vector<Selector> lapses_by = {};       ///< Any of these ends it unmet, without blame.
  std::vector<Selector> planned_by = {};      ///< Entries that set a day for it in advance.
  std::vector<Becomes> becomes = {};          ///< What it turns into when circumstances change, each looked at in turn.
  std::vector<Condition> only_for = {};       ///< Conditions on the child; all must hold.
  int over_age = 0;                           ///< Only for children older than so many whole years on the day it is counted from; 0 for all.
  std::string per = "child";                  ///< "child", "conference" for one that all its children share, or "reader" for one that each person's copy starts.
  std::string owner;                          ///< Role whose duty it is.
  std::string owner_as = {};                  ///< The procedure's term for who of that role it is: "lead_worker"; empty for anybody of it.
  std::string departure_by = {};              ///< Role to consult before leaving the limit; empty where the source names none.
  std::vector<std::string> departure_records = {};   ///< Questions of the record "departure" that must be answered for it to be on file.
  std::vector<DepartsFrom> departs = {};      ///< Where it is looser than the procedure that is extended.
  Citation cites;
  std::vector<std::string> examples = {};     ///< Worked cases that name it.
  Place place = {};
  std::map<std::string, Place, std::less<>> changed = {};   ///< Where a procedure further on set a part of it anew, by the part's key: "limit", "owner".

  /// Whether it counts for what happened on this day.
  [[nodiscard]] bool in_force_on(Date day) const noexcept { return is_in_force(*this, day); }
  /// Where a part of it stands: where it was last set.
  [[nodiscard]] const Place& place_of(std::string_view part) const& noexcept;
  const Place& place_of(std::string_view part) const&& = delete;
};

/// Who sees what, and under which conditions. Nothing listed, nothing shown.
struct AccessLine {
  std::string id;
  std::vector<std::string> roles;          ///< The reader's role; "any" for all.
  std::string relation;                    ///< The reader's relation to the child: a name that access/ knows.
  std::vector<std::string> classes;        ///< Access classes it opens.
  std::vector<std::string> needs = {};     ///< Conditions that access/ knows; all must hold.
  bool withholds = false;                  ///< Takes away instead; beats every line that gives.
  Citation cites;
  std::vector<std::string> examples = {};
  Place place = {};
};

/// Who must be represented for a conference to go ahead. One that changed over the years stands once for each stretch; the conference's day chooses.
struct Quorum {
  std::string agency;          ///< Kind of agency that must always be there.
  int other_agencies = 0;      ///< How many others, each in direct contact with this child.
  std::optional<Date> in_force_from = {};    ///< First day of a conference that it holds for; empty for ever since.
  std::optional<Date> in_force_to = {};      ///< Last day; empty for until further notice.
  std::optional<DepartsFrom> departs = {};   ///< Where it is smaller than that of the procedure that is extended.
  Citation cites;
  Place place = {};
};

/// Whose views make the result of a conference: how many say that a plan is needed, of those who count.
struct DecisionRule {
  std::vector<std::string> counts;               ///< As what somebody must have come: items of the list "standing".
  std::vector<std::string> without_roles = {};   ///< Roles whose view is not counted: the chair's.
  Citation cites;
  Place place = {};
};

/// A described list of things to consider or choose: categories, invitation check-list, agenda.
struct ListItem {
  std::string id;
  Words title;
  Words hint = {};
  std::string census = {};
  std::string role = {};       ///< For an invitation line: the role it invites.
  bool stands_last = false;    ///< What is left when nothing else fits: it stands after the lines of every procedure.
  std::optional<Date> in_force_from = {};   ///< First day on which it is considered or may be chosen; empty for ever since.
  std::optional<Date> in_force_to = {};     ///< Last day; empty for until further notice.
  Citation cites = {};
  Place place = {};
};

/// A day on which nobody works.
struct BankHoliday {
  Date day;
  Words name;
};

/// The bank holidays of a nation and the stretch that the list speaks for.
struct HolidayList {
  std::string id = {};   ///< "england-and-wales"
  Date first;
  Date last;
  std::vector<BankHoliday> days = {};
  Citation cites = {};
  Place place = {};
};

/// A day on which an authority's offices are shut although it is a working day: it counts towards a limit, and nothing is booked on it.
struct ClosureDay {
  Date day;
  Words name;
  Citation cites = {};
  Place place = {};
};

/// Sections may stand so deep in each other: as many levels of heading as a document has below its title.
inline constexpr int deepest_section = 3;
/// The most columns of a document's table.
inline constexpr std::size_t most_document_columns = 12;

/// One answer that a table or summary shows.
struct DocumentColumn {
  std::string question;   ///< A question of the block's record, or "about", "author" or "happened" of the entry itself; "person.role" for what the one named is.
  Words title;            ///< What stands above or before it.
};

/// What stands beneath each entry of a list, where the reader's view holds it: the entries of another record that refer to it.
struct DocumentBeneath {
  std::string record;      ///< "challenge"
  std::string refers_by;   ///< Its question that names the entry above: "statement".
  Words words;             ///< What each becomes, with slots of its own.
  std::vector<DocumentBeneath> beneath = {};   ///< What stands beneath each of these in turn.
};

/// One block of a document. What the reader's view does not hold leaves nothing behind: a text with an empty {slot} is left out, so is a column
/// or line without an answer, and a section whose blocks speak of the record and all came out empty goes with its heading.
///
/// Slots, in `words`, `lead`, items and the titles of columns: {question} and {question.role} of the entry, {conference.question} of the conference,
/// {child} in a section for each child, {about} in one for each of those spoken about together, {question} in one for each choice of a question,
/// {reader}, the procedure's own terms, such as {plan}, and the length of a time limit of its own, such as {limit.record_sent}. In the title of a column
/// no entry is spoken of.
struct DocumentBlock {
  std::string kind;                              ///< "section", "paragraph", "list", "table" or "summary".
  Words words = {};                              ///< Heading of a section; a paragraph; what each entry becomes in a list; caption of a table.
  std::vector<Words> lead = {};                  ///< Of a list or a paragraph of entries: strong words before, those that are there joined by " · ".
  std::vector<DocumentBeneath> beneath = {};     ///< Of a list or a paragraph of entries: what stands beneath each.
  std::vector<Words> items = {};                 ///< Of a list that speaks of no record.
  std::string record = {};                       ///< The entries of this conference it is made of; those of the section around it when empty.
  std::string each = {};                         ///< Of a section: "child", "about", or a closed question of its entries; one section for each.
  std::vector<DocumentColumn> columns = {};      ///< Of a table or summary.
  std::vector<Condition> where = {};             ///< Entries taken.
  std::string mine = {};                         ///< A question that must name the reader.
  std::vector<std::string> for_standings = {};   ///< Whom it is for, of those the document is for; all when empty.
  Words empty = {};                              ///< Said in place of a list, table or summary that has nothing to show.
  std::vector<DocumentBlock> blocks = {};        ///< Of a section.
};

/// A document that is made for one reader from what access lets that reader see.
struct DocumentType {
  std::string id;
  Words title;                                   ///< Never a name: it becomes the title of a page and of a file.
  std::vector<std::string> for_standings = {};   ///< As what somebody must be invited to be given it: items of the list "standing".
  std::vector<std::string> of = {};              ///< Records it is about: without one that the reader may see there is nothing to give.
  std::vector<std::string> due_by = {};          ///< The time limits that are met by sending it, found when all are read; for each person the one that counts them.
  bool needs_release = true;                     ///< Whether the chair looks at each copy first.
  std::vector<DocumentBlock> blocks = {};
  Citation cites = {};
  Place place = {};
};

/// Something that loads and that its author should know of.
struct LoadWarning {
  Place place;
  std::string message;
};

/// What forms and lists say before the procedure's terms stand in it.
struct Unfilled {
  std::vector<RecordType> records;
  std::map<std::string, std::vector<ListItem>, std::less<>> lists;
};

/// Everything one procedure describes, with what it inherits.
struct Described {
  std::string id;                          ///< "rotherham".
  Words title = {};
  std::vector<std::string> extends = {};   ///< Nearest first: "england", "common".
  Digest edition = {};                     ///< Of all the text it was read from.

  std::vector<Source> sources = {};
  std::vector<Role> roles = {};
  std::vector<RecordType> records = {};
  std::vector<TimeLimit> time_limits = {};
  std::vector<AccessLine> access = {};
  std::vector<Quorum> quorums = {};        ///< Those of the procedures that are extended first; a later one stands before an earlier where both are in force.
  std::optional<DecisionRule> decision_rule = {};
  std::vector<Ending> endings = {};
  std::optional<HolidayList> holidays = {};
  std::vector<ClosureDay> closures = {};
  std::map<std::string, std::vector<ListItem>, std::less<>> lists = {};
  std::vector<DocumentType> documents = {};
  /// The procedure's own terms, "plan", "role_chair", each in all its wordings: those of the procedures that are extended first; a later one stands
  /// before an earlier where both are in force.
  std::map<std::string, std::vector<Wording>, std::less<>> wordings = {};
  std::map<std::string, Words, std::less<>> words = {};   ///< The terms as they are said on the day this description speaks of; at first, until further notice.
  std::shared_ptr<const Unfilled> unfilled = {};   ///< For saying it as on another day; null where words never change.
  std::vector<LoadWarning> warnings = {};

  [[nodiscard]] const Source* source(std::string_view id) const noexcept;
  [[nodiscard]] const Role* role(std::string_view id) const noexcept;
  [[nodiscard]] const RecordType* record(std::string_view id) const noexcept;
  /// The time limit of this id, of its latest edition; null when there is none.
  [[nodiscard]] const TimeLimit* time_limit(std::string_view id) const noexcept;
  /// The same, of the edition that counts for what happened on a day; null when none does.
  [[nodiscard]] const TimeLimit* time_limit(std::string_view id, Date on) const noexcept;
  [[nodiscard]] const DocumentType* document(std::string_view id) const noexcept;
  /// Whether it says in Welsh what each time limit is about; else it is spoken of in English alone.
  [[nodiscard]] bool speaks_welsh() const noexcept;
  /// The items of a described list, whenever they were in force; empty when there is no such list.
  [[nodiscard]] const std::vector<ListItem>& list(std::string_view id) const noexcept;
  /// Those of its items that are in force on a day.
  [[nodiscard]] std::vector<ListItem> list_on(std::string_view id, Date day) const;
  /// The quorum of a conference on this day; null where the procedure has none.
  [[nodiscard]] const Quorum* quorum(Date on) const noexcept;
  /// Says terms and the titles of roles as on this day, and nothing else: see fill_terms.h. One that has no words on it is gone.
  void speak_on(Date day);
  /// Everything that a term is said as, one stretch after the other, up to what holds until further notice; empty where there is none of the name.
  [[nodiscard]] std::vector<Wording> said_over_time(std::string_view name) const;
  /// The days from which on some term or title is said otherwise than before, in order.
  [[nodiscard]] std::vector<Date> days_of_new_words() const;
  /// The procedure's own words under this name; the empty words when it has none.
  [[nodiscard]] const Words& term(std::string_view name) const noexcept;
  /// What whoever has the duty is called: by the procedure's term where the limit names one, else by the role.
  [[nodiscard]] Words owner_title(const TimeLimit& limit) const;
  /// The choices a closed question offers, its own or those of the list it names: what it says of those that can be found on file, from any time.
  [[nodiscard]] std::vector<Choice> choices(const Question& question) const;
  /// Those that may be chosen for something of this day.
  [[nodiscard]] std::vector<Choice> choices(const Question& question, Date on) const;
};

}  // namespace confer
