#pragma once
// Who belongs to whom, drawn: adults in one row, children in the next, a line for each way of belonging. Made from the reader's view and nothing
// else, so that whoever is withheld leaves no gap. The table of people says the same in words.
#include "access/view.h"
#include "base/html.h"

namespace confer {

/// The drawing, in a frame of its own that moves sideways on a narrow screen; nothing where the view holds no child, or nobody related to one.
[[nodiscard]] Html genogram(const FileView& view, Date today);

}  // namespace confer
