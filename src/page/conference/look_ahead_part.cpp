#include "page/conference/look_ahead_part.h"

#include <fmt/format.h>

#include <charconv>

#include "page/components/components.h"
#include "page/why_this_day.h"

namespace confer {
namespace {

constexpr std::string_view field = "ahead";

int number(std::string_view typed) {
  int out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  return error == std::errc{} && end == typed.data() + typed.size() ? out : 0;
}

std::string_view typed(const Visit& visit, std::string_view part) { return visit.request.parameter(fmt::format("{}-{}", field, part)); }

/// The day that the address asks about: none where it asks about none, refused where it is no day.
Result<std::optional<Date>> asked_day(const Visit& visit) {
  const std::string_view day = typed(visit, "day"), month = typed(visit, "month"), year = typed(visit, "year");
  if (day.empty() && month.empty() && year.empty()) return std::optional<Date>{};
  const auto read = Date::from_parts(number(year), number(month), number(day));
  if (!read) return tl::unexpected(read.error());
  return std::optional(*read);
}

components::Tag tag_of(const ShownAhead& one) {
  if (one.state == "unreachable") return {.text = "Too late", .classes = "govuk-tag--red"};
  if (one.state == "last_day") return {.text = "Today", .classes = "govuk-tag--orange"};
  if (one.state == "met") return {.text = "Done", .classes = "govuk-tag--green"};
  if (one.state == "no_number") return {.text = "In advance", .classes = "govuk-tag--grey"};
  return {.text = "There is time", .classes = "govuk-tag--blue"};
}

Html table(const ShownLookAhead& ahead, const Described& procedure) {
  std::vector<components::TableRow> rows;
  for (const ShownAhead& one : ahead.lines)
    rows.push_back({{.text = one.what}, {.html = html::text(one.latest_safe ? one.latest_safe->written() : std::string{}) + why_this_day(one, procedure)}, {.html = components::tag(tag_of(one)) + html::text(" " + one.words)},
                    {.text = one.owner_title}});
  if (rows.empty()) return html::element("p", {{"class", "govuk-body"}}, "The procedure names nothing that has to be done before this conference.");
  return components::framed_table({.caption = "What has to be done before", .caption_classes = "govuk-table__caption--s",
                                   .head = {{.text = "What"}, {.text = "Latest safe day"}, {.text = "Now"}, {.text = "Whose duty"}}, .rows = std::move(rows), .first_cell_is_header = true},
                                  "What has to be done before", components::OnAPhone::stacks);
}

/// What is ahead of the conference of some of the children; named where they part.
Html for_children(const Visit& visit, const ShownLookAhead& one, bool is_named) {
  Html out;
  if (const auto view = visit.site.desk.open_file(visit.file(), visit.reader); is_named && view) {
    std::vector<std::string> names;
    for (const PersonId& child : one.about) names.emplace_back(view->name(child.value));
    out += html::element("h3", {{"class", "govuk-heading-s"}}, fmt::format("For {}", fmt::join(names, ", ")));
  }
  return out + html::element("p", {{"class", "govuk-body"}}, one.words) + table(one, *visit.site.desk.described_of(visit.file()));
}

Html question(const Visit& visit, const std::string& problem) {
  const auto part = [&](const char* name) { return components::DatePart{.name = name, .value = std::string(typed(visit, name))}; };
  components::DateInput date{.id = std::string(field), .name_prefix = std::string(field),
                             .fieldset = {.legend = {.text = "What if it were on another day?", .classes = "govuk-fieldset__legend--s"}},
                             .hint = {.text = "Nothing is put on file by asking."}};
  date.day = part("day");
  date.month = part("month");
  date.year = part("year");
  date.day.classes = date.month.classes = "govuk-input--width-2";
  date.year.classes = "govuk-input--width-4";
  if (!problem.empty()) date.error = {.text = problem};
  const Html content = components::date_input(date) + components::button({.text = "Look ahead", .classes = "govuk-button--secondary"});
  return html::element("form", {{"method", "get"}, {"action", visit.request.path}, {"novalidate", "novalidate"}}, content);
}

}  // namespace

Html look_ahead_part(const Visit& visit) {
  const auto day = asked_day(visit);
  auto ahead = visit.site.desk.look_ahead(visit.file(), visit.reader, day ? *day : std::nullopt);
  std::string problem = day ? std::string{} : day.error().message;
  if (!ahead && ahead.error().kind == Problem::Kind::not_found) return {};
  if (!ahead && problem.empty()) problem = day && *day ? ahead.error().message : std::string{};
  Html out = html::element("h2", {{"class", "govuk-heading-m"}, {"id", "ahead"}}, "Looking ahead");
  if (ahead) for (const ShownLookAhead& one : *ahead) out += for_children(visit, one, ahead->size() > 1);
  else if (problem.empty()) out += html::element("p", {{"class", "govuk-body"}}, ahead.error().message);
  return out + question(visit, problem);
}

}  // namespace confer
