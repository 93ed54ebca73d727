// The people of the authority: who has an account, in which role and where, for those who run the unit. Nothing of any family stands here.
#include <fmt/format.h>

#include <algorithm>

#include "desk/colleagues.h"
#include "page/components/components.h"
#include "page/home/lists.h"

namespace confer {
namespace {

bool is_for(const Visit& visit) { return visit.site.desk.shows_to_role(visit.reader.role, "accounts") && visit.site.desk.own_procedure(); }

Html state_of(const Colleague& one) {
  if (!one.may_sign_in) return components::tag({.text = "Closed", .classes = "govuk-tag--grey"});
  if (one.name.empty()) return components::tag({.text = "No name yet", .classes = "govuk-tag--yellow"});
  return html::text("Open");
}

components::TableRow row_of(const Colleague& one) {
  return {{.text = one.name.empty() ? one.account : one.name}, {.text = one.role_title}, {.text = one.workplace}, {.text = one.team}, {.html = state_of(one)}};
}

Html search_form(const Visit& visit, const std::string& words) {
  const Html fields = components::input({.name = "search", .label = {.text = "Search by name, role, workplace or team"}, .value = words, .spellcheck = false, .classes = "govuk-input--width-20"}) +
                      components::button({.text = "Search", .classes = "govuk-button--secondary"});
  return html::element("div", {{"class", "confer-filter"}, {"role", "search"}}, form(visit, "/people", fields));
}

}  // namespace

Response accounts_page(Visit& visit) {
  if (!is_for(visit)) return bare_error(404);
  const std::string found(visit.request.parameter("found")), words = visit.site.desk.kept_search(visit.reader, found);
  const auto all = colleagues(visit.site.sign_in.accounts(), *visit.site.desk.own_procedure(), words);
  const std::size_t first = (lists::page_number(visit) - 1) * lists::lines_a_page;
  layout::Page page;
  page.title = "People of the authority";
  page.width = layout::Width::wide;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "People of the authority");
  page.main += html::element("p", {{"class", "govuk-body"}}, "Everyone who works with families and has an account. They can be put on a family’s file by name. Whoever runs Confer adds accounts, and says what somebody is called and where they work.");
  page.main += search_form(visit, words);
  if (first >= all.size()) page.main += html::element("p", {{"class", "govuk-body"}}, all.empty() && words.empty() ? "Nobody has an account yet." : all.empty() ? "Nobody fits these words. Try one name alone, or the first few letters of it." : "There is nothing on this page of the list. Go back to its first page.");
  else {
    const std::string range = lists::range_words(visit, all.size());
    page.main += html::element("h2", {{"class", "govuk-heading-m"}}, lists::counted(all.size(), "person", "people") + (range.empty() ? "" : ", " + range));
    components::Table table{.head = {{.text = "Name"}, {.text = "Role"}, {.text = "Workplace"}, {.text = "Team"}, {.text = "Account"}}, .first_cell_is_header = true};
    for (std::size_t at = first; at < std::min(first + lists::lines_a_page, all.size()); ++at) table.rows.push_back(row_of(all[at]));
    page.main += components::framed_table(std::move(table), "People of the authority", components::OnAPhone::stacks);
  }
  page.main += lists::paging(visit, all.size(), found.empty() ? Pairs{} : Pairs{{"found", found}});
  return answer(visit, std::move(page), 200, Place_in_site::people);
}

Response accounts_searched(Visit& visit) {
  if (!is_for(visit)) return bare_error(404);
  const std::string words = lists::cut_search(visit.field("search"));
  return redirect("/people" + query_string(words.empty() ? Pairs{} : Pairs{{"found", visit.site.desk.keep_search(visit.reader, words)}}));
}

}  // namespace confer
