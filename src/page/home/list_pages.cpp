// The two lists a day begins with: what is due, and the families one may know of.
#include <fmt/format.h>

#include <charconv>

#include "page/components/components.h"
#include "page/kept_form.h"
#include "page/page.h"
#include "page/words.h"

namespace confer {
namespace {

constexpr std::size_t lines_a_page = 50;

std::string_view text(const json::object& body, std::string_view name) {
  const json::value* value = body.if_contains(name);
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view{};
}

std::optional<Date> day(const json::object& body, std::string_view name) {
  const auto read = Date::parse(text(body, name));
  return read ? std::optional(*read) : std::nullopt;
}

/// How a limit stands to a day.
enum class Urgency { late, today, seven_days, later, no_number };

Urgency urgency(const json::object& body, Date today) {
  const auto limit = day(body, "limit");
  constexpr int a_look_ahead = 7;   // days, today not counted
  if (!limit) return Urgency::no_number;
  if (*limit < today) return Urgency::late;
  if (*limit == today) return Urgency::today;
  return *limit <= today.plus_days(a_look_ahead) ? Urgency::seven_days : Urgency::later;
}

std::string_view heading(Urgency urgency) {
  switch (urgency) {
    case Urgency::late: return "Late";
    case Urgency::today: return "Today";
    case Urgency::seven_days: return "The next seven days";
    case Urgency::later: return "Later";
    case Urgency::no_number: return "As soon as possible";
  }
  mistake("every urgency has a heading", __FILE__, __LINE__);
}

std::string joined(const json::object& body, std::string_view name) {
  std::string out;
  const json::value* list = body.if_contains(name);
  if (list && list->is_array())
    for (const json::value& one : list->get_array())
      if (one.is_string()) out += (out.empty() ? "" : ", ") + std::string(one.get_string());
  return out;
}

Html when_cell(const json::object& body, Urgency urgency) {
  const auto limit = day(body, "limit");
  Html out;
  if (!limit) return html::text(text(body, "no_number"));
  if (urgency == Urgency::late) out += components::tag({.text = "Late", .classes = "govuk-tag--red"}) + html::text(" ");
  out += html::text(limit->written());
  if (const auto at = Instant::parse(text(body, "limit_at"))) out += html::text(", " + london_time(*at));
  return out;
}

Html why_cell(const json::object& body) {
  Html more = html::element("p", {{"class", "govuk-body-s"}}, text(body, "why"));
  more += html::element("p", {{"class", "govuk-body-s"}}, fmt::format("{}. Whose duty: {}.", text(body, "source"), text(body, "owner_title")));
  return components::details({.summary_text = "Why this day", .html = more, .classes = "confer-why"});
}

components::TableRow due_row(const ListLine& line, Urgency urgency) {
  Html what;
  what.open("a", {{"class", "govuk-link"}, {"href", file_address(line.file)}}).add_text(joined(line.body, "children")).close("a");
  what += html::element("span", {{"class", "confer-hint"}}, fmt::format(" {}", text(line.body, "reference")));
  return {{.html = what}, {.text = std::string(text(line.body, "what"))}, {.html = when_cell(line.body, urgency)}, {.html = why_cell(line.body)}};
}

std::size_t page_number(const Visit& visit) {
  const std::string_view asked = visit.request.parameter("page");
  std::size_t number = 1;
  std::from_chars(asked.data(), asked.data() + asked.size(), number);
  return std::clamp<std::size_t>(number, 1, 10'000);
}

Html paging(const Visit& visit, std::size_t count, Pairs kept) {
  const std::size_t current = page_number(visit), last = (count + lines_a_page - 1) / lines_a_page;
  if (last <= 1) return {};
  const auto to = [&](std::size_t number) {
    Pairs query = kept;
    query.emplace_back("page", fmt::format("{}", number));
    return visit.request.path + query_string(query);
  };
  components::Pagination pagination;
  if (current > 1) pagination.previous.href = to(current - 1);
  if (current < last) pagination.next.href = to(current + 1);
  std::size_t before = 0;
  for (std::size_t number = 1; number <= last; ++number) {
    if (number != 1 && number != last && (number + 2 < current || number > current + 2)) continue;
    if (number > before + 1) pagination.items.push_back({.ellipsis = true});
    pagination.items.push_back({.number = fmt::format("{}", number), .href = to(number), .current = number == current});
    before = number;
  }
  return components::pagination(pagination);
}

Html child_tags(const json::object& body, Date today) {
  Html out;
  const json::value* children = body.if_contains("children");
  if (!children || !children->is_array()) return out;
  for (const json::value& one : children->get_array()) {
    const json::object& child = one.get_object();
    const auto born = day(child, "born");
    out.open("div", {{"class", "confer-child-line"}});
    out.add_text(born ? fmt::format("{}, {} ", text(child, "name"), age_on(*born, today)) : fmt::format("{} ", text(child, "name")));
    out += components::tag({.text = std::string(text(child, "state_title")), .classes = std::string(state_colour(text(child, "state")))});
    out.close("div");
  }
  return out;
}

}  // namespace

Response due_page(Visit& visit) {
  const bool mine = visit.request.parameter("whose") != "everyone";
  const std::size_t current = page_number(visit);
  ListQuery query{{}, mine ? ListQuery::Whose::mine : ListQuery::Whose::everyone, lines_a_page, (current - 1) * lines_a_page};
  const ListPage list = visit.site.desk.due(visit.reader, query);
  layout::Page page;
  page.title = "What is due";
  page.width = layout::Width::wide;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "What is due");
  page.main += begun_block(visit);
  page.main += components::sub_navigation({.label = "Whose", .items = {{.text = "Mine to do", .href = "/", .active = mine}, {.text = "Everyone's on my families", .href = "/?whose=everyone", .active = !mine}}});
  page.main += html::element("p", {{"class", "govuk-body"}}, fmt::format("{} {} still to be done. Late first.", list.count, list.count == 1 ? "thing is" : "things are"));
  std::optional<Urgency> group;
  std::vector<components::TableRow> rows;
  const auto flush = [&] {
    if (!group || rows.empty()) return;
    page.main.open("div", {{"class", "confer-scrolls"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", heading(*group)}});
    page.main += components::table({.caption = std::string(heading(*group)), .caption_classes = "govuk-table__caption--m",
                                    .head = {{.text = "Children"}, {.text = "What"}, {.text = "By"}, {.text = "Why"}}, .rows = std::move(rows)});
    page.main.close("div");
    rows.clear();
  };
  for (const ListLine& line : list.lines) {
    const Urgency urgent = urgency(line.body, visit.today());
    if (group != urgent) {
      flush();
      group = urgent;
    }
    rows.push_back(due_row(line, urgent));
  }
  flush();
  page.main += paging(visit, list.count, mine ? Pairs{} : Pairs{{"whose", "everyone"}});
  return answer(visit, std::move(page), 200, Place_in_site::due);
}

Response files_page(Visit& visit) {
  const std::string search(visit.request.parameter("search"));
  const std::size_t current = page_number(visit);
  const ListPage list = visit.site.desk.files(visit.reader, {search.substr(0, 200), ListQuery::Whose::everyone, lines_a_page, (current - 1) * lines_a_page});
  layout::Page page;
  page.title = "Families";
  page.width = layout::Width::wide;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "Families");
  page.main.open("form", {{"method", "get"}, {"action", "/files"}, {"role", "search"}});
  page.main += components::input({.name = "search", .label = {.text = "Search by name, date of birth or reference"}, .hint = {.text = "A date of birth as 2016-03-27"},
                                  .value = search, .classes = "govuk-input--width-20"});
  page.main += components::button({.text = "Search", .classes = "govuk-button--secondary"});
  page.main.close("form");
  if (may_open_files(visit)) page.main += components::button({.text = "Open a new file", .href = "/files/new", .classes = "govuk-button--secondary"});
  page.main += html::element("p", {{"class", "govuk-body"}}, fmt::format("{} {}.", list.count, list.count == 1 ? "family" : "families"));
  std::vector<components::TableRow> rows;
  for (const ListLine& line : list.lines) {
    Html reference;
    reference.open("a", {{"class", "govuk-link"}, {"href", file_address(line.file)}}).add_text(text(line.body, "reference")).close("a");
    const auto next = day(line.body, "next_limit");
    rows.push_back({{.html = reference}, {.html = child_tags(line.body, visit.today())},
                    {.text = next ? fmt::format("{}: {}", text(line.body, "next_what"), next->written()) : std::string{}},
                    {.text = std::string(text(line.body, "lead_social_worker"))}});
  }
  if (!rows.empty()) {
    page.main.open("div", {{"class", "confer-scrolls"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Families"}});
    page.main += components::table({.head = {{.text = "Reference"}, {.text = "Children"}, {.text = "Next"}, {.text = "Lead social worker"}}, .rows = std::move(rows)});
    page.main.close("div");
  }
  page.main += paging(visit, list.count, search.empty() ? Pairs{} : Pairs{{"search", search}});
  return answer(visit, std::move(page), 200, Place_in_site::files);
}

}  // namespace confer
