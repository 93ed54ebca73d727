#include "desk/acts_due.h"

#include <algorithm>

namespace confer {
namespace {

/// Whether what meets it has to name the very entry it is counted from, so that each of those is an act of its own.
bool answers_its_anchor(const ShownObligation& one, const Described& procedure) {
  const TimeLimit* rule = procedure.time_limit(one.rule);
  return rule && std::any_of(rule->met_by.begin(), rule->met_by.end(), [](const Selector& met) { return !met.same.empty() && met.same != "conference"; });
}

/// Whether it may be done and need not be, and no day is named for it: nothing that a list could remind of.
bool is_mere_offer(const ShownObligation& one, const Described& procedure) {
  const TimeLimit* rule = procedure.time_limit(one.rule);
  return rule && rule->window && !one.limit;
}

/// Whether one day was set for both at once: by the same entry, or by what one conference decided for each child.
bool are_planned_together(const ShownObligation& one, const ShownObligation& other, const FileView& view) {
  if (one.planned_by == other.planned_by) return true;
  const ShownEntry *by = view.entry(one.planned_by.value), *other_by = view.entry(other.planned_by.value);
  return by && other_by && one.planned_on == other.planned_on && !by->text("conference").empty() && by->text("conference") == other_by->text("conference");
}

bool is_one_act(const ShownObligation& one, const ShownObligation& other, const FileView& view, const Described& procedure) {
  return other.rule == one.rule && other.limit_at == one.limit_at && other.limit == one.limit && other.conference == one.conference && other.why == one.why &&
         are_planned_together(one, other, view) && (other.anchor == one.anchor || !answers_its_anchor(one, procedure));
}

}  // namespace

std::vector<ShownObligation> acts_due(const FileView& view, const Described& procedure) {
  std::vector<ShownObligation> out;
  for (const ShownObligation& one : view.obligations) {
    if (!one.is_open() || one.about.empty() || is_mere_offer(one, procedure)) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const ShownObligation& other) { return is_one_act(one, other, view, procedure); });
    const bool tied = !one.conference.empty() || !one.planned_by.empty() || one.limit.has_value();
    if (same == out.end() || !tied) {
      out.push_back(one);
      continue;
    }
    for (const PersonId& child : one.about)
      if (std::find(same->about.begin(), same->about.end(), child) == same->about.end()) same->about.push_back(child);
  }
  return out;
}

}  // namespace confer
