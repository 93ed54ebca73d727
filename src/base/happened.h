#pragma once
// When something happened, as drafts and entries alike say it: a form asks for a day or for a moment, and some things have neither.
#include <optional>
#include <variant>

#include "base/date.h"

namespace confer {

/// When something happened: a day, or a moment where the time matters; nothing where no day is asked for.
using Happened = std::variant<std::monostate, Date, Instant>;

/// The day it happened, in London; empty where no day is asked for.
[[nodiscard]] inline std::optional<Date> london_day(const Happened& happened) {
  if (const Date* day = std::get_if<Date>(&happened)) return *day;
  if (const Instant* at = std::get_if<Instant>(&happened)) return london_day(*at);
  return std::nullopt;
}

}  // namespace confer
