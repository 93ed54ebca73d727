// The day of the conference, for chair and minute-taker: agenda, board and plan, who is here, quorum; one part of the conference at a time.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/day.h"
#include "page/words.h"

namespace confer {
namespace day {
namespace {

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
  const auto agenda = on.list("agenda");
  const bool known = std::any_of(agenda.begin(), agenda.end(), [&](const ListItem& item) { return item.id == at.step; });
  if (!known) at.step = agenda.empty() ? std::string{} : agenda.front().id;
  return at;
}

/// The other parts, each with the way over to it.
Html ways_over(const Visit& visit, const OnConference& on, const Standpoint& at) {
  Html out;
  for (const std::string& part : parts_of(on))
    if (part != at.part)
      out += components::button({.text = fmt::format("Close this part and open: {}", title_in(*on.procedure, "part", part)), .href = address(visit, on, {part, at.step}), .classes = fmt::format("confer-part__over confer-part__over--{}", part)});
  return out;
}

/// The large switch: which part is on, in its colour and in words, and the way over to the others.
Html switch_of_parts(const Visit& visit, const OnConference& on, const Standpoint& at) {
  const std::string title = title_in(*on.procedure, "part", at.part);
  Html out = html::element("p", {{"class", "confer-part__now"}}, is_today(visit, on) ? fmt::format("{}: on now", title) : title);
  if (const auto words = on.procedure->words.find("day_" + at.part); words != on.procedure->words.end()) out += html::element("p", {{"class", "confer-part__words"}}, words->second.en);
  return html::element("nav", {{"class", "confer-part"}, {"aria-label", "Part of the conference"}}, out + ways_over(visit, on, at));
}

/// Before and after its day: when the conference is or was.
Html when_it_is(const Visit& visit, const OnConference& on) {
  const auto starts = on.starts();
  if (!starts || is_today(visit, on)) return {};
  const bool ahead = london_day(*starts) > visit.today();
  const std::string when = fmt::format("{} at {}", london_day(*starts).written(), london_time(*starts));
  return components::inset_text({.text = ahead ? fmt::format("This conference has not begun. It is on {}. What you write here now is dated today.", when) : fmt::format("This conference was on {}.", when)});
}

Html agenda(const Visit& visit, const OnConference& on, const Standpoint& at) {
  const auto steps = on.list("agenda");
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

Html column(std::string_view name, std::string_view label, const Html& content) {
  return html::element("section", {{"class", fmt::format("confer-day__{}", name)}, {"aria-label", label}}, content);
}

/// What is wrong in the form that was sent, each with the way to its field.
Html errors(const OnConference& on, const Standpoint& at) {
  if (at.problems.empty()) return {};
  if (const RecordType* type = on.procedure->record(at.form); type && at.form != "attendance") return form_errors(*type, {.problems = at.problems, .id_prefix = std::string(prefix_of(at.form))});
  components::ErrorSummary summary;
  for (const Problem& problem : at.problems) summary.items.push_back({.text = problem.message, .href = "#here"});
  return components::error_summary(summary);
}

Response shown(const Visit& visit, const OnConference& on, const Standpoint& at, int status) {
  layout::Page page = conference_frame(visit, on, "The day");
  page.has_errors = !at.problems.empty();
  page.main = errors(on, at) + page.main;
  // In the order in which it is read on a phone: who is here, the board, the agenda.
  Html columns = column("people", "Who is here", people_column(visit, on, at));
  columns += column("board", "Board", board_column(visit, on, at));
  columns += column("agenda", "Agenda", agenda(visit, on, at) + ways(visit, on));
  page.main += paragraph(on.title()) + when_it_is(visit, on);
  page.main += html::element("div", {{"class", fmt::format("confer-day confer-day--{}", at.part)}},
                             switch_of_parts(visit, on, at) + html::element("div", {{"class", "confer-day__columns"}}, columns));
  return answer(visit, std::move(page), status);
}

/// Where the page goes on when a form of it is on file.
std::string next_place(const Visit& visit, const OnConference& on, const Standpoint& at) {
  if (at.form == "statement") return address(visit, on, at, {{"next", "statement"}}) + "#say";
  return address(visit, on, at) + (at.form == "plan_action" ? "#act" : "");
}

}  // namespace

std::string address(const Visit& visit, const OnConference& on, const Standpoint& at, Pairs more) {
  Pairs query = {{"part", at.part}};
  if (!at.step.empty()) query.emplace_back("step", at.step);
  query.insert(query.end(), more.begin(), more.end());
  return conference_address(visit, on, "/day" + query_string(query));
}

/// Whoever keeps the list of who came runs the day: their page has forms.
bool runs_the_day(const Visit& visit, const OnConference& on) { return may_put(visit, on, "attendance"); }

bool is_today(const Visit& visit, const OnConference& on) {
  const auto starts = on.starts();
  return !starts || london_day(*starts) == visit.today();
}

}  // namespace day

Response day_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  return day::shown(visit, *on, day::standpoint(visit, *on), 200);
}

Response day_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (!day::runs_the_day(visit, *on)) return bare_error(404);
  const day::Standpoint from = day::standpoint(visit, *on);
  const day::Standpoint at = visit.field("corner").empty() ? day::attendance_sent(visit, *on, from) : day::corner_sent(visit, *on, from);
  return at.problems.empty() ? redirect(day::next_place(visit, *on, at)) : day::shown(visit, *on, at, status_of(at.problems.front().kind));
}

}  // namespace confer
