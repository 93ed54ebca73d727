#pragma once
// Index rows in SQLite. A list is read from one cursor a token, each in the list's order, and merged: a reader's page costs what the page
// holds, not what the database holds, and no row is ever touched that is for none of her tokens.
#include <functional>
#include <optional>
#include <vector>

#include "store/seal.h"
#include "store/sqlite.h"

namespace confer::sqlite {

/// Puts these rows in place of the stream's, within the writer's transaction; rows that stay as they were are not written again.
void write_rows(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number, const std::vector<IndexRow>& rows);

/// The number that a token stands under in a list's index; empty where no row ever bore it.
[[nodiscard]] std::optional<std::int64_t> token_number(Connection& connection, const AuthorityId& authority, const std::string& list, const std::string& token);

/// The work of Store::rows, Store::days and Store::tally.
[[nodiscard]] std::vector<FoundRow> read_rows(Connection& connection, const IndexQuery& query);
[[nodiscard]] std::vector<DayCount> count_days(Connection& connection, const IndexQuery& query);
[[nodiscard]] std::vector<Tally> read_tally(Connection& connection, const TallyQuery& query);

/// Holds every row against its mark and its audience, and the counts against both; calls `fault` with the stream's number of one that differs.
void verify_rows(Connection& connection, const Seals& seals, const std::function<Stream(std::int64_t)>& stream_of,
                 const std::function<void(std::int64_t)>& fault);

}  // namespace confer::sqlite
