#pragma once
// How an obligation says why: one sentence and a table for a person, one object for a program. The wording is the procedure's own, in each of
// its languages; where it has no Welsh, English stands in.
#include <string>
#include <vector>

#include "procedure/obligations.h"
#include "procedure/phrases.h"

namespace confer {

/// One line of the table that says why.
struct Reason {
  std::string key;     ///< Stable name: "by_when", "skipped".
  std::string label;   ///< What stands before it.
  std::string value;

  bool operator==(const Reason&) const = default;
};

/// "So many working days after the strategy discussion of 7 April; 18 and 21 April are bank holidays."
[[nodiscard]] std::string explanation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure, Language language = Language::english);

/// The same as a table: what, by when, counted from which entry, each day skipped and why, rule, source, edition, whose duty, who may depart, what met
/// it, how late. Departures and changes that stand beside the obligation are not in it: see `beside`.
[[nodiscard]] std::vector<Reason> reasons(const Obligation& obligation, const CaseFile& file, const Procedure& procedure, Language language = Language::english);

/// What stands beside an obligation and rests on an entry of its own: a change to be known of, a departure on file.
struct Beside {
  EntryId rests_on;   ///< Whoever may not see this entry may not see the line; empty where it rests on none.
  Reason reason;
};

/// The departures and the changes that do not govern, in words.
[[nodiscard]] std::vector<Beside> beside(const Obligation& obligation, const CaseFile& file, const Procedure& procedure, Language language = Language::english);

/// The obligation as the command line and the API print it.
[[nodiscard]] json::object write_obligation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure);

}  // namespace confer
