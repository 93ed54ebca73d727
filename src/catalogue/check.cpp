#include "catalogue/check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/near_name.h"
#include "catalogue/check_documents.h"
#include "catalogue/check_names.h"
#include "catalogue/checking.h"
#include "catalogue/loosen.h"

namespace confer {
namespace {

/// Walks a described procedure and notes what does not hold together.
class Checker {
 public:
  Checker(const Described& described, std::vector<LoadError>& errors) : described_(described), errors_(errors), see_(described, errors) {}

  void run() {
    for (const RecordType& type : described_.records) record(type);
    for (const TimeLimit& limit : described_.time_limits) time_limit(limit);
    for (const AccessLine& line : described_.access) access_line(line);
    for (const auto& [name, items] : described_.lists) {
      items_once(items);
      for (const ListItem& item : items) {
        see_.cited(item.cites, item.place);
        if (!item.role.empty()) role(item.role, item.place);
      }
    }
    for (const Quorum& one : described_.quorums) quorum(one);
    for (const Role& one : described_.roles) agency(one.agency, one.place);
    if (described_.decision_rule) decision_rule(*described_.decision_rule);
    if (described_.holidays) see_.cited(described_.holidays->cites, described_.holidays->place);
    for (const ClosureDay& closure : described_.closures) see_.cited(closure.cites, closure.place);
    check_documents(described_, errors_);
    check_lists(described_, errors_);
  }

 private:
  /// Notes what has the same name as something before it.
  template <class T, class Name>
  void each_once(const std::vector<T>& items, Name name) {
    std::map<std::string, Place> known;
    for (const T& item : items)
      if (const auto [same, added] = known.emplace(name(item), item.place); !added)
        see_.wrong(item.place, fmt::format("\"{}\" is described already in {}:{}. Give this one another name.", same->first, same->second.file, same->second.line));
  }

  /// The same of the items of a list, which may follow each other in time.
  void items_once(const std::vector<ListItem>& items) {
    for (auto item = items.begin(); item != items.end(); ++item) {
      const auto same = std::find_if(items.begin(), item, [&](const ListItem& other) { return other.id == item->id && overlap(other, *item); });
      if (same == item) continue;
      const bool dated = item->in_force_from || item->in_force_to || same->in_force_from || same->in_force_to;
      see_.wrong(item->place, fmt::format("\"{}\" {} {}:{}. {}", item->id, dated ? "overlaps in time with" : "is described already in", same->place.file, same->place.line,
                                     dated ? "Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\"." : "Give this one another name."));
    }
  }

  void role(const std::string& name, const Place& place) {
    if (name.empty() || name == "any" || described_.role(name)) return;
    see_.wrong(place, fmt::format("There is no role \"{}\". Add it to roles.toml, or mend the name.{}", name, see_.meant(name, described_.roles)));
  }

  /// A kind of agency: one of the list, or where there is none, one that some role has.
  void agency(const std::string& name, const Place& place) {
    std::vector<std::string> known = see_.ids(described_.list("agency"));
    if (known.empty())
      for (const Role& role : described_.roles) known.push_back(role.agency);
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
    see_.wrong(place, fmt::format("There is no kind of agency \"{}\". Add it to the list \"agency\", or mend the name.{}", name, did_you_mean(name, known)));
  }

  void quorum(const Quorum& quorum) {
    see_.cited(quorum.cites, quorum.place);
    agency(quorum.agency, quorum.place);
    if (quorum.departs) departs(*quorum.departs);
  }

  void decision_rule(const DecisionRule& rule) {
    see_.cited(rule.cites, rule.place);
    see_.standings(rule.counts, rule.place);
    for (const std::string& name : rule.without_roles) role(name, rule.place);
  }

  void record(const RecordType& type) {
    for (const std::string& maker : type.makers) role(maker, type.place);
    if (type.makers.empty()) see_.wrong(type.place, "Nobody may put this on file. Name the roles in \"makers\".");
    if (!type.cites.source.empty()) see_.cited(type.cites, type.place);
    constexpr std::array abouts = {"children", "child", "person", "people", "file"};
    if (std::find(abouts.begin(), abouts.end(), type.about) == abouts.end())
      see_.wrong(type.place, "\"about\" must be one of \"children\", \"child\", \"person\", \"people\" and \"file\".");
    each_once(type.questions, [](const Question& question) { return question.name; });
    for (const Question& question : type.questions) this->question(type, question);
    for (const FurtherClass& further : type.further_classes) see_.conditions(further.when, type, type.place);
    for (const Need& need : type.needs) this->need(type, need);
    for (const std::string& next : type.leads_to) see_.known_record(next, type.place);
    if (!type.class_from.empty() && !type.question(type.class_from)) see_.wrong(type.place, fmt::format("\"class_from\" names no question of this record: \"{}\".", type.class_from));
  }

  void question(const RecordType& type, const Question& question) {
    if (question.about.empty()) see_.wrong(question.place, "This question does not say whom it is about. Add \"about\".");
    const bool closed = question.kind == AnswerKind::choice || question.kind == AnswerKind::choices;
    if (closed && described_.choices(question).empty())
      see_.wrong(question.place, "This question offers no choices. Add \"choice\" tables, or name a described list in \"choices_from\"." + did_you_mean(question.choices_from, list_names(described_)));
    if (!question.refers_to.empty()) see_.known_record(question.refers_to, question.place);
    else if (question.kind == AnswerKind::entry) see_.wrong(question.place, "This question does not say what it refers to. Name a record type in \"refers_to\".");
    if (!question.cites.source.empty()) see_.cited(question.cites, question.place);
    for (const std::string& name : question.roles) role(name, question.place);
    const bool of_people = question.kind == AnswerKind::person || question.kind == AnswerKind::people;
    if (!of_people && !(question.roles.empty() && question.kinds.empty())) see_.wrong(question.place, "Only somebody who is named has a role, or is of a kind. Take out \"roles\" and \"kinds\".");
    if (question.fewest > 0 && question.kind != AnswerKind::people) see_.wrong(question.place, "Only people are counted. Take out \"fewest\".");
    if (question.from_happened && (question.kind != AnswerKind::day || type.happened == RecordType::When::none))
      see_.wrong(question.place, "\"from_happened\" holds a day to the day of its entry, and here one of them is not asked. Take it out.");
    see_.conditions(question.only_if, type, question.place);
    see_.conditions(question.class_when, type, question.place);
  }

  void need(const RecordType& type, const Need& need) {
    see_.cited(need.cites, type.place);
    if (!need.record.empty()) see_.known_record(need.record, type.place);
    if (const RecordType* other = described_.record(need.record)) {
      see_.conditions(need.where, *other, type.place);
      for (const std::string& name : need.same)
        if (name != "child") same_question(name, type, *other);
    }
    see_.conditions(need.when, type, type.place);
    if (!need.beside.empty() && !type.question(need.beside)) see_.wrong(type.place, fmt::format("The record \"{}\" has no question \"{}\".", type.id, need.beside));
  }

  void same_question(const std::string& name, const RecordType& type, const RecordType& other) {
    for (const RecordType* one : {&type, &other})
      if (!one->question(name)) see_.no_question(*one, name, type.place);
  }

  void selector(const Selector& selector, const Place& place) {
    see_.known_record(selector.record, place);
    const RecordType* type = described_.record(selector.record);
    if (!type) return;
    see_.conditions(selector.where, *type, place);
    for (const std::string& name : selector.roles) role(name, place);
    of_conference(*type, selector.conference, place);
    if (!selector.through.empty()) same_as(*type, selector.through, place);
    for (const Selector& one : selector.every) every(one, type->question(selector.through), place);
    for (const std::string& name : selector.also_by) role(name, place);
    if (!selector.also_by.empty() && selector.every.empty()) see_.wrong(place, "\"also_by\" asks for one more beside \"every\", and there is no \"every\" here. Add it, or take \"also_by\" out.");
    if (selector.day != "happened" && selector.day != "recorded") day_of(*type, selector.day, place);
    if (!selector.same.empty()) same_as(*type, selector.same, place);
  }

  /// Conditions on the conference that an entry names.
  void of_conference(const RecordType& type, const std::vector<Condition>& conditions, const Place& place) {
    if (conditions.empty()) return;
    const Question* question = type.question("conference");
    if (!question) return see_.no_question(type, "conference", place);
    if (const RecordType* conference = described_.record(question->refers_to)) see_.conditions(conditions, *conference, place);
  }

  /// Those for each of whom one must exist are named by a person, or are themselves named by the question that is gone through; null where none is.
  void every(const Selector& every, const Question* through, const Place& place) {
    selector(every, place);
    const RecordType* named = described_.record(every.record);
    if (named && !named->question("person") && !(through && through->refers_to == every.record))
      see_.wrong(place, fmt::format("The record \"{}\" has no question \"person\", so it names nobody.", every.record));
  }

  void day_of(const RecordType& type, const std::string& name, const Place& place) {
    const Question* question = type.question(name);
    if (!question) return see_.no_question(type, name, place);
    if (question->kind == AnswerKind::day || question->kind == AnswerKind::instant) return;
    std::vector<std::string> days = {"\"happened\"", "\"recorded\""};
    for (const Question& one : type.questions)
      if (one.kind == AnswerKind::day || one.kind == AnswerKind::instant) days.push_back(fmt::format("\"{}\"", one.name));
    see_.wrong(place, fmt::format("The question \"{}\" of \"{}\" holds no day, so nothing can be counted from it. Days of this record are {}.", name, type.id, fmt::join(days, ", ")));
  }

  void same_as(const RecordType& type, const std::string& name, const Place& place) {
    const Question* question = type.question(name);
    if (!question) return see_.no_question(type, name, place);
    if (question->kind != AnswerKind::entry) see_.wrong(place, fmt::format("The question \"{}\" of \"{}\" names no entry, so it can never be the same one. Name a question of the kind \"entry\".", name, type.id));
  }

  void time_limit(const TimeLimit& limit) {
    see_.cited(limit.cites, limit.place_of("source"));
    role(limit.owner, limit.place_of("owner"));
    if (!limit.owner_as.empty() && described_.term(limit.owner_as).en.empty())
      see_.wrong(limit.place, fmt::format("There is no term \"{}\" for whose duty it is. Add it under [words], or mend the name.", limit.owner_as));
    role(limit.departure_by, limit.place_of("departure_by"));
    if (is_strict_looser(limit, described_.holidays))
      see_.wrong(limit.place_of(limit.changed.contains("strict") ? "strict" : "limit"), fmt::format("\"strict\" is the stricter reading, and {} can end later than {}. Make it shorter, or swap the two.", limit.strict->written(), limit.limit->written()));
    for (const Selector& one : limit.anchors) selector(one, limit.place);
    if (limit.per == "reader") names_readers(limit);
    if (!limit.only_for.empty()) see_.known_record("person", limit.place);
    if (const RecordType* person = described_.record("person")) see_.conditions(limit.only_for, *person, limit.place);
    for (const Selector& one : limit.met_by) selector(one, limit.place);
    for (const Selector& one : limit.lapses_by) selector(one, limit.place);
    for (const Selector& one : limit.planned_by) selector(one, limit.place);
    if (limit.examples.empty()) see_.wrong(limit.place, "No worked case names this time limit. Name one in \"examples\".");
    for (const Becomes& one : limit.becomes) becomes(one, limit);
    for (const DepartsFrom& one : limit.departs) departs(one);
    const RecordType* departure = described_.record("departure");
    for (const std::string& name : limit.departure_records)
      if (!departure) see_.wrong(limit.place_of("departure_records"), "There is no record \"departure\", so nothing can be demanded of it. Take out \"departure_records\".");
      else if (!departure->question(name)) see_.no_question(*departure, name, limit.place_of("departure_records"));
  }

  /// Each reader's clock begins with a record that names them, and what they do meets theirs alone.
  void names_readers(const TimeLimit& limit) {
    for (const std::vector<Selector>* all : {&limit.anchors, &limit.met_by})
      for (const Selector& one : *all)
        if (const RecordType* type = described_.record(one.record); type && !type->question("person"))
          see_.wrong(limit.place, fmt::format("The record \"{}\" has no question \"person\", so no reader's clock can be told by it. Take out per = \"reader\".", one.record));
  }

  void becomes(const Becomes& becomes, const TimeLimit& limit) {
    see_.cited(becomes.cites, becomes.place);
    if (becomes.at_age > 0 && limit.per != "child") see_.wrong(becomes.place, "A birthday changes a limit of one child alone. Take out \"per\", or \"at_age\".");
    if (becomes.at_age == 0) selector(becomes.on, becomes.place);
    if (becomes.counts && !limit.limit) see_.wrong(becomes.place, "This limit has no number, so it cannot be counted anew.");
    if (becomes.counts && limit.before) see_.wrong(becomes.place, "A limit that is counted back is not counted anew. Describe another limit instead.");
  }

  void departs(const DepartsFrom& departs) { see_.cited({departs.source, {}, {}}, departs.place); }

  void access_line(const AccessLine& line) {
    see_.cited(line.cites, line.place);
    for (const std::string& name : line.roles) role(name, line.place);
    if (line.examples.empty()) see_.wrong(line.place, "No worked case names this access line. Name one in \"examples\".");
  }

  const Described& described_;
  std::vector<LoadError>& errors_;
  Checking see_;
};

}  // namespace

void check(const Described& described, std::vector<LoadError>& errors) { Checker(described, errors).run(); }

}  // namespace confer
