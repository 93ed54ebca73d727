#pragma once
// The traps of counting days, as they stand as data beside the procedures they belong to. For tests only.
#include <fmt/format.h>

#include "case_reader.h"

namespace confer::examples {

/// Where one period should end.
struct CountExpected {
  std::optional<Date> from, limit, latest_bookable;
  std::optional<Instant> from_at, limit_at;
  std::string period;
  bool before = false, not_bookable = false, refused = false;
  std::vector<std::string> skips;
  std::vector<Date> closed;

  [[nodiscard]] std::string written() const { return fmt::format("{} {} {}", period, before ? "before" : "after", from ? from->iso() : from_at->iso()); }
};

inline CountExpected read_count(Row& row) {
  return {row.day("from"), row.day("limit"), row.day("latest_bookable"), row.at("from_at"), row.at("limit_at"), row.text("period"),
          row.yes("before"), row.yes("not_bookable"), row.yes("refused"), row.texts("skips"), row.days("closed")};
}

/// The counting examples of England.
inline std::vector<CountExpected> counting_examples() {
  const std::string file = (procedures_folder() / "england/examples/calendar.toml").string();
  return rows(toml::parse_file(file), "count", file, read_count);
}

/// The days of the published list that England's examples hold.
inline std::vector<Date> published_bank_holidays() {
  const std::string file = (procedures_folder() / "england/examples/published_bank_holidays.toml").string();
  const toml::table table = toml::parse_file(file);
  return Row(table, file).days("published");
}

/// What differs from the example; empty when nothing does.
inline std::string difference(const CountExpected& expected, const HolidayList& holidays) {
  std::vector<ClosureDay> closures;
  for (const Date day : expected.closed) closures.push_back({day, "Office shut", {}, {}});
  const Calendar calendar(holidays, closures);
  const auto period = Period::parse(expected.period).value();
  const Direction direction = expected.before ? Direction::before : Direction::after;
  const auto counted = expected.from_at ? calendar.count(*expected.from_at, period, direction) : calendar.count(*expected.from, period, direction);
  if (counted.has_value() == expected.refused) return counted ? "counted beyond the calendar, to " + counted->limit.iso() : counted.error().message;
  if (!counted) return {};
  if (counted->limit != *expected.limit) return "ends on " + counted->limit.iso();
  if (counted->limit_at != expected.limit_at) return "ends at another moment";
  const auto bookable = expected.not_bookable ? std::nullopt : std::optional(expected.latest_bookable.value_or(*expected.limit));
  if (counted->latest_bookable != bookable) return "is booked on " + (counted->latest_bookable ? counted->latest_bookable->iso() : std::string("no day"));
  std::vector<std::string> skipped;
  for (const SkippedDay& day : counted->skipped)
    if (day.is_bank_holiday) skipped.push_back(day.why);
  return skipped == expected.skips ? "" : "passes over other bank holidays";
}

/// What differs from the published list; empty when nothing does.
inline std::string difference_from_the_published(const HolidayList& holidays) {
  std::vector<Date> ours;
  for (const BankHoliday& one : holidays.days) ours.push_back(one.day);
  std::sort(ours.begin(), ours.end());
  return ours == published_bank_holidays() ? "" : "the bank holidays are not those of the published list";
}

}  // namespace confer::examples
