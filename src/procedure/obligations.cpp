#include "procedure/obligations.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "casefile/condition.h"

namespace confer {
namespace {

using State = Obligation::State;

/// The moment or day that an entry counts by: when it happened, or one of its answers.
Happened when(const Entry& entry, std::string_view day) {
  if (day == "happened") return entry.happened;
  const std::string_view answer = entry.answers.text(day);
  if (const auto at = Instant::parse(answer)) return *at;
  if (const auto on = Date::parse(answer)) return *on;
  return {};
}

std::optional<Date> day_of(const Happened& happened) {
  if (const Date* day = std::get_if<Date>(&happened)) return *day;
  if (const Instant* at = std::get_if<Instant>(&happened)) return london_day(*at);
  return std::nullopt;
}

/// The day an entry became true, for "as at": when it happened, else when it was put on file.
Date known_from(const Entry& entry) { return entry.happened_on().value_or(london_day(entry.recorded)); }

/// Works out one time limit over one file.
class Reckoning {
 public:
  Reckoning(const CaseFile& file, const Procedure& procedure, const TimeLimit& rule, Date as_at)
      : file_(file), procedure_(procedure), rule_(rule), as_at_(as_at) {}

  void run(std::vector<Obligation>& into) {
    if (rule_.per == "conference") return per_conference(into);
    for (const PersonOnFile* child : file_.children())
      if (concerns(child->id)) per_child(child->id, into);
  }

 private:
  using Chosen = std::vector<const Entry*>;

  /// Entries that a selector chooses, in order of the day that counts.
  [[nodiscard]] Chosen chosen(const Selector& selector) const {
    Chosen out;
    for (const Entry* entry : file_.standing(selector.record))
      if (known_from(*entry) <= as_at_ && day_of(when(*entry, selector.day)) && meets(entry->answers, selector.where)) out.push_back(entry);
    std::stable_sort(out.begin(), out.end(), [&](const Entry* left, const Entry* right) {
      return *day_of(when(*left, selector.day)) < *day_of(when(*right, selector.day));
    });
    return out;
  }

  void per_child(const PersonId& child, std::vector<Obligation>& into) const {
    std::optional<Obligation> last;
    for (const Entry* anchor : chosen(rule_.anchor)) {
      if (!anchor->is_about(child)) continue;
      Obligation next = from({anchor}, {child});
      // A clock that already runs is not started again: a second strategy discussion does not put off the conference.
      if (last && ended_on(*last).value_or(Date::last()) > next.counted_from) continue;
      if (last) into.push_back(std::move(*last));
      last = std::move(next);
    }
    if (last) into.push_back(std::move(*last));
  }

  [[nodiscard]] static std::optional<Date> ended_on(const Obligation& one) { return one.met_on ? one.met_on : one.lapsed_on; }

  /// Whether the time limit concerns this child, by what the file says of them.
  [[nodiscard]] bool concerns(const PersonId& child) const {
    const PersonOnFile* known = file_.person(child);
    return known && meets(file_.entries()[known->entry].answers, rule_.only_for);
  }

  void per_conference(std::vector<Obligation>& into) const {
    std::vector<std::pair<EntryId, Chosen>> conferences;
    for (const Entry* anchor : chosen(rule_.anchor)) {
      const EntryId conference = conference_of(*anchor);
      auto known = std::find_if(conferences.begin(), conferences.end(), [&](const auto& one) { return !conference.empty() && one.first == conference; });
      if (known == conferences.end()) known = conferences.insert(conferences.end(), {conference, {}});
      known->second.push_back(anchor);
    }
    for (const auto& [conference, anchors] : conferences) {
      std::vector<PersonId> about;
      for (const Entry* anchor : anchors)
        for (const PersonId& child : anchor->about)
          if (concerns(child) && std::find(about.begin(), about.end(), child) == about.end()) about.push_back(child);
      if (!about.empty()) into.push_back(from(anchors, std::move(about)));
    }
  }

  [[nodiscard]] EntryId conference_of(const Entry& entry) const {
    if (entry.type == "conference") return file_.root(entry.id);
    return file_.root(entry.answers.text("conference"));
  }

  [[nodiscard]] Obligation from(const Chosen& anchors, std::vector<PersonId> about) const {
    const Entry& anchor = *anchors.front();
    Obligation out;
    out.rule = &rule_;
    out.about = std::move(about);
    out.conference = conference_of(anchor);
    out.anchor = anchor.id;
    const Happened start = when(anchor, rule_.anchor.day);
    out.counted_from = *day_of(start);
    for (const Entry* entry : anchors) out.rests_on.push_back(entry->id);
    count(out, start);
    settle(out, anchor);
    plan(out, anchor);
    return out;
  }

  void count(Obligation& out, const Happened& start) const {
    const Direction direction = rule_.before ? Direction::before : Direction::after;
    const auto counted = [&](const Period& period) -> Result<Counted> {
      if (const Instant* at = std::get_if<Instant>(&start)) return procedure_.calendar().count(*at, period, direction);
      return procedure_.calendar().count(out.counted_from, period, direction);
    };
    if (!rule_.limit) return;
    auto limit = counted(*rule_.limit);
    if (!limit) {
      out.unknown = limit.error().message;
      return;
    }
    out.counted = std::move(*limit);
    if (!rule_.strict) return;
    auto strict = counted(*rule_.strict);
    if (strict && strict->limit != out.counted->limit) out.strict = std::move(*strict);
  }

  /// Whether an entry belongs to this obligation: about one of its children, and tied to its anchor where the selector says so.
  [[nodiscard]] bool belongs(const Entry& entry, const Selector& selector, const Obligation& out, const Entry& anchor) const {
    if (std::none_of(out.about.begin(), out.about.end(), [&](const PersonId& child) { return entry.is_about(child); })) return false;
    if (selector.same.empty()) return true;
    const EntryId tied = file_.root(entry.answers.text(selector.same));
    return tied == file_.root(anchor.id) || (!anchor.answers.text(selector.same).empty() && tied == file_.root(anchor.answers.text(selector.same)));
  }

  /// Entries of a selector that came after the anchor, in order; for a limit counted back, those before it too.
  [[nodiscard]] Chosen following(const Selector& selector, const Obligation& out, const Entry& anchor) const {
    Chosen all = chosen(selector);
    std::erase_if(all, [&](const Entry* entry) {
      const Date day = *day_of(when(*entry, selector.day));
      const bool again = entry->type == anchor.type && day <= out.counted_from;
      return entry->id == anchor.id || again || (!rule_.before && day < out.counted_from) || !belongs(*entry, selector, out, anchor);
    });
    return all;
  }

  /// The last day that was set for it while it ran: a conference called anew stands in place of one that could not go ahead.
  void plan(Obligation& out, const Entry& anchor) const {
    const Date end = ended_on(out).value_or(Date::last());
    for (const Selector& selector : rule_.planned_by) {
      if (out.planned_on) break;
      for (const Entry* entry : file_.standing(selector.record)) {
        const auto day = day_of(when(*entry, selector.day));
        if (!day || *day <= out.counted_from || *day > end || known_from(*entry) > as_at_) continue;
        if (!meets(entry->answers, selector.where) || !belongs(*entry, selector, out, anchor)) continue;
        out.planned_on = day;
        out.planned_by = entry->id;
      }
    }
    const bool told = std::find(out.rests_on.begin(), out.rests_on.end(), out.planned_by) != out.rests_on.end();
    if (out.planned_on && !told) out.rests_on.push_back(out.planned_by);
  }

  void settle(Obligation& out, const Entry& anchor) const {
    for (const Selector& selector : rule_.met_by) meet(out, selector, anchor);
    for (const Selector& selector : rule_.lapses_by) {
      const Chosen ends = following(selector, out, anchor);
      if (ends.empty() || (out.met_on && *out.met_on <= *day_of(when(*ends.front(), selector.day)))) continue;
      out.state = State::lapsed;
      out.lapsed_on = day_of(when(*ends.front(), selector.day));
      out.met_by = {};
      out.met_on.reset();
      out.met_at = {};
      out.rests_on.push_back(ends.front()->id);
      return;
    }
    out.state = state(out);
  }

  void meet(Obligation& out, const Selector& selector, const Entry& anchor) const {
    const Chosen candidates = following(selector, out, anchor);
    if (candidates.empty() || out.met_on) return;
    const std::vector<PersonId> everyone = each_of(selector, out, anchor);
    const Entry* meeting = candidates.front();
    std::vector<EntryId> resting = {meeting->id};
    if (!everyone.empty()) {
      resting.clear();
      for (const PersonId& person : everyone) {
        const auto theirs = std::find_if(candidates.begin(), candidates.end(), [&](const Entry* entry) { return is_meant_for(*entry, person); });
        if (theirs == candidates.end()) return;
        resting.push_back((*theirs)->id);
        if (*day_of(when(**theirs, selector.day)) >= *day_of(when(*meeting, selector.day))) meeting = *theirs;
      }
    }
    out.met_by = meeting->id;
    out.met_on = day_of(when(*meeting, selector.day));
    out.met_at = when(*meeting, selector.day);
    out.rests_on.insert(out.rests_on.end(), resting.begin(), resting.end());
  }

  /// Whether an entry is for a person: it names them, or where it names nobody they put it on file.
  [[nodiscard]] static bool is_meant_for(const Entry& entry, const PersonId& person) {
    const std::string_view named = entry.answers.text("person");
    return named.empty() ? entry.by == person : named == person.value;
  }

  /// The people for each of whom an entry must exist.
  [[nodiscard]] std::vector<PersonId> each_of(const Selector& selector, const Obligation& out, const Entry& anchor) const {
    std::vector<PersonId> people;
    for (const Selector& every : selector.every)
      for (const Entry* entry : file_.standing(every.record)) {
        if (known_from(*entry) > as_at_ || !meets(entry->answers, every.where) || !belongs(*entry, every, out, anchor)) continue;
        const PersonId person{std::string(entry->answers.text("person"))};
        if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
      }
    return people;
  }

  [[nodiscard]] bool late(const Obligation& out) const {
    if (!out.counted) return false;
    if (out.counted->limit_at)
      if (const Instant* at = std::get_if<Instant>(&out.met_at)) return *at > *out.counted->limit_at;
    return *out.met_on > out.counted->limit;
  }

  [[nodiscard]] State state(const Obligation& out) const {
    if (out.met_on) return late(out) ? State::met_late : State::met;
    if (!out.counted) return State::open;
    if (as_at_ <= out.counted->limit) return State::due;
    return rule_.window ? State::lapsed : State::overdue;
  }

  const CaseFile& file_;
  const Procedure& procedure_;
  const TimeLimit& rule_;
  Date as_at_;
};

/// Puts what is the same for several children into one.
void join_siblings(std::vector<Obligation>& all) {
  std::vector<Obligation> joined;
  for (Obligation& next : all) {
    const auto same = std::find_if(joined.begin(), joined.end(), [&](const Obligation& one) {
      return one.rule == next.rule && one.anchor == next.anchor && one.state == next.state && one.met_on == next.met_on && one.planned_on == next.planned_on;
    });
    if (same == joined.end()) {
      joined.push_back(std::move(next));
      continue;
    }
    same->about.insert(same->about.end(), next.about.begin(), next.about.end());
    for (const EntryId& entry : next.rests_on)
      if (std::find(same->rests_on.begin(), same->rests_on.end(), entry) == same->rests_on.end()) same->rests_on.push_back(entry);
  }
  all = std::move(joined);
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

std::vector<Obligation> obligations(const CaseFile& file, const Procedure& procedure, Date as_at) {
  std::vector<Obligation> all;
  for (const TimeLimit& rule : procedure.described().time_limits) Reckoning(file, procedure, rule, as_at).run(all);
  join_siblings(all);
  const auto order = [](const Obligation& one) {
    return std::tuple(urgency(one.state), one.counted ? one.counted->limit : Date::last(), one.counted_from);
  };
  std::stable_sort(all.begin(), all.end(), [&](const Obligation& left, const Obligation& right) { return order(left) < order(right); });
  return all;
}

}  // namespace confer
