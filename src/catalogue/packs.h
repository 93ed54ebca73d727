#pragma once
// The folders of procedures/ that hold a procedure.toml: which there are, which extends which, and which files are read of each.
#include <string_view>

#include "catalogue/load.h"

namespace confer {

/// Every pack among these files; what is wrong with one is noted, and it is left out where nothing could name it.
[[nodiscard]] std::vector<ProcedurePack> packs(const std::vector<ProcedureFile>& files, std::vector<LoadError>& errors);
/// The pack of this id and its parents, eldest first, within `all`. Empty, with an error noted, when one is unknown or they go in a circle.
[[nodiscard]] std::vector<const ProcedurePack*> lineage(const std::vector<ProcedurePack>& all, std::string_view id, std::vector<LoadError>& errors);
/// Whether a file is read as part of a procedure; its examples are read by the tests instead.
[[nodiscard]] bool belongs(const ProcedureFile& file, const ProcedurePack& pack);
/// The digest over every file that was read of these packs, procedure.toml too.
[[nodiscard]] Digest edition_of(const std::vector<ProcedureFile>& files, const std::vector<const ProcedurePack*>& line);

}  // namespace confer
