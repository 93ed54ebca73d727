#pragma once
// What a checked Document becomes. Each rendering is a function of the document alone: the same tree gives the same bytes.
#include <string>

#include "base/html.h"
#include "document/document.h"

namespace confer::document {

/// An `<article>` in the class names of GOV.UK Frontend; the title is its h1, below which `below_title` stands, and the copy's marks close it.
[[nodiscard]] Html as_html(const Document& document, const Html& below_title = {});

/// The same as a whole page that stands alone, as a file: its look is in it, and it asks for nothing from elsewhere.
[[nodiscard]] Html as_html_page(const Document& document);

/// Plain text of at most 72 columns, one line of a table a row or less; ends with a newline.
[[nodiscard]] std::string as_plain_text(const Document& document);

/// A tagged PDF on A4, every page bearing reference, recipient and "Page n of N" of this copy. Safe from several threads at once.
/// Throws std::runtime_error when the machine lacks memory or fonts.
[[nodiscard]] std::string as_pdf(const Document& document);

}  // namespace confer::document
