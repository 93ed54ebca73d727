#include "base/json.h"

#include <fmt/format.h>

namespace confer {

Result<json::value> read_json(std::string_view bytes, std::size_t limit_bytes) {
  if (bytes.size() > limit_bytes)
    return refused(fmt::format("This is larger than the {} bytes that can be read at once.", limit_bytes), {}, {}, Problem::Kind::too_large);
  json::parse_options options;
  options.max_depth = deepest_json;
  boost::system::error_code error;
  json::value value = json::parse(bytes, error, {}, options);
  if (error) return refused("This could not be read as JSON.");
  return value;
}

json::value day_or_null(const std::optional<Date>& day) { return day ? json::value(day->iso()) : json::value(nullptr); }

}  // namespace confer
