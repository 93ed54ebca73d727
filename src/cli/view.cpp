#include <iostream>

#include "cli/command.h"
#include "desk/view_of_file.h"
#include "desk/write_view.h"

namespace confer::cli {
namespace {

struct Options {
  FileQuestion question;
  std::string person, role;
};

void run(const Options& options, Context& context) {
  ProcedureShelf shelf = context.shelf();
  const auto seen = view_of_file(options.question, PersonId{options.person}, options.role, shelf);
  if (!seen) return say(context, seen.error());
  std::cout << json::serialize(write_view(*seen)) << "\n";
}

}  // namespace

void add_view(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("view", "What one reader may see of a file");
  auto options = std::make_shared<Options>();
  command->add_option("FILE", options->question.path, "A family's file, one entry a line")->required();
  command->add_option("--as", options->person, "The reader, by the id that the file uses")->required();
  command->add_option("--role", options->role, "In which role; else the one that the reader has on the file");
  command->add_option("--procedure", options->question.procedure, "Whose procedure; else the one that the file names");
  command->add_option("--as-at", options->question.as_at, "The day judged");
  command->add_option("--known-on", options->question.known_on, "Only what was on file by the end of this day");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
