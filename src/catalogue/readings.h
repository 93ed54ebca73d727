#pragma once
// From one TOML table to one described thing. Used where procedures are gathered, and nowhere else.
#include "catalogue/table_reader.h"

namespace confer::readings {

/// What a key must do that cannot be left out.
inline constexpr auto stand = TableReader::Must::stand;


/// What a procedure changes of a time limit that it inherits. What is empty stays as it was.
struct Addition {
  std::string to;
  std::optional<Period> limit = {};
  Words no_number = {};
  bool unset = false;
  std::optional<Period> strict = {};
  std::optional<ChildGroup> reference_for = {};
  std::string owner = {};
  std::string departure_by = {};
  std::vector<std::string> departure_records = {};
  std::vector<Becomes> becomes = {};
  std::vector<std::string> examples = {};
  std::optional<DepartsFrom> departs = {};
  Citation cites;
  Place place;
};

/// What a procedure adds to a document that it inherits: by which text of its own it is made, what it is called, and lines at its end.
struct DocumentAddition {
  std::string to;
  Words title = {};                          ///< Empty to leave it as it is.
  std::vector<DocumentBlock> blocks = {};
  Citation cites;
  Place place;
};

/// Each reads one table of its kind; what is wrong with it is noted in the reader.
[[nodiscard]] Source source(TableReader& table);
[[nodiscard]] Role role(TableReader& table);
[[nodiscard]] RecordType record(TableReader& table);
[[nodiscard]] TimeLimit time_limit(TableReader& table);
[[nodiscard]] Addition addition(TableReader& table);
[[nodiscard]] AccessLine access_line(TableReader& table);
[[nodiscard]] Ending ending(TableReader& table);
[[nodiscard]] Quorum quorum(TableReader& table);
[[nodiscard]] DecisionRule decision_rule(TableReader& table);
[[nodiscard]] HolidayList holidays(TableReader& table);
[[nodiscard]] ClosureDay closure(TableReader& table);
[[nodiscard]] ListItem list_item(TableReader& table);
[[nodiscard]] DocumentType document(TableReader& table);
[[nodiscard]] DocumentAddition document_addition(TableReader& table);
[[nodiscard]] std::vector<Condition> conditions(TableReader& table, std::string_view key);

}  // namespace confer::readings
