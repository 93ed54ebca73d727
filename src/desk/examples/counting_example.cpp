#include "desk/examples/counting_example.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/parse_toml.h"
#include "desk/examples/worked_case.h"

namespace confer::examples {
namespace {

CountExpected read_count(TableReader& row) {
  CountExpected out{row.day("from"), row.day("limit"), row.day("latest_bookable"), row.london_moment("from_at"), row.london_moment("limit_at"), row.period("period"),
                    row.yes_no("before", false), row.yes_no("not_bookable", false), row.yes_no("refused", false), row.texts("skips"), row.days("closed"), row.place()};
  if (out.from.has_value() == out.from_at.has_value()) row.wrong("Say what is counted from: \"from\" for a day, or \"from_at\" for a moment.");
  if (out.refused == out.limit.has_value()) row.wrong("Say where it ends, in \"limit\", or that it cannot be counted: refused = true.");
  row.finish();
  return out;
}

std::optional<toml::table> table_of(const std::vector<ProcedureFile>& files, const std::string& path, std::vector<LoadError>& errors) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const ProcedureFile& one) { return one.path == path; });
  return found == files.end() ? std::nullopt : parse_toml(*found, errors);
}

}  // namespace

CountingExamples read_counting(const std::vector<ProcedureFile>& files, const std::string& folder, std::vector<LoadError>& errors) {
  CountingExamples out;
  const std::string counts = folder + "examples/calendar.toml", published = folder + "examples/published_bank_holidays.toml";
  if (const auto table = table_of(files, counts, errors)) {
    TableReader reader(*table, counts, errors);
    for (TableReader& row : reader.tables("count")) {
      const std::size_t wrong = errors.size();
      CountExpected read = read_count(row);
      if (errors.size() == wrong && read.period) out.counts.push_back(std::move(read));
    }
    reader.finish();
  }
  if (const auto table = table_of(files, published, errors)) {
    TableReader reader(*table, published, errors);
    out.published = reader.days("published");
    (void)reader.text("source"), (void)reader.day("first"), (void)reader.day("last");   // said for people
    out.published_place = {published, 1};
    reader.finish();
  }
  return out;
}

std::string difference(const CountExpected& expected, const HolidayList& holidays) {
  std::vector<ClosureDay> closures;
  for (const Date day : expected.closed) closures.push_back({day, "Office shut", {}, {}});
  const Calendar calendar(holidays, closures);
  const Direction direction = expected.before ? Direction::before : Direction::after;
  const auto counted = expected.from_at ? calendar.count(*expected.from_at, *expected.period, direction) : calendar.count(*expected.from, *expected.period, direction);
  if (counted.has_value() == expected.refused) return counted ? "This should be refused, and ends on " + counted->limit.iso() + "." : "This should end on " + expected.limit->iso() + ", and is refused: " + counted.error().message;
  if (!counted) return {};
  if (counted->limit != *expected.limit) return fmt::format("This should end on {} and ends on {}.", expected.limit->iso(), counted->limit.iso());
  if (counted->limit_at != expected.limit_at) return fmt::format("This should end at {} and ends at {}.", expected.limit_at ? expected.limit_at->iso() : "no moment", counted->limit_at ? counted->limit_at->iso() : "no moment");
  const auto bookable = expected.not_bookable ? std::nullopt : std::optional(expected.latest_bookable.value_or(*expected.limit));
  const auto written = [](std::optional<Date> day) { return day ? day->iso() : std::string("no day"); };
  if (counted->latest_bookable != bookable) return fmt::format("The latest day that can be booked should be {} and is {}.", written(bookable), written(counted->latest_bookable));
  std::vector<std::string> skipped;
  for (const SkippedDay& day : counted->skipped)
    if (day.is_bank_holiday) skipped.push_back(day.why);
  if (skipped == expected.skips) return {};
  return fmt::format("This should pass over the bank holidays [{}] and passes over [{}].", fmt::join(expected.skips, ", "), fmt::join(skipped, ", "));
}

std::string difference_from_the_published(const std::vector<Date>& published, const HolidayList& holidays) {
  std::vector<Date> ours;
  for (const BankHoliday& one : holidays.days) ours.push_back(one.day);
  std::sort(ours.begin(), ours.end());
  if (ours == published) return {};
  const auto [theirs_at, ours_at] = std::mismatch(published.begin(), published.end(), ours.begin(), ours.end());
  return fmt::format("The bank holidays are not those that were published: where {} was, {}:{} has {}.", theirs_at == published.end() ? "no more" : theirs_at->iso(), holidays.place.file, holidays.place.line,
                     ours_at == ours.end() ? "no more" : ours_at->iso());
}

std::vector<LoadError> differences(const CountingExamples& expected, const HolidayList& holidays) {
  std::vector<LoadError> out;
  for (const CountExpected& one : expected.counts)
    if (std::string differs = difference(one, holidays); !differs.empty()) out.push_back({one.place, std::move(differs)});
  if (!expected.published.empty())
    if (std::string differs = difference_from_the_published(expected.published, holidays); !differs.empty()) out.push_back({expected.published_place, std::move(differs)});
  return out;
}

}  // namespace confer::examples
