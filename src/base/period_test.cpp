#include "base/period.h"

#include <gtest/gtest.h>

#include <string>

namespace confer {
namespace {

TEST(Period, every_unit_is_read_in_the_singular_and_the_plural) {
  EXPECT_EQ(Period::parse("15 working days"), (Period{15, Unit::working_days}));
  EXPECT_EQ(Period::parse("1 working day"), (Period{1, Unit::working_days}));
  EXPECT_EQ(Period::parse("45 days"), (Period{45, Unit::calendar_days}));
  EXPECT_EQ(Period::parse("45 calendar days"), (Period{45, Unit::calendar_days}));
  EXPECT_EQ(Period::parse("6 weeks"), (Period{6, Unit::weeks}));
  EXPECT_EQ(Period::parse("3 months"), (Period{3, Unit::months}));
  EXPECT_EQ(Period::parse("24 hours"), (Period{24, Unit::hours}));
}

TEST(Period, what_was_read_is_written_the_same) {
  for (const char* text : {"15 working days", "1 working day", "45 days", "1 week", "6 weeks", "1 month", "24 hours", "10000 days"})
    EXPECT_EQ(Period::parse(text).value().written(), text);
}

TEST(Period, a_count_must_be_from_1_to_the_most) {
  for (const char* text : {"0 days", "-1 days", "10001 days", "99999999999999999999 days", "-99999999999999999999 days"}) {
    const auto period = Period::parse(text);
    ASSERT_FALSE(period) << text;
    EXPECT_EQ(period.error().message, "The number in a period must be from 1 to 10000.");
    EXPECT_EQ(period.error().field, "period");
  }
}

TEST(Period, anything_else_is_refused_with_an_example) {
  for (const std::string& text :
       {std::string(""), std::string("15"), std::string("days"), std::string("15 "), std::string("15  days"), std::string(" 15 days"),
        std::string("15 fortnights"), std::string("1.5 days"), std::string("+5 days"), std::string("0x5 days"), std::string("15 working days "),
        std::string("fifteen days"), std::string("15 day\0s", 8), "5 " + std::string(100, 'd')}) {
    const auto period = Period::parse(text);
    ASSERT_FALSE(period) << text;
    EXPECT_NE(period.error().message.find("7 working days"), std::string::npos);
    EXPECT_EQ(period.error().field, "period");
  }
}

}   // namespace
}   // namespace confer
