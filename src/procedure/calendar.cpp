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

constexpr int days_a_week = 7;
constexpr std::int64_t microseconds_an_hour = 3'600'000'000;

}  // namespace

Calendar::Calendar(const HolidayList& holidays) : days_(holidays.first, holidays.last, days_of(holidays)), named_(holidays.days) {
  std::sort(named_.begin(), named_.end(), [](const BankHoliday& left, const BankHoliday& right) { return left.day < right.day; });
}

Result<void> Calendar::spoken_for(Date day) const {
  if (days_.covers(day)) return {};
  return refused(fmt::format("The bank holidays are known only from {} to {}, so this cannot be counted. Check the date; if it is right, the list of bank "
                             "holidays has to be brought up to date.",
                             days_.first().written(), days_.last().written()));
}

Result<Counted> Calendar::count(Date from, const Period& period, Direction direction) const {
  if (const auto known = spoken_for(from); !known) return tl::unexpected(known.error());
  const int sign = direction == Direction::after ? 1 : -1;
  std::optional<Date> limit;
  switch (period.unit) {
    case Unit::working_days: limit = days_.plus(from, sign * period.count); break;
    case Unit::calendar_days: limit = from.plus_days(sign * period.count); break;
    case Unit::weeks: limit = from.plus_days(sign * period.count * days_a_week); break;
    case Unit::months: limit = from.plus_months(sign * period.count); break;
    case Unit::hours: return count(london_instant(from, 0, 0), period, direction);
  }
  if (const auto known = spoken_for(limit.value_or(Date::last())); !known) return tl::unexpected(known.error());
  Counted counted{*limit, {}, days_.on_or_before(*limit), {}};
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
  const auto named = std::lower_bound(named_.begin(), named_.end(), day, [](const BankHoliday& holiday, Date on) { return holiday.day < on; });
  if (named != named_.end() && named->day == day) return named->name;
  if (day.weekday() == Weekday::saturday) return "Saturday";
  if (day.weekday() == Weekday::sunday) return "Sunday";
  return {};
}

Result<bool> Calendar::is_working(Date day) const {
  if (const auto known = spoken_for(day); !known) return tl::unexpected(known.error());
  return days_.is_working(day);
}

std::vector<SkippedDay> Calendar::skipped(Date from, Date to) const {
  std::vector<SkippedDay> out;
  const int step = from < to ? 1 : -1;
  for (Date day = from.plus_days(step); day != to; day = day.plus_days(step))
    if (!days_.is_working(day)) {
      const std::string why = why_not_worked(day);
      out.push_back({day, why, why != "Saturday" && why != "Sunday"});
    }
  return out;
}

}  // namespace confer
