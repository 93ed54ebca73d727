#pragma once
// A family's file as it stands: the entries put on it, folded. Everything a rule reasons on is read from here. Pure: no clock, no store.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casefile/entry.h"

namespace confer {

/// Someone whom the file introduces, as last corrected.
struct PersonOnFile {
  PersonId id;
  std::size_t entry = 0;                  ///< Index of the entry that introduces them.
  std::string name = {};                  ///< Personal; shown only through a view.
  std::string kind = {};                  ///< "child", "adult" or "practitioner".
  std::optional<Date> born = {};
  std::optional<Date> expected = {};      ///< The day an unborn child is due.
  std::string role = {};                  ///< Of a practitioner.
};

/// A family's file. Copies are whole; what its getters lend lives as long as the file, or until it evolves.
class CaseFile {
 public:
  /// The fold of these entries, in order. With `known_on`, only what was put on file by the end of that day in London.
  [[nodiscard]] static CaseFile fold(std::vector<Entry> entries, std::optional<Date> known_on = std::nullopt);

  /// Adds one entry to the end.
  void evolve(Entry entry);

  /// Every entry, in the order they were put on file, corrected ones included.
  [[nodiscard]] const std::vector<Entry>& entries() const& noexcept { return entries_; }
  const std::vector<Entry>& entries() const&& = delete;
  /// The entries of a type that nothing has corrected, in order of filing. A correction stands here in place of what it corrects.
  [[nodiscard]] std::vector<const Entry*> standing(std::string_view type) const;
  /// Every entry that nothing has corrected.
  [[nodiscard]] std::vector<const Entry*> standing() const;
  /// Where the entries of a type stand among all, in order of filing, corrected ones included.
  [[nodiscard]] std::span<const std::size_t> places_of(std::string_view type) const noexcept;
  /// Whether a later entry has corrected the one at this index.
  [[nodiscard]] bool is_corrected(std::size_t index) const noexcept { return corrected_[index]; }
  /// The entry of this id; null when there is none.
  [[nodiscard]] const Entry* find(const EntryId& id) const noexcept { return find(std::string_view(id.value)); }
  /// The same for an id that stands in an answer.
  [[nodiscard]] const Entry* find(std::string_view id) const noexcept;
  /// The first entry of a chain of corrections, by which everything else refers to it; the id itself when it corrects nothing.
  [[nodiscard]] EntryId root(const EntryId& id) const;
  /// The same for an id that stands in an answer.
  [[nodiscard]] EntryId root(std::string_view id) const { return root(EntryId{std::string(id)}); }
  /// The same, lent by the file or by whoever lent the id.
  [[nodiscard]] std::string_view first_of(std::string_view id) const noexcept;
  /// Whether two ids, as they stand in answers, name one thing: one may be a correction of the other.
  [[nodiscard]] bool are_one(std::string_view id, std::string_view other) const;
  /// What now stands for an id: its last correction, or itself; null when there is none.
  [[nodiscard]] const Entry* current(const EntryId& id) const;

  /// Everyone whom the file introduces, in order of introduction.
  [[nodiscard]] const std::vector<PersonOnFile>& people() const& noexcept { return people_; }
  const std::vector<PersonOnFile>& people() const&& = delete;
  /// Whom the file introduces under this id; null when nobody.
  [[nodiscard]] const PersonOnFile* person(const PersonId& id) const noexcept { return person(std::string_view(id.value)); }
  [[nodiscard]] const PersonOnFile* person(std::string_view id) const noexcept;
  /// The children of the family, in order of introduction.
  [[nodiscard]] std::vector<const PersonOnFile*> children() const;
  [[nodiscard]] bool is_child(const PersonId& id) const noexcept;

  [[nodiscard]] std::string_view authority() const noexcept { return authority_; }
  /// The id of the procedure the file is held under; empty when the file does not say.
  [[nodiscard]] std::string_view procedure() const noexcept { return procedure_; }
  /// A reference without names; the file's id stands in where it is empty.
  [[nodiscard]] std::string_view reference() const noexcept { return reference_; }

 private:
  struct NameHash {
    using is_transparent = void;   // a name is looked for without a copy of it
    std::size_t operator()(std::string_view name) const noexcept { return std::hash<std::string_view>{}(name); }
  };
  /// What is found by an id or the name of a record type.
  template <class Found>
  using Named = std::unordered_map<std::string, Found, NameHash, std::equal_to<>>;

  void introduce(const Entry& entry, std::size_t index);
  void know(PersonOnFile& person, std::size_t introduced) const;

  std::vector<Entry> entries_;
  std::vector<bool> corrected_;
  Named<std::vector<std::size_t>> by_type_;
  Named<std::size_t> by_id_;
  Named<EntryId> root_of_;             // only for entries that correct another
  Named<std::size_t> current_of_;      // root -> index of its last correction
  std::vector<PersonOnFile> people_;
  Named<std::size_t> person_at_;       // among people_
  Named<std::size_t> births_;          // child -> index of the last entry that tells of the birth
  std::string authority_, procedure_, reference_;
};

}  // namespace confer
