// The traps of counting days, as data beside the procedures they belong to.
#include <gtest/gtest.h>

#include "counting_cases.h"

namespace confer::examples {
namespace {

const HolidayList& holidays() { return *rotherham().described().holidays; }

TEST(CountingExamples, each_known_trap_ends_on_its_day) {
  const auto expected = counting_examples();
  EXPECT_GE(expected.size(), 50U);
  for (const CountExpected& one : expected) EXPECT_EQ(difference(one, holidays()), "") << one.written();
}

TEST(CountingExamples, the_bank_holidays_are_those_that_were_published) {
  EXPECT_GE(published_bank_holidays().size(), 80U);
  EXPECT_EQ(difference_from_the_published(holidays()), "");
}

TEST(CountingExamples, one_that_is_wrong_is_found) {
  CountExpected wrong = counting_examples().front();
  wrong.limit = wrong.limit->plus_days(1);
  EXPECT_NE(difference(wrong, holidays()), "");
  HolidayList fewer = holidays();
  fewer.days.pop_back();
  EXPECT_NE(difference_from_the_published(fewer), "");
}

}  // namespace
}  // namespace confer::examples
