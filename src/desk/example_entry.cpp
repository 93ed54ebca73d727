#include "desk/example_entry.h"

#include <algorithm>

#include "casefile/condition.h"

namespace confer {
namespace {

constexpr std::string_view example_day = "2025-04-07", example_instant = "2025-04-07T15:10:00Z";

/// Somebody who can be named in answer to a question, and is not the one whom the entry is about where that may not be.
std::string somebody(const Question& question, std::string_view about) {
  if (!question.roles.empty()) return example_in_role(question.roles.front());
  const auto fits = [&](std::string_view kind, std::string_view id) {
    return (question.kinds.empty() || std::find(question.kinds.begin(), question.kinds.end(), kind) != question.kinds.end()) && !(question.somebody_else && id == about);
  };
  if (fits("adult", example_adult)) return std::string(example_adult);
  return std::string(fits("child", example_child) ? example_child : example_practitioner);
}

json::value answer(const Question& question, const Described& procedure, std::string_view about) {
  const auto choices = procedure.choices(question);
  const std::string choice = choices.empty() ? std::string{} : choices.front().id;
  switch (question.kind) {
    case AnswerKind::yes_no: return true;
    case AnswerKind::choice: return json::value(choice);
    case AnswerKind::choices: return json::array{json::value(choice)};
    case AnswerKind::text:
    case AnswerKind::words:
      if (question.shape == TextShape::reference) return json::value("AB-0123");
      return json::value(std::string("In your own words").substr(0, static_cast<std::size_t>(question.longest)));
    case AnswerKind::day: return json::value(example_day);
    case AnswerKind::instant: return json::value(example_instant);
    case AnswerKind::number: return 1;
    case AnswerKind::person: return json::value(somebody(question, about));
    case AnswerKind::people: return question.fewest > 1 ? json::array{json::value(example_adult), json::value(example_practitioner)} : json::array{json::value(somebody(question, about))};
    case AnswerKind::entry: return json::value(example_entry_id(question.refers_to));
  }
  mistake("every kind of answer has an example", __FILE__, __LINE__);
}

}  // namespace

std::string example_in_role(std::string_view role) { return role == "social_worker" ? std::string(example_practitioner) : "a_" + std::string(role); }

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
    if (meets(answers, question.only_if)) answers.values()[question.name] = answer(question, procedure, is_about_child ? example_child : example_adult);
  out["answers"] = answers.values();
  return out;
}

}  // namespace confer
