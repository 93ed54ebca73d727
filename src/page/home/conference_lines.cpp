// A conference as a line of a list: of a practitioner's own, or above what is due for whoever chairs it, runs it or works with the family.
#include <fmt/format.h>

#include "page/components/components.h"
#include "page/home/lists.h"
#include "page/words.h"

namespace confer {
namespace {

using lists::text;

std::string kind_in_words(const Visit& visit, std::string_view kind) {
  const Described* own = visit.site.desk.own_procedure();
  const RecordType* type = own ? own->record("conference") : nullptr;
  const Question* question = type ? type->question("kind") : nullptr;
  if (question)
    for (const Choice& choice : own->choices(*question))
      if (choice.id == kind) return choice.title.en;
  return "Conference";
}

/// The way to it: for a practitioner of another agency their own page of it, for staff the page that it is prepared on.
std::string conference_page(const Visit& visit, const ListLine& line) {
  const std::string conference = percent_encode(text(line.body, "conference"));
  return standing_of(visit) == "staff" ? file_address(line.file, "/conferences/" + conference) : fmt::format("/conference/{}/{}", percent_encode(line.file.value), conference);
}

}  // namespace

Html lists::conference_item(const Visit& visit, const ListLine& line) {
  const auto starts = Instant::parse(text(line.body, "starts"));
  Html what = html::element("strong", {{"class", "confer-line__what"}}, kind_in_words(visit, text(line.body, "kind")));
  what += html::element("span", {{"class", "confer-under"}}, fmt::format("{}, {}", lists::joined(line.body, "children"), text(line.body, "reference")));
  Html when = html::text(starts ? fmt::format("{} at {}", london_day(*starts).written(), london_time(*starts)) : std::string("No day is set"));
  if (const auto place = text(line.body, "place"); !place.empty()) when += html::element("span", {{"class", "confer-under"}}, place);
  Html open = html::text("Open");
  open += hidden_words(fmt::format(" the conference about {}", text(line.body, "reference")));
  Html out;
  out.open("li", {{"class", "confer-line confer-line--due"}});
  out += html::element("div", {}, what);
  out += lists::part("confer-line__when", "When", when);
  out += html::element("div", {{"class", "confer-line__act"}}, components::button({.html = open, .href = conference_page(visit, line),
                                                                                 .classes = "govuk-button--secondary confer-line__button"}));
  out.close("li");
  return out;
}

Html lists::conferences_ahead(Visit& visit) {
  ListQuery query;
  query.until = visit.today().plus_days(a_look_ahead);
  query.limit = lines_a_page;
  const ListPage list = visit.site.desk.conferences(visit.reader, query);
  Html lines;
  for (auto line = list.lines.rbegin(); line != list.lines.rend(); ++line) {   // the latest stand first
    const auto starts = Instant::parse(text(line->body, "starts"));
    if (starts && london_day(*starts) >= visit.today()) lines += conference_item(visit, *line);
  }
  if (lines.empty()) return {};
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Your conferences, today and in the next seven days") +
         html::element("ul", {{"class", "govuk-list confer-lines"}}, lines);
}

}  // namespace confer
