#pragma once
// The traps of counting days, as examples/calendar.toml beside a procedure holds them, and the published bank holidays that its own are held against.
#include <optional>
#include <string>
#include <vector>

#include "catalogue/load.h"
#include "procedure/calendar.h"

namespace confer::examples {

/// Where one period should end.
struct CountExpected {
  std::optional<Date> from, limit, latest_bookable;
  std::optional<Instant> from_at, limit_at;
  std::optional<Period> period;   ///< Empty where it cannot be read; that was noted.
  bool before = false, not_bookable = false, refused = false;
  std::vector<std::string> skips;
  std::vector<Date> closed;
  Place place;
};

/// Everything that the examples of one folder say of counting.
struct CountingExamples {
  std::vector<CountExpected> counts = {};
  std::vector<Date> published = {};   ///< The bank holidays as they were published; empty where nothing is said of them.
  Place published_place = {};
};

/// Reads a folder's examples/calendar.toml and examples/published_bank_holidays.toml; empty where there are none.
[[nodiscard]] CountingExamples read_counting(const std::vector<ProcedureFile>& files, const std::string& folder, std::vector<LoadError>& errors);

/// What differs from one count; empty when nothing does.
[[nodiscard]] std::string difference(const CountExpected& expected, const HolidayList& holidays);
/// What differs from the published list; empty when nothing does.
[[nodiscard]] std::string difference_from_the_published(const std::vector<Date>& published, const HolidayList& holidays);
/// Everything that differs, with its line.
[[nodiscard]] std::vector<LoadError> differences(const CountingExamples& expected, const HolidayList& holidays);

}  // namespace confer::examples
