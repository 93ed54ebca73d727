#include "procedure/obligations.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "procedure/reckoning.h"

namespace confer {
namespace {

using State = Obligation::State;

/// Whether two of one rule say the same of their children.
bool are_one(const Obligation& one, const Obligation& next) {
  return one.state == next.state && one.counted_from == next.counted_from && one.met_on == next.met_on && one.planned_on == next.planned_on && one.lapsed_on == next.lapsed_on && one.reference == next.reference &&
         one.counted == next.counted && one.changes == next.changes && one.departures == next.departures;
}

/// What those that may be told together share: the entry they are counted from, or for readers the conference whose copies they got.
std::pair<const TimeLimit*, EntryId> shared_by(const Obligation& one) { return {one.rule, one.rule->per == "reader" ? one.conference : one.anchor}; }

/// Puts what is the same for several children, or for several readers, into one; answers where those stand that are left.
std::vector<std::size_t> join_siblings(std::vector<Obligation>& all) {
  std::vector<std::size_t> left;
  left.reserve(all.size());
  std::map<std::pair<const TimeLimit*, EntryId>, std::vector<std::size_t>> alike;   // where those that are left stand
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Obligation& next = all[at];
    std::vector<std::size_t>& places = alike[shared_by(next)];
    const auto same = std::find_if(places.begin(), places.end(), [&](std::size_t place) { return are_one(all[place], next); });
    if (same == places.end()) {
      places.push_back(at);
      left.push_back(at);
      continue;
    }
    Obligation& one = all[*same];
    for (const PersonId& child : next.about)
      if (std::find(one.about.begin(), one.about.end(), child) == one.about.end()) one.about.push_back(child);
    for (const EntryId& entry : next.rests_on)
      if (std::find(one.rests_on.begin(), one.rests_on.end(), entry) == one.rests_on.end()) one.rests_on.push_back(entry);
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
  all.reserve(procedure.editions().size());   // about one a limit
  for (const std::vector<std::size_t>& editions : procedure.editions()) reckon(known, editions, all);
  const auto order = [](const Obligation& one) {
    return std::tuple(urgency(one.state), one.counted ? one.counted->limit : Date::last(), one.counted_from);
  };
  std::vector<std::pair<decltype(order(all.front())), std::size_t>> places;   // sorted in their stead: each is large
  for (const std::size_t at : join_siblings(all)) places.emplace_back(order(all[at]), at);
  std::sort(places.begin(), places.end());
  std::vector<Obligation> sorted;
  sorted.reserve(places.size());
  for (const auto& [by, at] : places) sorted.push_back(std::move(all[at]));
  return sorted;
}

}  // namespace confer
