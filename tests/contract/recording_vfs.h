#pragma once
// A file system for SQLite that passes everything on to the real one, and can do two things more: write down every change to a file and
// every wait for the disk, so that a power cut can be played at any moment afterwards; and fail the n-th of them.
#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace confer::samples {

/// One change that was asked of the disk.
struct DiskCall {
  enum class Kind { write, truncate, sync, remove, acknowledged };
  Kind kind = Kind::write;
  std::string file;           ///< Its name without the directory.
  std::int64_t offset = 0;    ///< Of a write; the length for a truncation; the number that was acknowledged.
  std::string bytes;
};

/// What every later opening of a database goes through, until it goes out of use. There may be one at a time.
class RecordingVfs {
 public:
  RecordingVfs();
  RecordingVfs(const RecordingVfs&) = delete;
  RecordingVfs& operator=(const RecordingVfs&) = delete;
  ~RecordingVfs();

  /// Says that the store acknowledged this number now.
  void acknowledge(std::int64_t number);
  /// Takes the calls so far.
  [[nodiscard]] std::vector<DiskCall> take();
  /// The call so many calls from now, and all after it while `lasting`, return this code of SQLite's.
  void fail_at(int calls_from_now, int code, bool lasting);
  void mend();
  /// Whether a failure was given out since fail_at.
  [[nodiscard]] bool has_failed() const;
};

/// What stands on a disk after the power went: by file name.
using Image = std::map<std::string, std::string>;

/// Whether what was synced is held to be on the disk; `lying` is the control, a disk whose sync does nothing.
enum class Sync { honest, lying };

/// The disk after the power went right after `calls`: of what was not synced, each write is there, is not, or is there in part.
[[nodiscard]] Image after_power_cut(const std::vector<DiskCall>& calls, std::size_t count, std::mt19937& random, Sync sync);

}  // namespace confer::samples
