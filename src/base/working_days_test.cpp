#include "base/working_days.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

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

TEST(WorkingDays, many_days_at_once_end_where_each_ends_alone) {
  const WorkingDays calendar = england();
  std::vector<Date> from, ends;
  for (Date one = calendar.first(); one <= calendar.last(); one = one.plus_days(1)) from.push_back(one);
  ends.resize(from.size());
  for (const int count : {1, 15, -1, -15, 400, -400}) {
    calendar.plus_each(from, count, ends);
    for (std::size_t i = 0; i < from.size(); ++i) ASSERT_EQ(ends[i], calendar.plus(from[i], count).value_or(WorkingDays::beyond)) << from[i].iso() << " and " << count;
  }
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
  RC_PRE(limit.has_value());
  RC_PRE(c.calendar.is_working(c.from));
  RC_ASSERT(c.calendar.plus(*limit, -c.count) == c.from);
}

}   // namespace
}   // namespace confer
