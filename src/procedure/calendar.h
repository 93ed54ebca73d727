#pragma once
// Counting as procedures count: from day 0, over bank holidays, with the days that were passed over and why.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "base/working_days.h"
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
  std::optional<Date> latest_bookable = {};  ///< The limit, or the nearest working day before it; empty beyond the calendar's first day.
  std::vector<SkippedDay> skipped = {};      ///< For working days only, in order of counting.

  bool operator==(const Counted&) const = default;
};

/// Which way from its anchor a period is counted.
enum class Direction { after, before };

/// The working days and named bank holidays of a nation.
class Calendar {
 public:
  explicit Calendar(const HolidayList& holidays);

  /// The end of a period counted from a day, itself day 0. Refused when it lies beyond what the calendar speaks for.
  [[nodiscard]] Result<Counted> count(Date from, const Period& period, Direction direction) const;
  /// The same from a moment, for periods in hours: clock time, whatever day it falls on.
  [[nodiscard]] Result<Counted> count(Instant from, const Period& period, Direction direction) const;
  /// Why a day is not worked: a bank holiday's name or the weekday; empty for a working day.
  [[nodiscard]] std::string why_not_worked(Date day) const;
  /// Whether a day is worked; refused beyond what the calendar speaks for.
  [[nodiscard]] Result<bool> is_working(Date day) const;
  [[nodiscard]] Date first() const noexcept { return days_.first(); }
  [[nodiscard]] Date last() const noexcept { return days_.last(); }

 private:
  [[nodiscard]] Result<void> spoken_for(Date day) const;
  [[nodiscard]] std::vector<SkippedDay> skipped(Date from, Date to) const;

  WorkingDays days_;
  std::vector<BankHoliday> named_;   // sorted by day
};

}  // namespace confer
