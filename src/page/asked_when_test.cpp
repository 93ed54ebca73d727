// Questions that other answers bring up, as a form shows them and as it reads them back.
#include "page/asked_when.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/testing.h"
#include "page/form.h"

namespace confer {
namespace {

using namespace for_tests;

const Date today = *Date::parse("2025-08-01");

const Described& rotherham() {
  static const Described described = shipped("rotherham");
  return described;
}

std::string drawn(const RecordType& type, const Described& procedure, const FormState& state = {}) {
  FileView view;
  view.people.push_back({.id = PersonId{"p1"}, .name = {}, .kind = "practitioner"});
  view.people.push_back({.id = PersonId{"p2"}, .name = {}, .kind = "adult"});
  return form_fields(type, procedure, view, state, today).release();
}
std::string drawn(std::string_view record, const FormState& state = {}) { return drawn(*rotherham().record(record), rotherham(), state); }

std::size_t times(std::string_view page, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = page.find(words); at != std::string_view::npos; at = page.find(words, at + 1)) ++count;
  return count;
}

TEST(AskedWhen, one_answer_that_brings_up_one_question_holds_it) {
  const std::string page = drawn("visit");
  const std::size_t no = page.find("data-aria-controls=\"conditional-alone-2\""), held = page.find("id=\"conditional-alone-2\""), others = page.find("name=\"others\""), next = page.find("Was it at home?");
  EXPECT_NE(no, std::string::npos) << page;
  EXPECT_LT(no, held);
  EXPECT_LT(held, others);
  EXPECT_LT(others, next);
  EXPECT_NE(page.find("<span class=\"confer-unscripted\">Needed if you answer “No” to “Was the child seen alone?”.</span>"), std::string::npos) << page;
  EXPECT_EQ(page.find("govuk-radios--inline\" data-module=\"govuk-radios\"><div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" id=\"alone\""), std::string::npos) << "what is held stands beneath its answer";
}

TEST(AskedWhen, an_answer_that_brings_up_several_questions_leaves_them_where_they_are_asked) {
  const std::string page = drawn("decision");
  EXPECT_NE(page.find("<div data-question=\"category\" data-asked-when=\"{&quot;all&quot;:[{&quot;question&quot;:&quot;outcome&quot;,&quot;is&quot;:&quot;plan&quot;}]}\" id=\"asked-category\">"), std::string::npos) << page;
  EXPECT_NE(page.find("[{&quot;any&quot;:[{&quot;question&quot;:&quot;outcome&quot;,&quot;is&quot;:&quot;child_in_need&quot;},"), std::string::npos) << "either of two answers";
  EXPECT_LT(page.find("name=\"reasons\""), page.find("name=\"lead_social_worker\"")) << "the order of the procedure is kept";
}

TEST(AskedWhen, an_answer_of_yes_is_told_to_the_script_as_the_form_sends_it) {
  RecordType type = *rotherham().record("visit");
  type.questions.push_back({.name = "more", .asks = {"More?"}, .only_if = {{.kind = Condition::Kind::equals, .question = "alone", .value = "false"}}});
  const std::string page = drawn(type, rotherham());
  EXPECT_EQ(times(page, "data-asked-when"), 2U);
  EXPECT_NE(page.find("{&quot;question&quot;:&quot;alone&quot;,&quot;is&quot;:&quot;no&quot;}"), std::string::npos) << page;
}

TEST(AskedWhen, what_the_page_answers_itself_holds_nothing) {
  const std::string page = drawn("visit", {.given = {{"alone", "no"}}, .settled = {"alone"}});
  EXPECT_NE(page.find("<input type=\"hidden\" name=\"alone\" value=\"no\">"), std::string::npos);
  EXPECT_NE(page.find("<div data-question=\"others\" data-asked-when="), std::string::npos) << page;
}

TEST(AskedWhen, a_question_within_a_question_is_drawn_within_it) {
  using enum Condition::Kind;
  RecordType type;
  type.questions = {{.name = "first", .asks = {"First?"}, .kind = AnswerKind::yes_no},
                                      {.name = "second", .asks = {"Second?"}, .kind = AnswerKind::yes_no, .only_if = {{.kind = equals, .question = "first", .value = "true"}}},
                                      {.name = "third", .asks = {"Third?"}, .only_if = {{.kind = equals, .question = "second", .value = "false"}}}};
  const std::string page = drawn(type, rotherham());
  EXPECT_LT(page.find("id=\"conditional-first\""), page.find("id=\"conditional-second-2\""));
  EXPECT_LT(page.find("id=\"conditional-second-2\""), page.find("name=\"third\""));
  EXPECT_LT(page.find("name=\"third\""), page.find("id=\"first-2\"")) << "the whole of it stands before the next answer";
}

/// How many fields a question has on a page that knows a practitioner and an adult.
std::size_t boxes_of(const Question& question, const Described& described, FormShape shape) {
  const auto names = [&](const char* kind) { return question.kinds.empty() || std::find(question.kinds.begin(), question.kinds.end(), kind) != question.kinds.end(); };
  if (question.kind == AnswerKind::yes_no) return shape == FormShape::quick ? 1 : 2;
  if (question.kind == AnswerKind::people) return (names("practitioner") ? 1U : 0U) + (names("adult") ? 1U : 0U);
  return std::max<std::size_t>(described.choices(question).size(), 1);
}

TEST(AskedWhen, every_question_of_every_form_is_drawn_once) {
  for (const char* procedure : {"rotherham", "wales", "hips", "sefton", "swindon"}) {
    const Described described = shipped(procedure);
    for (const RecordType& type : described.records)
      for (const FormShape shape : {FormShape::full, FormShape::quick}) {
        const std::string page = drawn(type, described, {.shape = shape});
        for (const Question& question : type.questions) {
          const std::size_t boxes = boxes_of(question, described, shape);
          const std::string name = question.kind == AnswerKind::day || question.kind == AnswerKind::instant ? question.name + "-day" : question.name;
          EXPECT_EQ(times(page, " name=\"" + name + "\""), boxes) << type.id << "." << question.name;
        }
      }
  }
}

TEST(AskedWhen, what_the_script_had_hidden_is_no_answer_and_what_was_shown_is) {
  const RecordType& type = *rotherham().record("visit");
  const Pairs given = {{"alone", "yes"}, {"others", "Her aunt, who would not leave."}};
  Problems problems;
  EXPECT_TRUE(read_draft(type, given, problems).answers.contains("others")) << "without scripts it was in sight, and its writer is asked about it";
  Pairs hidden = given;
  hidden.emplace_back("form_unasked", "others");
  EXPECT_FALSE(read_draft(type, hidden, problems).answers.contains("others"));
  EXPECT_TRUE(read_draft(type, hidden, problems).answers.contains("alone"));
  EXPECT_NE(drawn("visit", {.given = hidden}).find("Her aunt, who would not leave."), std::string::npos) << "what was typed is kept";
}

}  // namespace
}  // namespace confer
