#include "page/asked_when.h"

#include <fmt/format.h>

#include "base/json.h"
#include "base/result.h"

namespace confer {
namespace {

json::array written(const std::vector<Condition>& conditions, const RecordType& type);

json::value written(const Condition& condition, const RecordType& type) {
  switch (condition.kind) {
    case Condition::Kind::all: return {{"all", written(condition.parts, type)}};
    case Condition::Kind::any: return {{"any", written(condition.parts, type)}};
    case Condition::Kind::none: return {{"not", written(condition.parts, type)}};
    case Condition::Kind::answered: return {{"question", condition.question}};
    case Condition::Kind::equals: return {{"question", condition.question}, {"is", as_sent(*type.question(condition.question), condition.value)}};
    case Condition::Kind::predicate: break;
  }
  mistake("a question depends on answers alone", __FILE__, __LINE__);
}

json::array written(const std::vector<Condition>& conditions, const RecordType& type) {
  json::array out;
  for (const Condition& one : conditions) out.push_back(written(one, type));
  return out;
}

}  // namespace

BroughtUpBy brought_up_by(const Question& question) noexcept {
  if (question.only_if.size() != 1 || question.only_if.front().kind != Condition::Kind::equals) return {};
  return {question.only_if.front().question, question.only_if.front().value};
}

std::string_view as_sent(const Question& question, std::string_view answer) noexcept {
  if (question.kind != AnswerKind::yes_no) return answer;
  return answer == "true" ? "yes" : "no";
}

Html asked_when(const Question& question, const RecordType& type, Stands stands, std::string_view id, const Html& fields) {
  if (stands == Stands::within) return html::element("div", {{"data-question", question.name}}, fields);
  const std::string when = json::serialize(json::object{{"all", written(question.only_if, type)}});
  return html::element("div", {{"data-question", question.name}, {"data-asked-when", when}, {"id", fmt::format("asked-{}", id)}}, fields);
}

}  // namespace confer
