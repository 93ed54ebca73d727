#pragma once
// Which bands of which parts stand on which page. Knows heights only, and draws nothing.
#include <cstddef>
#include <vector>

#include "document/parts.h"

namespace confer::document {

/// Bands of one part, or all of them, on one page.
struct Segment {
  std::size_t part = 0;
  std::size_t first = 0;      ///< Band.
  std::size_t end = 0;        ///< One past the last band.
  double top = 0;             ///< From the text area's top, padding included.
  bool repeated = false;      ///< A header row shown again: for the eye, not for the order of reading.

  bool operator==(const Segment&) const = default;
};

using Page = std::vector<Segment>;

/// At least one page. A page ends where no heading is parted from its text and no single line from its paragraph, as long as a page of this
/// height can hold what belongs together.
[[nodiscard]] std::vector<Page> paginate(const Typeset& typeset, double height);

}  // namespace confer::document
