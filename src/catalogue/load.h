#pragma once
// Reads the text of procedures/ into what it describes, with its parents, and checks it. Reads no files: the text is given.
#include <string>
#include <vector>

#include "catalogue/described.h"
#include "catalogue/table_reader.h"

namespace confer {

/// One file of procedures/, read.
struct ProcedureFile {
  std::string path;   ///< Relative to procedures/, with '/'.
  std::string text;
};

/// The largest procedure file that is read, in bytes.
inline constexpr std::size_t largest_procedure_file = 1024 * 1024;

/// Ids of the procedures that one can work by, sorted: "england", "rotherham". One that is only there to be extended is not among them.
[[nodiscard]] std::vector<std::string> procedure_ids(const std::vector<ProcedureFile>& files);

/// One procedure with all it inherits; or every error found, each with file, line and what to do. Never empty of errors when refused.
[[nodiscard]] tl::expected<Described, std::vector<LoadError>> load_procedure(const std::vector<ProcedureFile>& files, std::string_view id);

/// The files that a procedure is read from, its parents' first; empty when there is no such procedure.
[[nodiscard]] std::vector<ProcedureFile> procedure_text(const std::vector<ProcedureFile>& files, std::string_view id);

}  // namespace confer
