#pragma once
// From the text of one file of procedures/ to its table. Every such file, its examples too, is read by this.
#include <optional>
#include <vector>

#include "catalogue/load.h"

namespace confer {

/// The table of a file; empty, with an error noted, where it is not written as TOML or longer than a procedure's file may be.
[[nodiscard]] std::optional<toml::table> parse_toml(const ProcedureFile& file, std::vector<LoadError>& errors);

}  // namespace confer
