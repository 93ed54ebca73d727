#include "page/why_this_day.h"

#include <fmt/format.h>

#include "page/components/components.h"
#include "page/page.h"

namespace confer {
namespace {

Html small(const Html& content) { return html::element("p", {{"class", "govuk-body-s"}}, content); }

Html rule_of(const DayExplained& day) {
  Html out;
  if (!day.source.empty()) out.add_text(fmt::format("{}. ", day.source));
  if (!day.owner_title.empty()) out.add_text(fmt::format("Whose duty: {}. ", day.owner_title));
  out += html::element("a", {{"class", "govuk-link"}, {"href", procedure_address(day.procedure, day.rule)}}, "The rule in our procedure");
  return out;
}

/// What the sentence and the lines above do not say yet.
Html further(const std::vector<ShownReason>& reasons) {
  components::SummaryList table;
  table.classes = "govuk-summary-list--no-border";
  for (const ShownReason& reason : reasons)
    if (reason.key != "what") table.rows.push_back({.key = {.text = reason.label}, .value = {.text = reason.value}});
  return table.rows.empty() ? Html{} : components::summary_list(table);
}

}  // namespace

Html why_this_day(const DayExplained& day) {
  Html more = small(html::text(day.why));
  if (day.planned_on) more += small(html::text(fmt::format("It is set for {}.", day.planned_on->written())));
  more += small(rule_of(day)) + further(day.reasons);
  return components::details({.summary_text = "Why this day", .html = more, .classes = "confer-why"});
}

Html why_this_day(const ShownObligation& one, const Described& procedure) {
  return why_this_day({.why = one.why, .planned_on = one.planned_on, .source = one.source, .owner_title = one.owner_title, .procedure = procedure.id, .rule = one.rule});
}

Html why_this_day(const ShownAhead& one, const Described& procedure) {
  return why_this_day({.why = one.why, .source = one.source, .owner_title = one.owner_title, .procedure = procedure.id, .rule = one.rule});
}

}  // namespace confer
