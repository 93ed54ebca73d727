#pragma once
// Days and instants. A Date is a day in the proleptic Gregorian calendar with no time zone; an Instant is a moment in UTC.
// Neither reads a clock: today and now are always given.
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer {

/// Days of the week in the order of ISO 8601.
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A calendar day between `Date::first()` and `Date::last()`.
class Date {
 public:
  /// 1 January 1900, the earliest day that is read from outside.
  [[nodiscard]] static Date first() noexcept;
  /// 31 December 2199, the latest day that is read from outside.
  [[nodiscard]] static Date last() noexcept;
  /// The day so many days after 1 January 1970; negative before.
  [[nodiscard]] static constexpr Date from_days(std::int32_t days) noexcept { return Date(days); }
  /// A day that a person wrote as three numbers; refused when the calendar has none such or it lies outside first() to last().
  [[nodiscard]] static Result<Date> from_parts(int year, int month, int day);
  /// Reads "2025-04-30" and nothing else.
  [[nodiscard]] static Result<Date> parse(std::string_view iso);

  constexpr Date() noexcept = default;

  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }
  [[nodiscard]] int year() const noexcept;
  [[nodiscard]] int month() const noexcept;
  [[nodiscard]] int day() const noexcept;
  [[nodiscard]] Weekday weekday() const noexcept;
  /// The day so many calendar days later; earlier when negative.
  [[nodiscard]] constexpr Date plus_days(std::int32_t count) const noexcept { return Date(days_ + count); }
  /// The same-numbered day so many months later, or that month's last day where it has none (Dodds v Walker).
  [[nodiscard]] Date plus_months(std::int32_t count) const noexcept;
  /// "2025-04-30"
  [[nodiscard]] std::string iso() const;
  /// "Wednesday 30 April 2025": how every page and letter writes a day.
  [[nodiscard]] std::string written() const;
  /// "30 April", for use beside a day that already names the year.
  [[nodiscard]] std::string written_short() const;

  constexpr auto operator<=>(const Date&) const noexcept = default;

 private:
  explicit constexpr Date(std::int32_t days) noexcept : days_(days) {}
  std::int32_t days_ = 0;
};

/// Whole years between a birth and a day; 0 on days before the first birthday. A 29 February birthday falls on 1 March in other years.
[[nodiscard]] int age_on(Date born, Date day) noexcept;

/// A moment in UTC, to the microsecond.
struct Instant {
  std::int64_t microseconds = 0;   ///< Since the start of 1970, UTC.

  /// Reads "2025-04-07T15:10:00Z", with optional fraction, or an offset such as "+01:00" in place of "Z".
  [[nodiscard]] static Result<Instant> parse(std::string_view iso);
  /// "2025-04-07T15:10:00Z"; with a six-digit fraction where there is one.
  [[nodiscard]] std::string iso() const;

  constexpr auto operator<=>(const Instant&) const noexcept = default;
};

/// The day that a calendar on a wall in London shows at this instant.
[[nodiscard]] Date london_day(Instant at);
/// "15:40", the time that a clock in London shows at this instant.
[[nodiscard]] std::string london_time(Instant at);
/// The instant at which London's clocks show this time; the earlier of two in autumn, the moment of change in spring's gap.
[[nodiscard]] Instant london_instant(Date day, int hour, int minute);

}  // namespace confer
