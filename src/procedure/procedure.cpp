#include "procedure/procedure.h"

#include <fmt/format.h>

#include "procedure/phrases.h"
#include "procedure/predicates.h"

namespace confer {
namespace {

void check_predicates(const Described& described, std::vector<LoadError>& errors) {
  for (const RecordType& type : described.records)
    for (const Need& need : type.needs)
      if (!need.predicate.empty() && !predicate_named(need.predicate))
        errors.push_back({type.place, fmt::format("The record \"{}\" needs \"{}\", which is no predicate. Known are {}.", type.id, need.predicate, predicate_names())});
}

}  // namespace

void check_usable(const Described& described, std::vector<LoadError>& errors) {
  if (!described.holidays) errors.push_back({{}, fmt::format("The procedure \"{}\" has no bank holidays to count by. Choose one that extends a nation, such as england.", described.id)});
  check_predicates(described, errors);
  if (const std::string phrase = Phrases::missing(described); !phrase.empty())
    errors.push_back({{}, fmt::format("The procedure \"{}\" has no words for \"{}\", with which it would say why something is due. Extend common, or add it under [words].", described.id, phrase)});
}

Procedure::Procedure(Described described) : described_(std::move(described)), calendar_(*described_.holidays, described_.closures) {
  std::map<std::string_view, std::size_t> known;
  for (std::size_t at = 0; at < described_.time_limits.size(); ++at) {
    const auto [place, added] = known.emplace(described_.time_limits[at].id, editions_.size());
    if (added) editions_.emplace_back();
    editions_[place->second].push_back(at);
  }
}

Result<Procedure> Procedure::from(Described described) {
  std::vector<LoadError> errors;
  check_usable(described, errors);
  if (!errors.empty()) return refused(errors.front().written());
  return Procedure(std::move(described));
}

}  // namespace confer
