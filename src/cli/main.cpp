#include <exception>
#include <iostream>

#include "cli/command.h"

/// Read by jemalloc before anything else runs: two arenas keep the threads of a small machine from waiting, each more keeps memory that others could
/// use; what is freed goes back to the system after a second.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";
}

int main(int argc, char** argv) {
  namespace cli = confer::cli;
  CLI::App app("Confer runs child protection conferences.", "confer");
  app.require_subcommand(1);
  cli::Context context;
  app.add_option("--procedures", context.procedures, "Folder of procedures to work by");
  app.fallthrough();
  cli::add_due(app, context);
  cli::add_obligations(app, context);
  cli::add_plan(app, context);
  cli::add_procedures(app, context);
  cli::add_view(app, context);
  cli::add_document(app, context);
  cli::add_put(app, context);
  cli::add_export(app, context);
  cli::add_verify(app, context);
  cli::add_rebuild(app, context);
  cli::add_checkpoint(app, context);
  cli::add_account(app, context);
  cli::add_serve(app, context);
  cli::add_demo(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cli::done : cli::wrong_usage;
  } catch (const std::exception& error) {
    std::cerr << "confer: this could not be done. Nothing was changed. (" << error.what() << ")\n";
    return cli::refused_or_found;
  }
  return context.exit_code;
}
