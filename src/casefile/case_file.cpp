#include "casefile/case_file.h"

#include <algorithm>

namespace confer {

CaseFile CaseFile::fold(std::vector<Entry> entries, std::optional<Date> known_on) {
  CaseFile file;
  file.entries_.reserve(entries.size());
  file.by_id_.reserve(entries.size());
  for (Entry& entry : entries)
    if (!known_on || london_day(entry.recorded) <= *known_on) file.evolve(std::move(entry));
  return file;
}

void CaseFile::evolve(Entry entry) {
  const std::size_t index = entries_.size();
  if (!entry.corrects.empty() && by_id_.contains(entry.corrects.value)) {
    const EntryId first = root(entry.corrects);
    const auto current = current_of_.find(first.value);
    corrected_[current == current_of_.end() ? by_id_.at(first.value) : current->second] = true;
    root_of_[entry.id.value] = first;
    current_of_[first.value] = index;
  }
  by_id_[entry.id.value] = index;
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
  const std::string& id = entry.about.front().value;
  if (entry.type == "person") {
    const auto [at, is_new] = person_at_.try_emplace(id, people_.size());
    if (is_new) people_.emplace_back();
    know(people_[at->second], index);
  } else if (entry.type == "birth") {
    births_[id] = index;
    if (const auto at = person_at_.find(id); at != person_at_.end()) know(people_[at->second], people_[at->second].entry);
  }
}

/// Reads a person from the entry that introduces them. What a birth says stands above it, also when the introduction is corrected later.
void CaseFile::know(PersonOnFile& person, std::size_t introduced) const {
  const PersonId& id = entries_[introduced].about.front();
  const Answers& answers = entries_[introduced].answers;
  person = {id, introduced, std::string(answers.text("name")), std::string(answers.text("kind")), answers.day("born"), answers.day("expected"),
            std::string(answers.text("role"))};
  if (const auto birth = births_.find(id.value); birth != births_.end()) {
    const Entry& born = entries_[birth->second];
    if (const auto day = born.happened_on()) person.born = day;
    if (const auto name = born.answers.text("name"); !name.empty()) person.name = name;
  }
}

std::vector<const Entry*> CaseFile::standing(std::string_view type) const {
  const std::span<const std::size_t> places = places_of(type);
  std::vector<const Entry*> out;
  out.reserve(places.size());
  for (const std::size_t index : places)
    if (!corrected_[index]) out.push_back(&entries_[index]);
  return out;
}

std::span<const std::size_t> CaseFile::places_of(std::string_view type) const noexcept {
  const auto found = by_type_.find(type);
  return found == by_type_.end() ? std::span<const std::size_t>{} : found->second;
}

std::vector<const Entry*> CaseFile::standing() const {
  std::vector<const Entry*> out;
  for (std::size_t index = 0; index < entries_.size(); ++index)
    if (!corrected_[index]) out.push_back(&entries_[index]);
  return out;
}

const Entry* CaseFile::find(std::string_view id) const noexcept {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &entries_[found->second];
}

EntryId CaseFile::root(const EntryId& id) const { return EntryId{std::string(first_of(id.value))}; }

std::string_view CaseFile::first_of(std::string_view id) const noexcept {
  if (root_of_.empty()) return id;
  const auto found = root_of_.find(id);
  return found == root_of_.end() ? id : std::string_view(found->second.value);
}

bool CaseFile::are_one(std::string_view id, std::string_view other) const { return first_of(id) == first_of(other); }

const Entry* CaseFile::current(const EntryId& id) const {
  const std::string_view first = first_of(id.value);
  const auto found = current_of_.find(first);
  return found == current_of_.end() ? find(first) : &entries_[found->second];
}

const PersonOnFile* CaseFile::person(std::string_view id) const noexcept {
  const auto found = person_at_.find(id);
  return found == person_at_.end() ? nullptr : &people_[found->second];
}

std::vector<const PersonOnFile*> CaseFile::children() const {
  std::vector<const PersonOnFile*> out;
  for (const PersonOnFile& one : people_)
    if (one.kind == "child") out.push_back(&one);
  return out;
}

bool CaseFile::is_child(const PersonId& id) const noexcept {
  const PersonOnFile* known = person(id);
  return known && known->kind == "child";
}

}  // namespace confer
