#pragma once
// Looking ahead on a `.jsonl` file, for whoever holds it already: the one way by which the command line learns of it.
#include <string>
#include <vector>

#include "desk/obligations_on_file.h"

namespace confer {

/// What looking ahead says, for a person and as data.
struct LookAheadOnFile {
  std::string written = {};   ///< A sentence on the day, then a line or two for each thing before it.
  json::object data = {};
};

/// What would hold, were the conference on this day as it was typed; empty for the last that can be booked within its limit. Refused when the file or a
/// day cannot be read, no procedure applies, or nothing asks for a conference.
[[nodiscard]] Result<LookAheadOnFile> look_ahead_on_file(const FileQuestion& question, const std::string& conference, ProcedureShelf& shelf);

}   // namespace confer
