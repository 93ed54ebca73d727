#include "server/target.h"

#include <algorithm>

namespace confer {
namespace {

tl::unexpected<Problem> unreadable() { return refused("This address cannot be read. Check it, or start again from the first page."); }

/// Takes "http://host" off the front; leaves what begins with '/' as it is.
std::string_view without_origin(std::string_view target) noexcept {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const std::size_t slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
  }
  return target;
}

bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// Whether a decoded segment means the same to every reader.
bool is_plain_segment(std::string_view segment) noexcept {
  return segment != "." && segment != ".." && segment.find_first_of("/\\") == std::string_view::npos &&
         std::none_of(segment.begin(), segment.end(), is_control);
}

Result<std::string> read_path(std::string_view path) {
  if (!path.starts_with('/')) return unreadable();
  std::string out;
  while (!path.empty()) {
    path.remove_prefix(1);   // the '/'
    const std::size_t end = std::min(path.find('/'), path.size());
    const auto segment = percent_decode(path.substr(0, end));
    path.remove_prefix(end);
    if (!segment || !is_plain_segment(*segment) || (segment->empty() && !path.empty())) return unreadable();
    out += '/';
    out += *segment;
  }
  return out;
}

bool is_host_character(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':' || c == '[' || c == ']' || c == '_';
}

bool is_number(std::string_view value) noexcept {
  return !value.empty() && value.size() <= 18 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool equals_ignoring_case(std::string_view left, std::string_view right) noexcept {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

std::ptrdiff_t count_of(const Pairs& headers, std::string_view name) {
  return std::count_if(headers.begin(), headers.end(), [&](const auto& pair) { return pair.first == name; });
}

std::string_view value_of(const Pairs& headers, std::string_view name) noexcept {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& pair) { return pair.first == name; });
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

bool looks_like_an_address(std::string_view words) noexcept {
  return !words.empty() && words.size() <= 45 && words.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
}

}  // namespace

Result<Target> read_target(std::string_view target) {
  target = without_origin(target);
  const std::size_t mark = target.find('?');
  if (target.find('#') != std::string_view::npos) return unreadable();
  auto path = read_path(target.substr(0, mark));
  if (!path) return tl::unexpected(path.error());
  if (mark == std::string_view::npos) return Target{std::move(*path)};
  auto query = read_form(target.substr(mark + 1));
  if (!query) return tl::unexpected(query.error());
  return Target{std::move(*path), std::move(*query)};
}

bool are_unambiguous(const Pairs& headers, Http version) {
  const auto hosts = count_of(headers, "host"), lengths = count_of(headers, "content-length"), encodings = count_of(headers, "transfer-encoding");
  if (hosts > 1 || (hosts == 0 && version == Http::one_one)) return false;
  const std::string_view host = value_of(headers, "host");
  if (hosts == 1 && (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character))) return false;
  if (lengths + encodings > 1) return false;
  if (lengths == 1 && !is_number(value_of(headers, "content-length"))) return false;
  return encodings == 0 || (version == Http::one_one && equals_ignoring_case(value_of(headers, "transfer-encoding"), "chunked"));
}

std::string client_address(const Pairs& headers, const std::string& peer, const std::vector<std::string>& trusted_proxies) {
  if (std::find(trusted_proxies.begin(), trusted_proxies.end(), peer) == trusted_proxies.end()) return peer;
  const auto last = std::find_if(headers.rbegin(), headers.rend(), [](const auto& pair) { return pair.first == "x-forwarded-for"; });
  if (last == headers.rend()) return peer;
  std::string_view value = last->second;
  if (const std::size_t comma = value.rfind(','); comma != std::string_view::npos) value.remove_prefix(comma + 1);
  while (value.starts_with(' ')) value.remove_prefix(1);
  while (value.ends_with(' ')) value.remove_suffix(1);
  return looks_like_an_address(value) ? std::string(value) : peer;
}

}  // namespace confer
