#pragma once
// For tests of sign-in alone: a store that keeps chains and shelves in plain memory, without seals, digests or indexes.
#include <map>
#include <mutex>

#include "store/store.h"

namespace confer {

class StoreForTests : public Store {
 public:
  Appended append(const Append& what) override {
    const std::lock_guard lock(mutex_);
    std::vector<Entry>& chain = chains_[what.stream];
    if (before_append) std::exchange(before_append, {})(chain);
    if (chain.size() != what.expected) return {Appended::Outcome::overtaken, {chain.size(), {}}};
    chain.insert(chain.end(), what.entries.begin(), what.entries.end());
    return {Appended::Outcome::stored, {chain.size(), {}}};
  }
  std::vector<Entry> entries(const Stream& stream, std::uint64_t after = 0) const override {
    const std::lock_guard lock(mutex_);
    const auto found = chains_.find(stream);
    if (found == chains_.end()) return {};
    return {found->second.begin() + static_cast<std::ptrdiff_t>(after), found->second.end()};
  }
  void set_aside(std::string_view shelf, std::string_view key, std::string_view value, Instant until) override {
    const std::lock_guard lock(mutex_);
    const std::pair place{std::string(shelf), std::string(key)};
    if (value.empty()) shelves.erase(place);
    else shelves[place] = {std::string(value), until};
    ++writes;
  }
  std::optional<std::string> aside(std::string_view shelf, std::string_view key, Instant now) const override {
    const std::lock_guard lock(mutex_);
    const auto found = shelves.find({std::string(shelf), std::string(key)});
    return found == shelves.end() || found->second.second <= now ? std::nullopt : std::optional(found->second.first);
  }
  Head head(const Stream&) const override { return {}; }
  std::vector<AuthorityId> authorities() const override { return {}; }
  std::vector<Stream> streams(const AuthorityId&, Stream::Kind) const override { return {}; }
  std::vector<FoundRow> rows(const IndexQuery&) const override { return {}; }
  std::size_t count(const IndexQuery&) const override { return 0; }
  void replace_rows(const Stream&, const std::vector<IndexRow>&) override {}
  bool destroy_key(const Stream&, const EntryId&, const std::vector<IndexRow>&) override { return false; }
  std::vector<std::string> aside_keys(std::string_view, Instant) const override { return {}; }
  void clear_aside(Instant) override {}
  std::vector<Fault> verify(const Checkpoint*) const override { return {}; }
  Checkpoint checkpoint(Instant now) const override { return {now, {}, {}}; }
  void keep_edition(const Digest&, std::string_view) override {}
  std::optional<std::string> edition(const Digest&) const override { return std::nullopt; }

  std::function<void(std::vector<Entry>& chain)> before_append;   ///< What another program writes just before the next append.
  std::map<std::pair<std::string, std::string>, std::pair<std::string, Instant>> shelves;
  int writes = 0;

 private:
  mutable std::mutex mutex_;
  std::map<Stream, std::vector<Entry>> chains_;
};

}  // namespace confer
