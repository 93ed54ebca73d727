#include "casefile/case_file.h"

#include <algorithm>

namespace confer {

CaseFile CaseFile::fold(std::vector<Entry> entries, std::optional<Date> known_on) {
  CaseFile file;
  file.entries_.reserve(entries.size());
  for (Entry& entry : entries)
    if (!known_on || london_day(entry.recorded) <= *known_on) file.evolve(std::move(entry));
  return file;
}

void CaseFile::evolve(Entry entry) {
  const std::size_t index = entries_.size();
  if (!entry.corrects.empty() && by_id_.contains(entry.corrects)) {
    const EntryId first = root(entry.corrects);
    const auto current = current_of_.find(first);
    corrected_[current == current_of_.end() ? by_id_.at(first) : current->second] = true;
    root_of_[entry.id.value] = first;
    current_of_[first] = index;
  }
  by_id_[entry.id] = index;
  by_type_[entry.type].push_back(index);
  corrected_.push_back(false);
  if (entry.type == "family_file") {
    authority_ = entry.answers.text("authority");
    procedure_ = entry.answers.text("procedure");
    reference_ = entry.answers.text("reference");
  }
  entries_.push_back(std::move(entry));
  introduce(entries_.back(), index);
}

void CaseFile::introduce(const Entry& entry, std::size_t index) {
  if (entry.about.size() != 1) return;
  const PersonId& id = entry.about.front();
  if (entry.type == "person") {
    if (!people_.contains(id)) introduced_.push_back(id);
    know(id, index);
  } else if (entry.type == "birth") {
    births_[id] = index;
    if (const auto known = people_.find(id); known != people_.end()) know(id, known->second.entry);
  }
}

/// Reads a person from the entry that introduces them. What a birth says stands above it, also when the introduction is corrected later.
void CaseFile::know(const PersonId& id, std::size_t introduced) {
  const Answers& answers = entries_[introduced].answers;
  PersonOnFile person{id, introduced, std::string(answers.text("name")), std::string(answers.text("kind")), answers.day("born"), answers.day("expected"),
                      std::string(answers.text("role"))};
  if (const auto birth = births_.find(id); birth != births_.end()) {
    const Entry& born = entries_[birth->second];
    if (const auto day = born.happened_on()) person.born = day;
    if (const auto name = born.answers.text("name"); !name.empty()) person.name = name;
  }
  people_.insert_or_assign(id, std::move(person));
}

std::vector<const Entry*> CaseFile::standing(std::string_view type) const {
  std::vector<const Entry*> out;
  const auto found = by_type_.find(type);
  if (found == by_type_.end()) return out;
  out.reserve(found->second.size());
  for (const std::size_t index : found->second)
    if (!corrected_[index]) out.push_back(&entries_[index]);
  return out;
}

std::vector<const Entry*> CaseFile::standing() const {
  std::vector<const Entry*> out;
  for (std::size_t index = 0; index < entries_.size(); ++index)
    if (!corrected_[index]) out.push_back(&entries_[index]);
  return out;
}

const Entry* CaseFile::find(const EntryId& id) const noexcept {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &entries_[found->second];
}

EntryId CaseFile::root(const EntryId& id) const {
  const auto found = root_of_.find(id.value);
  return found == root_of_.end() ? id : found->second;
}

bool CaseFile::are_one(std::string_view id, std::string_view other) const {
  if (id == other) return true;
  if (root_of_.empty()) return false;
  const auto first = [&](std::string_view of) {
    const auto found = root_of_.find(of);
    return found == root_of_.end() ? of : std::string_view(found->second.value);
  };
  return first(id) == first(other);
}

const Entry* CaseFile::current(const EntryId& id) const {
  const EntryId first = root(id);
  const auto found = current_of_.find(first);
  return found == current_of_.end() ? find(first) : &entries_[found->second];
}

const PersonOnFile* CaseFile::person(const PersonId& id) const noexcept {
  const auto found = people_.find(id);
  return found == people_.end() ? nullptr : &found->second;
}

std::vector<const PersonOnFile*> CaseFile::children() const {
  std::vector<const PersonOnFile*> out;
  for (const PersonId& id : introduced_)
    if (is_child(id)) out.push_back(person(id));
  return out;
}

bool CaseFile::is_child(const PersonId& id) const noexcept {
  const PersonOnFile* known = person(id);
  return known && known->kind == "child";
}

}  // namespace confer
