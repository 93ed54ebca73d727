#include "server/head.h"

#include <array>
#include <fmt/format.h>

#include "base/date.h"
#include "base/result.h"

namespace confer {
namespace {

bool is_token(std::string_view name) noexcept {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  for (const char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos)) return false;
  return !name.empty();
}

bool is_one_line(std::string_view value) noexcept {
  for (const char c : value)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) return false;
  return true;
}

}  // namespace

std::string http_date(std::int64_t seconds) {
  static constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::int64_t day_seconds = 24 * 60 * 60;
  const Date day = Date::from_days(static_cast<std::int32_t>(seconds / day_seconds));
  const std::int64_t rest = seconds % day_seconds;
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(day.weekday())], day.day(),
                     months[static_cast<std::size_t>(day.month() - 1)], day.year(), rest / 3600, rest / 60 % 60, rest % 60);
}

std::string response_head(const Response& response, std::string_view reason, Afterwards afterwards, std::int64_t now_seconds) {
  CONFER_ASSERT(response.status >= 200 && response.status <= 599);
  std::string out = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason, http_date(now_seconds));
  for (const auto& [name, value] : response.headers) {
    CONFER_ASSERT(is_token(name) && is_one_line(value));
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
  }
  if (response.status != 204 && response.status != 304) out += fmt::format("Content-Length: {}\r\n", response.body.size());
  out += afterwards == Afterwards::close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
  return out;
}

}  // namespace confer
