#pragma once
// From one TOML table to one described thing. Used by load.cpp alone.
#include "catalogue/table_reader.h"

namespace confer::readings {

/// What a local procedure adds to a time limit that it inherits.
struct Addition {
  std::string to;
  std::string departure_by = {};
  std::optional<Period> strict = {};
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
[[nodiscard]] Quorum quorum(TableReader& table);
[[nodiscard]] HolidayList holidays(TableReader& table);
[[nodiscard]] ListItem list_item(TableReader& table);
[[nodiscard]] DocumentType document(TableReader& table);
[[nodiscard]] std::vector<Condition> conditions(TableReader& table, std::string_view key);

}  // namespace confer::readings
