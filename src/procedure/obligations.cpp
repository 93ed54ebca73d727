#include "procedure/obligations.h"

#include <algorithm>
#include <tuple>

#include "procedure/reckoning.h"

namespace confer {
namespace {

using State = Obligation::State;

constexpr std::size_t usual_clocks = 2;   // of one limit: few families have more children at once

/// Whether two of one rule say the same of their children.
bool are_one(const Obligation& one, const Obligation& next) {
  return one.state == next.state && one.counted_from == next.counted_from && one.met_on == next.met_on && one.planned_on == next.planned_on && one.lapsed_on == next.lapsed_on && one.reference == next.reference &&
         one.counted == next.counted && one.changes == next.changes && one.departures == next.departures;
}

/// What those that may be told together share: the entry they are counted from, or for readers the conference whose copies they got.
using Shared = std::pair<const TimeLimit*, std::string_view>;
Shared shared_by(const Obligation& one) { return {one.rule, one.rule->per == "reader" ? one.conference.value : one.anchor.value}; }

/// Adds to one whom another is about and what it rests on.
void join(Obligation& one, const Obligation& other) {
  for (const PersonId& child : other.about)
    if (std::find(one.about.begin(), one.about.end(), child) == one.about.end()) one.about.push_back(child);
  for (const EntryId& entry : other.rests_on)
    if (std::find(one.rests_on.begin(), one.rests_on.end(), entry) == one.rests_on.end()) one.rests_on.push_back(entry);
}

/// Puts what is the same for several children, or for several readers, into one; answers where those stand that are left.
std::vector<std::size_t> join_siblings(std::vector<Obligation>& all) {
  std::vector<std::pair<Shared, std::size_t>> alike;   // sorted, so that those that may be told together stand side by side
  alike.reserve(all.size());
  for (std::size_t at = 0; at < all.size(); ++at) alike.emplace_back(shared_by(all[at]), at);
  std::sort(alike.begin(), alike.end());
  std::vector<std::size_t> left;
  left.reserve(all.size());
  std::size_t first = 0;   // of those that are left, where the ones that this may be told with begin
  for (std::size_t i = 0; i < alike.size(); ++i) {
    const auto& [shared, at] = alike[i];
    if (i > 0 && alike[i - 1].first != shared) first = left.size();
    const auto same = std::find_if(std::next(left.begin(), static_cast<std::ptrdiff_t>(first)), left.end(), [&](std::size_t place) { return are_one(all[place], all[at]); });
    if (same == left.end()) left.push_back(at);
    else join(all[*same], all[at]);
  }
  return left;
}

int urgency(State state) noexcept {
  switch (state) {
    case State::overdue: return 0;
    case State::due: return 1;
    case State::open: return 2;
    case State::met_late: return 3;
    case State::met: return 4;
    case State::lapsed: return 5;
  }
  mistake("every state has its urgency", __FILE__, __LINE__);
}

}  // namespace

std::string_view name(State state) noexcept {
  switch (state) {
    case State::met: return "met";
    case State::met_late: return "met_late";
    case State::due: return "due";
    case State::overdue: return "overdue";
    case State::lapsed: return "lapsed";
    case State::open: return "open";
  }
  mistake("every state has a name", __FILE__, __LINE__);
}

const Change* Obligation::recount() const noexcept {
  for (const Change& change : changes)
    if (change.governs && change.becomes->counts) return &change;
  return nullptr;
}

std::vector<Obligation> obligations(const CaseFile& file, const Procedure& procedure, Date as_at) {
  std::vector<Obligation> all;
  FileAsAt known(file, procedure, as_at);
  all.reserve(procedure.editions().size() * usual_clocks);
  for (const std::vector<std::size_t>& editions : procedure.editions()) reckon(known, editions, all);
  const auto order = [](const Obligation& one) {
    return std::tuple(urgency(one.state), one.counted ? one.counted->limit : Date::last(), one.counted_from);
  };
  const std::vector<std::size_t> left = join_siblings(all);
  std::vector<std::pair<decltype(order(all.front())), std::size_t>> places;   // sorted in their stead: each is large
  places.reserve(left.size());
  for (const std::size_t at : left) places.emplace_back(order(all[at]), at);
  std::sort(places.begin(), places.end());
  std::vector<Obligation> sorted;
  sorted.reserve(places.size());
  for (const auto& [by, at] : places) sorted.push_back(std::move(all[at]));
  return sorted;
}

}  // namespace confer
