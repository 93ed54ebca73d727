#pragma once
// For tests alone: the procedures as they are shipped. Nothing that runs for people includes it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/testing.h"
#include "catalogue/load.h"

namespace confer::for_tests {

/// Every file of procedures/ as it is shipped, read once.
inline const std::vector<ProcedureFile>& shipped_files() {
  static const std::vector<ProcedureFile> files = [] {
    namespace fs = std::filesystem;
    const fs::path folder = procedures_folder();
    std::vector<ProcedureFile> read;
    for (const auto& found : fs::recursive_directory_iterator(folder)) {
      if (found.path().extension() != ".toml") continue;
      std::ostringstream text;
      text << std::ifstream(found.path(), std::ios::binary).rdbuf();
      read.push_back({fs::relative(found.path(), folder).generic_string(), std::move(text).str()});
    }
    std::sort(read.begin(), read.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
    return read;
  }();
  return files;
}

/// A procedure as it is shipped. Throws with every load error when it does not load.
inline Described shipped(std::string_view id) {
  auto loaded = load_procedure(shipped_files(), id);
  if (loaded) return *loaded;
  std::string all;
  for (const LoadError& error : loaded.error()) all += error.written() + "\n";
  throw std::runtime_error(all);
}

}  // namespace confer::for_tests
