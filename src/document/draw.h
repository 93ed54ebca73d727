#pragma once
// Pages drawn with cairo, each piece of text under the structure tag that says what it is.
#include <string>
#include <vector>

#include "document/document.h"
#include "document/paginate.h"
#include "document/parts.h"

namespace confer::document {

/// The foot of every page, set once.
struct Foot {
  Cell marks = {};                     ///< Reference and recipient, on as many lines as they take.
  std::vector<Cell> page_numbers = {}; ///< "Page n of N", one for each page.
  double height = 0;
};

/// The PDF as cairo writes it, before `finished`. Throws std::runtime_error when cairo fails.
[[nodiscard]] std::string drawn(const Document& document, const Typeset& typeset, const std::vector<Page>& pages, const Foot& foot);

}  // namespace confer::document
