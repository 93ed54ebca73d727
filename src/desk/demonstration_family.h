#pragma once
// An invented family's file, entry by entry, as its practitioners would have put it on file up to the day before today.
#include <cstdint>
#include <vector>

#include "casefile/entry.h"
#include "desk/demonstration_team.h"
#include "procedure/procedure.h"

namespace confer {

/// The entries of one invented family, in order of filing, none from today or later. The same arguments give the same entries.
[[nodiscard]] std::vector<Entry> invent_family(const Procedure& procedure, const Team& team, Date today, std::uint64_t seed, std::uint64_t number);

}  // namespace confer
