#include "catalogue/described.h"

namespace confer {
namespace {

template <class T>
const T* by_id(const std::vector<T>& items, std::string_view id) noexcept {
  for (const T& item : items)
    if (item.id == id) return &item;
  return nullptr;
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

std::vector<Choice> Described::choices(const Question& question) const {
  if (question.choices_from.empty()) return question.choices;
  std::vector<Choice> out;
  if (question.choices_from == "role")   // the roles are a list of their own
    for (const Role& known : roles) out.push_back({known.id, known.title, {}});
  for (const ListItem& item : list(question.choices_from)) out.push_back({item.id, item.title, item.census});
  return out;
}

}  // namespace confer
