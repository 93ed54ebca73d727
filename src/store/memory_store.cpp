// The simplest store: maps behind one lock. Nothing is sealed, since nothing outlives the program; in the place of a seal the chain
// holds the digest of the answers, so that destroying them leaves it whole.
#include <sodium.h>

#include <map>
#include <mutex>
#include <set>

#include "store/chain.h"
#include "store/checkpoint.h"
#include "store/index_words.h"
#include "store/store.h"

namespace confer {
namespace {

struct Link {
  Entry entry;
  Digest answers;   ///< Stands where other stores have the sealed bytes.
  Digest digest;
};

struct Chain {
  std::vector<Link> links;
  std::set<std::string> ids, keys;
  std::vector<IndexRow> rows;
  std::size_t number = 0;   ///< The chains begun before it.

  [[nodiscard]] Head head() const { return links.empty() ? Head{} : Head{links.size(), links.back().digest}; }
};

struct Aside {
  std::string value;
  Instant until;
};

Digest digest_of(const Stream& stream, std::uint64_t position, const Digest& before, const Link& link) {
  return chain_digest(place_digest(stream, position, before, clear_part(link.entry)), link.answers.view());
}

bool is_for(const IndexRow& row, const std::vector<std::string>& tokens) {
  return std::any_of(row.audience.begin(), row.audience.end(),
                     [&](const std::string& token) { return std::find(tokens.begin(), tokens.end(), token) != tokens.end(); });
}

/// Before anything is changed: every id and every key must be new to the chain and to the append itself.
void fail_if_known(const Chain& chain, const std::vector<Entry>& entries) {
  std::set<std::string_view> ids, keys;
  for (const Entry& entry : entries)
    if (chain.ids.contains(entry.id.value) || !ids.insert(entry.id.value).second || (!entry.key.empty() && !keys.insert(entry.key).second))
      fail_known_id();
}

class MemoryStore final : public Store {
 public:
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
  using Lock = std::lock_guard<std::mutex>;
  [[nodiscard]] std::vector<FoundRow> found(const IndexQuery& query) const;

  mutable std::mutex mutex_;
  std::map<Stream, Chain> chains_;
  std::map<Digest, std::string> editions_;
  std::map<std::pair<std::string, std::string>, Aside> aside_;
  Seals seals_{Key::random()};
};

Appended MemoryStore::append(const Append& what) {
  check_append(what);
  const Lock lock(mutex_);
  const auto found = chains_.find(what.stream);
  const Chain none;
  const Chain& known = found == chains_.end() ? none : found->second;
  for (const Entry& entry : what.entries)
    if (!entry.key.empty() && known.keys.contains(entry.key)) return {Appended::Outcome::repeated, known.head()};
  if (what.expected && known.links.size() != *what.expected) return {Appended::Outcome::overtaken, known.head()};
  fail_if_known(known, what.entries);
  Chain& chain = chains_.try_emplace(what.stream, Chain{.links = {}, .ids = {}, .keys = {}, .rows = {}, .number = chains_.size()}).first->second;   // never empty: it stands here from its first entry on
  for (const Entry& entry : what.entries) {
    chain.ids.insert(entry.id.value);
    if (!entry.key.empty()) chain.keys.insert(entry.key);
    Link link{entry, Digest::of(object_bytes(entry.answers.values())), {}};
    link.digest = digest_of(what.stream, chain.links.size() + 1, chain.head().digest, link);
    chain.links.push_back(std::move(link));
  }
  if (what.rows) chain.rows = *what.rows;
  return {Appended::Outcome::stored, chain.head()};
}

std::vector<Entry> MemoryStore::entries(const Stream& stream, std::uint64_t after) const {
  const Lock lock(mutex_);
  std::vector<Entry> out;
  const auto chain = chains_.find(stream);
  if (chain == chains_.end()) return out;
  for (std::size_t i = after; i < chain->second.links.size(); ++i) out.push_back(chain->second.links[i].entry);
  return out;
}

Head MemoryStore::head(const Stream& stream) const {
  const Lock lock(mutex_);
  const auto chain = chains_.find(stream);
  return chain == chains_.end() ? Head{} : chain->second.head();
}

std::vector<AuthorityId> MemoryStore::authorities() const {
  const Lock lock(mutex_);
  std::vector<AuthorityId> out;
  for (const auto& [stream, chain] : chains_)
    if (out.empty() || out.back() != stream.authority) out.push_back(stream.authority);
  return out;
}

std::vector<Stream> MemoryStore::streams(const AuthorityId& authority, Stream::Kind kind) const {
  const Lock lock(mutex_);
  std::vector<Stream> out;
  for (const auto& [stream, chain] : chains_)
    if (stream.authority == authority && stream.kind == kind) out.push_back(stream);
  return out;
}

std::vector<FoundRow> MemoryStore::found(const IndexQuery& query) const {
  const auto words = words_of(query.search);
  std::vector<FoundRow> out;
  for (const auto& [stream, chain] : chains_)
    for (const IndexRow& row : chain.rows)
      if (stream.authority == query.authority && row.table == query.table && row.sort_day >= query.first_day && is_for(row, query.tokens) && holds_all(row.search, words)) {
        out.push_back({stream, row});
        out.back().row.audience.clear();
      }
  const auto place = [&](const FoundRow& one) { return std::tuple(one.row.sort_day, chains_.at(one.stream).number, place_of_key(one.row.key)); };
  std::sort(out.begin(), out.end(), [&](const FoundRow& left, const FoundRow& right) { return place(left) < place(right); });
  return out;
}

std::vector<FoundRow> MemoryStore::rows(const IndexQuery& query, const json::storage_ptr&) const {
  const Lock lock(mutex_);
  auto all = found(query);
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(query.offset, all.size())));
  if (all.size() > query.limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(query.limit), all.end());
  return all;
}

std::vector<DayCount> MemoryStore::days(const IndexQuery& query) const {
  const Lock lock(mutex_);
  std::vector<DayCount> out;
  for (const FoundRow& row : found(query)) {
    if (out.empty() || out.back().sort_day != row.row.sort_day) out.push_back({row.row.sort_day, 0});
    ++out.back().rows;
  }
  return out;
}

std::vector<Tally> MemoryStore::tally(const TallyQuery& query) const {
  CONFER_ASSERT(!query.begins.empty());
  const Lock lock(mutex_);
  std::map<std::pair<std::string, std::int32_t>, std::size_t> counts;
  for (const auto& [stream, chain] : chains_)
    for (const IndexRow& row : chain.rows) {
      if (stream.authority != query.authority || row.table != query.table || row.sort_day < query.first_day || row.sort_day > query.last_day) continue;
      for (const std::string& token : each_once(row.audience))
        if (token.starts_with(query.begins)) ++counts[{token, row.sort_day}];
    }
  std::vector<Tally> out;
  for (const auto& [place, rows] : counts) out.push_back({place.first, place.second, rows});
  return out;
}

bool MemoryStore::replace_rows(const Stream& stream, std::uint64_t position, const std::vector<IndexRow>& rows) {
  const Lock lock(mutex_);
  const auto chain = chains_.find(stream);
  if (chain == chains_.end() || chain->second.links.size() != position) return false;
  chain->second.rows = rows;
  return true;
}

bool MemoryStore::destroy_key(const Stream& stream, const EntryId& entry, const std::vector<IndexRow>& rows) {
  const Lock lock(mutex_);
  const auto chain = chains_.find(stream);
  if (chain == chains_.end()) return false;
  for (Link& link : chain->second.links)
    if (link.entry.id == entry && !link.entry.destroyed) {
      link.entry.answers = Answers{};
      link.entry.destroyed = true;
      chain->second.rows = rows;
      return true;
    }
  return false;
}

std::vector<Fault> MemoryStore::verify(const Checkpoint* against) const {
  const Lock lock(mutex_);
  std::vector<Fault> faults;
  CheckpointWalk walk(seals_, against, faults);
  for (const auto& [stream, chain] : chains_) {
    Head here;
    for (const Link& link : chain.links) {
      here = {here.position + 1, digest_of(stream, here.position + 1, here.digest, link)};
      if (here.digest != link.digest) faults.push_back({stream, here.position, "The entry does not match its digest."});
      walk.pass(stream, here);
    }
  }
  walk.finish();
  return faults;
}

Checkpoint MemoryStore::checkpoint(Instant now) const {
  const Lock lock(mutex_);
  std::vector<std::pair<Stream, Head>> heads;
  for (const auto& [stream, chain] : chains_) heads.emplace_back(stream, chain.head());
  return signed_checkpoint(seals_, now, std::move(heads));
}

void MemoryStore::keep_edition(const Digest& digest, std::string_view text) {
  const Lock lock(mutex_);
  editions_.emplace(digest, text);
}

std::optional<std::string> MemoryStore::edition(const Digest& digest) const {
  const Lock lock(mutex_);
  const auto found = editions_.find(digest);
  return found == editions_.end() ? std::nullopt : std::optional(found->second);
}

void MemoryStore::set_aside(std::string_view shelf, std::string_view key, std::string_view value, Instant until) {
  const Lock lock(mutex_);
  if (value.empty())
    aside_.erase({std::string(shelf), std::string(key)});
  else
    aside_[{std::string(shelf), std::string(key)}] = {std::string(value), until};
}

std::optional<std::string> MemoryStore::aside(std::string_view shelf, std::string_view key, Instant now) const {
  const Lock lock(mutex_);
  const auto found = aside_.find({std::string(shelf), std::string(key)});
  return found == aside_.end() || found->second.until <= now ? std::nullopt : std::optional(found->second.value);
}

std::vector<std::string> MemoryStore::aside_keys(std::string_view shelf, Instant now) const {
  const Lock lock(mutex_);
  std::vector<std::string> out;
  for (const auto& [place, value] : aside_)
    if (place.first == shelf && value.until > now) out.push_back(place.second);
  return out;
}

void MemoryStore::clear_aside(Instant now) {
  const Lock lock(mutex_);
  std::erase_if(aside_, [&](const auto& item) { return item.second.until <= now; });
}

}  // namespace

std::unique_ptr<Store> memory_store() {
  if (sodium_init() < 0) throw StoreFailure("The system gives no random numbers, so nothing can be signed.");
  return std::make_unique<MemoryStore>();
}

}  // namespace confer
