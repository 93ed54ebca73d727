// What a program sends, read within the API's limits: the body of a POST and the parameters of a GET.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "page/api/api.h"

namespace confer::api {
namespace {

/// Whether a content type is JSON in UTF-8; a charset may be named, and may only be that.
bool is_json(std::string_view type) {
  std::string plain;
  for (const char c : type)
    if (c != ' ' && c != '\t' && c != '"') plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  return plain == "application/json" || plain == "application/json;charset=utf-8";
}

}  // namespace

std::optional<Response> take_body(Visit& visit) {
  const Request& request = visit.request;
  const bool ours = visit.session ? has_form_token(*visit.session, request.header(token_header)) : is_from_own_page(request);
  if (!ours) return refuse(Refusal::wrong_token);
  if (!request.query.empty()) return refuse(Refusal::not_valid, {}, {{{}, "query", "This address takes no query parameters. Send everything in the body.", {}}});
  if (!is_json(request.header("content-type"))) return refuse(Refusal::wrong_content_type);
  if (!is_utf8(request.body)) return refuse(Refusal::unreadable, "This is not valid UTF-8. Nothing was stored.");
  auto body = read_json(request.body, largest_body_bytes);
  if (!body) return refuse(body.error().kind == Problem::Kind::too_large ? Refusal::too_large : Refusal::unreadable);
  visit.body = std::move(*body);
  return std::nullopt;
}

Parameters::Parameters(const Visit& visit, std::initializer_list<std::string_view> known) : visit_(visit) {
  std::vector<std::string_view> seen;
  for (const auto& [name, value] : visit.request.query) {
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    if (!is_known) {
      wrong("query", known.size() == 0 ? "This address takes no query parameters." : fmt::format("A query parameter is unknown here. Known are {}.", fmt::join(known, ", ")));
      return;
    }
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) wrong(name, "This parameter stands twice. Give it once.");
    seen.push_back(name);
  }
}

std::optional<Date> Parameters::day(std::string_view name) {
  const std::string_view given = visit_.request.parameter(name);
  if (given.empty()) return std::nullopt;
  const auto day = Date::parse(given);
  if (!day) wrong(name, day.error().message);
  return day ? std::optional(*day) : std::nullopt;
}

std::size_t Parameters::number(std::string_view name, std::size_t least, std::size_t most, std::size_t otherwise) {
  const std::string_view given = visit_.request.parameter(name);
  if (given.empty()) return otherwise;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error == std::errc{} && end == given.data() + given.size() && value >= least && value <= most) return value;
  wrong(name, fmt::format("Give a whole number from {} to {}.", least, most));
  return otherwise;
}

std::string Parameters::words(std::string_view name, std::size_t longest) {
  const std::string_view given = visit_.request.parameter(name);
  if (given.size() <= longest) return std::string(given);
  wrong(name, fmt::format("Give at most {} bytes.", longest));
  return {};
}

bool Parameters::is_second(std::string_view name, std::string_view first, std::string_view second) {
  const std::string_view given = visit_.request.parameter(name);
  if (!given.empty() && given != first && given != second) wrong(name, fmt::format("Give {} or {}.", first, second));
  return given == second;
}

std::optional<Response> Parameters::refusal() const {
  if (wrong_.empty()) return std::nullopt;
  return refuse(Refusal::not_valid, {}, wrong_);
}

}  // namespace confer::api
