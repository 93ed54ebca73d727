#pragma once
// What a page is asked and what it answers, without any word of the network: the server fills the one and sends the other.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

}  // namespace confer
