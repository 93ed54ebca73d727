#pragma once
// Works out one time limit over one file: which of its clocks run, for which children. Behind obligations(), which goes through them all.
#include <span>
#include <vector>

#include "procedure/file_as_at.h"
#include "procedure/obligations.h"

namespace confer {

/// Adds what the editions of one time limit make due on a file. `editions` are places in the described time limits, never empty.
void reckon(FileAsAt& at, std::span<const std::size_t> editions, std::vector<Obligation>& into);

}  // namespace confer
