// How a view is looked into. What goes into one is decided in view.cpp.
#include <algorithm>

#include "access/view.h"

namespace confer {

std::string_view ShownEntry::text(std::string_view question) const noexcept {
  const json::value* value = answers.if_contains(question);
  const json::string* text = value ? value->if_string() : nullptr;
  return text ? std::string_view(*text) : std::string_view{};
}

std::vector<std::string_view> ShownEntry::list(std::string_view question) const {
  std::vector<std::string_view> out;
  const json::value* value = answers.if_contains(question);
  if (!value) return out;
  if (const json::string* one = value->if_string()) out.emplace_back(*one);
  if (const json::array* many = value->if_array())
    for (const json::value& item : *many)
      if (const json::string* text = item.if_string()) out.emplace_back(*text);
  return out;
}

bool ShownEntry::is_about(const PersonId& person) const noexcept { return std::find(about.begin(), about.end(), person) != about.end(); }

const ShownPerson* FileView::person(std::string_view id) const noexcept {
  const auto found = std::find_if(people.begin(), people.end(), [&](const ShownPerson& one) { return one.id.value == id; });
  return found == people.end() ? nullptr : &*found;
}

std::string_view FileView::name(std::string_view id) const noexcept {
  const ShownPerson* known = person(id);
  return known ? std::string_view(known->name) : std::string_view{};
}

const ShownEntry* FileView::entry(std::string_view id) const noexcept {
  const ShownEntry* by_root = nullptr;   // the id of an entry that was corrected means its correction, where only that is shown
  for (const ShownEntry& one : entries) {
    if (one.id.value == id) return &one;
    if (one.root.value == id) by_root = &one;
  }
  return by_root;
}

std::vector<const ShownEntry*> FileView::standing(std::string_view type) const {
  std::vector<const ShownEntry*> out;
  for (const ShownEntry& one : entries)
    if (one.type == type && !one.corrected) out.push_back(&one);
  return out;
}

std::vector<const ShownEntry*> FileView::standing(std::string_view type, const EntryId& conference) const {
  std::vector<const ShownEntry*> out = standing(type);
  const ShownEntry* named = entry(conference.value);
  std::erase_if(out, [&](const ShownEntry* one) {
    const ShownEntry* theirs = entry(one->text("conference"));
    return !theirs || !named || theirs->root != named->root;
  });
  return out;
}

}  // namespace confer
