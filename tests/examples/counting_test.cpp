// The traps of counting days, as data beside the procedures they belong to.
#include <gtest/gtest.h>

#include "case_reader.h"

namespace confer::examples {
namespace {

struct CountExpected {
  Date from, limit;
  std::string period;
  bool before;
  std::optional<Date> latest_bookable;
  std::vector<std::string> skips;
};

CountExpected read_count(Row& row) {
  return {row.day("from").value(), row.day("limit").value(), row.text("period"), row.yes("before"), row.day("latest_bookable"), row.texts("skips")};
}

TEST(Counting, each_known_trap_ends_on_its_day) {
  ProcedureShelf shelf(read_procedure_files(procedures_folder()));
  const Calendar& calendar = **shelf.calendar("england-and-wales");
  const std::string file = (procedures_folder() / "england/examples/calendar.toml").string();
  const auto expected = rows(toml::parse_file(file), "count", file, read_count);
  EXPECT_GE(expected.size(), 20U);
  for (const CountExpected& one : expected) {
    SCOPED_TRACE(one.period + " from " + one.from.iso());
    const auto counted = calendar.count(one.from, Period::parse(one.period).value(), one.before ? Direction::before : Direction::after);
    ASSERT_TRUE(counted);
    EXPECT_EQ(counted->limit.iso(), one.limit.iso());
    EXPECT_EQ(counted->latest_bookable.value().iso(), one.latest_bookable.value_or(one.limit).iso());
    std::vector<std::string> holidays;
    for (const SkippedDay& day : counted->skipped)
      if (day.is_bank_holiday) holidays.push_back(day.why);
    EXPECT_EQ(holidays, one.skips);
  }
}

}  // namespace
}  // namespace confer::examples
