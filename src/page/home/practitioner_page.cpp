// What a practitioner of another agency finds: the conferences that they were invited to, today's and those ahead first. They run no list of a unit.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/home/lists.h"
#include "page/kept_form.h"

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

Html line_item(const Visit& visit, const ListLine& line) {
  const auto starts = Instant::parse(text(line.body, "starts"));
  Html what = html::element("strong", {{"class", "confer-line__what"}}, kind_in_words(visit, text(line.body, "kind")));
  what += html::element("span", {{"class", "confer-under"}}, fmt::format("{}, {}", lists::joined(line.body, "children"), text(line.body, "reference")));
  Html when = html::text(starts ? fmt::format("{} at {}", london_day(*starts).written(), london_time(*starts)) : std::string("No day is set"));
  if (const auto place = text(line.body, "place"); !place.empty()) when += html::element("span", {{"class", "confer-under"}}, place);
  Html open = html::text("Open");
  open += html::element("span", {{"class", "govuk-visually-hidden"}}, fmt::format(" the conference about {}", text(line.body, "reference")));
  Html out;
  out.open("li", {{"class", "confer-line confer-line--due"}});
  out += html::element("div", {}, what);
  out += lists::part("confer-line__when", "When", when);
  out += html::element("div", {{"class", "confer-line__act"}}, components::button({.html = open, .href = fmt::format("/conference/{}/{}", percent_encode(line.file.value), percent_encode(text(line.body, "conference"))),
                                                                                 .classes = "govuk-button--secondary confer-line__button"}));
  out.close("li");
  return out;
}

Html section(const Visit& visit, std::string_view heading, const std::vector<const ListLine*>& some) {
  if (some.empty()) return {};
  Html lines;
  for (const ListLine* line : some) lines += line_item(visit, *line);
  return html::element("h2", {{"class", "govuk-heading-m"}}, heading) + html::element("ul", {{"class", "govuk-list confer-lines"}}, lines);
}

}  // namespace

Response practitioner_home(Visit& visit) {
  ListQuery query;
  query.limit = lists::lines_a_page;
  query.offset = (lists::page_number(visit) - 1) * lists::lines_a_page;
  const ListPage list = visit.site.desk.conferences(visit.reader, query);
  std::vector<const ListLine*> ahead, past;
  for (const ListLine& line : list.lines) {
    const auto starts = Instant::parse(text(line.body, "starts"));
    (starts && london_day(*starts) < visit.today() ? past : ahead).push_back(&line);
  }
  std::reverse(ahead.begin(), ahead.end());   // the nearest first
  layout::Page page;
  page.title = "Your conferences";
  page.width = layout::Width::wide;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "Your conferences");
  page.main += begun_block(visit);
  if (list.lines.empty()) page.main += html::element("p", {{"class", "govuk-body"}}, "You are invited to no conference at the moment. The families that you work with stand under Families.");
  page.main += section(visit, "Today and ahead", ahead);
  page.main += section(visit, "Past", past);
  page.main += lists::paging(visit, list.count, {});
  return answer(visit, std::move(page), 200, Place_in_site::due);
}

}  // namespace confer
