#pragma once
// Slows down guessing without ever locking anyone out. Keeps counts in bounded memory and reads no clock.
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/date.h"

namespace confer {

/// How failures of one kind slow the next try. Times are in seconds.
struct SlowingScale {
  int free_failures = 3;                      ///< Failures that cost nothing.
  std::int64_t first_delay_seconds = 1;       ///< After the first that costs; each further one doubles it.
  std::int64_t longest_delay_seconds = 900;   ///< Where the doubling ends.
  std::int64_t forget_after_seconds = 3'600;  ///< Failures older than this, with none since, count no more.
};

/// Failures by key, the least recent forgotten when there are too many. May be called from several threads.
class Slowing {
 public:
  explicit Slowing(SlowingScale scale, std::size_t most_keys = 20'000) : scale_(scale), most_keys_(most_keys) {}

  /// When the key may try again; empty when it may now.
  [[nodiscard]] std::optional<Instant> not_before(const std::string& key, Instant now) const;
  /// Counts a failure. Called before the try, so that many tries at once all count; taken back when it turns out well.
  void count(const std::string& key, Instant now);
  /// Takes one failure back.
  void take_back(const std::string& key);
  /// Forgets all failures of a key.
  void forget(const std::string& key);
  [[nodiscard]] std::size_t keys() const;

 private:
  struct Failures {
    std::string key;
    int count = 0;
    Instant last;
  };
  using Place = std::list<Failures>::iterator;

  [[nodiscard]] std::int64_t delay_seconds(int failures) const noexcept;
  void remove(Place place);

  SlowingScale scale_;
  std::size_t most_keys_;
  mutable std::mutex mutex_;
  std::list<Failures> recent_;   // the latest failure first
  std::unordered_map<std::string, Place> places_;
};

}  // namespace confer
