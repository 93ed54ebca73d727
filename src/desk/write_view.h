#pragma once
// A view as data: for the command line and the API.
#include "access/view.h"

namespace confer {

/// One shown entry in the JSON Lines form, with only what its reader may see.
[[nodiscard]] json::object write_entry(const ShownEntry& entry);
/// The whole view.
[[nodiscard]] json::object write_view(const FileView& view);

}  // namespace confer
