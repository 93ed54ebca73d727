// The chair's decision for each child, in the order that the procedure asks for: the plan first, then the decision, then the category.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/decision.h"
#include "page/sides.h"
#include "page/words.h"

namespace confer {
namespace {

const ShownEntry* decision_for(const OnConference& on, const PersonId& child) {
  for (const ShownEntry* one : on.standing(deciding(on).id))
    if (one->is_about(child)) return one;
  return nullptr;
}

/// The child asked for; else the first for whom nothing is decided; else the first.
PersonId child_in_hand(const Visit& visit, const OnConference& on) {
  const std::string_view asked = visit.request.method == Method::post ? visit.field("about") : visit.request.parameter("child");
  for (const PersonId& child : on.children())
    if (child.value == asked) return child;
  for (const PersonId& child : on.children())
    if (!decision_for(on, child)) return child;
  return on.children().front();
}

/// Whether the procedure makes the result from what each practitioner thinks, and which step the decision then is.
bool asks_views(const OnConference& on) { return on.procedure->decision_rule.has_value(); }
int last_step(const OnConference& on) { return asks_views(on) ? 4 : 3; }

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
    Html name = html::element("a", {{"class", "govuk-link"}, {"href", decision_address(visit, on, {{"child", child.value}})}, html::unless_empty("aria-current", child == in_hand ? "true" : "")}, first_name(on.view, child));
    items += html::element("li", {}, name + html::text(" ") + outcome_tag(on, child));
  }
  return html::element("nav", {{"aria-label", "Children"}}, html::element("ul", {{"class", "govuk-list"}}, items));
}

/// Whether a plan could not be decided because nothing is to be done in it.
bool needs_an_action(const OnConference& on, const PersonId& child) {
  const auto& needs = deciding(on).needs;
  const auto actions = on.standing("plan_action");
  return std::any_of(needs.begin(), needs.end(), [](const Need& need) { return need.record == "plan_action"; }) &&
         std::none_of(actions.begin(), actions.end(), [&](const ShownEntry* one) { return one->is_about(child); });
}

/// Whether the page is there to decide, step by step, or to read what was decided.
enum class For { deciding, reading };

Html plan(const Visit& visit, const OnConference& on, const PersonId& child, For what) {
  const std::string back = decision_address(visit, on, {{"child", child.value}});
  Html out = heading(2, what == For::reading ? "The plan" : "1. The plan comes first", "plan");
  if (outline_plan_of(on, child)) {
    out += plan_as_read(visit, on, child, back, 3);
    if (what == For::deciding && needs_an_action(on, child))
      out += components::warning_text({.text = "No action stands in it yet. A plan is decided only when it says who does what, by when. Where no plan is needed, none has to be added."});
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

Html said_in_reports(const OnConference& on, const PersonId& child) {
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
    if ((!one.may_decide || one.none_published) && may_put(visit, on, "quorum_decision"))
      out += html::element("p", {{"class", "govuk-body"}},
                           link(record_address(visit, "quorum_decision", {{"about", child.value}, {"conference", on.id().value}, {"back", decision_address(visit, on, {{"child", child.value}})}}), one.none_published ? "If too few are here, put it off" : "Decide whether the conference goes ahead"));
    return out;
  }
  return {};
}

Html what_outcomes_mean(const OnConference& on) {
  components::SummaryList list;
  for (const ListItem& item : on.list("outcome")) list.rows.push_back({.key = {.text = item.title.en}, .value = {.text = item.hint.en}});
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
  if (!views_say(on, child)) return;
  state.given = with_majority(on, child, std::move(state.given));
  state.settled.insert(state.settled.end(), {"overrides_majority", "basis_of_override"});
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
  offer_people(on, child, state);
  resume(visit, name_of_form(visit.file(), deciding(on), on.view, state), state);
  const ShownEntry* made = decision_for(on, child);
  const Html beside = made ? beside_the_decision(on, *made, state) : Html{};
  return beside + heading(2, fmt::format("{}. The decision for {}", last_step(on), first_name(on.view, child)), "decide") + what_outcomes_mean(on) +
         kept_form(visit, state, decision_address(visit, on), form_fields(deciding(on), *on.procedure, on.view, state, visit.today()),
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
  const std::string back = decision_address(visit, on, {{"child", child.value}});
  Html next;
  if (may_put(visit, on, made.type)) next += html::element("li", {}, link(correction_address(visit, made, back), "Correct this decision"));
  if (made.type == "decision" && may_put(visit, on, "dissent")) next += html::element("li", {}, link(record_address(visit, "dissent", {{"about", child.value}, {"decision", made.root.value}, {"back", back}}), "Record that somebody disagrees"));
  return next.empty() ? out : out + html::element("ul", {{"class", "govuk-list"}}, next);
}

/// Step by step: the plan, who is here, what each practitioner thinks; then the decision, for whoever may make it.
Html step_by_step(const Visit& visit, const OnConference& on, const PersonId& child, const FormState* sent, const FormState* views) {
  const ShownEntry* made = decision_for(on, child);
  Html out = plan(visit, on, child, For::deciding) + quorum(visit, on, child, For::deciding);
  const Html each = views_part(visit, on, child, views);
  if (asks_views(on)) out += heading(2, "3. What each practitioner thinks", "views") + (each.empty() ? paragraph("It is asked here once it is on file who came.") : each);
  out += said_in_reports(on, child);
  const bool ready = (!needs_plan_first(on) || outline_plan_of(on, child)) && !waits_for_views(on, child);
  const bool may = may_make(deciding(on), visit.reader);
  if (may && (sent || ready || made)) return out + decision_form(visit, on, child, sent ? *sent : fresh_decision(visit, on));
  out += heading(2, fmt::format("{}. The decision", last_step(on)), "decide");
  return out + paragraph(may ? "It can be made here once the outline plan is written and each practitioner’s view is on file." : "Nothing is on file yet that you may see.");
}

Html as_decided(const Visit& visit, const OnConference& on, const PersonId& child, const ShownEntry& made) {
  Html out = decision_as_read(visit, on, child, made) + plan(visit, on, child, For::reading) + quorum(visit, on, child, For::reading);
  const Html each = views_part(visit, on, child, nullptr);
  if (!each.empty()) out += heading(2, "What each practitioner thought", "views") + each;
  return out + said_in_reports(on, child);
}

/// What was sent and could not be put on file: the decision itself, or the practitioners' views.
struct Sent {
  const FormState* decision = nullptr;
  const FormState* views = nullptr;
};

/// The page, with what has to be said on top of it: that something is on file.
Response shown(const Visit& visit, const OnConference& on, Sent sent, const Html& on_top, int status) {
  if (on.children().empty()) return bare_error(404);
  const PersonId child = child_in_hand(visit, on);
  layout::Page page = conference_frame(visit, on, "Decisions");
  page.width = layout::Width::reading;
  if (const FormState* wrong = sent.decision ? sent.decision : sent.views; wrong && !wrong->problems.empty()) {
    page.has_errors = true;
    page.main = form_errors(deciding(on), *wrong) + page.main;
  }
  page.main += on_top + paragraph(on.title()) + children(visit, on, child);
  const ShownEntry* made = decision_for(on, child);
  const bool begun = may_make(deciding(on), visit.reader) && is_begun(visit, on, child);
  page.main += made && !sent.decision && !begun ? as_decided(visit, on, child, *made) : step_by_step(visit, on, child, sent.decision, sent.views);
  return answer(visit, std::move(page), status);
}

Response views_sent(Visit& visit, const OnConference& on, const PersonId& child) {
  FormState views;
  if (!may_put(visit, on, "practitioner_view")) return bare_error(404);
  if (put_views(visit, on, child, views)) return redirect(decision_address(visit, on, {{"child", child.value}}) + "#views");
  return shown(visit, on, {.views = &views}, {}, status_of(views.problems.front().kind));
}

/// A decision that is refused: its words kept, its problems beside their fields.
Response refused_decision(const Visit& visit, const OnConference& on, FormState state, Problems problems) {
  state.problems = std::move(problems);
  if (const auto kept = draft_sent(visit.form, visit.site.desk.now()); kept && keep_draft(visit, *kept)) state.kept_at = kept->saved;
  return shown(visit, on, {.decision = &state}, {}, status_of(state.problems.front().kind));
}

bool is_of(const Problems& problems, std::string_view field) {
  return std::all_of(problems.begin(), problems.end(), [&](const Problem& one) { return one.field == field; });
}

/// Puts a decision on file with the reasons for what it departs from, all or none, or asks for them again.
Response put_decision(Visit& visit, const OnConference& on, const PersonId& child, FormState state, Draft draft, Confirmation confirmation) {
  std::vector<Draft> drafts = {std::move(draft)};
  for (Draft& one : departures(visit, on, child, confirmation)) drafts.push_back(std::move(one));
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
  if (done) {
    drop_draft(visit);
    return redirect(decision_address(visit, on, {{"decided", child.value}}));
  }
  if (done.error().front().at == 0) return refused_decision(visit, on, std::move(state), std::move(done.error()));
  for (Problem& problem : done.error()) confirmation.problems.push_back({problem.message, "departs-" + problem.field});
  return confirmation_page(visit, on, child, state.given, confirmation);
}

}  // namespace

Response decision_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  const std::string decided = first_name(on->view, PersonId{std::string(visit.request.parameter("decided"))});
  const Html banner = decided.empty() ? Html{} : components::notification_banner({.text = fmt::format("The decision for {} is on file.", decided), .success = true});
  return shown(visit, *on, {}, banner, 200);
}

Response decision_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (on->children().empty() || !may_make(deciding(*on), visit.reader)) return bare_error(404);
  const PersonId child = child_in_hand(visit, *on);
  if (visit.field("step") == "views") return views_sent(visit, *on, child);
  FormState state;
  state.given = with_majority(*on, child, visit.form);
  if (visit.field("step") == "change") return shown(visit, *on, {.decision = &state}, {}, 200);
  Draft draft = read_draft(deciding(*on), state.given, state.problems);
  if (!state.problems.empty()) return shown(visit, *on, {.decision = &state}, {}, status_of(Problem::Kind::bad_input));
  Confirmation confirmation;
  confirmation.against_majority = draft.answers.contains("overrides_majority") && draft.answers.at("overrides_majority") == json::value(true);
  const bool confirmed = visit.field("step") == "confirm";
  auto tried = visit.site.desk.try_out(visit.file(), visit.reader, {draft});
  if (tried) confirmation.concerns = std::move(tried->concerns);
  else if (!confirmation.against_majority || !is_of(tried.error(), "basis_of_override")) return refused_decision(visit, *on, std::move(state), std::move(tried.error()));
  else if (confirmed) confirmation.problems = std::move(tried.error());
  if (waits_for_views(*on, child) && !decision_for(*on, child))
    return refused_decision(visit, *on, std::move(state), {{"Each practitioner’s view comes before the decision. Put their views on file, further up on this page: what you have typed here is kept.", "views", {}, Problem::Kind::conflict}});
  if (!confirmation.problems.empty() || (!confirmed && !confirmation.empty())) return confirmation_page(visit, *on, child, state.given, confirmation);
  return put_decision(visit, *on, child, std::move(state), std::move(draft), std::move(confirmation));
}

}  // namespace confer
