#pragma once
// Where each child is in the process, read from a view: so nobody learns a state from something they may not see.
#include "access/view.h"
#include "catalogue/described.h"

namespace confer {

/// The state of each child that the view shows, in order of introduction.
[[nodiscard]] std::vector<ShownChild> child_states(const FileView& view, const Described& procedure);

}  // namespace confer
