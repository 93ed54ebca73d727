#include "catalogue/described.h"

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

Words Described::owner_title(const TimeLimit& limit) const {
  if (limit.owner_as.empty()) {
    const Role* found = role(limit.owner);
    return found ? found->title : Words{limit.owner, {}};
  }
  Words out = term(limit.owner_as);
  for (std::string* words : {&out.en, &out.cy})   // a term stands within sentences, a title by itself
    if (!words->empty() && words->front() >= 'a' && words->front() <= 'z') words->front() = static_cast<char>(words->front() - 'a' + 'A');
  return out;
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
