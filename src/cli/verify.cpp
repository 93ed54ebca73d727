#include <iostream>

#include "cli/database.h"

namespace confer::cli {
namespace {

void run(const DatabaseOptions& options, Context& context) {
  auto opened = open_desk(options, context);
  if (!opened) return say(context, opened.error());
  const auto faults = faults_of(*opened->store);
  for (const std::string& fault : faults) std::cout << fault << "\n";
  if (!faults.empty()) context.exit_code = refused_or_found;
  else std::cout << "Every chain is whole.\n";
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("verify", "Walks every chain and says what is not as it was written");
  auto options = std::make_shared<DatabaseOptions>();
  options->add_to(*command);
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
