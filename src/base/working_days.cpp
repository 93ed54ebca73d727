#include "base/working_days.h"

#include <algorithm>

namespace confer {

WorkingDays::WorkingDays(Date first, Date last, std::span<const Date> holidays) : first_(first), last_(last) {
  CONFER_ASSERT(first <= last);
  std::vector<Date> sorted(holidays.begin(), holidays.end());
  std::sort(sorted.begin(), sorted.end());
  worked_until_.reserve(offset(last) + 1);
  std::int32_t count = 0;
  for (Date day = first; day <= last; day = day.plus_days(1)) {
    const bool weekend = day.weekday() == Weekday::saturday || day.weekday() == Weekday::sunday;
    if (!weekend && !std::binary_search(sorted.begin(), sorted.end(), day)) {
      worked_.push_back(day.days());
      ++count;
    }
    worked_until_.push_back(count);
  }
}

bool WorkingDays::is_working(Date day) const noexcept {
  const std::size_t at = offset(day);
  return worked_until_[at] != (at == 0 ? 0 : worked_until_[at - 1]);
}

std::optional<Date> WorkingDays::plus(Date from, int count) const noexcept {
  if (count == 0) return from;
  // Going forward, `from` counts as used whether worked or not; going back, a worked `from` is not one of the days counted.
  const std::int64_t used = worked_until_[offset(from)];
  const std::int64_t at = count > 0 ? used + count - 1 : used + count - (is_working(from) ? 1 : 0);
  if (at < 0 || at >= static_cast<std::int64_t>(worked_.size())) return std::nullopt;
  return Date::from_days(worked_[static_cast<std::size_t>(at)]);
}

int WorkingDays::between(Date from, Date to) const noexcept { return worked_until_[offset(to)] - worked_until_[offset(from)]; }

std::optional<Date> WorkingDays::on_or_before(Date day) const noexcept {
  const std::int32_t count = worked_until_[offset(day)];
  if (count == 0) return std::nullopt;
  return Date::from_days(worked_[static_cast<std::size_t>(count - 1)]);
}

}  // namespace confer
