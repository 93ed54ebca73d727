#pragma once
// How an entry becomes a link of a chain: which bytes are stored in clear, which are sealed, and what its digest covers.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "casefile/entry.h"
#include "store/store.h"

namespace confer {

/// The fields of an entry that a store keeps in clear, as they are stored; the answers are sealed beside them.
struct ClearPart {
  std::string id, type;
  std::string about;           ///< Ids between commas.
  std::string happened;        ///< "", "day 20180" (since 1970) or "at 1744038600000000" (microseconds).
  std::int64_t recorded = 0;   ///< Microseconds since 1970, UTC.
  std::string by, role, corrects;
  std::string edition;         ///< 32 bytes, or empty for none.
  std::string key;
};

/// The fields of an entry as they are stored in clear.
[[nodiscard]] ClearPart clear_part(const Entry& entry);
/// The entry without its answers. Throws StoreFailure when the stored bytes are not what clear_part writes.
[[nodiscard]] Entry entry_of(ClearPart clear);

/// What ties the clear fields to their place: it covers the stream, the position, every field, and the digest of the entry before.
[[nodiscard]] Digest place_digest(const Stream& stream, std::uint64_t position, const Digest& before, const ClearPart& clear);
/// The entry's digest in the chain: of its place and its sealed bytes, and so of everything before.
[[nodiscard]] Digest chain_digest(const Digest& place, std::string_view sealed);

/// A stream as bytes, such that no two streams share them.
[[nodiscard]] std::string stream_label(const Stream& stream);

/// Answers or an index body as bytes, and back. Reading throws StoreFailure on bytes that are not a JSON object, and keeps what it read in the
/// storage given.
[[nodiscard]] std::string object_bytes(const json::object& object);
[[nodiscard]] json::object read_object(std::string_view bytes, const json::storage_ptr& in = {});

/// What every store demands of an append; a breach is a mistake of ours.
void check_append(const Append& what);

/// The failure of an append whose entry has an id or a key that the chain knows already.
[[noreturn]] void fail_known_id();

}  // namespace confer
