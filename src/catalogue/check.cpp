#include "catalogue/check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/near_name.h"
#include "catalogue/check_names.h"
#include "catalogue/loosen.h"

namespace confer {
namespace {

/// Walks a described procedure and notes what does not hold together.
class Checker {
 public:
  Checker(const Described& described, std::vector<LoadError>& errors) : described_(described), errors_(errors) {}

  void run() {
    for (const RecordType& type : described_.records) record(type);
    for (const TimeLimit& limit : described_.time_limits) time_limit(limit);
    for (const AccessLine& line : described_.access) access_line(line);
    for (const auto& [name, items] : described_.lists) {
      items_once(items);
      for (const ListItem& item : items) {
        cited(item.cites, item.place);
        if (!item.role.empty()) role(item.role, item.place);
      }
    }
    for (const Quorum& one : described_.quorums) quorum(one);
    for (const Role& one : described_.roles) agency(one.agency, one.place);
    if (described_.decision_rule) decision_rule(*described_.decision_rule);
    if (described_.holidays) cited(described_.holidays->cites, described_.holidays->place);
    for (const ClosureDay& closure : described_.closures) cited(closure.cites, closure.place);
    for (const DocumentType& document : described_.documents) document_type(document);
    check_lists(described_, errors_);
  }

 private:
  void wrong(const Place& place, std::string message) { errors_.push_back({place, std::move(message)}); }

  void cited(const Citation& cites, const Place& place) {
    if (cites.source.empty() || described_.source(cites.source)) return;   // one that is missing was told of when it was read
    wrong(place, fmt::format("\"{}\" is not among the sources. Add it to sources.toml, or mend the name.{}", cites.source, meant(cites.source, described_.sources)));
  }

  /// " Did you mean …?", of the things with an id.
  template <class T>
  [[nodiscard]] static std::string meant(const std::string& name, const std::vector<T>& things) {
    return did_you_mean(name, ids(things));
  }

  template <class T>
  [[nodiscard]] static std::vector<std::string> ids(const std::vector<T>& things) {
    std::vector<std::string> out;
    for (const T& one : things) out.push_back(one.id);
    return out;
  }

  void no_question(const RecordType& type, std::string_view name, const Place& place) {
    std::vector<std::string> names;
    for (const Question& one : type.questions) names.push_back(one.name);
    wrong(place, fmt::format("The record \"{}\" has no question \"{}\".{}", type.id, name, did_you_mean(name, names)));
  }

  /// Notes what has the same name as something before it.
  template <class T, class Name>
  void each_once(const std::vector<T>& items, Name name) {
    std::map<std::string, Place> known;
    for (const T& item : items)
      if (const auto [same, added] = known.emplace(name(item), item.place); !added)
        wrong(item.place, fmt::format("\"{}\" is described already in {}:{}. Give this one another name.", same->first, same->second.file, same->second.line));
  }

  /// The same of the items of a list, which may follow each other in time.
  void items_once(const std::vector<ListItem>& items) {
    for (auto item = items.begin(); item != items.end(); ++item) {
      const auto same = std::find_if(items.begin(), item, [&](const ListItem& other) { return other.id == item->id && overlap(other, *item); });
      if (same == item) continue;
      const bool dated = item->in_force_from || item->in_force_to || same->in_force_from || same->in_force_to;
      wrong(item->place, fmt::format("\"{}\" {} {}:{}. {}", item->id, dated ? "overlaps in time with" : "is described already in", same->place.file, same->place.line,
                                     dated ? "Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\"." : "Give this one another name."));
    }
  }

  void role(const std::string& name, const Place& place) {
    if (name.empty() || name == "any" || described_.role(name)) return;
    wrong(place, fmt::format("There is no role \"{}\". Add it to roles.toml, or mend the name.{}", name, meant(name, described_.roles)));
  }

  /// A kind of agency: one of the list, or where there is none, one that some role has.
  void agency(const std::string& name, const Place& place) {
    std::vector<std::string> known = ids(described_.list("agency"));
    if (known.empty())
      for (const Role& role : described_.roles) known.push_back(role.agency);
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
    wrong(place, fmt::format("There is no kind of agency \"{}\". Add it to the list \"agency\", or mend the name.{}", name, did_you_mean(name, known)));
  }

  void quorum(const Quorum& quorum) {
    cited(quorum.cites, quorum.place);
    agency(quorum.agency, quorum.place);
    if (quorum.departs) departs(*quorum.departs);
  }

  void decision_rule(const DecisionRule& rule) {
    cited(rule.cites, rule.place);
    standings(rule.counts, rule.place);
    for (const std::string& name : rule.without_roles) role(name, rule.place);
  }

  void record(const RecordType& type) {
    for (const std::string& maker : type.makers) role(maker, type.place);
    if (type.makers.empty()) wrong(type.place, "Nobody may put this on file. Name the roles in \"makers\".");
    if (!type.cites.source.empty()) cited(type.cites, type.place);
    constexpr std::array abouts = {"children", "child", "person", "people", "file"};
    if (std::find(abouts.begin(), abouts.end(), type.about) == abouts.end())
      wrong(type.place, "\"about\" must be one of \"children\", \"child\", \"person\", \"people\" and \"file\".");
    each_once(type.questions, [](const Question& question) { return question.name; });
    for (const Question& question : type.questions) this->question(type, question);
    for (const FurtherClass& further : type.further_classes) conditions(further.when, type, type.place);
    for (const Need& need : type.needs) this->need(type, need);
    for (const std::string& next : type.leads_to) known_record(next, type.place);
    if (!type.class_from.empty() && !type.question(type.class_from)) wrong(type.place, fmt::format("\"class_from\" names no question of this record: \"{}\".", type.class_from));
  }

  void question(const RecordType& type, const Question& question) {
    if (question.about.empty()) wrong(question.place, "This question does not say whom it is about. Add \"about\".");
    const bool closed = question.kind == AnswerKind::choice || question.kind == AnswerKind::choices;
    if (closed && described_.choices(question).empty())
      wrong(question.place, "This question offers no choices. Add \"choice\" tables, or name a described list in \"choices_from\"." + did_you_mean(question.choices_from, list_names(described_)));
    if (!question.refers_to.empty()) known_record(question.refers_to, question.place);
    else if (question.kind == AnswerKind::entry) wrong(question.place, "This question does not say what it refers to. Name a record type in \"refers_to\".");
    if (!question.cites.source.empty()) cited(question.cites, question.place);
    for (const std::string& name : question.roles) role(name, question.place);
    const bool of_people = question.kind == AnswerKind::person || question.kind == AnswerKind::people;
    if (!of_people && !(question.roles.empty() && question.kinds.empty())) wrong(question.place, "Only somebody who is named has a role, or is of a kind. Take out \"roles\" and \"kinds\".");
    if (question.fewest > 0 && question.kind != AnswerKind::people) wrong(question.place, "Only people are counted. Take out \"fewest\".");
    if (question.from_happened && (question.kind != AnswerKind::day || type.happened == RecordType::When::none))
      wrong(question.place, "\"from_happened\" holds a day to the day of its entry, and here one of them is not asked. Take it out.");
    conditions(question.only_if, type, question.place);
    conditions(question.class_when, type, question.place);
  }

  void need(const RecordType& type, const Need& need) {
    cited(need.cites, type.place);
    if (!need.record.empty()) known_record(need.record, type.place);
    if (const RecordType* other = described_.record(need.record)) {
      conditions(need.where, *other, type.place);
      for (const std::string& name : need.same)
        if (name != "child") same_question(name, type, *other);
    }
    conditions(need.when, type, type.place);
    if (!need.beside.empty() && !type.question(need.beside)) wrong(type.place, fmt::format("The record \"{}\" has no question \"{}\".", type.id, need.beside));
  }

  void same_question(const std::string& name, const RecordType& type, const RecordType& other) {
    for (const RecordType* one : {&type, &other})
      if (!one->question(name)) no_question(*one, name, type.place);
  }

  void known_record(const std::string& name, const Place& place) {
    if (name.empty() || described_.record(name)) return;
    wrong(place, fmt::format("There is no record type \"{}\". Mend the name, or describe it in records/.{}", name, meant(name, described_.records)));
  }

  void conditions(const std::vector<Condition>& list, const RecordType& type, const Place& place) {
    for (const Condition& condition : list) {
      conditions(condition.parts, type, place);
      if (condition.kind == Condition::Kind::predicate) wrong(place, fmt::format("The predicate \"{}\" stands in a condition. Only a need can name one.", condition.predicate));
      if (condition.question.empty()) continue;
      const Question* question = type.question(condition.question);
      if (!question) no_question(type, condition.question, place);
      else if (condition.kind == Condition::Kind::equals && !may_be(*question, condition.value))
        wrong(place, fmt::format("\"{}\" is no answer to the question \"{}\" of \"{}\", so this would never hold. Mend it.{}", condition.value, question->name, type.id,
                                 did_you_mean(condition.value, answers_to(*question))));
    }
  }

  /// Whether a closed question can have this answer; any other question can.
  [[nodiscard]] bool may_be(const Question& question, const std::string& value) const {
    if (question.kind == AnswerKind::yes_no) return value == "true" || value == "false";
    if (question.kind != AnswerKind::choice && question.kind != AnswerKind::choices) return true;
    const auto known = answers_to(question);
    return std::find(known.begin(), known.end(), value) != known.end();
  }

  [[nodiscard]] std::vector<std::string> answers_to(const Question& question) const { return ids(described_.choices(question)); }

  void selector(const Selector& selector, const Place& place) {
    known_record(selector.record, place);
    const RecordType* type = described_.record(selector.record);
    if (!type) return;
    conditions(selector.where, *type, place);
    for (const Selector& one : selector.every) {
      this->selector(one, place);
      const RecordType* named = described_.record(one.record);
      if (named && !named->question("person")) wrong(place, fmt::format("The record \"{}\" has no question \"person\", so it names nobody.", one.record));
    }
    if (selector.day != "happened" && selector.day != "recorded") day_of(*type, selector.day, place);
    if (!selector.same.empty()) same_as(*type, selector.same, place);
  }

  void day_of(const RecordType& type, const std::string& name, const Place& place) {
    const Question* question = type.question(name);
    if (!question) return no_question(type, name, place);
    if (question->kind == AnswerKind::day || question->kind == AnswerKind::instant) return;
    std::vector<std::string> days = {"\"happened\"", "\"recorded\""};
    for (const Question& one : type.questions)
      if (one.kind == AnswerKind::day || one.kind == AnswerKind::instant) days.push_back(fmt::format("\"{}\"", one.name));
    wrong(place, fmt::format("The question \"{}\" of \"{}\" holds no day, so nothing can be counted from it. Days of this record are {}.", name, type.id, fmt::join(days, ", ")));
  }

  void same_as(const RecordType& type, const std::string& name, const Place& place) {
    const Question* question = type.question(name);
    if (!question) return no_question(type, name, place);
    if (question->kind != AnswerKind::entry) wrong(place, fmt::format("The question \"{}\" of \"{}\" names no entry, so it can never be the same one. Name a question of the kind \"entry\".", name, type.id));
  }

  void time_limit(const TimeLimit& limit) {
    cited(limit.cites, limit.place_of("source"));
    role(limit.owner, limit.place_of("owner"));
    if (!limit.owner_as.empty() && described_.term(limit.owner_as).en.empty())
      wrong(limit.place, fmt::format("There is no term \"{}\" for whose duty it is. Add it under [words], or mend the name.", limit.owner_as));
    role(limit.departure_by, limit.place_of("departure_by"));
    if (is_strict_looser(limit, described_.holidays))
      wrong(limit.place_of(limit.changed.contains("strict") ? "strict" : "limit"), fmt::format("\"strict\" is the stricter reading, and {} can end later than {}. Make it shorter, or swap the two.", limit.strict->written(), limit.limit->written()));
    for (const Selector& one : limit.anchors) selector(one, limit.place);
    if (limit.per == "reader") names_readers(limit);
    if (!limit.only_for.empty()) known_record("person", limit.place);
    if (const RecordType* person = described_.record("person")) conditions(limit.only_for, *person, limit.place);
    for (const Selector& one : limit.met_by) selector(one, limit.place);
    for (const Selector& one : limit.lapses_by) selector(one, limit.place);
    for (const Selector& one : limit.planned_by) selector(one, limit.place);
    if (limit.examples.empty()) wrong(limit.place, "No worked case names this time limit. Name one in \"examples\".");
    for (const Becomes& one : limit.becomes) becomes(one, limit);
    for (const DepartsFrom& one : limit.departs) departs(one);
    const RecordType* departure = described_.record("departure");
    for (const std::string& name : limit.departure_records)
      if (!departure) wrong(limit.place_of("departure_records"), "There is no record \"departure\", so nothing can be demanded of it. Take out \"departure_records\".");
      else if (!departure->question(name)) no_question(*departure, name, limit.place_of("departure_records"));
  }

  /// Each reader's clock begins with a record that names them, and what they do meets theirs alone.
  void names_readers(const TimeLimit& limit) {
    for (const std::vector<Selector>* all : {&limit.anchors, &limit.met_by})
      for (const Selector& one : *all)
        if (const RecordType* type = described_.record(one.record); type && !type->question("person"))
          wrong(limit.place, fmt::format("The record \"{}\" has no question \"person\", so no reader's clock can be told by it. Take out per = \"reader\".", one.record));
  }

  void becomes(const Becomes& becomes, const TimeLimit& limit) {
    cited(becomes.cites, becomes.place);
    if (becomes.at_age > 0 && limit.per != "child") wrong(becomes.place, "A birthday changes a limit of one child alone. Take out \"per\", or \"at_age\".");
    if (becomes.at_age == 0) selector(becomes.on, becomes.place);
    if (becomes.counts && !limit.limit) wrong(becomes.place, "This limit has no number, so it cannot be counted anew.");
    if (becomes.counts && limit.before) wrong(becomes.place, "A limit that is counted back is not counted anew. Describe another limit instead.");
  }

  void departs(const DepartsFrom& departs) { cited({departs.source, {}, {}}, departs.place); }

  void access_line(const AccessLine& line) {
    cited(line.cites, line.place);
    for (const std::string& name : line.roles) role(name, line.place);
    if (line.examples.empty()) wrong(line.place, "No worked case names this access line. Name one in \"examples\".");
  }

  void document_type(const DocumentType& document) {
    cited(document.cites, document.place);
    if (document.of.empty()) wrong(document.place, "This document does not say which records it is about. Name them in \"of\".");
    for (const std::string& record : document.of) known_record(record, document.place);
    standings(document.for_standings, document.place);
    for (const DocumentBlock& block : document.blocks) this->block(block, document.place, {}, {}, 0);
  }

  void standings(const std::vector<std::string>& names, const Place& place) {
    const auto& known = described_.list("standing");
    for (const std::string& name : names)
      if (std::none_of(known.begin(), known.end(), [&](const ListItem& item) { return item.id == name; }))
        wrong(place, fmt::format("\"{}\" is not in the list \"standing\". Mend the name.{}", name, meant(name, known)));
  }

  /// `record` and `groups` are those of the sections around it: the record spoken of, and the slots that they give.
  void block(const DocumentBlock& block, const Place& place, std::string record, std::vector<std::string> groups, int depth) {
    constexpr std::array<std::string_view, 5> kinds = {"section", "paragraph", "list", "table", "summary"};
    if (std::find(kinds.begin(), kinds.end(), block.kind) == kinds.end())
      wrong(place, fmt::format("A block is a \"section\", \"paragraph\", \"list\", \"table\" or \"summary\", and not \"{}\".", block.kind));
    if (block.kind != "section" && (!block.each.empty() || !block.blocks.empty())) wrong(place, "Only a section holds blocks, or stands once for \"each\".");
    if (block.kind == "section" && ++depth > deepest_section) return wrong(place, fmt::format("Sections stand more than {} deep in each other. Put them side by side.", deepest_section));
    if (block.columns.size() > most_document_columns) wrong(place, fmt::format("A table has at most {} columns.", most_document_columns));
    if (!block.record.empty()) {
      known_record(block.record, place);
      record = block.record;
    }
    const RecordType* type = described_.record(record);
    if (type) conditions(block.where, *type, place);
    if (names_predicate(block.where)) wrong(place, "A document's conditions are on answers: no predicate may stand here.");
    standings(block.for_standings, place);
    if (!block.mine.empty()) asked(block.mine, type, place);
    if (!block.each.empty() && block.each != "child" && block.each != "about") asked(block.each, type, place);
    for (const DocumentColumn& column : block.columns)
      if (!type || !told(column.question, *type)) asked(column.question, type, place);
    if (!block.each.empty()) groups.push_back(block.each);
    const bool of_entries = (block.kind == "list" && block.items.empty()) || (block.kind == "paragraph" && !block.record.empty());
    const auto slots = [&](const Words& words) { this->slots(words.en, of_entries ? type : nullptr, groups, place); };
    slots(block.words);
    slots(block.empty);
    for (const DocumentColumn& column : block.columns) this->slots(column.title.en, nullptr, groups, place);
    for (const Words& words : block.lead) slots(words);
    for (const Words& words : block.items) slots(words);
    if (!block.beneath.empty() && !of_entries) wrong(place, "Only what is made of entries, one by one, has something \"beneath\" each.");
    for (const DocumentBeneath& one : block.beneath) beneath(one, record, place);
    for (const DocumentBlock& inner : block.blocks) this->block(inner, place, record, groups, depth);
  }

  void beneath(const DocumentBeneath& beneath, const std::string& above, const Place& place) {
    known_record(beneath.record, place);
    const RecordType* type = described_.record(beneath.record);
    if (!type) return;
    const Question* question = type->question(beneath.refers_by);
    if (!question || question->refers_to != above) wrong(place, fmt::format("\"{}\" of \"{}\" does not refer to the record \"{}\".", beneath.refers_by, type->id, above));
    slots(beneath.words.en, type, {}, place);
    for (const DocumentBeneath& one : beneath.beneath) this->beneath(one, beneath.record, place);
  }

  [[nodiscard]] static bool names_predicate(const std::vector<Condition>& list) {
    return std::any_of(list.begin(), list.end(), [](const Condition& one) { return one.kind == Condition::Kind::predicate || names_predicate(one.parts); });
  }

  void asked(std::string_view question, const RecordType* type, const Place& place) {
    if (!type) wrong(place, fmt::format("\"{}\" is a question of no record: the block and those around it name none.", question));
    else if (!type->question(question)) no_question(*type, question, place);
  }

  void slots(std::string_view words, const RecordType* type, const std::vector<std::string>& groups, const Place& place) {
    for (std::size_t open = words.find('{'); open != std::string_view::npos; open = words.find('{', open + 1)) {
      const std::size_t close = words.find('}', open);
      if (close == std::string_view::npos) return wrong(place, "A slot is opened by { and not closed.");
      if (!known_slot(words.substr(open + 1, close - open - 1), type, groups))
        wrong(place, fmt::format("Nothing fills the slot {{{}}} here. Mend the name.", words.substr(open + 1, close - open - 1)));
    }
  }

  [[nodiscard]] bool known_slot(std::string_view slot, const RecordType* type, const std::vector<std::string>& groups) const {
    constexpr std::string_view of_conference = "conference.", length_of = "limit.";
    const RecordType* conference = described_.record("conference");
    if (slot.starts_with(length_of)) {
      const TimeLimit* limit = described_.time_limit(slot.substr(length_of.size()));
      return limit && limit->limit;
    }
    if (slot.starts_with(of_conference)) return conference && conference->question(slot.substr(of_conference.size()));
    if (slot == "reader" || described_.words.find(slot) != described_.words.end()) return true;
    if (std::find(groups.begin(), groups.end(), slot) != groups.end()) return true;
    return type && told(slot, *type);
  }

  /// Whether an entry of this type can tell something of this name: an answer, whom it is about, who wrote it, when; or what somebody named is.
  [[nodiscard]] static bool told(std::string_view name, const RecordType& type) {
    constexpr std::string_view of_role = ".role";
    const bool role = name.ends_with(of_role);
    if (role) name.remove_suffix(of_role.size());
    return name == "author" || (!role && (name == "about" || name == "happened")) || type.question(name);
  }

  const Described& described_;
  std::vector<LoadError>& errors_;
};

}  // namespace

void check(const Described& described, std::vector<LoadError>& errors) { Checker(described, errors).run(); }

}  // namespace confer
