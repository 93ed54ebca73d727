// The worked cases of every procedure: each entry is taken, and what follows from them is what a practitioner says should follow.
#include <gtest/gtest.h>

#include <set>

#include "examples/shipped_cases.h"
#include "procedure/explain.h"

namespace confer::examples {
namespace {

TEST(WorkedCases, there_are_cases_of_everything_that_they_can_tell) {
  std::size_t never = 0, ahead = 0, instead = 0, sees = 0;
  std::set<std::string> quorum;
  for (const CaseOf& one : every_case()) {
    never += one.told.never.size(), ahead += one.told.ahead.size(), instead += one.told.instead.size(), sees += one.told.sees.empty() ? 0 : 1;
    for (const QuorumExpected& expected : one.told.quorum) quorum.insert(expected.state);
  }
  EXPECT_GE(every_case().size(), 45U);
  EXPECT_GE(never, 1U);
  EXPECT_GE(ahead, 2U);
  EXPECT_GE(instead, 10U);
  EXPECT_GE(sees, 4U);
  EXPECT_EQ(quorum, (std::set<std::string>{"quorate", "chair_decides", "none_published", "proceeds", "postponed"}));
}

/// Everything that one kind of check finds in the worked cases, a line each.
template <class Check>
std::string found(Check check) {
  std::string out;
  for (const CaseOf& one : every_case())
    for (const LoadError& error : check(one.told, *one.procedure)) out += error.written() + "\n";
  return out;
}

TEST(WorkedCases, every_entry_is_taken_on_the_day_it_was_put_on_file_from_somebody_who_may_put_it_there) { EXPECT_EQ(found(refused_entries), ""); }
TEST(WorkedCases, every_rule_of_a_then_table_is_a_time_limit_that_names_the_case) { EXPECT_EQ(found(unknown_rules), ""); }
TEST(WorkedCases, who_sees_what_is_as_each_cell_says) { EXPECT_EQ(found(seen_otherwise), ""); }
TEST(WorkedCases, what_is_due_and_ahead_quorum_and_refusals_come_out_as_the_case_says) {
  EXPECT_EQ(found([](const WorkedCase& one, const Procedure& procedure) { return differences(one, procedure, HowMany::all); }), "");
}

TEST(WorkedCases, a_school_that_knows_only_amy_does_not_count_for_cai) {
  const CaseFile file = file_before(rotherham_case("S02"), {});
  const auto present = [&](const char* child) { return quorum(file, rotherham(), EntryId{"c-initial"}, PersonId{child}).present; };
  const auto amy = present("amy"), cai = present("cai");
  EXPECT_NE(std::find(amy.begin(), amy.end(), "school"), amy.end());
  EXPECT_EQ(std::find(cai.begin(), cai.end(), "school"), cai.end());
}

TEST(WorkedCases, an_agency_that_stopped_working_with_a_child_before_the_conference_is_neither_present_nor_missing) {
  WorkedCase s14 = rotherham_case("S14");
  for (Entry& entry : s14.entries)
    if (entry.id.value == "with-pol1-ended") entry.answers.values()["ended"] = "2025-08-28";
  const auto found = quorum(file_before(s14, {}), rotherham(), EntryId{"c-initial"}, PersonId{"leo"});
  EXPECT_EQ(found.present, (std::vector<std::string>{"childrens_social_care", "school", "voluntary"}));
  EXPECT_TRUE(found.missing.empty());
}

TEST(WorkedCases, the_day_after_the_strategy_discussion_the_conference_is_due_with_its_reason) {
  const CaseFile file = file_before(rotherham_case("S02"), {});
  const auto due = obligations(file, rotherham(), Date::parse("2025-04-08").value());
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due.front().rule->what.en, "Initial child protection conference");
  EXPECT_EQ(due.front().counted->limit.written(), "Wednesday 30 April 2025");
  EXPECT_EQ(explanation(due.front(), file, rotherham()), "15 working days after the strategy discussion of 7 April; 18 and 21 April are bank holidays. To leave it, consult the Safeguarding unit manager and record why.");
}

TEST(WorkedCases, what_an_area_asks_for_after_a_birth_is_told_beside_the_national_limit_that_ends_sooner) {
  const auto s01 = std::find_if(every_case().begin(), every_case().end(), [](const CaseOf& one) { return one.told.id == "S01" && one.procedure->described().id == "cheshire_east"; });
  ASSERT_NE(s01, every_case().end());
  const CaseFile file = file_before(s01->told, {});
  for (const Obligation& one : obligations(file, *s01->procedure, Date::parse("2025-12-02").value())) {
    if (one.rule->id != "first_review") continue;
    const auto told = beside(one, file, *s01->procedure);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_NE(told.back().reason.value.find("would be Saturday 27 December 2025. That does not hold, because the other day comes sooner."), std::string::npos) << told.back().reason.value;
    EXPECT_NE(told.front().reason.value.find("within 4 weeks of the birth"), std::string::npos);
    return;
  }
  FAIL() << "The first review is not due.";
}

}  // namespace
}  // namespace confer::examples
