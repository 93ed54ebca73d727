#include "base/counting.h"

namespace confer {
namespace {

constexpr int days_a_week = 7;
constexpr int hours_a_day = 24;

}  // namespace

std::optional<Date> end_of(const WorkingDays& days, Date from, const Period& period, Direction direction) noexcept {
  if (!days.covers(from)) return std::nullopt;
  const int count = direction == Direction::after ? period.count : -period.count;
  std::optional<Date> end;
  switch (period.unit) {
    case Unit::working_days: return days.plus(from, count);
    case Unit::calendar_days: end = from.plus_days(count); break;
    case Unit::weeks: end = from.plus_days(count * days_a_week); break;
    case Unit::months: end = from.plus_months(count); break;
    case Unit::hours: end = from.plus_days((count + (count > 0 ? hours_a_day - 1 : 1 - hours_a_day)) / hours_a_day); break;
  }
  return end && days.covers(*end) ? end : std::nullopt;
}

bool ever_ends_later(const Period& one, const Period& other, const WorkingDays& days, Direction direction) noexcept {
  for (Date from = days.first(); from <= days.last(); from = from.plus_days(1)) {
    const auto mine = end_of(days, from, one, direction), theirs = end_of(days, from, other, direction);
    if (mine && theirs && *mine > *theirs) return true;
  }
  return false;
}

}  // namespace confer
