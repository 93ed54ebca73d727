#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace confer {

void mistake(const char* what, const char* file, int line) noexcept {
  std::fprintf(stderr, "confer: a mistake of its own at %s:%d: %s\n", file, line, what);
  std::abort();
}

}  // namespace confer
