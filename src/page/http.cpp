#include "page/http.h"

#include <algorithm>

#include "base/text.h"

namespace confer {
namespace {

std::string_view first_value(const Pairs& pairs, std::string_view name) noexcept {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view trimmed(std::string_view words) noexcept {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\t')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\t')) words.remove_suffix(1);
  return words;
}

/// Cuts what stands before `mark` off the front, and the mark with it; all of it when there is no mark.
std::string_view cut(std::string_view& rest, char mark) noexcept {
  const std::size_t at = rest.find(mark);
  const std::string_view piece = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return piece;
}

/// Value of a hexadecimal digit; -1 for anything else.
int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

Result<std::pair<std::string, std::string>> read_field(std::string_view field, const FormLimits& limits) {
  auto name = percent_decode(cut(field, '='), Plus::is_space);
  if (!name) return tl::unexpected(name.error());
  auto value = percent_decode(field, Plus::is_space);
  if (!value) return tl::unexpected(value.error());
  if (name->size() > limits.name_bytes) return refused("A question's name in this form is too long.", {}, {}, Problem::Kind::too_large);
  return std::pair(std::move(*name), std::move(*value));
}

}  // namespace

std::string_view Request::header(std::string_view name) const noexcept { return first_value(headers, name); }
std::string_view Request::parameter(std::string_view name) const noexcept { return first_value(query, name); }

std::string_view Request::cookie(std::string_view name) const noexcept {
  for (const auto& [header_name, value] : headers) {
    if (header_name != "cookie") continue;
    for (std::string_view rest = value; !rest.empty();) {
      std::string_view piece = cut(rest, ';');
      if (trimmed(cut(piece, '=')) == name) return trimmed(piece);
    }
  }
  return {};
}

Result<std::string> percent_decode(std::string_view encoded, Plus plus) {
  std::string out;
  out.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '%') {
      out.push_back(encoded[i] == '+' && plus == Plus::is_space ? ' ' : encoded[i]);
      continue;
    }
    const int high = i + 2 < encoded.size() ? hex_value(encoded[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(encoded[i + 2]) : -1;
    if (low < 0) return refused("This was sent in a form that cannot be read. Go back and send it again.");
    out.push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  if (out.find('\0') != std::string::npos || !is_utf8(out)) return refused("Some of this text could not be read. Type it again, or paste it as plain text.");
  return out;
}

Result<Pairs> read_form(std::string_view body, const FormLimits& limits) {
  if (body.size() > limits.bytes) return refused("This form is too large to be read at once. Send it in parts.", {}, {}, Problem::Kind::too_large);
  Pairs pairs;
  while (!body.empty()) {
    const std::string_view field = cut(body, '&');
    if (field.empty()) continue;
    if (pairs.size() == limits.fields) return refused("This form has more fields than can be read at once.", {}, {}, Problem::Kind::too_large);
    auto pair = read_field(field, limits);
    if (!pair) return tl::unexpected(pair.error());
    pairs.push_back(std::move(*pair));
  }
  return pairs;
}

std::string percent_encode(std::string_view words) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(words.size());
  for (const char c : words) {
    if (is_unreserved(c)) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(digits[byte >> 4]);
    out.push_back(digits[byte & 15]);
  }
  return out;
}

std::string query_string(const Pairs& pairs) {
  std::string out;
  for (const auto& [name, value] : pairs) {
    out.push_back(out.empty() ? '?' : '&');
    out += percent_encode(name);
    out.push_back('=');
    out += percent_encode(value);
  }
  return out;
}

std::string set_cookie(const Cookie& cookie) {
  const auto is_plain = [](std::string_view words) {
    return std::all_of(words.begin(), words.end(), [](char c) { return is_unreserved(c) && c != '.' && c != '~'; });
  };
  CONFER_ASSERT(!cookie.name.empty() && is_plain(cookie.name) && is_plain(cookie.value));
  std::string out = cookie.name + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
  if (cookie.value.empty() || cookie.seconds > 0) out += "; Max-Age=" + std::to_string(cookie.value.empty() ? 0 : cookie.seconds);
  if (cookie.transport == Transport::tls) out += "; Secure";
  return out;
}

bool is_from_own_page(const Request& request) noexcept {
  if (const std::string_view site = request.header("sec-fetch-site"); !site.empty()) return site == "same-origin" || site == "none";
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return true;
  const std::size_t host = origin.find("://");
  return host != std::string_view::npos && origin.substr(host + 3) == request.header("host");
}

}  // namespace confer
