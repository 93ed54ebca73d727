#include <iostream>

#include "cli/command.h"
#include "desk/obligations_on_file.h"

namespace confer::cli {
namespace {

struct Options {
  FileQuestion question;
  bool json = false;
};

Result<void> print(const Options& options, ProcedureShelf& shelf) {
  const auto due = obligations_on_file(options.question, shelf);
  if (!due) return tl::unexpected(due.error());
  if (options.json)
    std::cout << json::serialize(due->data) << "\n";
  else
    for (const std::string& one : due->written) std::cout << one;
  return {};
}

}   // namespace

void add_obligations(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("obligations", "What is due on a file, and why");
  auto options = std::make_shared<Options>();
  add_file_question(*command, options->question, context);
  command->add_option("--language", options->question.language, "en, or cy for Welsh where the procedure has it");
  command->add_flag("--table", options->question.table, "The whole reason of each, line by line");
  command->add_flag("--json", options->json, "As data");
  command->callback([options, &context] {
    ProcedureShelf shelf = context.shelf();
    if (const auto printed = print(*options, shelf); !printed) say(context, printed.error());
  });
}

}   // namespace confer::cli
