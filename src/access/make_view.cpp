#include "access/make_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "access/child_state.h"
#include "access/standing.h"
#include "access/titles.h"
#include "casefile/condition.h"
#include "catalogue/in_words.h"
#include "procedure/look_ahead.h"
#include "procedure/quorum.h"
#include "procedure/views.h"

namespace confer {
namespace {

/// Every access class that an entry falls under; all must be open for it to be shown.
std::vector<std::string_view> classes_of(const RecordType& type, const Entry& entry) {
  std::vector<std::string_view> classes;
  const std::string_view dynamic = type.class_from.empty() ? std::string_view{} : entry.answers.text(type.class_from);
  classes.push_back(dynamic.empty() ? std::string_view(type.access_class) : dynamic);
  for (const FurtherClass& further : type.further_classes)
    if (meets(entry.answers, further.when)) classes.push_back(further.access_class);
  return classes;
}

/// Makes one view. Entries are taken in order of filing, so that what an entry refers to has been decided before it.
class ViewMaker {
 public:
  ViewMaker(const CaseFile& file, const Procedure& procedure, const Reader& reader, Date as_at)
      : file_(file), procedure_(procedure), described_(procedure.described()), reader_(reader), standing_(file, described_, reader) {
    out_.reader = reader;
    out_.as_at = as_at;
  }

  /// The view, with what is due as at its day; with what was worked out for several readers, as far as lists show it.
  FileView make(const DueOnFile* for_lists = nullptr) {
    out_.entries.reserve(file_.entries().size());
    for (std::size_t index = 0; index < file_.entries().size(); ++index) entry(index);
    if (out_.entries.empty()) return std::move(out_);
    mark_corrected();
    introduce_once();
    out_.reference = file_.reference();
    people();
    if (for_lists) {
      due_in_lists(*for_lists);
    } else {
      due();
      quorums();
    }
    out_.children = child_states(out_, described_);
    return std::move(out_);
  }

  /// What is ahead of a conference that is supposed on this file: only what rests on entries that are shown. Asked of the supposed file, after make().
  [[nodiscard]] ShownLookAhead ahead(const LookAhead& from) const {
    ShownLookAhead out{from.day, from.is_limiting, from.in_time, from.conference.rule->what.en, from.conference.about, from.words, {}, {}};
    for (const AheadLine& one : from.lines) {
      if (!sees_work(one.obligation.about, one.obligation.rests_on)) continue;
      const TimeLimit& rule = *one.obligation.rule;
      if (one.latest_safe && one.state != AheadLine::State::met && !out.act_by) out.act_by = one.latest_safe;
      out.lines.push_back({rule.id, rule.what.en, described_.owner_title(rule).en, std::string(state_name(one)), one.latest_safe, one.words, explanation(one.obligation, file_, procedure_), cited(rule)});
    }
    return out;
  }

  /// Whether the reader may know of an obligation.
  [[nodiscard]] bool sees(const Obligation& one) const { return sees_work(one.about, one.rests_on); }

  /// Whether this entry would be shown, were it on file.
  [[nodiscard]] bool would_show(const Entry& entry, const RecordType& type) { return shown(entry, type).has_value(); }

  /// An entry of the file as it reads to this reader, even where it has been corrected since; nothing where it, or what now stands in its place, is
  /// closed to them. Asked after make().
  [[nodiscard]] std::optional<ShownEntry> as_it_read(const Entry& entry) {
    const RecordType* type = described_.record(entry.type);
    const Entry* current = file_.current(entry.id);
    if (!type || !current || (current->id != entry.id && !shown(*current, *type))) return std::nullopt;
    return shown(entry, *type);
  }

 private:
  [[nodiscard]] bool knows(std::string_view person) {
    const auto [known, added] = known_.try_emplace(std::string(person), false);
    if (added) known->second = standing_.knows(PersonId{std::string(person)});
    return known->second;
  }

  /// Whether somebody may be named in an entry of this type: in a plan, and by their introduction, also whom the plan itself makes known.
  [[nodiscard]] bool may_name(std::string_view person, const RecordType& type) {
    const bool of_plan = type.id == "person" || type.access_class == "plan";
    return knows(person) || (of_plan && standing_.knows_from_plan(PersonId{std::string(person)}));
  }

  /// An adult or practitioner is looked at through the children they belong to, so a class about them is open when it is for one of those.
  [[nodiscard]] bool open_to(const PersonId& person, std::string_view access_class, const Entry& entry) const {
    if (file_.is_child(person) || entry.is_about(reader_.person)) return standing_.opens(person, access_class, entry);
    return standing_.opens_file(access_class, entry);
  }

  [[nodiscard]] bool all_open(const PersonId& person, const std::vector<std::string_view>& classes, const Entry& entry) const {
    return std::all_of(classes.begin(), classes.end(), [&](std::string_view one) { return open_to(person, one, entry); });
  }

  /// The people of an entry for whom the reader may see it; nothing when they may not see it at all.
  [[nodiscard]] std::optional<std::vector<PersonId>> about(const Entry& entry, const RecordType& type) {
    const auto classes = classes_of(type, entry);
    if (entry.about.empty()) {
      const bool open = std::all_of(classes.begin(), classes.end(), [&](std::string_view one) { return standing_.opens_file(one, entry); });
      return open ? std::optional(std::vector<PersonId>{}) : std::nullopt;
    }
    std::vector<PersonId> open, known;
    for (const PersonId& person : entry.about) {
      if (type.id == "person" ? !may_name(person.value, type) || !introduces(person, classes, entry) : !all_open(person, classes, entry)) continue;
      open.push_back(person);
      if (type.id == "person" || knows(person.value)) known.push_back(person);
    }
    // Words that speak of several are shown whole or not at all; whom of them the reader does not know is not named.
    if (known.empty() || (!type.divisible && open.size() != entry.about.size())) return std::nullopt;
    return known;
  }

  /// A person is introduced to whoever knows them, unless their presence alone falls under a further class that is closed.
  [[nodiscard]] bool introduces(const PersonId& person, const std::vector<std::string_view>& classes, const Entry& entry) const {
    if (standing_.withholds(person, classes.front(), entry)) return false;
    if (person == reader_.person) return true;
    return std::all_of(std::next(classes.begin()), classes.end(), [&](std::string_view one) { return open_to(person, one, entry); });
  }

  /// Of somebody whom only a plan makes known, the introduction says who they are and what they do, and nothing more.
  [[nodiscard]] bool is_told(const Question& question, const RecordType& type, const std::vector<PersonId>& about) {
    return type.id != "person" || question.required || question.kind == AnswerKind::choice || !question.access_class.empty() || knows(about.front().value);
  }

  /// Whether an answer may stand: its class open for all who remain, and nothing in it that the reader does not know.
  enum class Keeps { answer, nothing, not_even_the_entry };
  [[nodiscard]] Keeps keep(const Question& question, json::value& answer, const Entry& entry, const RecordType& type, const std::vector<PersonId>& about) {
    const Keeps lost = question.required ? Keeps::not_even_the_entry : Keeps::nothing;
    if (!is_told(question, type, about)) return Keeps::nothing;
    if (!question.access_class.empty() && meets(entry.answers, question.class_when)) {
      const bool open = about.empty() ? standing_.opens_file(question.access_class, entry)
                                      : std::all_of(about.begin(), about.end(), [&](const PersonId& one) { return open_to(one, question.access_class, entry); });
      if (!open) return Keeps::nothing;
    }
    const auto named = [&](const json::value& one) { return one.is_string() && may_name(one.get_string(), type) && !hidden_people_.contains(one.get_string()); };
    switch (question.kind) {
      case AnswerKind::person:
        if (named(answer)) return Keeps::answer;
        // Who does something under a plan, where that is one question of several that come up: the name is withheld, never what was decided.
        return type.access_class == "plan" && !question.only_if.empty() ? Keeps::nothing : lost;
      case AnswerKind::people: {
        // Whoever is not known in a list is not named in it; what the list belongs to stands, for it says more than who they are.
        json::array known;
        if (const json::array* people = answer.if_array()) std::copy_if(people->begin(), people->end(), std::back_inserter(known), named);
        else if (named(answer)) known.push_back(answer);
        const bool any = !known.empty();
        answer = std::move(known);
        return any ? Keeps::answer : Keeps::nothing;
      }
      case AnswerKind::entry: return answer.is_string() && roots_.contains(file_.root(std::string_view(answer.get_string()))) ? Keeps::answer : lost;
      case AnswerKind::yes_no:
      case AnswerKind::choice:
      case AnswerKind::choices:
      case AnswerKind::text:
      case AnswerKind::words:
      case AnswerKind::day:
      case AnswerKind::instant:
      case AnswerKind::number: return Keeps::answer;
    }
    mistake("every kind of answer is weighed", __FILE__, __LINE__);
  }

  [[nodiscard]] std::optional<ShownEntry> shown(const Entry& entry, const RecordType& type) {
    auto people = about(entry, type);
    if (!people) return std::nullopt;
    ShownEntry out;
    out.answers.reserve(entry.answers.values().size());
    for (const auto& answered : entry.answers.values()) {
      const Question* question = type.question(answered.key());
      if (!question) continue;
      const auto kept = out.answers.emplace(answered.key(), answered.value()).first;
      const Keeps keeps = keep(*question, kept->value(), entry, type, *people);
      if (keeps == Keeps::not_even_the_entry) return std::nullopt;
      if (keeps == Keeps::nothing) out.answers.erase(kept);
    }
    out.id = entry.id;
    out.root = file_.root(entry.id);
    out.type = entry.type;
    out.about = std::move(*people);
    out.happened_on = entry.happened_on();
    if (const Instant* at = std::get_if<Instant>(&entry.happened)) out.happened_at = *at;
    out.recorded = entry.recorded;
    if (knows(entry.by.value)) out.by = entry.by;
    return out;
  }

  void entry(std::size_t index) {
    const Entry& entry = file_.entries()[index];
    const RecordType* type = described_.record(entry.type);
    if (!type) return;   // of an edition that this procedure no longer describes: nothing says who may see it
    auto show = shown(entry, *type);
    // What was corrected is history: it stays with those who may see the case itself, and only as far as its correction may be seen.
    if (file_.is_corrected(index)) {
      const bool current_shown = shown(*file_.current(entry.id), *type).has_value();
      if (current_shown) roots_.insert(file_.root(entry.id));   // what refers to it holds on to what now stands in its place
      if (!current_shown || !standing_.opens_file("case", entry)) show.reset();
    }
    if (!show) {
      if (entry.type == "person" && !entry.about.empty()) hidden_people_.insert(entry.about.front().value);
      return;
    }
    if (entry.type == "person" && !entry.about.empty()) hidden_people_.erase(entry.about.front().value);   // introduced once more, to this reader too
    if (!entry.corrects.empty() && ids_.contains(entry.corrects)) show->corrects = entry.corrects;
    roots_.insert(show->root);
    ids_.insert(show->id);
    out_.entries.push_back(std::move(*show));
  }

  void mark_corrected() {
    for (ShownEntry& one : out_.entries) {
      const Entry* current = file_.current(one.id);
      one.corrected = current && current->id != one.id && ids_.contains(current->id);
    }
  }

  /// Somebody who was introduced twice, the second time by a writer who could not know of the first, is shown by the second alone.
  void introduce_once() {
    std::map<PersonId, EntryId> last;
    for (const ShownEntry& one : out_.entries)
      if (one.type == "person") last.insert_or_assign(one.about.front(), one.root);
    std::erase_if(out_.entries, [&](const ShownEntry& one) { return one.type == "person" && last.at(one.about.front()) != one.root; });
  }

  void people() {
    for (const ShownEntry& entry : out_.entries) {
      if ((entry.type != "person" && entry.type != "birth") || entry.about.size() != 1 || entry.corrected) continue;
      const PersonOnFile* known = file_.person(entry.about.front());
      const bool listed = std::any_of(out_.people.begin(), out_.people.end(), [&](const ShownPerson& one) { return one.id == known->id; });
      if (!known || listed) continue;
      out_.people.push_back({known->id, known->name, known->kind, knows(known->id.value) ? known->born : std::nullopt, known->expected, {}, std::string(entry.text("organisation")),
                             described_.role(known->role) ? known->role : std::string{}, entry.text("name").empty()});
    }
    call_by_title(out_, described_);
    for (ShownPerson& person : out_.people)
      if (person.kind == "adult") person.role_title = relation_title(person.id);
  }

  /// "Mother", from the relationships that are shown; empty when they differ from child to child.
  [[nodiscard]] std::string relation_title(const PersonId& person) const {
    const RecordType* type = described_.record("relationship");
    const Question* question = type ? type->question("relation") : nullptr;
    std::string title;
    for (const ShownEntry* entry : out_.standing("relationship")) {
      if (entry->text("person") != person.value || !question) continue;
      for (const Choice& choice : described_.choices(*question))
        if (choice.id == entry->text("relation")) {
          if (!title.empty() && title != choice.title.en) return {};
          title = choice.title.en;
        }
    }
    return title;
  }

  [[nodiscard]] bool sees_work(const std::vector<PersonId>& children, const std::vector<EntryId>& rests_on) const {
    const Entry nothing;
    return std::all_of(rests_on.begin(), rests_on.end(), [&](const EntryId& id) { return ids_.contains(id); }) &&
           std::all_of(children.begin(), children.end(), [&](const PersonId& child) { return standing_.opens(child, "work", nothing); });
  }

  void due() {
    for (const Obligation& one : obligations(file_, procedure_, out_.as_at))
      if (sees_work(one.about, one.rests_on)) {
        out_.obligations.push_back(written(one));
        out_.obligations.back().why = explanation(one, file_, procedure_);
        out_.obligations.back().reasons = table(one);
      }
  }

  void due_in_lists(const DueOnFile& due) {
    for (std::size_t place = 0; place < due.all().size(); ++place)
      if (const Obligation& one = due.all()[place]; sees_work(one.about, one.rests_on)) {
        out_.obligations.push_back(written(one));
        out_.obligations.back().why = due.why(place);
      }
  }

  /// The reasons of an obligation as a table, with what stands beside it as far as it is shown.
  [[nodiscard]] std::vector<ShownReason> table(const Obligation& one) const {
    std::vector<ShownReason> out;
    for (Reason& reason : reasons(one, file_, procedure_)) out.push_back({std::move(reason.key), std::move(reason.label), std::move(reason.value)});
    for (Beside& line : beside(one, file_, procedure_))
      if (line.rests_on.empty() || ids_.contains(line.rests_on)) out.push_back({std::move(line.reason.key), std::move(line.reason.label), std::move(line.reason.value)});
    return out;
  }

  [[nodiscard]] std::string cited(const TimeLimit& rule) const { return in_words(rule.cites, described_); }

  /// An obligation without its why.
  [[nodiscard]] ShownObligation written(const Obligation& one) const {
    const auto title = [&](const std::string& role) { return described_.role(role) ? described_.role(role)->title.en : std::string{}; };
    ShownObligation out;
    out.rule = one.rule->id;
    out.what = one.rule->what.en;
    out.does = one.rule->does.en;
    out.about = one.about;
    out.conference = one.conference;
    out.anchor = one.anchor;
    out.planned_by = one.planned_by;
    out.met_by = one.met_by;
    if (one.counted) {
      out.limit = one.counted->limit;
      out.limit_at = one.counted->limit_at;
      out.latest_bookable = one.counted->latest_bookable;
    }
    if (one.strict) out.strict = one.strict->limit;
    out.planned_on = one.planned_on;
    out.met_on = one.met_on;
    out.state = name(one.state);
    out.no_number = one.rule->no_number.en;
    out.owner = one.rule->owner;
    out.owner_title = described_.owner_title(*one.rule).en;
    out.departure_title = title(one.rule->departure_by);
    out.reference = one.reference;
    out.source = cited(*one.rule);
    return out;
  }

  void views_on(const ShownEntry& conference, const PersonId& child) {
    if (!described_.decision_rule) return;
    const ViewsFinding finding = views(file_, procedure_, conference.id, child);
    if (sees_work({child}, finding.rests_on)) out_.views.push_back({conference.id, child, std::string(name(finding.result)), in_words(finding), finding.counted, finding.waits});
  }

  void quorums() {
    for (const ShownEntry* conference : out_.standing("conference"))
      for (const PersonId& child : conference->about) {
        const QuorumFinding finding = quorum(file_, procedure_, conference->id, child);
        views_on(*conference, child);
        if (!sees_work({child}, finding.rests_on)) continue;
        out_.quorum.push_back({conference->id, child, may_decide(finding.state), finding.state == QuorumFinding::State::none_published, in_words(finding, procedure_)});
      }
  }

  const CaseFile& file_;
  const Procedure& procedure_;
  const Described& described_;
  const Reader& reader_;
  Standing standing_;
  FileView out_;
  std::map<std::string, bool, std::less<>> known_;
  std::set<std::string, std::less<>> hidden_people_;   // introduced on file, and not to this reader
  std::set<EntryId> roots_, ids_;                      // of what is shown so far
};

}  // namespace

FileView view(const CaseFile& file, const Procedure& procedure, const Reader& reader, Date as_at) {
  return ViewMaker(file, procedure, reader, as_at).make();
}

DueOnFile::DueOnFile(const CaseFile& file, const Procedure& procedure, Date as_at)
    : file_(file), procedure_(procedure), as_at_(as_at), all_(obligations(file, procedure, as_at)), why_(all_.size()) {}

const std::string& DueOnFile::why(std::size_t place) const {
  std::string& words = why_.at(place);
  if (words.empty()) words = explanation(all_[place], file_, procedure_);
  return words;
}

FileView view_for_lists(const DueOnFile& due, const Reader& reader) { return ViewMaker(due.file(), due.procedure(), reader, due.as_at()).make(&due); }

FileView view_as_known(const CaseFile& file, const Procedure& procedure, const Reader& reader, Date as_at, Date known_on) {
  const FileView today = view(file, procedure, reader, as_at);
  FileView then = view(CaseFile::fold(file.entries(), known_on), procedure, reader, as_at);
  const auto hidden_today = [&](const EntryId& id) {
    return std::none_of(today.entries.begin(), today.entries.end(), [&](const ShownEntry& one) { return one.id == id; });
  };
  std::erase_if(then.entries, [&](const ShownEntry& one) { return hidden_today(one.id); });
  for (ShownEntry& one : then.entries) {
    const ShownEntry& now = *today.entry(one.id.value);
    one.answers = now.answers;
    one.about = now.about;
  }
  std::erase_if(then.people, [&](const ShownPerson& one) { return !today.person(one.id.value); });
  then.children = child_states(then, procedure.described());
  return then;
}

FileView view_as_it_stood(const CaseFile& file, const Procedure& procedure, const Reader& reader, Date as_at, const EntryId& entry) {
  const auto last = std::find_if(file.entries().begin(), file.entries().end(), [&](const Entry& one) { return one.id == entry; });
  if (last == file.entries().end()) return {.reader = reader};
  FileView then = view(CaseFile::fold({file.entries().begin(), std::next(last)}), procedure, reader, as_at);
  ViewMaker now(file, procedure, reader, as_at);
  const FileView today = now.make();
  std::erase_if(then.entries, [&](ShownEntry& one) {
    auto still = now.as_it_read(*file.find(one.id));
    if (!still) return true;
    one.answers = std::move(still->answers);
    one.about = std::move(still->about);
    return false;
  });
  std::erase_if(then.people, [&](const ShownPerson& one) { return !today.person(one.id.value); });
  then.children = child_states(then, procedure.described());
  then.obligations.clear();
  then.quorum.clear();
  return then;
}

Result<std::vector<ShownLookAhead>> look_ahead_for(const CaseFile& file, const Procedure& procedure, const Reader& reader, std::optional<Date> day, Date as_at) {
  std::vector<Obligation> asks = asks_for_conference(file, procedure, as_at);
  ViewMaker own(file, procedure, reader, as_at);
  const bool is_empty = own.make().empty();
  std::erase_if(asks, [&](const Obligation& one) { return is_empty || !own.sees(one); });
  Entry by;
  by.by = reader.person;
  by.role = reader.role;
  std::vector<ShownLookAhead> out;
  std::optional<Problem> problem;
  for (const Obligation& one : together(std::move(asks))) {
    const auto ahead = look_ahead(file, procedure, one, day, as_at);
    const CaseFile supposed = suppose(file, procedure, one, ahead ? ahead->day : as_at, as_at, by);
    ViewMaker then(supposed, procedure, reader, as_at);
    // Who may not see the conference, were it called so, is told nothing of what would come before it.
    if (!then.make().entry(supposed_conference)) continue;
    if (ahead) out.push_back(then.ahead(*ahead));
    else if (!problem) problem = ahead.error();
  }
  if (!out.empty()) return out;
  return problem ? Result<std::vector<ShownLookAhead>>(tl::unexpected(*problem)) : refused("Nothing on this file asks for a conference on that day.", {}, {}, Problem::Kind::not_found);
}

Result<void> may_record(const CaseFile& file, const Procedure& procedure, const Reader& reader, const Entry& draft) {
  const auto not_allowed = [] {
    return refused("This is not yours to put on file. If you think it should be, ask the Safeguarding Unit. Nothing was stored.", {}, {}, Problem::Kind::not_allowed);
  };
  const RecordType* type = procedure.described().record(draft.type);
  if (!type) return refused("There is no record type of this name in this procedure. Check the name. Nothing was stored.", "type");
  if (std::find(type->makers.begin(), type->makers.end(), reader.role) == type->makers.end()) return not_allowed();
  if (file.entries().empty() && draft.type == "family_file") return {};
  if (file.entries().empty()) return not_allowed();
  // Somebody who is being introduced is on no file yet; whoever knows the file may do it.
  const Standing standing(file, procedure.described(), reader);
  if (!standing.opens_file("file", draft)) return not_allowed();
  const bool introduces = draft.type == "person";
  for (const PersonId& person : draft.about)
    if (!introduces && file.person(person) && !standing.knows(person)) return not_allowed();
  if (!draft.corrects.empty() && view(file, procedure, reader, Date{}).entry(draft.corrects.value) == nullptr) return not_allowed();
  return {};
}

std::vector<Reader> possible_readers(const CaseFile& file, const Procedure& procedure) {
  std::vector<Reader> out;
  for (const AccessLine& line : procedure.described().access)
    if (line.relation == "any" && !line.withholds && std::find(line.classes.begin(), line.classes.end(), "file") != line.classes.end())
      for (const std::string& role : line.roles) out.push_back({{}, role});
  std::set<std::pair<PersonId, std::string>> seen;
  const auto add = [&](const PersonId& person, std::string_view role) {
    if (procedure.described().role(role) && seen.emplace(person, role).second) out.push_back({person, std::string(role)});
  };
  for (const PersonOnFile& person : file.people()) {
    add(person.id, person.role);
    if (person.kind == "child") add(person.id, "young_person");
  }
  for (const Entry* entry : file.standing("relationship")) add(PersonId{std::string(entry->answers.text("person"))}, entry->answers.text("relation"));
  for (const Entry* entry : file.standing("represents")) add(PersonId{std::string(entry->answers.text("person"))}, entry->answers.text("as"));
  return out;
}

bool opens_to_role(const Described& procedure, std::string_view role, std::string_view access_class) {
  return std::any_of(procedure.access.begin(), procedure.access.end(), [&](const AccessLine& line) {
    const auto names = [](const std::vector<std::string>& list, std::string_view name) { return std::find(list.begin(), list.end(), name) != list.end(); };
    return !line.withholds && line.relation == "any" && line.needs.empty() && names(line.classes, access_class) && names(line.roles, role);
  });
}

std::string role_on_file(const CaseFile& file, const Procedure& procedure, const PersonId& person) {
  if (person.empty()) return {};   // among the possible readers, one without an id stands for a whole role
  for (const Reader& reader : possible_readers(file, procedure))
    if (reader.person == person) return reader.role;
  const PersonOnFile* known = file.person(person);
  if (!known) return {};
  for (const Role& role : procedure.described().roles)
    if (role.title.en == known->role) return role.id;
  const auto& entries = file.entries();
  const auto own = std::find_if(entries.rbegin(), entries.rend(), [&](const Entry& entry) { return entry.by == person; });
  return own != entries.rend() && procedure.described().role(own->role) ? own->role : std::string{};
}

}  // namespace confer
