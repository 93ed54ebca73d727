#pragma once
// What the use cases that work on a `.jsonl` file share: reading it and the days asked about.
#include "casefile/case_file.h"
#include "desk/file_question.h"
#include "desk/procedure_shelf.h"
#include "procedure/phrases.h"

namespace confer {

/// A file read from disk, the procedure to judge it by, and the day to judge it on.
struct FileInput {
  CaseFile file;
  const Procedure* procedure;
  Date as_at;
};

/// The language in which a question is answered: the one it asks for where the procedure speaks it, else English, which is then said. Refused where Confer
/// does not speak it.
[[nodiscard]] Result<Language> language_of(const FileQuestion& question, const Described& procedure);

/// Reads the file that a question is about. Empty days mean: as at the last day anything was put on file; all that is known.
[[nodiscard]] Result<FileInput> read_file(const FileQuestion& question, ProcedureShelf& shelf);

}  // namespace confer
