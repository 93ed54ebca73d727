#pragma once
// Index rows in SQLite. A list is read from one cursor a token, each in the list's order, and merged: a reader's page costs what the page
// holds, not what the database holds, and no row is ever touched that is for none of her tokens.
#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "store/seal.h"
#include "store/sqlite.h"

namespace confer::sqlite {

/// Puts these rows in place of the stream's, within the writer's transaction; rows that stay as they were are not written again.
void write_rows(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number, const std::vector<IndexRow>& rows);

/// The number that a token stands under in a list's index; empty where no row ever bore it.
[[nodiscard]] std::optional<std::int64_t> token_number(Connection& connection, const AuthorityId& authority, const std::string& list, const std::string& token);

/// The numbers of tokens that were asked for lately, and those that no row bears: a team's list asks for hundreds that stand nowhere. A number stays for
/// good once it is committed; that there is none holds until rows are written. Bounded: when full it forgets all. May be used from several threads.
class TokenNumbers {
 public:
  static constexpr std::size_t most = 4'096;

  /// Those of a query's tokens that any row ever bore, each once.
  [[nodiscard]] std::vector<std::int64_t> find(Connection& connection, const IndexQuery& query);
  /// To be called once rows are committed, before anyone is told of it.
  void forget_absent() noexcept { ++written_; }

 private:
  struct Known {
    std::optional<std::int64_t> number;
    std::uint64_t at = 0;   // how often rows had been written when it was looked for
  };
  std::atomic<std::uint64_t> written_ = 0;
  std::mutex mutex_;   // guards what follows
  std::unordered_map<std::string, Known> known_;   // by authority, list and token
};

/// The work of Store::rows, Store::days and Store::tally.
[[nodiscard]] std::vector<FoundRow> read_rows(Connection& connection, TokenNumbers& tokens, const IndexQuery& query, const json::storage_ptr& in);
[[nodiscard]] std::vector<DayCount> count_days(Connection& connection, TokenNumbers& tokens, const IndexQuery& query);
[[nodiscard]] std::vector<Tally> read_tally(Connection& connection, const TallyQuery& query);

/// Holds every row against its mark and its audience, and the counts against both; calls `fault` with the stream's number of one that differs.
void verify_rows(Connection& connection, const Seals& seals, const std::function<Stream(std::int64_t)>& stream_of,
                 const std::function<void(std::int64_t)>& fault);

}  // namespace confer::sqlite
