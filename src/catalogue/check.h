#pragma once
// Holds what was read against itself: every name that is used is described, every rule has its source.
#include "catalogue/load_error.h"

namespace confer {

/// Notes an error for each name that points at nothing, each rule without a known source and each question without an `about`.
void check(const Described& described, std::vector<LoadError>& errors);

}  // namespace confer
