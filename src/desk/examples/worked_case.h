#pragma once
// A worked case as its two files beside a procedure hold it: what happened to an invented family (NAME.jsonl), and what should follow from it (NAME.toml).
// Only read here; whatever is not as it should be is noted with file and line.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "casefile/case_file.h"
#include "catalogue/load.h"

namespace confer::examples {

/// The most entries that a worked case has: more cannot be read by a person.
inline constexpr std::size_t most_case_entries = 200;

/// What should be due: an obligation of this rule for all these children. A day that is not given is not compared, save `limit` and `met_on`.
struct Due {
  std::string rule;
  std::vector<std::string> about;
  Date as_at;
  std::optional<Date> known_on, limit, latest_bookable, strict, met_on, planned_on, counted_from;
  std::optional<Instant> limit_at;
  std::string state, says, beside, reasons;   ///< The last three: words that must stand in the sentence, beside it, and in the table.
  std::optional<Date> lapsed_on;
  bool reference;
  Place place;
};

/// What looking ahead should say: of the conference's day, and of one thing before it.
struct Ahead {
  Date as_at;
  std::optional<Date> conference, limit, latest_safe;
  bool limiting, in_time;
  std::string rule, state;
  Place place;
};

/// What quorum should find for a child, before an entry was put on file or at the end.
struct QuorumExpected {
  std::string child, conference, before, state;
  std::vector<std::string> present, missing;
  Place place;
};

/// An entry in place of one of the case's own: refused in these words, or taken, and then this is due.
struct Instead {
  std::string of, without, type, refused;
  std::optional<Instant> happened;
  std::optional<json::object> answers;
  std::optional<Due> then;
  Place place;
};

/// One cell of a table of who sees what.
struct Sees {
  std::string reader, role, cell, shown;
  std::vector<std::string> items, hidden, answers, hidden_answers;
  Place place;
};

/// A worked case, read.
struct WorkedCase {
  std::string id, title;                  ///< The name of its files, and what it is about in a few words.
  std::string folder;                     ///< "local/rotherham/examples/"
  std::vector<Entry> entries;
  std::vector<int> lines;                 ///< The line of NAME.jsonl that each entry stands on.
  std::vector<Due> then, never;
  std::vector<QuorumExpected> quorum;
  std::vector<Instead> instead;
  std::vector<Sees> sees;
  std::vector<Ahead> ahead;
  std::map<std::optional<Date>, CaseFile> known;   ///< Its file as it was known on each day that is asked about; under nothing, the whole.

  /// The whole file, folded.
  [[nodiscard]] const CaseFile& file() const& { return known.at(std::nullopt); }
  const CaseFile& file() const&& = delete;
  /// Where an entry stands.
  [[nodiscard]] Place place(std::size_t entry) const { return {folder + id + ".jsonl", lines[entry]}; }
};

/// Reads a case from the text of its two files; empty, with errors noted, where one cannot be read.
[[nodiscard]] std::optional<WorkedCase> read_case(const ProcedureFile& told, const std::string& entries, std::vector<LoadError>& errors);

}  // namespace confer::examples
