#pragma once
// A record type as a JSON Schema (2020-12): what a program may send, as the desk will hold it against the same description.
#include "base/json.h"
#include "catalogue/described.h"

namespace confer::api {

/// Where in the description of the API a record type's schema stands: "rotherham.strategy_discussion".
[[nodiscard]] std::string schema_name(const RecordType& type, const Described& procedure);

/// The schema of one entry of this type, with an example. Lengths are bytes at the desk and characters here, so the desk may refuse a little more;
/// who and what is on the file only the desk can know.
[[nodiscard]] json::object record_schema(const RecordType& type, const Described& procedure);

}  // namespace confer::api
