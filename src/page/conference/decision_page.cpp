// The chair's decision for each child, in the order that the procedure asks for: the plan first, then the decision, then the category.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/sides.h"
#include "page/words.h"

namespace confer {
namespace {

/// What a conference of this kind decides with.
const RecordType& deciding(const OnConference& on) { return *on.procedure->record(on.conference->text("kind") == "review" ? "review" : "decision"); }

const ShownEntry* decision_for(const OnConference& on, const PersonId& child) {
  for (const ShownEntry* one : on.standing(deciding(on).id))
    if (one->is_about(child)) return one;
  return nullptr;
}

std::string address(const Visit& visit, const OnConference& on, const Pairs& query = {}) { return conference_address(visit, on, "/decision" + query_string(query)); }

/// The child asked for; else the first for whom nothing is decided; else the first.
PersonId child_in_hand(const Visit& visit, const OnConference& on) {
  const std::string_view asked = visit.request.method == Method::post ? visit.field("about") : visit.request.parameter("child");
  for (const PersonId& child : on.children())
    if (child.value == asked) return child;
  for (const PersonId& child : on.children())
    if (!decision_for(on, child)) return child;
  return on.children().front();
}

bool needs_plan_first(const OnConference& on) {
  const auto& needs = deciding(on).needs;
  return std::any_of(needs.begin(), needs.end(), [](const Need& need) { return need.record == "outline_plan"; });
}

Html outcome_tag(const OnConference& on, const PersonId& child) {
  if (const ShownEntry* made = decision_for(on, child)) return components::tag({.html = answer_of(on, *made, "outcome"), .classes = "govuk-tag--green"});
  if (needs_plan_first(on) && !outline_plan_of(on, child)) return components::tag({.text = "Plan first", .classes = "govuk-tag--yellow"});
  return components::tag({.text = "To decide", .classes = "govuk-tag--blue"});
}

Html children(const Visit& visit, const OnConference& on, const PersonId& in_hand) {
  Html items;
  for (const PersonId& child : on.children()) {
    Html name = html::element("a", {{"class", "govuk-link"}, {"href", address(visit, on, {{"child", child.value}})}, html::unless_empty("aria-current", child == in_hand ? "true" : "")}, first_name(on.view, child));
    items += html::element("li", {}, name + html::text(" ") + outcome_tag(on, child));
  }
  return html::element("nav", {{"aria-label", "Children"}}, html::element("ul", {{"class", "govuk-list"}}, items));
}

/// Whether the page is there to decide, step by step, or to read what was decided.
enum class For { deciding, reading };

Html plan(const Visit& visit, const OnConference& on, const PersonId& child, For what) {
  const std::string back = address(visit, on, {{"child", child.value}});
  Html out = heading(2, what == For::reading ? "The plan" : "1. The plan comes first", "plan");
  if (outline_plan_of(on, child)) {
    out += plan_as_read(visit, on, child, back, 3);
    if (may_put(visit, on, "plan_action"))
      out += html::element("p", {{"class", "govuk-body"}}, link(record_address(visit, "plan_action", {{"about", child.value}, {"conference", on.id().value}, {"back", back}}), "Add an action"));
    return out;
  }
  if (!needs_plan_first(on)) return {};
  out += components::warning_text({.text = fmt::format("There is no outline plan for {} yet. It has to be written before anything is decided.", first_name(on.view, child))});
  if (may_put(visit, on, "outline_plan"))
    out += components::button({.text = fmt::format("Write the outline plan for {}", first_name(on.view, child)),
                               .href = record_address(visit, "outline_plan", {{"about", child.value}, {"conference", on.id().value}, {"back", back}})});
  return out;
}

Html views(const OnConference& on, const PersonId& child) {
  Html items;
  for (const ShownEntry* report : on.standing("report")) {
    const Html opinion = answer_of(on, *report, "threshold_opinion");
    if (report->is_about(child) && !opinion.empty()) items += html::element("li", {}, html::element("strong", {}, on.view.name(report->by.value)) + html::text(": ") + opinion);
  }
  return items.empty() ? Html{} : components::details({.summary_text = "What each report says about significant harm", .html = html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items)});
}

Html quorum(const Visit& visit, const OnConference& on, const PersonId& child, For what) {
  for (const ShownQuorum& one : on.view.quorum) {
    const ShownEntry* conference = on.view.entry(one.conference.value);
    if (one.child != child || !conference || conference->root != on.id()) continue;
    Html out = heading(2, what == For::reading ? "Who was here" : "2. Who is here") + paragraph(fmt::format("{}: {}", first_name(on.view, child), one.words));
    if (!one.may_decide && may_put(visit, on, "quorum_decision"))
      out += html::element("p", {{"class", "govuk-body"}},
                           link(record_address(visit, "quorum_decision", {{"about", child.value}, {"conference", on.id().value}, {"back", address(visit, on, {{"child", child.value}})}}), "Decide whether the conference goes ahead"));
    return out;
  }
  return {};
}

Html what_outcomes_mean(const OnConference& on) {
  components::SummaryList list;
  for (const ListItem& item : on.procedure->list("outcome")) list.rows.push_back({.key = {.text = item.title.en}, .value = {.text = item.hint.en}});
  return list.rows.empty() ? Html{} : components::details({.summary_text = "What each decision means", .html = components::summary_list(list)});
}

/// Beside a question that sets a day: the procedure's limits for that day, were the decision made now.
std::map<std::string, std::string, std::less<>> limits_beside_days(const Visit& visit, const OnConference& on) {
  std::map<std::string, std::string, std::less<>> out;
  const RecordType& type = deciding(on);
  for (const TimeLimit& rule : on.procedure->time_limits) {
    if (std::none_of(rule.anchors.begin(), rule.anchors.end(), [&](const Selector& one) { return one.record == type.id; })) continue;
    for (const Selector& planned : rule.planned_by) {
      if (planned.record != type.id || !type.question(planned.day)) continue;
      if (const auto limit = visit.site.desk.limit_from(on.procedure->id, rule.id, on.day(visit.today()))) out[planned.day] += limit->why;
    }
  }
  return out;
}

FormState fresh_decision(const Visit& visit, const OnConference& on) {
  FormState state;
  give_day(state.given, "happened", on.day(visit.today()));
  if (on.day(visit.today()) == visit.today()) state.given.emplace_back("happened-time", london_time(visit.site.desk.now()));
  state.given.emplace_back("key", visit.site.desk.new_id());
  return state;
}

/// The form answers itself for which child and at which conference.
void settle(const OnConference& on, const PersonId& child, FormState& state) {
  std::erase_if(state.given, [](const auto& pair) { return pair.first == "about" || pair.first == "conference"; });
  state.given.emplace_back("about", child.value);
  state.given.emplace_back("conference", on.id().value);
  state.settled = {"about", "conference"};
}

/// Whether the reader had begun to decide for this child.
bool is_begun(const Visit& visit, const OnConference& on, const PersonId& child) {
  FormState state;
  settle(on, child, state);
  return visit.site.desk.drafts().find(visit.session->account.id, name_of_form(visit.file(), deciding(on), on.view, state), visit.site.desk.now()).has_value();
}

/// Somebody else has decided for this child: theirs beside what was typed, and the form puts that on top of it.
Html beside_the_decision(const OnConference& on, const ShownEntry& made, FormState& state) {
  const Pairs typed = state.given;
  std::erase_if(state.given, [](const auto& pair) { return pair.first == "corrects"; });
  state.given.emplace_back("corrects", made.id.value);
  return side_by_side({deciding(on), *on.procedure, on.view, made, nullptr, typed});
}

Html decision_form(const Visit& visit, const OnConference& on, const PersonId& child, FormState state) {
  settle(on, child, state);
  state.hints = limits_beside_days(visit, on);
  for (const ShownPerson& person : on.view.people)
    if (person.kind == "practitioner") state.among["lead_social_worker"].push_back(person.id);
  resume(visit, name_of_form(visit.file(), deciding(on), on.view, state), state);
  const ShownEntry* made = decision_for(on, child);
  const Html beside = made ? beside_the_decision(on, *made, state) : Html{};
  return beside + heading(2, fmt::format("3. The decision for {}", first_name(on.view, child)), "decide") + what_outcomes_mean(on) +
         kept_form(visit, state, address(visit, on), form_fields(deciding(on), *on.procedure, on.view, state, visit.today()),
                   {.send = made ? "Put mine on file instead" : "Put the decision on file", .afresh = made ? "Leave it as it stands and drop mine" : "Start afresh"});
}

/// "Tuesday 29 April 2025, 11:30, by Ingrid Vale, Conference chair"
std::string decided_by(const OnConference& on, const ShownEntry& made) {
  const ShownPerson* person = on.view.person(made.by.value);
  std::string out = when_in_words(made);
  if (person) out += fmt::format(", by {}{}{}", person->name, person->role_title.empty() ? "" : ", ", person->role_title);
  return out;
}

Html decision_as_read(const Visit& visit, const OnConference& on, const PersonId& child, const ShownEntry& made) {
  components::SummaryList list;
  for (const Question& question : deciding(on).questions)
    if (const Html words = answer_of(on, made, question.name); !words.empty() && question.name != "conference") list.rows.push_back({.key = {.text = question.asks.en}, .value = {.html = words}});
  Html out = heading(2, fmt::format("Decided for {}", first_name(on.view, child)), "decide") + paragraph(decided_by(on, made)) + components::summary_list(list);
  const std::string back = address(visit, on, {{"child", child.value}});
  Html next;
  if (may_put(visit, on, made.type)) next += html::element("li", {}, link(correction_address(visit, made, back), "Correct this decision"));
  if (made.type == "decision" && may_put(visit, on, "dissent")) next += html::element("li", {}, link(record_address(visit, "dissent", {{"about", child.value}, {"decision", made.root.value}, {"back", back}}), "Record that somebody disagrees"));
  return next.empty() ? out : out + html::element("ul", {{"class", "govuk-list"}}, next);
}

/// The page, with what has to be said on top of it: that something is on file, or the desk's concerns.
Response shown(const Visit& visit, const OnConference& on, const FormState* sent, const Html& on_top, int status) {
  if (on.children().empty()) return bare_error(404);
  const PersonId child = child_in_hand(visit, on);
  layout::Page page = conference_frame(visit, on, "Decisions");
  page.width = layout::Width::reading;
  if (sent && !sent->problems.empty()) {
    page.has_errors = true;
    page.main = form_errors(deciding(on), *sent) + page.main;
  }
  page.main += on_top;
  page.main += paragraph(on.title());
  page.main += children(visit, on, child);
  const bool may = may_make(deciding(on), visit.reader);
  const bool ready = !needs_plan_first(on) || outline_plan_of(on, child);
  const ShownEntry* made = decision_for(on, child);
  const For what = made && !sent && !(may && is_begun(visit, on, child)) ? For::reading : For::deciding;
  if (what == For::reading) page.main += decision_as_read(visit, on, child, *made);
  page.main += plan(visit, on, child, what);
  page.main += quorum(visit, on, child, what);
  page.main += views(on, child);
  if (what == For::reading) return answer(visit, std::move(page), status);
  if (may && (sent || ready || made)) page.main += decision_form(visit, on, child, sent ? *sent : fresh_decision(visit, on));
  else if (may) page.main += heading(2, "3. The decision") + paragraph("It can be made here once the outline plan is written.");
  else page.main += heading(2, "3. The decision") + paragraph("Nothing is on file yet that you may see.");
  return answer(visit, std::move(page), status);
}

/// What the procedure asks for after a decision against the majority, with its limits.
Html consequences(const OnConference& on) {
  Html items;
  for (const ListItem& item : on.procedure->list("override")) items += html::element("li", {}, item.title.en);
  for (const TimeLimit& rule : on.procedure->time_limits) {
    const bool of_override = std::any_of(rule.anchors.begin(), rule.anchors.end(), [](const Selector& from) {
      return from.record == "decision" && std::any_of(from.where.begin(), from.where.end(), [](const Condition& one) { return one.question == "overrides_majority"; });
    });
    if (of_override && rule.limit) items += html::element("li", {}, fmt::format("{}: within {} of the decision. It becomes due as soon as you confirm.", rule.what.en, rule.limit->written()));
  }
  return html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

/// The second step of a decision against the majority: what it brings about, before it is made.
Response to_confirm(const Visit& visit, const OnConference& on, const PersonId& child) {
  layout::Page page = conference_frame(visit, on, "Confirm the decision against the majority");
  page.width = layout::Width::reading;
  const RecordType& type = deciding(on);
  std::string outcome;
  for (const Choice& choice : on.procedure->choices(*type.question("outcome")))
    if (choice.id == visit.field("outcome")) outcome = choice.title.en;
  page.main += components::warning_text({.text = fmt::format("You are about to decide for {} against the view of most practitioners.", first_name(on.view, child))});
  page.main += components::summary_list({.rows = {{.key = {.text = type.question("outcome")->asks.en}, .value = {.text = outcome}},
                                                  {.key = {.text = type.question("basis_of_override")->asks.en}, .value = {.html = html::lines(visit.field("basis_of_override"))}}}});
  page.main += heading(2, "What follows from it") + consequences(on);
  Html content;
  for (const auto& [name, value] : visit.form)
    if (name != "form_token" && name != "step") content += html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  content += html::element("div", {{"class", "govuk-button-group"}},
                           components::button({.text = "Confirm the decision", .name = "step", .value = "confirm", .classes = "govuk-button--warning", .prevent_double_click = true}) +
                               components::button({.text = "Go back and change it", .name = "step", .value = "change", .classes = "govuk-button--secondary"}));
  page.main += form(visit, address(visit, on), content);
  return answer(visit, std::move(page));
}

Html concerns_in_words(const PutOnFile& done) {
  Html out = components::notification_banner({.text = "The decision is on file.", .success = true});
  for (const ShownConcern& concern : done.concerns) out += components::warning_text({.text = concern.message});
  return out;
}

}  // namespace

Response decision_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  const std::string decided = first_name(on->view, PersonId{std::string(visit.request.parameter("decided"))});
  const Html banner = decided.empty() ? Html{} : components::notification_banner({.text = fmt::format("The decision for {} is on file.", decided), .success = true});
  return shown(visit, *on, nullptr, banner, 200);
}

Response decision_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (on->children().empty() || !may_make(deciding(*on), visit.reader)) return bare_error(404);
  const PersonId child = child_in_hand(visit, *on);
  FormState state;
  state.given = visit.form;
  if (visit.field("step") == "change") return shown(visit, *on, &state, {}, 200);
  Draft draft = read_draft(deciding(*on), visit.form, state.problems);
  if (!state.problems.empty()) return shown(visit, *on, &state, {}, status_of(Problem::Kind::bad_input));
  const bool against_majority = deciding(*on).question("overrides_majority") && visit.field("overrides_majority") == "yes";
  if (against_majority && visit.field("step") != "confirm") return to_confirm(visit, *on, child);
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, {std::move(draft)});
  if (!done) {
    state.problems = std::move(done.error());
    if (const auto kept = draft_sent(visit.form, visit.site.desk.now()); kept && keep_draft(visit, *kept)) state.kept_at = kept->saved;
    return shown(visit, *on, &state, {}, status_of(state.problems.front().kind));
  }
  drop_draft(visit);
  if (done->concerns.empty()) return redirect(address(visit, *on, {{"decided", child.value}}));
  const auto after = open_conference(visit);
  return after ? shown(visit, *after, nullptr, concerns_in_words(*done), 200) : problem_page(visit, after.error());
}

}  // namespace confer
