#include <limits>

#include "store/sqlite_chain.h"

namespace confer::sqlite {
namespace {

bool is_repeated(Connection& connection, std::int64_t stream_number, const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    if (entry.key.empty()) continue;
    Query known(connection, "SELECT 1 FROM chain WHERE stream_no = ? AND key = ? AND key <> ''", stream_number, entry.key);
    if (known.next()) return true;
  }
  return false;
}

bool has_id(Connection& connection, std::int64_t stream_number, const std::string& id) {
  return Query(connection, "SELECT 1 FROM chain WHERE stream_no = ? AND id = ?", stream_number, id).next();
}

std::int64_t add_stream(Connection& connection, const Seals& seals, const Stream& stream) {
  Query(connection, "INSERT INTO stream (authority, kind, name, position, digest) VALUES (?, ?, ?, 0, ?)", stream.authority.value,
        static_cast<std::int32_t>(stream.kind), stream.name, Blob{Digest{}.view()})
      .run();
  const std::int64_t number = connection.last_row();
  CONFER_ASSERT(number < std::numeric_limits<std::int32_t>::max());
  Query(connection, "INSERT INTO file_key (stream_no, wrapped) VALUES (?, ?)", number, Blob{seals.wrap_file_key(stream, Key::random())}).run();
  return number;
}

/// The writer's own reading: what it adds may yet be rolled back, so nothing is kept in memory.
Key file_key_of(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number) {
  Query query(connection, "SELECT wrapped FROM file_key WHERE stream_no = ?", stream_number);
  const auto key = query.next() ? seals.unwrap_file_key(stream, query.bytes(0)) : std::nullopt;
  if (!key) throw StoreFailure("The key of this file does not open: the record is damaged. Run \"confer verify\". Nothing was stored.");
  return *key;
}

Head add_entry(Connection& connection, const Key& file_key, const Stream& stream, std::int64_t stream_number, const Head& before, const Entry& entry) {
  if (has_id(connection, stream_number, entry.id.value)) fail_known_id();
  const ClearPart clear = clear_part(entry);
  const std::uint64_t position = before.position + 1;
  CONFER_ASSERT(position <= std::numeric_limits<std::uint32_t>::max());
  const Digest place = place_digest(stream, position, before.digest, clear);
  const SealedAnswers answers = seal_answers(file_key, stream, clear.id, place, object_bytes(entry.answers.values()));
  const Head head{position, chain_digest(place, answers.sealed)};
  const std::int64_t row = place_of(stream_number, position);
  Query(connection, "INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row, stream_number, clear.id, clear.type, clear.about,
        clear.happened, clear.recorded, clear.by, clear.role, clear.corrects, Blob{clear.edition}, clear.key, Blob{answers.sealed}, Blob{head.digest.view()})
      .run();
  Query(connection, "INSERT INTO entry_key VALUES (?, ?, 0)", row, Blob{answers.wrapped_key}).run();
  return head;
}

}  // namespace

Appended append_entries(Connection& connection, const Seals& seals, const Append& what) {
  StreamRow stream = find_stream(connection, what.stream);
  if (is_repeated(connection, stream.number, what.entries)) return {Appended::Outcome::repeated, stream.head};
  if (what.expected && stream.head.position != *what.expected) return {Appended::Outcome::overtaken, stream.head};
  if (stream.number == 0) stream.number = add_stream(connection, seals, what.stream);
  const Key file_key = file_key_of(connection, seals, what.stream, stream.number);
  for (const Entry& entry : what.entries) stream.head = add_entry(connection, file_key, what.stream, stream.number, stream.head, entry);
  Query(connection, "UPDATE stream SET position = ?, digest = ? WHERE stream_no = ?", stream.head.position, Blob{stream.head.digest.view()}, stream.number)
      .run();
  return {Appended::Outcome::stored, stream.head};
}

}  // namespace confer::sqlite
