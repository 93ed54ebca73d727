#pragma once
// The reference for counting: a clerk with a wall calendar who walks it a day at a time and turns its pages a month at a time. For tests
// alone; it shares nothing with the program, not even its calendar.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace confer::counting {

/// A day as it stands on a wall calendar.
struct WallDay {
  int year, month, day;
  auto operator<=>(const WallDay&) const = default;
};

constexpr int wall_first = 2020, wall_last = 2031;   ///< The calendar hangs from 1 January of the one to 31 December of the other.

/// What a period is counted in.
enum class Step { days, working_days, weeks, months, hours };

/// Where the clerk's finger stopped.
struct Walked {
  WallDay day;
  std::optional<WallDay> last_worked;   ///< The day itself, or the last before it on which the office was open; none when that is off the wall.
  std::vector<WallDay> passed_over;     ///< For working days.
  std::string utc_hour;                 ///< For hours: "2025-03-30T15", in Greenwich.
};

/// A calendar on a wall in London, with closed days crossed out.
class WallCalendar {
 public:
  void cross_out(WallDay at) { crossed(at) = true; }

  /// Walks so many steps from a day, itself not counted; nothing when that leads off the wall.
  std::optional<Walked> walk(WallDay from, int count, Step step, bool back) const {
    Walked out{from, {}, {}, {}};
    switch (step) {
      case Step::days: for (int i = 0; i < count; ++i) turn(out.day, back); break;
      case Step::weeks: for (int i = 0; i < count; ++i) for (int weekday = 0; weekday < 7; ++weekday) turn(out.day, back); break;
      case Step::months: months(out.day, count, back); break;
      case Step::hours: hours(out, count, back); break;
      case Step::working_days: if (!working(out, count, back)) return std::nullopt; break;
    }
    if (!hangs(out.day)) return std::nullopt;
    WallDay open = out.day;
    while (hangs(open) && !worked(open)) turn(open, true);
    if (hangs(open)) out.last_worked = open;
    return out;
  }

  static int length(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  static bool hangs(WallDay at) { return at.year >= wall_first && at.year <= wall_last; }

 private:
  static void turn(WallDay& at, bool back) {
    if (back) {
      if (--at.day >= 1) return;
      at = at.month == 1 ? WallDay{at.year - 1, 12, 31} : WallDay{at.year, at.month - 1, length(at.year, at.month - 1)};
    } else {
      if (++at.day <= length(at.year, at.month)) return;
      at = at.month == 12 ? WallDay{at.year + 1, 1, 1} : WallDay{at.year, at.month + 1, 1};
    }
  }

  bool working(Walked& out, int count, bool back) const {
    for (int left = count; left > 0;) {
      turn(out.day, back);
      if (!hangs(out.day)) return false;
      if (worked(out.day)) --left;
      else out.passed_over.push_back(out.day);
    }
    return true;
  }

  static void months(WallDay& at, int count, bool back) {
    for (int i = 0; i < count; ++i) {
      at.month += back ? -1 : 1;
      if (at.month == 0) --at.year, at.month = 12;
      if (at.month == 13) ++at.year, at.month = 1;
    }
    if (at.day > length(at.year, at.month)) at.day = length(at.year, at.month);
  }

  /// From midnight in London, an hour of Greenwich at a time; in summer London's clocks stand an hour ahead.
  static void hours(Walked& out, int count, bool back) {
    WallDay day = out.day;
    int hour = 0;
    const auto on = [&](bool backwards) {
      hour += backwards ? -1 : 1;
      if (hour == -1) hour = 23, turn(day, true);
      if (hour == 24) hour = 0, turn(day, false);
    };
    if (is_summer(day, 0)) on(true);
    for (int i = 0; i < count; ++i) on(back);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    out.utc_hour = std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day) + "T" + two(hour);
    if (is_summer(day, hour) && hour == 23) turn(day, false);
    out.day = day;
  }

  /// From one in the morning, Greenwich, of the last Sunday in March to that of the last in October.
  static bool is_summer(WallDay at, int hour) {
    if (at.month < 3 || at.month > 10) return false;
    if (at.month > 3 && at.month < 10) return true;
    int sunday = 31;
    while (weekday_of({at.year, at.month, sunday}) != 0) --sunday;
    const bool changed = at.day > sunday || (at.day == sunday && hour >= 1);
    return at.month == 3 ? changed : !changed;
  }

  bool worked(WallDay at) const {
    const int weekday = weekday_of(at);
    return weekday != 0 && weekday != 6 && !crossed(at);
  }

  /// Sakamoto's rule; 0 is Sunday.
  static int weekday_of(WallDay at) {
    constexpr std::array shift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int year = at.month < 3 ? at.year - 1 : at.year;
    return (year + year / 4 - year / 100 + year / 400 + shift[static_cast<std::size_t>(at.month - 1)] + at.day) % 7;
  }

  static std::size_t place(WallDay at) { return static_cast<std::size_t>(((at.year - wall_first) * 12 + at.month - 1) * 31 + at.day - 1); }
  bool& crossed(WallDay at) { return crossed_[place(at)]; }
  bool crossed(WallDay at) const { return crossed_[place(at)]; }

  std::array<bool, static_cast<std::size_t>((wall_last - wall_first + 1) * 12 * 31)> crossed_ = {};
};

}  // namespace confer::counting
