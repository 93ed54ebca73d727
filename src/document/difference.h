#pragma once
// Two copies of one document side by side: what both say, and what only one of them says. For whoever looks at copies before they go; it knows
// nothing of who may see what, and compares what it is given.
#include <string>
#include <vector>

#include "document/document.h"

namespace confer::document {

/// Lines that follow each other under one heading, in both copies or in one of them.
struct Difference {
  enum class In { both, left, right };
  In in = In::both;
  std::vector<std::string> under = {};   ///< The headings above, outermost first; empty before the first heading.
  std::vector<std::string> lines = {};   ///< In words: a heading, a paragraph, an item of a list, a row as "column: cell" pairs. Never empty.

  bool operator==(const Difference&) const = default;
};

/// Lines of one copy that are compared, at most; what comes after them in a longer copy is told as different.
inline constexpr std::size_t most_compared_lines = 2'000;

/// Both documents in their order, as runs of lines that are in both or in one. Titles, recipients and days of issue are not compared. A line is the
/// same when its words are, and the headings above it.
[[nodiscard]] std::vector<Difference> differences(const Document& left, const Document& right);

}  // namespace confer::document
