// The day of the conference, for chair and minute-taker: agenda, board and plan, who is here, quorum; one part of the conference at a time.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/words.h"

namespace confer {
namespace {

/// Where the page stands: in which part, at which step of the agenda, and what was typed for the attendance that could not be put on file.
struct Standpoint {
  std::string part;
  std::string step;
  Pairs given = {};
  Problems problems = {};
};

std::vector<std::string> parts_of(const OnConference& on) {
  std::vector<std::string> out;
  for (const ListItem& item : on.procedure->list("part"))
    for (const std::string_view part : on.conference->list("parts"))
      if (part == item.id) out.push_back(item.id);
  if (out.empty()) out.emplace_back("open_part");
  return out;
}

Standpoint standpoint(const Visit& visit, const OnConference& on) {
  const auto one_of = [&](std::string_view name) { return std::string(visit.field(name).empty() ? visit.request.parameter(name) : visit.field(name)); };
  Standpoint at{one_of("part"), one_of("step")};
  const auto parts = parts_of(on);
  if (std::find(parts.begin(), parts.end(), at.part) == parts.end()) at.part = parts.front();
  const auto& agenda = on.procedure->list("agenda");
  const bool known = std::any_of(agenda.begin(), agenda.end(), [&](const ListItem& item) { return item.id == at.step; });
  if (!known) at.step = agenda.empty() ? std::string{} : agenda.front().id;
  return at;
}

std::string address(const Visit& visit, const OnConference& on, const Standpoint& at, Pairs more = {}) {
  Pairs query = {{"part", at.part}};
  if (!at.step.empty()) query.emplace_back("step", at.step);
  query.insert(query.end(), more.begin(), more.end());
  return conference_address(visit, on, "/day" + query_string(query));
}

/// Whoever keeps the list of who came runs the day: their page has forms.
bool runs_the_day(const Visit& visit, const OnConference& on) { return may_put(visit, on, "attendance"); }

Html switch_of_parts(const Visit& visit, const OnConference& on, const Standpoint& at) {
  Html items;
  for (const std::string& part : parts_of(on)) {
    const bool here = part == at.part;
    Html inner = html::element("a", {{"class", "confer-parts__link"}, {"href", address(visit, on, {part, at.step})}, html::unless_empty("aria-current", here ? "true" : "")},
                               title_in(*on.procedure, "part", part) + (here ? ": on now" : ""));
    items += html::element("li", {{"class", "confer-parts__item"}}, inner);
  }
  Html out = html::element("nav", {{"class", "confer-parts"}, {"aria-label", "Part of the conference"}}, html::element("ul", {{"class", "confer-parts__list"}}, items));
  if (const auto words = on.procedure->words.find("day_" + at.part); words != on.procedure->words.end())
    out += html::element("p", {{"class", "govuk-body confer-day__words"}}, words->second.en);
  return out;
}

Html agenda(const Visit& visit, const OnConference& on, const Standpoint& at) {
  const auto& steps = on.procedure->list("agenda");
  if (steps.empty()) return {};
  Html items, next;
  for (std::size_t index = 0; index < steps.size(); ++index) {
    const bool here = steps[index].id == at.step;
    Html step = html::element("a", {{"class", "govuk-link"}, {"href", address(visit, on, {at.part, steps[index].id})}, html::unless_empty("aria-current", here ? "step" : "")}, steps[index].title.en);
    if (here && !steps[index].hint.en.empty()) step += html::element("span", {{"class", "confer-under"}}, steps[index].hint.en);
    items += html::element("li", {{"class", here ? "confer-agenda__step confer-agenda__step--now" : "confer-agenda__step"}}, step);
    if (here && index + 1 < steps.size())
      next = components::button({.text = "Next step", .href = address(visit, on, {at.part, steps[index + 1].id}), .classes = "govuk-button--secondary"});
  }
  return heading(2, "Agenda") + html::element("ol", {{"class", "govuk-list govuk-list--number confer-agenda"}}, items) + next;
}

Html ways(const Visit& visit, const OnConference& on) {
  Html items = html::element("li", {}, link(conference_address(visit, on, "/room"), "Screen for the room"));
  items += html::element("li", {}, link(conference_address(visit, on, "/decision"), "Decisions"));
  items += html::element("li", {}, link(conference_address(visit, on), "Preparation"));
  return html::element("ul", {{"class", "govuk-list"}}, items);
}

/// Whether a statement was said in this part. Who may not see for whom it was meant sees only what was meant for them.
bool was_said_in(const ShownEntry& statement, std::string_view part) {
  const std::string_view audience = statement.text("audience");
  return audience.empty() ? statement.text("report").empty() && part == "open_part" : audience == part;
}

std::vector<const ShownEntry*> said_in(const OnConference& on, std::string_view part) {
  std::vector<const ShownEntry*> out = on.standing("statement");
  std::erase_if(out, [&](const ShownEntry* one) { return !was_said_in(*one, part); });
  return out;
}

/// The form for the next statement: heading and children begin as the writer's last one in this part had them. Its kind never does: hearsay must not
/// become a fact because nobody looked.
Html next_statement(const Visit& visit, const OnConference& on, const Standpoint& at) {
  FormState state;
  state.shape = FormShape::quick;
  state.id_prefix = "statement-";
  state.settled = {"report", "audience", "happened"};
  state.given = {{"audience", at.part}};
  if (at.part != "own_part") state.settled.emplace_back("own_part_of");
  else if (!on.conference->text("own_part_of").empty()) {
    state.settled.emplace_back("own_part_of");
    state.given.emplace_back("own_part_of", on.conference->text("own_part_of"));
  }
  give_day(state.given, "happened", on.day(visit.today()));
  const ShownEntry* last = nullptr;
  for (const ShownEntry* one : said_in(on, at.part))
    if (one->by == visit.reader.person) last = one;
  for (const PersonId& child : last ? last->about : on.children()) state.given.emplace_back("about", child.value);
  if (last) state.given.emplace_back("heading", last->text("heading"));
  if (visit.request.parameter("next") == "statement") state.starts_at = "words";
  return html::element("div", {{"class", "confer-quick"}, {"id", "say"}},
                       heading(2, "Write what is said") + corner_form(visit, on, "statement", std::move(state), "Add", address(visit, on, at, {{"next", "statement"}})));
}

Html board(const Visit& visit, const OnConference& on, const Standpoint& at) {
  const auto said = said_in(on, at.part);
  const std::string back = runs_the_day(visit, on) ? address(visit, on, at) : std::string{};
  Html out = heading(2, fmt::format("Board: {}", title_in(*on.procedure, "part", at.part)));
  const auto group = [&](std::string_view id, std::string_view title, bool even_empty) {
    std::vector<const ShownEntry*> some;
    for (const ShownEntry* one : said)
      if (one->text("heading") == id) some.push_back(one);
    if (!some.empty() || even_empty) out += html::element("section", {{"class", "confer-board__part"}}, heading(3, title) + statements_as_read(visit, on, some, back, "Nothing yet."));
  };
  for (const ListItem& item : on.procedure->list("board")) group(item.id, item.title.en, true);
  group("", "Elsewhere", false);
  return out;
}

Html next_action(const Visit& visit, const OnConference& on, const Standpoint& at) {
  FormState state;
  state.shape = FormShape::quick;
  state.id_prefix = "action-";
  for (const PersonId& child : on.children())
    if (outline_plan_of(on, child)) state.among["about"].push_back(child);
  if (state.among["about"].empty()) return {};
  const ShownEntry* last = nullptr;
  for (const ShownEntry* one : on.standing("plan_action"))
    if (one->by == visit.reader.person) last = one;
  const PersonId child = last && !last->about.empty() ? last->about.front() : state.among["about"].front();
  state.given = {{"about", child.value}};
  return html::element("div", {{"class", "confer-quick"}, {"id", "act"}},
                       heading(3, "Add an action") + corner_form(visit, on, "plan_action", std::move(state), "Add this action", address(visit, on, at) + "#act"));
}

Html plan(const Visit& visit, const OnConference& on, const Standpoint& at) {
  if (at.part != "open_part") return paragraph("The plan is written in the open part, since it reaches the family.");
  const bool runs = runs_the_day(visit, on) && may_put(visit, on, "outline_plan");
  const std::string back = runs ? address(visit, on, at) + "#plan" : std::string{};
  Html out = heading(2, "Outline plan", "plan");
  for (const PersonId& child : on.children()) {
    out += heading(3, fmt::format("Plan for {}", first_name(on.view, child)));
    if (outline_plan_of(on, child)) out += plan_as_read(visit, on, child, back, 4);
    else if (runs) out += html::element("p", {{"class", "govuk-body"}}, link(record_address(visit, "outline_plan", {{"about", child.value}, {"conference", on.id().value}, {"back", back}}),
                                                                           "Write what has to change", fmt::format(" for {}", first_name(on.view, child))));
    else out += html::element("p", {{"class", "govuk-body-s confer-nothing"}}, "Not written yet.");
  }
  return runs ? out + next_action(visit, on, at) : out;
}

const ShownEntry* attendance_of(const OnConference& on, std::string_view person) {
  for (const ShownEntry* one : on.standing("attendance"))
    if (one->text("person") == person) return one;
  return nullptr;
}

/// Whether an attendance, or an invitation, is for this part.
bool is_here(const ShownEntry& entry, std::string_view part) {
  const auto parts = entry.list("parts");
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

/// Who is in this part. To a reader who may not see the parts, everyone whose attendance they may see.
Html here(const Visit& visit, const OnConference& on, const Standpoint& at) {
  Html items, away;
  for (const ShownEntry* one : on.standing("attendance")) {
    const ShownPerson* person = on.view.person(one->text("person"));
    if (!person) continue;
    const bool knows_parts = one->answers.contains("parts") || one->answers.contains("how");
    Html line = html::text(person->name);
    if (!person->role_title.empty()) line += html::text(", " + person->role_title);
    if (one->text("how") != "in_person" && !one->text("how").empty()) line += html::text(" – ") + answer_of(on, *one, "how");
    if (runs_the_day(visit, on)) line += html::text(" · ") + link(correction_address(visit, *one, address(visit, on, at)), "Correct", " attendance of " + person->name);
    if (one->text("how") == "apologies") away += html::element("li", {}, line);
    else if (!knows_parts || is_here(*one, at.part)) items += html::element("li", {}, line);
  }
  Html out = heading(2, "Who is here in this part");
  out += items.empty() ? html::element("p", {{"class", "govuk-body-s confer-nothing"}}, "Nobody is on the list yet.") : html::element("ul", {{"class", "govuk-list confer-here"}}, items);
  if (!away.empty()) out += heading(3, "Sent apologies") + html::element("ul", {{"class", "govuk-list confer-here"}}, away);
  return out;
}

/// Everyone invited who is not on the list of this part. In the professionals' part only those invited to it: a parent is not put there by a slip.
std::vector<const ShownEntry*> not_here(const OnConference& on, std::string_view part) {
  std::vector<const ShownEntry*> out;
  for (const ShownEntry* invitation : on.standing("invitation")) {
    if (part == "professionals_part" && !is_here(*invitation, part)) continue;
    const ShownEntry* attendance = attendance_of(on, invitation->text("person"));
    if (!attendance || (!is_here(*attendance, part) && attendance->text("how") != "apologies")) out.push_back(invitation);
  }
  return out;
}

std::vector<std::string> given_all(const Pairs& given, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& [key, value] : given)
    if (key == name) out.push_back(value);
  return out;
}

Html attendance_form(const Visit& visit, const OnConference& on, const Standpoint& at) {
  FormState state;
  state.shape = FormShape::quick;
  state.given = at.given;
  if (at.given.empty()) state.given = {{"key", visit.site.desk.new_id()}};
  resume(visit, {visit.file(), "attendance", {{"conference", on.id().value}, {"part", at.part}, {"several", "yes"}}}, state);
  components::Checkboxes people{.name = "here", .fieldset = {.legend = {.text = "Who else is here?", .classes = "govuk-fieldset__legend--s"}}, .values = given_all(state.given, "here"), .classes = "govuk-checkboxes--small"};
  for (const Problem& problem : at.problems) people.error.text = problem.message;
  for (const ShownEntry* one : not_here(on, at.part)) {
    const ShownPerson* person = on.view.person(one->text("person"));
    const bool asked = is_here(*one, at.part);
    if (person) people.items.push_back({.value = person->id.value, .text = person->name, .hint = {.text = fmt::format("{}{}{}", person->role_title, person->role_title.empty() || asked ? "" : ". ", asked ? "" : "Not invited to this part")}});
  }
  Html out;
  if (!people.items.empty()) {
    const auto how = given_all(state.given, "how");
    components::Select ways{.name = "how", .label = {.text = "How do they take part?", .classes = "govuk-label--s"}, .value = how.empty() ? "in_person" : how.front()};
    for (const Choice& choice : on.procedure->choices(*on.procedure->record("attendance")->question("how"))) ways.items.push_back({.value = choice.id, .text = choice.title.en});
    Html content = components::checkboxes(people) + components::select(ways);
    for (const auto& [name, value] : Pairs{{"part", at.part}, {"step", at.step}}) content += html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    out += html::element("div", {{"class", "confer-quick"}},
                         kept_form(visit, state, conference_address(visit, on, "/day"), content + carried(state), {.send = "Put on the list", .send_classes = "govuk-button--secondary"}));
  }
  return out + html::element("p", {{"class", "govuk-body-s"}}, link(record_address(visit, "attendance", {{"conference", on.id().value}, {"parts", at.part}, {"back", address(visit, on, at)}}), "Somebody who was not invited"));
}

Html quorum(const Visit& visit, const OnConference& on, const Standpoint& at) {
  Html items;
  for (const PersonId& child : on.children())
    for (const ShownQuorum& one : on.view.quorum) {
      const ShownEntry* conference = on.view.entry(one.conference.value);
      if (one.child != child || !conference || conference->root != on.id()) continue;
      Html line = html::element("strong", {}, first_name(on.view, child)) + html::text(": " + one.words);
      if (!one.may_decide && may_put(visit, on, "quorum_decision"))
        line += html::text(" ") + link(record_address(visit, "quorum_decision", {{"about", child.value}, {"conference", on.id().value}, {"back", address(visit, on, at)}}), "Decide whether to go ahead",
                                       fmt::format(" for {}", first_name(on.view, child)));
      items += html::element("li", {}, line);
    }
  return items.empty() ? Html{} : heading(2, "May the conference decide?") + html::element("ul", {{"class", "govuk-list confer-quorum"}}, items);
}

Html column(std::string_view name, std::string_view label, const Html& content) {
  return html::element("section", {{"class", fmt::format("confer-day__{}", name)}, {"aria-label", label}}, content);
}

Response shown(const Visit& visit, const OnConference& on, const Standpoint& at, int status) {
  layout::Page page = conference_frame(visit, on, "The day");
  page.has_errors = !at.problems.empty();
  if (page.has_errors) {
    components::ErrorSummary summary;
    for (const Problem& problem : at.problems) summary.items.push_back({.text = problem.message, .href = "#here"});
    page.main = components::error_summary(summary) + page.main;
  }
  const bool runs = runs_the_day(visit, on);
  Html columns = column("agenda", "Agenda", agenda(visit, on, at) + ways(visit, on));
  columns += column("board", "Board", (runs ? next_statement(visit, on, at) : Html{}) + board(visit, on, at) + plan(visit, on, at));
  columns += column("people", "Who is here", here(visit, on, at) + (runs ? attendance_form(visit, on, at) : Html{}) + quorum(visit, on, at));
  page.main += html::element("p", {{"class", "govuk-body"}}, on.title());
  page.main += html::element("div", {{"class", fmt::format("confer-day confer-day--{}", at.part)}},
                             switch_of_parts(visit, on, at) + html::element("div", {{"class", "confer-day__columns"}}, columns));
  return answer(visit, std::move(page), status);
}

/// One person's attendance as the form of the record type would have sent it; one who is on the list already is there in this part too.
Pairs one_attendance(const Visit& visit, const OnConference& on, const Standpoint& at, const ShownEntry& invitation) {
  const RecordType& type = *on.procedure->record("attendance");
  const bool apologies = visit.field("how") == "apologies";
  if (const ShownEntry* known = attendance_of(on, invitation.text("person"))) {
    Pairs out = values_of(*known, type);
    if (!apologies) out.emplace_back("parts", at.part);
    out.emplace_back("corrects", known->id.value);
    return out;
  }
  Pairs out = {{"conference", on.id().value}, {"person", std::string(invitation.text("person"))}, {"as", std::string(invitation.text("as"))}, {"how", std::string(visit.field("how"))}};
  if (!apologies) out.emplace_back("parts", at.part);
  for (const PersonId& child : invitation.about) out.emplace_back("about", child.value);
  give_day(out, "happened", on.day(visit.today()));
  return out;
}

}  // namespace

Response day_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  return shown(visit, *on, standpoint(visit, *on), 200);
}

Response attendance_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (!runs_the_day(visit, *on)) return bare_error(404);
  Standpoint at = standpoint(visit, *on);
  at.given = visit.form;
  const std::string key(visit.field("key"));
  if (visit.site.desk.is_on_file(visit.file(), visit.reader, key)) return redirect(address(visit, *on, at));   // the same form, sent twice
  const auto ticked = visit.fields("here");
  std::vector<Draft> drafts;
  for (const ShownEntry* invitation : not_here(*on, at.part))
    if (std::find(ticked.begin(), ticked.end(), invitation->text("person")) != ticked.end()) {
      drafts.push_back(read_draft(*on->procedure->record("attendance"), one_attendance(visit, *on, at, *invitation), at.problems));
      if (!key.empty()) drafts.back().key = fmt::format("{}-{}", key, invitation->text("person"));
    }
  if (drafts.empty() && at.problems.empty()) at.problems.push_back({"Tick who is here.", "here"});
  if (at.problems.empty()) {
    const auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
    if (done) {
      drop_draft(visit);
      return redirect(address(visit, *on, at));
    }
    at.problems = done.error();
  }
  return shown(visit, *on, at, status_of(at.problems.front().kind));
}

}  // namespace confer
