#pragma once
// When something happened, as drafts and entries alike say it: a form asks for a day or for a moment, and some things have neither.
#include <variant>

#include "base/date.h"

namespace confer {

/// When something happened: a day, or a moment where the time matters; nothing where no day is asked for.
using Happened = std::variant<std::monostate, Date, Instant>;

}  // namespace confer
