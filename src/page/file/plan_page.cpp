// The plan of a family, child by child: whether it is in force, what has to change, who does what by when and how far they are, the core group, the
// next review, what happens if it does not work. For a family and those who carry the plan out, as far as each may see it.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/file/plan_changes.h"
#include "page/why_this_day.h"
#include "page/words.h"

namespace confer {
namespace {

/// One child's plan in the reader's view.
struct ChildsPlan {
  const ShownChild& child;
  const ShownEntry* decision = nullptr;            ///< The last that made a plan; null where there is none to see.
  const ShownEntry* outline = nullptr;             ///< The last outline plan; null where there is none to see.
  std::vector<const ShownEntry*> actions = {};     ///< Of the outline plan's conference, by day.
};

ChildsPlan plan_of(const FileView& view, const ShownChild& child) {
  ChildsPlan out{child, nullptr, nullptr, {}};
  for (const ShownEntry* one : standing_about(view, "decision", child.id))
    if (one->text("outcome") == "plan") out.decision = one;
  for (const ShownEntry* one : standing_about(view, "outline_plan", child.id)) out.outline = one;
  if (!out.outline) return out;
  out.actions = view.standing("plan_action", EntryId{std::string(out.outline->text("conference"))});
  std::erase_if(out.actions, [&](const ShownEntry* one) { return !one->is_about(child.id); });
  std::stable_sort(out.actions.begin(), out.actions.end(), [](const ShownEntry* left, const ShownEntry* right) { return left->text("by") < right->text("by"); });
  return out;
}

Html state_of(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& action) {
  const ShownEntry* progress = progress_of(view, action);
  const std::string_view state = progress ? progress->text("state") : std::string_view{};
  const auto by = Date::parse(action.text("by"));
  const bool over = state == "done" || state == "dropped";
  Html out;
  if (!over && by && *by < visit.today()) out += components::tag({.text = "Late", .classes = "govuk-tag--red"}) + html::text(" ");
  if (!progress) return out.empty() ? components::tag({.text = "Open", .classes = "govuk-tag--blue"}) : out;
  const RecordType& type = *procedure.record("action_progress");
  out += components::tag({.html = answer_in_words(progress->answers.at("state"), *type.question("state"), view, procedure), .classes = state == "done" ? "govuk-tag--green" : over ? "govuk-tag--grey" : "govuk-tag--blue"});
  out += html::element("span", {{"class", "confer-under"}}, fmt::format("{}{}{}", when_in_words(*progress), progress->text("how_we_know").empty() ? "" : ". ", progress->text("how_we_know")));
  return out;
}

Html says_how(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& action) {
  const RecordType* type = procedure.record("action_progress");
  if (!type || !may_make(*type, visit.reader) || !view.entry(action.root.value)) return {};
  Pairs answered = {{"action", action.root.value}, {"back", file_address(visit.file(), "/plan")}};
  for (const PersonId& child : action.about) answered.emplace_back("about", child.value);
  return html::element("span", {{"class", "confer-under"}}, link(record_address(visit, "action_progress", answered), "Say how it goes", fmt::format(": {}", action.text("what"))));
}

Html actions_table(const Visit& visit, const FileView& view, const Described& procedure, const ChildsPlan& plan) {
  if (plan.actions.empty()) return paragraph("No actions yet.");
  std::vector<components::TableRow> rows;
  for (const ShownEntry* action : plan.actions) {
    const auto by = Date::parse(action->text("by"));
    rows.push_back({{.text = std::string(view.name(action->text("who")))}, {.html = html::lines(action->text("what"))}, {.text = by ? by->written() : std::string{}},
                    {.html = html::lines(action->text("how_we_will_know"))}, {.html = state_of(visit, view, procedure, *action) + says_how(visit, view, procedure, *action)}});
  }
  return components::framed_table({.head = {{.text = "Who"}, {.text = "What they do"}, {.text = "By"}, {.text = "How we will know"}, {.text = "How far"}}, .rows = std::move(rows), .first_cell_is_header = true},
                                  fmt::format("Who does what for {}", first_name(view, plan.child.id)), components::OnAPhone::stacks);
}

/// What is due for a child and met by a record of this type.
std::vector<const ShownObligation*> due_by(const FileView& view, const Described& procedure, const PersonId& child, std::string_view record) {
  std::vector<const ShownObligation*> out;
  for (const ShownObligation& one : view.obligations) {
    const TimeLimit* rule = procedure.time_limit(one.rule);
    const bool meets = rule && std::any_of(rule->met_by.begin(), rule->met_by.end(), [&](const Selector& met) { return met.record == record; });
    if (meets && one.is_open() && std::find(one.about.begin(), one.about.end(), child) != one.about.end()) out.push_back(&one);
  }
  return out;
}

Html in_words(const ShownObligation& one, const Described& procedure) {
  Html out;
  if (one.state == "overdue") out += components::tag({.text = "Late", .classes = "govuk-tag--red"}) + html::text(" ");
  std::string words = one.limit ? "at the latest " + one.limit->written() : one.no_number;
  if (one.planned_on) words += fmt::format("; set for {}", one.planned_on->written());
  out += html::text(fmt::format("{}: {}.", one.what, words));
  return out + why_this_day(one, procedure);
}

/// What is due, or where the reader may not know of the work, the day that the decision set.
Html next_of(const FileView& view, const Described& procedure, const ChildsPlan& plan, std::string_view record, std::string_view set_by) {
  Html out;
  for (const ShownObligation* one : due_by(view, procedure, plan.child.id, record)) out += in_words(*one, procedure);
  const auto set = plan.decision ? Date::parse(plan.decision->text(set_by)) : Result<Date>(refused({}));
  if (out.empty() && set && standing_about(view, record, plan.child.id).empty()) out = html::text(set->written());
  return out;
}

Html meetings(const FileView& view, const ChildsPlan& plan) {
  Html items;
  for (const ShownEntry* one : standing_about(view, "core_group_meeting", plan.child.id)) {
    Html item = html::element("strong", {}, when_in_words(*one));
    if (!one->text("notes").empty()) item += html::text(": ") + html::lines(one->text("notes"));
    items += html::element("li", {}, item);
  }
  return items.empty() ? Html{} : html::element("ul", {{"class", "govuk-list"}}, items);
}

std::string core_group(const FileView& view, const ShownEntry& decision) {
  std::string out;
  for (const std::string_view id : decision.list("core_group")) {
    const ShownPerson* person = view.person(id);
    if (!person) continue;
    out += (out.empty() ? "" : "\n") + person->name + (person->role_title.empty() ? "" : ", " + person->role_title);
  }
  return out;
}

/// The way to the last decision on the plan, with its reasons; nothing where the reader may not see the conference.
Html way_to_decision(const Visit& visit, const FileView& view, const ChildsPlan& plan) {
  if (standing_of(visit) == "family") return {};   // they find no page of staff's
  const ShownEntry* last = nullptr;
  for (const std::string_view type : {"decision", "review"})
    for (const ShownEntry* one : standing_about(view, type, plan.child.id))
      if (!last || last->happened_on <= one->happened_on) last = one;
  const ShownEntry* conference = last ? view.entry(last->text("conference")) : nullptr;
  if (!conference || !last->happened_on) return {};
  return link(file_address(visit.file(), fmt::format("/conferences/{}/decision{}", percent_encode(conference->root.value), query_string({{"child", plan.child.id.value}}))),
              fmt::format("{}, and its reasons", last->happened_on->written()), fmt::format(", for {}", first_name(view, plan.child.id)));
}

Html facts(const Visit& visit, const FileView& view, const Described& procedure, const ChildsPlan& plan) {
  components::SummaryList list;
  const auto row = [&](std::string_view key, Html value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = std::string(key)}, .value = {.html = std::move(value)}});
  };
  Html now = components::tag({.text = plan.child.state_title, .classes = std::string(state_colour(plan.child.state))});
  if (plan.child.since) now += html::text(fmt::format(" since {}", plan.child.since->written()));
  row("Now", std::move(now));
  row("Kind of harm", html::text(plan.child.category_title));
  row("Last decision", way_to_decision(visit, view, plan));
  row("Lead social worker", html::text(view.name(plan.child.lead_social_worker.value)));
  if (plan.child.state != "plan") return components::summary_list(list);
  if (plan.decision) row("Core group", html::lines(core_group(view, *plan.decision)));
  row("Next core group", next_of(view, procedure, plan, "core_group_meeting", "core_group_meets"));
  row("Next review", next_of(view, procedure, plan, "review", "review_on"));
  return components::summary_list(list);
}

components::Tag tag_of(PlanChange::What what) {
  switch (what) {
    case PlanChange::What::added: return {.text = "Added", .classes = "govuk-tag--blue"};
    case PlanChange::What::done: return {.text = "Done", .classes = "govuk-tag--green"};
    case PlanChange::What::dropped: return {.text = "No longer to be done", .classes = "govuk-tag--grey"};
    case PlanChange::What::begun: return {.text = "Begun", .classes = "govuk-tag--blue"};
    case PlanChange::What::changed: return {.text = "Changed", .classes = "govuk-tag--yellow"};
  }
  mistake("every change of a plan has a tag", __FILE__, __LINE__);
}

/// When and how everyone knows; or each answer as it reads now, with how it read before.
std::string more_of(const FileView& view, const Described& procedure, const PlanChange& change) {
  std::string out;
  const auto add = [&](const std::string& line) { out += (out.empty() ? "" : "\n") + line; };
  if (change.progress) add(when_in_words(*change.progress) + (change.progress->text("how_we_know").empty() ? "" : fmt::format(". {}", change.progress->text("how_we_know"))));
  for (const ChangedAnswer& one : change.answers) {
    const auto said = [&](const ShownEntry& entry) { return plain_answer(entry, *one.question, view, procedure); };
    add(fmt::format("{} {} Before: {}", one.question->asks.en, said(*change.action), said(*one.before)));
  }
  return out;
}

/// What has become of the actions since the plan was last decided on.
Html changes(const FileView& view, const Described& procedure, const PersonId& child) {
  const auto since = last_decided_on(view, child);
  if (!since) return {};
  Html items;
  for (const PlanChange& change : plan_changes(view, procedure, child, *since)) {
    Html item = components::tag(tag_of(change.what)) + html::text(" ");
    if (const auto who = view.name(change.action->text("who")); !who.empty()) item += html::element("strong", {}, fmt::format("{}: ", who));
    item += html::lines(change.action->text("what"));
    if (const std::string more = more_of(view, procedure, change); !more.empty()) item += html::element("span", {{"class", "confer-under"}}, html::lines(more));
    items += html::element("li", {}, item);
  }
  Html out = heading(3, fmt::format("What has changed since the conference of {}", since->written()));
  return out + (items.empty() ? paragraph("Nothing that you may see.") : html::element("ul", {{"class", "govuk-list govuk-list--spaced"}}, items));
}

/// That there is no plan is said only by a decision that is shown: whoever is shown none is not told that there is none.
std::string no_plan_in_words(const Visit& visit, const FileView& view, const Described& procedure, const ChildsPlan& plan) {
  const bool is_decided = standing_of(visit) == "staff" || !standing_about(view, "decision", plan.child.id).empty() || !standing_about(view, "plan_ended", plan.child.id).empty();
  if (!is_decided) return fmt::format("No decision about a plan for {} is shown to you here. To be sure whether there is one, ask the Safeguarding Unit.", first_name(view, plan.child.id));
  return fmt::format("No {} is in force for {}{}.", procedure.term("plan").en, first_name(view, plan.child.id), plan.outline ? ". This is what the conference planned" : "");
}

Html childs_section(const Visit& visit, const FileView& view, const Described& procedure, const ChildsPlan& plan) {
  Html out = heading(2, view.name(plan.child.id.value)) + facts(visit, view, procedure, plan);
  if (plan.child.state != "plan") out += paragraph(no_plan_in_words(visit, view, procedure, plan));
  if (!plan.outline) return out + (plan.child.state == "plan" ? paragraph("There is no outline plan that you may see.") : Html{});
  if (plan.child.state == "plan") out += changes(view, procedure, plan.child.id);
  out += heading(3, "What has to change") + html::element("p", {{"class", "govuk-body"}}, html::lines(plan.outline->text("change_needed")));
  out += heading(3, "Who does what") + actions_table(visit, view, procedure, plan);
  out += heading(3, "What happens if it does not work") + html::element("p", {{"class", "govuk-body"}}, html::lines(plan.outline->text("contingency")));
  if (Html met = meetings(view, plan); !met.empty()) out += heading(3, "What the core group agreed") + met;
  return out;
}

}  // namespace

Response plan_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page = file_page(visit, *view, FileTab::plan, "Plan");
  std::vector<ChildsPlan> plans;
  for (const ShownChild& child : view->children) plans.push_back(plan_of(*view, child));
  for (const ChildsPlan& plan : plans) page.main += html::element("section", {{"class", "confer-childs-plan"}}, childs_section(visit, *view, procedure, plan));
  if (plans.empty()) page.main += paragraph("There is no child here whose plan you may see.");
  return answer(visit, std::move(page));
}

}  // namespace confer
