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

void WorkingDays::plus_each(std::span<const Date> from, int count, std::span<Date> ends) const noexcept {
  CONFER_ASSERT(count != 0 && from.size() == ends.size());
  const std::int64_t size = static_cast<std::int64_t>(worked_.size());
  const std::int32_t start = first_.days(), step = count > 0 ? count - 1 : count;
  const std::int32_t covered = last_.days() - start;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const std::int32_t day = from[i].days() - start;
    CONFER_ASSERT(day >= 0 && day <= covered);
    const std::int32_t until = worked_until_[static_cast<std::size_t>(day)];
    // Going back, a worked `from` is not one of the days counted.
    const bool worked = count < 0 && until != (day == 0 ? 0 : worked_until_[static_cast<std::size_t>(day) - 1]);
    const std::int64_t at = std::int64_t{until} + step - (worked ? 1 : 0);
    ends[i] = at < 0 || at >= size ? beyond : Date::from_days(worked_[static_cast<std::size_t>(at)]);
  }
}

int WorkingDays::between(Date from, Date to) const noexcept { return worked_until_[offset(to)] - worked_until_[offset(from)]; }

std::optional<Date> WorkingDays::on_or_before(Date day) const noexcept {
  const std::int32_t count = worked_until_[offset(day)];
  if (count == 0) return std::nullopt;
  return Date::from_days(worked_[static_cast<std::size_t>(count - 1)]);
}

}  // namespace confer
