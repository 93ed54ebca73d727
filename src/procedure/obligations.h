#pragma once
// What is due on a file: computed from its entries, each with its reason. "As at 31 March" is the same function with another day.
#include <optional>
#include <string>
#include <vector>

#include "casefile/case_file.h"
#include "procedure/procedure.h"

namespace confer {

/// A change of circumstances that a time limit answers to.
struct Change {
  const Becomes* becomes = nullptr;   ///< Never null.
  EntryId by = {};                    ///< The entry that tells of it; empty for a birthday.
  Date on = {};
  bool governs = false;               ///< The limit is counted from it, or it ended what was due; else it is to be known, and that is all.

  bool operator==(const Change&) const = default;
};

/// A departure from the limit that was put on file. It changes no state: what is late stays late.
struct Departure {
  EntryId entry = {};
  Date on = {};
  PersonId consulted = {};
  bool by_right = false;                    ///< Whoever the rule names was consulted, or put it on file; true where it names nobody.
  std::vector<std::string> lacking = {};    ///< Questions that the rule demands of it and that are not answered.

  bool operator==(const Departure&) const = default;
};

/// Something that is or was due.
struct Obligation {
  enum class State {
    met,        ///< In time.
    met_late,
    due,        ///< Not met, and its limit has not passed.
    overdue,
    lapsed,     ///< No longer called for, without blame.
    open,       ///< Not met, and no number binds: none was published, or it is only a date to go by.
  };

  const TimeLimit* rule = nullptr;             ///< Never null: the edition that counts for day 0.
  std::vector<PersonId> about = {};            ///< The children it concerns.
  EntryId conference = {};                     ///< The conference it belongs to; empty when none does.
  EntryId anchor = {};                         ///< The entry it is counted from.
  Date counted_from = {};                      ///< Day 0.
  std::optional<Counted> counted = {};         ///< Empty for an open one, and where `unknown` says why.
  std::optional<Counted> strict = {};          ///< A stricter reading, where the source leaves it open and the two differ.
  std::optional<std::string> unknown = {};     ///< Why the limit could not be counted.
  bool reference = false;                      ///< For these children the limit is a date to go by: never late.
  std::vector<Change> changes = {};            ///< In the order of the rule; those before it was met or ended.
  std::vector<Departure> departures = {};      ///< In order of filing.
  std::optional<Date> planned_on = {};         ///< The day set for it in advance; the last that was set.
  EntryId planned_by = {};                     ///< The entry that set it.
  EntryId met_by = {};
  std::optional<Date> met_on = {};
  std::optional<Date> lapsed_on = {};
  Happened met_at = {};                        ///< The day or moment it was met, as exactly as it is known.
  State state = State::due;
  std::vector<EntryId> rests_on = {};          ///< Every entry that says so: whoever may not see one of these may not see this. Departures are told apart.

  /// The change that the limit is counted from; null when it is counted from the anchor.
  [[nodiscard]] const Change* recount() const noexcept;
};

/// The state's stable name: "met_late".
[[nodiscard]] std::string_view name(Obligation::State state) noexcept;

/// Everything due on a file as at the end of a day, late first, then by limit. Entries that happened later are passed over.
[[nodiscard]] std::vector<Obligation> obligations(const CaseFile& file, const Procedure& procedure, Date as_at);

}  // namespace confer
