#pragma once
// JSON at the edges: reading within stated limits, and nothing that throws on what a person sent.
#include <boost/json.hpp>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace confer {

namespace json = boost::json;

/// The deepest nesting that is read from outside.
inline constexpr std::size_t deepest_json = 16;

/// Reads one JSON value. Refused when it is not JSON, nests deeper than `deepest_json` or is more than `limit_bytes`.
[[nodiscard]] Result<json::value> read_json(std::string_view bytes, std::size_t limit_bytes);

/// The day in ISO form; null where there is none.
[[nodiscard]] json::value day_or_null(const std::optional<Date>& day);

}  // namespace confer
