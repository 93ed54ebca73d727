#include "desk/accounts.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "store/store.h"

namespace confer {
namespace {

const AuthorityId rotherham{"rotherham"};
const AccountWriter admin{{"p-admin"}, "administrator", *Instant::parse("2025-04-07T09:00:00Z")};
const NewAccount khan{.name = "A.Khan", .password_hash = "hash-1", .person = {"p-khan"}, .roles = {"social_worker", "chair"}, .team = "north"};

TEST(Accounts, an_account_is_found_by_its_name_in_any_case) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  const auto added = accounts.add(khan, admin);
  ASSERT_TRUE(added);
  EXPECT_EQ(accounts.find("a.khan"), *added);
  EXPECT_EQ(accounts.find("A.KHAN"), *added);
  EXPECT_EQ(accounts.by_id(added->id), *added);
  EXPECT_EQ(added->roles, (std::vector<std::string>{"social_worker", "chair"}));
  EXPECT_FALSE(accounts.find("a.kahn"));
  EXPECT_FALSE(accounts.find(""));
}

TEST(Accounts, a_name_is_given_once) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  ASSERT_TRUE(accounts.add(khan, admin));
  NewAccount same = khan;
  same.name = "a.kHAN";
  EXPECT_EQ(accounts.add(same, admin).error().kind, Problem::Kind::conflict);
  EXPECT_EQ(accounts.all().size(), 1u);
}

TEST(Accounts, a_name_that_cannot_be_typed_plainly_is_refused) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  for (const std::string& name : {std::string("ab"), std::string("a khan"), std::string(65, 'a'), std::string("kh\xC3\xA1n")})
    EXPECT_EQ(accounts.add({.name = name, .password_hash = "h", .person = {"p"}}, admin).error().field, "name");
  EXPECT_FALSE(accounts.add({.name = "a.khan", .password_hash = "", .person = {"p"}}, admin));
  EXPECT_FALSE(accounts.add({.name = "a.khan", .password_hash = "h", .person = {}}, admin));
}

TEST(Accounts, a_change_is_a_new_entry_that_corrects_the_last) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  const Account first = *accounts.add(khan, admin);
  const Account second = *accounts.change_password(first.id, "hash-2", admin);
  const Account third = *accounts.disable(first.id, admin);
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.password_hash, "hash-2");
  EXPECT_NE(second.password_since, first.password_since);
  EXPECT_EQ(third.password_since, second.password_since);
  EXPECT_TRUE(third.disabled);
  EXPECT_EQ(*accounts.disable(first.id, admin), third);
  const auto entries = store->entries({.authority = rotherham, .kind = Stream::Kind::authority});
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[2].type, "account");
  EXPECT_EQ(entries[2].corrects, entries[1].id);
  EXPECT_EQ(entries[2].by, admin.by);
  EXPECT_EQ(accounts.disable({"nobody"}, admin).error().kind, Problem::Kind::not_found);
}

TEST(Accounts, a_person_moves_to_another_team_and_keeps_the_password) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  const Account first = *accounts.add(khan, admin);
  EXPECT_EQ(accounts.teams(), (std::map<PersonId, std::string>{{khan.person, "north"}}));
  EXPECT_EQ(accounts.members("north"), std::vector{khan.person});
  const Account moved = accounts.change_team(first.id, "South team", admin).value();
  EXPECT_EQ(moved.password_since, first.password_since);
  EXPECT_EQ(accounts.teams().at(khan.person), "South team");
  ASSERT_TRUE(accounts.disable(first.id, admin));
  EXPECT_EQ(accounts.teams().at(khan.person), "South team") << "whose files stay the team's";
  ASSERT_TRUE(accounts.change_team(first.id, "", admin));
  EXPECT_TRUE(accounts.teams().empty());
  EXPECT_TRUE(accounts.members("").empty()) << "who has no team is in none with others who have none";
}

TEST(Accounts, whoever_has_two_accounts_in_a_team_is_in_it_once_and_until_both_have_left) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  NewAccount second = khan;
  second.name = "a.khan.2";
  const Account one = *accounts.add(khan, admin), other = *accounts.add(second, admin);
  EXPECT_EQ(accounts.members("north"), std::vector{khan.person});
  ASSERT_TRUE(accounts.change_team(one.id, "South team", admin));
  EXPECT_EQ(accounts.members("north"), std::vector{khan.person});
  ASSERT_TRUE(accounts.change_team(other.id, "", admin));
  EXPECT_TRUE(accounts.members("north").empty());
  EXPECT_EQ(accounts.members("South team"), std::vector{khan.person});
}

TEST(Accounts, a_team_is_one_line_of_words) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  const Account first = *accounts.add(khan, admin);
  for (const std::string& team : {std::string("two\nlines"), std::string(81, 'x'), std::string("\xff")}) {
    EXPECT_EQ(accounts.change_team(first.id, team, admin).error().field, "team");
    NewAccount other = khan;
    other.name = "b.khan";
    other.team = team;
    EXPECT_EQ(accounts.add(other, admin).error().field, "team");
  }
  EXPECT_EQ(accounts.change_team({"nobody"}, "north", admin).error().kind, Problem::Kind::not_found);
}

TEST(Accounts, an_account_says_what_its_person_is_called_and_where_they_work) {
  const auto store = memory_store();
  Accounts accounts(*store, rotherham);
  NewAccount named = khan;
  named.full_name = "Aisha Khan";
  named.workplace = "Locality team North";
  const Account first = *accounts.add(named, admin);
  EXPECT_EQ(first.full_name, "Aisha Khan");
  EXPECT_EQ(first.workplace, "Locality team North");
  const Account married = *accounts.change_details(first.id, "Aisha Khan-Moss", "", admin);
  EXPECT_EQ(married.full_name, "Aisha Khan-Moss");
  EXPECT_EQ(married.workplace, "Locality team North") << "what is not said stays";
  EXPECT_EQ(married.password_since, first.password_since);
  EXPECT_EQ(Accounts(*store, rotherham).find("a.khan"), married) << "read anew from the store";
  EXPECT_EQ(accounts.change_details({"nobody"}, "A Name", "", admin).error().kind, Problem::Kind::not_found);
  for (const std::string& wrong : {std::string("two\nlines"), std::string(121, 'x'), std::string("\xff")}) {
    EXPECT_EQ(accounts.change_details(first.id, wrong, "", admin).error().field, "full_name");
    EXPECT_EQ(accounts.change_details(first.id, "", wrong, admin).error().field, "workplace");
  }
}

TEST(Accounts, an_account_of_an_earlier_edition_is_read_and_given_a_name_later) {
  const auto store = memory_store();
  const json::object as_it_was = {{"name", "o.old"}, {"password_hash", "hash"}, {"person", "p-old"}, {"roles", json::array{"chair"}}, {"team", "north"}};
  const Entry entry{.id = {"a1"}, .type = "account", .about = {{"p-old"}}, .answers = Answers(as_it_was)};
  ASSERT_EQ(store->append({.stream = {.authority = rotherham, .kind = Stream::Kind::authority}, .expected = 0, .entries = {entry}, .rows = {}}).outcome, Appended::Outcome::stored);
  Accounts accounts(*store, rotherham);
  const auto old = accounts.find("o.old");
  ASSERT_TRUE(old);
  EXPECT_EQ(old->person, PersonId{"p-old"});
  EXPECT_EQ(old->full_name, "");
  EXPECT_EQ(old->workplace, "");
  const Account named = *accounts.change_details(old->id, "Olive Old", "Safeguarding Unit", admin);
  EXPECT_EQ(named.full_name, "Olive Old");
  EXPECT_EQ(named.roles, old->roles);
  EXPECT_EQ(named.password_hash, old->password_hash);
}

TEST(Accounts, what_another_program_adds_is_seen) {
  const auto store = memory_store();
  Accounts here(*store, rotherham), there(*store, rotherham), elsewhere(*store, {"hips"});
  EXPECT_FALSE(here.find("a.khan"));
  ASSERT_TRUE(there.add(khan, admin));
  EXPECT_TRUE(here.find("a.khan"));
  EXPECT_FALSE(elsewhere.find("a.khan"));
}

TEST(Accounts, of_several_who_take_a_name_at_once_one_has_it) {
  const auto store = memory_store();
  constexpr int many = 6;   // fewer than an append is tried again
  std::atomic<int> taken = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < many; ++i)
    threads.emplace_back([&store, &taken] {
      Accounts own(*store, rotherham);   // as another program would hold it
      const auto added = own.add(khan, admin);
      if (!added && added.error().kind == Problem::Kind::conflict) ++taken;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(taken, many - 1);
  EXPECT_EQ(Accounts(*store, rotherham).all().size(), 1u);
}

TEST(Accounts, entries_of_other_types_are_passed_over) {
  const auto store = memory_store();
  const Stream stream{.authority = rotherham, .kind = Stream::Kind::authority};
  ASSERT_EQ(store->append({.stream = stream, .expected = 0, .entries = {{.id = {"t1"}, .type = "team"}}, .rows = {}}).outcome, Appended::Outcome::stored);
  Accounts accounts(*store, rotherham);
  EXPECT_TRUE(accounts.all().empty());
  EXPECT_TRUE(accounts.add(khan, admin));
}

}  // namespace
}  // namespace confer
