#pragma once
// Something wrong in procedures/, as it is told to whoever wrote it.
#include <string>

#include "catalogue/described.h"

namespace confer {

/// Something wrong in procedures/: where, what, and what to do.
struct LoadError {
  Place place;
  std::string message;

  /// "england/time_limits.toml:12: …"; the message alone where it stands in no file.
  [[nodiscard]] std::string written() const;
};

}  // namespace confer
