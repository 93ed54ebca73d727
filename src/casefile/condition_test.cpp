#include "casefile/condition.h"

#include <gtest/gtest.h>

#include "casefile/testing.h"

namespace confer {
namespace {

using Kind = Condition::Kind;

Condition is(std::string question, std::string value) { return {Kind::equals, {}, std::move(question), std::move(value), {}}; }
Condition answered(std::string question) { return {Kind::answered, {}, std::move(question), {}, {}}; }
Condition group(Kind kind, std::vector<Condition> parts) { return {kind, std::move(parts), {}, {}, {}}; }

const Answers answers(json::object{{"outcome", "plan"}, {"agreed", true}, {"refused", false}, {"parts", json::array{"open", "own"}}, {"none", nullptr}, {"blank", ""}, {"nobody", json::array{}}});

TEST(Condition, no_condition_is_always_met) { EXPECT_TRUE(meets(answers, {})); }

TEST(Condition, equals_knows_choices_lists_and_yes_or_no) {
  EXPECT_TRUE(meets(answers, {is("outcome", "plan")}));
  EXPECT_FALSE(meets(answers, {is("outcome", "no_plan")}));
  EXPECT_TRUE(meets(answers, {is("parts", "own")}));
  EXPECT_FALSE(meets(answers, {is("parts", "professionals")}));
  EXPECT_TRUE(meets(answers, {is("agreed", "true")}));
  EXPECT_TRUE(meets(answers, {is("refused", "false")}));
  EXPECT_FALSE(meets(answers, {is("agreed", "false")}));
}

TEST(Condition, an_unanswered_question_equals_nothing_not_even_no) {
  EXPECT_FALSE(meets(answers, {is("missing", "false")}));
  EXPECT_FALSE(meets(answers, {is("missing", "")}));
  EXPECT_TRUE(meets(answers, {group(Kind::none, {is("missing", "true")})}));
}

TEST(Condition, null_an_empty_text_and_an_empty_list_are_no_answers) {
  for (const char* question : {"missing", "none", "blank", "nobody"}) EXPECT_FALSE(meets(answers, {answered(question)})) << question;
  for (const char* question : {"outcome", "refused", "parts"}) EXPECT_TRUE(meets(answers, {answered(question)})) << question;
}

TEST(Condition, all_any_and_not_nest) {
  EXPECT_TRUE(meets(answers, {group(Kind::all, {is("outcome", "plan"), is("agreed", "true")})}));
  EXPECT_FALSE(meets(answers, {group(Kind::all, {is("outcome", "plan"), is("agreed", "false")})}));
  EXPECT_TRUE(meets(answers, {group(Kind::any, {is("outcome", "no_plan"), is("agreed", "true")})}));
  EXPECT_FALSE(meets(answers, {group(Kind::any, {})}));
  EXPECT_FALSE(meets(answers, {group(Kind::none, {is("outcome", "no_plan"), is("agreed", "true")})})) << "not means: none of these";
  EXPECT_TRUE(meets(answers, {group(Kind::none, {group(Kind::none, {is("outcome", "plan")})})}));
}

TEST(Condition, several_conditions_must_all_be_met) { EXPECT_FALSE(meets(answers, {is("outcome", "plan"), is("outcome", "no_plan")})); }

TEST(Condition, a_predicate_is_asked_of_whoever_knows_it) {
  const Condition sunny{Kind::predicate, {}, {}, {}, "sunny"};
  EXPECT_TRUE(meets(answers, {sunny}, [](std::string_view name) { return name == "sunny"; }));
  EXPECT_FALSE(meets(answers, {group(Kind::none, {sunny})}, [](std::string_view) { return true; }));
}

}  // namespace
}  // namespace confer
