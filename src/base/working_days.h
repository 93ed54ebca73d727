#pragma once
// Arithmetic on working days over a bounded stretch of the calendar. It knows nothing of why a day is not worked:
// that belongs to the calendar of a procedure.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.h"

namespace confer {

/// Which days between two ends are worked, laid out so that any step is two look-ups.
class WorkingDays {
 public:
  /// Saturdays, Sundays and `holidays` are not worked. Days before `first` or after `last` are not spoken for; `first <= last`.
  WorkingDays(Date first, Date last, std::span<const Date> holidays);

  [[nodiscard]] Date first() const noexcept { return first_; }
  [[nodiscard]] Date last() const noexcept { return last_; }
  /// Whether a day lies between first() and last().
  [[nodiscard]] bool covers(Date day) const noexcept { return day >= first_ && day <= last_; }
  /// Whether a covered day is worked.
  [[nodiscard]] bool is_working(Date day) const noexcept {
    const std::size_t at = offset(day);
    return worked_until_[at] != (at == 0 ? 0 : worked_until_[at - 1]);
  }
  /// The `count`-th working day after `from` (day 0, itself never counted); before it when negative. Empty where that lies beyond what is
  /// spoken for. `from` must be covered; for 0 the answer is `from`.
  [[nodiscard]] std::optional<Date> plus(Date from, int count) const noexcept {
    if (count == 0) return from;
    // Going forward, `from` counts as used whether worked or not; going back, a worked `from` is not one of the days counted.
    const std::int64_t used = worked_until_[offset(from)];
    const std::int64_t at = count > 0 ? used + count - 1 : used + count - (is_working(from) ? 1 : 0);
    if (at < 0 || at >= static_cast<std::int64_t>(worked_.size())) return std::nullopt;
    return Date::from_days(worked_[static_cast<std::size_t>(at)]);
  }
  /// What plus() answers for many days at once, each covered; `beyond` where it is empty. `count` is not 0; the two spans are of one size.
  void plus_each(std::span<const Date> from, int count, std::span<Date> ends) const noexcept;
  /// Stands in plus_each() for no answer: later than any day that is read.
  static constexpr Date beyond = Date::from_days(INT32_MAX);
  /// Working days after `from` up to and including `to`; negative when `to` is earlier. Both must be covered.
  [[nodiscard]] int between(Date from, Date to) const noexcept;
  /// The day itself if worked, else the nearest worked day before it; empty when there is none.
  [[nodiscard]] std::optional<Date> on_or_before(Date day) const noexcept;

 private:
  [[nodiscard]] std::size_t offset(Date day) const noexcept {
    CONFER_ASSERT(covers(day));
    return static_cast<std::size_t>(day.days() - first_.days());
  }

  Date first_, last_;
  std::vector<std::int32_t> worked_until_;   // [offset]: working days from first_ to that day, itself included
  std::vector<std::int32_t> worked_;         // the n-th working day, in days since 1970
};

}  // namespace confer
