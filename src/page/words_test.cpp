#include "page/words.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

std::string old(std::string_view born, std::string_view today) { return age_in_words(Date::parse(born).value(), Date::parse(today).value()); }

TEST(Words, a_baby_is_so_many_days_weeks_or_months_old_and_nobody_is_nought) {
  EXPECT_EQ(old("2025-04-01", "2025-04-01"), "0 days");
  EXPECT_EQ(old("2025-04-01", "2025-04-02"), "1 day");
  EXPECT_EQ(old("2025-04-01", "2025-04-14"), "13 days");
  EXPECT_EQ(old("2025-04-01", "2025-04-15"), "2 weeks");
  EXPECT_EQ(old("2025-04-01", "2025-06-30"), "12 weeks");
  EXPECT_EQ(old("2025-04-01", "2025-07-01"), "3 months");
  EXPECT_EQ(old("2025-04-01", "2026-03-31"), "11 months");
  EXPECT_EQ(old("2025-04-01", "2026-04-01"), "1");
  EXPECT_EQ(old("2011-04-01", "2025-04-01"), "14");
}

}  // namespace
}  // namespace confer
