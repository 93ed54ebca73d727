#pragma once
// What differs between a worked case and what the engine says, in words; empty when nothing does. For tests only: the cases are held to it, and so is
// every procedure with one value changed.
#include <fmt/format.h>

#include "case_reader.h"
#include "procedure/decide.h"
#include "procedure/look_ahead.h"
#include "procedure/quorum.h"

namespace confer::examples {

inline std::string written(std::optional<Date> day) { return day ? day->iso() : "none"; }

inline bool concerns_all(const Obligation& obligation, const Due& due) {
  return std::all_of(due.about.begin(), due.about.end(), [&](const std::string& child) {
    return std::find(obligation.about.begin(), obligation.about.end(), PersonId{child}) != obligation.about.end();
  });
}

/// The obligations of the expected rule that concern all the expected children; of those counted from the day that is named, where one is.
inline std::vector<Obligation> of_rule(const CaseFile& file, const Procedure& procedure, const Due& due) {
  std::vector<Obligation> found = obligations(file, procedure, due.as_at);
  std::erase_if(found, [&](const Obligation& one) { return one.rule->id != due.rule || !concerns_all(one, due) || (due.counted_from && one.counted_from != *due.counted_from); });
  return found;
}

/// What differs from one line of a then-table.
inline std::string difference(const CaseFile& file, const Procedure& procedure, const Due& due) {
  const std::string at = fmt::format("{} as at {}: ", due.rule, due.as_at.iso());
  const auto found = of_rule(file, procedure, due);
  if (found.size() != 1) return fmt::format("{}{} obligations; where a clock starts anew with each meeting, \"counted_from\" names the day of one", at, found.size());
  const Obligation& one = found.front();
  std::string out;
  const auto same = [&](std::string_view what, std::string_view expected, std::string_view is) {
    if (expected != is) out += fmt::format("{}{} is {} and not {}. ", at, what, is, expected);
  };
  const auto day = [&](std::string_view what, std::optional<Date> expected, std::optional<Date> is) {
    if (expected) same(what, written(expected), written(is));
  };
  same("state", due.state, name(one.state));
  same("whether counted", due.limit ? "yes" : "no", one.counted ? "yes" : "no");
  if (one.counted) {
    day("limit", due.limit, one.counted->limit);
    day("latest bookable", due.latest_bookable, one.counted->latest_bookable);
    same("limit as a moment", due.limit_at ? due.limit_at->iso() : "none", one.counted->limit_at ? one.counted->limit_at->iso() : "none");
  }
  same("met on", written(due.met_on), written(one.met_on));
  day("strict reading", due.strict, one.strict ? std::optional(one.strict->limit) : std::nullopt);
  day("planned on", due.planned_on, one.planned_on);
  day("lapsed on", due.lapsed_on, one.lapsed_on);
  if (due.reference) same("whether a day to go by", "yes", one.reference ? "yes" : "no");
  const std::string why = explanation(one, file, procedure);
  if (why.find(due.says) == std::string::npos) out += at + "it says: " + why;
  std::string table, told;
  for (const Reason& reason : reasons(one, file, procedure)) table += reason.value + "\n";
  for (const Beside& line : beside(one, file, procedure)) told += line.reason.value + "\n";
  if (table.find(due.reasons) == std::string::npos) out += at + "its table says: " + table;
  if (told.find(due.beside) == std::string::npos) out += at + "beside it stands: " + told;
  return out;
}

/// What differs from one line of an ahead-table.
inline std::string difference(const CaseFile& file, const Procedure& procedure, const Ahead& ahead) {
  const std::string at = fmt::format("ahead on {}: ", ahead.as_at.iso());
  const auto found = look_ahead(file, procedure, ahead.limiting ? std::nullopt : ahead.conference, ahead.as_at);
  if (!found) return at + found.error().message;
  if (found->is_limiting != ahead.limiting || found->in_time != ahead.in_time) return at + found->words;
  if (ahead.conference && found->day != *ahead.conference) return at + found->day.iso();
  if (ahead.limit && (!found->conference.counted || found->conference.counted->limit != *ahead.limit)) return at + "another limit";
  for (const AheadLine& line : found->lines)
    if (line.obligation.rule->id == ahead.rule)
      return line.latest_safe == ahead.latest_safe && state_name(line) == ahead.state ? std::string{} : fmt::format("{}{}: {}, {}", at, ahead.rule, written(line.latest_safe), line.words);
  return at + "nothing of " + ahead.rule;
}

/// The names of quorum's states, as worked cases write them.
inline std::string_view name(QuorumFinding::State state) {
  switch (state) {
    case QuorumFinding::State::quorate: return "quorate";
    case QuorumFinding::State::chair_decides: return "chair_decides";
    case QuorumFinding::State::proceeds: return "proceeds";
    case QuorumFinding::State::postponed: return "postponed";
  }
  return "";
}

/// The file as it stood before an entry was put on file; whole where no id is given. `without` is left out.
inline CaseFile file_before(const WorkedCase& one, std::string_view id, std::string_view without = {}) {
  std::vector<Entry> entries;
  for (const Entry& entry : one.entries) {
    if (!id.empty() && entry.id.value == id) break;
    if (entry.id.value != without) entries.push_back(entry);
  }
  return CaseFile::fold(std::move(entries));
}

/// Every problem's message and field, one a line.
inline std::string written(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += "\n  " + problem.field + ": " + problem.message;
  return out;
}

/// The draft that stands in for one of the case's own entries.
inline Entry draft_of(const WorkedCase& one, const Instead& instead) {
  Entry draft = *file_before(one, {}).find(EntryId{instead.of});
  if (!instead.type.empty()) draft.type = instead.type;
  if (instead.happened) draft.happened = *instead.happened;
  if (instead.answers) draft.answers = Answers(*instead.answers);
  if (instead.type == "decision") draft.answers.values()["conference"] = "c-initial";
  return draft;
}

/// What differs when an entry is put in place of one of the case's own: whether it is refused, in which words, and what then is due.
inline std::string difference(const WorkedCase& one, const Instead& instead, const Procedure& procedure) {
  CaseFile file = file_before(one, instead.of, instead.without);
  const Entry draft = draft_of(one, instead);
  const auto decided = decide(file, procedure, draft, london_day(draft.recorded));
  const std::string said = decided ? "" : written(decided.error());
  if (decided.has_value() != instead.refused.empty() || said.find(instead.refused) == std::string::npos) return instead.of + " instead: refused with:" + said;
  if (!instead.then) return {};
  file.evolve(draft);
  return difference(file, procedure, *instead.then);
}

/// The first thing in which a case differs, its then-table apart: what is never due, what is ahead, quorum, and what follows from an entry put instead.
inline std::string first_difference_beside_time(const WorkedCase& one, const Procedure& procedure) {
  const CaseFile file = file_before(one, {});
  for (const Due& due : one.never)
    if (!of_rule(file, procedure, due).empty()) return due.rule + " is due and should never be";
  for (const Ahead& ahead : one.ahead)
    if (const std::string differs = difference(CaseFile::fold(one.entries, ahead.as_at), procedure, ahead); !differs.empty()) return differs;
  for (const Instead& instead : one.instead)
    if (const std::string differs = difference(one, instead, procedure); !differs.empty()) return differs;
  for (const QuorumExpected& expected : one.quorum) {
    const auto found = quorum(file_before(one, expected.before), procedure, EntryId{expected.conference}, PersonId{expected.child});
    if (name(found.state) != expected.state || found.present != expected.present || found.missing != expected.missing) return "quorum for " + expected.child;
  }
  return {};
}

}  // namespace confer::examples
