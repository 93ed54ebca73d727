#include "procedure/calendar.h"

#include <gtest/gtest.h>

#include "casefile/testing.h"

namespace confer {
namespace {

using namespace for_tests;

const Calendar& calendar() {
  static const Calendar made(*shipped("england").holidays);
  return made;
}

Result<Counted> counted(std::string_view from, std::string_view period, Direction direction = Direction::after) {
  return calendar().count(day(from), Period::parse(period).value(), direction);
}

std::string limit(std::string_view from, std::string_view period, Direction direction = Direction::after) {
  const auto end = counted(from, period, direction);
  return end ? end->limit.iso() : "refused";
}

std::string bookable(std::string_view from, std::string_view period) { return counted(from, period).value().latest_bookable.value().iso(); }

TEST(Calendar, the_day_of_the_event_is_not_counted) {
  EXPECT_EQ(limit("2025-04-07", "1 day"), "2025-04-08");
  EXPECT_EQ(limit("2025-04-07", "1 working day"), "2025-04-08");
  EXPECT_EQ(limit("2025-04-07", "1 week"), "2025-04-14");
}

TEST(Calendar, fifteen_working_days_as_the_worked_cases_count_them) {
  EXPECT_EQ(limit("2025-04-07", "15 working days"), "2025-04-30") << "Good Friday and Easter Monday";
  EXPECT_EQ(limit("2025-03-01", "15 working days"), "2025-03-21") << "from a Saturday";
  EXPECT_EQ(limit("2025-12-08", "15 working days"), "2025-12-31") << "Christmas Day and Boxing Day; an office closure counts";
  EXPECT_EQ(limit("2026-03-23", "15 working days"), "2026-04-15");
  EXPECT_EQ(limit("2025-05-06", "15 working days"), "2025-05-28");
  EXPECT_EQ(limit("2024-04-22", "15 working days"), "2024-05-14");
  EXPECT_EQ(limit("2025-11-03", "15 working days"), "2025-11-24");
}

TEST(Calendar, other_stretches_of_the_worked_cases) {
  EXPECT_EQ(limit("2025-04-29", "20 working days"), "2025-05-29");
  EXPECT_EQ(limit("2025-12-23", "20 working days"), "2026-01-23");
  EXPECT_EQ(limit("2025-11-27", "4 weeks"), "2025-12-25");
  EXPECT_EQ(bookable("2025-11-27", "4 weeks"), "2025-12-24");
  EXPECT_EQ(limit("2026-05-08", "42 working days"), "2026-07-08");
}

TEST(Calendar, a_month_ends_on_the_same_numbered_day_or_the_last_there_is) {
  EXPECT_EQ(limit("2024-11-30", "3 months"), "2025-02-28");
  EXPECT_EQ(limit("2023-11-30", "3 months"), "2024-02-29");
  EXPECT_EQ(limit("2025-02-28", "3 months"), "2025-05-28");
  EXPECT_EQ(limit("2025-08-31", "6 months"), "2026-02-28");
  EXPECT_EQ(bookable("2025-08-31", "6 months"), "2026-02-27");
  EXPECT_EQ(limit("2024-02-29", "12 months"), "2025-02-28");
  EXPECT_EQ(limit("2025-05-31", "3 months", Direction::before), "2025-02-28");
}

TEST(Calendar, a_limit_on_a_day_that_is_not_worked_stays_and_the_latest_bookable_day_comes_before) {
  EXPECT_EQ(limit("2025-09-25", "3 months"), "2025-12-25");
  EXPECT_EQ(bookable("2025-09-25", "3 months"), "2025-12-24");
  EXPECT_EQ(bookable("2025-01-21", "3 months"), "2025-04-17") << "Easter Monday, Sunday, Saturday and Good Friday";
  EXPECT_EQ(bookable("2025-04-24", "3 months"), "2025-07-24") << "a working day is its own";
}

TEST(Calendar, a_substitute_day_is_not_worked_and_a_proclaimed_one_is_known) {
  EXPECT_EQ(limit("2026-12-24", "1 working day"), "2026-12-29") << "26 December 2026 is a Saturday";
  EXPECT_EQ(calendar().why_not_worked(day("2022-09-19")).empty(), false);
  EXPECT_EQ(limit("2022-09-16", "1 working day"), "2022-09-20");
}

TEST(Calendar, counting_back_does_not_count_the_day_of_the_event_either) {
  EXPECT_EQ(limit("2025-04-29", "2 days", Direction::before), "2025-04-27");
  EXPECT_EQ(limit("2025-04-29", "2 working days", Direction::before), "2025-04-25");
  EXPECT_EQ(limit("2025-04-22", "1 working day", Direction::before), "2025-04-17") << "over Easter";
  EXPECT_EQ(limit("2025-04-27", "1 working day", Direction::before), "2025-04-25") << "from a Sunday";
  EXPECT_EQ(limit("2025-04-29", "2 weeks", Direction::before), "2025-04-15");
  EXPECT_EQ(limit("2024-05-13", "2 working days", Direction::before), "2024-05-09");
}

TEST(Calendar, hours_are_hours_by_the_clock_over_the_change_to_summer_time_and_back) {
  const Period a_day{24, Unit::hours};
  const auto spring = calendar().count(moment("2025-03-29T15:40:00Z"), a_day, Direction::after).value();
  EXPECT_EQ(spring.limit_at, moment("2025-03-30T15:40:00Z"));
  EXPECT_EQ(london_time(*spring.limit_at), "16:40");
  const auto autumn = calendar().count(moment("2025-10-25T15:40:00+01:00"), a_day, Direction::after).value();
  EXPECT_EQ(london_time(*autumn.limit_at), "14:40");
  EXPECT_EQ(autumn.limit, day("2025-10-26"));
  const auto veto = calendar().count(moment("2025-10-24T15:40:00+01:00"), a_day, Direction::after).value();
  EXPECT_EQ(veto.limit, day("2025-10-25")) << "a Saturday, and hours do not wait for Monday";
  EXPECT_EQ(veto.latest_bookable, day("2025-10-25"));
}

TEST(Calendar, hours_that_end_past_midnight_in_london_end_on_the_next_day_there) {
  const auto late = calendar().count(moment("2025-07-01T22:30:00Z"), Period{1, Unit::hours}, Direction::after).value();
  EXPECT_EQ(late.limit, day("2025-07-02"));
  EXPECT_EQ(calendar().count(moment("2025-07-02T00:30:00Z"), Period{2, Unit::hours}, Direction::before).value().limit, day("2025-07-01"));
}

TEST(Calendar, days_counted_from_a_moment_are_counted_from_its_day_in_london) {
  EXPECT_EQ(calendar().count(moment("2025-07-01T23:30:00Z"), Period{1, Unit::calendar_days}, Direction::after).value().limit, day("2025-07-03"));
}

TEST(Calendar, beyond_what_the_list_speaks_for_nothing_is_counted) {
  EXPECT_EQ(calendar().last(), day("2028-12-31"));
  EXPECT_EQ(limit("2028-12-29", "2 days"), "2028-12-31");
  EXPECT_EQ(limit("2028-12-29", "3 days"), "refused");
  EXPECT_EQ(limit("2028-12-29", "1 working day"), "refused");
  EXPECT_EQ(limit("2028-12-01", "1 month"), "refused");
  EXPECT_EQ(limit("2029-01-01", "1 day", Direction::before), "refused");
  EXPECT_EQ(limit("2018-12-31", "1 working day"), "refused");
  EXPECT_EQ(limit("2019-01-02", "1 working day", Direction::before), "refused");
  EXPECT_EQ(limit("2019-01-02", "2 days", Direction::before), "refused");
  EXPECT_EQ(limit("2025-01-01", "10000 weeks"), "refused");
  EXPECT_EQ(limit("2025-01-01", "10000 months"), "refused");
  EXPECT_EQ(limit("2025-01-01", "10000 months", Direction::before), "refused");
  EXPECT_EQ(limit("2025-01-01", "10000 working days"), "refused");
  EXPECT_FALSE(calendar().count(moment("2028-12-31T23:30:00Z"), Period{1, Unit::hours}, Direction::after));
  EXPECT_NE(counted("2028-12-29", "3 days").error().message.find("Sunday 31 December 2028"), std::string::npos);
}

TEST(Calendar, a_limit_on_the_first_days_of_the_list_has_no_bookable_day_before_it) {
  const auto end = counted("2019-01-03", "2 days", Direction::before);
  ASSERT_TRUE(end);
  EXPECT_EQ(end->limit, day("2019-01-01"));
  EXPECT_FALSE(end->latest_bookable);
}

TEST(Calendar, the_days_passed_over_are_told_with_their_reason) {
  const auto skipped = counted("2025-04-17", "2 working days").value().skipped;
  const std::vector<SkippedDay> expected = {{day("2025-04-18"), "Good Friday", true}, {day("2025-04-19"), "Saturday"}, {day("2025-04-20"), "Sunday"}, {day("2025-04-21"), "Easter Monday", true}};
  EXPECT_EQ(skipped, expected);
  EXPECT_TRUE(counted("2025-04-17", "6 days").value().skipped.empty()) << "calendar days pass over none";
}

// Every day that the list speaks for stands in place of days drawn by lot: there are few enough.
TEST(Calendar, whatever_the_day_and_the_count_exactly_the_days_between_are_counted_or_passed_over) {
  for (const auto& [direction, sign] : {std::pair{Direction::after, 1}, std::pair{Direction::before, -1}})
    for (Date from = day("2019-03-01"); from < day("2028-11-01"); from = from.plus_days(1))
      for (const int count : {1, 2, 10, 15, 20}) {
        const auto end = calendar().count(from, Period{count, Unit::working_days}, direction);
        ASSERT_TRUE(end) << from.iso();
        ASSERT_TRUE(calendar().is_working(end->limit).value()) << from.iso();
        const int between = (end->limit.days() - from.days()) * sign;
        ASSERT_EQ(between, count + static_cast<int>(end->skipped.size())) << from.iso();
        Date before = from;
        for (const SkippedDay& one : end->skipped) {
          ASSERT_GT(one.day.days() * sign, before.days() * sign);
          ASSERT_LT(one.day.days() * sign, end->limit.days() * sign);
          ASSERT_FALSE(calendar().is_working(one.day).value());
          ASSERT_EQ(one.why, calendar().why_not_worked(one.day));
          before = one.day;
        }
      }
}

TEST(Calendar, whatever_the_day_the_latest_bookable_day_is_worked_and_never_after_the_limit) {
  for (Date from = day("2019-03-01"); from < day("2028-05-01"); from = from.plus_days(1))
    for (const char* period : {"1 day", "2 days", "4 weeks", "3 months", "6 months", "15 working days"}) {
      const Counted end = calendar().count(from, Period::parse(period).value(), Direction::after).value();
      ASSERT_LE(*end.latest_bookable, end.limit) << from.iso() << " " << period;
      ASSERT_TRUE(calendar().is_working(*end.latest_bookable).value());
      for (Date on = end.latest_bookable->plus_days(1); on <= end.limit; on = on.plus_days(1)) ASSERT_FALSE(calendar().is_working(on).value());
    }
}

}  // namespace
}  // namespace confer
