// What a practitioner of another agency finds: the conferences that they were invited to, today's and those ahead first. They run no list of a unit.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/home/lists.h"
#include "page/kept_form.h"

namespace confer {
namespace {

using lists::text;

Html section(const Visit& visit, std::string_view heading, const std::vector<const ListLine*>& some) {
  if (some.empty()) return {};
  Html lines;
  for (const ListLine* line : some) lines += lists::conference_item(visit, *line);
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
