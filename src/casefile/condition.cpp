#include "casefile/condition.h"

#include <algorithm>

namespace confer {
namespace {

bool equals(const Answers& answers, const Condition& condition) {
  const json::value* given = answers.values().if_contains(condition.question);   // looked for once: most of what is due is found out here
  if (!given) return false;
  const auto is_it = [&](const json::value& one) { return one.is_string() && !one.get_string().empty() && std::string_view(one.get_string()) == condition.value; };
  if (const bool* yes = given->if_bool()) return condition.value == (*yes ? "true" : "false");
  if (const json::array* several = given->if_array()) return std::any_of(several->begin(), several->end(), is_it);
  return is_it(*given);
}

bool meets_one(const Answers& answers, const Condition& condition, const Predicates& predicates) {
  const auto part = [&](const Condition& inner) { return meets_one(answers, inner, predicates); };
  switch (condition.kind) {
    case Condition::Kind::all: return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::any: return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::none: return std::none_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::answered: return answers.has(condition.question);
    case Condition::Kind::equals: return equals(answers, condition);
    case Condition::Kind::predicate:
      CONFER_ASSERT(predicates);
      return predicates(condition.predicate);
  }
  mistake("every kind of condition is answered", __FILE__, __LINE__);
}

}  // namespace

bool meets(const Answers& answers, const std::vector<Condition>& conditions, const Predicates& predicates) {
  for (const Condition& one : conditions)
    if (!meets_one(answers, one, predicates)) return false;
  return true;
}

}  // namespace confer
