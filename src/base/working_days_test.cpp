#include "base/working_days.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <random>

namespace confer {
namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }

// England and Wales.
std::vector<Date> bank_holidays() {
  std::vector<Date> out;
  for (const char* iso :
       {"2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"})
    out.push_back(day(iso));
  return out;
}

WorkingDays england() { return WorkingDays(day("2024-12-01"), day("2026-12-31"), bank_holidays()); }

TEST(WorkingDays, fifteen_working_days_over_Christmas_end_on_New_Years_Eve) { EXPECT_EQ(england().plus(day("2025-12-08"), 15), day("2025-12-31")); }

TEST(WorkingDays, a_count_from_a_Saturday_begins_on_Monday) {
  EXPECT_EQ(england().plus(day("2025-03-01"), 15), day("2025-03-21"));
  EXPECT_EQ(england().plus(day("2025-03-01"), 1), day("2025-03-03"));
  EXPECT_EQ(england().plus(day("2025-03-02"), 1), day("2025-03-03"));
}

TEST(WorkingDays, a_count_backwards_passes_over_Easter) {
  EXPECT_EQ(england().plus(day("2025-04-22"), -1), day("2025-04-17"));
  EXPECT_EQ(england().plus(day("2025-04-20"), -1), day("2025-04-17"));
  EXPECT_EQ(england().plus(day("2025-04-22"), -15), day("2025-03-28"));
}

TEST(WorkingDays, no_days_from_a_day_is_that_day_even_if_it_is_not_worked) { EXPECT_EQ(england().plus(day("2025-12-25"), 0), day("2025-12-25")); }

TEST(WorkingDays, the_nearest_worked_day_before_a_holiday_is_found) {
  EXPECT_EQ(england().on_or_before(day("2025-12-28")), day("2025-12-24"));
  EXPECT_EQ(england().on_or_before(day("2025-12-29")), day("2025-12-29"));
  EXPECT_EQ(england().on_or_before(day("2024-12-01")), std::nullopt);
}

TEST(WorkingDays, days_between_are_counted_without_the_first_and_with_the_last) {
  EXPECT_EQ(england().between(day("2025-12-08"), day("2025-12-31")), 15);
  EXPECT_EQ(england().between(day("2025-12-31"), day("2025-12-08")), -15);
  EXPECT_EQ(england().between(day("2025-12-24"), day("2025-12-28")), 0);
}

TEST(WorkingDays, beyond_what_is_spoken_for_there_is_no_answer) {
  EXPECT_EQ(england().plus(day("2026-12-31"), 1), std::nullopt);
  EXPECT_EQ(england().plus(day("2026-12-30"), 1), day("2026-12-31"));
  EXPECT_EQ(england().plus(day("2024-12-02"), -1), std::nullopt);
  EXPECT_EQ(england().plus(day("2025-06-01"), 2'147'483'647), std::nullopt);
  EXPECT_EQ(england().plus(day("2025-06-01"), -2'147'483'647), std::nullopt);
  EXPECT_FALSE(england().covers(day("2027-01-01")));
}

TEST(WorkingDays, a_calendar_without_a_worked_day_answers_nothing) {
  const WorkingDays weekend(day("2025-03-01"), day("2025-03-02"), {});
  EXPECT_EQ(weekend.plus(day("2025-03-01"), 1), std::nullopt);
  EXPECT_EQ(weekend.plus(day("2025-03-02"), -1), std::nullopt);
  EXPECT_EQ(weekend.between(day("2025-03-01"), day("2025-03-02")), 0);
}

TEST(WorkingDaysDeathTest, to_ask_about_a_day_that_is_not_covered_is_our_own_mistake) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const WorkingDays calendar = england();
  EXPECT_DEATH({ [[maybe_unused]] const bool worked = calendar.is_working(day("2027-01-01")); }, "a mistake of its own");
}

// The reference: a clerk with a wall calendar who walks it a day at a time. It shares nothing with the engine, not even its calendar.

struct WallDay {
  int year, month, day;
  bool operator==(const WallDay&) const = default;
};

constexpr int wall_first = 2020, wall_last = 2031;   // The engine's calendar runs from 1 January of the one to 31 December of the other.

class WallCalendar {
 public:
  void cross_out(WallDay at) { crossed(at) = true; }

  /// The count-th day after `at` that is neither at a weekend nor crossed out, before it when negative; false when it falls off the wall.
  bool walk(WallDay& at, int count) const {
    int weekday = weekday_of(at);
    for (int left = count < 0 ? -count : count; left > 0;) {
      count < 0 ? back(at) : on(at);
      weekday = (weekday + (count < 0 ? 6 : 1)) % 7;
      if (at.year < wall_first || at.year > wall_last) return false;
      if (weekday != 0 && weekday != 6 && !crossed(at)) --left;
    }
    return true;
  }

  static int length(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

 private:
  static void on(WallDay& at) {
    if (++at.day <= length(at.year, at.month)) return;
    at.day = 1;
    if (++at.month > 12) at = {at.year + 1, 1, 1};
  }
  static void back(WallDay& at) {
    if (--at.day >= 1) return;
    if (--at.month < 1) at = {at.year - 1, 12, 0};
    at.day = length(at.year, at.month);
  }
  /// Sakamoto's rule; 0 is Sunday.
  static int weekday_of(WallDay at) {
    constexpr std::array shift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int year = at.month < 3 ? at.year - 1 : at.year;
    return (year + year / 4 - year / 100 + year / 400 + shift[static_cast<std::size_t>(at.month - 1)] + at.day) % 7;
  }
  bool& crossed(WallDay at) { return crossed_[static_cast<std::size_t>(((at.year - wall_first) * 12 + at.month - 1) * 31 + at.day - 1)]; }
  bool crossed(WallDay at) const { return crossed_[static_cast<std::size_t>(((at.year - wall_first) * 12 + at.month - 1) * 31 + at.day - 1)]; }

  std::array<bool, static_cast<std::size_t>((wall_last - wall_first + 1) * 12 * 31)> crossed_ = {};
};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int from_to(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1)); }
  WallDay day() {
    const int year = from_to(wall_first, wall_last), month = from_to(1, 12);
    return {year, month, from_to(1, WallCalendar::length(year, month))};
  }

 private:
  std::mt19937_64 engine_;
};

Date engine_day(WallDay at) { return Date::from_parts(at.year, at.month, at.day).value(); }
WallDay wall_day(Date at) { return {at.year(), at.month(), at.day()}; }

TEST(WorkingDays, a_million_counts_agree_with_a_clerk_and_a_wall_calendar) {
  constexpr int calendars = 250, counts_each = 4'000;
  Dice dice(20'250'401);
  int cases = 0;
  for (int n = 0; n < calendars; ++n) {
    WallCalendar wall;
    std::vector<Date> holidays;
    for (int left = dice.from_to(0, 200); left > 0; --left) {
      const WallDay closed = dice.day();
      wall.cross_out(closed);
      holidays.push_back(engine_day(closed));
    }
    const WorkingDays engine(engine_day({wall_first, 1, 1}), engine_day({wall_last, 12, 31}), holidays);
    for (int i = 0; i < counts_each; ++i, ++cases) {
      const WallDay from = dice.day();
      const int count = i % 100 == 0 ? dice.from_to(-700, 700) : dice.from_to(-30, 30);
      WallDay expected = from;
      const bool on_the_wall = wall.walk(expected, count);
      const auto answer = engine.plus(engine_day(from), count);
      ASSERT_EQ(answer.has_value(), on_the_wall) << engine_day(from).iso() << " and " << count;
      if (on_the_wall) {
        ASSERT_EQ(wall_day(*answer), expected) << engine_day(from).iso() << " and " << count << ": " << answer->iso();
      }
    }
  }
  EXPECT_EQ(cases, 1'000'000);
}

// Properties, on calendars that rapidcheck makes up and shrinks.

struct Counted {
  WorkingDays calendar;
  Date from;
  int count;
};

Counted counted() {
  const Date first = day("2025-01-01"), last = day("2026-12-31");
  std::vector<Date> holidays;
  for (const int offset : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 730))) holidays.push_back(first.plus_days(offset));
  return {WorkingDays(first, last, holidays), first.plus_days(*rc::gen::inRange(0, 730)), *rc::gen::inRange(1, 60)};
}

RC_GTEST_PROP(WorkingDays, a_longer_limit_never_ends_sooner, ()) {
  const Counted c = counted();
  const auto shorter = c.calendar.plus(c.from, c.count), longer = c.calendar.plus(c.from, c.count + 1);
  RC_ASSERT(shorter || !longer);
  if (longer) RC_ASSERT(*shorter < *longer);
}

RC_GTEST_PROP(WorkingDays, a_limit_is_a_worked_day_after_the_day_it_is_counted_from, ()) {
  const Counted c = counted();
  const auto limit = c.calendar.plus(c.from, c.count);
  RC_PRE(limit.has_value());
  RC_ASSERT(*limit > c.from);
  RC_ASSERT(c.calendar.is_working(*limit));
}

RC_GTEST_PROP(WorkingDays, counting_to_a_limit_gives_the_count_back, ()) {
  const Counted c = counted();
  const auto limit = c.calendar.plus(c.from, c.count);
  RC_PRE(limit.has_value());
  RC_ASSERT(c.calendar.between(c.from, *limit) == c.count);
}

RC_GTEST_PROP(WorkingDays, going_on_and_back_again_from_a_worked_day_ends_where_it_began, ()) {
  const Counted c = counted();
  const auto limit = c.calendar.plus(c.from, c.count);
  RC_PRE(limit.has_value() && c.calendar.is_working(c.from));
  RC_ASSERT(c.calendar.plus(*limit, -c.count) == c.from);
}

}   // namespace
}   // namespace confer
