#pragma once
// Opening the database that a desk works on, and asking whether it is whole: what the rooms above need of a store, which they never see into.
#include <memory>
#include <string>
#include <vector>

namespace confer {

class Store;

/// Opens the SQLite database at a path, or makes it; its master key lies beside it, with ".key" added. Throws StoreFailure when the disk will not.
[[nodiscard]] std::shared_ptr<Store> open_sqlite(const std::string& path);

/// What is wrong with a store's chains, a line for each fault, without personal words; empty when every chain is whole.
[[nodiscard]] std::vector<std::string> faults_of(const Store& store);

}  // namespace confer
