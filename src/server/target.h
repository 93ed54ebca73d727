#pragma once
// What a request line and its headers ask for, read strictly: where two readers could understand two things, it is refused.
#include "base/result.h"
#include "page/http.h"

namespace confer {

/// A request target, decoded.
struct Target {
  std::string path;   ///< Begins with '/', holds no "." or ".." segment, no empty segment but the last, no control character.
  Pairs query = {};

  bool operator==(const Target&) const = default;
};

/// Reads "/path?query", or the same after "http://host". Refused when it is neither, when a segment is ".", ".." or empty, and when what is
/// percent-encoded holds a '/', a '\', a control character or bytes that are not UTF-8.
[[nodiscard]] Result<Target> read_target(std::string_view target);

/// Whether the headers leave no doubt where the body ends and which host is meant: one Host (or none for HTTP/1.0), never both
/// Content-Length and Transfer-Encoding, neither of them twice, a plain number or "chunked". Names in lower case.
enum class Http { one_zero, one_one };
[[nodiscard]] bool are_unambiguous(const Pairs& headers, Http version);

/// The address to hold a request against: the peer's, or what a trusted proxy added last to X-Forwarded-For.
[[nodiscard]] std::string client_address(const Pairs& headers, const std::string& peer, const std::vector<std::string>& trusted_proxies);

}  // namespace confer
