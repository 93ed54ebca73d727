#pragma once
// What is due on a file: computed from its entries, each with its reason. "As at 31 March" is the same function with another day.
#include <optional>
#include <string>
#include <vector>

#include "casefile/case_file.h"
#include "procedure/procedure.h"

namespace confer {

/// Something that is or was due.
struct Obligation {
  enum class State {
    met,        ///< In time.
    met_late,
    due,        ///< Not met, and its limit has not passed.
    overdue,
    lapsed,     ///< No longer called for, without blame.
    open,       ///< Not met, and no number was ever published.
  };

  const TimeLimit* rule = nullptr;             ///< Never null.
  std::vector<PersonId> about = {};            ///< The children it concerns.
  EntryId conference = {};                     ///< The conference it belongs to; empty when none does.
  EntryId anchor = {};                         ///< The entry it is counted from.
  Date counted_from = {};                      ///< Day 0.
  std::optional<Counted> counted = {};         ///< Empty for an open one, and where `unknown` says why.
  std::optional<Counted> strict = {};          ///< A stricter reading, where the source leaves it open and the two differ.
  std::optional<std::string> unknown = {};     ///< Why the limit could not be counted.
  std::optional<Date> planned_on = {};         ///< The day set for it in advance; the last that was set.
  EntryId planned_by = {};                     ///< The entry that set it.
  EntryId met_by = {};
  std::optional<Date> met_on = {};
  std::optional<Date> lapsed_on = {};
  Happened met_at = {};                        ///< The day or moment it was met, as exactly as it is known.
  State state = State::due;
  std::vector<EntryId> rests_on = {};          ///< Every entry that says so: whoever may not see one of these may not see this.
};

/// The state's stable name: "met_late".
[[nodiscard]] std::string_view name(Obligation::State state) noexcept;

/// Everything due on a file as at the end of a day, late first, then by limit. Entries that happened later are passed over.
[[nodiscard]] std::vector<Obligation> obligations(const CaseFile& file, const Procedure& procedure, Date as_at);

/// "15 working days after the strategy discussion of 7 April; 18 and 21 April are bank holidays."
[[nodiscard]] std::string explanation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure);

/// The obligation as the command line and the API print it.
[[nodiscard]] json::object write_obligation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure);

}  // namespace confer
