#include "base/counting.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

WorkingDays weekdays() { return WorkingDays(Date::parse("2025-01-01").value(), Date::parse("2026-12-31").value(), {}); }

bool later(std::string_view one, std::string_view other, Direction direction = Direction::after) {
  return ever_ends_later(Period::parse(one).value(), Period::parse(other).value(), weekdays(), direction);
}

TEST(PeriodEnds, the_longer_of_two_ends_later_whatever_they_count_in) {
  EXPECT_TRUE(later("16 working days", "15 working days"));
  EXPECT_FALSE(later("15 working days", "15 working days"));
  EXPECT_FALSE(later("14 working days", "15 working days"));
  EXPECT_TRUE(later("15 working days", "15 days"));
  EXPECT_FALSE(later("15 days", "15 working days"));
  EXPECT_TRUE(later("3 months", "90 days"));
  EXPECT_FALSE(later("4 weeks", "1 month")) << "28 days are February";
  EXPECT_TRUE(later("1 month", "4 weeks"));
  EXPECT_TRUE(later("25 hours", "1 day"));
  EXPECT_FALSE(later("24 hours", "1 day"));
}

TEST(PeriodEnds, of_two_counted_back_the_shorter_ends_later) {
  EXPECT_TRUE(later("1 day", "2 days", Direction::before));
  EXPECT_FALSE(later("3 days", "2 days", Direction::before));
  EXPECT_FALSE(later("2 working days", "2 days", Direction::before));
  EXPECT_TRUE(later("2 days", "2 working days", Direction::before));
  EXPECT_TRUE(later("24 hours", "2 days", Direction::before));
}

TEST(PeriodEnds, nothing_ends_beyond_the_calendar) {
  const Date last = Date::parse("2026-12-31").value();
  EXPECT_EQ(end_of(weekdays(), last, Period{1, Unit::calendar_days}, Direction::after), std::nullopt);
  EXPECT_EQ(end_of(weekdays(), last.plus_days(1), Period{1, Unit::calendar_days}, Direction::before), std::nullopt);
  EXPECT_EQ(end_of(weekdays(), last, Period{10'000, Unit::months}, Direction::before), std::nullopt);
  EXPECT_EQ(end_of(weekdays(), last, Period{1, Unit::weeks}, Direction::before), last.plus_days(-7));
}

}  // namespace
}  // namespace confer
