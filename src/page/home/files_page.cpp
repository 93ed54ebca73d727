// The families one may know of: where their children are in the process, what comes next, who leads; and the search among them.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/home/lists.h"
#include "page/words.h"

namespace confer {
namespace {

using lists::text;

/// What was chosen, as the address says it. What was searched for stands there only when it is a reference: a name would reach histories and logs.
struct Sought {
  std::string search = {};
  Pairs kept = {};   ///< All but the page.
  ListQuery query = {};
};

Sought sought(const Visit& visit) {
  Sought out;
  const auto keep = [&](std::string_view name) {
    if (const std::string_view value = visit.request.parameter(name); !value.empty()) out.kept.emplace_back(name, value);
  };
  for (const char* name : {"search", "found", "whose", "order"}) keep(name);
  const std::string_view found = visit.request.parameter("found");
  out.search = found.empty() ? lists::cut_search(visit.request.parameter("search")) : visit.site.desk.kept_search(visit.reader, found);
  out.query.search = out.search;
  if (visit.request.parameter("whose") == "team") {
    out.query.whose = ListQuery::Whose::workers;
    out.query.workers = lists::team_of(visit);
  }
  if (visit.request.parameter("order") == "last_changed") out.query.order = ListQuery::Order::last_changed;
  out.query.limit = lists::lines_a_page;
  out.query.offset = (lists::page_number(visit) - 1) * lists::lines_a_page;
  return out;
}

/// Whether words are a family's reference and nothing more: letters, digits and hyphens, both letters and digits among them.
bool is_reference(std::string_view words) {
  const auto is_letter = [](char sign) { return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z'); };
  const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
  return std::all_of(words.begin(), words.end(), [&](char sign) { return is_letter(sign) || is_digit(sign) || sign == '-'; }) &&
         std::any_of(words.begin(), words.end(), is_letter) && std::any_of(words.begin(), words.end(), is_digit);
}

Html search_form(const Visit& visit, const Sought& now) {
  Html fields = components::input({.name = "search", .label = {.text = "Search by name, date of birth or reference"},
                                   .hint = {.text = "Accents and capitals make no difference. A date of birth as 27/3/2016."}, .value = now.search, .classes = "govuk-input--width-20"});
  components::Radios order{.name = "order", .fieldset = {.legend = {.text = "Order", .classes = "govuk-fieldset__legend--s"}},
                           .items = {{.value = "next_due", .text = "What is due next first"}, {.value = "last_changed", .text = "Last written to first"}},
                           .value = now.query.order == ListQuery::Order::last_changed ? "last_changed" : "next_due", .classes = "govuk-radios--small govuk-radios--inline"};
  fields += components::radios(order);
  if (!visit.session->account.team.empty())
    fields += components::radios({.name = "whose", .fieldset = {.legend = {.text = "Whose", .classes = "govuk-fieldset__legend--s"}},
                                  .items = {{.value = "everyone", .text = "All that I may see"}, {.value = "team", .text = "My team’s"}},
                                  .value = now.query.whose == ListQuery::Whose::workers ? "team" : "everyone", .classes = "govuk-radios--small govuk-radios--inline"});
  fields += components::button({.text = "Search", .classes = "govuk-button--secondary"});
  return html::element("div", {{"class", "confer-filter"}, {"role", "search"}}, form(visit, "/files", fields));
}

Html children(const ListLine& line, Date today) {
  Html out;
  const json::value* all = line.body.if_contains("children");
  if (!all || !all->is_array()) return out;
  for (const json::value& one : all->get_array()) {
    const json::object& child = one.get_object();
    const auto born = lists::day(child, "born"), expected = lists::day(child, "expected");
    std::string who(text(child, "name"));
    if (born) who += fmt::format(", {}", age_in_words(*born, today));
    else if (expected) who += fmt::format(", due {}", expected->written_short());
    Html said = html::text(who + " ") + components::tag({.text = std::string(text(child, "state_title")), .classes = std::string(state_colour(text(child, "state")))});
    out += html::element("div", {{"class", "confer-child-line"}}, said);
  }
  return out;
}

Html next(const ListLine& line, Date today) {
  const auto limit = lists::day(line.body, "next_limit");
  if (!limit) return html::element("span", {{"class", "confer-nothing"}}, "Nothing is due");
  Html out;
  if (*limit < today) out += components::tag({.text = "Late", .classes = "govuk-tag--red"}) + html::text(" ");
  return out + html::text(fmt::format("{}: {}", text(line.body, "next_what"), limit->written()));
}

/// The lead social worker; until there is one, who works with the family, and as what.
Html held_by(const Visit& visit, const ListLine& line) {
  const auto who = [](std::string_view name, std::string_view as) { return html::text(name) + html::element("span", {{"class", "confer-under"}}, as); };
  const Described* own = visit.site.desk.own_procedure();
  if (const auto lead = text(line.body, "lead_social_worker"); !lead.empty()) return who(lead, own ? upper_first(own->term("lead_worker").en) : std::string{});
  if (const json::value* worker = line.body.if_contains("works_with_them")) return who(text(worker->get_object(), "name"), text(worker->get_object(), "role_title"));
  return html::element("span", {{"class", "confer-nothing"}}, "Nobody yet");
}

components::TableRow row_of(const Visit& visit, const ListLine& line) {
  Html reference;
  reference.open("a", {{"class", "govuk-link govuk-!-font-weight-bold"}, {"href", file_address(line.file)}}).add_text(text(line.body, "reference")).close("a");
  return {{.html = reference}, {.html = children(line, visit.today())}, {.html = next(line, visit.today())}, {.html = held_by(visit, line)}};
}

Html nothing(const Sought& now, const ListPage& list) {
  const auto paragraph = [](std::string_view words) { return html::element("p", {{"class", "govuk-body"}}, words); };
  if (list.count > 0) return paragraph("There is nothing on this page of the list. Go back to its first page.");
  if (now.search.empty()) return paragraph(now.query.whose == ListQuery::Whose::workers ? "Nobody in your team leads a family that you may know of." : "There is no family that you work with here yet.");
  Html out = paragraph(fmt::format("No family that you may know of has “{}” in it.", now.search));
  Html hints = html::element("li", {}, "Try one name alone, or the first few letters of it.");
  hints += html::element("li", {}, "Write a date of birth as day, month and year: 27/3/2016.");
  hints += html::element("li", {}, "A family that you do not work with is not found, whether it is on file or not. Ask the Safeguarding Unit.");
  return out + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, hints);
}

}  // namespace

Response files_page(Visit& visit) {
  const Sought now = sought(visit);
  const ListPage list = visit.site.desk.files(visit.reader, now.query);
  layout::Page page;
  page.title = "Families";
  page.width = layout::Width::wide;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "Families");
  page.main += search_form(visit, now);
  if (may_open_files(visit)) page.main += components::button({.text = "Open a new file", .href = "/files/new", .classes = "govuk-button--secondary"});
  if (list.lines.empty()) page.main += nothing(now, list);
  else {
    const std::string range = lists::range_words(visit, list.count);
    page.main += html::element("h2", {{"class", "govuk-heading-m"}}, lists::counted(list.count, "family", "families") + (range.empty() ? "" : ", " + range));
    components::Table table{.head = {{.text = "Reference"}, {.text = "Children"}, {.text = "Next"}, {.text = "Who holds it"}}, .first_cell_is_header = true};
    for (const ListLine& line : list.lines) table.rows.push_back(row_of(visit, line));
    page.main += components::framed_table(std::move(table), "Families", components::OnAPhone::stacks);
  }
  page.main += lists::paging(visit, list.count, now.kept);
  return answer(visit, std::move(page), 200, Place_in_site::files);
}

Response files_searched(Visit& visit) {
  const std::string words = lists::cut_search(visit.field("search"));
  Pairs kept;
  if (is_reference(words)) kept.emplace_back("search", words);
  else if (!words.empty()) kept.emplace_back("found", visit.site.desk.keep_search(visit.reader, words));
  for (const char* name : {"whose", "order"})
    if (const std::string_view value = visit.field(name); value == "team" || value == "last_changed") kept.emplace_back(name, value);
  return redirect("/files" + query_string(kept));
}

}  // namespace confer
