#pragma once
// One time limit worked out over one file, for `obligations` alone.
#include <span>

#include "procedure/obligations.h"

namespace confer {

/// Adds what the editions of one time limit make due on a file as at the end of a day. `editions` are places in the described time limits, never empty.
void reckon(const CaseFile& file, const Procedure& procedure, std::span<const std::size_t> editions, Date as_at, std::vector<Obligation>& into);

}  // namespace confer
