#pragma once
// Where a period ends on a calendar of working days: the bare arithmetic, without a reason given. It knows nothing of why a day is not worked.
#include <optional>

#include "base/period.h"
#include "base/working_days.h"

namespace confer {

/// The last day of a period counted from a day, itself day 0. Hours are taken by the day, begun ones whole: whoever knows the moment counts from
/// that instead. Empty where either end lies beyond what is spoken for.
[[nodiscard]] std::optional<Date> end_of(const WorkingDays& days, Date from, const Period& period, Direction direction) noexcept;

/// Whether one period ends later than another from any day that is spoken for, in the same direction.
[[nodiscard]] bool ever_ends_later(const Period& one, const Period& other, const WorkingDays& days, Direction direction) noexcept;

}  // namespace confer
