// The middle of the page of the day: what is said in the part that is on, and the plan, each with the form that adds to it.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/day.h"
#include "page/words.h"

namespace confer::day {
namespace {

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

/// What a corner's form begins with: what was sent of it and could not be put on file, or nothing yet.
FormState corner(const Standpoint& at, std::string_view type) {
  FormState state;
  state.shape = FormShape::quick;
  state.id_prefix = prefix_of(type);
  if (at.form != type) return state;
  state.given = at.given;
  state.problems = at.problems;
  return state;
}

/// The form as it stands in the page; it is sent to the page itself, which shows it again where something is wrong with it.
Html corner_form_of(const Visit& visit, const OnConference& on, const Standpoint& at, std::string_view type, FormState state, std::string_view button) {
  return corner_form(visit, on, type, std::move(state), button, address(visit, on, at), {conference_address(visit, on, "/day" + query_string({{"corner", std::string(type)}})), {{"corner", std::string(type)}, {"part", at.part}, {"step", at.step}}});
}

/// What the writer's last statement in this part was about, and where it stood; null before their first.
const ShownEntry* last_statement(const Visit& visit, const OnConference& on, std::string_view part) {
  const ShownEntry* last = nullptr;
  for (const ShownEntry* one : said_in(on, part))
    if (one->by == visit.reader.person) last = one;
  return last;
}

/// The form for the next statement: heading and children begin as the writer's last one in this part had them; before the first, of several children
/// none is ticked, since what is said of one must not reach the others' readers. Its kind never begins with anything: hearsay must not become a fact
/// because nobody looked.
Html next_statement(const Visit& visit, const OnConference& on, const Standpoint& at) {
  FormState state = corner(at, "statement");
  state.settled = {"report", "audience", "happened"};
  const bool own_known = at.part != "own_part" || !on.conference->text("own_part_of").empty();
  if (own_known) state.settled.emplace_back("own_part_of");
  if (at.form != "statement") {
    state.given = {{"audience", at.part}};
    if (at.part == "own_part" && own_known) state.given.emplace_back("own_part_of", on.conference->text("own_part_of"));
    give_day(state.given, "happened", on.day(visit.today()));
    const ShownEntry* last = last_statement(visit, on, at.part);
    const auto begins = last ? last->about : on.children().size() == 1 ? on.children() : std::vector<PersonId>{};
    for (const PersonId& child : begins) state.given.emplace_back("about", child.value);
    if (last) state.given.emplace_back("heading", last->text("heading"));
    if (visit.request.parameter("next") == "statement") state.starts_at = "words";
  }
  return html::element("div", {{"class", "confer-quick"}, {"id", "say"}}, heading(2, "Write what is said") + corner_form_of(visit, on, at, "statement", std::move(state), "Add"));
}

/// A part whose list is empty: who is in it decides who may read what is said in it, so the list comes first.
Html list_first(const OnConference& on, const Standpoint& at) {
  return components::warning_text({.text = fmt::format("Nobody is on the list of this part yet: {}. Put those who are in the room on the list first. It decides who may read what is said here.", title_in(*on.procedure, "part", at.part))});
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
  const std::size_t of_the_day = on.list("board").size();
  std::size_t place = 0;
  for (const ListItem& item : on.headings()) group(item.id, item.title.en, place++ < of_the_day);
  group("", "Elsewhere", false);
  return out;
}

Html next_action(const Visit& visit, const OnConference& on, const Standpoint& at) {
  FormState state = corner(at, "plan_action");
  for (const PersonId& child : on.children())
    if (outline_plan_of(on, child)) state.among["about"].push_back(child);
  if (state.among["about"].empty()) return {};
  const ShownEntry* last = nullptr;
  for (const ShownEntry* one : on.standing("plan_action"))
    if (one->by == visit.reader.person) last = one;
  const auto& planned = state.among["about"];
  const PersonId child = last && !last->about.empty() ? last->about.front() : planned.size() == 1 ? planned.front() : PersonId{};
  if (at.form != "plan_action" && !child.empty()) state.given = {{"about", child.value}};
  return html::element("div", {{"class", "confer-quick"}, {"id", "act"}}, heading(3, "Add an action") + corner_form_of(visit, on, at, "plan_action", std::move(state), "Add this action"));
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

/// The record types that the page has a corner's form for.
bool is_a_corner(std::string_view type) { return !prefix_of(type).empty(); }

}  // namespace

std::string_view prefix_of(std::string_view type) noexcept { return type == "statement" ? "statement-" : type == "plan_action" ? "action-" : std::string_view{}; }

Html board_column(const Visit& visit, const OnConference& on, const Standpoint& at) {
  const bool runs = runs_the_day(visit, on), listed = at.part == "open_part" || anybody_in(on, at.part);
  const Html write = !runs ? Html{} : listed ? next_statement(visit, on, at) : list_first(on, at);
  return write + board(visit, on, at) + plan(visit, on, at);
}

Standpoint corner_sent(Visit& visit, const OnConference& on, Standpoint at) {
  const std::string type(visit.field("corner"));
  at.form = type;
  at.given = visit.form;
  if (!is_a_corner(type) || !may_put(visit, on, type)) {
    at.problems.push_back({"There is no such form here.", {}, {}, Problem::Kind::not_found});
    return at;
  }
  Draft draft = read_draft(*on.procedure->record(type), visit.form, at.problems);
  if (!at.problems.empty()) return at;
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, {std::move(draft)});
  if (done) {
    drop_draft(visit);
    return at;
  }
  at.problems = std::move(done.error());
  FormState state{.given = at.given, .problems = at.problems};
  take_new_key_where_used(visit, state);
  at.given = std::move(state.given);
  at.problems = std::move(state.problems);
  return at;
}

}  // namespace confer::day
