#include "catalogue/checking.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer {

void Checking::cited(const Citation& cites, const Place& place) {
  if (cites.source.empty() || described_.source(cites.source)) return;   // one that is missing was told of when it was read
  wrong(place, fmt::format("\"{}\" is not among the sources. Add it to sources.toml, or mend the name.{}", cites.source, meant(cites.source, described_.sources)));
}

void Checking::known_record(const std::string& name, const Place& place) {
  if (name.empty() || described_.record(name)) return;
  wrong(place, fmt::format("There is no record type \"{}\". Mend the name, or describe it in records/.{}", name, meant(name, described_.records)));
}

void Checking::conditions(const std::vector<Condition>& list, const RecordType& type, const Place& place) {
  for (const Condition& condition : list) {
    conditions(condition.parts, type, place);
    if (condition.kind == Condition::Kind::predicate) wrong(place, fmt::format("The predicate \"{}\" stands in a condition. Only a need can name one.", condition.predicate));
    if (condition.question.empty()) continue;
    const Question* question = type.question(condition.question);
    if (!question) no_question(type, condition.question, place);
    else if (condition.kind == Condition::Kind::equals && !may_be(*question, condition.value))
      wrong(place, fmt::format("\"{}\" is no answer to the question \"{}\" of \"{}\", so this would never hold. Mend it.{}", condition.value, question->name, type.id,
                               did_you_mean(condition.value, answers_to(*question))));
  }
}

void Checking::standings(const std::vector<std::string>& names, const Place& place) {
  const auto& known = described_.list("standing");
  for (const std::string& name : names)
    if (std::none_of(known.begin(), known.end(), [&](const ListItem& item) { return item.id == name; }))
      wrong(place, fmt::format("\"{}\" is not in the list \"standing\". Mend the name.{}", name, meant(name, known)));
}

/// Whether a closed question can have this answer; any other question can.
bool Checking::may_be(const Question& question, const std::string& value) const {
  if (question.kind == AnswerKind::yes_no) return value == "true" || value == "false";
  if (question.kind != AnswerKind::choice && question.kind != AnswerKind::choices) return true;
  const auto known = answers_to(question);
  return std::find(known.begin(), known.end(), value) != known.end();
}

void Checking::no_question(const RecordType& type, std::string_view name, const Place& place) {
  std::vector<std::string> names;
  for (const Question& one : type.questions) names.push_back(one.name);
  wrong(place, fmt::format("The record \"{}\" has no question \"{}\".{}", type.id, name, did_you_mean(name, names)));
}

}  // namespace confer
