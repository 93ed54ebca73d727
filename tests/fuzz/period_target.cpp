// What libFuzzer starts: see targets.h.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  confer::fuzz::feed_period({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
