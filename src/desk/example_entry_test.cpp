// What the API shows as an example of each record type is taken as it stands; with one thing changed it is refused.
#include "desk/example_entry.h"

#include <gtest/gtest.h>

#include "casefile/testing.h"
#include "casefile/validate.h"

namespace confer {
namespace {

using namespace for_tests;

/// A file on which everybody and everything stands that an example of this procedure may refer to.
CaseFile file_with_all(const Described& procedure) {
  std::vector<Entry> entries = {person(example_child, "child"), person(example_adult, "adult"), person(example_practitioner, "practitioner").answer("role", "social_worker")};
  for (const Role& role : procedure.roles)
    if (example_in_role(role.id) != example_practitioner) entries.push_back(person(example_in_role(role.id), "practitioner").answer("role", role.id));
  for (const RecordType& type : procedure.records)
    if (type.id != "person" && type.id != "birth") entries.push_back(entry(example_entry_id(type.id), type.id));   // those two say who people are
  return file_of(std::move(entries));
}

/// Whether the file's own rules take this entry.
bool is_taken(const json::object& sent, const CaseFile& file, const Described& procedure) {
  const auto read = read_entry(json::value(sent));
  return read && problems(procedure, file, *read, day("2026-06-01")).empty();
}

json::object with_answer(json::object sent, const std::string& question, json::value answer) {
  sent["answers"].as_object()[question] = std::move(answer);
  return sent;
}

json::object without_answer(json::object sent, const std::string& question) {
  sent["answers"].as_object().erase(question);
  return sent;
}

/// Something of another kind than the question takes.
json::value of_another_kind(const Question& question) { return question.kind == AnswerKind::number ? json::value("seven") : json::value(7); }

TEST(ExampleEntry, each_is_taken_as_it_stands) {
  const Described procedure = shipped("rotherham");
  const CaseFile file = file_with_all(procedure);
  for (const RecordType& type : procedure.records) EXPECT_TRUE(is_taken(example_entry(type, procedure), file, procedure)) << type.id;
  EXPECT_GT(procedure.records.size(), 20U);
}

TEST(ExampleEntry, each_with_one_thing_changed_is_refused) {
  const Described procedure = shipped("rotherham");
  const CaseFile file = file_with_all(procedure);
  int changed = 0;
  const auto refuses = [&](const json::object& sent, const std::string& what) {
    EXPECT_FALSE(is_taken(sent, file, procedure)) << what;
    ++changed;
  };
  for (const RecordType& type : procedure.records) {
    const json::object example = example_entry(type, procedure);
    refuses(with_answer(example, "unheard_of", true), type.id + " with an unknown question");
    for (const char* member : {"type", "about", "happened"})
      if (json::object less = example; less.erase(member) > 0) refuses(less, type.id + " without its " + member);
    if (type.about == "child" || type.about == "person") {
      json::object two = example;
      two["about"] = json::array{json::value(example_child), json::value(example_adult)};
      refuses(two, type.id + " about two");
    }
    for (const Question& question : type.questions) {
      const std::string name = type.id + "." + question.name;
      if (!example.at("answers").as_object().contains(question.name)) {
        refuses(with_answer(example, question.name, json::value(example_child)), name + ", which does not arise");
        continue;
      }
      refuses(with_answer(example, question.name, of_another_kind(question)), name + " of another kind");
      if (question.required) refuses(without_answer(example, question.name), name + " unanswered");
      if (question.longest > 0 && (question.kind == AnswerKind::text || question.kind == AnswerKind::words))
        refuses(with_answer(example, question.name, json::value(std::string(static_cast<std::size_t>(question.longest) + 1, 'a'))), name + " too long");
      if (question.kind == AnswerKind::choice) refuses(with_answer(example, question.name, "unheard_of"), name + " chosen from nowhere");
    }
  }
  EXPECT_GT(changed, 300);
}

}  // namespace
}  // namespace confer
