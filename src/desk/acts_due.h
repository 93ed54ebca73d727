#pragma once
// What is still to be done on a file, as lists and pages name it: each act once, though it be for several children.
#include <vector>

#include "access/view.h"
#include "catalogue/described.h"

namespace confer {

/// What is still to be done, in the view's order. What one act does for several children is one line, where it is due on the same day for the same reason;
/// what may be done and need not be, and has no day, is left out.
[[nodiscard]] std::vector<ShownObligation> acts_due(const FileView& view, const Described& procedure);

}  // namespace confer
