#include "desk/examples/case_checks.h"

#include <fmt/format.h>

#include "procedure/decide.h"
#include "procedure/explain.h"
#include "procedure/look_ahead.h"

namespace confer::examples {
namespace {

std::string written(std::optional<Date> day) { return day ? day->iso() : "none"; }

bool concerns_all(const Obligation& obligation, const Due& due) {
  return std::all_of(due.about.begin(), due.about.end(), [&](const std::string& child) {
    return std::find(obligation.about.begin(), obligation.about.end(), PersonId{child}) != obligation.about.end();
  });
}

/// The obligations of the expected rule that concern all the expected children; of those counted from the day that is named, where one is.
std::vector<Obligation> of_rule(const CaseFile& file, const Procedure& procedure, const Due& due) {
  std::vector<Obligation> found = obligations(file, procedure, due.as_at);
  std::erase_if(found, [&](const Obligation& one) { return one.rule->id != due.rule || !concerns_all(one, due) || (due.counted_from && one.counted_from != *due.counted_from); });
  return found;
}

/// Gathers what one obligation has otherwise than it should: "the limit should be 2024-05-15 and is 2024-05-14. ".
class Otherwise {
 public:
  void same(std::string_view what, std::string_view expected, std::string_view is) {
    if (expected != is) out_ += fmt::format("the {} should be {} and is {}; ", what, expected.empty() ? "named" : expected, is);
  }
  void day(std::string_view what, std::optional<Date> expected, std::optional<Date> is) {
    if (expected) same(what, written(expected), written(is));
  }
  void holds(std::string_view what, const std::string& expected, const std::string& is) {
    if (is.find(expected) == std::string::npos) out_ += fmt::format("the {} should say \"{}\" and says \"{}\"; ", what, expected, is);
  }
  /// Empty where nothing is otherwise.
  [[nodiscard]] std::string all() const { return out_.empty() ? out_ : out_.substr(0, out_.size() - 2); }

 private:
  std::string out_;
};

void compare_counted(Otherwise& otherwise, const Due& due, const Obligation& one) {
  if (!one.counted) return otherwise.same("limit", written(due.limit), one.unknown ? *one.unknown : "none");
  otherwise.same("limit", written(due.limit), one.counted->limit.iso());
  otherwise.day("latest day that can be booked", due.latest_bookable, one.counted->latest_bookable);
  otherwise.same("limit as a moment", due.limit_at ? due.limit_at->iso() : "none", one.counted->limit_at ? one.counted->limit_at->iso() : "none");
}

void compare_words(Otherwise& otherwise, const Due& due, const Obligation& one, const CaseFile& file, const Procedure& procedure) {
  otherwise.holds("reason", due.says, explanation(one, file, procedure));
  std::string table, told;
  for (const Reason& reason : reasons(one, file, procedure)) table += reason.value + "\n";
  for (const Beside& line : beside(one, file, procedure)) told += line.reason.value + "\n";
  otherwise.holds("table of reasons", due.reasons, table);
  otherwise.holds("line beside it", due.beside, told);
}

/// What differs from one line of a then-table; empty when nothing does.
std::string difference(const CaseFile& file, const Procedure& procedure, const Due& due) {
  const std::string at = fmt::format("{} as at {}: ", due.rule, due.as_at.iso());
  const auto found = of_rule(file, procedure, due);
  if (found.empty()) return at + "nothing of this rule is due for those children. Look at what it is counted from, and at \"about\".";
  if (found.size() > 1) return fmt::format("{}{} are due where one is expected. Where a clock starts anew with each meeting, \"counted_from\" names the day of one.", at, found.size());
  const Obligation& one = found.front();
  Otherwise otherwise;
  otherwise.same("state", due.state, name(one.state));
  compare_counted(otherwise, due, one);
  otherwise.same("day it was met", written(due.met_on), written(one.met_on));
  otherwise.day("stricter reading", due.strict, one.strict ? std::optional(one.strict->limit) : std::nullopt);
  otherwise.day("day planned", due.planned_on, one.planned_on);
  otherwise.day("day it lapsed", due.lapsed_on, one.lapsed_on);
  if (due.reference) otherwise.same("limit", "only a date to go by", one.reference ? "only a date to go by" : "binding");
  compare_words(otherwise, due, one, file, procedure);
  const std::string all = otherwise.all();
  return all.empty() ? all : fmt::format("{}{}. Confer's reason: {}", at, all, explanation(one, file, procedure));
}

/// What differs from one line of an ahead-table.
std::string difference(const CaseFile& file, const Procedure& procedure, const Ahead& ahead) {
  const std::string at = fmt::format("Looking ahead from {}: ", ahead.as_at.iso());
  const auto everyone = look_ahead(file, procedure, ahead.limiting ? std::nullopt : ahead.conference, ahead.as_at);
  if (!everyone) return at + everyone.error().message;
  const LookAhead* found = &everyone->front();   // the most urgent: a case that tells of another names its day
  Otherwise otherwise;
  otherwise.same("day looked at", ahead.limiting ? "the last within the limit" : "another", found->is_limiting ? "the last within the limit" : "another");
  otherwise.same("conference", ahead.in_time ? "in time" : "late", found->in_time ? "in time" : "late");
  otherwise.day("day of the conference", ahead.conference, found->day);
  if (ahead.limit) otherwise.day("limit", ahead.limit, found->conference.counted ? std::optional(found->conference.counted->limit) : std::nullopt);
  const auto line = std::find_if(found->lines.begin(), found->lines.end(), [&](const AheadLine& one) { return one.obligation.rule->id == ahead.rule; });
  if (line == found->lines.end()) return at + "nothing is said of " + ahead.rule + ".";
  otherwise.same("latest safe day of " + ahead.rule, written(ahead.latest_safe), written(line->latest_safe));
  otherwise.same("state of " + ahead.rule, ahead.state, state_name(*line));
  const std::string all = otherwise.all();
  return all.empty() ? all : at + all + ". Confer says: " + found->words + " " + line->words;
}

/// What differs from one line of a quorum-table.
std::string difference(const WorkedCase& one, const QuorumExpected& expected, const Procedure& procedure) {
  const auto found = quorum(file_before(one, expected.before), procedure, EntryId{expected.conference}, PersonId{expected.child});
  Otherwise otherwise;
  otherwise.same("quorum", expected.state, name(found.state));
  otherwise.same("list of agencies present", fmt::format("[{}]", fmt::join(expected.present, ", ")), fmt::format("[{}]", fmt::join(found.present, ", ")));
  otherwise.same("list of agencies missing", fmt::format("[{}]", fmt::join(expected.missing, ", ")), fmt::format("[{}]", fmt::join(found.missing, ", ")));
  const std::string all = otherwise.all();
  return all.empty() ? all : fmt::format("Quorum for {}: {}.", expected.child, all);
}

/// Every problem's field and message in one line.
std::string written(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += (out.empty() ? "" : " ") + (problem.field.empty() ? "" : problem.field + ": ") + problem.message;
  return out;
}

/// The draft that stands in for one of the case's own entries.
Entry draft_of(const Entry& own, const Instead& instead) {
  Entry draft = own;
  if (!instead.type.empty()) draft.type = instead.type;
  if (instead.happened) draft.happened = *instead.happened;
  if (instead.answers) draft.answers = Answers(*instead.answers);
  return draft;
}

/// What differs when an entry is put in place of one of the case's own: whether it is refused, in which words, and what then is due.
std::string difference(const WorkedCase& one, const Instead& instead, const Procedure& procedure) {
  const Entry* own = one.file().find(EntryId{instead.of});
  if (!own) return fmt::format("The case has no entry \"{}\" to put another in place of. Mend \"of\".", instead.of);
  CaseFile file = file_before(one, instead.of, instead.without);
  const Entry draft = draft_of(*own, instead);
  const auto decided = decide(file, procedure, draft, london_day(draft.recorded));
  const std::string said = decided ? "" : written(decided.error());
  if (decided && !instead.refused.empty()) return fmt::format("What is put instead of {} should be refused with \"{}\" and is taken.", instead.of, instead.refused);
  if (!decided && instead.refused.empty()) return fmt::format("What is put instead of {} should be taken and is refused: {}", instead.of, said);
  if (said.find(instead.refused) == std::string::npos) return fmt::format("What is put instead of {} should be refused with \"{}\" and is refused with \"{}\".", instead.of, instead.refused, said);
  if (!instead.then) return {};
  file.evolve(draft);
  return difference(file, procedure, *instead.then);
}

/// Whoever put an entry on file: a practitioner, or family in a family's role; and the role may put such on file. Empty when so.
std::string maker_wrong(const Entry& entry, const CaseFile& file, const Described& procedure) {
  const PersonOnFile* maker = file.person(entry.by);
  const Role* role = procedure.role(entry.role);
  const RecordType* type = procedure.record(entry.type);
  if (!maker) return fmt::format("\"{}\", who puts this on file, is nobody whom the case introduces.", entry.by.value);
  if (!role) return fmt::format("There is no role \"{}\" in this procedure.", entry.role);
  if ((maker->kind == "practitioner") == (role->standing == "family")) return fmt::format("\"{}\" cannot write in the role \"{}\": one is family and the other is not.", entry.by.value, entry.role);
  if (type && std::find(type->makers.begin(), type->makers.end(), entry.role) == type->makers.end()) return fmt::format("The role \"{}\" may not put \"{}\" on file.", entry.role, entry.type);
  return {};
}

}  // namespace

CaseFile file_before(const WorkedCase& one, std::string_view id, std::string_view without) {
  std::vector<Entry> entries;
  for (const Entry& entry : one.entries) {
    if (!id.empty() && entry.id.value == id) break;
    if (entry.id.value != without) entries.push_back(entry);
  }
  return CaseFile::fold(std::move(entries));
}

std::string_view name(QuorumFinding::State state) noexcept {
  switch (state) {
    case QuorumFinding::State::quorate: return "quorate";
    case QuorumFinding::State::chair_decides: return "chair_decides";
    case QuorumFinding::State::none_published: return "none_published";
    case QuorumFinding::State::proceeds: return "proceeds";
    case QuorumFinding::State::postponed: return "postponed";
  }
  return "";
}

std::vector<LoadError> refused_entries(const WorkedCase& one, const Procedure& procedure) {
  std::vector<LoadError> out;
  CaseFile file;
  for (std::size_t i = 0; i < one.entries.size(); ++i) {
    const Entry& entry = one.entries[i];
    const auto wrong = [&](const std::string& what) { out.push_back({one.place(i), fmt::format("{}: {}", entry.id.value, what)}); };
    if (i > 0 && entry.recorded < one.entries[i - 1].recorded) wrong("this was put on file before the line above it. Let the lines stand in the order in which they were recorded.");
    if (const auto decided = decide(file, procedure, entry, london_day(entry.recorded)); !decided) wrong("this is refused: " + written(decided.error()));
    if (const std::string maker = maker_wrong(entry, one.file(), procedure.described()); !maker.empty()) wrong(maker);
    file.evolve(entry);
  }
  return out;
}

std::vector<LoadError> differences(const WorkedCase& one, const Procedure& procedure, HowMany how_many) {
  std::vector<LoadError> out;
  const auto enough = [&] { return how_many == HowMany::one && !out.empty(); };
  const auto note = [&](const Place& place, std::string differs) {
    if (!differs.empty()) out.push_back({place, std::move(differs)});
  };
  const auto each = [&](const auto& rows, auto differs) {
    for (const auto& row : rows)
      if (!enough()) note(row.place, differs(row));
  };
  each(one.then, [&](const Due& due) { return difference(one.known.at(due.known_on), procedure.speaking_on(due.as_at), due); });
  each(one.never, [&](const Due& due) {
    return of_rule(one.file(), procedure, due).empty() ? "" : fmt::format("{} as at {}: nothing of this rule should ever be due for those children, and it is.", due.rule, due.as_at.iso());
  });
  each(one.ahead, [&](const Ahead& ahead) { return difference(one.known.at(ahead.as_at), procedure.speaking_on(ahead.as_at), ahead); });
  each(one.instead, [&](const Instead& instead) { return difference(one, instead, procedure); });
  each(one.quorum, [&](const QuorumExpected& expected) { return difference(one, expected, procedure); });
  return out;
}

std::vector<LoadError> unknown_rules(const WorkedCase& one, const Procedure& procedure) {
  std::vector<LoadError> out;
  const auto known = [&](const std::string& rule, const Place& place) {
    const TimeLimit* limit = procedure.described().time_limit(rule);
    if (!limit) out.push_back({place, fmt::format("There is no time limit \"{}\" in the procedure \"{}\". Mend the name.", rule, procedure.described().id)});
    return limit;
  };
  for (const Due& due : one.never) (void)known(due.rule, due.place);
  for (const Due& due : one.then) {
    const TimeLimit* limit = known(due.rule, due.place);
    if (limit && std::find(limit->examples.begin(), limit->examples.end(), one.id) == limit->examples.end())
      out.push_back({due.place, fmt::format("The time limit \"{}\" ({}:{}) does not name this case. Add \"{}\" to its \"examples\".", due.rule, limit->place.file, limit->place.line, one.id)});
  }
  return out;
}

}  // namespace confer::examples
