#pragma once
// The pages of one authority: what each URL shows and does. Every page is made from a view that access cleared; nothing here reads the store.
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "access/view.h"
#include "base/html.h"
#include "desk/desk.h"
#include "desk/sign_in.h"
#include "page/http.h"

namespace confer {

/// A file that pages load: style, script, icon.
struct LookFile {
  std::string content_type;
  std::string bytes;
};

/// What the pages of a site stand on. Outlives every request.
struct Site {
  Desk& desk;
  SignIn& sign_in;
  Transport transport = Transport::plain;        ///< Whether cookies are kept to TLS.
  std::map<std::string, LookFile, std::less<>> look = {};   ///< By name: "confer.css".
  std::string openapi = {};                                 ///< The description of the API; made from the shelf when it is first asked for.
  std::once_flag openapi_made = {};                         ///< Whether it was.
};

/// The cookie that holds a session.
inline constexpr std::string_view session_cookie = "confer_session";
/// The cookie by which a browser is known to an account that signed in on it before.
inline constexpr std::string_view device_cookie = "confer_device";

/// Reads the files that pages load from a folder. Throws when it cannot be read.
[[nodiscard]] std::map<std::string, LookFile, std::less<>> read_look(const std::string& folder);

/// One request on its way to a page.
struct Visit {
  const Request& request;
  Site& site;
  std::vector<std::string> captured = {};        ///< What the '*' segments of the route's address held.
  std::optional<Session> session = {};           ///< Empty on pages that anyone may open.
  Reader reader = {};                            ///< Who is signed in, in which role.
  Pairs form = {};                               ///< Of a page's POST, read and its form token checked.
  json::value body = {};                         ///< Of the API's POST, read and the session's token checked.

  /// First value of a form's field; empty when missing.
  [[nodiscard]] std::string_view field(std::string_view name) const noexcept;
  /// All values of a form's field.
  [[nodiscard]] std::vector<std::string> fields(std::string_view name) const;
  /// The file that the address names: the first captured segment.
  [[nodiscard]] FileId file() const { return FileId{captured.empty() ? std::string{} : captured.front()}; }
  [[nodiscard]] Date today() const { return site.desk.today(); }
};

/// Answers every request to the site. The site must outlive it.
[[nodiscard]] Handler pages(Site& site);

/// Whether a request takes long to answer, so that others should not wait behind it: see Route::takes.
[[nodiscard]] bool takes_long(const Request& request);

/// The answer to a request that no handler sees, or that failed: a page, or a problem document for an address of the API. An empty path is one
/// that could not be read.
[[nodiscard]] Response refusal(int status, std::string_view path);

}  // namespace confer
