#pragma once
// From a document to parts set in type.
#include "document/document.h"
#include "document/parts.h"

namespace confer::document {

/// The document set in type for the text width of its paper; the document must have been checked.
[[nodiscard]] Typeset typeset(const Document& document);

}  // namespace confer::document
