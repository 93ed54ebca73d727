#pragma once
// What a procedure makes looser of the one that it extends: computed, so that it cannot be done unnoticed.
#include "catalogue/readings.h"

namespace confer {

/// What an addition makes looser of a time limit, each in a few words: a later end, a number taken away, children for whom it binds no more.
[[nodiscard]] std::vector<std::string> loosened(const TimeLimit& limit, const readings::Addition& addition, const std::optional<HolidayList>& holidays);

/// Makes the changes, whether looser or not.
void apply(const readings::Addition& addition, TimeLimit& limit);

/// Whether two time limits of one id count for the same day.
[[nodiscard]] bool overlap(const TimeLimit& one, const TimeLimit& other) noexcept;

}  // namespace confer
