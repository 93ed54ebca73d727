#include "recording_vfs.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/result.h"

namespace confer::samples {
namespace {

/// The state behind the one RecordingVfs; SQLite's callbacks take no pointer of ours.
struct State {
  std::mutex mutex;
  std::vector<DiskCall> calls;
  int until_failure = -1;   ///< Calls that still succeed; -1 when none is to fail.
  int code = SQLITE_OK;
  bool is_lasting = false;
  bool has_failed = false;
};

State& state() {
  static State one;
  return one;
}

sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs own_vfs = {};

/// SQLite allots the bytes after it for the real file.
struct OwnFile {
  sqlite3_file base;
  std::string* name;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(this) + sizeof(OwnFile)); }
};

OwnFile* own(sqlite3_file* file) { return reinterpret_cast<OwnFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return own(file)->real(); }

std::string name_of(const char* path) {
  const std::string whole = path ? path : "";
  return whole.substr(whole.rfind('/') + 1);
}

/// Writes the call down; returns the code it is to fail with, or SQLITE_OK.
int record(DiskCall call) {
  State& now = state();
  const std::lock_guard lock(now.mutex);
  if (now.until_failure == 0) {
    now.has_failed = true;
    if (!now.is_lasting) now.until_failure = -1;
    return now.code;
  }
  if (now.until_failure > 0) --now.until_failure;
  now.calls.push_back(std::move(call));
  return SQLITE_OK;
}

int close(sqlite3_file* file) {
  const int code = real(file)->pMethods->xClose(real(file));
  delete own(file)->name;
  return code;
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) { return real(file)->pMethods->xRead(real(file), to, size, offset); }
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  const int failure = record({DiskCall::Kind::write, *own(file)->name, offset, std::string(static_cast<const char*>(from), static_cast<std::size_t>(size))});
  return failure != SQLITE_OK ? failure : real(file)->pMethods->xWrite(real(file), from, size, offset);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int failure = record({DiskCall::Kind::truncate, *own(file)->name, size, {}});
  return failure != SQLITE_OK ? failure : real(file)->pMethods->xTruncate(real(file), size);
}
/// The real sync is left out: nothing here needs the real disk, only what was asked of it.
int sync(sqlite3_file* file, int) { return record({DiskCall::Kind::sync, *own(file)->name, 0, {}}); }
int file_size(sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int check_lock(sqlite3_file* file, int* result) { return real(file)->pMethods->xCheckReservedLock(real(file), result); }
int control(sqlite3_file* file, int what, void* value) { return real(file)->pMethods->xFileControl(real(file), what, value); }
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
/// Promises nothing, so that SQLite guards against torn and reordered writes.
int characteristics(sqlite3_file*) { return 0; }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** to) { return real(file)->pMethods->xShmMap(real(file), page, size, extend, to); }
int shm_lock(sqlite3_file* file, int offset, int count, int flags) { return real(file)->pMethods->xShmLock(real(file), offset, count, flags); }
void shm_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int shm_unmap(sqlite3_file* file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

const sqlite3_io_methods methods = {2,         close,      read,    write,       truncate,        sync,    file_size, lock,        unlock,   check_lock,
                                    control,   sector_size, characteristics, shm_map, shm_lock,  shm_barrier, shm_unmap, nullptr, nullptr};

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  const int code = real_vfs->xOpen(real_vfs, path, real(file), flags, out_flags);
  file->pMethods = code == SQLITE_OK ? &methods : nullptr;
  if (code == SQLITE_OK) own(file)->name = new std::string(name_of(path));
  return code;
}

int remove(sqlite3_vfs*, const char* path, int sync_directory) {
  const int failure = record({DiskCall::Kind::remove, name_of(path), 0, {}});
  return failure != SQLITE_OK ? failure : real_vfs->xDelete(real_vfs, path, sync_directory);
}

}  // namespace

RecordingVfs::RecordingVfs() {
  real_vfs = sqlite3_vfs_find(nullptr);
  own_vfs = *real_vfs;
  own_vfs.zName = "recording";
  own_vfs.szOsFile = static_cast<int>(sizeof(OwnFile)) + real_vfs->szOsFile;
  own_vfs.xOpen = open;
  own_vfs.xDelete = remove;
  CONFER_ASSERT(sqlite3_vfs_register(&own_vfs, 1) == SQLITE_OK);
  (void)take();
  mend();
}

RecordingVfs::~RecordingVfs() {
  sqlite3_vfs_unregister(&own_vfs);
  sqlite3_vfs_register(real_vfs, 1);
}

void RecordingVfs::acknowledge(std::int64_t number) {
  const std::lock_guard lock(state().mutex);
  state().calls.push_back({DiskCall::Kind::acknowledged, {}, number, {}});
}

std::vector<DiskCall> RecordingVfs::take() {
  const std::lock_guard lock(state().mutex);
  return std::exchange(state().calls, {});
}

void RecordingVfs::fail_at(int calls_from_now, int code, bool lasting) {
  const std::lock_guard lock(state().mutex);
  state().until_failure = calls_from_now;
  state().code = code;
  state().is_lasting = lasting;
  state().has_failed = false;
}

void RecordingVfs::mend() { fail_at(-1, SQLITE_OK, false); }

bool RecordingVfs::has_failed() const {
  const std::lock_guard lock(state().mutex);
  return state().has_failed;
}

namespace {

constexpr std::size_t sector = 512;

/// A file during the play: what is on the disk for certain, and what was asked since the last sync.
struct Pages {
  std::string durable;
  std::vector<const DiskCall*> pending;
};

void apply(std::string& content, const DiskCall& call) {
  if (call.kind == DiskCall::Kind::truncate) return content.resize(static_cast<std::size_t>(call.offset), '\0');
  const auto offset = static_cast<std::size_t>(call.offset);
  if (content.size() < offset + call.bytes.size()) content.resize(offset + call.bytes.size(), '\0');
  content.replace(offset, call.bytes.size(), call.bytes);
}

/// Only some sectors of the write reach the disk.
void apply_torn(std::string& content, const DiskCall& call, std::mt19937& random) {
  for (std::size_t at = 0; at < call.bytes.size(); at += sector) {
    if (random() % 2 == 0) continue;
    apply(content, {call.kind, call.file, call.offset + static_cast<std::int64_t>(at), call.bytes.substr(at, sector)});
  }
}

/// Each unsynced call in an order of its own, and each there, not there or torn.
void settle(Pages& pages, std::mt19937& random) {
  std::shuffle(pages.pending.begin(), pages.pending.end(), random);
  for (const DiskCall* call : pages.pending) {
    const auto fate = random() % 3;
    if (fate == 0) continue;
    if (fate == 1 || call->kind == DiskCall::Kind::truncate)
      apply(pages.durable, *call);
    else
      apply_torn(pages.durable, *call, random);
  }
}

}  // namespace

Image after_power_cut(const std::vector<DiskCall>& calls, std::size_t count, std::mt19937& random, Sync sync) {
  std::map<std::string, Pages> files;
  for (std::size_t i = 0; i < count; ++i) {
    const DiskCall& call = calls[i];
    switch (call.kind) {
      case DiskCall::Kind::write:
      case DiskCall::Kind::truncate: files[call.file].pending.push_back(&call); break;
      case DiskCall::Kind::sync: {
        if (sync == Sync::lying) break;
        Pages& pages = files[call.file];
        for (const DiskCall* each : pages.pending) apply(pages.durable, *each);
        pages.pending.clear();
        break;
      }
      case DiskCall::Kind::remove: files.erase(call.file); break;
      case DiskCall::Kind::acknowledged: break;
    }
  }
  Image image;
  for (auto& [name, pages] : files) {
    settle(pages, random);
    image[name] = std::move(pages.durable);
  }
  return image;
}

}  // namespace confer::samples
