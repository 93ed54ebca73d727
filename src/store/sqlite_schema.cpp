#include "store/sqlite_schema.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace confer::sqlite {
namespace {

/// Raised with every change of the tables.
constexpr std::int64_t edition_of_tables = 3;

/// `place` of the chain is the stream's number times 2^32 plus the position, so that a chain lies together and in order; of index_audience it is
/// place_of_key. A token stands once in words and else as its number; one that no row bears any more keeps its number.
constexpr const char* tables = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE stream (
  stream_no INTEGER PRIMARY KEY, authority TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL,
  position INTEGER NOT NULL, digest BLOB NOT NULL, UNIQUE (authority, kind, name));
CREATE TABLE chain (
  place INTEGER PRIMARY KEY, stream_no INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, about TEXT NOT NULL, happened TEXT NOT NULL,
  recorded INTEGER NOT NULL, author TEXT NOT NULL, role TEXT NOT NULL, corrects TEXT NOT NULL, edition BLOB NOT NULL, key TEXT NOT NULL,
  sealed BLOB NOT NULL, digest BLOB NOT NULL);
CREATE UNIQUE INDEX chain_id ON chain (stream_no, id);
CREATE UNIQUE INDEX chain_key ON chain (stream_no, key) WHERE key <> '';
CREATE TABLE file_key (stream_no INTEGER PRIMARY KEY, wrapped BLOB NOT NULL);
CREATE TABLE entry_key (place INTEGER PRIMARY KEY, wrapped BLOB NOT NULL, destroyed INTEGER NOT NULL);
CREATE TABLE edition (digest BLOB PRIMARY KEY, text BLOB NOT NULL, mark BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE aside (shelf TEXT NOT NULL, key TEXT NOT NULL, until INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (shelf, key)) WITHOUT ROWID;
CREATE TABLE index_row (
  row_no INTEGER PRIMARY KEY, stream_no INTEGER NOT NULL, list TEXT NOT NULL, key TEXT NOT NULL, sort_day INTEGER NOT NULL,
  search TEXT NOT NULL, audience TEXT NOT NULL, body TEXT NOT NULL, mark BLOB NOT NULL, UNIQUE (stream_no, list, key));
CREATE TABLE index_token (
  token_no INTEGER PRIMARY KEY, authority TEXT NOT NULL, list TEXT NOT NULL, token TEXT NOT NULL, UNIQUE (authority, list, token));
CREATE TABLE index_audience (
  token_no INTEGER NOT NULL, sort_day INTEGER NOT NULL, stream_no INTEGER NOT NULL, place INTEGER NOT NULL, row_no INTEGER NOT NULL,
  PRIMARY KEY (token_no, sort_day, stream_no, place, row_no)) WITHOUT ROWID;
CREATE TABLE index_count (
  token_no INTEGER NOT NULL, sort_day INTEGER NOT NULL, rows INTEGER NOT NULL, PRIMARY KEY (token_no, sort_day)) WITHOUT ROWID;
)";

constexpr std::string_view key_check = "This record opens with this master key.";

std::int64_t pragma(Connection& connection, const char* sql) {
  Query query(connection, sql);
  return query.next() ? query.number(0) : 0;
}

/// The file itself, readable by its owner alone, before SQLite first opens it.
void make_file(const std::string& path) {
  const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (handle < 0) fail(SQLITE_CANTOPEN);
  ::close(handle);
}

void make_tables(Connection& connection, const Seals& seals) {
  connection.run("PRAGMA journal_mode = WAL");
  connection.run("BEGIN IMMEDIATE");
  connection.run(tables);
  Query(connection, "INSERT INTO meta VALUES ('key_check', ?)", Blob{seals.seal_aside("key_check", key_check)}).run();
  connection.run(fmt::format("PRAGMA user_version = {}", edition_of_tables).c_str());
  connection.run("COMMIT");
}

void check(Connection& connection, const Seals& seals) {
  if (pragma(connection, "PRAGMA user_version") != edition_of_tables)
    throw StoreFailure("The database was made by another edition of Confer, or is no record of Confer's. Use the edition that made it.");
  Query journal(connection, "PRAGMA journal_mode");
  if (!journal.next() || journal.bytes(0) != "wal") fail(SQLITE_CORRUPT);
  Query query(connection, "SELECT value FROM meta WHERE name = 'key_check'");
  if (!query.next() || seals.open_aside("key_check", query.bytes(0)) != key_check)
    throw StoreFailure("The key file is not the one that this record was sealed with. Put back the copy that was kept when the record was begun.");
}

std::string described_tables(Connection& connection) {
  std::string out;
  Query query(connection, "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY rowid");
  while (query.next()) out.append(query.bytes(0)).append("\n");
  return out;
}

}  // namespace

bool is_new(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return true;
  if (size > 0) return false;
  const auto log = std::filesystem::file_size(path + "-wal", error);
  return error || log == 0;
}

Connection open_for_writing(const std::string& path, const Seals& seals) {
  if (is_new(path)) make_file(path);
  Connection connection(path, Use::writing);
  if (pragma(connection, "PRAGMA user_version") == 0 && pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0) make_tables(connection, seals);
  check(connection, seals);
  return connection;
}

bool has_our_tables(Connection& connection) {
  Connection sample(":memory:", Use::writing);
  sample.run(tables);
  return described_tables(sample) == described_tables(connection);
}

}  // namespace confer::sqlite
