#include <iostream>

#include "catalogue/reference.h"
#include "cli/command.h"

namespace confer::cli {
namespace {

/// Loads every procedure of a folder and prints what is wrong with each file once.
void check(const std::string& folder, Context& context) {
  const ProcedureShelf shelf(read_procedure_files(folder.empty() ? own_procedures() : std::filesystem::path(folder)));
  std::set<std::string> errors;
  for (const std::string& id : shelf.ids()) {
    auto loaded = load_procedure(shelf.files(), id);
    if (!loaded)
      for (const LoadError& error : loaded.error()) errors.insert(error.written());
    else if (loaded->holidays)   // one that is only there to be extended has none, and is not worked by
      if (const auto procedure = Procedure::from(std::move(*loaded)); !procedure) errors.insert(procedure.error().message);
  }
  for (const std::string& error : errors) std::cout << error << "\n";
  if (shelf.ids().empty()) std::cout << "There is no procedure here: no folder holds a procedure.toml.\n";
  if (!errors.empty() || shelf.ids().empty()) context.exit_code = refused_or_found;
  else std::cout << "All " << shelf.ids().size() << " procedures load.\n";
}

/// Prints one procedure's reference page.
void reference(const std::string& id, Context& context) {
  const ProcedureShelf shelf = context.shelf();
  const auto loaded = load_procedure(shelf.files(), id);
  if (loaded) {
    std::cout << reference_page(*loaded);
    return;
  }
  for (const LoadError& error : loaded.error()) say(context, {error.written(), "procedure"});
}

}  // namespace

void add_procedures(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("procedures", "The procedures that this installation can work by");
  group->require_subcommand(1);
  auto* checking = group->add_subcommand("check", "Reads every procedure and says what is wrong, with file and line");
  auto folder = std::make_shared<std::string>();
  checking->add_option("DIR", *folder, "A folder of procedures; else this program's own");
  checking->callback([folder, &context] { check(*folder, context); });
  auto* referring = group->add_subcommand("reference", "Prints what can be put on file under a procedure, as a page in Markdown");
  auto id = std::make_shared<std::string>("rotherham");
  referring->add_option("ID", *id, "The procedure")->capture_default_str();
  referring->callback([id, &context] { reference(*id, context); });
}

}  // namespace confer::cli
