#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "store/seal.h"

namespace confer {
namespace {

/// An open file, closed when it goes out of use.
class OpenFile {
 public:
  OpenFile(const std::string& path, int flags) : handle_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (handle_ >= 0) ::close(handle_);
  }
  [[nodiscard]] int handle() const noexcept { return handle_; }
  [[nodiscard]] bool is_open() const noexcept { return handle_ >= 0; }

 private:
  int handle_;
};

void make(const std::string& path, const Key& key) {
  const OpenFile file(path, O_WRONLY | O_CREAT | O_EXCL);
  const auto size = static_cast<ssize_t>(key.view().size());
  if (!file.is_open() || ::write(file.handle(), key.data(), key.view().size()) != size || ::fsync(file.handle()) != 0)
    throw StoreFailure(fmt::format("The key file {} could not be made. Check that its directory is there and can be written to.", path));
  const std::string directory = std::filesystem::path(path).parent_path().string();
  const OpenFile around(directory.empty() ? "." : directory, O_RDONLY | O_DIRECTORY);
  if (!around.is_open() || ::fsync(around.handle()) != 0) throw StoreFailure("The directory of the key file could not be written to the disk.");
}

}  // namespace

Key master_key(const std::string& path, bool database_is_new) {
  if (sodium_init() < 0) throw StoreFailure("The system gives no random numbers, so nothing can be sealed.");
  if (!std::filesystem::exists(path)) {
    if (!database_is_new)
      throw StoreFailure(fmt::format("The key file {} is missing, and without it this record cannot be read. Put back the copy that was kept "
                                     "when the record was begun. No new key was made, since it would open nothing.",
                                     path));
    const Key key = Key::random();
    make(path, key);
    return key;
  }
  const OpenFile file(path, O_RDONLY);
  struct stat about = {};
  if (!file.is_open() || ::fstat(file.handle(), &about) != 0) throw StoreFailure(fmt::format("The key file {} cannot be read by this user.", path));
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    throw StoreFailure(fmt::format("The key file {} can be read by others. Make it its owner's alone: chmod 600 {}", path, path));
  Key key;
  const auto size = static_cast<ssize_t>(key.view().size());
  if (about.st_size != size || ::read(file.handle(), key.data(), key.view().size()) != size)
    throw StoreFailure(fmt::format("The key file {} is not a key of 32 bytes. Put back the copy that was kept when the record was begun.", path));
  return key;
}

}  // namespace confer
