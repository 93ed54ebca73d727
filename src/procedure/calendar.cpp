#include "procedure/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer {
namespace {

std::vector<Date> days_of(const HolidayList& holidays) {
  std::vector<Date> days;
  for (const BankHoliday& holiday : holidays.days) days.push_back(holiday.day);
  return days;
}

/// The day of a list, sorted by day; null when it is not in it.
const BankHoliday* on_day(const std::vector<BankHoliday>& list, Date day) {
  const auto found = std::lower_bound(list.begin(), list.end(), day, [](const BankHoliday& one, Date on) { return one.day < on; });
  return found != list.end() && found->day == day ? &*found : nullptr;
}

/// "Saturday" or "Sunday"; empty for any other day.
std::string weekend_name(Date day) {
  if (day.weekday() == Weekday::saturday) return "Saturday";
  return day.weekday() == Weekday::sunday ? "Sunday" : "";
}

constexpr std::int64_t microseconds_an_hour = 3'600'000'000;

}  // namespace

Calendar::Calendar(const HolidayList& holidays, std::span<const ClosureDay> closures)
    : days_(holidays.first, holidays.last, days_of(holidays)), named_(holidays.days) {
  for (const ClosureDay& closure : closures) closed_.push_back({closure.day, closure.name});
  const auto earlier = [](const BankHoliday& left, const BankHoliday& right) { return left.day < right.day; };
  std::sort(named_.begin(), named_.end(), earlier);
  std::sort(closed_.begin(), closed_.end(), earlier);
}

Result<void> Calendar::spoken_for(Date day) const {
  if (days_.covers(day)) return {};
  return refused(fmt::format("The bank holidays are known only from {} to {}, so this cannot be counted. Check the date; if it is right, the list of bank "
                             "holidays has to be brought up to date.",
                             days_.first().written(), days_.last().written()));
}

Result<Counted> Calendar::count(Date from, const Period& period, Direction direction) const {
  if (const auto known = spoken_for(from); !known) return tl::unexpected(known.error());
  if (period.unit == Unit::hours) return count(london_instant(from, 0, 0), period, direction);
  const auto limit = end_of(days_, from, period, direction);
  if (const auto known = spoken_for(limit.value_or(Date::last())); !known) return tl::unexpected(known.error());
  Counted counted{*limit, {}, latest_bookable(*limit), {}};
  if (period.unit == Unit::working_days) counted.skipped = skipped(from, *limit);
  return counted;
}

Result<Counted> Calendar::count(Instant from, const Period& period, Direction direction) const {
  if (period.unit != Unit::hours) return count(london_day(from), period, direction);
  const std::int64_t sign = direction == Direction::after ? 1 : -1;
  const Instant at{from.microseconds + sign * period.count * microseconds_an_hour};
  const Date day = london_day(at);
  if (const auto known = spoken_for(day); !known) return tl::unexpected(known.error());
  return Counted{day, at, day, {}};
}

std::string Calendar::why_not_worked(Date day) const {
  const BankHoliday* named = on_day(named_, day);
  return named ? named->name.en : weekend_name(day);
}

Result<bool> Calendar::is_working(Date day) const {
  if (const auto known = spoken_for(day); !known) return tl::unexpected(known.error());
  return days_.is_working(day);
}

std::string Calendar::why_not_booked(Date day) const {
  if (!days_.covers(day)) return {};
  if (!days_.is_working(day)) return why_not_worked(day);
  const BankHoliday* closure = on_day(closed_, day);
  return closure ? closure->name.en : std::string{};
}

const Words* Calendar::name_of(Date day) const& noexcept {
  const BankHoliday* found = on_day(named_, day);
  if (!found) found = on_day(closed_, day);
  return found ? &found->name : nullptr;
}

std::optional<Date> Calendar::latest_bookable(Date limit) const {
  auto day = days_.on_or_before(limit);
  while (day && on_day(closed_, *day)) day = days_.plus(*day, -1);
  return day;
}

std::vector<SkippedDay> Calendar::skipped(Date from, Date to) const {
  std::vector<SkippedDay> out;
  const int step = from < to ? 1 : -1;
  for (Date day = from.plus_days(step); day != to; day = day.plus_days(step))
    if (!days_.is_working(day)) {
      const BankHoliday* named = on_day(named_, day);
      out.push_back({day, named ? named->name.en : weekend_name(day), named != nullptr});
    }
  return out;
}

}  // namespace confer
