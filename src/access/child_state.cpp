#include "access/child_state.h"

#include <algorithm>

namespace confer {
namespace {

/// What an entry makes of a child's state; empty when it leaves it as it is.
std::string state_after(const ShownEntry& entry, std::string_view before) {
  if (entry.type == "strategy_discussion") {
    const json::value* began = entry.answers.if_contains("began_enquiry");
    return began && began->is_bool() && began->get_bool() ? "enquiry" : "";
  }
  if (entry.type == "section_47_enquiry") {
    if (entry.text("outcome") == "no_conference") return "no_conference";
    return before == "conference_called" ? "" : "conference_due";
  }
  if (entry.type == "conference") return entry.text("kind") == "initial" && before != "plan" ? "conference_called" : "";
  if (entry.type == "decision") return std::string(entry.text("outcome"));
  if (entry.type == "review") return entry.text("outcome") == "ends" ? "plan_ended" : "";
  if (entry.type == "plan_ended") {
    const std::string_view next = entry.text("followed_by");
    return next == "child_in_need" || next == "early_help" ? std::string(next) : "plan_ended";
  }
  return {};
}

/// Whether a conference that was called for the child is still to come, today's among them.
bool called_ahead(const PersonId& child, const FileView& view) {
  const auto all = view.standing("conference");
  return std::any_of(all.begin(), all.end(), [&](const ShownEntry* one) {
    const auto starts = Instant::parse(one->text("starts"));
    return one->is_about(child) && (!starts || london_day(*starts) >= view.as_at);
  });
}

std::string title_of(std::string_view choice, std::string_view list, const Described& procedure) {
  for (const ListItem& item : procedure.list(list))
    if (item.id == choice) return item.title.en;
  return {};
}

/// Where a person's role stands among the procedure's own staff, the nearest to the family first; past the end for anybody else.
std::size_t place_among_staff(std::string_view person, const FileView& view, const Described& procedure) {
  std::string_view role;
  for (const ShownEntry* one : view.standing("person"))
    if (one->is_about(PersonId{std::string(person)})) role = one->text("role");
  const auto found = std::find_if(procedure.roles.begin(), procedure.roles.end(), [&](const Role& one) { return one.id == role && one.standing == "staff"; });
  return static_cast<std::size_t>(found - procedure.roles.begin());
}

/// Who of the authority's own staff still works with the child; of several the one whose role comes first in the procedure, and whoever came last to it.
PersonId worker_with(const PersonId& child, const FileView& view, const Described& procedure) {
  PersonId out;
  std::size_t nearest = procedure.roles.size();
  for (const ShownEntry* one : view.standing("involvement")) {
    if (!one->is_about(child) || !one->text("ended").empty()) continue;
    const std::size_t place = place_among_staff(one->text("person"), view, procedure);
    if (place >= procedure.roles.size() || place > nearest) continue;
    nearest = place;
    out = PersonId{std::string(one->text("person"))};
  }
  return out;
}

ShownChild state_of(const PersonId& child, const FileView& view, const Described& procedure) {
  ShownChild out{child, "known", {}, {}, {}, {}, {}};
  for (const ShownEntry& entry : view.entries) {
    if (entry.corrected || !entry.is_about(child)) continue;
    if (std::string next = state_after(entry, out.state); !next.empty()) {
      out.state = std::move(next);
      out.since = entry.happened_on ? entry.happened_on : std::optional(london_day(entry.recorded));
    }
    if (entry.type == "decision") out.category_title = title_of(entry.text("category"), "category", procedure);
    if (entry.type == "decision" && !entry.text("lead_social_worker").empty()) out.lead_social_worker = PersonId{std::string(entry.text("lead_social_worker"))};
    if (entry.type == "lead_social_worker") out.lead_social_worker = PersonId{std::string(entry.text("person"))};
  }
  // What came of a conference may not be shown to this reader, or is not on file yet: that its day has passed is all that is said then.
  if (out.state == "conference_called" && !called_ahead(child, view)) out.state = "conference_past";
  if (out.state != "plan") out.category_title.clear();
  if (out.lead_social_worker.empty()) out.worker = worker_with(child, view, procedure);
  const auto words = procedure.words.find("state_" + out.state);
  out.state_title = words == procedure.words.end() ? out.state : words->second.en;
  return out;
}

}  // namespace

std::vector<ShownChild> child_states(const FileView& view, const Described& procedure) {
  std::vector<ShownChild> out;
  for (const ShownPerson& person : view.people)
    if (person.kind == "child") out.push_back(state_of(person.id, view, procedure));
  return out;
}

}  // namespace confer
