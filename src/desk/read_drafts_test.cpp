#include "desk/read_drafts.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

/// Each problem as "place member"; empty when all was read.
std::vector<std::string> refusals(std::string_view sent) {
  std::vector<std::string> out;
  if (const auto read = read_drafts(json::parse(sent), 3); !read)
    for (const Problem& problem : read.error()) out.push_back(std::to_string(problem.at) + " " + problem.field);
  return out;
}

using Found = std::vector<std::string>;

TEST(ReadDrafts, one_entry_or_a_list_of_them_is_read_in_the_form_of_a_line) {
  const auto one = read_drafts(json::parse(R"({"id":"a","type":"birth","about":["cai"],"happened":"2025-04-07","answers":{"name":"Cai"},"corrects":"b"})"), 3);
  ASSERT_TRUE(one);
  ASSERT_EQ(one->size(), 1U);
  const Draft& draft = one->front();
  EXPECT_EQ(draft.type, "birth");
  EXPECT_EQ(draft.about, std::vector{PersonId{"cai"}});
  EXPECT_EQ(draft.happened, Happened(Date::parse("2025-04-07").value()));
  EXPECT_EQ(draft.answers.at("name"), "Cai");
  EXPECT_EQ(draft.corrects, EntryId{"b"});
  EXPECT_EQ(draft.id, EntryId{"a"});
  EXPECT_EQ(read_drafts(json::parse(R"([{"type":"birth"},{"type":"person"}])"), 3)->size(), 2U);
}

TEST(ReadDrafts, what_confer_says_itself_is_refused_by_name) {
  for (const char* member : {"recorded", "by", "role", "edition", "key"})
    EXPECT_EQ(refusals(std::string(R"({"type":"birth",")") + member + R"(":"x"})"), Found{std::string("0 ") + member}) << member;
}

TEST(ReadDrafts, what_is_no_entry_is_refused_and_its_place_told) {
  EXPECT_EQ(refusals("7"), Found{"0 "});
  EXPECT_EQ(refusals("[]"), Found{"0 "});
  EXPECT_EQ(refusals("{}"), Found{"0 type"});
  EXPECT_EQ(refusals(R"({"type":"birth","colour":"red"})"), Found{"0 "});
  EXPECT_EQ(refusals(R"([{"type":"birth"},{"type":7},[]])"), (Found{"1 type", "2 "}));
  EXPECT_EQ(refusals(R"({"type":"birth","happened":"2025-02-30"})"), Found{"0 happened"});
  EXPECT_EQ(refusals(R"({"type":"birth","about":"cai"})"), Found{"0 about"});
  EXPECT_EQ(refusals(R"({"type":"birth","answers":[]})"), Found{"0 answers"});
  EXPECT_EQ(refusals(R"([{"type":"birth","id":"a"},{"type":"birth","id":"a"}])"), Found{"1 id"});
}

TEST(ReadDrafts, more_than_the_limit_is_too_large) {
  const auto read = read_drafts(json::parse(R"([{},{},{},{}])"), 3);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().kind, Problem::Kind::too_large);
}

}  // namespace
}  // namespace confer
