#include "desk/slowing.h"

#include <algorithm>

namespace confer {
namespace {

constexpr std::int64_t second = 1'000'000;

}  // namespace

std::int64_t Slowing::delay_seconds(int failures) const noexcept {
  if (failures <= scale_.free_failures) return 0;
  const int doublings = std::min(failures - scale_.free_failures - 1, 30);
  return std::min(scale_.first_delay_seconds << doublings, scale_.longest_delay_seconds);
}

std::optional<Instant> Slowing::not_before(const std::string& key, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(key);
  if (found == places_.end()) return std::nullopt;
  const Failures& failures = *found->second;
  const Instant at{failures.last.microseconds + delay_seconds(failures.count) * second};
  return now < at ? std::optional(at) : std::nullopt;
}

void Slowing::count(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  if (const auto found = places_.find(key); found != places_.end()) {
    Failures& failures = *found->second;
    if (now.microseconds - failures.last.microseconds > scale_.forget_after_seconds * second) failures.count = 0;
    failures.count = std::min(failures.count + 1, 1'000);
    failures.last = now;
    recent_.splice(recent_.begin(), recent_, found->second);
    return;
  }
  if (recent_.size() >= most_keys_) remove(std::prev(recent_.end()));
  recent_.push_front({key, 1, now});
  places_.emplace(key, recent_.begin());
}

void Slowing::take_back(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(key);
  if (found != places_.end() && --found->second->count <= 0) remove(found->second);
}

void Slowing::forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = places_.find(key); found != places_.end()) remove(found->second);
}

std::size_t Slowing::keys() const {
  const std::lock_guard lock(mutex_);
  return recent_.size();
}

void Slowing::remove(Place place) {
  places_.erase(place->key);
  recent_.erase(place);
}

}  // namespace confer
