#include "casefile/validate.h"

#include <gtest/gtest.h>

#include "casefile/testing.h"

namespace confer {
namespace {

using namespace for_tests;

Question asks(std::string name, AnswerKind kind, std::vector<Condition> only_if = {}) {
  Question question;
  question.name = std::move(name);
  question.kind = kind;
  question.longest = 10;
  question.only_if = std::move(only_if);
  if (kind == AnswerKind::entry) question.refers_to = "note";
  if (kind == AnswerKind::choice || kind == AnswerKind::choices) question.choices = {{"yes_indeed", {"Yes", ""}, ""}, {"no_never", {"No", ""}, ""}};
  return question;
}

Described procedure() {
  Described described;
  RecordType note{.id = "note", .title = {"Note", ""}, .about = "children", .access_class = "case", .makers = {"chair"}};
  note.questions = {asks("agreed", AnswerKind::yes_no), asks("choice", AnswerKind::choice), asks("choices", AnswerKind::choices), asks("text", AnswerKind::text),
                    asks("words", AnswerKind::words),   asks("on", AnswerKind::day),        asks("at", AnswerKind::instant),      asks("number", AnswerKind::number),
                    asks("person", AnswerKind::person), asks("people", AnswerKind::people), asks("entry", AnswerKind::entry)};
  note.questions.push_back(asks("reason", AnswerKind::text, {{Condition::Kind::equals, {}, "agreed", "false", {}}}));
  note.questions.back().required = true;
  note.questions.push_back(asks("past", AnswerKind::day));
  note.questions.back().allows_future = false;
  note.questions.push_back(asks("past_at", AnswerKind::instant));
  note.questions.back().allows_future = false;
  const auto variant = [&](std::string id, std::string about, RecordType::When happened) {
    RecordType type = note;
    type.id = std::move(id);
    type.about = std::move(about);
    type.happened = happened;
    return type;
  };
  using When = RecordType::When;
  described.records = {note, variant("of_child", "child", When::day), variant("of_person", "person", When::day), variant("of_people", "people", When::day),
                       variant("of_file", "file", When::none), variant("to_the_minute", "children", When::instant), variant("planned", "children", When::day),
                       variant("person", "person", When::none)};
  described.records[6].happened_may_be_future = true;
  described.records[7].questions = {asks("name", AnswerKind::text), asks("kind", AnswerKind::text)};
  return described;
}

CaseFile file() {
  return file_of({person("amy", "child"), person("ben", "child"), person("mum", "adult"), entry("n1", "note").about("amy").happened("2025-04-01"),
                  entry("d1", "of_child").about("amy").happened("2025-04-01")});
}

MadeEntry note() { return entry("new", "note").about("amy").happened("2025-04-07"); }

/// Each problem as "field: message", on 7 April 2025.
std::vector<std::string> found(const Entry& draft) {
  static const Described described = procedure();
  std::vector<std::string> out;
  for (const Problem& one : problems(described, file(), draft, day("2025-04-07"))) out.push_back(one.field + ": " + one.message);
  return out;
}

std::string only(const Entry& draft) {
  const auto all = found(draft);
  return all.size() == 1 ? all.front() : std::to_string(all.size()) + " problems";
}

bool good(std::string_view question, json::value value) { return found(note().answer(question, std::move(value))).empty(); }

/// Whether the answer is refused once, beside its question.
bool bad(std::string_view question, json::value value) { return only(note().answer(question, std::move(value))).starts_with(std::string(question) + ": "); }

TEST(Validate, an_entry_that_answers_what_is_asked_has_no_problems) { EXPECT_TRUE(found(note()).empty()); }

TEST(Validate, a_line_of_a_list_may_be_chosen_for_what_happened_while_it_was_in_force) {
  Described dated = procedure();
  Question& choice = *std::find_if(dated.records.front().questions.begin(), dated.records.front().questions.end(), [](const Question& one) { return one.name == "choice"; });
  choice.choices.clear();
  choice.choices_from = "kinds";
  dated.lists["kinds"] = {{.id = "old", .title = {"Old", ""}, .in_force_to = Date::parse("2025-04-30").value()}, {.id = "new", .title = {"New", ""}, .in_force_from = Date::parse("2025-05-01").value()}};
  const auto fits = [&](const char* kind, const char* day) { return problems(dated, file(), note().happened(day).answer("choice", kind), Date::parse("2025-06-01").value()).empty(); };
  EXPECT_TRUE(fits("old", "2025-04-30"));
  EXPECT_FALSE(fits("old", "2025-05-01"));
  EXPECT_FALSE(fits("new", "2025-04-30"));
  EXPECT_TRUE(fits("new", "2025-05-01"));
}

TEST(Validate, an_unknown_record_type_is_the_only_problem_told) { EXPECT_TRUE(only(entry("new", "ghost").about("nobody")).starts_with("type: ")); }

TEST(Validate, each_kind_of_answer_takes_its_own_and_refuses_the_rest) {
  EXPECT_TRUE(good("agreed", true));
  EXPECT_TRUE(bad("agreed", "true"));
  EXPECT_TRUE(bad("agreed", 1));
  EXPECT_TRUE(good("choice", "no_never"));
  EXPECT_TRUE(bad("choice", "perhaps"));
  EXPECT_TRUE(bad("choice", list({"no_never"})));
  EXPECT_TRUE(good("choices", list({"no_never", "yes_indeed"})));
  EXPECT_TRUE(bad("choices", list({"no_never", "perhaps"})));
  EXPECT_TRUE(bad("choices", "no_never"));
  EXPECT_TRUE(good("text", "ten bytes!"));
  EXPECT_TRUE(bad("text", "eleven byte"));
  EXPECT_TRUE(bad("text", 7));
  EXPECT_TRUE(good("words", "line\nline"));
  EXPECT_TRUE(bad("words", false));
  EXPECT_TRUE(good("on", "2030-01-01"));
  EXPECT_TRUE(bad("on", "2025-02-30"));
  EXPECT_TRUE(bad("on", "1 May 2025"));
  EXPECT_TRUE(bad("on", 20250501));
  EXPECT_TRUE(good("at", "2025-04-29T10:00:00Z"));
  EXPECT_TRUE(bad("at", "2025-04-29"));
  EXPECT_TRUE(bad("at", true));
  EXPECT_TRUE(good("number", 3));
  EXPECT_TRUE(bad("number", 3.5));
  EXPECT_TRUE(bad("number", "3"));
  EXPECT_TRUE(bad("number", 18446744073709551615U));
  EXPECT_TRUE(good("person", "mum"));
  EXPECT_TRUE(bad("person", "ghost"));
  EXPECT_TRUE(bad("person", list({"mum"})));
  EXPECT_TRUE(good("people", list({"mum", "amy"})));
  EXPECT_TRUE(bad("people", list({"mum", "ghost"})));
  EXPECT_TRUE(good("entry", "n1"));
  EXPECT_TRUE(bad("entry", "ghost"));
}

TEST(Validate, a_reference_to_an_entry_of_another_type_is_refused) { EXPECT_TRUE(bad("entry", "d1")); }

TEST(Validate, bytes_that_are_no_text_and_control_characters_are_refused) {
  EXPECT_TRUE(bad("text", "\xc3\x28"));
  EXPECT_TRUE(bad("text", json::string("a\0b", 3)));
  EXPECT_TRUE(bad("words", "a\x1b[2J"));
}

TEST(Validate, hostile_types_are_refused_and_never_crash) {
  const json::value deep = json::parse(R"({"a":[[{"b":null}]]})");
  for (const char* question : {"agreed", "choice", "choices", "text", "words", "on", "at", "number", "person", "people", "entry"}) {
    EXPECT_TRUE(bad(question, deep)) << question;
    EXPECT_TRUE(bad(question, json::array{nullptr})) << question;
    EXPECT_TRUE(bad(question, json::array{deep, deep})) << question;
    EXPECT_TRUE(bad(question, 1e300)) << question;
  }
}

TEST(Validate, more_people_than_a_file_names_are_refused) {
  json::array many(201, "mum");
  EXPECT_TRUE(bad("people", many));
  many.pop_back();
  EXPECT_TRUE(good("people", many));
  MadeEntry crowd = note();
  for (int i = 0; i < 300; ++i) crowd.about("ghost");
  EXPECT_EQ(only(crowd), "about: There are too many people here.");
}

TEST(Validate, nothing_answered_is_no_answer_whatever_its_type) {
  EXPECT_TRUE(good("text", nullptr));
  EXPECT_TRUE(good("text", ""));
  EXPECT_TRUE(good("number", json::array{}));
}

TEST(Validate, a_required_question_is_asked_only_where_it_arises) {
  EXPECT_TRUE(found(note().answer("agreed", true)).empty());
  EXPECT_EQ(only(note().answer("agreed", false)), "reason: Answer this question.");
  EXPECT_EQ(only(note().answer("agreed", false).answer("reason", "")), "reason: Answer this question.");
  EXPECT_TRUE(found(note().answer("agreed", false).answer("reason", "Because.")).empty());
}

TEST(Validate, an_answer_to_a_question_that_does_not_arise_is_refused) {
  EXPECT_TRUE(only(note().answer("agreed", true).answer("reason", "Because.")).starts_with("reason: This question does not arise"));
  EXPECT_TRUE(found(note().answer("agreed", true).answer("reason", "")).empty());
}

TEST(Validate, an_answer_to_a_question_that_is_not_asked_is_refused_without_repeating_it) {
  const std::string told = only(note().answer("Mrs Smith", "private"));
  EXPECT_TRUE(told.starts_with("answers: ")) << told;
  EXPECT_EQ(told.find("Smith"), std::string::npos);
  EXPECT_EQ(told.find("private"), std::string::npos);
}

TEST(Validate, what_happened_lies_in_the_past_unless_the_record_may_be_of_the_future) {
  EXPECT_TRUE(found(note().happened("2025-04-07")).empty());
  EXPECT_TRUE(only(note().happened("2025-04-08")).starts_with("happened: This day is still to come."));
  EXPECT_TRUE(found(entry("new", "planned").about("amy").happened("2030-04-08")).empty());
  EXPECT_EQ(only(note().happened("2025-04-07T23:30:00Z")), "happened: This day is still to come. Enter the day it happened, or wait until it has.") << "past midnight in London";
}

TEST(Validate, a_day_is_asked_where_the_record_asks_one_and_refused_where_it_does_not) {
  EXPECT_EQ(only(entry("new", "note").about("amy")), "happened: Enter the day it happened.");
  EXPECT_TRUE(only(entry("new", "of_file").happened("2025-04-07")).starts_with("happened: No day is asked for here."));
  EXPECT_EQ(only(entry("new", "to_the_minute").about("amy").happened("2025-04-07")), "happened: Enter the time as well as the day.");
  EXPECT_TRUE(found(entry("new", "to_the_minute").about("amy").happened("2025-04-07T09:00:00Z")).empty());
}

TEST(Validate, a_day_to_come_is_refused_where_the_question_asks_of_the_past) {
  EXPECT_TRUE(good("past", "2025-04-07"));
  EXPECT_TRUE(bad("past", "2025-04-08"));
  EXPECT_TRUE(good("past_at", "2025-04-07T20:00:00Z"));
  EXPECT_TRUE(bad("past_at", "2025-04-08T20:00:00Z"));
}

TEST(Validate, whom_it_is_about_fits_the_record) {
  EXPECT_EQ(only(entry("new", "note").happened("2025-04-07")), "about: Choose at least one person it is about.");
  EXPECT_EQ(only(entry("new", "of_child").happened("2025-04-07")), "about: Say whom it is about.");
  EXPECT_TRUE(only(entry("new", "of_child").about("amy", "ben").happened("2025-04-07")).starts_with("about: Choose one only."));
  EXPECT_EQ(only(entry("new", "of_child").about("mum").happened("2025-04-07")), "about: This can only be about a child of the family.");
  EXPECT_EQ(only(note().about("mum")), "about: This can only be about a child of the family.");
  EXPECT_TRUE(found(entry("new", "of_person").about("mum").happened("2025-04-07")).empty());
  EXPECT_TRUE(found(entry("new", "of_people").about("mum", "amy").happened("2025-04-07")).empty());
  EXPECT_TRUE(only(note().about("ghost")).starts_with("about: One of these people is not on this file."));
  EXPECT_TRUE(found(entry("new", "of_file")).empty());
  EXPECT_TRUE(only(entry("new", "of_file").about("amy")).starts_with("about: This concerns the file as a whole"));
}

TEST(Validate, the_same_person_named_twice_is_refused) {
  EXPECT_EQ(only(note().about("ben", "amy")), "about: The same person is named twice.");
}

TEST(Validate, an_introduction_is_corrected_by_one_of_the_same_person) {
  EXPECT_TRUE(found(entry("new", "person").about("dad")).empty());
  EXPECT_TRUE(found(entry("new", "person").about("amy").corrects("p-amy")).empty());
  EXPECT_TRUE(only(entry("new", "person").about("ben").corrects("p-amy")).starts_with("corrects: This corrects the entry of somebody else."));
}

TEST(Validate, a_correction_points_at_an_entry_of_its_kind_on_this_file) {
  EXPECT_TRUE(found(note().corrects("n1")).empty());
  EXPECT_TRUE(only(note().corrects("ghost")).starts_with("corrects: "));
  EXPECT_TRUE(only(note().corrects("d1")).starts_with("corrects: A correction must be of the same kind"));
}

TEST(Validate, every_problem_is_told_at_once) {
  EXPECT_EQ(found(entry("new", "note").about("ghost").corrects("ghost").answer("agreed", 1).answer("on", "x")).size(), 5U);
}

/// What the shipped procedure finds wrong with an entry of a small family: "field: message", the first of them; empty for nothing.
std::string shipped_finds(const Entry& draft, std::string_view today = "2025-04-07") {
  static const Described described = shipped("rotherham");
  const CaseFile family = file_of({person("amy", "child").answer("born", "2020-01-01"), person("mum", "adult"), person("sam", "practitioner").answer("role", "social_worker"),
                                   person("chair", "practitioner").answer("role", "chair"), person("tom", "child").answer("born", "2007-01-10")});
  const auto problems = confer::problems(described, family, draft, day(today));
  return problems.empty() ? std::string{} : problems.front().field + ": " + problems.front().message;
}

TEST(Validate, nobody_is_related_to_themselves_and_no_colleague_lives_with_the_family) {
  const auto related = [](std::string_view who) { return shipped_finds(entry("new", "relationship").about("amy").answer("person", who).answer("relation", "relative")); };
  EXPECT_EQ(related("mum"), "");
  EXPECT_EQ(related("tom"), "") << "a brother";
  EXPECT_TRUE(related("amy").starts_with("person: This is the same person as the one it is about."));
  EXPECT_TRUE(related("sam").starts_with("person: One of these people cannot be chosen here."));
  const auto lives = [](std::string_view who) { return shipped_finds(entry("new", "lives_at").about(who).happened("2025-04-01").answer("address", "1 Any Street")); };
  EXPECT_EQ(lives("mum"), "");
  EXPECT_TRUE(lives("sam").starts_with("about: This cannot be about one of these people."));
}

TEST(Validate, a_child_is_younger_than_eighteen_when_introduced_and_may_be_corrected_once_grown_up) {
  const auto introduced = [](std::string_view kind, std::string_view on) { return entry("new", "person").about("new").recorded("2025-04-07T09:00:00Z").answer("name", "Somebody").answer("kind", kind).answer("born", on); };
  const auto born = [&](std::string_view kind, std::string_view on) { return shipped_finds(introduced(kind, on)); };
  EXPECT_EQ(born("child", "2007-04-08"), "") << "eighteen tomorrow";
  EXPECT_EQ(shipped_finds(introduced("child", "2007-04-08"), "2030-01-01"), "") << "taken in from elsewhere when grown up, introduced while a child";
  EXPECT_TRUE(born("child", "2007-04-07").starts_with("born: Somebody born on Saturday 7 April 2007 is 18 years old already."));
  EXPECT_TRUE(born("child", "1986-02-01").starts_with("born: "));
  EXPECT_EQ(born("adult", "1986-02-01"), "");
  const MadeEntry again = entry("new", "person").about("tom").corrects("p-tom").answer("name", "Tom").answer("kind", "child").answer("born", "2007-01-10");
  EXPECT_EQ(shipped_finds(again, "2030-01-01"), "") << "put on file when he was seventeen";
}

TEST(Validate, a_birth_and_an_expected_birth_are_not_given_together_and_a_colleague_has_neither) {
  const auto both = [](std::string_view kind) { return entry("new", "person").about("new").answer("name", "Somebody").answer("kind", kind).answer("born", "2025-01-01").answer("expected", "2025-09-01"); };
  EXPECT_TRUE(shipped_finds(both("child")).starts_with("expected: This question does not arise"));
  EXPECT_TRUE(shipped_finds(both("practitioner")).starts_with("born: This question does not arise"));
}

TEST(Validate, a_conference_is_chaired_by_a_chair) {
  const auto chaired = [](std::string_view by) {
    return shipped_finds(entry("new", "conference").about("amy").answer("kind", "initial").answer("starts", "2025-04-29T09:00:00Z").answer("place", "Town hall").answer("parts", list({"open_part"})).answer("chair", by));
  };
  EXPECT_EQ(chaired("chair"), "");
  for (const char* other : {"amy", "mum", "sam"}) EXPECT_TRUE(chaired(other).starts_with("chair: Only somebody with one of these roles")) << other;
}

TEST(Validate, each_record_of_every_procedure_asks_for_its_day_in_words_of_its_own) {
  std::size_t own = 0;
  for (const std::string& id : procedure_ids(shipped_files()))
    for (const RecordType& type : shipped(id).records) {
      EXPECT_EQ(type.happened == RecordType::When::none, type.asks_when.en.empty()) << id << ": " << type.id << ": give it \"asks_when\"";
      own += type.place.file.starts_with("local/");
    }
  EXPECT_GE(own, 5U) << "those that an authority brought in are among them";
}

}  // namespace
}  // namespace confer
