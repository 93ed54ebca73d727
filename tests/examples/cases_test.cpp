// The worked cases of every procedure: each entry is taken, and what follows from them is what a practitioner says should follow.
#include <gtest/gtest.h>

#include <set>

#include "case_checks.h"

namespace confer::examples {
namespace {

TEST(WorkedCases, every_entry_is_taken_on_the_day_it_was_put_on_file) {
  ASSERT_GE(every_case().size(), 34U);
  for (const CaseOf& one : every_case()) {
    CaseFile file;
    for (const Entry& entry : one.told.entries) {
      const auto decided = decide(file, *one.procedure, entry, london_day(entry.recorded));
      if (!decided) ADD_FAILURE() << one.name() << " " << entry.id.value << written(decided.error());
      file.evolve(entry);
    }
  }
}

TEST(WorkedCases, each_is_short_enough_to_be_read_and_stands_in_the_order_in_which_it_was_put_on_file) {
  for (const CaseOf& one : every_case()) {
    EXPECT_LE(one.told.entries.size(), 200U) << one.name();
    EXPECT_EQ(one.told.entries.front().type, "family_file") << one.name();
    for (std::size_t i = 1; i < one.told.entries.size(); ++i)
      EXPECT_LE(one.told.entries[i - 1].recorded, one.told.entries[i].recorded) << one.name() << " " << one.told.entries[i].id.value;
  }
}

TEST(WorkedCases, whoever_puts_an_entry_on_file_is_a_practitioner_or_writes_as_family_and_their_role_may) {
  for (const CaseOf& one : every_case()) {
    const Described& procedure = one.procedure->described();
    const CaseFile file = file_before(one.told, {});
    for (const Entry& entry : one.told.entries) {
      const PersonOnFile* maker = file.person(entry.by);
      const bool as_family = procedure.role(entry.role)->standing == "family";
      EXPECT_TRUE(maker && (maker->kind == "practitioner") != as_family) << one.name() << " " << entry.id.value;
      const auto& makers = procedure.record(entry.type)->makers;
      EXPECT_NE(std::find(makers.begin(), makers.end(), entry.role), makers.end()) << one.name() << " " << entry.id.value << " by a " << entry.role;
    }
  }
}

TEST(WorkedCases, what_is_due_comes_out_as_the_case_says) {
  for (const CaseOf& one : every_case()) {
    EXPECT_FALSE(one.told.then.empty()) << one.name();
    for (const Due& due : one.told.then) EXPECT_EQ(difference(CaseFile::fold(one.told.entries, due.known_on), *one.procedure, due), "") << one.name();
  }
}

TEST(WorkedCases, nothing_is_due_for_a_child_whom_a_limit_does_not_concern) {
  int told = 0;
  for (const CaseOf& one : every_case())
    for (const Due& due : one.told.never) {
      EXPECT_TRUE(of_rule(file_before(one.told, {}), *one.procedure, due).empty()) << one.name() << " " << due.rule;
      ++told;
    }
  EXPECT_GE(told, 1);
}

TEST(WorkedCases, looking_ahead_says_by_when_each_thing_has_to_be_done) {
  int told = 0;
  for (const CaseOf& one : every_case())
    for (const Ahead& ahead : one.told.ahead) {
      EXPECT_EQ(difference(CaseFile::fold(one.told.entries, ahead.as_at), *one.procedure, ahead), "") << one.name();
      ++told;
    }
  EXPECT_GE(told, 2);
}

TEST(WorkedCases, quorum_is_found_for_each_child_and_every_way_it_can_go_is_told) {
  std::set<std::string> states;
  for (const CaseOf& one : every_case())
    for (const QuorumExpected& expected : one.told.quorum) {
      SCOPED_TRACE(one.name() + " " + expected.child + " " + expected.before);
      const auto found = quorum(file_before(one.told, expected.before), *one.procedure, EntryId{expected.conference}, PersonId{expected.child});
      EXPECT_EQ(name(found.state), expected.state);
      EXPECT_EQ(found.present, expected.present);
      EXPECT_EQ(found.missing, expected.missing);
      states.insert(expected.state);
    }
  EXPECT_EQ(states, (std::set<std::string>{"quorate", "chair_decides", "proceeds", "postponed"}));
}

TEST(WorkedCases, a_school_that_knows_only_amy_does_not_count_for_cai) {
  const CaseFile file = file_before(read_case(rotherham_cases(), "S02"), {});
  const auto present = [&](const char* child) { return quorum(file, rotherham(), EntryId{"c-initial"}, PersonId{child}).present; };
  const auto amy = present("amy"), cai = present("cai");
  EXPECT_NE(std::find(amy.begin(), amy.end(), "school"), amy.end());
  EXPECT_EQ(std::find(cai.begin(), cai.end(), "school"), cai.end());
}

TEST(WorkedCases, an_agency_that_stopped_working_with_a_child_before_the_conference_is_neither_present_nor_missing) {
  WorkedCase s14 = read_case(rotherham_cases(), "S14");
  for (Entry& entry : s14.entries)
    if (entry.id.value == "with-pol1-ended") entry.answers.values()["ended"] = "2025-08-28";
  const auto found = quorum(file_before(s14, {}), rotherham(), EntryId{"c-initial"}, PersonId{"leo"});
  EXPECT_EQ(found.present, (std::vector<std::string>{"childrens_social_care", "school", "voluntary"}));
  EXPECT_TRUE(found.missing.empty());
}

TEST(WorkedCases, acts_are_refused_that_lack_what_the_procedure_demands) {
  int tried = 0;
  for (const CaseOf& one : every_case())
    for (const Instead& instead : one.told.instead) {
      EXPECT_EQ(difference(one.told, instead, *one.procedure), "") << one.name() << " " << instead.of;
      ++tried;
    }
  EXPECT_GE(tried, 10);
}

TEST(WorkedCases, the_day_after_the_strategy_discussion_the_conference_is_due_with_its_reason) {
  const CaseFile file = file_before(read_case(rotherham_cases(), "S02"), {});
  const auto due = obligations(file, rotherham(), Date::parse("2025-04-08").value());
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due.front().rule->what.en, "Initial child protection conference");
  EXPECT_EQ(due.front().counted->limit.written(), "Wednesday 30 April 2025");
  EXPECT_EQ(explanation(due.front(), file, rotherham()), "15 working days after the strategy discussion of 7 April; 18 and 21 April are bank holidays.");
}

}  // namespace
}  // namespace confer::examples
