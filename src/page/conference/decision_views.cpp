// Each practitioner's view on a child, asked before anything is decided; and whom the decision's questions offer.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/decision.h"
#include "page/words.h"

namespace confer {
namespace {

std::string field_of(const PersonId& person) { return "view-" + person.value; }

/// What somebody thinks of a plan for the child, the last word; null where they were not asked.
const ShownEntry* view_of(const OnConference& on, const PersonId& child, const PersonId& person) {
  const ShownEntry* last = nullptr;
  for (const ShownEntry* one : on.standing("practitioner_view"))
    if (one->is_about(child) && one->text("person") == person.value) last = one;
  return last;
}

/// What their report says of significant harm; empty where it says nothing, or there is none.
Html said_in_report(const OnConference& on, const PersonId& child, const PersonId& person) {
  for (const ShownEntry* report : on.standing("report"))
    if (const Html opinion = answer_of(on, *report, "threshold_opinion"); report->is_about(child) && report->by == person && !opinion.empty())
      return html::text("In the report: is significant harm likely? ") + opinion;
  return {};
}

std::string who(const OnConference& on, const PersonId& id) {
  const ShownPerson* person = on.view.person(id.value);
  if (!person) return {};
  return person->role_title.empty() ? person->name : fmt::format("{}, {}", person->name, person->role_title);
}

Html asked_of(const OnConference& on, const PersonId& child, const PersonId& person, const FormState& state) {
  const Question& question = *on.procedure->record("practitioner_view")->question("view");
  components::Radios radios{.name = field_of(person), .fieldset = {.legend = {.text = who(on, person), .classes = "govuk-fieldset__legend--s"}}, .hint = {.html = said_in_report(on, child, person)},
                            .value = given_in(state.given, field_of(person)), .classes = "govuk-radios--inline govuk-radios--small"};
  for (const Choice& choice : on.procedure->choices(question)) radios.items.push_back({.value = choice.id, .text = choice.title.en});
  for (const Problem& problem : state.problems)
    if (problem.field == field_of(person)) radios.error.text = problem.message;
  return components::radios(radios);
}

Html given_views(const Visit& visit, const OnConference& on, const PersonId& child, const ShownViews& views) {
  components::SummaryList list;
  const bool may = may_put(visit, on, "practitioner_view");
  for (const PersonId& person : views.counted) {
    const ShownEntry* view = view_of(on, child, person);
    if (!view) continue;
    Html value = answer_of(on, *view, "view");
    if (may) value += html::text(" · ") + link(correction_address(visit, *view, decision_address(visit, on, {{"child", child.value}})), "Correct", fmt::format(" the view of {}", on.view.name(person.value)));
    list.rows.push_back({.key = {.text = who(on, person)}, .value = {.html = value}});
  }
  return list.rows.empty() ? Html{} : components::summary_list(list);
}

Html form_for_views(const Visit& visit, const OnConference& on, const PersonId& child, const ShownViews& views, const FormState* sent) {
  FormState state = sent ? *sent : FormState{.given = {{"key", visit.site.desk.new_id()}}};
  resume(visit, {visit.file(), "practitioner_view", {{"about", child.value}, {"conference", on.id().value}}}, state);
  Html content;
  for (const PersonId& person : views.waits) content += asked_of(on, child, person, state);
  for (const auto& [name, value] : Pairs{{"about", child.value}, {"step", "views"}}) content += html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  return kept_form(visit, state, decision_address(visit, on), content + carried(state), {.send = "Put these views on file"});
}

/// Whether an entry names somebody in "person" and is about the child.
bool ties(const ShownEntry& entry, const PersonId& child, const ShownPerson& person) { return entry.is_about(child) && entry.text("person") == person.id.value; }

/// Whether somebody works with the child, came for them, or is their family.
bool is_near(const OnConference& on, const PersonId& child, const ShownPerson& person) {
  const auto any = [&](const std::vector<const ShownEntry*>& entries, std::string_view ended) {
    return std::any_of(entries.begin(), entries.end(), [&](const ShownEntry* one) { return ties(*one, child, person) && (ended.empty() || one->text(ended).empty()); });
  };
  if (any(on.view.standing("involvement"), "ended") || any(on.view.standing("relationship"), {})) return true;
  const auto came = on.standing("attendance");
  return std::any_of(came.begin(), came.end(), [&](const ShownEntry* one) { return ties(*one, child, person) && one->text("how") != "apologies" && one->text("as") == "practitioner"; });
}

/// Whether a decision rule leaves this role out: who runs the conference carries no plan.
bool runs_conferences(const OnConference& on, const ShownPerson& person) {
  if (!on.procedure->decision_rule) return false;
  const auto& roles = on.procedure->decision_rule->without_roles;
  return std::find(roles.begin(), roles.end(), person.role) != roles.end();
}

}  // namespace

const RecordType& deciding(const OnConference& on) { return *on.procedure->record(on.conference->text("kind") == "review" ? "review" : "decision"); }

std::string decision_address(const Visit& visit, const OnConference& on, const Pairs& query) { return conference_address(visit, on, "/decision" + query_string(query)); }

const ShownViews* views_on(const OnConference& on, const PersonId& child) {
  if (!deciding(on).question("overrides_majority")) return nullptr;
  for (const ShownViews& one : on.view.views) {
    const ShownEntry* conference = on.view.entry(one.conference.value);
    if (one.child == child && conference && conference->root == on.id()) return &one;
  }
  return nullptr;
}

bool waits_for_views(const OnConference& on, const PersonId& child) {
  const ShownViews* views = views_on(on, child);
  return views && !views->waits.empty();
}

bool views_say(const OnConference& on, const PersonId& child) {
  const ShownViews* views = views_on(on, child);
  return views && views->result != "none";
}

Pairs with_majority(const OnConference& on, const PersonId& child, Pairs given) {
  if (!views_say(on, child)) return given;
  const std::string_view result = views_on(on, child)->result;
  const std::string outcome = given_in(given, "outcome");
  const bool plan = outcome == "plan" || outcome == "continues";
  const bool against = !outcome.empty() && ((result == "needed" && !plan) || (result == "not_needed" && plan));
  std::erase_if(given, [&](const auto& pair) {
    return pair.first == "overrides_majority" || (pair.first == "basis_of_override" && !against) || (pair.first == "form_unasked" && pair.second == "basis_of_override");
  });
  given.emplace_back("overrides_majority", against ? "yes" : "no");
  return given;
}

Html views_part(const Visit& visit, const OnConference& on, const PersonId& child, const FormState* sent) {
  const ShownViews* views = views_on(on, child);
  if (!views || views->counted.empty()) return {};
  Html out = paragraph(views->words) + given_views(visit, on, child, *views);
  if (views->waits.empty() || !may_put(visit, on, "practitioner_view")) return out;
  return out + paragraph(fmt::format("Ask each: does {} need a {}?", first_name(on.view, child), on.procedure->term("plan").en)) + form_for_views(visit, on, child, *views, sent);
}

bool put_views(Visit& visit, const OnConference& on, const PersonId& child, FormState& sent) {
  sent.given = visit.form;
  const std::string key(visit.field("key"));
  if (visit.site.desk.is_on_file(visit.file(), visit.reader, key)) return true;   // the same form, sent twice
  const ShownViews* views = views_on(on, child);
  std::vector<Draft> drafts;
  for (const PersonId& person : views ? views->waits : std::vector<PersonId>{}) {
    const std::string view(visit.field(field_of(person)));
    if (view.empty()) sent.problems.push_back({"Say what they think, or that they gave no view.", field_of(person)});
    drafts.push_back({"practitioner_view", {child}, on.day(visit.today()), {{"conference", on.id().value}, {"person", person.value}, {"view", view}}, {}, key.empty() ? key : fmt::format("{}-{}", key, person.value)});
  }
  if (!sent.problems.empty() || drafts.empty()) return drafts.empty();
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
  if (done) drop_draft(visit);
  else sent.problems = std::move(done.error());
  return sent.problems.empty();
}

void offer_people(const OnConference& on, const PersonId& child, FormState& state) {
  for (const ShownPerson& person : on.view.people) {
    if (person.kind == "child") continue;
    const bool near = is_near(on, child, person) && !runs_conferences(on, person);
    (near ? state.among : state.behind)["core_group"].push_back(person.id);
  }
  if (state.among["core_group"].empty()) std::swap(state.among["core_group"], state.behind["core_group"]);
}

}  // namespace confer
