#pragma once
// A worked case as its two files hold it: the family's entries, and what should follow from them. For tests only; whatever is not
// as it should be ends the test with the place.
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <toml++/toml.h>
#include <vector>

#include "base/testing.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "procedure/explain.h"

namespace confer::examples {

/// What should be due: an obligation of this rule for all these children.
struct Due {
  std::string rule;
  std::vector<std::string> about;
  Date as_at;
  std::optional<Date> known_on, limit, latest_bookable, strict, met_on, planned_on, counted_from;
  std::optional<Instant> limit_at;
  std::string state, says, beside, reasons;   ///< The last three: words that must stand in the sentence, beside it, and in the table.
  std::optional<Date> lapsed_on;
  bool reference;
};

/// What looking ahead should say: of the conference's day, and of one thing before it.
struct Ahead {
  Date as_at;
  std::optional<Date> conference, limit, latest_safe;
  bool limiting, in_time;
  std::string rule, state;
};

/// What quorum should find for a child, before an entry was put on file or at the end.
struct QuorumExpected {
  std::string child, conference, before, state;
  std::vector<std::string> present, missing;
};

/// An entry in place of one of the case's own.
struct Instead {
  std::string of, without, type, refused;
  std::optional<Instant> happened;
  std::optional<json::object> answers;
  std::optional<Due> then;
};

/// One cell of a table of who sees what.
struct Sees {
  std::string reader, role, cell, shown;
  std::vector<std::string> items, hidden, answers, hidden_answers;
};

struct WorkedCase {
  std::string id, title;
  std::vector<Entry> entries;
  std::vector<Due> then, never;
  std::vector<QuorumExpected> quorum;
  std::vector<Instead> instead;
  std::vector<Sees> sees;
  std::vector<Ahead> ahead = {};
};

/// One table of a case's file. Every key must be asked for before `finish`, so that nothing is mistyped in silence.
class Row {
 public:
  Row(const toml::table& table, std::string file) : table_(table), file_(std::move(file)) {}

  std::string text(std::string_view key) { return value<std::string>(key).value_or(""); }
  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> out;
    asked_.emplace_back(key);
    if (const toml::array* list = table_[key].as_array())
      for (const toml::node& one : *list) out.push_back(one.value<std::string>().value());
    return out;
  }
  std::optional<Date> day(std::string_view key) {
    const auto day = value<toml::date>(key);
    return day ? std::optional(Date::from_parts(day->year, day->month, day->day).value()) : std::nullopt;
  }
  /// A moment as London's clocks show it.
  std::optional<Instant> at(std::string_view key) {
    const auto at = value<toml::date_time>(key);
    if (!at) return std::nullopt;
    return london_instant(Date::from_parts(at->date.year, at->date.month, at->date.day).value(), at->time.hour, at->time.minute);
  }
  std::vector<Date> days(std::string_view key) {
    std::vector<Date> out;
    asked_.emplace_back(key);
    if (const toml::array* list = table_[key].as_array())
      for (const toml::node& one : *list) {
        const toml::date day = one.value<toml::date>().value();
        out.push_back(Date::from_parts(day.year, day.month, day.day).value());
      }
    return out;
  }
  bool yes(std::string_view key) { return value<bool>(key).value_or(false); }
  const toml::table* table(std::string_view key) {
    asked_.emplace_back(key);
    return table_[key].as_table();
  }
  const std::string& file() const { return file_; }

  void finish() const {
    for (const auto& [key, node] : table_)
      if (std::find(asked_.begin(), asked_.end(), key.str()) == asked_.end())
        throw std::runtime_error(file_ + ":" + std::to_string(node.source().begin.line) + ": unknown key " + std::string(key.str()));
  }

 private:
  template <class T>
  std::optional<T> value(std::string_view key) {
    asked_.emplace_back(key);
    const auto node = table_[key];
    if (!node) return std::nullopt;
    const auto read = node.value<T>();
    if (!read) throw std::runtime_error(file_ + ":" + std::to_string(node.node()->source().begin.line) + ": wrong kind of value for " + std::string(key));
    return read;
  }

  const toml::table& table_;
  std::string file_;
  std::vector<std::string> asked_;
};

/// Every row of an array of tables, read.
template <class T>
std::vector<T> rows(const toml::table& table, std::string_view key, const std::string& file, T (*read)(Row&)) {
  std::vector<T> out;
  const toml::array* list = table[key].as_array();
  if (!list) return out;
  for (const toml::node& one : *list) {
    if (!one.as_table()) throw std::runtime_error(file + ": not a table in " + std::string(key));
    Row row(*one.as_table(), file);
    out.push_back(read(row));
    row.finish();
  }
  return out;
}

inline Due read_due(Row& row) {
  Due due{row.text("rule"), row.texts("about"), row.day("as_at").value(), row.day("known_on"), row.day("limit"), row.day("latest_bookable"),
          row.day("strict"), row.day("met_on"), row.day("planned_on"), row.day("counted_from"), row.at("limit_at"), row.text("state"), row.text("says"), row.text("beside"), row.text("reasons"),
          row.day("lapsed_on"), row.yes("reference")};
  return due;
}

inline QuorumExpected read_quorum(Row& row) {
  return {row.text("child"), row.text("conference"), row.text("before"), row.text("state"), row.texts("present"), row.texts("missing")};
}

inline Sees read_sees(Row& row) {
  return {row.text("reader"), row.text("role"), row.text("cell"), row.text("shown"), row.texts("items"), row.texts("hidden"), row.texts("answers"), row.texts("hidden_answers")};
}

/// Answers as an entry holds them: texts, lists of texts, and yes or no.
inline json::object read_answers(const toml::table& table) {
  json::object out;
  for (const auto& [key, node] : table) {
    if (const auto yes = node.value_exact<bool>()) out[key.str()] = *yes;
    else if (const toml::array* several = node.as_array()) {
      json::array list;
      for (const toml::node& one : *several) list.emplace_back(one.value<std::string>().value());
      out[key.str()] = std::move(list);
    }
    else out[key.str()] = node.value<std::string>().value();
  }
  return out;
}

inline Instead read_instead(Row& row) {
  Instead out{row.text("of"), row.text("without"), row.text("type"), row.text("refused"), row.at("happened"), {}, {}};
  if (const toml::table* answers = row.table("answers")) out.answers = read_answers(*answers);
  if (const toml::table* then = row.table("then")) {
    Row due(*then, row.file());
    out.then = read_due(due);
    due.finish();
  }
  return out;
}

inline Ahead read_ahead(Row& row) {
  return {row.day("as_at").value(), row.day("conference"), row.day("limit"), row.day("latest_safe"), row.yes("limiting"), row.yes("in_time"), row.text("rule"), row.text("state")};
}

using for_tests::procedures_folder;

/// Reads the worked case of this name and folder. Throws with the place of whatever is wrong.
inline WorkedCase read_case(const std::filesystem::path& folder, const std::string& id) {
  const std::string file = (folder / (id + ".toml")).string();
  const toml::table table = toml::parse_file(file);
  WorkedCase out{table["case"].value_or(std::string{}), table["title"].value_or(std::string{}), {}, rows(table, "then", file, read_due), {},
                 rows(table, "quorum", file, read_quorum), rows(table, "instead", file, read_instead), rows(table, "sees", file, read_sees)};
  out.never = rows(table, "never", file, read_due);
  out.ahead = rows(table, "ahead", file, read_ahead);
  std::ifstream lines(folder / (id + ".jsonl"));
  auto entries = read_jsonl(lines);
  if (!entries) throw std::runtime_error(id + ".jsonl: " + entries.error().message);
  out.entries = std::move(*entries);
  return out;
}

/// The ids of the worked cases in a folder: every .jsonl there, sorted.
inline std::vector<std::string> case_ids(const std::filesystem::path& folder) {
  std::vector<std::string> ids;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".jsonl") ids.push_back(file.path().stem().string());
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// Every procedure that is shipped, loaded once. Throws with what is wrong when one does not load.
inline const std::vector<const Procedure*>& every_procedure() {
  static ProcedureShelf shelf(read_procedure_files(procedures_folder()));
  static const std::vector<const Procedure*> all = [] {
    std::vector<const Procedure*> out;
    for (const std::string& id : shelf.ids()) {
      const auto taken = shelf.take(id);
      if (!taken) throw std::runtime_error(taken.error().message);
      out.push_back(*taken);
    }
    return out;
  }();
  return all;
}

/// The shipped procedure of this id. Throws when there is none.
inline const Procedure& procedure_of(std::string_view id) {
  for (const Procedure* one : every_procedure())
    if (one->described().id == id) return *one;
  throw std::runtime_error("no procedure " + std::string(id));
}

inline const Procedure& rotherham() { return procedure_of("rotherham"); }

/// A worked case with the procedure that its family's file names.
struct CaseOf {
  const Procedure* procedure;
  WorkedCase told;

  std::string name() const { return procedure->described().id + " " + told.id; }
};

/// Every worked case of every procedure, in the order of their folders.
inline const std::vector<CaseOf>& every_case() {
  static const std::vector<CaseOf> all = [] {
    std::vector<std::filesystem::path> folders;
    for (const auto& found : std::filesystem::recursive_directory_iterator(procedures_folder()))
      if (found.is_directory() && found.path().filename() == "examples") folders.push_back(found.path());
    std::sort(folders.begin(), folders.end());
    std::vector<CaseOf> out;
    for (const auto& folder : folders)
      for (const std::string& id : case_ids(folder)) {
        WorkedCase told = read_case(folder, id);
        const Procedure& procedure = procedure_of(CaseFile::fold(told.entries).procedure());
        out.push_back({&procedure, std::move(told)});
      }
    return out;
  }();
  return all;
}

/// Where Rotherham's worked cases lie.
inline std::filesystem::path rotherham_cases() { return procedures_folder() / "local/rotherham/examples"; }

}  // namespace confer::examples
