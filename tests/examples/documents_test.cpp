// Every procedure makes its documents, in its own words and by its own limits: the same conference, held under each of them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "access/make_view.h"
#include "document/build.h"
#include "document/renderings.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

const Date issued = Date::parse("2025-08-01").value();

const Procedure& procedure(std::string_view id) { return shipped_examples().procedures.find(id)->second; }

/// What somebody is given of the conference with the siblings, were it held under this procedure; nothing where it makes no such document for them.
std::string under(const Procedure& procedure, std::string_view document, const Reader& reader) {
  static const CaseFile file = CaseFile::fold(rotherham_case("S02").entries);
  const DocumentType* type = procedure.described().document(document);
  if (!type) return {};
  const auto made = document::build(view(file, procedure, reader, issued), *type, procedure.described(), EntryId{"c-initial"}, issued);
  return made ? document::as_plain_text(*made) : std::string{};
}

const Reader mother{PersonId{"mum"}, "mother"}, health_visitor{PersonId{"hv1"}, "health_visitor"};

std::string on_one_line(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  for (std::size_t at; (at = words.find("  ")) != std::string::npos;) words.erase(at, 1);
  return words;
}

bool says(const std::string& document, std::string_view words) { return on_one_line(document).find(words) != std::string::npos; }

TEST(Documents, are_made_under_every_procedure) {
  for (const Procedure* one : every_procedure())
    for (const char* document : {"invitation", "outline_plan", "record"})
      for (const Reader& reader : {mother, health_visitor}) EXPECT_NE(under(*one, document, reader), "") << one->described().id << ": the " << document << " of " << reader.role;
}

TEST(Documents, speak_of_the_plan_as_their_procedure_does) {
  for (const auto& [id, plan] : {std::pair{"rotherham", "Is a child protection plan needed?"}, {"hips", "Is a child protection plan needed?"}, {"sussex", "Is a child protection plan needed?"},
                                 {"england", "Is a child protection plan needed?"}, {"wales", "Is a care and support protection plan needed?"}})
    for (const char* document : {"outline_plan", "record"}) EXPECT_TRUE(says(under(procedure(id), document, mother), plan)) << id << ": " << document;
}

/// All that the forms and lists of a procedure say to people, one a line.
std::string asked_under(const Described& procedure) {
  std::string out;
  for (const RecordType& type : procedure.records) {
    out += type.title.en + "\n" + type.explains.en + "\n";
    for (const Need& need : type.needs) out += need.otherwise.en + "\n";
    for (const Question& question : type.questions) {
      out += question.asks.en + "\n" + question.hint.en + "\n";
      for (const Choice& choice : question.choices) out += choice.title.en + "\n";
    }
  }
  for (const auto& [name, items] : procedure.lists)
    for (const ListItem& item : items) out += item.title.en + "\n";
  return out;
}

TEST(Documents, and_forms_and_lists_speak_of_the_plan_in_the_same_words) {
  const std::string in_wales = asked_under(procedure("wales").described()), in_england = asked_under(procedure("england").described());
  for (const char* words : {"Does the child need a {}?", "Yes: a {}\n", "Does this child need a {}?", "There is no {} on file for this child", "The {} ends on this day"}) {
    EXPECT_TRUE(in_wales.find(fmt::format(fmt::runtime(words), "care and support protection plan")) != std::string::npos) << words;
    EXPECT_TRUE(in_england.find(fmt::format(fmt::runtime(words), "child protection plan")) != std::string::npos) << words;
  }
  EXPECT_EQ(in_wales.find("child protection plan"), std::string::npos) << "so a plan is called nothing else in Wales";
}

TEST(Documents, say_how_long_there_is_for_corrections_where_the_procedure_does) {
  EXPECT_TRUE(says(under(procedure("rotherham"), "record", mother), "Do so within 1 week of the day"));
  EXPECT_TRUE(says(under(procedure("wales"), "record", mother), "Do so within 10 working days of the day"));
  for (const char* id : {"england", "hips", "sussex"}) EXPECT_FALSE(says(under(procedure(id), "record", mother), "Do so within")) << id;
}

TEST(Documents, name_an_office_of_one_authority_to_nobody_elses_family) {
  EXPECT_TRUE(says(under(procedure("rotherham"), "invitation", mother), "Fennel Yard"));
  for (const Procedure* one : every_procedure())
    if (one->described().id != "rotherham") {
      for (const char* document : {"invitation", "outline_plan", "record"}) EXPECT_FALSE(says(under(*one, document, mother), "Safeguarding Unit")) << one->described().id << ": " << document;
    }
}

TEST(Documents, are_due_by_the_limits_of_their_own_procedure) {
  const auto due = [](std::string_view id, std::string_view document) { return procedure(id).described().document(document)->due_by; };
  EXPECT_EQ(due("rotherham", "record"), std::vector<std::string>{"record_sent"});
  EXPECT_EQ(due("rotherham", "outline_plan"), (std::vector<std::string>{"outline_plan_to_practitioners", "outline_plan_to_family", "child_in_need_outline"}));
  EXPECT_EQ(due("wales", "outline_plan"), std::vector<std::string>{"summary_and_outline_plan"});
  EXPECT_EQ(due("wales", "follow_up"), std::vector<std::string>{"follow_up_to_parents"});
  EXPECT_EQ(due("sussex", "decision_letter"), std::vector<std::string>{"decision_letter"});
  EXPECT_TRUE(due("hips", "record").empty());
}

TEST(Documents, tell_the_family_what_was_decided_before_the_record_is_there) {
  for (const auto& [id, document] : {std::pair{"wales", "follow_up"}, {"sussex", "decision_letter"}, {"north_yorkshire", "decision_letter"}}) {
    const std::string letter = under(procedure(id), document, mother);
    EXPECT_TRUE(says(letter, "This letter tells you what the child protection conference of Tuesday 29 April 2025")) << id << letter;
    EXPECT_TRUE(says(letter, "plan needed?")) << id;
  }
}

}  // namespace
}  // namespace confer::examples
