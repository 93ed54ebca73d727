#include <iostream>

#include "cli/database.h"
#include "desk/write_view.h"

namespace confer::cli {
namespace {

struct Options {
  DatabaseOptions database;
  std::string file, person, role, second, second_role;
};

void run(const Options& options, Context& context) {
  if (options.person == options.second) return say(context, {"A whole file leaves only by two people. Name somebody else with --second.", "second"});
  auto opened = open_desk(options.database, context);
  if (!opened) return say(context, opened.error());
  // The second person opens the file too: both stand in the access log, and neither can export what they could not see.
  const FileId file{options.file};
  const auto witnessed = opened->desk->open_file(file, {PersonId{options.second}, options.second_role});
  if (!witnessed) return say(context, witnessed.error());
  const auto seen = opened->desk->open_file(file, {PersonId{options.person}, options.role});
  if (!seen) return say(context, seen.error());
  for (const ShownEntry& entry : seen->entries) std::cout << json::serialize(write_entry(entry)) << "\n";
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("export", "A file as one reader may see it, one entry a line; needs a second person and is logged");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("FILE", options->file, "The file's id")->required();
  command->add_option("--as", options->person, "Who exports it")->required();
  command->add_option("--role", options->role, "In which role")->required();
  command->add_option("--second", options->second, "The second person")->required();
  command->add_option("--second-role", options->second_role, "In which role")->required();
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
