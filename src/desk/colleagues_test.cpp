#include "desk/colleagues.h"

#include <gtest/gtest.h>

#include "base/testing.h"
#include "desk/accounts.h"
#include "desk/procedure_shelf.h"
#include "procedure/procedure.h"
#include "store/store.h"

namespace confer {
namespace {

const AccountWriter admin{{"p-admin"}, "administrator", *Instant::parse("2025-04-07T09:00:00Z")};

/// Rotherham's accounts: staff, practitioners, a mother, somebody who has left and somebody whose name nobody said.
class ColleaguesTest : public ::testing::Test {
 protected:
  ColleaguesTest() {
    add("sw1", "social_worker", "Nadia Rowbotham", "Locality team North");
    add("hv1", "health_visitor", "Żaneta O’Neil", "Ashfold Health Centre");
    add("mum", "mother", "Kelly Hartley", "");
    add("gone", "social_worker", "Ned Gone", "Locality team North");
    add("old", "chair", "", "");
    add("odd", "sorcerer", "Una Odd", "A tower");
    EXPECT_TRUE(accounts_.disable(accounts_.find("account.gone")->id, admin));
  }
  void add(const std::string& person, const std::string& role, const std::string& name, const std::string& workplace) {
    EXPECT_TRUE(accounts_.add({"account." + person, "hash", {person}, {role}, {}, name, workplace}, admin));
  }
  [[nodiscard]] std::vector<std::string> found(std::string_view words) {
    std::vector<std::string> out;
    for (const Colleague& one : colleagues_offered(accounts_, procedure_, words)) out.push_back(one.id.value);
    return out;
  }

  const std::unique_ptr<Store> store_ = memory_store();
  Accounts accounts_{*store_, AuthorityId{"rotherham"}};
  ProcedureShelf shelf_{read_procedure_files(for_tests::procedures_folder())};
  const Described& procedure_ = shelf_.take("rotherham").value()->described();
};

using Ids = std::vector<std::string>;

TEST_F(ColleaguesTest, everyone_who_works_with_families_is_one_and_no_family_is) {
  Ids all;
  for (const Colleague& one : colleagues(accounts_, procedure_)) all.push_back(one.id.value);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all, (Ids{"gone", "hv1", "old", "sw1"}));
}

TEST_F(ColleaguesTest, whoever_has_left_or_has_no_name_is_not_offered) {
  EXPECT_EQ(found(""), (Ids{"sw1", "hv1"})) << "by name";
  for (const char* id : {"gone", "old", "mum", "odd", "nobody", ""}) EXPECT_FALSE(colleague_offered(accounts_, procedure_, {id})) << id;
  const auto known = colleague_offered(accounts_, procedure_, {"hv1"});
  ASSERT_TRUE(known);
  EXPECT_EQ(known->name, "Żaneta O’Neil");
  EXPECT_EQ(known->role_title, "Health visitor");
  EXPECT_EQ(known->agency, "health");
}

TEST_F(ColleaguesTest, they_are_found_by_name_role_and_workplace_however_typed) {
  EXPECT_EQ(found("zaneta"), Ids{"hv1"});
  EXPECT_EQ(found("ONEIL  ash"), Ids{"hv1"});
  EXPECT_EQ(found("health visitor"), Ids{"hv1"});
  EXPECT_EQ(found("locality"), Ids{"sw1"});
  EXPECT_EQ(found("nadia ashfold"), Ids{}) << "every word has to fit the same person";
  EXPECT_EQ(found("hartley"), Ids{});
}

TEST_F(ColleaguesTest, somebody_with_two_accounts_stands_there_once) {
  ASSERT_TRUE(accounts_.add({"second.sw1", "hash", {"sw1"}, {"chair"}, {}, "Nadia Rowbotham", ""}, admin));
  EXPECT_EQ(found("nadia"), Ids{"sw1"});
  EXPECT_EQ(colleague_offered(accounts_, procedure_, {"sw1"})->role, "social_worker");
  ASSERT_TRUE(accounts_.disable(accounts_.find("account.sw1")->id, admin));
  EXPECT_EQ(colleague_offered(accounts_, procedure_, {"sw1"})->role, "chair") << "the account that is open";
}

TEST_F(ColleaguesTest, an_introduction_says_what_the_account_says_and_what_was_said_stays) {
  const Colleague visitor = *colleague_offered(accounts_, procedure_, {"hv1"});
  EXPECT_EQ(json::serialize(introduced(visitor)), R"({"name":"Żaneta O’Neil","kind":"practitioner","role":"health_visitor","organisation":"Ashfold Health Centre"})");
  json::object answers{{"organisation", "Home visits"}};
  fill_in(answers, visitor);
  EXPECT_EQ(answers.at("organisation"), "Home visits");
  EXPECT_EQ(answers.at("name"), "Żaneta O’Neil");
  EXPECT_FALSE(introduced({{"p"}, "A Name", "chair", ""}).contains("organisation"));
}

}  // namespace
}  // namespace confer
