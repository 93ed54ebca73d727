#pragma once
// Chains in SQLite: how entries are sealed and put at the end, and how they are read and opened again.
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "store/chain.h"
#include "store/seal.h"
#include "store/sqlite.h"

namespace confer::sqlite {

/// A stream's own row.
struct StreamRow {
  std::int64_t number = 0;   ///< 0 when the stream is not on file.
  Head head;
};

/// Where an entry stands in its table.
[[nodiscard]] constexpr std::int64_t place_of(std::int64_t stream_number, std::uint64_t position) noexcept {
  return (stream_number << 32) | static_cast<std::int64_t>(position);
}

/// The stream's row; its number is 0 when the stream is not on file.
[[nodiscard]] StreamRow find_stream(Connection& connection, const Stream& stream);
/// A digest from its 32 stored bytes; zero when they are not 32.
[[nodiscard]] Digest digest_from(std::string_view bytes) noexcept;

/// File keys that were opened lately. Bounded: when full it forgets all.
class FileKeys {
 public:
  static constexpr std::size_t most = 4'096;

  /// The key, from memory or unwrapped from the database; empty when it is not there or does not open.
  [[nodiscard]] std::optional<Key> find(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number);

 private:
  std::mutex mutex_;
  std::map<Stream, Key> keys_;
};

/// The work of Store::append, within the writer's transaction; leaves the index rows to the caller.
[[nodiscard]] Appended append_entries(Connection& connection, const Seals& seals, const Append& what);

/// Destroys an entry's key, within the writer's transaction. False when there is none to destroy.
[[nodiscard]] bool destroy_entry_key(Connection& connection, const Seals& seals, const Stream& stream, const EntryId& entry);

/// A link of a chain as it is stored.
struct StoredLink {
  std::uint64_t position = 0;
  std::int64_t stream_number = 0;
  ClearPart clear;
  std::string_view sealed, digest, wrapped_key;   ///< Borrowed until the next step.
  bool is_destroyed = false;
};

/// Steps through the links of a stream after one position and up to another.
class Links {
 public:
  Links(Connection& connection, std::int64_t stream_number, std::uint64_t after, std::uint64_t up_to);
  /// Empty at the end.
  [[nodiscard]] std::optional<StoredLink> next();

 private:
  Query query_;
};

/// A link held against what came before it.
struct OpenedLink {
  enum class State { whole, destroyed, changed, does_not_open };
  State state = State::whole;
  Digest digest;         ///< Computed from what is stored.
  std::string answers;   ///< JSON; empty unless whole.
};

/// Opens a stored link under its file's key and holds it against the digest before it; what is wrong with it is its state.
[[nodiscard]] OpenedLink open_link(const Seals& seals, const Key& file_key, const Stream& stream, const Digest& before, const StoredLink& link);

/// All entries after a position, each held against its digest and its seal. Throws StoreFailure when one does not hold.
[[nodiscard]] std::vector<Entry> read_entries(Connection& connection, const Seals& seals, FileKeys& keys, const Stream& stream, std::uint64_t after);

}  // namespace confer::sqlite
