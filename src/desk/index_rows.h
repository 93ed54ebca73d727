#pragma once
// What lists show of a file, computed through the views of those it is shown to: so a list can tell no more than a page.
#include <string>
#include <vector>

#include "access/view.h"
#include "casefile/case_file.h"
#include "procedure/procedure.h"
#include "store/store.h"

namespace confer {

/// Every index row of one file: tables "file" (one family) and "obligation" (one thing still due), each with its audience.
[[nodiscard]] std::vector<IndexRow> index_rows(const CaseFile& file, const Procedure& procedure, Date today);

/// Words as a search compares them: A to Z in lower case, all else as it is.
[[nodiscard]] std::string searchable(std::string words);
/// What a reader holds up to find rows that are for them.
[[nodiscard]] std::vector<std::string> tokens(const Reader& reader);
/// The same for what is their own duty to do.
[[nodiscard]] std::vector<std::string> own_tokens(const Reader& reader);

}  // namespace confer
