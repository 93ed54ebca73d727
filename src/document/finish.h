#pragma once
// What cairo cannot say about a PDF, said by libqpdf.
#include <string>

#include "document/document.h"

namespace confer::document {

/// The drawn PDF with its language, its title for display and its marks as a tagged document; the same bytes for the same input.
[[nodiscard]] std::string finished(const Document& document, const std::string& drawn);

}  // namespace confer::document
