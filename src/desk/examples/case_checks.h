#pragma once
// What differs between a worked case and what the program says, each with the line of the case that expects otherwise; nothing where all comes out.
#include <string>
#include <vector>

#include "desk/examples/worked_case.h"
#include "procedure/obligations.h"
#include "procedure/quorum.h"

namespace confer::examples {

/// Whether one difference is enough: for whoever only asks whether there is any.
enum class HowMany { all, one };

/// A worked case and the procedure that its family's file names.
struct CaseOf {
  const Procedure* procedure;   ///< Never null; borrowed.
  WorkedCase told;

  [[nodiscard]] std::string name() const { return procedure->described().id + " " + told.id; }
};

/// What is not taken of the entries that the case puts on file, each judged on the day it was recorded; who puts it there must be on file and may do so.
[[nodiscard]] std::vector<LoadError> refused_entries(const WorkedCase& one, const Procedure& procedure);

/// What comes out otherwise than the case says: what is due, what is never due, what is ahead, quorum, and what follows from an entry put instead.
[[nodiscard]] std::vector<LoadError> differences(const WorkedCase& one, const Procedure& procedure, HowMany how_many);

/// What a reader is shown or refused otherwise than the case's tables of who sees what say, judged on the day of the last entry.
[[nodiscard]] std::vector<LoadError> seen_otherwise(const WorkedCase& one, const Procedure& procedure);

/// The rules that a case names and that are no time limits of its procedure, or do not name the case in turn.
[[nodiscard]] std::vector<LoadError> unknown_rules(const WorkedCase& one, const Procedure& procedure);

/// The file as it stood before an entry was put on file; whole where no id is given. `without` is left out.
[[nodiscard]] CaseFile file_before(const WorkedCase& one, std::string_view id, std::string_view without = {});

/// The names of quorum's states, as worked cases write them.
[[nodiscard]] std::string_view name(QuorumFinding::State state) noexcept;

}  // namespace confer::examples
