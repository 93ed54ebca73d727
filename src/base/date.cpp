#include "base/date.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace confer {
namespace {

namespace chrono = std::chrono;
using chrono::days;
using chrono::sys_days;
using chrono::year_month_day;

constexpr std::array month_names = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array weekday_names = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::int64_t microseconds_a_second = 1'000'000;
constexpr std::int64_t seconds_a_day = 86'400;

constexpr int first_year = 1900;
constexpr int last_year = 2199;

year_month_day calendar(Date date) noexcept { return year_month_day{sys_days{days{date.days()}}}; }

Date from_calendar(year_month_day day) noexcept {
  return Date::from_days(static_cast<std::int32_t>(sys_days{day}.time_since_epoch().count()));
}

/// Reads exactly `text.size()` digits; -1 when any is something else.
int digits(std::string_view text) noexcept {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr std::int64_t furthest_ahead = 2 * 3600;   // seconds: more than London has ever been since

const date::time_zone* london() {
  static const date::time_zone* const zone = date::locate_zone("Europe/London");
  return zone;
}

chrono::sys_time<chrono::microseconds> moment(Instant at) noexcept {
  return chrono::sys_time<chrono::microseconds>{chrono::microseconds{at.microseconds}};
}

}  // namespace

Date Date::first() noexcept { return from_calendar(chrono::year{first_year} / chrono::January / 1); }
Date Date::last() noexcept { return from_calendar(chrono::year{last_year} / chrono::December / 31); }

Result<Date> Date::from_parts(int y, int m, int d) {
  const year_month_day ymd{chrono::year{y}, chrono::month{static_cast<unsigned>(m)}, chrono::day{static_cast<unsigned>(d)}};
  if (m < 1 || m > 12 || d < 1 || d > 31 || !ymd.ok()) return refused("There is no such day in the calendar. Check the day, month and year.");
  if (y < first_year || y > last_year)
    return refused(fmt::format("The year must be between {} and {}.", first_year, last_year));
  return from_calendar(ymd);
}

Result<Date> Date::parse(std::string_view iso) {
  const bool shaped = iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
  const int y = shaped ? digits(iso.substr(0, 4)) : -1;
  const int m = shaped ? digits(iso.substr(5, 2)) : -1;
  const int d = shaped ? digits(iso.substr(8, 2)) : -1;
  if (y < 0 || m < 0 || d < 0) return refused("A day must be written as year-month-day, for example 2025-04-30.");
  return from_parts(y, m, d);
}

int Date::year() const noexcept { return static_cast<int>(calendar(*this).year()); }
int Date::month() const noexcept { return static_cast<int>(static_cast<unsigned>(calendar(*this).month())); }
int Date::day() const noexcept { return static_cast<int>(static_cast<unsigned>(calendar(*this).day())); }

Weekday Date::weekday() const noexcept {
  const int since_monday = ((days_ + 3) % 7 + 7) % 7;   // 1 January 1970 was a Thursday
  return static_cast<Weekday>(since_monday);
}

Date Date::plus_months(std::int32_t count) const noexcept {
  const auto from = calendar(*this);
  const auto to = from.year() / from.month() + chrono::months{count};
  const year_month_day same{to.year(), to.month(), from.day()};
  return from_calendar(same.ok() ? same : year_month_day{to / chrono::last});
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::written() const {
  return fmt::format("{} {} {}", weekday_names[static_cast<std::size_t>(weekday())], written_short(), year());
}

std::string Date::written_short() const { return fmt::format("{} {}", day(), month_names[static_cast<std::size_t>(month() - 1)]); }

int age_on(Date born, Date on) noexcept {
  if (on < born) return 0;
  const int years = on.year() - born.year();
  const bool had_birthday = std::pair(on.month(), on.day()) >= std::pair(born.month(), born.day());
  return had_birthday ? years : years - 1;
}

Result<Instant> Instant::parse(std::string_view iso) {
  const auto bad = [] {
    return refused("A time must be written as day, T, time and Z or an offset, for example 2025-04-07T15:10:00Z.");
  };
  if (iso.size() < 20 || iso.size() > 40 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':') return bad();
  const auto day = Date::parse(iso.substr(0, 10));
  if (!day) return tl::unexpected(day.error());
  const int hour = digits(iso.substr(11, 2)), minute = digits(iso.substr(14, 2)), second = digits(iso.substr(17, 2));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return bad();

  std::string_view rest = iso.substr(19);
  std::int64_t fraction = 0;
  if (rest.starts_with('.')) {
    std::size_t count = 1;
    std::int64_t scale = microseconds_a_second / 10;
    for (; count < rest.size() && rest[count] >= '0' && rest[count] <= '9'; ++count, scale /= 10) fraction += (rest[count] - '0') * scale;
    if (count == 1) return bad();
    rest = rest.substr(count);
  }
  std::int64_t offset_seconds = 0;
  if (rest != "Z") {
    if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':') return bad();
    const int hours = digits(rest.substr(1, 2)), minutes = digits(rest.substr(4, 2));
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return bad();
    offset_seconds = (hours * 60 + minutes) * 60 * (rest[0] == '-' ? -1 : 1);
  }
  const std::int64_t seconds = day->days() * seconds_a_day + (hour * 60 + minute) * 60 + second - offset_seconds;
  return Instant{seconds * microseconds_a_second + fraction};
}

std::string Instant::iso() const {
  const auto day = chrono::floor<days>(moment(*this));
  const std::int64_t rest = (moment(*this) - day).count();
  const std::int64_t seconds = rest / microseconds_a_second, fraction = rest % microseconds_a_second;
  const std::string stem = fmt::format("{}T{:02}:{:02}:{:02}", Date::from_days(static_cast<std::int32_t>(day.time_since_epoch().count())).iso(),
                                       seconds / 3600, seconds / 60 % 60, seconds % 60);
  return fraction == 0 ? stem + "Z" : fmt::format("{}.{:06}Z", stem, fraction);
}

Date london_day(Instant at) {
  // London has been level with Greenwich or ahead of it ever since times are kept in seconds from 1970: most moments need no table of its changes.
  const std::int64_t second = at.microseconds / microseconds_a_second;
  if (second >= 0 && second % seconds_a_day < seconds_a_day - furthest_ahead) return Date::from_days(static_cast<std::int32_t>(second / seconds_a_day));
  const auto local = london()->to_local(moment(at));
  return Date::from_days(static_cast<std::int32_t>(chrono::floor<days>(local).time_since_epoch().count()));
}

std::string london_time(Instant at) {
  const auto local = london()->to_local(moment(at));
  const auto minutes = chrono::floor<chrono::minutes>(local - chrono::floor<days>(local)).count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

Instant london_instant(Date day, int hour, int minute) {
  const date::local_time<chrono::microseconds> local{chrono::microseconds{
      (day.days() * seconds_a_day + (hour * 60 + minute) * 60) * microseconds_a_second}};
  return Instant{london()->to_sys(local, date::choose::earliest).time_since_epoch().count()};
}

}  // namespace confer
