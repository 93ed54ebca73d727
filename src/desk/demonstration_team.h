#pragma once
// Who works in the demonstration: the practitioners of the worked cases, and as many more as so many families need. The same people stand on
// many files. It knows no family.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "desk/colleagues.h"

namespace confer {

/// Everybody who works in the demonstration.
class Team {
 public:
  explicit Team(std::uint64_t seed) : seed_(seed) {}

  /// The colleague of this name and role, added when not yet there.
  const Colleague& join(std::string_view name, std::string_view role, std::string_view workplace);
  /// Invents colleagues until each role has as many as so many families need.
  void grow(std::size_t families);
  /// Everyone in a role, in order of joining; grow() has seen to at least one in each role that generated families use.
  [[nodiscard]] const std::vector<Colleague>& in(std::string_view role) const;
  /// Everyone, by role.
  [[nodiscard]] std::vector<Colleague> everyone() const;
  /// Which team each of the authority's own staff belongs to: a social worker to that of the manager who stands at the same place among managers,
  /// counted round.
  [[nodiscard]] std::map<PersonId, std::string> teams() const;

 private:
  std::uint64_t seed_;
  std::map<std::string, std::vector<Colleague>, std::less<>> by_role_;
};

}  // namespace confer
