#include "store/sqlite.h"

#include <fmt/format.h>

namespace confer::sqlite {
namespace {

/// How long a connection waits for another process that reads the same file, such as a backup.
constexpr int patience_milliseconds = 5'000;

/// Statements of one kind kept ready on a connection; a list for many tokens uses more and gives the rest up.
constexpr std::size_t most_idle = 64;

const char* advice(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL: return "The disk is full, so nothing was stored. Free some space; Confer goes on by itself.";
    case SQLITE_IOERR: return "The disk did not take or give what was asked, so nothing was stored. Check the disk and its file system.";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "The database file is damaged. Run \"confer verify\", and restore the latest backup that is whole.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "Another program holds the database file. Stop it, and try again.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return "The database file cannot be written to by this user. Check who owns it and its directory.";
    case SQLITE_CANTOPEN: return "The database file cannot be opened. Check that its directory is there and belongs to this user.";
    case SQLITE_CONSTRAINT: return "What was to be stored contradicts what is on file: an id or a key is there already. Nothing was added.";
    case SQLITE_NOMEM: return "There was not enough memory. Nothing was stored.";
    default: return "The database would not do as asked. Run \"confer verify\" to see whether it is whole.";
  }
}

void configure(sqlite3* handle, Use use) {
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, patience_milliseconds);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (use == Use::writing) return;
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_wal_autocheckpoint(handle, 0);
}

}  // namespace

void fail(int code) { throw StoreFailure(fmt::format("{} (SQLite {}: {})", advice(code), code, sqlite3_errstr(code))); }

Connection::Connection(const std::string& path, Use use) {
  sqlite3* handle = nullptr;
  const int flags = (use == Use::writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  configure(handle, use);
  // Sorting must not spill names into a temporary file outside the encrypted disk.
  run("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
  // Of each connection, in KiB. There may be eight readers to each of two files: what they do not hold the system's own cache does, once for all.
  if (use == Use::reading) run("PRAGMA cache_size = -1000");
  if (use == Use::writing) run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF;");
}

void Connection::run(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

Connection::Statement Connection::take(const char* sql) {
  auto& idle = idle_[sql];
  if (!idle.empty()) {
    Statement statement = std::move(idle.back());
    idle.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return Statement(statement);
}

void Connection::give_back(const char* sql, Statement statement) noexcept {
  sqlite3_reset(statement.get());
  auto& idle = idle_[sql];
  if (idle.size() < most_idle) idle.push_back(std::move(statement));
}

bool Query::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(code);
}

std::string_view Query::bytes(int column) const noexcept {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data ? std::string_view(static_cast<const char*>(data), size) : std::string_view{};
}

void Query::bind(int place, std::string_view text) {
  const int code = sqlite3_bind_text64(statement_.get(), place, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) fail(code);
}

void Query::bind(int place, Blob blob) {
  const int code = sqlite3_bind_blob64(statement_.get(), place, blob.bytes.data() ? blob.bytes.data() : "", blob.bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) fail(code);
}

void Query::bind(int place, std::int64_t number) {
  const int code = sqlite3_bind_int64(statement_.get(), place, number);
  if (code != SQLITE_OK) fail(code);
}

}  // namespace confer::sqlite
