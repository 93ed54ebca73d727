#pragma once
// The procedures that this installation can work by, read from a folder once and checked.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/load.h"
#include "procedure/procedure.h"

namespace confer {

/// Every .toml file below a folder, with paths relative to it, sorted. Throws std::filesystem::filesystem_error when the folder cannot be read.
[[nodiscard]] std::vector<ProcedureFile> read_procedure_files(const std::filesystem::path& folder);

/// The folder of procedures that belongs to this program: the nearest above it that holds common/procedure.toml, else /usr/share/confer/procedures.
[[nodiscard]] std::filesystem::path own_procedures();

/// One procedure as it will be worked by; refused with all that is wrong with it. What was read before is kept for the next.
[[nodiscard]] tl::expected<Described, std::vector<LoadError>> read_to_work_by(const std::vector<ProcedureFile>& files, std::string_view id, ReadAlready& kept);

/// Procedures by id, loaded when first asked for and kept. Not for several threads until `load_all` has run.
class ProcedureShelf {
 public:
  explicit ProcedureShelf(std::vector<ProcedureFile> files) : files_(std::move(files)), ids_(procedure_ids(files_)) {}

  /// Of all procedures in the folder, sorted; whether each loads is another question.
  [[nodiscard]] const std::vector<std::string>& ids() const& noexcept { return ids_; }
  const std::vector<std::string>& ids() const&& = delete;
  /// The procedure of this id, as it speaks until further notice; refused with all its load errors, one a line.
  [[nodiscard]] Result<const Procedure*> take(std::string_view id);
  /// The procedure of this id, as it speaks on a day, where it was loaded before; null otherwise.
  [[nodiscard]] const Procedure* loaded(std::string_view id, Date spoken_on) const noexcept;
  /// The calendar of this name, from whichever procedure has it.
  [[nodiscard]] Result<const Calendar*> calendar(std::string_view id);
  /// All the text that a loaded procedure was read from, its parents' included, for keeping by its digest.
  [[nodiscard]] std::string text_of(std::string_view id);
  [[nodiscard]] const std::vector<ProcedureFile>& files() const& noexcept { return files_; }
  const std::vector<ProcedureFile>& files() const&& = delete;

 private:
  std::vector<ProcedureFile> files_;
  std::vector<std::string> ids_;
  ReadAlready kept_;
  std::map<std::string, Procedure, std::less<>> loaded_;
};

}  // namespace confer
