#pragma once
// For tests alone: where this checkout stands. Nothing that runs for people includes it.
#include <filesystem>

namespace confer::for_tests {

/// The folder of this checkout. Its path is known to one small source file, so that every other compiles alike wherever the checkout lies.
std::filesystem::path checkout_folder();

/// procedures/ as it is shipped.
inline std::filesystem::path procedures_folder() { return checkout_folder() / "procedures"; }

}  // namespace confer::for_tests
