#pragma once
// What is due on a `.jsonl` file, for whoever holds it already: the one way by which the command line learns of obligations.
#include <string>
#include <vector>

#include "base/json.h"
#include "desk/file_question.h"
#include "desk/procedure_shelf.h"

namespace confer {
/// What is due, in the order of `obligations`, once for a person and once as data.
struct ObligationsOnFile {
  std::vector<std::string> written = {};   ///< A few lines each, its reason among them.
  json::array data = {};                   ///< As the API prints it.
};

/// Refused, with the option that is wrong, when the file or a day cannot be read or no procedure applies.
[[nodiscard]] Result<ObligationsOnFile> obligations_on_file(const FileQuestion& question, ProcedureShelf& shelf);

}   // namespace confer
