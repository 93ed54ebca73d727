// The store in SQLite: the record in one file, the access log in another, each with one writer and a few readers.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>

#include "store/sqlite_chain.h"
#include "store/sqlite_index.h"
#include "store/sqlite_readers.h"
#include "store/sqlite_schema.h"
#include "store/sqlite_verify.h"
#include "store/sqlite_writer.h"

namespace confer {
namespace {

using namespace sqlite;

/// Held while a store is open: a second program that wrote or checkpointed the same file could damage it.
class OnlyOne {
 public:
  explicit OnlyOne(const std::string& path) : handle_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (handle_ < 0) throw StoreFailure("The directory of the database cannot be written to. Check that it is there and belongs to this user.");
    if (::flock(handle_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(handle_);
    throw StoreFailure("Another Confer has this database open. Stop it first, or use the one that is running.");
  }
  OnlyOne(const OnlyOne&) = delete;
  OnlyOne& operator=(const OnlyOne&) = delete;
  ~OnlyOne() { ::close(handle_); }

 private:
  int handle_;
};

/// What a writer holds of its file, in KiB: the record's changes pages all over the indexes, the access log's adds to the last.
constexpr const char *writes_anywhere = "PRAGMA cache_size = -4000", *adds_at_the_end = "PRAGMA cache_size = -400";

/// One database file. The readers are closed before the writer, whose closing checkpoints.
struct Database {
  Writer writer;
  Readers readers;

  Database(const std::string& path, const Seals& seals, const char* cache = writes_anywhere) : writer(with(open_for_writing(path, seals), cache)), readers(path) {}

 private:
  static Connection with(Connection connection, const char* cache) {
    connection.run(cache);
    return connection;
  }
};

std::string access_log_path(const std::string& path) {
  const std::filesystem::path whole(path);
  return (whole.parent_path() / whole.stem()).string() + "-access-log" + whole.extension().string();
}

/// The master key; made only when neither file of the record is there.
Key key_for(const SqliteOptions& options) {
  const bool record_is_new = is_new(options.path), log_is_new = is_new(access_log_path(options.path));
  if (!record_is_new && log_is_new)
    throw StoreFailure(fmt::format("The access log {} is missing. Put it back from a backup; Confer does not begin another beside a record that is in use.",
                                   access_log_path(options.path)));
  return master_key(options.master_key_path, record_is_new && log_is_new);
}

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(const SqliteOptions& options)
      : only_one_(options.path + "-lock"), seals_(key_for(options)), log_(access_log_path(options.path), seals_, adds_at_the_end), record_(options.path, seals_) {}

  Appended append(const Append& what) override;
  std::vector<Entry> entries(const Stream& stream, std::uint64_t after) const override;
  Head head(const Stream& stream) const override;
  std::vector<AuthorityId> authorities() const override;
  std::vector<Stream> streams(const AuthorityId& authority, Stream::Kind kind) const override;
  std::vector<FoundRow> rows(const IndexQuery& query, const json::storage_ptr& in) const override;
  std::vector<DayCount> days(const IndexQuery& query) const override;
  std::vector<Tally> tally(const TallyQuery& query) const override;
  bool replace_rows(const Stream& stream, std::uint64_t position, const std::vector<IndexRow>& rows) override;
  bool destroy_key(const Stream& stream, const EntryId& entry, const std::vector<IndexRow>& rows) override;
  std::vector<Fault> verify(const Checkpoint* against) const override;
  Checkpoint checkpoint(Instant now) const override;
  void keep_edition(const Digest& digest, std::string_view text) override;
  std::optional<std::string> edition(const Digest& digest) const override;
  void set_aside(std::string_view shelf, std::string_view key, std::string_view value, Instant until) override;
  std::optional<std::string> aside(std::string_view shelf, std::string_view key, Instant now) const override;
  std::vector<std::string> aside_keys(std::string_view shelf, Instant now) const override;
  void clear_aside(Instant now) override;

 private:
  [[nodiscard]] Database& home(Stream::Kind kind) const { return kind == Stream::Kind::access_log ? log_ : record_; }
  /// Reads with a connection of the record's.
  template <class Read>
  auto read(Database& database, const Read& work) const {
    auto loan = database.readers.borrow();
    return work(loan.connection());
  }

  OnlyOne only_one_;
  Seals seals_;
  mutable FileKeys keys_;
  mutable TokenNumbers tokens_;
  mutable Database log_, record_;
};

Appended SqliteStore::append(const Append& what) {
  check_append(what);
  Appended appended;
  home(what.stream.kind).writer.run([&](Connection& connection) {
    appended = append_entries(connection, seals_, what);
    if (appended.outcome == Appended::Outcome::stored && what.rows)
      write_rows(connection, seals_, what.stream, find_stream(connection, what.stream).number, *what.rows);
  });
  if (what.rows) tokens_.forget_absent();
  return appended;
}

std::vector<Entry> SqliteStore::entries(const Stream& stream, std::uint64_t after) const {
  return read(home(stream.kind), [&](Connection& connection) { return read_entries(connection, seals_, keys_, stream, after); });
}

Head SqliteStore::head(const Stream& stream) const {
  return read(home(stream.kind), [&](Connection& connection) { return find_stream(connection, stream).head; });
}

std::vector<AuthorityId> SqliteStore::authorities() const {
  std::vector<AuthorityId> out;
  for (Database* database : {&record_, &log_})
    read(*database, [&](Connection& connection) {
      Query query(connection, "SELECT DISTINCT authority FROM stream");
      while (query.next()) out.push_back(AuthorityId{query.text(0)});
    });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Stream> SqliteStore::streams(const AuthorityId& authority, Stream::Kind kind) const {
  return read(home(kind), [&](Connection& connection) {
    std::vector<Stream> out;
    Query query(connection, "SELECT name FROM stream WHERE authority = ? AND kind = ? ORDER BY name", authority.value, static_cast<std::int32_t>(kind));
    while (query.next()) out.push_back({authority, kind, query.text(0)});
    return out;
  });
}

std::vector<FoundRow> SqliteStore::rows(const IndexQuery& query, const json::storage_ptr& in) const {
  return read(record_, [&](Connection& connection) { return read_rows(connection, tokens_, query, in); });
}

std::vector<DayCount> SqliteStore::days(const IndexQuery& query) const {
  return read(record_, [&](Connection& connection) { return count_days(connection, tokens_, query); });
}

std::vector<Tally> SqliteStore::tally(const TallyQuery& query) const {
  return read(record_, [&](Connection& connection) { return read_tally(connection, query); });
}

bool SqliteStore::replace_rows(const Stream& stream, std::uint64_t position, const std::vector<IndexRow>& rows) {
  CONFER_ASSERT(stream.kind != Stream::Kind::access_log);
  bool replaced = false;
  record_.writer.run([&](Connection& connection) {
    const StreamRow row = find_stream(connection, stream);
    replaced = row.number != 0 && row.head.position == position;
    if (replaced) write_rows(connection, seals_, stream, row.number, rows);
  });
  tokens_.forget_absent();
  return replaced;
}

bool SqliteStore::destroy_key(const Stream& stream, const EntryId& entry, const std::vector<IndexRow>& rows) {
  Database& database = home(stream.kind);
  bool destroyed = false;
  database.writer.run([&](Connection& connection) {
    destroyed = destroy_entry_key(connection, seals_, stream, entry);
    if (destroyed) write_rows(connection, seals_, stream, find_stream(connection, stream).number, rows);
  });
  tokens_.forget_absent();
  if (!database.writer.empty_log())
    throw StoreFailure("The key is destroyed, but a copy of it may stand in the database's log while a long read goes on. Ask for it again in a moment.");
  return destroyed;
}

std::vector<Fault> SqliteStore::verify(const Checkpoint* against) const {
  std::vector<Fault> faults;
  CheckpointWalk walk(seals_, against, faults);
  for (Database* database : {&record_, &log_})
    try {
      read(*database, [&](Connection& connection) {
        const Snapshot moment(connection);
        verify_database(connection, seals_, walk, faults);
      });
    } catch (const StoreFailure& failure) {
      faults.push_back({{}, 0, failure.what()});
    }
  walk.finish();
  return faults;
}

Checkpoint SqliteStore::checkpoint(Instant now) const {
  std::vector<std::pair<Stream, Head>> heads;
  for (Database* database : {&record_, &log_})
    read(*database, [&](Connection& connection) {
      Query query(connection, "SELECT authority, kind, name, position, digest FROM stream");
      while (query.next())
        heads.emplace_back(Stream{AuthorityId{query.text(0)}, static_cast<Stream::Kind>(query.number(1)), query.text(2)},
                           Head{static_cast<std::uint64_t>(query.number(3)), digest_from(query.bytes(4))});
    });
  return signed_checkpoint(seals_, now, std::move(heads));
}

void SqliteStore::keep_edition(const Digest& digest, std::string_view text) {
  if (edition(digest)) return;
  record_.writer.run([&](Connection& connection) {
    Query(connection, "INSERT OR IGNORE INTO edition VALUES (?, ?, ?)", Blob{digest.view()}, Blob{text}, Blob{edition_mark(seals_, digest, text)}).run();
  });
}

std::optional<std::string> SqliteStore::edition(const Digest& digest) const {
  return read(record_, [&](Connection& connection) {
    Query query(connection, "SELECT text FROM edition WHERE digest = ?", Blob{digest.view()});
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
  });
}

void SqliteStore::set_aside(std::string_view shelf, std::string_view key, std::string_view value, Instant until) {
  record_.writer.run([&](Connection& connection) {
    if (value.empty())
      Query(connection, "DELETE FROM aside WHERE shelf = ? AND key = ?", shelf, key).run();
    else
      Query(connection, "INSERT OR REPLACE INTO aside VALUES (?, ?, ?, ?)", shelf, key, until.microseconds,
            Blob{seals_.seal_aside(aside_place(shelf, key, until.microseconds), value)})
          .run();
  });
}

std::optional<std::string> SqliteStore::aside(std::string_view shelf, std::string_view key, Instant now) const {
  return read(record_, [&](Connection& connection) -> std::optional<std::string> {
    Query query(connection, "SELECT until, sealed FROM aside WHERE shelf = ? AND key = ? AND until > ?", shelf, key, now.microseconds);
    if (!query.next()) return std::nullopt;
    return seals_.open_aside(aside_place(shelf, key, query.number(0)), query.bytes(1));
  });
}

std::vector<std::string> SqliteStore::aside_keys(std::string_view shelf, Instant now) const {
  return read(record_, [&](Connection& connection) {
    std::vector<std::string> out;
    Query query(connection, "SELECT key FROM aside WHERE shelf = ? AND until > ? ORDER BY key", shelf, now.microseconds);
    while (query.next()) out.push_back(query.text(0));
    return out;
  });
}

void SqliteStore::clear_aside(Instant now) {
  record_.writer.run([&](Connection& connection) { Query(connection, "DELETE FROM aside WHERE until <= ?", now.microseconds).run(); });
}

}  // namespace

std::unique_ptr<Store> sqlite_store(const SqliteOptions& options) { return std::make_unique<SqliteStore>(options); }

}  // namespace confer
