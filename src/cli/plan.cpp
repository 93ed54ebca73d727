#include <iostream>

#include "cli/command.h"
#include "desk/look_ahead_on_file.h"

namespace confer::cli {
namespace {

struct Options {
  FileQuestion question;
  std::string conference;
  bool json = false;
};

void run(const Options& options, Context& context) {
  ProcedureShelf shelf = context.shelf();
  const auto ahead = look_ahead_on_file(options.question, options.conference, shelf);
  if (!ahead) return say(context, ahead.error());
  if (options.json) std::cout << json::serialize(ahead->data) << "\n";
  else std::cout << ahead->written;
}

}   // namespace

void add_plan(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("plan", "What would have to be done by when, were the conference on a day; nothing is recorded");
  auto options = std::make_shared<Options>();
  add_file_question(*command, options->question, context);
  command->add_option("--conference", options->conference, "The day of the conference; else the last that can be booked within its limit");
  command->add_option("--language", options->question.language, "en, or cy for Welsh where the procedure has it");
  command->add_flag("--json", options->json, "As data");
  command->callback([options, &context] { run(*options, context); });
}

}   // namespace confer::cli
