#pragma once
// For tests alone: entries and files in one line each. Nothing that runs for people includes it.
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "casefile/case_file.h"
#include "catalogue/testing.h"

namespace confer::for_tests {

/// A day that the test knows to be one.
inline Date day(std::string_view iso) { return Date::parse(iso).value(); }

/// A moment that the test knows to be one.
inline Instant moment(std::string_view iso) { return Instant::parse(iso).value(); }

/// Several choices or people, as an answer.
inline json::array list(std::initializer_list<std::string_view> items) {
  json::array out;
  for (const std::string_view item : items) out.emplace_back(item);
  return out;
}

/// An entry in the making; becomes an Entry wherever one is wanted. Put on file at nine on 1 January 2025 unless it says otherwise.
class MadeEntry {
 public:
  MadeEntry(std::string_view id, std::string_view type) {
    made_.id = EntryId{std::string(id)};
    made_.type = type;
    made_.recorded = moment("2025-01-01T09:00:00Z");
  }
  template <class... Ids>
  MadeEntry& about(const Ids&... ids) {
    (made_.about.push_back(PersonId{std::string(ids)}), ...);
    return *this;
  }
  /// A day, or with a 'T' a moment.
  MadeEntry& happened(std::string_view when) {
    if (when.find('T') == std::string_view::npos) made_.happened = day(when);
    else made_.happened = moment(when);
    return *this;
  }
  MadeEntry& recorded(std::string_view at) { made_.recorded = moment(at); return *this; }
  MadeEntry& by(std::string_view person) { made_.by = PersonId{std::string(person)}; return *this; }
  MadeEntry& corrects(std::string_view id) { made_.corrects = EntryId{std::string(id)}; return *this; }
  /// Any answer: words, yes or no, a number, a list, or what no form would send.
  template <class Value>
  MadeEntry& answer(std::string_view question, Value&& value) {
    json::value& answered = made_.answers.values()[question];
    if constexpr (std::is_convertible_v<Value, std::string_view> && !std::is_null_pointer_v<std::decay_t<Value>>) answered = json::string(std::string_view(value));
    else answered = json::value(std::forward<Value>(value));
    return *this;
  }

  operator Entry() const { return made_; }

 private:
  Entry made_;
};

/// An entry of a record type, with nothing answered yet.
inline MadeEntry entry(std::string_view id, std::string_view type) { return MadeEntry(id, type); }

/// The introduction of somebody: a "child", an "adult" or a "practitioner". The entry's id is "p-" and theirs.
inline MadeEntry person(std::string_view id, std::string_view kind) {
  return entry("p-" + std::string(id), "person").about(id).answer("name", "Invented " + std::string(id)).answer("kind", kind);
}

/// Entries in order as a file.
inline CaseFile file_of(std::vector<Entry> entries) { return CaseFile::fold(std::move(entries)); }

/// These entries and one more.
inline std::vector<Entry> with(std::vector<Entry> entries, std::vector<Entry> more) {
  entries.insert(entries.end(), more.begin(), more.end());
  return entries;
}

}  // namespace confer::for_tests
