// The screen in the room: the board of the open part and the plan, in large type. Nothing from any other part, nothing that tells where somebody
// is, nothing to press.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/words.h"

namespace confer {
namespace {

// How often the screen is brought up to date: soon enough that nobody waits for it.
constexpr int fresh_every_seconds = 10;

/// Said in the open part for certain: who may not see for whom a thing was meant shows nothing here.
bool may_stand_in_the_room(const ShownEntry& entry) {
  if (is_yes(entry, "tells_where")) return false;
  return entry.type == "plan_action" || entry.text("audience") == "open_part";
}

/// The entries of a type for the room, about one child where the address names one.
std::vector<const ShownEntry*> for_the_room(const Visit& visit, const OnConference& on, std::string_view type) {
  const PersonId child{std::string(visit.request.parameter("child"))};
  std::vector<const ShownEntry*> out = on.standing(type);
  std::erase_if(out, [&](const ShownEntry* one) { return !may_stand_in_the_room(*one) || (!child.empty() && !one->is_about(child)); });
  return out;
}

Html said(const OnConference& on, const ShownEntry& statement) {
  Html out = html::element("p", {{"class", "confer-said__words"}}, html::lines(statement.text("words")));
  std::string by(on.view.name(statement.text("whose")));
  if (statement.about.size() < on.children().size()) by += (by.empty() ? "About " : " · about ") + first_names(on.view, statement.about);
  if (!by.empty()) out += html::element("p", {{"class", "confer-said__by"}}, by);
  return html::element("li", {}, out);
}

Html board(const OnConference& on, const std::vector<const ShownEntry*>& statements) {
  Html columns;
  const auto group = [&](std::string_view id, std::string_view title) {
    Html items;
    for (const ShownEntry* one : statements)
      if (one->text("heading") == id) items += said(on, *one);
    if (!items.empty()) columns += html::element("section", {}, heading(2, title) + html::element("ul", {{"class", "govuk-list confer-said"}}, items));
  };
  for (const ListItem& item : on.headings()) group(item.id, item.title.en);
  group("", "Also said");
  return columns.empty() ? paragraph("Nothing stands on the board yet.") : html::element("div", {{"class", "confer-room__columns"}}, columns);
}

Html plan(const OnConference& on, const std::vector<const ShownEntry*>& actions) {
  Html out;
  for (const PersonId& child : on.children()) {
    Html items;
    for (const ShownEntry* one : actions) {
      if (!one->is_about(child)) continue;
      const auto by = Date::parse(one->text("by"));
      items += html::element("li", {}, html::element("strong", {}, on.view.name(one->text("who"))) + html::text(": ") + html::lines(one->text("what")) +
                                           (by ? html::element("span", {{"class", "confer-said__by"}}, fmt::format("By {}", by->written())) : Html{}));
    }
    if (!items.empty()) out += html::element("section", {}, heading(2, fmt::format("Plan for {}", first_name(on.view, child))) + html::element("ol", {{"class", "govuk-list govuk-list--number confer-said"}}, items));
  }
  return out.empty() ? out : html::element("div", {{"class", "confer-room__columns"}}, out);
}

}  // namespace

Response room_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  layout::Page page;
  page.title = "Screen for the room";
  page.width = layout::Width::wide;
  page.refresh_seconds = fresh_every_seconds;
  Html content = html::element("h1", {{"class", "govuk-heading-xl"}}, on->title());
  content += board(*on, for_the_room(visit, *on, "statement"));
  content += plan(*on, for_the_room(visit, *on, "plan_action"));
  content += html::element("p", {{"class", "confer-said__by"}}, "This screen brings itself up to date.");
  page.main = html::element("div", {{"class", "confer-room"}}, content);
  return {200, {{"content-type", "text/html; charset=utf-8"}}, layout::whole_page(page).release()};
}

}  // namespace confer
