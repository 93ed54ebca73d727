#include "base/testing.h"
#include "desk/demonstration_parts.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "store/store.h"

namespace confer {
namespace {

const std::filesystem::path procedures = for_tests::procedures_folder();

/// A desk in an empty store, at ten in the morning of a day.
struct DeskOn {
  explicit DeskOn(Date day)
      : desk(*store, ProcedureShelf(read_procedure_files(procedures)), AuthorityId{"rotherham"},
             World{[day] { return london_instant(day, 10, 0); }, [number = 0]() mutable { return "id-" + std::to_string(++number); }}) {}

  std::unique_ptr<Store> store = memory_store();
  Desk desk;
};

Date day(const char* iso) { return *Date::parse(iso); }

std::unique_ptr<const Demonstration> demonstration(Date today, std::size_t families, std::uint64_t seed = 1) {
  auto made = Demonstration::make({procedures, today, families, seed});
  EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().message);
  return made ? std::move(*made) : nullptr;
}

std::string bytes(const Demonstration& demonstration) {
  std::string out;
  for (std::size_t number = 0; number < demonstration.size(); ++number) {
    const DemonstrationFile file = demonstration.file(number);
    out += file.id.value + "\n";
    for (const Entry& entry : file.entries) out += json::serialize(write_entry(entry)) + "\n";
  }
  return out;
}

Reader reader(const Demonstration& demonstration, std::string_view account) {
  for (const DemonstrationSignIn& one : demonstration.sign_ins())
    if (one.account == account) return {one.person, one.role};
  ADD_FAILURE() << "nobody signs in as " << account;
  return {};
}

class DemonstrationOn : public ::testing::TestWithParam<const char*> {};

// Before and between Christmas and New Year, on a Saturday and a Sunday, on the first Monday of May, on 29 February, and where the calendar ends.
INSTANTIATE_TEST_SUITE_P(Days, DemonstrationOn,
                         ::testing::Values("2025-12-24", "2025-12-25", "2025-12-29", "2026-01-02", "2026-03-14", "2026-03-15", "2026-05-04", "2028-02-29", "2028-12-28", "2021-04-06"));

TEST_P(DemonstrationOn, is_taken_in_through_the_desk_without_a_refusal) {
  DeskOn on(day(GetParam()));
  const auto made = demonstration(on.desk.today(), 40);
  const auto taken = take_in(*made, on.desk);
  ASSERT_TRUE(taken.has_value()) << taken.error().message;
  EXPECT_EQ(on.desk.files(reader(*made, "administrator"), {}).count, 40U);
}

TEST_P(DemonstrationOn, has_one_family_whose_conference_is_today_and_has_not_begun) {
  DeskOn on(day(GetParam()));
  const auto made = demonstration(on.desk.today(), 1);
  ASSERT_TRUE(take_in(*made, on.desk).has_value());
  const FileId file = made->file(0).id;
  const auto seen = on.desk.open_file(file, reader(*made, "chair"));
  ASSERT_TRUE(seen.has_value());
  EXPECT_EQ(seen->reference, made->sign_ins().front().file);
  const auto conferences = seen->standing("conference");
  ASSERT_EQ(conferences.size(), 1U);
  EXPECT_EQ(london_day(*Instant::parse(conferences.front()->text("starts"))), on.desk.today());
  EXPECT_TRUE(seen->standing("attendance").empty());
  EXPECT_TRUE(seen->standing("decision").empty());
  EXPECT_FALSE(seen->standing("report").empty());
}

TEST_P(DemonstrationOn, puts_the_other_worked_cases_where_they_are_wanted) {
  DeskOn on(day(GetParam()));
  const auto made = demonstration(on.desk.today(), 1);
  ASSERT_TRUE(take_in(*made, on.desk).has_value());
  const auto open = [&](std::size_t number, std::string_view rule) {
    const auto seen = on.desk.open_file(made->file(number).id, reader(*made, "unit.manager"));
    for (const ShownObligation& one : seen->obligations)
      if (one.rule == rule && (one.state == "due" || one.state == "open")) return true;
    return false;
  };
  EXPECT_TRUE(open(1, "outline_plan_to_practitioners"));   // decided on the last working day
  EXPECT_TRUE(open(2, "reports_to_unit"));                 // in preparation
  const auto planned = on.desk.open_file(made->file(3).id, reader(*made, "unit.manager"));
  EXPECT_EQ(planned->children.front().state, "plan");
  EXPECT_EQ(planned->standing("conference").size(), 2U);
  EXPECT_TRUE(planned->standing("review").empty());
}

TEST_P(DemonstrationOn, holds_nothing_that_was_put_on_file_today_or_later) {
  const Date today = day(GetParam());
  const auto made = demonstration(today, 60);
  for (std::size_t number = 0; number < made->size(); ++number)
    for (const Entry& entry : made->file(number).entries) {
      EXPECT_LT(london_day(entry.recorded), today);
      if (const auto happened = entry.happened_on()) {
        EXPECT_LE(*happened, london_day(entry.recorded)) << entry.type;
      }
    }
}

TEST(Demonstration, every_account_says_a_name_and_every_colleagues_a_workplace_and_a_role) {
  DeskOn on(day("2026-06-10"));
  const auto made = demonstration(on.desk.today(), 40);
  SignIn sign_in(*on.store, AuthorityId{"rotherham"}, {.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2}});
  ASSERT_TRUE(add_accounts(*made, sign_in, on.desk.now()));
  for (const Account& one : sign_in.accounts().all()) {
    EXPECT_NE(one.full_name, "") << one.name;
    EXPECT_EQ(one.roles.size(), 1U) << one.name;
  }
  const auto all = colleagues(sign_in.accounts(), *on.desk.described("rotherham"));
  EXPECT_GE(all.size(), 40U);
  for (const Colleague& one : all) EXPECT_NE(one.workplace, "") << one.account;
  const auto chair = colleague_offered(sign_in.accounts(), *on.desk.described("rotherham"), reader(*made, "chair").person);
  ASSERT_TRUE(chair);
  EXPECT_EQ(chair->workplace, "Safeguarding Unit");
  EXPECT_FALSE(colleague_offered(sign_in.accounts(), *on.desk.described("rotherham"), reader(*made, "mother").person));
}

TEST(Demonstration, is_the_same_to_the_byte_for_the_same_seed_and_day) {
  const Date today = day("2026-06-10");
  const std::string first = bytes(*demonstration(today, 30));
  EXPECT_EQ(first, bytes(*demonstration(today, 30)));
  EXPECT_NE(first, bytes(*demonstration(today, 30, 2)));
  EXPECT_NE(first, bytes(*demonstration(day("2026-06-11"), 30)));
}

TEST(Demonstration, no_id_stands_for_two_people_or_tells_a_name) {
  const auto made = demonstration(day("2026-06-10"), 200);
  std::map<PersonId, std::string> names;
  std::set<EntryId> entries;
  std::set<FileId> files;
  for (std::size_t number = 0; number < made->size(); ++number) {
    const DemonstrationFile file = made->file(number);
    EXPECT_TRUE(files.insert(file.id).second);
    for (const Entry& entry : file.entries) {
      EXPECT_TRUE(entries.insert(entry.id).second);
      if (entry.type != "person") continue;
      const std::string name(entry.answers.text("name"));
      EXPECT_EQ(names.emplace(entry.about.front(), name).first->second, name);
      EXPECT_EQ(entry.about.front().value.size(), 20U);
    }
  }
}

TEST(Demonstration, everyone_who_can_sign_in_stands_on_the_family_of_the_day) {
  DeskOn on(day("2026-06-10"));
  const auto made = demonstration(on.desk.today(), 1);
  ASSERT_TRUE(take_in(*made, on.desk).has_value());
  ASSERT_EQ(made->sign_ins().size(), 11U);
  for (const DemonstrationSignIn& one : made->sign_ins()) EXPECT_TRUE(on.desk.open_file(made->file(0).id, {one.person, one.role}).has_value()) << one.account;
}

TEST(Demonstration, a_social_worker_has_twenty_to_forty_families_and_the_unit_has_work_of_every_kind) {
  DeskOn on(day("2026-06-10"));
  const auto made = demonstration(on.desk.today(), 300);
  ASSERT_TRUE(take_in(*made, on.desk).has_value());
  const std::size_t hers = on.desk.files(reader(*made, "social.worker"), {}).count;
  EXPECT_GE(hers, 20U);
  EXPECT_LE(hers, 40U);
  std::map<std::string, int> due, late;
  const auto all = on.desk.due(reader(*made, "unit.manager"), {.limit = 1'000});
  for (const ListLine& line : all.lines) {
    const std::string rule(line.body.at("rule").as_string());
    const json::string* limit = line.body.at("limit").if_string();
    ++(limit && std::string_view(*limit) < on.desk.today().iso() ? late : due)[rule];
  }
  for (const char* rule : {"initial_conference", "reports_to_unit", "outline_plan_to_practitioners", "record_sent", "first_review", "next_review"})
    EXPECT_GT(due[rule], 0) << rule;
  for (const char* rule : {"initial_conference", "first_review"}) EXPECT_GT(late[rule], 0) << rule;
  EXPECT_GT(due["first_review"], late["first_review"]);
}

TEST(Demonstration, a_father_finds_his_own_family_and_no_other) {
  DeskOn on(day("2026-06-10"));
  const auto made = demonstration(on.desk.today(), 40);
  ASSERT_TRUE(take_in(*made, on.desk).has_value());
  EXPECT_EQ(on.desk.files(reader(*made, "father"), {}).count, 1U);
  EXPECT_FALSE(on.desk.open_file(made->file(2).id, reader(*made, "father")).has_value());
}

TEST(Demonstration, days_in_words_move_with_the_case) {
  const auto told = read_worked_cases(procedures);
  ASSERT_TRUE(told.has_value());
  ProcedureShelf shelf(read_procedure_files(procedures));
  Team team(1);
  const RetoldCase again = retell(told->back(), **shelf.take("rotherham"), team, day("2026-11-17"), 1);
  for (const Entry& entry : again.entries) EXPECT_EQ(json::serialize(entry.answers.values()).find("November 2025"), std::string::npos);
}

TEST(Demonstration, says_so_when_the_worked_cases_are_missing) {
  const auto made = Demonstration::make({"/nowhere", day("2026-06-10"), 1});
  ASSERT_FALSE(made.has_value());
  EXPECT_NE(made.error().message.find("worked case S02"), std::string::npos);
}

TEST(Demonstration, its_password_may_be_one) { EXPECT_TRUE(may_be_password(demonstration_password, "social.worker").has_value()); }

}  // namespace
}  // namespace confer
