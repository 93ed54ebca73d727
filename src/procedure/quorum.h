#pragma once
// Who must be represented for a conference to decide, worked out for each child from who came and who has dealt with that child.
#include <string>
#include <vector>

#include "casefile/case_file.h"
#include "procedure/procedure.h"

namespace confer {

/// Whether a conference may decide for one child.
struct QuorumFinding {
  enum class State {
    quorate,
    chair_decides,   ///< Too few, or an agency that knows the child is missing: the chair alone decides whether to go ahead.
    none_published,  ///< The procedure names no quorum for that day: nothing is missing, and whether enough are here is the chair's to judge.
    proceeds,        ///< The chair decided to go ahead.
    postponed,       ///< The chair decided not to.
  };

  PersonId child;
  State state = State::chair_decides;
  std::vector<std::string> present = {};   ///< Kinds of agency in direct contact with this child that are here, with social care first.
  std::vector<std::string> missing = {};   ///< Kinds of agency in direct contact that are not here.
  std::vector<EntryId> rests_on = {};
};

/// Whether the conference may decide: enough are here, nobody has said how many that is, or the chair goes ahead.
[[nodiscard]] bool may_decide(QuorumFinding::State state) noexcept;

/// Quorum for one child at one conference, by who has been recorded as attending any part of it. Source QUO-01 to QUO-05.
[[nodiscard]] QuorumFinding quorum(const CaseFile& file, const Procedure& procedure, const EntryId& conference, const PersonId& child);

/// "Quorate.", or what is missing, in words for the room.
[[nodiscard]] std::string in_words(const QuorumFinding& finding, const Procedure& procedure);

}  // namespace confer
