#include "desk/example_entry.h"

#include "casefile/condition.h"

namespace confer {
namespace {

constexpr std::string_view example_day = "2025-04-07", example_instant = "2025-04-07T15:10:00Z";

/// Whether only a practitioner can be named in answer to a question.
bool is_for_practitioners(const Question& question) { return !question.roles.empty() || question.kinds == std::vector<std::string>{"practitioner"}; }

json::value answer(const Question& question, const Described& procedure) {
  const auto choices = procedure.choices(question);
  const std::string choice = choices.empty() ? std::string{} : choices.front().id;
  switch (question.kind) {
    case AnswerKind::yes_no: return true;
    case AnswerKind::choice: return json::value(choice);
    case AnswerKind::choices: return json::array{json::value(choice)};
    case AnswerKind::text:
    case AnswerKind::words: return json::value(std::string("In your own words").substr(0, static_cast<std::size_t>(question.longest)));
    case AnswerKind::day: return json::value(example_day);
    case AnswerKind::instant: return json::value(example_instant);
    case AnswerKind::number: return 1;
    case AnswerKind::person: return json::value(is_for_practitioners(question) ? example_practitioner : example_adult);
    case AnswerKind::people: return question.fewest > 1 ? json::array{json::value(example_adult), json::value(example_practitioner)} : json::array{json::value(example_adult)};
    case AnswerKind::entry: return json::value(example_entry_id(question.refers_to));
  }
  mistake("every kind of answer has an example", __FILE__, __LINE__);
}

}  // namespace

std::string example_entry_id(std::string_view type) { return "a_" + std::string(type); }

json::object example_entry(const RecordType& type, const Described& procedure) {
  json::object out{{"type", type.id}};
  const bool is_about_child = type.about == "child" || type.about == "children";
  if (type.id == "person") out["about"] = json::array{json::value(example_newcomer)};
  else if (type.about != "file") out["about"] = json::array{json::value(is_about_child ? example_child : example_adult)};
  if (type.happened == RecordType::When::day) out["happened"] = example_day;
  if (type.happened == RecordType::When::instant) out["happened"] = example_instant;
  Answers answers;
  for (const Question& question : type.questions)
    if (meets(answers, question.only_if)) answers.values()[question.name] = answer(question, procedure);
  out["answers"] = answers.values();
  return out;
}

}  // namespace confer
