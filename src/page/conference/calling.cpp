#include "page/conference/calling.h"

#include <algorithm>

namespace confer {
namespace {

bool is_given(const Pairs& given, std::string_view name) {
  return std::any_of(given.begin(), given.end(), [&](const auto& field) { return field.first == name; });
}

/// The calling of a conference that a time limit waits for; null where it waits for none.
const Selector* calling_of(const ShownObligation& one, const Described& procedure) {
  const TimeLimit* rule = one.is_open() && one.planned_by.empty() ? procedure.time_limit(one.rule) : nullptr;
  if (!rule) return nullptr;
  const auto found = std::find_if(rule->planned_by.begin(), rule->planned_by.end(), [](const Selector& by) { return by.record == "conference"; });
  return found == rule->planned_by.end() ? nullptr : &*found;
}

/// The one whose limit comes first; null where none waits.
const ShownObligation* next_of(const FileView& view, const Described& procedure) {
  const ShownObligation* next = nullptr;
  for (const ShownObligation& one : view.obligations)
    if (calling_of(one, procedure) && (!next || (one.limit && (!next->limit || *one.limit < *next->limit)))) next = &one;
  return next;
}

}  // namespace

void fill_in_conference(const FileView& view, const Described& procedure, Pairs& given) {
  if (!is_given(given, "parts")) given.emplace_back("parts", "open_part");
  const ShownObligation* next = next_of(view, procedure);
  if (!next || is_given(given, "about") || is_given(given, "kind")) return;
  for (const ShownObligation& one : view.obligations)   // siblings for whom the same is due are thought of together
    if (one.rule == next->rule && calling_of(one, procedure))
      for (const PersonId& child : one.about)
        if (std::find(given.begin(), given.end(), std::pair<std::string, std::string>("about", child.value)) == given.end()) given.emplace_back("about", child.value);
  for (const Condition& one : calling_of(*next, procedure)->where)
    if (one.kind == Condition::Kind::equals) given.emplace_back(one.question, one.value);
}

}  // namespace confer
