#pragma once
// One time limit worked out over one file, for `obligations` alone.
#include <span>

#include "procedure/obligations.h"

namespace confer {

/// The day judged, and what is the same for every time limit on a file that is judged by it.
struct AsAt {
  Date day;
  Instant end;   ///< The first moment after it in London: what is said to have happened before that is known.
  std::vector<const PersonOnFile*> children;
};

/// Adds what the editions of one time limit make due on a file. `editions` are places in the described time limits, never empty.
void reckon(const CaseFile& file, const Procedure& procedure, std::span<const std::size_t> editions, const AsAt& as_at, std::vector<Obligation>& into);

}  // namespace confer
