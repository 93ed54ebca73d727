#include <fmt/format.h>

#include <iostream>

#include "cli/database.h"

namespace confer::cli {
namespace {

void rebuild(const DatabaseOptions& database, Context& context) {
  const auto opened = open_desk(database, context);
  if (!opened) return say(context, opened.error());
  const std::size_t files = opened->desk->rebuild();
  std::cout << fmt::format("The lists were made anew for {} {}. The record itself was not touched.\n", files, files == 1 ? "file" : "files");
}

}  // namespace

void add_rebuild(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("rebuild", "Makes every list anew from the record, as after a change of who may see what; stop the server first");
  auto database = std::make_shared<DatabaseOptions>();
  database->add_to(*command);
  command->callback([database, &context] { rebuild(*database, context); });
}

}  // namespace confer::cli
