#include "base/date.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace confer {
namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }
Instant at(std::string_view iso) { return Instant::parse(iso).value(); }

TEST(Date, a_day_reads_back_as_it_was_written) {
  for (Date each = Date::first(); each <= Date::last(); each = each.plus_days(1)) ASSERT_EQ(day(each.iso()), each) << each.iso();
}

TEST(Date, a_day_that_no_calendar_has_is_refused) {
  for (const char* wrong : {"2025-02-29", "2025-04-31", "2025-00-10", "2025-13-01", "2025-01-00", "2100-02-29", "1899-12-31", "2200-01-01"})
    EXPECT_FALSE(Date::parse(wrong)) << wrong;
  EXPECT_EQ(day("2024-02-29").plus_days(1), day("2024-03-01"));
}

TEST(Date, only_year_month_day_is_read) {
  for (const char* wrong : {"", "2025", "2025-4-30", "30-04-2025", "2025/04/30", "2025-04-30 ", " 2025-04-30", "2025-04-3O", "+025-04-30",
                            "2025-04--1", "20250430", "2025-04-30T10:00:00Z"})
    EXPECT_FALSE(Date::parse(wrong)) << wrong;
}

TEST(Date, three_numbers_from_a_form_make_a_day_or_are_refused) {
  EXPECT_EQ(Date::from_parts(2025, 4, 30), day("2025-04-30"));
  for (const auto& [y, m, d] :
       {std::array{2025, 1, 257}, std::array{2025, 257, 1}, std::array{2025 + 65'536, 1, 1}, std::array{2025, -1, 1}, std::array{2025, 1, -1},
        std::array{-2025, 1, 1}, std::array{2'147'483'647, 1, 1}, std::array{2025, 1, 2'147'483'647}})
    EXPECT_FALSE(Date::from_parts(y, m, d)) << y << ' ' << m << ' ' << d;
}

TEST(Date, the_days_of_the_week_are_right) {
  EXPECT_EQ(day("1900-01-01").weekday(), Weekday::monday);
  EXPECT_EQ(day("1969-12-31").weekday(), Weekday::wednesday);
  EXPECT_EQ(day("1970-01-01").weekday(), Weekday::thursday);
  EXPECT_EQ(day("2025-03-01").weekday(), Weekday::saturday);
  EXPECT_EQ(day("2199-12-31").weekday(), Weekday::tuesday);
}

TEST(Date, a_period_in_months_ends_on_the_same_numbered_day_or_the_last_of_the_month) {
  EXPECT_EQ(day("2024-11-30").plus_months(3), day("2025-02-28"));
  EXPECT_EQ(day("2025-02-28").plus_months(3), day("2025-05-28"));
  EXPECT_EQ(day("2025-08-31").plus_months(6), day("2026-02-28"));
  EXPECT_EQ(day("2023-11-30").plus_months(3), day("2024-02-29"));
  EXPECT_EQ(day("2025-12-15").plus_months(1), day("2026-01-15"));
  EXPECT_EQ(day("2025-03-31").plus_months(-1), day("2025-02-28"));
  EXPECT_EQ(day("2025-01-15").plus_months(-13), day("2023-12-15"));
}

TEST(Date, pages_and_letters_write_a_day_in_words) {
  EXPECT_EQ(day("2025-04-30").written(), "Wednesday 30 April 2025");
  EXPECT_EQ(day("2025-04-03").written_short(), "3 April");
}

TEST(Date, a_child_is_a_year_older_on_her_birthday) {
  EXPECT_EQ(age_on(day("2015-06-10"), day("2025-06-09")), 9);
  EXPECT_EQ(age_on(day("2015-06-10"), day("2025-06-10")), 10);
  EXPECT_EQ(age_on(day("2015-06-10"), day("2015-06-10")), 0);
}

TEST(Date, a_child_born_on_29_February_is_a_year_older_on_1_March) {
  EXPECT_EQ(age_on(day("2016-02-29"), day("2025-02-28")), 8);
  EXPECT_EQ(age_on(day("2016-02-29"), day("2025-03-01")), 9);
  EXPECT_EQ(age_on(day("2016-02-29"), day("2024-02-29")), 8);
}

TEST(Date, an_unborn_child_is_of_no_age) { EXPECT_EQ(age_on(day("2025-09-01"), day("2025-04-30")), 0); }

TEST(Instant, a_moment_reads_back_as_it_was_written) {
  for (const char* iso :
       {"2025-04-07T15:10:00Z", "1900-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "2199-12-31T23:59:59Z", "2025-04-07T15:10:00.000001Z"})
    EXPECT_EQ(at(iso).iso(), iso);
}

TEST(Instant, an_offset_names_the_same_moment) {
  EXPECT_EQ(at("2025-10-24T15:40:00+01:00"), at("2025-10-24T14:40:00Z"));
  EXPECT_EQ(at("2025-01-01T00:30:00+01:00").iso(), "2024-12-31T23:30:00Z");
  EXPECT_EQ(at("2025-01-01T00:30:00-05:30").iso(), "2025-01-01T06:00:00Z");
}

TEST(Instant, what_is_finer_than_a_microsecond_is_dropped) {
  EXPECT_EQ(at("2025-04-07T15:10:00.5Z").iso(), "2025-04-07T15:10:00.500000Z");
  EXPECT_EQ(at("2025-04-07T15:10:00.123456789Z").iso(), "2025-04-07T15:10:00.123456Z");
}

TEST(Instant, a_time_in_any_other_shape_is_refused) {
  for (const char* wrong : {"", "2025-04-07", "2025-04-07T15:10Z", "2025-04-07 15:10:00Z", "2025-04-07T15:10:00", "2025-04-07T24:00:00Z",
                            "2025-04-07T15:60:00Z", "2025-04-07T15:10:60Z", "2025-04-07T15:10:00z", "2025-04-07T15:10:00.Z", "2025-04-07T15:10:00,5Z",
                            "2025-04-07T15:10:00+0100", "2025-04-07T15:10:00+15:00", "2025-04-07T15:10:00+01:60", "2025-04-07T15:10:00Z ",
                            "2025-04-07T-1:10:00Z", "2025-02-30T15:10:00Z", "2025-04-07T15:10:00.00000000000000000000000000000Z"})
    EXPECT_FALSE(Instant::parse(wrong)) << wrong;
}

TEST(LondonTime, a_veto_at_twenty_to_four_in_October_is_kept_as_twenty_to_three) {
  const Instant veto = london_instant(day("2025-10-24"), 15, 40);
  EXPECT_EQ(veto, at("2025-10-24T14:40:00Z"));
  EXPECT_EQ(london_day(veto), day("2025-10-24"));
  EXPECT_EQ(london_time(veto), "15:40");
}

TEST(LondonTime, a_late_evening_in_summer_belongs_to_the_next_day) {
  EXPECT_EQ(london_day(at("2025-06-30T23:30:00Z")), day("2025-07-01"));
  EXPECT_EQ(london_time(at("2025-06-30T23:30:00Z")), "00:30");
  EXPECT_EQ(london_day(at("2025-12-31T23:59:59.999999Z")), day("2025-12-31"));
}

struct Change {
  std::string_view day;
  std::string_view before, after;   // London's clock one second before 01:00 UTC, and at it
};

TEST(LondonTime, the_day_of_every_half_hour_is_what_the_clock_says_over_the_changes_and_the_years_on_summer_time) {
  for (const std::string_view start : {"1969-12-30", "1971-10-30", "1972-03-17", "2025-03-29", "2025-10-25", "2026-12-31"}) {
    const std::int64_t midnight = std::int64_t{day(start).days()} * 86'400 * 1'000'000, half_hour = 1'800'000'000;
    for (int i = 0; i < 3 * 48; ++i) {
      const Instant moment{midnight + i * half_hour};
      const Date told = london_day(moment);
      EXPECT_LE(london_instant(told, 0, 0), moment) << moment.iso();
      EXPECT_LT(moment, london_instant(told.plus_days(1), 0, 0)) << moment.iso();
    }
  }
}

TEST(LondonTime, the_clocks_change_at_one_in_the_morning_utc) {
  for (const Change& change : {Change{"2025-03-30", "00:59", "02:00"}, Change{"2025-10-26", "01:59", "01:00"}, Change{"2026-03-29", "00:59", "02:00"},
                               Change{"2026-10-25", "01:59", "01:00"}}) {
    const std::string stem(change.day);
    EXPECT_EQ(london_time(at(stem + "T00:59:59Z")), change.before) << stem;
    EXPECT_EQ(london_time(at(stem + "T01:00:00Z")), change.after) << stem;
  }
}

TEST(LondonTime, an_hour_that_comes_twice_is_the_first_and_one_that_never_comes_is_the_change) {
  EXPECT_EQ(london_instant(day("2025-10-26"), 1, 30), at("2025-10-26T00:30:00Z"));
  EXPECT_EQ(london_instant(day("2026-10-25"), 1, 0), at("2026-10-25T00:00:00Z"));
  EXPECT_EQ(london_instant(day("2025-03-30"), 1, 30), at("2025-03-30T01:00:00Z"));
  EXPECT_EQ(london_instant(day("2026-03-29"), 2, 0), at("2026-03-29T01:00:00Z"));
}

}   // namespace
}   // namespace confer
