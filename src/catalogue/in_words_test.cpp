#include "catalogue/in_words.h"

#include <gtest/gtest.h>

#include "catalogue/testing.h"

namespace confer {
namespace {

using namespace for_tests;

std::string brought_up(const Described& procedure, std::string_view record, std::string_view question) {
  const RecordType& type = *procedure.record(record);
  return answers_in_words(type.question(question)->only_if, type, procedure);
}

TEST(InWords, what_brings_a_question_up_is_said_in_the_words_of_the_form) {
  const Described rotherham = shipped("rotherham");
  EXPECT_EQ(brought_up(rotherham, "visit", "others"), "“No” to “Was the child seen alone?”");
  EXPECT_EQ(brought_up(rotherham, "decision", "consent"),
            "“No: a child in need plan, with the parents' consent” or “No: early help, with the parents' consent” to “Does the child need a child protection plan?”");
  EXPECT_EQ(brought_up(rotherham, "decision", "reasons"), "") << "it is always asked";
}

TEST(InWords, conditions_within_conditions_are_said_too) {
  RecordType type;
  type.questions = {{.name = "kind", .asks = {"Which kind?"}, .kind = AnswerKind::choice, .choices = {{"a", {"Apple"}}, {"b", {"Pear"}}}},
                                      {.name = "words", .asks = {"In which words?"}}};
  using enum Condition::Kind;
  const Condition apple{.kind = equals, .question = "kind", .value = "a"}, pear{.kind = equals, .question = "kind", .value = "b"}, words{.kind = answered, .question = "words"};
  EXPECT_EQ(answers_in_words({{.kind = none, .parts = {apple, pear}}}, type, {}), "anything but “Apple” or “Pear” to “Which kind?”");
  EXPECT_EQ(answers_in_words({apple, words}, type, {}), "“Apple” to “Which kind?” and anything to “In which words?”");
  EXPECT_EQ(answers_in_words({{.kind = any, .parts = {pear, words}}}, type, {}), "“Pear” to “Which kind?” or anything to “In which words?”");
}

}  // namespace
}  // namespace confer
