#include "page/home/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "page/components/components.h"

namespace confer::lists {

std::string_view text(const json::object& body, std::string_view name) {
  const json::value* value = body.if_contains(name);
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view{};
}

std::optional<Date> day(const json::object& body, std::string_view name) {
  const auto read = Date::parse(text(body, name));
  return read ? std::optional(*read) : std::nullopt;
}

std::vector<std::string> texts(const json::object& body, std::string_view name) {
  std::vector<std::string> out;
  const json::value* list = body.if_contains(name);
  if (list && list->is_array())
    for (const json::value& one : list->get_array())
      if (one.is_string()) out.emplace_back(one.get_string());
  return out;
}

std::string joined(const json::object& body, std::string_view name) {
  std::string out;
  for (const std::string& one : texts(body, name)) out += (out.empty() ? "" : ", ") + one;
  return out;
}

std::size_t page_number(const Visit& visit) {
  constexpr std::size_t last = 10'000;
  const std::string_view asked = visit.request.parameter("page");
  std::size_t number = 1;
  std::from_chars(asked.data(), asked.data() + asked.size(), number);
  return std::clamp<std::size_t>(number, 1, last);
}

Html paging(const Visit& visit, std::size_t count, const Pairs& kept) {
  const std::size_t current = page_number(visit), last = (count + lines_a_page - 1) / lines_a_page;
  if (last <= 1) return {};
  const auto to = [&](std::size_t number) {
    Pairs query = kept;
    if (number > 1) query.emplace_back("page", fmt::format("{}", number));
    return visit.request.path + query_string(query);
  };
  components::Pagination pagination;
  if (current > 1) pagination.previous.href = to(std::min(current - 1, last));
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

std::string range_words(const Visit& visit, std::size_t count) {
  const std::size_t first = (page_number(visit) - 1) * lines_a_page + 1;
  if (count <= lines_a_page || first > count) return {};
  return fmt::format("{} to {} of {}", first, std::min(first + lines_a_page - 1, count), count);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) { return fmt::format("{} {}", count, count == 1 ? one : many); }

std::string cut_search(std::string_view words) {
  constexpr std::size_t longest = 200;   // bytes
  std::string out(words.substr(0, longest));
  while (!is_utf8(out)) out.pop_back();
  return out;
}

std::vector<PersonId> team_of(const Visit& visit) { return visit.site.sign_in.accounts().members(visit.session->account.team); }

Html part(html::Literal classes, std::string_view label, const Html& content) {
  Html out;
  out.open("div", {{"class", classes.markup}});
  out += html::element("span", {{"class", "confer-line__label"}}, label);
  out += content;
  out.close("div");
  return out;
}

}  // namespace confer::lists
