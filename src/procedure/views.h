#pragma once
// What the practitioners at a conference think of a plan for one child, and what comes of it by the procedure's decision rule.
#include <string>
#include <vector>

#include "casefile/case_file.h"
#include "procedure/procedure.h"

namespace confer {

/// The views on one child, counted.
struct ViewsFinding {
  enum class Result {
    none,         ///< Nobody whose view counts gave one, or the procedure has no decision rule.
    needed,       ///< Most of those who gave a view say that a plan is needed.
    not_needed,   ///< Most say that none is.
    divided,      ///< As many say so as say not.
  };

  PersonId child;
  Result result = Result::none;
  int needed = 0;
  int not_needed = 0;
  int silent = 0;                          ///< Were asked and gave none.
  std::vector<PersonId> counted = {};      ///< Whose view counts: who came for this child, in order of filing.
  std::vector<PersonId> waits = {};        ///< Those of them who were not asked yet.
  std::vector<EntryId> rests_on = {};
};

/// The views on one child at one conference, of those whom the decision rule counts. Source DEC-05, DEC-06, WDEC-04.
[[nodiscard]] ViewsFinding views(const CaseFile& file, const Procedure& procedure, const EntryId& conference, const PersonId& child);

/// "3 of the 4 practitioners who gave a view say that a plan is needed.", in words for the room.
[[nodiscard]] std::string in_words(const ViewsFinding& finding);
/// The stable name of a result: "needed".
[[nodiscard]] std::string_view name(ViewsFinding::Result result) noexcept;

}  // namespace confer
