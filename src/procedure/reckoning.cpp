#include "procedure/reckoning.h"

#include <algorithm>
#include <map>
#include <memory>

#include "casefile/condition.h"

namespace confer {
namespace {

using State = Obligation::State;

constexpr int months_a_year = 12;

/// The moment or day that an entry counts by: when it happened, or one of its answers.
Happened when(const Entry& entry, std::string_view day) {
  if (day == "happened") return entry.happened;
  if (day == "recorded") return entry.recorded;
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

/// Where an answer says who was meant, and where a record of a departure says what it departs from.
constexpr std::string_view departure_record = "departure", departs_from_question = "time_limit", consulted_question = "consulted";

/// Works out one time limit over one file.
class Reckoning {
 public:
  Reckoning(const CaseFile& file, const Procedure& procedure, std::span<const std::size_t> editions, const AsAt& as_at)
      : file_(file), procedure_(procedure), editions_(editions), as_at_(as_at) {}

  void run(std::vector<Obligation>& into) {
    const std::size_t before = into.size();
    const std::vector<Anchor> starts = anchors();
    if (starts.empty()) return;
    if (edition(0).per != "child") per_conference(starts, into);
    else
      for (const PersonOnFile* child : as_at_.children) per_child(*child, starts, into);
    for (std::size_t at = before; at < into.size(); ++at) departures(into[at], std::span(into).subspan(before));
  }

 private:
  /// An entry that a selector chooses, and the day that counts.
  struct Item {
    const Entry* entry;
    Happened at;
    Date day;
    std::size_t filed;   // its place among those of its type
  };
  using Items = std::vector<Item>;

  /// An entry that starts a clock, by the edition that counts for its day.
  struct Anchor {
    const Entry* entry;
    const TimeLimit* rule;
    Happened start;
    Date day;
  };

  /// Whether an entry had become true by the end of the day judged: when it happened, else when it was put on file.
  [[nodiscard]] bool is_known(const Entry& entry) const {
    if (const Date* day = std::get_if<Date>(&entry.happened)) return *day <= as_at_.day;
    const Instant* at = std::get_if<Instant>(&entry.happened);
    return (at ? *at : entry.recorded) < as_at_.end;   // a moment against a moment: to ask which day it was in London costs more
  }

  [[nodiscard]] const TimeLimit& edition(std::size_t at) const { return procedure_.described().time_limits[editions_[at]]; }

  /// Every entry that starts a clock, in order of its day.
  [[nodiscard]] std::vector<Anchor> anchors() const {
    std::vector<Anchor> out;
    for (std::size_t at = 0; at < editions_.size(); ++at) {
      const TimeLimit& rule = edition(at);
      for (const Selector& anchor : rule.anchors)
        for (const Item& item : chosen(anchor))
          if (rule.in_force_on(item.day)) out.push_back({item.entry, &rule, item.at, item.day});
    }
    if (editions_.size() > 1 || edition(0).anchors.size() > 1) std::stable_sort(out.begin(), out.end(), [](const Anchor& left, const Anchor& right) { return left.day < right.day; });
    return out;
  }

  /// Entries that a selector chooses, in order of the day that counts; worked out once.
  [[nodiscard]] const Items& chosen(const Selector& selector) const {
    for (const auto& [known, items] : chosen_)
      if (known == &selector) return *items;
    auto out = std::make_unique<Items>();
    std::size_t filed = 0;
    for (const Entry* entry : file_.standing(selector.record)) {
      ++filed;
      if (!meets(entry->answers, selector.where) || !is_known(*entry)) continue;
      const Happened at = when(*entry, selector.day);
      if (const auto day = day_of(at)) out->push_back({entry, at, *day, filed});
    }
    std::stable_sort(out->begin(), out->end(), [](const Item& left, const Item& right) { return left.day < right.day; });
    return *chosen_.emplace_back(&selector, std::move(out)).second;
  }

  void per_child(const PersonOnFile& child, std::span<const Anchor> anchors, std::vector<Obligation>& into) const {
    Date runs_until = Date::from_days(INT32_MIN);
    for (const Anchor& anchor : anchors) {
      // A clock that already runs is not started again: a second strategy discussion does not put off the conference.
      if ((runs_until > anchor.day && !is_answered_by_name(anchor)) || !anchor.entry->is_about(child.id) || !concerns(child, anchor)) continue;
      into.push_back(from(std::span(&anchor, 1), {child.id}));
      runs_until = ended_on(into.back()).value_or(Date::last());
    }
  }

  /// Whether what meets it names the entry that it is counted from, as an answer names the complaint: then each has a clock of its own.
  [[nodiscard]] static bool is_answered_by_name(const Anchor& anchor) {
    return std::any_of(anchor.rule->met_by.begin(), anchor.rule->met_by.end(), [&](const Selector& one) { return !one.same.empty() && anchor.entry->answers.text(one.same).empty(); });
  }

  [[nodiscard]] static std::optional<Date> ended_on(const Obligation& one) { return one.met_on ? one.met_on : one.lapsed_on; }

  /// Whether the time limit concerns this child, by what the file says of them and by their age on the day that it is counted from.
  [[nodiscard]] bool concerns(const PersonOnFile& child, const Anchor& anchor) const {
    const TimeLimit& rule = *anchor.rule;
    return is_old_enough(child, rule, anchor.day) && (rule.only_for.empty() || meets(file_.entries()[child.entry].answers, rule.only_for));
  }

  /// A child whose birth nobody has told of counts as old enough, unless one who is still expected.
  [[nodiscard]] static bool is_old_enough(const PersonOnFile& child, const TimeLimit& rule, Date day) {
    if (rule.over_age == 0) return true;
    return child.born ? age_on(*child.born, day) > rule.over_age : !child.expected;
  }

  /// Whether a child belongs to a group on a day: expected and not born by then, or born.
  [[nodiscard]] bool belongs_to(const PersonId& child, ChildGroup group, Date day) const {
    const PersonOnFile* known = file_.person(child);
    const bool unborn = known && known->expected && !(known->born && *known->born <= day);
    switch (group) {
      case ChildGroup::nobody: return false;
      case ChildGroup::unborn: return unborn;
      case ChildGroup::born: return !unborn;
      case ChildGroup::all: return true;
    }
    mistake("every group of children is told apart", __FILE__, __LINE__);
  }

  void per_conference(std::span<const Anchor> starts, std::vector<Obligation>& into) const {
    std::vector<std::vector<Anchor>> conferences;
    std::map<std::pair<EntryId, std::string_view>, std::size_t> known;   // a conference, and the reader where each has a clock of their own
    for (const Anchor& anchor : starts) {
      EntryId conference = conference_of(*anchor.entry);
      const std::size_t last = conferences.size();
      const std::size_t at = conference.empty() ? last : known.emplace(std::pair(std::move(conference), reader_of(anchor)), last).first->second;
      if (at == last) conferences.emplace_back();
      conferences[at].push_back(anchor);
    }
    for (const std::vector<Anchor>& one : conferences)
      for (std::vector<PersonId>& about : told_apart(one)) into.push_back(from(one, std::move(about)));
  }

  /// Whose copy starts a reader's own clock; empty for a limit that is nobody's own.
  [[nodiscard]] static std::string_view reader_of(const Anchor& anchor) { return anchor.rule->per == "reader" ? anchor.entry->answers.text("person") : std::string_view{}; }

  /// The children of a conference, those for whom it was put off apart from the others: by the day on which it ended for them.
  [[nodiscard]] std::vector<std::vector<PersonId>> told_apart(std::span<const Anchor> starts) const {
    std::map<Date, std::vector<PersonId>> by_end;
    Obligation one;
    one.rule = starts.front().rule;
    one.counted_from = starts.front().day;
    for (PersonId& child : children_of(starts)) {
      one.about = {child};
      const Item* ends = first_end(one, *starts.front().entry);
      by_end[ends ? ends->day : Date::last()].push_back(std::move(child));
    }
    std::vector<std::vector<PersonId>> out;
    for (auto& [day, children] : by_end) out.push_back(std::move(children));
    return out;
  }

  [[nodiscard]] std::vector<PersonId> children_of(std::span<const Anchor> starts) const {
    std::vector<PersonId> about;
    for (const Anchor& anchor : starts)
      for (const PersonId& child : anchor.entry->about) {
        const PersonOnFile* known = file_.person(child);
        if (known && known->kind == "child" && concerns(*known, anchor) && std::find(about.begin(), about.end(), child) == about.end()) about.push_back(child);
      }
    return about;
  }

  [[nodiscard]] EntryId conference_of(const Entry& entry) const {
    if (entry.type == "conference") return file_.root(entry.id);
    return file_.root(entry.answers.text("conference"));
  }

  [[nodiscard]] Obligation from(std::span<const Anchor> anchors, std::vector<PersonId> about) const {
    const Entry& anchor = *anchors.front().entry;
    Obligation out;
    out.rule = anchors.front().rule;
    out.about = std::move(about);
    out.conference = conference_of(anchor);
    out.anchor = anchor.id;
    out.counted_from = anchors.front().day;
    out.reference = std::all_of(out.about.begin(), out.about.end(), [&](const PersonId& child) { return belongs_to(child, out.rule->reference_for, out.counted_from); });
    for (const Anchor& one : anchors)
      if (std::any_of(out.about.begin(), out.about.end(), [&](const PersonId& child) { return one.entry->is_about(child); })) out.rests_on.push_back(one.entry->id);
    count(out, anchors.front().start);
    settle(out, anchor);
    plan(out, anchor);
    return out;
  }

  [[nodiscard]] Result<Counted> counted(const Happened& start, const Period& period, Direction direction) const {
    if (const Instant* at = std::get_if<Instant>(&start)) return procedure_.calendar().count(*at, period, direction);
    return procedure_.calendar().count(*day_of(start), period, direction);
  }

  void count(Obligation& out, const Happened& start) const {
    const TimeLimit& rule = *out.rule;
    const Direction direction = rule.before ? Direction::before : Direction::after;
    if (!rule.limit) return;
    auto limit = counted(start, *rule.limit, direction);
    if (!limit) {
      out.unknown = limit.error().message;
      return;
    }
    out.counted = std::move(*limit);
    if (!rule.strict) return;
    auto strict = counted(start, *rule.strict, direction);
    if (strict && strict->limit != out.counted->limit) out.strict = std::move(*strict);
  }

  /// Whether an entry belongs to this obligation: about one of its children, and tied to its anchor where the selector says so.
  [[nodiscard]] bool belongs(const Entry& entry, const Selector& selector, const Obligation& out, const Entry& anchor) const {
    if (!selector.any_child && std::none_of(out.about.begin(), out.about.end(), [&](const PersonId& child) { return entry.is_about(child); })) return false;
    if (out.rule->per == "reader" && entry.answers.text("person") != anchor.answers.text("person")) return false;
    if (selector.same.empty()) return true;
    const EntryId tied = file_.root(entry.answers.text(selector.same));
    return tied == file_.root(anchor.id) || (!anchor.answers.text(selector.same).empty() && tied == file_.root(anchor.answers.text(selector.same)));
  }

  /// Where the entries of a selector begin that may come after the anchor; for a limit counted back, those before it too.
  [[nodiscard]] Items::const_iterator start_of(const Items& all, const Obligation& out) const {
    if (out.rule->before) return all.begin();
    return std::lower_bound(all.begin(), all.end(), out.counted_from, [](const Item& item, Date day) { return item.day < day; });
  }

  /// Since when an entry may count for a limit before a conference: a report may have been there already, and what ended an earlier plan ends nothing here.
  enum class Since { ever, the_call };

  /// Whether an entry comes after the anchor and belongs to it; one like the anchor on its own day does not.
  [[nodiscard]] bool follows(const Item& item, const Selector& selector, const Obligation& out, const Entry& anchor, Since since = Since::ever) const {
    if (item.entry == &anchor || (item.entry->type == anchor.type && item.day <= out.counted_from)) return false;
    if (since == Since::the_call && out.rule->before && selector.same.empty() && is_before_the_call(item, anchor)) return false;   // of an earlier conference
    return belongs(*item.entry, selector, out, anchor);
  }

  /// Whether something came before an entry, or what that corrects, was first put on file.
  [[nodiscard]] bool is_before_the_call(const Item& item, const Entry& call) const {
    const Entry* first = file_.find(file_.root(call.id));
    const Instant called = (first ? *first : call).recorded;
    const Date on = london_day(called);
    return item.day < on || (item.day == on && item.entry->recorded < called);
  }

  /// The first entry of a selector that came after the anchor; null when none did.
  [[nodiscard]] const Item* first_following(const Selector& selector, const Obligation& out, const Entry& anchor, Since since = Since::ever) const {
    const Items& all = chosen(selector);
    for (auto item = start_of(all, out); item != all.end(); ++item)
      if (follows(*item, selector, out, anchor, since)) return &*item;
    return nullptr;
  }

  /// The last day that was set for it while it ran: a conference called anew stands in place of one that could not go ahead.
  void plan(Obligation& out, const Entry& anchor) const {
    const Date end = ended_on(out).value_or(Date::last());
    for (const Selector& selector : out.rule->planned_by) {
      const Item* last = nullptr;
      const Items& all = chosen(selector);
      auto item = std::upper_bound(all.begin(), all.end(), out.counted_from, [](Date day, const Item& one) { return day < one.day; });
      for (; item != all.end() && item->day <= end; ++item)
        if ((!last || item->filed > last->filed) && belongs(*item->entry, selector, out, anchor)) last = &*item;
      if (!last) continue;
      out.planned_on = last->day;
      out.planned_by = last->entry->id;
      if (std::find(out.rests_on.begin(), out.rests_on.end(), out.planned_by) == out.rests_on.end()) out.rests_on.push_back(out.planned_by);
      return;
    }
  }

  void settle(Obligation& out, const Entry& anchor) const {
    for (const Selector& selector : out.rule->met_by) meet(out, selector, anchor);
    if (const Item* ends = first_end(out, anchor); ends && lapse(out, ends->day)) out.rests_on.push_back(ends->entry->id);
    for (const Becomes& one : out.rule->becomes) change(out, one, anchor);
    out.state = state(out);
  }

  /// The first entry that ends it unmet, if it is not met by then; null when none does.
  [[nodiscard]] const Item* first_end(const Obligation& out, const Entry& anchor) const {
    const Item* first = nullptr;
    for (const Selector& selector : out.rule->lapses_by)
      if (const Item* ends = first_following(selector, out, anchor, Since::the_call); ends && (!first || ends->day < first->day)) first = ends;
    return first;
  }

  /// Ends it unmet on a day, unless it was met or had ended by then.
  static bool lapse(Obligation& out, Date day) {
    if (ended_on(out) && *ended_on(out) <= day) return false;
    if (out.met_on) std::erase(out.rests_on, out.met_by);
    out.lapsed_on = day;
    out.met_by = {};
    out.met_on.reset();
    out.met_at = {};
    return true;
  }

  void change(Obligation& out, const Becomes& becomes, const Entry& anchor) const {
    if (becomes.at_age > 0) return birthday(out, becomes);
    if (is_by_then(becomes)) return bring_forward(out, becomes, anchor);
    const Item* tells = first_following(becomes.on, out, anchor);
    if (!tells) return;
    Change change{&becomes, tells->entry->id, tells->day, false};
    if (ended_on(out).value_or(Date::last()) < change.on) return;
    if (becomes.ends) change.governs = lapse(out, change.on);
    if (becomes.counts) change.governs = recount(out, becomes, tells->at);
    if (change.governs) out.rests_on.push_back(change.by);
    out.changes.push_back(std::move(change));
  }

  /// Whether what comes sooner is itself the last day: nothing is counted from it.
  [[nodiscard]] static bool is_by_then(const Becomes& becomes) { return !becomes.counts && !becomes.ends && becomes.whichever == Becomes::Whichever::earlier; }

  /// Makes the soonest day that a selector names the last one, where it comes before the limit; a day set for later counts as soon as it is set.
  void bring_forward(Obligation& out, const Becomes& becomes, const Entry& anchor) const {
    const Items& all = chosen(becomes.on);
    const auto soonest = std::find_if(all.begin(), all.end(), [&](const Item& item) { return item.day > out.counted_from && belongs(*item.entry, becomes.on, out, anchor); });
    if (soonest == all.end() || !out.counted || soonest->day >= out.counted->limit) return;
    auto by_then = counted(soonest->day, {0, Unit::calendar_days}, Direction::after);
    if (!by_then) return;
    out.counted = std::move(*by_then);
    out.strict.reset();
    std::erase_if(out.changes, [](const Change& earlier) { return is_by_then(*earlier.becomes); });
    out.changes.push_back({&becomes, soonest->entry->id, soonest->day, true});
    if (std::find(out.rests_on.begin(), out.rests_on.end(), soonest->entry->id) == out.rests_on.end()) out.rests_on.push_back(soonest->entry->id);
  }

  void birthday(Obligation& out, const Becomes& becomes) const {
    const PersonOnFile* child = file_.person(out.about.front());
    if (!child || !child->born) return;
    Date day = child->born->plus_months(becomes.at_age * months_a_year);
    if (age_on(*child->born, day) < becomes.at_age) day = day.plus_days(1);   // born on 29 February
    if (day > as_at_.day || day < out.counted_from || ended_on(out).value_or(Date::last()) < day) return;
    Change change{&becomes, {}, day, false};
    if (becomes.ends) change.governs = lapse(out, day);
    if (becomes.counts) change.governs = recount(out, becomes, day);
    if (change.governs) out.rests_on.push_back(file_.entries()[child->entry].id);
    out.changes.push_back(std::move(change));
  }

  /// Counts the limit anew from a change; whether that is what now holds.
  bool recount(Obligation& out, const Becomes& becomes, const Happened& start) const {
    auto anew = counted(start, *becomes.counts, Direction::after);
    if (!anew || !out.counted) return false;
    const bool sooner = anew->limit < out.counted->limit;
    if (becomes.whichever == Becomes::Whichever::earlier && !sooner) return false;
    if (becomes.whichever == Becomes::Whichever::later && anew->limit <= out.counted->limit) return false;
    for (Change& earlier : out.changes) earlier.governs = earlier.governs && !earlier.becomes->counts;
    out.counted = std::move(*anew);
    out.strict.reset();
    return true;
  }

  void meet(Obligation& out, const Selector& selector, const Entry& anchor) const {
    if (out.met_on) return;
    std::vector<const Item*> meeting;
    if (selector.every.empty()) {
      if (const Item* first = first_following(selector, out, anchor); first && !is_closed_by(out, *first)) meeting.push_back(first);
    } else {
      meeting = for_everyone(selector, out, anchor);
    }
    if (meeting.empty()) return;
    const Item* last = *std::max_element(meeting.begin(), meeting.end(), [](const Item* left, const Item* right) { return left->day < right->day; });
    for (const Item* one : meeting)
      if (one->day == last->day) last = one;   // of several on one day the last named
    out.met_by = last->entry->id;
    out.met_on = last->day;
    out.met_at = last->at;
    for (const Item* one : meeting) out.rests_on.push_back(one->entry->id);
  }

  /// Whether a window had closed when something was done: a window is never late.
  [[nodiscard]] static bool is_closed_by(const Obligation& out, const Item& item) { return out.rule->window && out.counted && item.day > out.counted->limit; }

  /// The first entry for each person for whom one must exist; empty while somebody has none, and the first of all where nobody is named.
  [[nodiscard]] std::vector<const Item*> for_everyone(const Selector& selector, const Obligation& out, const Entry& anchor) const {
    const Items& all = chosen(selector);
    std::vector<std::pair<std::string_view, const Item*>> theirs;   // few: those who come to one conference
    const Item* first = nullptr;
    for (auto item = start_of(all, out); item != all.end(); ++item) {
      if (!follows(*item, selector, out, anchor)) continue;
      if (!first) first = &*item;
      theirs.emplace_back(meant_for(*item->entry), &*item);
    }
    if (!first) return {};
    std::vector<const Item*> meeting;
    std::vector<std::string_view> named;
    for (const Selector& every : selector.every)
      for (const Item& one : everyone(every)) {
        if (!belongs(*one.entry, every, out, anchor)) continue;
        const std::string_view person = one.entry->answers.text("person");
        if (std::find(named.begin(), named.end(), person) != named.end()) continue;
        named.push_back(person);
        const auto found = std::find_if(theirs.begin(), theirs.end(), [&](const auto& met) { return met.first == person; });
        if (found == theirs.end()) return {};
        meeting.push_back(found->second);
      }
    if (named.empty()) meeting.push_back(first);
    return meeting;
  }

  /// Whom an entry is for: whom it names, or where it names nobody who put it on file.
  [[nodiscard]] static std::string_view meant_for(const Entry& entry) {
    const std::string_view named = entry.answers.text("person");
    return named.empty() ? std::string_view(entry.by.value) : named;
  }

  /// The entries that name people for each of whom another must exist, in order of filing; they need no day of their own.
  [[nodiscard]] const Items& everyone(const Selector& selector) const {
    for (const auto& [known, items] : chosen_)
      if (known == &selector) return *items;
    auto out = std::make_unique<Items>();
    for (const Entry* entry : file_.standing(selector.record))
      if (is_known(*entry) && meets(entry->answers, selector.where)) out->push_back({entry, {}, {}, 0});
    return *chosen_.emplace_back(&selector, std::move(out)).second;
  }

  [[nodiscard]] bool late(const Obligation& out) const {
    if (!out.counted || out.reference) return false;
    if (out.counted->limit_at)
      if (const Instant* at = std::get_if<Instant>(&out.met_at)) return *at > *out.counted->limit_at;
    return *out.met_on > out.counted->limit;
  }

  [[nodiscard]] State state(const Obligation& out) const {
    if (out.lapsed_on) return State::lapsed;
    if (out.met_on) return late(out) ? State::met_late : State::met;
    if (!out.counted || out.reference) return State::open;
    if (as_at_.day <= out.counted->limit) return State::due;
    return out.rule->window ? State::lapsed : State::overdue;
  }

  /// Departures that were put on file for this while it ran: about one of its children, before the next of the same rule began.
  void departures(Obligation& out, std::span<const Obligation> all) const {
    for (const Entry* entry : file_.standing(departure_record)) {
      if (entry->answers.text(departs_from_question) != out.rule->id || !is_known(*entry)) continue;
      const Date on = known_from(*entry);
      const bool about = std::any_of(out.about.begin(), out.about.end(), [&](const PersonId& child) { return entry->is_about(child); });
      if (!about || (!out.rule->before && on < out.counted_from) || elsewhere(*entry, out, on, all)) continue;
      out.departures.push_back(departure(*entry, *out.rule, on));
    }
  }

  /// Whether a departure is from another of the same rule: it names another conference, or a later clock had begun.
  [[nodiscard]] bool elsewhere(const Entry& entry, const Obligation& out, Date on, std::span<const Obligation> all) const {
    const std::string_view conference = entry.answers.text("conference");
    if (!conference.empty()) return file_.root(conference) != out.conference;
    return !out.rule->before && std::any_of(all.begin(), all.end(), [&](const Obligation& other) {
      return other.counted_from > out.counted_from && other.counted_from <= on && std::find(other.about.begin(), other.about.end(), out.about.front()) != other.about.end();
    });
  }

  [[nodiscard]] Departure departure(const Entry& entry, const TimeLimit& rule, Date on) const {
    Departure out{entry.id, on, PersonId{std::string(entry.answers.text(consulted_question))}, rule.departure_by.empty() || entry.role == rule.departure_by, {}};
    if (const PersonOnFile* consulted = file_.person(out.consulted)) out.by_right = out.by_right || consulted->role == rule.departure_by;
    for (const std::string& question : rule.departure_records)
      if (!entry.answers.has(question)) out.lacking.push_back(question);
    return out;
  }

  const CaseFile& file_;
  const Procedure& procedure_;
  std::span<const std::size_t> editions_;
  const AsAt& as_at_;
  mutable std::vector<std::pair<const Selector*, std::unique_ptr<Items>>> chosen_;   // worked out once for each selector
};

}  // namespace

void reckon(const CaseFile& file, const Procedure& procedure, std::span<const std::size_t> editions, const AsAt& as_at, std::vector<Obligation>& into) {
  Reckoning(file, procedure, editions, as_at).run(into);
}

}  // namespace confer
