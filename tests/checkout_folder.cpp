// Where this checkout stands: the one place that is compiled with its path.
#include "base/testing.h"

namespace confer::for_tests {

std::filesystem::path checkout_folder() { return CONFER_SOURCE_DIR; }

}  // namespace confer::for_tests
