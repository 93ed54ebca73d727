#pragma once
// What `confer procedures check` holds procedures/ to: every procedure loads, and everything that its worked cases and examples say comes out.
// Nothing that serves people runs it: the server loads procedures and leaves their cases alone.
#include <string>
#include <vector>

#include "desk/procedure_shelf.h"

namespace confer {

/// What came of looking at a folder of procedures.
struct CheckedProcedures {
  std::vector<LoadError> errors = {};       ///< What is wrong, by file and line, each once.
  std::vector<LoadError> warnings = {};     ///< What its author should know of: numbers that nobody has published.
  std::size_t procedures = 0, cases = 0;    ///< How many there are.
  std::size_t lines = 0;                    ///< How many things the cases and examples say, each of which was held against what comes out.
};

/// Loads every procedure of a folder and runs its worked cases and examples, those of procedures that load. Throws std::filesystem::filesystem_error
/// when the folder cannot be read.
[[nodiscard]] CheckedProcedures check_procedures(const std::filesystem::path& folder);

}  // namespace confer
