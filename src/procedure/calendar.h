#pragma once
// Counting as procedures count: from day 0, over bank holidays, with the days that were passed over and why.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "base/counting.h"
#include "catalogue/described.h"

namespace confer {

/// A day that a count of working days passed over.
struct SkippedDay {
  Date day;
  std::string why;   ///< "Good Friday", "Saturday".
  bool is_bank_holiday = false;

  bool operator==(const SkippedDay&) const = default;
};

/// Where a period ends.
struct Counted {
  Date limit;                                ///< The last day; a limit on a day that is not worked stays where it is.
  std::optional<Instant> limit_at = {};      ///< The moment, for a period in hours.
  std::optional<Date> latest_bookable = {};  ///< The limit, or the nearest day before it that is worked and no closure day; empty beyond the calendar's first day.
  std::vector<SkippedDay> skipped = {};      ///< For working days only, in order of counting.

  bool operator==(const Counted&) const = default;
};

/// The working days and named bank holidays of a nation.
class Calendar {
 public:
  /// Closure days count as worked, and nothing is booked on them.
  explicit Calendar(const HolidayList& holidays, std::span<const ClosureDay> closures = {});

  /// The end of a period counted from a day, itself day 0. Refused when it lies beyond what the calendar speaks for.
  [[nodiscard]] Result<Counted> count(Date from, const Period& period, Direction direction) const;
  /// The same from a moment, for periods in hours: clock time, whatever day it falls on.
  [[nodiscard]] Result<Counted> count(Instant from, const Period& period, Direction direction) const;
  /// Why a day is not worked: a bank holiday's name or the weekday; empty for a working day.
  [[nodiscard]] std::string why_not_worked(Date day) const;
  /// Whether a day is worked; refused beyond what the calendar speaks for.
  [[nodiscard]] Result<bool> is_working(Date day) const;
  /// The name of a bank holiday or closure day, in the languages of its list; null on any other day.
  [[nodiscard]] const Words* name_of(Date day) const& noexcept;
  const Words* name_of(Date day) const&& = delete;
  /// Why nothing can be booked on a day: not worked, or a closure day's name; empty where it can, and beyond what the calendar speaks for.
  [[nodiscard]] std::string why_not_booked(Date day) const;
  /// Working days after one day up to and including another; 0 where the calendar does not speak for both.
  [[nodiscard]] int working_days_between(Date from, Date to) const noexcept { return days_.covers(from) && days_.covers(to) ? days_.between(from, to) : 0; }
  [[nodiscard]] Date first() const noexcept { return days_.first(); }
  [[nodiscard]] Date last() const noexcept { return days_.last(); }

 private:
  [[nodiscard]] Result<void> spoken_for(Date day) const;
  [[nodiscard]] std::vector<SkippedDay> skipped(Date from, Date to) const;
  [[nodiscard]] std::optional<Date> latest_bookable(Date limit) const;

  WorkingDays days_;
  std::vector<BankHoliday> named_;    // sorted by day
  std::vector<BankHoliday> closed_;   // the same, of closure days
};

}  // namespace confer
