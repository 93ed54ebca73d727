#pragma once
// Opening the database that a desk works on, and asking whether it is whole: what the rooms above need of a store, which they never see into.
#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace confer {

class Store;

/// Opens the SQLite database at a path, or makes it; its master key lies beside it, with ".key" added. Throws StoreFailure when the disk will not.
[[nodiscard]] std::shared_ptr<Store> open_sqlite(const std::string& path);

/// What is wrong with a store's chains, a line for each fault, without personal words; empty when every chain is whole.
[[nodiscard]] std::vector<std::string> faults_of(const Store& store);

/// Where every chain of a store ends now, signed, as the bytes of a file to be kept outside the database.
[[nodiscard]] std::string checkpoint_of(const Store& store, Instant now);
/// The same as faults_of, and what a checkpoint of earlier shows besides: a chain cut short, a database of yesterday. Refused when it is no checkpoint.
[[nodiscard]] Result<std::vector<std::string>> faults_since(const Store& store, std::string_view checkpoint);
/// The largest checkpoint file that is read, in bytes.
[[nodiscard]] std::size_t longest_checkpoint_file() noexcept;

}  // namespace confer
