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
  command->add_option("FILE", options->question.path, "A family's file, one entry a line")->required();
  command->add_option("--procedure", options->question.procedure, "Whose procedure; else the one that the file names");
  command->add_option("--conference", options->conference, "The day of the conference; else the last that can be booked within its limit");
  command->add_option("--as-at", options->question.as_at, "The day judged; else the last day anything was put on file");
  command->add_option("--known-on", options->question.known_on, "Only what was on file by the end of this day");
  command->add_flag("--json", options->json, "As data");
  command->callback([options, &context] { run(*options, context); });
}

}   // namespace confer::cli
