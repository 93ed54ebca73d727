#pragma once
// What the use cases that work on a `.jsonl` file share: reading it and the days asked about.
#include "casefile/case_file.h"
#include "desk/procedure_shelf.h"

namespace confer {

/// A file read from disk, the procedure to judge it by, and the day to judge it on.
struct FileInput {
  CaseFile file;
  const Procedure* procedure;
  Date as_at;
};

/// Reads a `.jsonl` file ("-" for standard input). Empty days mean: as at the last day anything was put on file; all that is known.
[[nodiscard]] Result<FileInput> read_file(const std::string& path, const std::string& procedure, const std::string& as_at, const std::string& known_on,
                                          ProcedureShelf& shelf);

}  // namespace confer
