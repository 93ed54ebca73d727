#include "store/sqlite_verify.h"

#include <fmt/format.h>

#include <limits>
#include <map>

#include "store/sqlite_chain.h"
#include "store/sqlite_index.h"
#include "store/sqlite_schema.h"

namespace confer::sqlite {
namespace {

/// The most faults that SQLite's own check is asked for: one is enough to know that the file is damaged.
constexpr const char* own_check = "PRAGMA integrity_check(1)";

class Walk {
 public:
  Walk(Connection& connection, const Seals& seals, CheckpointWalk& against, std::vector<Fault>& faults)
      : connection_(connection), seals_(seals), against_(against), faults_(faults) {}

  void all() {
    attempt([this] { tables(); });
    attempt([this] { find_streams(); });
    for (const auto& [number, stream] : streams_) attempt([&, n = number, &s = stream] { chain(n, s.first, s.second); }, stream.first);
    attempt([this] { strays(); });
    attempt([this] { editions(); });
    attempt([this] { aside(); });
    attempt([this] { rows(); });
  }

 private:
  void note(const Stream& stream, std::uint64_t position, std::string what) { faults_.push_back({stream, position, std::move(what)}); }

  /// What SQLite cannot read is a fault like another, and no reason not to look at the rest.
  template <class Look>
  void attempt(const Look& look, const Stream& stream = {}) {
    try {
      look();
    } catch (const StoreFailure& failure) {
      note(stream, 0, failure.what());
    }
  }

  void tables() {
    if (!has_our_tables(connection_)) note({}, 0, "The tables of the database are not those that Confer made.");
    Query query(connection_, own_check);
    if (!query.next() || query.bytes(0) != "ok") note({}, 0, "SQLite finds the database file damaged. Restore the latest backup that is whole.");
  }

  void find_streams() {
    Query query(connection_, "SELECT stream_no, authority, kind, name, position, digest FROM stream ORDER BY authority, kind, name");
    while (query.next()) {
      const std::int64_t kind = query.number(2);
      Stream stream{AuthorityId{query.text(1)}, Stream::Kind::file, query.text(3)};
      if (kind < 0 || kind > static_cast<int>(Stream::Kind::access_log)) {
        note(stream, 0, "The stream is of no known kind.");
        continue;
      }
      stream.kind = static_cast<Stream::Kind>(kind);
      streams_[query.number(0)] = {stream, Head{static_cast<std::uint64_t>(query.number(4)), digest_from(query.bytes(5))}};
    }
  }

  void chain(std::int64_t number, const Stream& stream, const Head& head) {
    const auto file_key = keys_.find(connection_, seals_, stream, number);
    if (!file_key) note(stream, 0, "The key of this file is missing or does not open.");
    Head here;
    Links links(connection_, number, 0, std::numeric_limits<std::uint32_t>::max());
    while (const auto link = links.next()) {
      ++links_;
      if (link->position != here.position + 1) note(stream, here.position + 1, "An entry is missing here.");
      here = {link->position, this->link(number, stream, file_key, here.digest, *link)};
      against_.pass(stream, here);
    }
    if (here != head) note(stream, std::min(here.position, head.position) + 1, "The chain does not end where its head says: its end was cut or added to.");
  }

  /// Returns the digest that the next link must build on: the stored one, so that one changed entry is not blamed on all that follow.
  Digest link(std::int64_t number, const Stream& stream, const std::optional<Key>& file_key, const Digest& before, const StoredLink& link) {
    const OpenedLink opened = open_link(seals_, file_key.value_or(Key{}), stream, before, link);
    switch (opened.state) {
      case OpenedLink::State::whole: readable(stream, link, opened.answers); break;
      case OpenedLink::State::destroyed: break;
      case OpenedLink::State::changed: note(stream, link.position, "The entry, or one before it, does not match its digest."); break;
      case OpenedLink::State::does_not_open: note(stream, link.position, "The entry's seal does not open: it, its place or its key was changed."); break;
    }
    if (link.stream_number != number) note(stream, link.position, "The entry names another stream than the one it stands in.");
    return digest_from(link.digest);
  }

  void readable(const Stream& stream, const StoredLink& link, const std::string& answers) {
    try {
      (void)entry_of(link.clear);
      (void)read_object(answers);
    } catch (const StoreFailure&) {
      note(stream, link.position, "The entry is sealed whole, but cannot be read.");
    }
  }

  void strays() {
    Query query(connection_, "SELECT (SELECT count(*) FROM chain), (SELECT count(*) FROM entry_key), (SELECT count(*) FROM file_key)");
    if (!query.next()) return;
    if (query.number(0) != links_) note({}, 0, "The database holds entries of streams that it does not know.");
    if (query.number(1) != links_) note({}, 0, "There are more or fewer keys than entries.");
    if (query.number(2) != static_cast<std::int64_t>(streams_.size())) note({}, 0, "There are more or fewer keys than files.");
  }

  void editions() {
    Query query(connection_, "SELECT digest, text, mark FROM edition");
    while (query.next())
      if (query.bytes(0).size() != Digest{}.bytes.size() || edition_mark(seals_, digest_from(query.bytes(0)), query.bytes(1)) != query.bytes(2))
        note({}, 0, "The text of an edition of the procedures is not as it was kept.");
  }

  void aside() {
    Query query(connection_, "SELECT shelf, key, until, sealed FROM aside");
    while (query.next())
      if (!seals_.open_aside(aside_place(query.bytes(0), query.bytes(1), query.number(2)), query.bytes(3)))
        note({}, 0, "A draft or session that was set aside does not open. It holds nothing of the record and can be given up.");
  }

  void rows() {
    const auto stream_of = [this](std::int64_t number) { return streams_.contains(number) ? streams_.at(number).first : Stream{}; };
    verify_rows(connection_, seals_, stream_of,
                [&](std::int64_t number) { note(stream_of(number), 0, "Its lists are not as they were written. Run \"confer rebuild\"."); });
  }

  Connection& connection_;
  const Seals& seals_;
  CheckpointWalk& against_;
  std::vector<Fault>& faults_;
  FileKeys keys_;
  std::map<std::int64_t, std::pair<Stream, Head>> streams_;
  std::int64_t links_ = 0;
};

}  // namespace

void verify_database(Connection& connection, const Seals& seals, CheckpointWalk& walk, std::vector<Fault>& faults) {
  Walk(connection, seals, walk, faults).all();
}

std::string edition_mark(const Seals& seals, const Digest& digest, std::string_view text) {
  const std::array<std::string_view, 2> parts = {digest.view(), text};
  return seals.mark("edition", parts);
}

std::string aside_place(std::string_view shelf, std::string_view key, std::int64_t until) { return fmt::format("{}\x1f{}\x1f{}", shelf, key, until); }

}  // namespace confer::sqlite
