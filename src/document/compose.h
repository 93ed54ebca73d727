#pragma once
// The quick way to set a text: Latin letters, each word shaped once in a document and set by its width. What it does not take, Pango sets.
#include <optional>
#include <span>

#include "document/document.h"
#include "document/lettering.h"
#include "document/parts.h"

namespace confer::document {

/// While one stands, this thread remembers the words it shaped; cells set meanwhile borrow them. When it ends they are forgotten, so that no
/// family's words wait in memory for the next. At most one a thread.
class WordsOfADocument {
 public:
  WordsOfADocument() noexcept;
  ~WordsOfADocument();
  WordsOfADocument(const WordsOfADocument&) = delete;
  WordsOfADocument& operator=(const WordsOfADocument&) = delete;
};

/// The runs set in lines, or nothing when they hold letters beyond Latin. A word wider than a line breaks anywhere. The words must already be `shown`.
/// Spaces that follow each other count as one, as they do in HTML.
[[nodiscard]] std::optional<Cell> composed(std::span<const Run> runs, Style style, double width);

}  // namespace confer::document
