// A procedure that calls things otherwise from a day on: everything that is said is said in the words of the day.
#include "procedure/procedure.h"

#include <gtest/gtest.h>

#include "procedure/explain.h"
#include "procedure/obligations.h"
#include "procedure/testing.h"

namespace confer {
namespace {

using for_tests::day;

Procedure renamed() {
  auto files = for_tests::shipped_files();
  files.push_back({"local/rotherham/words.toml", R"([words]
lead_worker = [{ en = "lead social worker", in_force_to = 2027-03-31 }, { en = "lead child protection practitioner", in_force_from = 2027-04-01 }]
role_safeguarding_unit_manager = [{ en = "Unit manager", in_force_to = 2026-12-31 }, { en = "Head of service", in_force_from = 2027-01-01 }]
)"});
  return Procedure::from(load_procedure(files, "rotherham").value()).value();
}

TEST(ProcedureInItsWords, each_stretch_between_two_changes_speaks_its_own_words) {
  const Procedure procedure = renamed();
  const auto says = [&](const char* on) {
    const Described& then = procedure.speaking_on(day(on)).described();
    return then.term("lead_worker").en + ", " + then.role("safeguarding_unit_manager")->title.en;
  };
  EXPECT_EQ(says("2020-01-01"), "lead social worker, Unit manager");
  EXPECT_EQ(says("2026-12-31"), "lead social worker, Unit manager");
  EXPECT_EQ(says("2027-01-01"), "lead social worker, Head of service");
  EXPECT_EQ(says("2027-03-31"), "lead social worker, Head of service");
  EXPECT_EQ(says("2027-04-01"), "lead child protection practitioner, Head of service");
  EXPECT_EQ(procedure.described().term("lead_worker").en, "lead child protection practitioner");
}

TEST(ProcedureInItsWords, forms_and_lists_say_what_they_ask_in_the_words_of_the_day) {
  auto files = for_tests::shipped_files();
  files.push_back({"local/rotherham/words.toml", "[words]\nplan = [{ en = \"safety plan\", in_force_from = 2027-04-01 }]\n"});
  const Procedure procedure = Procedure::from(load_procedure(files, "rotherham").value()).value();
  const auto says = [&](const char* on, const char* what) {
    for (const RecordType& type : procedure.speaking_on(day(on)).described().records)
      for (const Question& question : type.questions)
        for (const Choice& choice : question.choices)
          if (choice.title.en.find(what) != std::string::npos) return true;
    return false;
  };
  EXPECT_TRUE(says("2027-03-31", "child protection plan"));
  EXPECT_FALSE(says("2027-03-31", "safety plan"));
  EXPECT_TRUE(says("2027-04-01", "safety plan"));
  EXPECT_FALSE(says("2027-04-01", "child protection plan"));
}

TEST(ProcedureInItsWords, one_that_never_changed_its_words_is_itself_on_every_day) {
  const Procedure& shipped = for_tests::rotherham();
  EXPECT_EQ(&shipped.speaking_on(day("2027-04-01")), &shipped);
}

TEST(ProcedureInItsWords, the_words_change_and_nothing_else_does) {
  const Procedure procedure = renamed();
  const Procedure &before = procedure.speaking_on(day("2026-06-01")), &after = procedure.speaking_on(day("2028-06-01"));
  EXPECT_EQ(before.described().edition, after.described().edition);
  EXPECT_EQ(before.editions(), after.editions());
  EXPECT_EQ(before.choices(), after.choices());
  std::vector<Entry> entries = for_tests::family();
  entries.push_back(for_tests::entry("s1", "strategy_discussion").about("amy").happened("2025-03-28").answer("began_enquiry", true));
  const CaseFile file = CaseFile::fold(std::move(entries));
  const auto early = obligations(file, before, day("2025-04-08")), late = obligations(file, after, day("2025-04-08"));
  ASSERT_EQ(early.size(), late.size());
  ASSERT_FALSE(early.empty());
  for (std::size_t at = 0; at < early.size(); ++at) {
    EXPECT_EQ(early[at].rule->id, late[at].rule->id);
    EXPECT_EQ(early[at].state, late[at].state);
  }
}

TEST(ProcedureInItsWords, who_may_let_a_limit_be_left_is_called_as_on_the_day_it_is_asked) {
  const Procedure procedure = renamed();
  std::vector<Entry> entries = for_tests::family();
  entries.push_back(for_tests::entry("s1", "strategy_discussion").about("amy").happened("2025-03-28").answer("began_enquiry", true));
  const CaseFile file = CaseFile::fold(std::move(entries));
  const auto asked = [&](const char* on) {
    const Procedure& then = procedure.speaking_on(day(on));
    std::string out;
    for (const Obligation& one : obligations(file, then, day("2025-04-08")))
      if (one.rule->id == "initial_conference")
        for (const Reason& reason : reasons(one, file, then)) out += reason.value + "\n";
    return out;
  };
  EXPECT_NE(asked("2025-04-08").find("Unit manager"), std::string::npos) << asked("2025-04-08");
  EXPECT_NE(asked("2027-04-08").find("Head of service"), std::string::npos) << asked("2027-04-08");
}

}  // namespace
}  // namespace confer
