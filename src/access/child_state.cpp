#include "access/child_state.h"

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

std::string title_of(std::string_view choice, std::string_view list, const Described& procedure) {
  for (const ListItem& item : procedure.list(list))
    if (item.id == choice) return item.title.en;
  return {};
}

ShownChild state_of(const PersonId& child, const FileView& view, const Described& procedure) {
  ShownChild out{child, "known", {}, {}, {}, {}};
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
  if (out.state != "plan") out.category_title.clear();
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
