#pragma once
// The tables of a record's database, and how a file that holds them is made and recognised.
#include <string>

#include "store/seal.h"
#include "store/sqlite.h"

namespace confer::sqlite {

/// Whether there is no database at this path, or one in which nothing was ever stored.
[[nodiscard]] bool is_new(const std::string& path);

/// Opens the file for its one writer, making it and its tables where they are missing. Throws StoreFailure, saying what to do, when it
/// is no record of ours or was sealed with another master key.
[[nodiscard]] Connection open_for_writing(const std::string& path, const Seals& seals);

/// Whether the tables and indexes of the file are exactly those that `prepare` makes.
[[nodiscard]] bool has_our_tables(Connection& connection);

}  // namespace confer::sqlite
