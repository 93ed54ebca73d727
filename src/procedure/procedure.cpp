#include "procedure/procedure.h"

#include <fmt/format.h>

#include "procedure/predicates.h"

namespace confer {
namespace {

/// The first need that names a predicate which nothing carries out.
Result<void> known_predicates(const Described& described) {
  for (const RecordType& type : described.records)
    for (const Need& need : type.needs)
      if (!need.predicate.empty() && !predicate_named(need.predicate))
        return refused(fmt::format("{}:{}: The record \"{}\" needs \"{}\", which is no predicate. Known are {}.", type.place.file, type.place.line, type.id,
                                   need.predicate, predicate_names()),
                       "predicate");
  return {};
}

}  // namespace

Result<Procedure> Procedure::from(Described described) {
  if (!described.holidays) return refused("This procedure has no bank holidays to count by. Choose one that extends a nation, such as england.");
  if (const auto known = known_predicates(described); !known) return tl::unexpected(known.error());
  return Procedure(std::move(described));
}

}  // namespace confer
