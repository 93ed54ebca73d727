#pragma once
// What is due on a `.jsonl` file, for whoever holds it already: the one way by which the command line learns of obligations.
#include <string>
#include <vector>

#include "base/json.h"
#include "desk/procedure_shelf.h"

namespace confer {

/// A question about a file on disk.
struct FileQuestion {
  std::string path = {};        ///< The `.jsonl` file; "-" for standard input.
  std::string procedure = {};   ///< Whose procedure; empty for the one that the file names.
  std::string as_at = {};       ///< The day judged, as it was typed; empty for the last day anything was put on file.
  std::string language = {};    ///< "cy" for Welsh where the procedure has it; English when empty or "en".
  bool table = false;           ///< Whether the whole reason is told as a table.
  std::string known_on = {};    ///< Only what was on file by the end of this day; empty for all.
};

/// What is due, in the order of `obligations`, once for a person and once as data.
struct ObligationsOnFile {
  std::vector<std::string> written = {};   ///< A few lines each, its reason among them.
  json::array data = {};                   ///< As the API prints it.
};

/// Refused, with the option that is wrong, when the file or a day cannot be read or no procedure applies.
[[nodiscard]] Result<ObligationsOnFile> obligations_on_file(const FileQuestion& question, ProcedureShelf& shelf);

}   // namespace confer
