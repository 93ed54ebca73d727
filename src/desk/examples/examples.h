#pragma once
// A folder of procedures/ with all that its worked cases and examples say, read once; and what they leave unsaid or name in vain. Files are read here and
// nowhere else among the examples.
#include <filesystem>

#include "desk/examples/case_checks.h"
#include "desk/examples/counting_example.h"
#include "desk/examples/folder_example.h"

namespace confer::examples {

/// The largest `.jsonl` of a worked case that is read, in bytes.
inline constexpr std::size_t largest_case_file = 1024 * 1024;

/// Everything read of a folder. Its cases point at its procedures, so it is moved and never copied.
struct Examples {
  std::vector<ProcedureFile> files = {};
  std::vector<std::string> ids = {};                            ///< Of the procedures that one can work by, whether they load or not.
  std::map<std::string, Procedure, std::less<>> procedures = {};   ///< Those that load.
  std::vector<Folder> folders = {};
  std::vector<CaseOf> cases = {};                               ///< Of procedures that load, in the order of their folders.
  std::vector<LoadError> errors = {}, warnings = {};

  Examples() = default;
  Examples(Examples&&) = default;

  /// The procedure that holds what a folder describes: its own, else one that stands on it; null where none of them loads.
  [[nodiscard]] const Procedure* holder(const Folder& folder) const;
};

/// Whether a procedure is this one or stands on it.
[[nodiscard]] bool stands_on(const Described& procedure, std::string_view id);

/// Loads every procedure and reads every worked case. Throws std::filesystem::filesystem_error when the folder cannot be read.
[[nodiscard]] Examples read_examples(const std::filesystem::path& folder);

/// What names a worked case that is not there or that does not speak of it, and what no worked case speaks of: time limits, what is added to one, access lines,
/// and each way in which a quorum can go.
[[nodiscard]] std::vector<LoadError> named_in_vain(const Examples& examples);

}  // namespace confer::examples
