#pragma once
// A stretch of time as procedures write it: "7 working days", "2 months", "36 hours".
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer {

/// What a period counts in.
enum class Unit { calendar_days, working_days, weeks, months, hours };

/// Which way from its anchor a period is counted.
enum class Direction { after, before };

/// A counted stretch of time; its count is from 1 to `Period::most`.
struct Period {
  /// The largest count that is read, in any unit: more than any procedure needs, small enough never to overflow.
  static constexpr int most = 10'000;

  int count = 0;
  Unit unit = Unit::calendar_days;

  /// Reads a whole number and a unit ("day", "calendar day", "working day", "week", "month", "hour", each with or without an s).
  [[nodiscard]] static Result<Period> parse(std::string_view text);
  /// "7 working days"; the singular for one.
  [[nodiscard]] std::string written() const;

  bool operator==(const Period&) const = default;
};

}  // namespace confer
