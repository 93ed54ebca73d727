#pragma once
// Entries, rows and directories that the store's tests share. All invented.
#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "store/store.h"

namespace confer::samples {

enum class Medium { disk, memory };

/// A directory of its own, removed when it goes out of use; in memory for tests that open many copies and ask nothing of a disk.
class Directory {
 public:
  explicit Directory(Medium medium = Medium::disk) {
    const bool in_memory = medium == Medium::memory && std::filesystem::is_directory("/dev/shm");
    std::string name = (in_memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) / "confer-store-XXXXXX";
    CONFER_ASSERT(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] SqliteOptions options() const { return {.path = file("record.db"), .master_key_path = file("master.key")}; }

 private:
  std::filesystem::path path_;
};

inline const AuthorityId authority{"ashdale"};
inline const Instant at{1'744'038'600'000'000};   // 7 April 2025, 15:10 UTC

inline Stream family(int number) { return {authority, Stream::Kind::file, fmt::format("family-{}", number)}; }
inline Stream access_log() { return {authority, Stream::Kind::access_log, ""}; }

inline Entry entry(const std::string& id, std::int64_t number = 0) {
  Entry out;
  out.id.value = id;
  out.type = "strategy_discussion";
  out.about = {PersonId{"p-amy"}, PersonId{"p-ben"}};
  out.happened = Date::from_days(20'180);
  out.recorded = at;
  out.by.value = "p-worker";
  out.role = "social_worker";
  out.answers = Answers(json::object{{"began_enquiry", true}, {"number", number}, {"why", "Bruising seen at nursery, not explained."}});
  out.edition = Digest::of("edition");
  out.key = "key-" + id;
  return out;
}

inline IndexRow row(const std::string& key, std::int32_t day, std::vector<std::string> audience, const std::string& search = "amy ashworth") {
  return {.table = "file", .key = key, .sort_day = day, .search = search, .audience = std::move(audience), .body = {{"title", key}, {"day", day}}};
}

inline IndexQuery asking(std::vector<std::string> tokens) { return {.authority = authority, .table = "file", .tokens = std::move(tokens)}; }

/// Appends one entry at the head, however often others were first.
inline Appended put(Store& store, const Stream& stream, const Entry& entry) {
  for (;;) {
    const auto appended = store.append({.stream = stream, .expected = store.head(stream).position, .entries = {entry}, .rows = {}});
    if (appended.outcome != Appended::Outcome::overtaken) return appended;
  }
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

}  // namespace confer::samples
