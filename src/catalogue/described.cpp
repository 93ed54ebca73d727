#include "catalogue/described.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace confer {
namespace {

template <class T>
const T* by_id(const std::vector<T>& items, std::string_view id) noexcept {
  for (const T& item : items)
    if (item.id == id) return &item;
  return nullptr;
}

/// The choices of a question that draws on a list, of the items that are taken; the first of each id says what it is called.
template <class Taken>
std::vector<Choice> choices_of(const Described& described, const Question& question, Taken is_taken) {
  if (question.choices_from.empty()) return question.choices;
  std::vector<Choice> out;
  if (question.choices_from == "role")   // the roles are a list of their own
    for (const Role& known : described.roles) out.push_back({known.id, known.title, {}});
  for (const ListItem& item : described.list(question.choices_from)) {
    const bool stands = std::any_of(out.begin(), out.end(), [&](const Choice& choice) { return choice.id == item.id; });
    if (is_taken(item) && !stands) out.push_back({item.id, item.title, item.census});
  }
  return out;
}

/// Adds the days from which on one of these begins or has ended.
void add_turns(const std::vector<Wording>& all, std::set<Date>& days) {
  for (const Wording& one : all) {
    if (one.in_force_from && *one.in_force_from > Date::first()) days.insert(*one.in_force_from);
    if (one.in_force_to && *one.in_force_to < Date::last()) days.insert(one.in_force_to->plus_days(1));
  }
}

/// How something is called on a day; null where nothing says so.
const Wording* said_on(const std::vector<Wording>& all, Date day) noexcept {
  const auto said = std::find_if(all.rbegin(), all.rend(), [&](const Wording& one) { return is_in_force(one, day); });
  return said == all.rend() ? nullptr : &*said;
}

}  // namespace

const Question* RecordType::question(std::string_view name) const noexcept {
  for (const Question& question : questions)
    if (question.name == name) return &question;
  return nullptr;
}

const Source* Described::source(std::string_view name) const noexcept { return by_id(sources, name); }
const Role* Described::role(std::string_view name) const noexcept { return by_id(roles, name); }
const RecordType* Described::record(std::string_view name) const noexcept { return by_id(records, name); }
const TimeLimit* Described::time_limit(std::string_view name) const noexcept {
  const TimeLimit* latest = nullptr;
  for (const TimeLimit& one : time_limits)
    if (one.id == name && (!latest || one.in_force_from.value_or(Date::first()) > latest->in_force_from.value_or(Date::first()))) latest = &one;
  return latest;
}

const TimeLimit* Described::time_limit(std::string_view name, Date on) const noexcept {
  for (const TimeLimit& one : time_limits)
    if (one.id == name && one.in_force_on(on)) return &one;
  return nullptr;
}

bool Described::speaks_welsh() const noexcept {
  return std::none_of(time_limits.begin(), time_limits.end(), [](const TimeLimit& one) { return one.what.cy.empty() || (!one.no_number.en.empty() && one.no_number.cy.empty()); });
}

const DocumentType* Described::document(std::string_view name) const noexcept { return by_id(documents, name); }

const std::vector<ListItem>& Described::list(std::string_view name) const noexcept {
  static const std::vector<ListItem> none;
  const auto found = lists.find(name);
  return found == lists.end() ? none : found->second;
}

const Words& Described::term(std::string_view name) const noexcept {
  static const Words none;
  const auto found = words.find(name);
  return found == words.end() ? none : found->second;
}

void Described::speak_on(Date day) {
  words.clear();
  for (const auto& [name, all] : wordings)
    if (const Wording* said = said_on(all, day)) words.emplace(name, said->words);
  for (Role& one : roles) one.title = term(role_term(one.id));
}

std::vector<Wording> Described::said_over_time(std::string_view name) const {
  const auto found = wordings.find(name);
  std::vector<Wording> out;
  if (found == wordings.end()) return out;
  std::set<Date> days = {Date::first()};
  add_turns(found->second, days);
  const Wording* before = nullptr;
  for (const Date day : days) {
    const Wording* said = said_on(found->second, day);
    if (said == before) continue;
    if (before) out.back().in_force_to = day.plus_days(-1);
    if (said) out.push_back({said->words, day == Date::first() ? std::nullopt : std::optional(day), {}, said->place});
    before = said;
  }
  return out;
}

std::vector<Date> Described::days_of_new_words() const {
  std::set<Date> days;
  for (const auto& [name, all] : wordings) add_turns(all, days);
  return {days.begin(), days.end()};
}

std::string role_term(std::string_view role) { return "role_" + std::string(role); }

Words Described::owner_title(const TimeLimit& limit) const {
  if (limit.owner_as.empty()) {
    const Role* found = role(limit.owner);
    return found ? found->title : Words{limit.owner, {}};
  }
  const Words& said = term(limit.owner_as);   // a term stands within sentences, a title by itself
  return {upper_first(said.en), upper_first(said.cy)};
}

std::vector<ListItem> Described::list_on(std::string_view name, Date day) const {
  std::vector<ListItem> out;
  for (const ListItem& item : list(name))
    if (is_in_force(item, day)) out.push_back(item);
  return out;
}

const Quorum* Described::quorum(Date on) const noexcept {
  const auto found = std::find_if(quorums.rbegin(), quorums.rend(), [&](const Quorum& one) { return is_in_force(one, on); });
  return found == quorums.rend() ? nullptr : &*found;
}

const Place& TimeLimit::place_of(std::string_view part) const& noexcept {
  const auto found = changed.find(part);
  return found == changed.end() ? place : found->second;
}

std::vector<Choice> Described::choices(const Question& question) const {
  return choices_of(*this, question, [](const ListItem&) { return true; });
}

std::vector<Choice> Described::choices(const Question& question, Date on) const {
  return choices_of(*this, question, [&](const ListItem& item) { return is_in_force(item, on); });
}

}  // namespace confer
