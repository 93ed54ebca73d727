// The traps of counting days, as data beside the procedures they belong to.
#include <gtest/gtest.h>

#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

const HolidayList& holidays() { return *rotherham().described().holidays; }

CountingExamples of_england() {
  std::vector<LoadError> wrong;
  CountingExamples read = read_counting(shipped_examples().files, "england/", wrong);
  for (const LoadError& error : wrong) ADD_FAILURE() << error.written();
  return read;
}

TEST(CountingExamples, each_known_trap_ends_on_its_day_and_the_bank_holidays_are_those_that_were_published) {
  const CountingExamples expected = of_england();
  EXPECT_GE(expected.counts.size(), 50U);
  EXPECT_GE(expected.published.size(), 80U);
  for (const LoadError& error : differences(expected, holidays())) ADD_FAILURE() << error.written();
}

TEST(CountingExamples, one_that_is_wrong_is_found) {
  CountExpected wrong = of_england().counts.front();
  wrong.limit = wrong.limit->plus_days(1);
  EXPECT_NE(difference(wrong, holidays()), "");
  HolidayList fewer = holidays();
  fewer.days.pop_back();
  EXPECT_NE(difference_from_the_published(of_england().published, fewer), "");
}

}  // namespace
}  // namespace confer::examples
