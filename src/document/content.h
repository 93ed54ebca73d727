#pragma once
// What a copy says, as one digest: whoever looked at a copy has looked at every copy of this content, and at no other.
#include <string>

#include "base/digest.h"
#include "document/document.h"

namespace confer::document {

/// A digest over title, reference and blocks, each word and how it stands. The day of issue and the recipient's mark are no content.
[[nodiscard]] Digest content_of(const Document& document);

}  // namespace confer::document
