#include <iostream>

#include "base/json.h"
#include "cli/command.h"

namespace confer::cli {
namespace {

struct Options {
  std::string date, period, calendar = "england-and-wales";
  bool json = false;
};

json::object described(const Counted& counted) {
  json::object out;
  out["limit"] = counted.limit.iso();
  if (counted.limit_at) out["limit_at"] = counted.limit_at->iso();
  out["latest_bookable"] = day_or_null(counted.latest_bookable);
  json::array skipped;
  for (const SkippedDay& day : counted.skipped) skipped.push_back(json::object{{"day", day.day.iso()}, {"why", day.why}});
  out["skipped"] = std::move(skipped);
  return out;
}

Result<Counted> count(const Options& options, ProcedureShelf& shelf) {
  const auto date = Date::parse(options.date);
  if (!date) return tl::unexpected(date.error());
  const auto period = Period::parse(options.period);
  if (!period) return tl::unexpected(period.error());
  const auto calendar = shelf.calendar(options.calendar);
  if (!calendar) return tl::unexpected(calendar.error());
  return (*calendar)->count(*date, *period, Direction::after);
}

void run(const Options& options, Context& context) {
  ProcedureShelf shelf = context.shelf();
  const auto counted = count(options, shelf);
  if (!counted) return say(context, counted.error());
  if (options.json) std::cout << json::serialize(described(*counted)) << "\n";
  else std::cout << counted->limit.iso() << "\n";
}

}  // namespace

void add_due(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("due", "Counts a period from a day, day 0 itself not counted");
  auto options = std::make_shared<Options>();
  command->add_option("DATE", options->date, "The day to count from, such as 2025-12-08")->required();
  command->add_option("PERIOD", options->period, "How long, such as \"7 working days\"")->required();
  command->add_option("--calendar", options->calendar, "Whose bank holidays");
  command->add_flag("--json", options->json, "Also the days skipped and the latest bookable day");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
