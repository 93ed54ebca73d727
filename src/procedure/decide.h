#pragma once
// Whether something may be put on file, and what follows from it. Accounts of what happened are never refused for what happened;
// acts complete only with what the procedure demands.
#include <vector>

#include "casefile/case_file.h"
#include "procedure/procedure.h"

namespace confer {

/// Something the writer should know about what was put on file: it stands, and this is to be looked at.
struct Concern {
  std::string message;                    ///< In plain English, without personal words.
  std::string source = {};                ///< The cited source.
  std::vector<EntryId> rests_on = {};     ///< Entries it speaks of: whoever may not see one of these may not see this.
  std::string departs_from = {};          ///< The time limit that a day set here lies past; empty for anything else.
};

/// What is to be appended.
struct Decided {
  std::vector<Entry> entries;             ///< The draft, with the procedure edition that judged it.
  std::vector<Concern> concerns = {};
};

/// Whether what is due is worked out to say what the writer should know: for a file taken in, whose writers are not there to be told, it is not.
enum class Concerns { told, left_out };

/// Judges a draft against a file and its procedure. Refused with every problem found, each beside its field.
[[nodiscard]] tl::expected<Decided, std::vector<Problem>> decide(const CaseFile& file, const Procedure& procedure, Entry draft, Date today);
/// The same, and puts what was decided onto the file, so that the next draft is judged on it; refused, it leaves the file as it was.
[[nodiscard]] tl::expected<Decided, std::vector<Problem>> decide_onto(CaseFile& file, const Procedure& procedure, Entry draft, Date today, Concerns concerns);

}  // namespace confer
