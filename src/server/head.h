#pragma once
// The bytes that stand before an answer's body.
#include <cstdint>
#include <string>
#include <string_view>

#include "page/http.h"

namespace confer {

/// What becomes of the connection once an answer is sent.
enum class Afterwards { keep_open, close };

/// Status line and headers of an answer, with Date, Content-Length and Connection added. A header whose name is no token, or whose value
/// holds a line break or another control character, is our own mistake and ends the program before a byte is sent.
[[nodiscard]] std::string response_head(const Response& response, std::string_view reason, Afterwards afterwards, std::int64_t now_seconds);

/// "Mon, 07 Apr 2025 15:10:00 GMT" for so many seconds since 1970.
[[nodiscard]] std::string http_date(std::int64_t seconds);

}  // namespace confer
