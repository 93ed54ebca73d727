#pragma once
// One table of every URL: its method, its address, who may open it, and the page that answers. '*' stands for one segment.
#include <span>
#include <string_view>

#include "page/site.h"

namespace confer {

/// Who may open an address. What they then find there is for access to say.
enum class Opens {
  to_anyone,      ///< Before signing in.
  to_signed_in,   ///< A session is needed; a POST needs its form token.
};

/// What answering costs.
enum class Takes {
  little,   ///< A page: about a millisecond.
  long_,    ///< A password's hash, or a document set in type: tens of them.
};

/// One address of the site.
struct Route {
  Method method;
  std::string_view address;
  Opens opens;
  Response (*page)(Visit&);
  Takes takes = Takes::little;
};

/// Every address, in order of matching.
[[nodiscard]] std::span<const Route> routes() noexcept;

/// Whether an address fits a path; what stood for each '*' is added to `captured`.
[[nodiscard]] bool fits(std::string_view address, std::string_view path, std::vector<std::string>& captured);

}  // namespace confer
