#pragma once
// What a page is asked and what it answers, without any word of the network: the server fills the one and sends the other.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace confer {

/// What the browser asks to be done; `other` is answered with 405.
enum class Method { get, head, post, other };

/// Names and values in the order they came; names may repeat.
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// One request, decoded. All of it comes from outside and is to be mistrusted.
struct Request {
  Method method = Method::get;
  std::string path;            ///< Percent-decoded, begins with '/', holds no "." or ".." segment, valid UTF-8.
  Pairs query = {};            ///< Percent-decoded.
  Pairs headers = {};          ///< Names in lower case.
  std::string body = {};       ///< Within the server's limit.
  std::string peer = {};       ///< Address of the other end, without the port.

  /// First value of a header, by its lower-case name; empty when missing.
  [[nodiscard]] std::string_view header(std::string_view name) const noexcept;
  /// First value of a query parameter; empty when missing.
  [[nodiscard]] std::string_view parameter(std::string_view name) const noexcept;
  /// Value of a cookie; empty when missing.
  [[nodiscard]] std::string_view cookie(std::string_view name) const noexcept;
};

/// One answer. The server adds Date, Content-Length and Connection, and nothing else.
struct Response {
  int status = 200;
  Pairs headers = {};
  std::string body = {};
};

/// Answers one request; may be called from several threads at once.
using Handler = std::function<Response(const Request&)>;

/// The most that is read of a form.
struct FormLimits {
  std::size_t bytes = 1024 * 1024;   ///< Of the whole form, encoded.
  std::size_t fields = 1'000;        ///< Names, repeated ones counted each time.
  std::size_t name_bytes = 256;      ///< Of one name, decoded.
};

/// Reads application/x-www-form-urlencoded, as a body or a query string. Refused (too_large) beyond the limits; refused when a percent
/// sign is not followed by two hexadecimal digits, or when what comes out is not UTF-8 or holds a NUL.
[[nodiscard]] Result<Pairs> read_form(std::string_view body, const FormLimits& limits = {});

/// What a plus sign stands for: a space in a form, itself in a path.
enum class Plus { is_space, is_plus };

/// Undoes percent-encoding; the same refusals as read_form, limits aside.
[[nodiscard]] Result<std::string> percent_decode(std::string_view encoded, Plus plus = Plus::is_plus);

/// One path segment or query value for a link: all but letters, digits, '-', '.', '_' and '~' is percent-encoded. A segment that is
/// "." or ".." cannot be written so that browsers leave it alone: ids are neither.
[[nodiscard]] std::string percent_encode(std::string_view words);

/// "?name=value&name=value", encoded; empty for no pairs.
[[nodiscard]] std::string query_string(const Pairs& pairs);

/// Whether the browser reaches us over TLS, here or at a proxy in front.
enum class Transport { tls, plain };

/// A cookie that no script can read and that no other site's form brings along.
struct Cookie {
  std::string name;
  std::string value;                      ///< Letters, digits, '-' and '_': anything else is our own mistake. Empty removes the cookie.
  std::int64_t seconds = 0;               ///< How long it is kept; 0 for until the browser closes.
  Transport transport = Transport::tls;   ///< Over TLS it is never sent in clear.
};

/// The value of a Set-Cookie header.
[[nodiscard]] std::string set_cookie(const Cookie& cookie);

/// Whether a form was sent from one of our own pages, by what the browser says of it (Sec-Fetch-Site, else Origin). For forms that have no session's
/// token to check yet, such as sign-in; a client that says nothing is no browser, and is let through.
[[nodiscard]] bool is_from_own_page(const Request& request) noexcept;

}  // namespace confer
