#include "catalogue/difference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "catalogue/in_words.h"

namespace confer {
namespace {

/// What is told of a thing: the parts by name, in order.
using Parts = std::vector<std::pair<std::string, std::string>>;

std::string condition(const Condition& one);

std::string conditions(const std::vector<Condition>& all) {
  std::vector<std::string> out;
  for (const Condition& one : all) out.push_back(condition(one));
  return fmt::format("{}", fmt::join(out, " and "));
}

std::string condition(const Condition& one) {
  switch (one.kind) {
    case Condition::Kind::all: return fmt::format("({})", conditions(one.parts));
    case Condition::Kind::any: return fmt::format("any of ({})", conditions(one.parts));
    case Condition::Kind::none: return fmt::format("not ({})", conditions(one.parts));
    case Condition::Kind::answered: return one.question;
    case Condition::Kind::equals: return fmt::format("{} is {}", one.question, one.value);
    case Condition::Kind::predicate: return one.predicate;
  }
  mistake("every kind of condition is told", __FILE__, __LINE__);
}

std::string selector(const Selector& one) {
  std::string out = one.record + (one.day == "happened" ? "" : "." + one.day);
  if (!one.where.empty()) out += " where " + conditions(one.where);
  if (!one.same.empty()) out += ", same " + one.same;
  if (one.any_child) out += ", whichever child";
  if (!one.roles.empty()) out += fmt::format(", by {}", fmt::join(one.roles, " or "));
  if (!one.conference.empty()) out += ", of a conference where " + conditions(one.conference);
  if (!one.through.empty()) out += ", through " + one.through;
  for (const Selector& every : one.every) out += ", for every " + selector(every);
  if (!one.also_by.empty()) out += fmt::format(", one of them by {}", fmt::join(one.also_by, " or "));
  return out;
}

std::string selectors(const std::vector<Selector>& all) {
  std::vector<std::string> out;
  for (const Selector& one : all) out.push_back(selector(one));
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string_view name(ChildGroup group) {
  switch (group) {
    case ChildGroup::nobody: return "";
    case ChildGroup::unborn: return "unborn";
    case ChildGroup::born: return "born";
    case ChildGroup::all: return "all";
  }
  mistake("every group of children has a name", __FILE__, __LINE__);
}

std::string_view name(Becomes::Whichever whichever) {
  switch (whichever) {
    case Becomes::Whichever::instead: return "instead";
    case Becomes::Whichever::earlier: return "if earlier";
    case Becomes::Whichever::later: return "if later";
  }
  mistake("every choice of two limits has a name", __FILE__, __LINE__);
}

std::string becomes(const std::vector<Becomes>& all) {
  std::vector<std::string> out;
  for (const Becomes& one : all) {
    const std::string on = one.at_age > 0 ? fmt::format("at {}", one.at_age) : "on " + selector(one.on);
    out.push_back(on + ": " + (one.counts ? fmt::format("{}, {}", one.counts->written(), name(one.whichever)) : one.ends ? "ends" : one.says.en));
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string number(const TimeLimit& one) {
  const std::string number = one.limit ? one.limit->written() : one.unset ? fmt::format("unset{}{}", one.no_number.en.empty() ? "" : ": ", one.no_number.en) : one.no_number.en;
  return one.limit ? fmt::format("{} {}", number, one.before ? "before" : "after") : number;
}

std::string departs(const std::vector<DepartsFrom>& all) {
  std::vector<std::string> out;
  for (const DepartsFrom& one : all) out.push_back(fmt::format("{} ({})", one.reason, one.source));
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string in_force(const std::optional<Date>& day) { return day ? day->iso() : ""; }

Parts parts(const TimeLimit& one) {
  return {{"what", one.what.en}, {"limit", number(one)}, {"strict", one.strict ? one.strict->written() : ""}, {"from", selectors(one.anchors)}, {"met_by", selectors(one.met_by)},
          {"lapses_by", selectors(one.lapses_by)}, {"planned_by", selectors(one.planned_by)}, {"becomes", becomes(one.becomes)}, {"only_for", conditions(one.only_for)},
          {"over_age", one.over_age > 0 ? std::to_string(one.over_age) : ""},
          {"reference_for", std::string(name(one.reference_for))}, {"per", one.per}, {"window", one.window ? "yes" : ""}, {"owner", one.owner}, {"departure_by", one.departure_by},
          {"departure_records", fmt::format("{}", fmt::join(one.departure_records, ", "))}, {"departs_from", departs(one.departs)}, {"source", one.cites.source},
          {"in_force_from", in_force(one.in_force_from)}, {"in_force_to", in_force(one.in_force_to)}};
}

Parts parts(const Role& one) { return {{"title", one.title.en}, {"agency", one.agency}, {"standing", one.standing}}; }
Parts parts(const ListItem& one) { return {{"title", one.title.en}, {"hint", one.hint.en}, {"census", one.census}, {"role", one.role}, {"stands_last", one.stands_last ? "yes" : "no"},
                                                  {"source", one.cites.source}, {"in_force_from", in_force(one.in_force_from)}, {"in_force_to", in_force(one.in_force_to)}}; }
Parts parts(const AccessLine& one) {
  return {{"roles", fmt::format("{}", fmt::join(one.roles, ", "))}, {"relation", one.relation}, {"classes", fmt::format("{}", fmt::join(one.classes, ", "))},
          {"needs", fmt::format("{}", fmt::join(one.needs, ", "))}, {"withholds", one.withholds ? "yes" : "no"}};
}
Parts parts(const RecordType& one) {
  std::vector<std::string> questions, needs;
  for (const Question& question : one.questions) questions.push_back(question.name + (question.required ? "" : " (optional)"));
  for (const Need& need : one.needs) needs.push_back(need.record.empty() ? need.predicate : need.record);
  return {{"title", one.title.en}, {"makers", fmt::format("{}", fmt::join(one.makers, ", "))}, {"questions", fmt::format("{}", fmt::join(questions, ", "))},
          {"needs", fmt::format("{}", fmt::join(needs, ", "))}, {"class", one.access_class}};
}
Parts parts(const DocumentType& one) {
  return {{"title", one.title.en}, {"for", fmt::format("{}", fmt::join(one.for_standings, ", "))}, {"due_by", fmt::format("{}", fmt::join(one.due_by, ", "))},
          {"needs_release", one.needs_release ? "yes" : "no"}};
}

/// Where a part of a thing stands: only a time limit is changed part by part.
const Place& place_of(const TimeLimit& one, std::string_view part) { return one.place_of(part); }
template <class T>
const Place& place_of(const T& one, std::string_view) {
  return one.place;
}

class Comparer {
 public:
  /// Compares two lists of things with ids; what stands several times under one id is compared in order.
  template <class T>
  void compare(const std::string& kind, const std::vector<T>& left, const std::vector<T>& right, std::string_view prefix = {}) {
    for (const T& one : left) pair(kind, one.id, &one, same(left, one, right), prefix);
    for (const T& one : right)
      if (!same(right, one, left)) pair<T>(kind, one.id, nullptr, &one, prefix);
  }

  void tell(const std::string& kind, const std::string& id, const std::string& what, std::string left, std::string right, Place left_place = {}, Place right_place = {}) {
    if (left != right) out.push_back({kind, id, what, std::move(left), std::move(right), std::move(left_place), std::move(right_place)});
  }

  std::vector<Difference> out;

 private:
  /// The thing of `others` with the id of `one`, and as many of that id before it as `one` has in its own list; null when there is none.
  template <class T>
  static const T* same(const std::vector<T>& own, const T& one, const std::vector<T>& others) {
    std::size_t before = 0;
    for (const T& other : own) {
      if (&other == &one) break;
      if (other.id == one.id) ++before;
    }
    for (const T& other : others)
      if (other.id == one.id && before-- == 0) return &other;
    return nullptr;
  }

  template <class T>
  void pair(const std::string& kind, const std::string& id, const T* left, const T* right, std::string_view prefix) {
    const std::string named = std::string(prefix) + id;
    if (left && right) {
      const Parts mine = parts(*left), theirs = parts(*right);
      for (std::size_t i = 0; i < mine.size(); ++i) tell(kind, named, mine[i].first, mine[i].second, theirs[i].second, place_of(*left, mine[i].first), place_of(*right, mine[i].first));
    } else {
      const T& only = left ? *left : *right;
      std::string told;
      for (const auto& [what, value] : parts(only))
        if (!value.empty() && (what == "title" || what == "what" || what == "limit" || what == "relation")) told += (told.empty() ? "" : ": ") + value;
      tell(kind, named, "stands", left ? told : "", right ? told : "", left ? only.place : Place{}, right ? only.place : Place{});
    }
  }
};

std::string quorum(const Quorum& one) {
  std::string out = fmt::format("{} and {} others", one.agency, one.other_agencies);
  if (one.in_force_from) out += " from " + one.in_force_from->iso();
  if (one.in_force_to) out += " to " + one.in_force_to->iso();
  return out;
}

/// The quorums of two procedures, the latest described beside the latest.
void quorums(const Described& left, const Described& right, Comparer& comparer) {
  const auto from_end = [](const std::vector<Quorum>& all, std::size_t at) { return at < all.size() ? &all[all.size() - 1 - at] : nullptr; };
  for (std::size_t at = 0; at < std::max(left.quorums.size(), right.quorums.size()); ++at) {
    const Quorum *mine = from_end(left.quorums, at), *theirs = from_end(right.quorums, at);
    comparer.tell("quorum", "quorum", "agencies", mine ? quorum(*mine) : "", theirs ? quorum(*theirs) : "", mine ? mine->place : Place{}, theirs ? theirs->place : Place{});
  }
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string decision_rule(const std::optional<DecisionRule>& one) { return one ? fmt::format("{}, without {}", listed(one->counts), listed(one->without_roles)) : ""; }

/// What things are called, over time where that changes; what a role is called stands with the role unless it does.
void words(const Described& left, const Described& right, Comparer& comparer) {
  const auto said = [](const Described& one, const std::string& name) { return one.said_over_time(name).size() > 1 ? over_time(name, one) : one.term(name).en; };
  std::set<std::string> names;
  for (const Described* one : {&left, &right})
    for (const auto& [name, words] : one->words) names.insert(name);
  for (const std::string& name : names) {
    const auto is_titles = [&](const Described& one) { return name.starts_with("role_") && one.said_over_time(name).size() < 2; };
    if (is_titles(left) && is_titles(right)) continue;
    comparer.tell("words", name, "en", said(left, name), said(right, name));
    if (left.words.contains(name)) comparer.tell("words", name, "cy", left.term(name).cy, right.term(name).cy);
  }
}

}  // namespace

std::vector<Difference> differences(const Described& left, const Described& right) {
  Comparer comparer;
  comparer.compare("time limit", left.time_limits, right.time_limits);
  quorums(left, right, comparer);
  comparer.tell("quorum", "decision", "whose views count", decision_rule(left.decision_rule), decision_rule(right.decision_rule), left.decision_rule ? left.decision_rule->place : Place{},
                right.decision_rule ? right.decision_rule->place : Place{});
  for (const auto& [name, items] : left.lists) comparer.compare("list", items, right.list(name), name + ".");
  for (const auto& [name, items] : right.lists)
    if (!left.lists.contains(name)) comparer.compare("list", {}, items, name + ".");
  comparer.compare("role", left.roles, right.roles);
  comparer.compare("record", left.records, right.records);
  comparer.compare("access", left.access, right.access);
  comparer.compare("document", left.documents, right.documents);
  words(left, right, comparer);
  comparer.tell("bank holidays", "bank_holidays", "list", left.holidays ? left.holidays->id : "", right.holidays ? right.holidays->id : "");
  return std::move(comparer.out);
}

}  // namespace confer
