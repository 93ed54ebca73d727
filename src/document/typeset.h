#pragma once
// From a document to parts set in type.
#include "document/document.h"
#include "document/parts.h"

namespace confer::document {

[[nodiscard]] Typeset typeset(const Document& document);

}  // namespace confer::document
