#include "procedure/procedure.h"

#include <fmt/format.h>

#include "procedure/phrases.h"
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

Procedure::Procedure(Described described) : described_(std::move(described)), calendar_(*described_.holidays, described_.closures) {
  std::map<std::string_view, std::size_t> known;
  for (std::size_t at = 0; at < described_.time_limits.size(); ++at) {
    const auto [place, added] = known.emplace(described_.time_limits[at].id, editions_.size());
    if (added) editions_.emplace_back();
    editions_[place->second].push_back(at);
  }
}

Result<Procedure> Procedure::from(Described described) {
  if (!described.holidays) return refused("This procedure has no bank holidays to count by. Choose one that extends a nation, such as england.");
  if (const auto known = known_predicates(described); !known) return tl::unexpected(known.error());
  if (const std::string phrase = Phrases::missing(described); !phrase.empty())
    return refused(fmt::format("This procedure has no words for \"{}\", with which it would say why something is due. Extend common, or add it under [words].", phrase));
  return Procedure(std::move(described));
}

}  // namespace confer
