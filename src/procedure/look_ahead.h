#pragma once
// Looking ahead: were the conference on some day, by when would everything before it have to be done? Nothing is recorded: the file is copied, the
// conference called in the copy, and the same engine counts.
#include <optional>
#include <string>
#include <vector>

#include "procedure/explain.h"

namespace confer {

/// One thing that has to be done before the conference.
struct AheadLine {
  enum class State {
    met,           ///< Done already.
    reachable,     ///< There is time, to the latest safe day.
    last_day,      ///< It has to be done on the day judged.
    unreachable,   ///< Its last day has passed.
    no_number,     ///< Before the conference, and no number was published.
  };

  Obligation obligation;                      ///< As it would stand on the copied file.
  State state = State::no_number;
  std::optional<Date> latest_safe = {};       ///< The last day that keeps the strictest reading and can be booked; empty without a number.
  std::optional<Date> unreachable_from = {};  ///< The first day on which the limit itself can no longer be kept.
  std::string words;                          ///< A sentence: by when, or since when it is too late and what can still be done.
};

/// What holds if the conference is on a day.
struct LookAhead {
  Date day;                                   ///< The day of the conference.
  bool is_limiting = false;                   ///< It is the last day that can be booked within the limit.
  Obligation conference;                      ///< What the conference would meet: the limit that asks for it.
  bool in_time = true;                        ///< The day keeps that limit.
  std::vector<AheadLine> lines = {};          ///< Latest safe day first; those without a number last.
  std::optional<Date> act_by = {};            ///< The first latest safe day of what is not done: from the next day on, something is cut short.
  std::string words;                          ///< A sentence on the day itself.
};

/// The id that the conference has on the copied file: on no other.
inline constexpr std::string_view supposed_conference = "supposed";

/// The copied file with the conference called for a day, in place of one that was called already. `by` is an entry that says who would call it.
[[nodiscard]] CaseFile suppose(const CaseFile& file, const Procedure& procedure, const Obligation& asks, Date day, Date as_at, const Entry& by);

/// What asks for a conference and is not met: for each child the most urgent, the late first, then by limit. Empty when none is asked for.
[[nodiscard]] std::vector<Obligation> asks_for_conference(const CaseFile& file, const Procedure& procedure, Date as_at);

/// The same with those in one that say the same of their children, as siblings whose conference is due by the same day.
[[nodiscard]] std::vector<Obligation> together(std::vector<Obligation> asks);

/// Works backwards from a day, or without one from the last that can be booked within the limit of what asks for the conference. Refused when the day
/// is no day for one, or there is no limit to start from.
[[nodiscard]] Result<LookAhead> look_ahead(const CaseFile& file, const Procedure& procedure, const Obligation& asks, std::optional<Date> day, Date as_at,
                                           Language language = Language::english);

/// The same for every child on the file, those together whose conference is due alike. Refused when no conference is asked for, or the day is a day for
/// nobody's; where it is one for some of them alone, the words of the others say why.
[[nodiscard]] Result<std::vector<LookAhead>> look_ahead(const CaseFile& file, const Procedure& procedure, std::optional<Date> day, Date as_at,
                                                        Language language = Language::english);

/// The state's stable name: "last_day".
[[nodiscard]] std::string_view state_name(const AheadLine& line) noexcept;

/// As the command line and the API print it: the most urgent, and the rest under "others".
[[nodiscard]] json::object write_look_ahead(const std::vector<LookAhead>& ahead, const CaseFile& file, const Procedure& procedure);

}  // namespace confer
