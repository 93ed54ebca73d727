#include "desk/database.h"

#include <fmt/format.h>

#include "store/checkpoint.h"
#include "store/store.h"

namespace confer {
namespace {

std::string_view kind_name(Stream::Kind kind) {
  switch (kind) {
    case Stream::Kind::file: return "file";
    case Stream::Kind::authority: return "authority";
    case Stream::Kind::access_log: return "access log";
  }
  mistake("every kind of stream has a name", __FILE__, __LINE__);
}

std::vector<std::string> told(const std::vector<Fault>& faults) {
  std::vector<std::string> out;
  for (const Fault& fault : faults)
    out.push_back(fault.stream.authority.value.empty() ? fault.what
                                                       : fmt::format("{} {} at {}: {}", kind_name(fault.stream.kind), fault.stream.name, fault.position, fault.what));
  return out;
}

}  // namespace

std::shared_ptr<Store> open_sqlite(const std::string& path) { return sqlite_store({path, path + ".key"}); }

std::vector<std::string> faults_of(const Store& store) { return told(store.verify()); }

std::string checkpoint_of(const Store& store, Instant now) { return write_checkpoint(store.checkpoint(now)); }

Result<std::vector<std::string>> faults_since(const Store& store, std::string_view checkpoint) {
  const auto read = read_checkpoint(checkpoint);
  if (!read) return tl::unexpected(read.error());
  return told(store.verify(&*read));
}

std::size_t longest_checkpoint_file() noexcept { return longest_checkpoint; }

}  // namespace confer
