#include "desk/demonstration_team.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/digest.h"
#include "desk/invention.h"

namespace confer {
namespace {

/// How many of a role an ordinary unit has, and how many families each can work with before there are more.
struct Strength {
  std::string_view role;
  std::size_t least, families_each;
};

constexpr std::array strengths = {
    Strength{"social_worker", 8, 37},      Strength{"team_manager", 4, 75},        Strength{"chair", 3, 100},
    Strength{"conference_administrator", 2, 150}, Strength{"safeguarding_unit_manager", 1, 1'000'000}, Strength{"health_visitor", 6, 40},
    Strength{"midwife", 3, 60},            Strength{"general_practitioner", 8, 40}, Strength{"school_safeguarding_lead", 12, 30},
    Strength{"police_officer", 4, 60},     Strength{"refuge_worker", 2, 100},
};

/// Draws for colleagues are kept apart from those for families.
constexpr std::uint64_t colleagues_draw = 1ULL << 40;

std::uint64_t number_of(std::string_view name, std::string_view role) {
  const std::string_view parts[] = {name, role};
  const Digest digest = Digest::of_parts(parts);
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof out; ++i) out = out << 8 | digest.bytes[i];
  return out;
}

}  // namespace

const Colleague& Team::join(std::string_view name, std::string_view role, std::string_view workplace) {
  std::vector<Colleague>& there = by_role_[std::string(role)];
  const auto known = std::find_if(there.begin(), there.end(), [&](const Colleague& one) { return one.name == name; });
  if (known != there.end()) return *known;
  there.push_back({PersonId{Invention(seed_, colleagues_draw ^ number_of(name, role)).id()}, std::string(name), std::string(role), std::string(workplace)});
  return there.back();
}

void Team::grow(std::size_t families) {
  Invention draw(seed_, colleagues_draw);
  for (const Strength& strength : strengths) {
    const std::size_t wanted = std::max(strength.least, families / strength.families_each);
    while (by_role_[std::string(strength.role)].size() < wanted) join(draw_full_name(draw), strength.role, draw_workplace(draw, strength.role));
  }
}

const std::vector<Colleague>& Team::in(std::string_view role) const {
  static const std::vector<Colleague> nobody;
  const auto found = by_role_.find(role);
  return found == by_role_.end() ? nobody : found->second;
}

std::vector<Colleague> Team::everyone() const {
  std::vector<Colleague> out;
  for (const auto& [role, all] : by_role_) out.insert(out.end(), all.begin(), all.end());
  return out;
}

std::map<PersonId, std::string> Team::teams() const {
  constexpr std::array<std::string_view, 4> names = {"Alder team", "Birch team", "Cedar team", "Damson team"};
  const auto name = [&](std::size_t number) { return number < names.size() ? std::string(names[number]) : fmt::format("Team {}", number + 1); };
  std::map<PersonId, std::string> out;
  const auto& managers = in("team_manager");
  const auto& workers = in("social_worker");
  for (std::size_t i = 0; i < managers.size(); ++i) out[managers[i].id] = name(i);
  for (std::size_t i = 0; i < workers.size() && !managers.empty(); ++i) out[workers[i].id] = name(i % managers.size());
  for (const char* role : {"chair", "conference_administrator", "safeguarding_unit_manager"})
    for (const Colleague& one : in(role)) out[one.id] = "Safeguarding Unit";
  return out;
}

}  // namespace confer
