#include "procedure/look_ahead.h"

#include <gtest/gtest.h>

#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;

MadeEntry discussed(std::string_view id, std::string_view on, std::string_view child) { return entry(id, "strategy_discussion").about(child).happened(on).answer("began_enquiry", true); }

Result<std::vector<LookAhead>> ahead(const std::vector<Entry>& entries, std::string_view as_at, std::optional<Date> conference = std::nullopt) {
  return look_ahead(file_of(with(family(), entries)), rotherham(), conference, day(as_at));
}

TEST(LookAhead, every_child_is_answered_for_and_those_whose_conference_is_due_alike_together) {
  const auto found = ahead({discussed("s1", "2025-04-07", "amy"), discussed("s2", "2025-04-07", "ben"), discussed("s3", "2025-04-14", "cai")}, "2025-04-15");
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->size(), 2U);
  EXPECT_EQ((*found)[0].conference.about, (std::vector<PersonId>{{"amy"}, {"ben"}}));
  EXPECT_EQ((*found)[0].day, day("2025-04-30"));
  EXPECT_EQ((*found)[1].conference.about, std::vector<PersonId>{{"cai"}});
  EXPECT_EQ((*found)[1].day, day("2025-05-08"));
}

TEST(LookAhead, what_the_procedure_wants_in_advance_stands_there_without_a_number) {
  const auto found = ahead({discussed("s1", "2025-04-07", "amy")}, "2025-04-08");
  ASSERT_TRUE(found);
  for (const char* rule : {"invitations", "family_told", "chair_meets_family", "exclusion_requests"}) {
    const auto& lines = found->front().lines;
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const AheadLine& one) { return one.obligation.rule->id == rule; });
    ASSERT_NE(line, lines.end()) << rule;
    EXPECT_EQ(state_name(*line), "no_number") << rule;
    EXPECT_FALSE(line->latest_safe) << rule;
  }
}

TEST(LookAhead, a_child_whose_limit_has_passed_is_told_so_beside_those_with_time) {
  const auto found = ahead({discussed("s1", "2025-04-07", "amy"), discussed("s3", "2025-04-14", "cai")}, "2025-05-02");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 2U);
  EXPECT_EQ((*found)[0].words, "The last day within the limit has passed. Name the day that you have in mind.");
  EXPECT_TRUE((*found)[0].lines.empty());
  EXPECT_EQ((*found)[1].day, day("2025-05-08"));
}

// S20 of the worked cases: the council is shut from 29 to 31 December 2025.
TEST(LookAhead, days_on_which_the_office_is_shut_are_counted_and_nothing_is_booked_on_them) {
  Described described = rotherham().described();
  for (const char* shut : {"2025-12-29", "2025-12-30", "2025-12-31"}) described.closures.push_back({day(shut), "Office shut", {}, {}});
  const Procedure closed = Procedure::from(std::move(described)).value();
  const CaseFile file = file_of(with(family(), {discussed("s1", "2025-12-08", "amy")}));
  const Obligation asks = asks_for_conference(file, closed, day("2025-12-09")).front();
  EXPECT_EQ(asks.counted->limit, day("2025-12-31"));
  EXPECT_EQ(asks.counted->latest_bookable, day("2025-12-24"));
  EXPECT_NE(explanation(asks, file, closed).find("Nothing is booked on Wednesday 31 December 2025, so the latest day to book is Wednesday 24 December 2025."), std::string::npos);
  const auto found = look_ahead(file, closed, std::nullopt, day("2025-12-09"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->front().day, day("2025-12-24"));
  EXPECT_TRUE(found->front().is_limiting);
  for (const AheadLine& line : found->front().lines)
    if (line.obligation.rule->id == "reports_to_unit") { EXPECT_EQ(line.latest_safe, day("2025-12-22")); }
}

TEST(LookAhead, beyond_the_bank_holidays_that_are_known_it_says_so) {
  const auto found = ahead({discussed("s1", "2028-12-20", "amy")}, "2028-12-21");
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().message.find("The bank holidays are known only from"), std::string::npos) << found.error().message;
  EXPECT_EQ(found.error().message.find("No number is published"), std::string::npos);
}

TEST(LookAhead, where_nothing_asks_for_a_conference_there_is_none_to_plan) {
  const auto found = ahead({}, "2025-04-08");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, Problem::Kind::not_found);
}

}  // namespace
}  // namespace confer
