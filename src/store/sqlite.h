#pragma once
// SQLite's C interface with owners for what it hands out. Every error becomes a StoreFailure that says what to do and names no data.
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/store.h"

namespace confer::sqlite {

/// Throws the StoreFailure for this result code of SQLite.
[[noreturn]] void fail(int code);

/// What a connection is for.
enum class Use { writing, reading };

/// One connection and the statements prepared on it. Used by one thread at a time.
class Connection {
 public:
  /// Opens a file that exists. A reading connection can neither write nor checkpoint.
  Connection(const std::string& path, Use use);

  /// Runs statements that return no rows and take no parameters.
  void run(const char* sql);
  /// Whether a transaction that was begun still stands; SQLite ends it by itself after some errors.
  [[nodiscard]] bool in_transaction() const noexcept { return sqlite3_get_autocommit(handle_.get()) == 0; }
  [[nodiscard]] std::int64_t last_row() const noexcept { return sqlite3_last_insert_rowid(handle_.get()); }
  [[nodiscard]] sqlite3* handle() const noexcept { return handle_.get(); }

 private:
  friend class Query;
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

  [[nodiscard]] Statement take(const char* sql);
  void give_back(const char* sql, Statement statement) noexcept;

  std::unique_ptr<sqlite3, Close> handle_;
  std::unordered_map<const char*, std::vector<Statement>> idle_;   ///< By the address of the SQL, which is a literal.
};

/// A blob rather than a text.
struct Blob {
  std::string_view bytes;
};

/// One run of a prepared statement. `sql` must be a literal: its address is what prepared statements are kept under.
class Query {
 public:
  template <class... Values>
  Query(Connection& connection, const char* sql, const Values&... values) : connection_(connection), sql_(sql), statement_(connection.take(sql)) {
    int place = 0;
    (bind(++place, values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { connection_.give_back(sql_, std::move(statement_)); }

  /// Steps to the next row; false at the end.
  bool next();
  /// Runs it to its end: for statements that return no rows.
  void run() {
    while (next()) {
    }
  }
  [[nodiscard]] std::int64_t number(int column) const noexcept { return sqlite3_column_int64(statement_.get(), column); }
  /// Borrowed until the next step.
  [[nodiscard]] std::string_view bytes(int column) const noexcept;
  [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }

 private:
  void bind(int place, std::string_view text);
  void bind(int place, Blob blob);
  void bind(int place, std::int64_t number);
  void bind(int place, std::int32_t number) { bind(place, std::int64_t{number}); }
  void bind(int place, std::uint64_t number) { bind(place, static_cast<std::int64_t>(number)); }

  Connection& connection_;
  const char* sql_;
  Connection::Statement statement_;
};

}  // namespace confer::sqlite
