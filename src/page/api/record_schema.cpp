#include "page/api/record_schema.h"

#include <fmt/format.h>

#include "catalogue/in_words.h"
#include "desk/example_entry.h"

namespace confer::api {
namespace {

json::object ref(std::string_view schema) { return {{"$ref", fmt::format("#/components/schemas/{}", schema)}}; }
json::object one_of_these(const std::vector<Choice>& choices) {
  json::array ids;
  for (const Choice& one : choices) ids.emplace_back(one.id);
  return {{"type", "string"}, {"enum", std::move(ids)}};
}
json::object list_of(json::object items) { return {{"type", "array"}, {"items", std::move(items)}, {"minItems", 1}, {"maxItems", most_people_in_an_answer}}; }

json::object shape(const Question& question, const Described& procedure) {
  switch (question.kind) {
    case AnswerKind::yes_no: return {{"type", "boolean"}};
    case AnswerKind::choice: return one_of_these(procedure.choices(question));
    case AnswerKind::choices: return list_of(one_of_these(procedure.choices(question)));
    case AnswerKind::text:
    case AnswerKind::words: return {{"type", "string"}, {"minLength", 1}, {"maxLength", question.longest}};
    case AnswerKind::day: return ref("day");
    case AnswerKind::instant: return ref("instant");
    case AnswerKind::number: return {{"type", "integer"}};
    case AnswerKind::person:
    case AnswerKind::entry: return ref("id");
    case AnswerKind::people: return list_of(ref("id"));
  }
  mistake("every kind of answer has a shape", __FILE__, __LINE__);
}

std::string titles_of_choices(const Question& question, const Described& procedure) {
  std::string out;
  for (const Choice& one : procedure.choices(question)) out += fmt::format("{}`{}` {}", out.empty() ? " Choices: " : "; ", one.id, one.title.en);
  return out.empty() ? out : out + ".";
}

json::object question_schema(const Question& question, const Described& procedure) {
  json::object out = shape(question, procedure);
  std::string words = question.asks.en;
  if (!question.hint.en.empty()) words += " " + question.hint.en;
  words += fmt::format(" Answer: {}.{}", kind_in_words(question), titles_of_choices(question, procedure));
  if (!question.only_if.empty()) words += fmt::format(" Asked when {}.", in_words(question.only_if));
  if (const std::string source = in_words(question.cites, procedure); !source.empty()) words += fmt::format(" Source: {}.", source);
  out["description"] = words;
  out["x-kind"] = name(question.kind);
  if (!question.refers_to.empty()) out["x-refers-to"] = question.refers_to;
  return out;
}

json::array all_of(const std::vector<Condition>& conditions, const RecordType& type);

/// A condition on the answers as a schema of them.
json::object condition_schema(const Condition& condition, const RecordType& type) {
  const auto answered = [&](json::object value) -> json::object {
    return {{"properties", json::object{{condition.question, std::move(value)}}}, {"required", json::array{json::value(condition.question)}}};
  };
  switch (condition.kind) {
    case Condition::Kind::all: return {{"allOf", all_of(condition.parts, type)}};
    case Condition::Kind::any: return {{"anyOf", all_of(condition.parts, type)}};
    case Condition::Kind::none: return {{"not", json::object{{"anyOf", all_of(condition.parts, type)}}}};
    case Condition::Kind::answered: return {{"required", json::array{json::value(condition.question)}}};
    case Condition::Kind::equals: {
      const Question* question = type.question(condition.question);
      CONFER_ASSERT(question);   // the catalogue was checked
      if (question->kind == AnswerKind::yes_no) return answered({{"const", condition.value == "true"}});
      if (question->kind == AnswerKind::choices || question->kind == AnswerKind::people) return answered({{"contains", json::object{{"const", condition.value}}}});
      return answered({{"const", condition.value}});
    }
    case Condition::Kind::predicate: break;   // none stands in a question's conditions: the catalogue was checked
  }
  mistake("every condition of a question has a schema", __FILE__, __LINE__);
}

json::array all_of(const std::vector<Condition>& conditions, const RecordType& type) {
  json::array out;
  for (const Condition& one : conditions) out.push_back(condition_schema(one, type));
  return out;
}

/// A question that arises only with certain other answers: answered when they are there if it must be, and never when they are not.
json::object conditional(const Question& question, const RecordType& type) {
  json::object out{{"if", json::object{{"allOf", all_of(question.only_if, type)}}}, {"else", json::object{{"properties", json::object{{question.name, false}}}}}};
  if (question.required) out["then"] = json::object{{"required", json::array{json::value(question.name)}}};
  return out;
}

/// The answers, and whether any must be there.
std::pair<json::object, bool> answers_schema(const RecordType& type, const Described& procedure) {
  json::object properties;
  json::array required, conditions;
  for (const Question& question : type.questions) {
    properties[question.name] = question_schema(question, procedure);
    if (!question.only_if.empty()) conditions.push_back(conditional(question, type));
    else if (question.required) required.emplace_back(question.name);
  }
  const bool any = !required.empty();
  json::object out{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (any) out["required"] = std::move(required);
  if (!conditions.empty()) out["allOf"] = std::move(conditions);
  return {std::move(out), any};
}

std::string description(const RecordType& type, const Described& procedure) {
  std::string out = type.explains.en;
  out += fmt::format("{}{} About {}. Put on file by: {}.", out.empty() ? "" : " ",
                     type.kind == RecordType::Kind::act ? "An act: refused where something that it needs is missing." : "An account: never refused for what happened.",
                     about_in_words(type), titles(type.makers, procedure));
  for (const Need& need : type.needs) out += fmt::format("\n\nNeeds: {}", in_words(need));
  if (const std::string source = in_words(type.cites, procedure); !source.empty()) out += fmt::format("\n\nSource: {}", source);
  return out;
}

json::value happened_schema(const RecordType& type) {
  switch (type.happened) {
    case RecordType::When::none: return nullptr;
    case RecordType::When::day: return json::object{{"anyOf", json::array{ref("day"), ref("instant")}}};
    case RecordType::When::instant: return ref("instant");
  }
  mistake("every way of asking for a day has a schema", __FILE__, __LINE__);
}

json::array names(const std::vector<std::string>& all) {
  json::array out;
  for (const std::string& one : all) out.emplace_back(one);
  return out;
}

}  // namespace

std::string schema_name(const RecordType& type, const Described& procedure) { return fmt::format("{}.{}", procedure.id, type.id); }

json::object record_schema(const RecordType& type, const Described& procedure) {
  const bool one = type.about == "child" || type.about == "person", introduces = type.id == "person";
  json::object properties{{"id", ref("own_name")}, {"type", json::object{{"const", type.id}}}};
  json::array required{"type"};
  if (type.about != "file") {
    properties["about"] = json::object{{"type", "array"}, {"items", ref("id")}, {"minItems", 1}, {"maxItems", one ? 1 : most_people_in_an_answer}, {"uniqueItems", true}};
    if (!introduces) required.emplace_back("about");
  }
  if (json::value happened = happened_schema(type); !happened.is_null()) {
    properties["happened"] = std::move(happened);
    required.emplace_back("happened");
  }
  auto [answers, answers_required] = answers_schema(type, procedure);
  properties["answers"] = std::move(answers);
  if (answers_required) required.emplace_back("answers");
  properties["corrects"] = ref("id");
  return {{"title", type.title.en}, {"description", description(type, procedure)}, {"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)},
          {"additionalProperties", false}, {"examples", json::array{example_entry(type, procedure)}},
          {"x-kind", type.kind == RecordType::Kind::act ? "act" : "account"}, {"x-makers", names(type.makers)}, {"x-leads-to", names(type.leads_to)}};
}

}  // namespace confer::api
