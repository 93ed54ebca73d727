#include <fmt/format.h>

#include <iostream>

#include "cli/database.h"

namespace confer::cli {
namespace {

std::string_view kind_name(Stream::Kind kind) {
  switch (kind) {
    case Stream::Kind::file: return "file";
    case Stream::Kind::authority: return "authority";
    case Stream::Kind::access_log: return "access log";
  }
  mistake("every kind of stream has a name", __FILE__, __LINE__);
}

void run(const DatabaseOptions& options, Context& context) {
  auto opened = open_desk(options, context);
  if (!opened) return say(context, opened.error());
  const auto faults = opened->store->verify();
  for (const Fault& fault : faults)
    std::cout << fmt::format("{} {} at {}: {}\n", kind_name(fault.stream.kind), fault.stream.name, fault.position, fault.what);
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
