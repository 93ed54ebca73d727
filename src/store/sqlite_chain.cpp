#include "store/sqlite_chain.h"

#include <fmt/format.h>

namespace confer::sqlite {
namespace {

[[noreturn]] void fail_at(std::uint64_t position) {
  throw StoreFailure(fmt::format("Entry {} of this file is not as it was stored: the record is damaged or was changed by hand. Run \"confer verify\", and "
                                 "restore the latest backup that is whole.",
                                 position));
}

Digest digest_at(Connection& connection, std::int64_t stream_number, std::uint64_t position) {
  Query query(connection, "SELECT digest FROM chain WHERE place = ?", place_of(stream_number, position));
  return query.next() ? digest_from(query.bytes(0)) : Digest{};
}

/// What stands in a destroyed key's place: only a holder of the master key could have put it there.
std::string destruction_mark(const Seals& seals, const Stream& stream, std::string_view id) {
  const std::string label = stream_label(stream);
  const std::array<std::string_view, 2> parts = {label, id};
  return seals.mark("destroyed", parts);
}

}  // namespace

StreamRow find_stream(Connection& connection, const Stream& stream) {
  Query query(connection, "SELECT stream_no, position, digest FROM stream WHERE authority = ? AND kind = ? AND name = ?", stream.authority.value,
              static_cast<std::int32_t>(stream.kind), stream.name);
  if (!query.next()) return {};
  return {query.number(0), Head{static_cast<std::uint64_t>(query.number(1)), digest_from(query.bytes(2))}};
}

Digest digest_from(std::string_view bytes) noexcept {
  Digest digest;
  if (bytes.size() == digest.bytes.size()) std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

std::optional<Key> FileKeys::find(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = keys_.find(stream); known != keys_.end()) return known->second;
  }
  Query query(connection, "SELECT wrapped FROM file_key WHERE stream_no = ?", stream_number);
  auto key = query.next() ? seals.unwrap_file_key(stream, query.bytes(0)) : std::nullopt;
  const std::lock_guard lock(mutex_);
  if (keys_.size() >= most) keys_.clear();
  if (key) keys_.emplace(stream, *key);
  return key;
}

bool destroy_entry_key(Connection& connection, const Seals& seals, const Stream& stream, const EntryId& entry) {
  const StreamRow row = find_stream(connection, stream);
  Query query(connection, "SELECT k.place FROM chain c JOIN entry_key k ON k.place = c.place WHERE c.stream_no = ? AND c.id = ? AND k.destroyed = 0",
              row.number, entry.value);
  if (!query.next()) return false;
  Query(connection, "UPDATE entry_key SET wrapped = ?, destroyed = 1 WHERE place = ?", Blob{destruction_mark(seals, stream, entry.value)}, query.number(0))
      .run();
  return true;
}

Links::Links(Connection& connection, std::int64_t stream_number, std::uint64_t after, std::uint64_t up_to)
    : query_(connection,
             "SELECT c.place, c.stream_no, c.id, c.type, c.about, c.happened, c.recorded, c.author, c.role, c.corrects, c.edition, c.key, c.sealed, "
             "c.digest, k.wrapped, k.destroyed FROM chain c LEFT JOIN entry_key k ON k.place = c.place WHERE c.place > ? AND c.place <= ? ORDER BY c.place",
             place_of(stream_number, after), place_of(stream_number, up_to)) {}

std::optional<StoredLink> Links::next() {
  if (!query_.next()) return std::nullopt;
  return StoredLink{.position = static_cast<std::uint64_t>(query_.number(0)) & 0xffff'ffffU,
                    .stream_number = query_.number(1),
                    .clear = {.id = query_.text(2),
                              .type = query_.text(3),
                              .about = query_.text(4),
                              .happened = query_.text(5),
                              .recorded = query_.number(6),
                              .by = query_.text(7),
                              .role = query_.text(8),
                              .corrects = query_.text(9),
                              .edition = query_.text(10),
                              .key = query_.text(11)},
                    .sealed = query_.bytes(12),
                    .digest = query_.bytes(13),
                    .wrapped_key = query_.bytes(14),
                    .is_destroyed = query_.number(15) != 0};
}

OpenedLink open_link(const Seals& seals, const Key& file_key, const Stream& stream, const Digest& before, const StoredLink& link) {
  using enum OpenedLink::State;
  const Digest place = place_digest(stream, link.position, before, link.clear);
  OpenedLink out{whole, chain_digest(place, link.sealed), {}};
  if (out.digest.view() != link.digest) {
    out.state = changed;
  } else if (link.is_destroyed) {
    out.state = link.wrapped_key == destruction_mark(seals, stream, link.clear.id) ? destroyed : does_not_open;
  } else if (auto answers = open_answers(file_key, stream, link.clear.id, place, link.wrapped_key, link.sealed)) {
    out.answers = std::move(*answers);
  } else {
    out.state = does_not_open;
  }
  return out;
}

std::vector<Entry> read_entries(Connection& connection, const Seals& seals, FileKeys& keys, const Stream& stream, std::uint64_t after) {
  std::vector<Entry> out;
  const StreamRow row = find_stream(connection, stream);
  if (after >= row.head.position) return out;
  const auto file_key = keys.find(connection, seals, stream, row.number);
  if (!file_key) fail_at(after + 1);
  Head here{after, after == 0 ? Digest{} : digest_at(connection, row.number, after)};
  Links links(connection, row.number, after, row.head.position);
  while (auto link = links.next()) {
    OpenedLink opened = open_link(seals, *file_key, stream, here.digest, *link);
    const bool is_destroyed = opened.state == OpenedLink::State::destroyed;
    if (link->position != here.position + 1 || (!is_destroyed && opened.state != OpenedLink::State::whole)) fail_at(here.position + 1);
    here = {link->position, opened.digest};
    out.push_back(entry_of(std::move(link->clear)));
    out.back().destroyed = is_destroyed;
    if (!is_destroyed) out.back().answers = Answers(read_object(opened.answers));
  }
  if (here != row.head) fail_at(here.position + 1);
  return out;
}

}  // namespace confer::sqlite
