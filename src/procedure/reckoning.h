#pragma once
// One time limit worked out over one file, for `obligations` alone.
#include <span>

#include "procedure/obligations.h"

namespace confer {

/// The day judged, and the first moment after it in London: what is said to have happened before that is known.
struct AsAt {
  Date day;
  Instant end;
};

/// Adds what the editions of one time limit make due on a file. `editions` are places in the described time limits, never empty.
void reckon(const CaseFile& file, const Procedure& procedure, std::span<const std::size_t> editions, const AsAt& as_at, std::vector<Obligation>& into);

}  // namespace confer
