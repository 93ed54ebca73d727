#pragma once
// What one reader may see of a file that is held as lines of text, for the command line: its holder has it anyway.
#include "access/view.h"
#include "desk/obligations_on_file.h"

namespace confer {

/// The view of a reader on a `.jsonl` file. Without a role, the one that the reader has on the file itself.
[[nodiscard]] Result<FileView> view_of_file(const FileQuestion& question, const PersonId& person, const std::string& role, ProcedureShelf& shelf);

}  // namespace confer
