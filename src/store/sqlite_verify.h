#pragma once
// Walks everything that a database file holds and names what is not as it was stored.
#include <vector>

#include "store/checkpoint.h"
#include "store/seal.h"
#include "store/sqlite.h"

namespace confer::sqlite {

/// Adds what is wrong with the file to `faults`; passes every link by `walk`.
void verify_database(Connection& connection, const Seals& seals, CheckpointWalk& walk, std::vector<Fault>& faults);

/// The mark that an edition is kept with.
[[nodiscard]] std::string edition_mark(const Seals& seals, const Digest& digest, std::string_view text);

/// What a value set aside is bound to.
[[nodiscard]] std::string aside_place(std::string_view shelf, std::string_view key, std::int64_t until);

}  // namespace confer::sqlite
