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
};

/// What is to be appended.
struct Decided {
  std::vector<Entry> entries;             ///< The draft, with the procedure edition that judged it.
  std::vector<Concern> concerns = {};
};

/// Judges a draft against a file and its procedure. Refused with every problem found, each beside its field.
[[nodiscard]] tl::expected<Decided, std::vector<Problem>> decide(const CaseFile& file, const Procedure& procedure, Entry draft, Date today);

}  // namespace confer
