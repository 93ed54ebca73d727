#include "catalogue/reference.h"

#include <gtest/gtest.h>

#include "catalogue/in_words.h"
#include "catalogue/testing.h"

namespace confer {
namespace {

bool has(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

TEST(Reference, a_page_holds_every_record_type_and_question) {
  const Described procedure = for_tests::shipped("rotherham");
  const std::string page = reference_page(procedure);
  for (const RecordType& type : procedure.records) {
    EXPECT_TRUE(has(page, "## " + type.title.en + "\n")) << type.id;
    EXPECT_TRUE(has(page, "- Type: `" + type.id + "`")) << type.id;
    for (const Question& question : type.questions) EXPECT_TRUE(has(page, "| `" + question.name + "` | " + question.asks.en)) << type.id << "." << question.name;
  }
  EXPECT_TRUE(has(page, "asked when `overrides_majority` is `true`"));
  EXPECT_TRUE(has(page, "Needs: there must be an entry of the type `outline_plan` with the same child and `conference`."));
  EXPECT_TRUE(has(page, "### List: category\n"));
}

TEST(Reference, each_line_of_a_list_tells_the_days_for_which_it_holds) {
  Described whole = for_tests::shipped("rotherham");
  auto& categories = whole.lists.find("category")->second;
  categories.front().in_force_to = Date::parse("2024-12-31").value();
  const ListItem first = categories.front();
  ListItem anew = first;
  anew.title.en = "In other words";
  anew.in_force_from = Date::parse("2025-01-01").value();
  anew.in_force_to.reset();
  categories.push_back(anew);
  const std::string page = reference_page(whole, nullptr);
  EXPECT_TRUE(has(page, "- `" + first.id + "` " + first.title.en + " (up to Tuesday 31 December 2024)\n"));
  EXPECT_TRUE(has(page, "- `" + first.id + "` In other words (from Wednesday 1 January 2025 on)\n"));
}

TEST(Reference, of_what_is_extended_only_the_difference_is_told) {
  const Described whole = for_tests::shipped("rotherham");
  EXPECT_EQ(reference_page(whole, &whole), "");
  Described own = whole;
  own.records[1].title.en = "Another word for it";
  const std::string page = reference_page(own, &whole);
  EXPECT_TRUE(has(page, "## Another word for it\n"));
  EXPECT_TRUE(has(page, "What is not here is as in [Rotherham](rotherham.md)."));
  EXPECT_FALSE(has(page, "## " + whole.records[2].title.en + "\n"));
}

TEST(InWords, a_condition_is_said_as_it_is_meant) {
  using Kind = Condition::Kind;
  const Condition plan{Kind::equals, {}, "outcome", "plan", {}}, agreed{Kind::answered, {}, "consent", {}, {}};
  EXPECT_EQ(in_words(std::vector<Condition>{}), "");
  EXPECT_EQ(in_words({plan}), "`outcome` is `plan`");
  EXPECT_EQ(in_words({plan, agreed}), "`outcome` is `plan` and `consent` is answered");
  EXPECT_EQ(in_words({Condition{Kind::any, {plan, agreed}, {}, {}, {}}}), "`outcome` is `plan` or `consent` is answered");
  EXPECT_EQ(in_words({Condition{Kind::none, {plan}, {}, {}, {}}, agreed}), "not (`outcome` is `plan`) and `consent` is answered");
}

}  // namespace
}  // namespace confer
