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
  if (options.person.empty()) return say(context, {"Say whose view it is, by the id that the file uses.", "as"});
  ProcedureShelf shelf = context.shelf();
  const auto seen = view_of_file(options.question, PersonId{options.person}, options.role, shelf);
  if (!seen) return say(context, seen.error());
  std::cout << json::serialize(write_view(*seen)) << "\n";
}

}  // namespace

void add_view(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("view", "What one reader may see of a file");
  auto options = std::make_shared<Options>();
  add_file_question(*command, options->question, context);
  command->add_option("--as", options->person, "The reader, by the id that the file uses")->required();
  command->add_option("--role", options->role, "In which role; else the one that the reader has on the file");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
