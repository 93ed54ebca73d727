#pragma once
// Holds one entry against the description of its record type: what the pages, the API and the command line all check before anything is stored.
#include <vector>

#include "casefile/case_file.h"
#include "catalogue/described.h"

namespace confer {

/// Everything wrong with an entry as an answer to its record type's questions, each with its field; empty when it can be put on file.
/// `today` bounds days on which something is said to have happened. The file says which people and entries exist.
[[nodiscard]] std::vector<Problem> problems(const Described& procedure, const CaseFile& file, const Entry& entry, Date today);

}  // namespace confer
