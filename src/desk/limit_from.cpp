// What a limit would be, were it counted from a day that is not on file yet.
#include <fmt/format.h>

#include "desk/desk_parts.h"

namespace confer {

Result<LimitFrom> Desk::limit_from(std::string_view procedure_id, std::string_view rule_id, Date from) const {
  const Procedure* procedure = parts_->shelf.loaded(procedure_id, today());
  const TimeLimit* rule = procedure ? procedure->described().time_limit(rule_id, from) : nullptr;
  if (!rule || !rule->limit) return refused("The procedure sets no number for this.", {}, {}, Problem::Kind::not_found);
  const auto counted = procedure->calendar().count(from, *rule->limit, rule->before ? Direction::before : Direction::after);
  if (!counted) return tl::unexpected(counted.error());
  LimitFrom out{counted->limit, counted->latest_bookable, fmt::format("At the latest {}: {} {} {}.", counted->limit.written(), rule->limit->written(),
                                                                      rule->before ? "before" : "after", from.written_short())};
  if (out.latest_bookable && *out.latest_bookable != out.limit)
    out.why += fmt::format(" That is not a working day, so the latest day to book is {}.", out.latest_bookable->written());
  return out;
}

}  // namespace confer
