#pragma once
// What a procedure describes, as data for programs: what the API answers and `confer procedures show --json` prints, the same for both.
#include "base/json.h"
#include "catalogue/described.h"

namespace confer {

/// A procedure's id, title and edition.
[[nodiscard]] json::object heading_as_data(const Described& procedure);

/// The whole procedure: what it extends, roles, record types with their questions, lists, quorum, time limits, documents and sources.
[[nodiscard]] json::object as_data(const Described& procedure);

}  // namespace confer
