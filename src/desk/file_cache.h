#pragma once
// Folded files that were read lately, so that the next page of the same family reads no entry again. Bounded by bytes; a view is never kept.
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "base/ids.h"
#include "casefile/case_file.h"

namespace confer {

/// A file folded, and the position up to which it was read.
struct FoldedFile {
  std::shared_ptr<const CaseFile> file;
  std::uint64_t position = 0;
};

/// What a folded file takes of memory, in bytes, near enough to bound a cache by.
[[nodiscard]] std::size_t footprint(const CaseFile& file);

/// Folded files by id; the ones that were not asked for longest go first. May be used from several threads.
class FileCache {
 public:
  /// Keeps at most so many bytes; a file that is larger by itself is not kept.
  explicit FileCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The file as it stood at this position; empty when it is not kept, or was kept at another.
  [[nodiscard]] std::optional<FoldedFile> find(const FileId& id, std::uint64_t position);
  /// Keeps a file in place of what was kept of it, unless that is newer.
  void keep(const FileId& id, const FoldedFile& file);
  /// What all that is kept takes.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Kept {
    FileId id;
    FoldedFile file;
    std::size_t bytes = 0;
  };
  void drop(std::list<Kept>::iterator one);

  std::size_t most_bytes_;
  mutable std::mutex mutex_;   // guards what follows
  std::list<Kept> kept_;       // the latest asked for first
  std::map<FileId, std::list<Kept>::iterator> by_id_;
  std::size_t bytes_ = 0;
};

}  // namespace confer
