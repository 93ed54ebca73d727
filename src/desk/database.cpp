#include "desk/database.h"

#include <fmt/format.h>

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

}  // namespace

std::shared_ptr<Store> open_sqlite(const std::string& path) { return sqlite_store({path, path + ".key"}); }

std::vector<std::string> faults_of(const Store& store) {
  std::vector<std::string> out;
  for (const Fault& fault : store.verify())
    out.push_back(fmt::format("{} {} at {}: {}", kind_name(fault.stream.kind), fault.stream.name, fault.position, fault.what));
  return out;
}

}  // namespace confer
