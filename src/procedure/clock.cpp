#include "procedure/clock.h"

#include <algorithm>

namespace confer {
namespace {

using State = Obligation::State;

constexpr int months_a_year = 12;
constexpr std::size_t usual_reasons = 4;   // entries that most obligations rest on at most

/// Whether what comes sooner is itself the last day: nothing is counted from it.

/// Whom an entry is for: whom it names, or where it names nobody who put it on file.
std::string_view meant_for(const Entry& entry) {
  const std::string_view named = entry.answers.text("person");
  return named.empty() ? std::string_view(entry.by.value) : named;
}

}  // namespace

std::string_view conference_of(const CaseFile& file, const Entry& entry) {
  return file.first_of(entry.type == "conference" ? std::string_view(entry.id.value) : entry.answers.text("conference"));
}

std::optional<Date> ended_on(const Obligation& one) { return one.met_on ? one.met_on : one.lapsed_on; }

Clock::Clock(FileAsAt& at, std::span<const Anchor> anchors, Obligation& out)
    : at_(at), file_(at.file()), anchors_(anchors), anchor_(*anchors.front().entry), rule_(*anchors.front().rule), per_reader_(rule_.per == "reader"), first_(file_.first_of(anchor_.id.value)), out_(out) {
  out_.rule = &rule_;
  out_.counted_from = anchors.front().day;
}

void Clock::run() {
  out_.conference = EntryId{std::string(conference_of(file_, anchor_))};
  out_.anchor = anchor_.id;
  out_.reference = runs_for(rule_.reference_for);
  out_.rests_on.reserve(usual_reasons);
  for (const Anchor& one : anchors_)
    if (std::any_of(out_.about.begin(), out_.about.end(), [&](const PersonId& child) { return one.entry->is_about(child); })) out_.rests_on.push_back(one.entry->id);
  count();
  for (const Selector& selector : rule_.met_by) meet(selector);
  if (const Item* ends = end(); ends && lapse(ends->day)) out_.rests_on.push_back(ends->entry->id);
  if (rule_.reference_for == ChildGroup::unborn && is_born_while_it_runs()) out_.reference = false;
  for (const Becomes& one : rule_.becomes) change(one);
  out_.state = state();
  plan();
}

/// Whether all of its children belong to a group on the day it is counted from: expected and not born by then, or born.
bool Clock::runs_for(ChildGroup group) const {
  if (group == ChildGroup::nobody || group == ChildGroup::all) return group == ChildGroup::all;
  return std::all_of(out_.about.begin(), out_.about.end(), [&](const PersonId& child) {
    const PersonOnFile* known = file_.person(child);
    const bool unborn = known && known->expected && !(known->born && *known->born <= out_.counted_from);
    return unborn == (group == ChildGroup::unborn);
  });
}

/// Whether one of its children was born before it was met or had ended: what was a day to go by for an unborn child binds from the birth on.
bool Clock::is_born_while_it_runs() const {
  const Date until = std::min(at_.day().plus_days(1), ended_on(out_).value_or(Date::last()));
  return std::any_of(out_.about.begin(), out_.about.end(), [&](const PersonId& child) {
    const PersonOnFile* known = file_.person(child);
    return known && known->born && *known->born < until;
  });
}

Result<Counted> Clock::counted(const Happened& start, const Period& period, Direction direction) const {
  const Calendar& calendar = at_.procedure().calendar();
  if (const Instant* at = std::get_if<Instant>(&start)) return calendar.count(*at, period, direction);
  return calendar.count(*london_day(start), period, direction);
}

void Clock::count() {
  if (!rule_.limit) return;
  const Direction direction = rule_.before ? Direction::before : Direction::after;
  auto limit = counted(anchors_.front().start, *rule_.limit, direction);
  if (!limit) {
    out_.unknown = limit.error().message;
    return;
  }
  out_.counted = std::move(*limit);
  if (!rule_.strict) return;
  auto strict = counted(anchors_.front().start, *rule_.strict, direction);
  if (strict && strict->limit != out_.counted->limit) out_.strict = std::move(*strict);
}

/// Whether an entry belongs to this clock: about one of its children, and tied to its anchor where the selector says so.
bool Clock::belongs(const Entry& entry, std::string_view tied, const Selector& selector) {
  if (!selector.any_child && std::none_of(out_.about.begin(), out_.about.end(), [&](const PersonId& child) { return entry.is_about(child); })) return false;
  if (per_reader_ && entry.answers.text("person") != anchor_.answers.text("person")) return false;
  if (selector.same.empty()) return true;
  return !tied.empty() && (tied == first_ || tied == anchor_tied(selector.same));
}

/// What the anchor itself is tied to by its answer to a question; empty where it names nothing.
std::string_view Clock::anchor_tied(std::string_view question) {
  if (!tie_ || tie_->question != question) tie_ = {question, file_.first_of(anchor_.answers.text(question))};
  return tie_->answer;
}

/// The entries of a selector that may come after the anchor; for a limit counted back, those before it too.
std::span<const Item> Clock::since_start(const Selector& selector) {
  const std::span<const Item> all = at_.chosen(selector);
  if (rule_.before) return all;
  const auto first = std::lower_bound(all.begin(), all.end(), out_.counted_from, [](const Item& item, Date day) { return item.day < day; });
  return all.subspan(static_cast<std::size_t>(first - all.begin()));
}

/// Whether an entry comes after the anchor and belongs to it; one like the anchor on its own day does not.
bool Clock::follows(const Item& item, const Selector& selector, Since since) {
  if (item.entry == &anchor_ || (item.day <= out_.counted_from && item.entry->type == anchor_.type)) return false;
  if (since == Since::the_call && rule_.before && selector.same.empty() && is_before_the_call(item)) return false;   // of an earlier conference
  return belongs(item, selector);
}

/// Whether something came before the anchor, or what that corrects, was first put on file.
bool Clock::is_before_the_call(const Item& item) {
  if (!call_) {
    const Entry* first = file_.find(first_);
    const Instant at = (first ? *first : anchor_).recorded;
    call_ = {at, london_day(at)};
  }
  return item.day < call_->day || (item.day == call_->day && item.entry->recorded < call_->at);
}

/// The first entry of a selector that came after the anchor; null when none did.
const Item* Clock::first_following(const Selector& selector, Since since) {
  for (const Item& item : since_start(selector))
    if (follows(item, selector, since)) return &item;
  return nullptr;
}

const Item* Clock::end() {
  const Item* first = nullptr;
  for (const Selector& selector : rule_.lapses_by)
    if (const Item* ends = first_following(selector, Since::the_call); ends && (!first || ends->day < first->day)) first = ends;
  return first;
}

void Clock::meet(const Selector& selector) {
  if (out_.met_on) return;
  if (!selector.every.empty()) return meet_by(for_everyone(selector));
  const Item* first = first_following(selector);
  if (first && !is_closed_by(*first)) meet_by({&first, 1});
}

/// Says that these met it, the last of them when; nothing where there are none.
void Clock::meet_by(std::span<const Item* const> meeting) {
  if (meeting.empty()) return;
  const Item* last = *std::max_element(meeting.begin(), meeting.end(), [](const Item* left, const Item* right) { return left->day < right->day; });
  for (const Item* one : meeting)
    if (one->day == last->day) last = one;   // of several on one day the last named
  out_.met_by = last->entry->id;
  out_.met_on = last->day;
  out_.met_at = last->at;
  for (const Item* one : meeting) out_.rests_on.push_back(one->entry->id);
}

/// Whether a window had closed when something was done: a window is never late.
bool Clock::is_closed_by(const Item& item) const { return rule_.window && out_.counted && item.day > out_.counted->limit; }

/// The entry that another names in the question a selector goes through, as it was first put on file; null where it goes through none.
const Entry* Clock::named_through(const Entry& entry, const Selector& selector) const {
  return selector.through.empty() ? nullptr : file_.find(file_.root(entry.answers.text(selector.through)));
}

/// Adds for each child the first that somebody of the roles put on file; whether there is one for every child.
bool Clock::also_by(const Selector& selector, std::vector<const Item*>& into) {
  return selector.also_by.empty() || std::all_of(out_.about.begin(), out_.about.end(), [&](const PersonId& child) {
    for (const Item& item : since_start(selector)) {
      const bool by_them = std::find(selector.also_by.begin(), selector.also_by.end(), item.entry->role) != selector.also_by.end();
      if (!by_them || !item.entry->is_about(child) || !follows(item, selector)) continue;
      into.push_back(&item);
      return true;
    }
    return false;
  });
}

/// The first entry for each person for whom one must exist, or for each entry that names nobody; empty while one is wanting, and the first of all where
/// there is nobody and nothing to exist for.
std::vector<const Item*> Clock::for_everyone(const Selector& selector) {
  std::vector<std::pair<std::string_view, const Item*>> theirs;   // few: those who come to one conference
  const std::span<const Item> since = since_start(selector);
  theirs.reserve(since.size());
  for (const Item& item : since) {
    if (!follows(item, selector)) continue;
    const Entry* named = named_through(*item.entry, selector);
    theirs.emplace_back(named ? std::string_view(named->by.value) : meant_for(*item.entry), &item);
    if (named) theirs.emplace_back(named->id.value, &item);
  }
  std::vector<const Item*> meeting;
  if (theirs.empty() || !also_by(selector, meeting)) return {};
  std::vector<std::string_view> named;
  for (const Selector& every : selector.every)
    for (const auto& [entry, whom, tied] : at_.naming(every)) {
      const Entry* first = whom.empty() ? file_.find(file_.root(entry->id)) : nullptr;   // names nobody: itself is meant
      const std::string_view person = first ? std::string_view(first->id.value) : whom;
      if (std::find(named.begin(), named.end(), person) != named.end() || !belongs(*entry, tied, every)) continue;
      named.push_back(person);
      const auto found = std::find_if(theirs.begin(), theirs.end(), [&](const auto& met) { return met.first == person; });
      if (found == theirs.end()) return {};
      if (std::find(meeting.begin(), meeting.end(), found->second) == meeting.end()) meeting.push_back(found->second);
    }
  if (meeting.empty()) meeting.push_back(theirs.front().second);
  return meeting;
}

/// Ends it unmet on a day, unless it was met or had ended by then.
bool Clock::lapse(Date day) {
  if (const auto ended = ended_on(out_); ended && *ended <= day) return false;
  if (out_.met_on) std::erase(out_.rests_on, out_.met_by);
  out_.lapsed_on = day;
  out_.met_by = {};
  out_.met_on.reset();
  out_.met_at = {};
  return true;
}

void Clock::change(const Becomes& becomes) {
  if (becomes.at_age > 0) return birthday(becomes);
  if (becomes.is_by_then()) return bring_forward(becomes);
  const Item* tells = first_following(becomes.on);
  if (!tells || ended_on(out_).value_or(Date::last()) < tells->day) return;
  Change change{&becomes, tells->entry->id, tells->day, false};
  if (becomes.ends) change.governs = lapse(change.on);
  if (becomes.counts) change.governs = recount(becomes, tells->at);
  if (change.governs) out_.rests_on.push_back(change.by);
  out_.changes.push_back(std::move(change));
}

/// Makes the soonest day that a selector names the last one, where it comes before the limit; a day set for later counts as soon as it is set.
void Clock::bring_forward(const Becomes& becomes) {
  if (!out_.counted) return;
  const std::span<const Item> all = at_.chosen(becomes.on);
  const auto soonest = std::find_if(all.begin(), all.end(), [&](const Item& item) { return item.day > out_.counted_from && belongs(item, becomes.on); });
  if (soonest == all.end() || soonest->day >= out_.counted->limit) return;
  auto by_then = counted(soonest->day, {0, Unit::calendar_days}, Direction::after);
  if (!by_then) return;
  out_.counted = std::move(*by_then);
  out_.strict.reset();
  std::erase_if(out_.changes, [](const Change& earlier) { return earlier.becomes->is_by_then(); });
  out_.changes.push_back({&becomes, soonest->entry->id, soonest->day, true});
  rest_on(soonest->entry->id);
}

void Clock::birthday(const Becomes& becomes) {
  const PersonOnFile* child = file_.person(out_.about.front());
  if (!child || !child->born) return;
  Date day = child->born->plus_months(becomes.at_age * months_a_year);
  if (age_on(*child->born, day) < becomes.at_age) day = day.plus_days(1);   // born on 29 February
  if (day > at_.day() || day < out_.counted_from || ended_on(out_).value_or(Date::last()) < day) return;
  Change change{&becomes, {}, day, false};
  if (becomes.ends) change.governs = lapse(day);
  if (becomes.counts) change.governs = recount(becomes, day);
  if (change.governs) out_.rests_on.push_back(file_.entries()[child->entry].id);
  out_.changes.push_back(std::move(change));
}

/// Counts the limit anew from a change; whether that is what now holds.
bool Clock::recount(const Becomes& becomes, const Happened& start) {
  auto anew = counted(start, *becomes.counts, Direction::after);
  if (!anew || !out_.counted) return false;
  if (becomes.whichever == Becomes::Whichever::earlier && anew->limit >= out_.counted->limit) return false;
  if (becomes.whichever == Becomes::Whichever::later && anew->limit <= out_.counted->limit) return false;
  for (Change& earlier : out_.changes) earlier.governs = earlier.governs && !earlier.becomes->counts;
  out_.counted = std::move(*anew);
  out_.strict.reset();
  return true;
}

bool Clock::is_late() const {
  if (!out_.counted || out_.reference) return false;
  if (out_.counted->limit_at)
    if (const Instant* at = std::get_if<Instant>(&out_.met_at)) return *at > *out_.counted->limit_at;
  return *out_.met_on > out_.counted->limit;
}

Obligation::State Clock::state() const {
  if (out_.lapsed_on) return State::lapsed;
  if (out_.met_on) return is_late() ? State::met_late : State::met;
  if (!out_.counted || out_.reference) return State::open;
  if (at_.day() <= out_.counted->limit) return State::due;
  return rule_.window ? State::lapsed : State::overdue;
}

/// The last day that was set for it while it ran: a conference called anew stands in place of one that could not go ahead.
void Clock::plan() {
  const Date end = ended_on(out_).value_or(Date::last());
  for (const Selector& selector : rule_.planned_by) {
    const Item* last = nullptr;
    for (const Item& item : at_.chosen(selector))
      if (item.day > out_.counted_from && item.day <= end && (!last || item.filed > last->filed) && belongs(item, selector)) last = &item;
    if (!last) continue;
    out_.planned_on = last->day;
    out_.planned_by = last->entry->id;
    return rest_on(out_.planned_by);
  }
}

/// Names an entry once among those that say so.
void Clock::rest_on(const EntryId& entry) {
  if (std::find(out_.rests_on.begin(), out_.rests_on.end(), entry) == out_.rests_on.end()) out_.rests_on.push_back(entry);
}

}  // namespace confer
