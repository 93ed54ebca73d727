#pragma once
// Reads one TOML table key by key and remembers which keys were read, so that an unknown one is an error with its file and line.
#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/load_error.h"

namespace confer {

/// One table of a procedure file. Errors are collected, so that one reading tells of all of them.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string file, std::vector<LoadError>& errors) : table_(table), file_(std::move(file)), errors_(errors) {}

  enum class Must { stand, be_optional };

  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
  [[nodiscard]] std::string text(std::string_view key, Must must = Must::be_optional);
  [[nodiscard]] Words words(std::string_view key, Must must = Must::be_optional);   ///< A string, or a table of `en` and `cy`.
  [[nodiscard]] bool yes_no(std::string_view key, bool otherwise);
  [[nodiscard]] int number(std::string_view key, int otherwise);
  [[nodiscard]] std::optional<Date> day(std::string_view key, Must must = Must::be_optional);
  /// The days from which and up to which something holds, into it; notes an error where they are the wrong way round.
  template <class Dated>
  void stretch(Dated& into) {
    into.in_force_from = day("in_force_from");
    into.in_force_to = day("in_force_to");
    if (into.in_force_from && into.in_force_to && *into.in_force_to < *into.in_force_from) wrong("\"in_force_to\" is before \"in_force_from\". Mend one of them.");
  }
  [[nodiscard]] std::optional<Period> period(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);   ///< A list of strings, or one string.
  [[nodiscard]] std::vector<Date> days(std::string_view key);           ///< A list of days.
  [[nodiscard]] std::optional<Instant> london_moment(std::string_view key);   ///< A day and a time of day, as London's clocks show them.
  [[nodiscard]] const toml::table* free_table(std::string_view key);    ///< A table whose keys are anything, to be read by whoever asked; null where it is none.
  [[nodiscard]] Citation citation(Must must = Must::stand);             ///< From `source`, `at` and `catalogue`.
  /// Sub-tables under a key: an array of tables, or one table.
  [[nodiscard]] std::vector<TableReader> tables(std::string_view key);
  /// Every key with its table, for tables whose keys are names.
  [[nodiscard]] std::vector<std::pair<std::string, TableReader>> named_tables();
  /// Every key with what it is called: a string, a table of `en` and `cy`, or a list of such tables, each with the days it holds for.
  [[nodiscard]] std::vector<std::pair<std::string, Wording>> named_wordings();
  [[nodiscard]] Place place() const;
  /// Where a key of this table stands; the table's own place where it has none of the name.
  [[nodiscard]] Place place_of(std::string_view key) const;
  /// Notes an error at this table.
  void wrong(std::string message);
  /// Notes every key that nothing read. Call once, last.
  void finish();

 private:
  [[nodiscard]] const toml::node* take(std::string_view key, Must must);
  void wrong_at(const toml::node& node, std::string message);

  const toml::table& table_;
  std::string file_;
  std::vector<LoadError>& errors_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace confer
