#pragma once
// Where the record is kept. A store keeps streams of sealed entries in chains, and beside them index rows that can be thrown away and
// made again. It knows nothing of who may read what: only the desk calls it, and what it returns goes through access before anyone sees it.
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/ids.h"
#include "casefile/entry.h"

namespace confer {

/// Which chain: a family's file, the authority's own stream (accounts, teams), or its access log.
struct Stream {
  enum class Kind { file, authority, access_log };

  AuthorityId authority;
  Kind kind = Kind::file;
  std::string name = {};   ///< The file's id for a file; empty for the authority's own two.

  auto operator<=>(const Stream&) const = default;
};

/// The end of a chain.
struct Head {
  std::uint64_t position = 0;   ///< How many entries the chain holds; the first entry stands at position 1.
  Digest digest = {};           ///< Of the last entry and all before it; zero for an empty chain.

  bool operator==(const Head&) const = default;
};

/// A row of an index: what a list shows, and which readers it is for. Written with the entries it was computed from, never the record.
struct IndexRow {
  std::string table;                   ///< Which list: "file", "person", "obligation".
  std::string key;                     ///< Unique within table and stream.
  std::int32_t sort_day = 0;           ///< Days since 1970 by which the list is ordered.
  std::string search = {};             ///< Lower-case words that a search looks in; empty for none.
  std::vector<std::string> audience;   ///< Tokens of those it may be listed for; a reader holds tokens of her own.
  json::object body = {};              ///< What the list shows; read back as it was written.

  bool operator==(const IndexRow&) const = default;
};

/// What a list asks for.
struct IndexQuery {
  AuthorityId authority;
  std::string table;
  std::vector<std::string> tokens;     ///< The reader's; at most 1,000; a row is returned once when it has any of them.
  std::string search = {};             ///< Lower-case words, between spaces, that must all occur in the row's search text; empty for all.
  std::size_t limit = 50;              ///< Rows at most, from 1 to 1,000.
  std::size_t offset = 0;              ///< Rows to pass over, in order of sort_day, then of stream, the first opened first; those of one stream and day keep an order by their keys.
  std::int32_t first_day = std::numeric_limits<std::int32_t>::min();   ///< Rows of earlier days are left out.
};

/// A row found, and the stream it was computed from.
struct FoundRow {
  Stream stream;
  IndexRow row;   ///< With an empty audience: whom else a row is for is not for a list to know.
};

/// How many rows stand on one day of a list.
struct DayCount {
  std::int32_t sort_day = 0;
  std::size_t rows = 0;

  bool operator==(const DayCount&) const = default;
};

/// What a tally is asked for: tokens that begin alike, each on its own.
struct TallyQuery {
  AuthorityId authority;
  std::string table;
  std::string begins;                   ///< How the tokens begin; whatever follows is told back. Never empty.
  std::int32_t first_day = 0;           ///< Rows of this sort_day and later.
  std::int32_t last_day = 0;            ///< Rows of this sort_day and earlier.
};

/// How many rows stand under one token on one day.
struct Tally {
  std::string token;
  std::int32_t sort_day = 0;
  std::size_t rows = 0;

  bool operator==(const Tally&) const = default;
};

/// What became of an append.
struct Appended {
  enum class Outcome {
    stored,      ///< On file, and it will survive a power cut.
    repeated,    ///< An entry with this idempotency key is on file already; nothing was added.
    overtaken,   ///< The chain has grown past `expected`; nothing was added.
  };
  Outcome outcome = Outcome::stored;
  Head head;   ///< Of the chain now.
};

/// What is appended at once: all of it is stored, or none.
struct Append {
  Stream stream;
  std::optional<std::uint64_t> expected;   ///< The position the writer decided on; empty to append wherever the chain ends, for what rests on nothing before it.
  std::vector<Entry> entries;           ///< At least one, each with an id new to the stream.
  /// The rows of this stream from now on, in place of all it had; nothing to leave the rows as they are. The access log has none.
  std::optional<std::vector<IndexRow>> rows;
};

/// Something wrong with a chain, or with the database it lies in.
struct Fault {
  Stream stream;                ///< With an empty authority when it concerns the whole database.
  std::uint64_t position = 0;   ///< Where in the chain; 0 when it concerns the whole.
  std::string what;             ///< In plain English, with no personal words.
};

/// A signed statement of where every chain ended at a moment, to be kept outside the database.
struct Checkpoint {
  Instant at;
  std::vector<std::pair<Stream, Head>> heads;   ///< Sorted by stream.
  std::string signature;                        ///< Ed25519 over all of it, 64 bytes.
};

/// Keeps the record. Calls may come from several threads. What the world does wrong (disk full, file damaged) is a StoreFailure.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Puts entries at the end of a chain. When it returns `stored`, they are on the disk. An entry whose id is on file already under
  /// another idempotency key is a StoreFailure, and nothing is added.
  [[nodiscard]] virtual Appended append(const Append& what) = 0;
  /// All entries of a stream, opened, in order, after position `after`; an unknown stream is empty. One whose key was destroyed comes
  /// marked `destroyed`, with its answers empty.
  [[nodiscard]] virtual std::vector<Entry> entries(const Stream& stream, std::uint64_t after = 0) const = 0;
  [[nodiscard]] virtual Head head(const Stream& stream) const = 0;
  /// Every authority that has a stream, sorted.
  [[nodiscard]] virtual std::vector<AuthorityId> authorities() const = 0;
  /// Every stream of an authority of one kind, sorted.
  [[nodiscard]] virtual std::vector<Stream> streams(const AuthorityId& authority, Stream::Kind kind) const = 0;
  /// Rows for a list, ordered by sort_day, then stream, then key.
  [[nodiscard]] virtual std::vector<FoundRow> rows(const IndexQuery& query, const json::storage_ptr& in = {}) const = 0;
  /// How many rows the same query would find without limit and offset, for each day that has any, in order. Reads counts that are kept with the
  /// rows where only one of the tokens has any and nothing is searched for; else it walks the rows of these tokens.
  [[nodiscard]] virtual std::vector<DayCount> days(const IndexQuery& query) const = 0;
  /// How many rows the same query would find without limit and offset.
  [[nodiscard]] std::size_t count(const IndexQuery& query) const {
    std::size_t rows = 0;
    for (const DayCount& day : days(query)) rows += day.rows;
    return rows;
  }
  /// How many rows stand under each token that begins so, by token, then day: read from counts that are kept with the rows, never from the rows.
  [[nodiscard]] virtual std::vector<Tally> tally(const TallyQuery& query) const = 0;
  /// Puts other index rows in place of a stream's, touching no entry: how indexes are rebuilt. False, changing nothing, where the stream does not end
  /// at the position that the rows were made of.
  [[nodiscard]] virtual bool replace_rows(const Stream& stream, std::uint64_t position, const std::vector<IndexRow>& rows) = 0;
  /// Destroys the key that one entry's answers are sealed under, so that nobody can read them again, and puts rows computed without them
  /// in place of the stream's. The chain stays whole. False when there is no such entry or its key is gone already.
  virtual bool destroy_key(const Stream& stream, const EntryId& entry, const std::vector<IndexRow>& rows) = 0;
  /// Walks every chain: digests, seals and order. Empty when all is well. With a checkpoint, also finds a cut tail or an older database.
  [[nodiscard]] virtual std::vector<Fault> verify(const Checkpoint* against = nullptr) const = 0;
  /// Where every chain ends now, signed.
  [[nodiscard]] virtual Checkpoint checkpoint(Instant now) const = 0;
  /// Keeps one edition of a procedure's text by its digest; a second time does nothing.
  virtual void keep_edition(const Digest& digest, std::string_view text) = 0;
  /// The text of an edition; empty when it was never kept.
  [[nodiscard]] virtual std::optional<std::string> edition(const Digest& digest) const = 0;
  /// A small sealed value outside the chains, for drafts and sessions: set, or removed when empty.
  virtual void set_aside(std::string_view shelf, std::string_view key, std::string_view value, Instant until) = 0;
  /// What was set aside under this key and has not run out by `now`.
  [[nodiscard]] virtual std::optional<std::string> aside(std::string_view shelf, std::string_view key, Instant now) const = 0;
  /// The keys on a shelf whose values have not run out by `now`, sorted.
  [[nodiscard]] virtual std::vector<std::string> aside_keys(std::string_view shelf, Instant now) const = 0;
  /// Removes everything set aside that has run out by `now`.
  virtual void clear_aside(Instant now) = 0;
};

/// The disk, the file system or the database would not do as asked. Carries no personal words.
class StoreFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A store that lives as long as the program: for tests and the demonstration's sketches.
[[nodiscard]] std::unique_ptr<Store> memory_store();

/// How an SQLite store is opened.
struct SqliteOptions {
  std::string path;               ///< The record's database file; the access log stands beside it with "-access-log" added before the ending.
  std::string master_key_path;    ///< 32 bytes that wrap every file's key, readable by its owner alone; made when missing and the database is new.
};

/// Opens or makes an SQLite store; only one may have a database open at a time. Throws StoreFailure, saying what to do, when it cannot.
[[nodiscard]] std::unique_ptr<Store> sqlite_store(const SqliteOptions& options);

}  // namespace confer
