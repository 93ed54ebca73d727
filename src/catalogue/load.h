#pragma once
// Reads the text of procedures/ into what it describes, with its parents, and checks it. Reads no files: the text is given.
#include <map>
#include <optional>
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

/// One folder of procedures/ with a procedure.toml: a procedure of its own, before its parents are added.
struct ProcedurePack {
  std::string folder;   ///< "local/rotherham/"
  std::string id;
  std::string extends;
  Words title;
  bool shared = false;   ///< Only there to be extended: nothing works by it alone, so its lists may be filled further on.
};

/// What was read of some files already, so that what many procedures inherit is read once. Belongs to the files it was first given with.
struct ReadAlready {
  /// A procedure as it stands without those that extend it.
  struct Line {
    Described described;
    std::vector<LoadError> errors;
    bool incomplete = false;   ///< Something could not be read, or has no id: what names it is not held against it.
  };

  std::optional<std::vector<ProcedurePack>> packs;      ///< Empty until they were looked for.
  std::vector<LoadError> pack_errors;
  std::map<std::string, Line, std::less<>> lines;       ///< By pack, with all that it extends.
};

/// Ids of the procedures that one can work by, sorted: "england", "rotherham". One that is only there to be extended is not among them.
[[nodiscard]] std::vector<std::string> procedure_ids(const std::vector<ProcedureFile>& files);

/// One procedure with all it inherits; or every error found, each with file, line and what to do, the cause before what follows from it. Never empty of
/// errors when refused. While something cannot be read, what only follows from that is not told.
[[nodiscard]] tl::expected<Described, std::vector<LoadError>> load_procedure(const std::vector<ProcedureFile>& files, std::string_view id);
/// The same, for whoever loads several from the same files.
[[nodiscard]] tl::expected<Described, std::vector<LoadError>> load_procedure(const std::vector<ProcedureFile>& files, std::string_view id, ReadAlready& kept);

/// The files that a procedure is read from, its parents' first; empty when there is no such procedure.
[[nodiscard]] std::vector<ProcedureFile> procedure_text(const std::vector<ProcedureFile>& files, std::string_view id, ReadAlready& kept);

}  // namespace confer
