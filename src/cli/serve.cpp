#include <iostream>

#include "cli/database.h"
#include "cli/serving.h"

namespace confer::cli {
namespace {

struct Options {
  DatabaseOptions database;
  std::string listen = "127.0.0.1:8080";
};

void run(const Options& options, Context& context) {
  const auto where = read_listen_address(options.listen);
  if (!where) return say(context, where.error());
  hold_stop_signals();   // before the store begins its threads
  auto opened = open_desk(options.database, context, WhereNone::begin);
  if (!opened) return say(context, opened.error());
  SignIn sign_in(*opened->store, opened->desk->authority());
  serve_until_asked_to_stop(*opened->desk, sign_in, *where,
                            [](const std::string& address) { std::cout << "Confer listens on " << address << "\n" << std::flush; });
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("serve", "The server; it ends when it is sent SIGINT or SIGTERM");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("--listen", options->listen, "Where to listen: HOST:PORT, an IPv6 host in brackets")->capture_default_str();
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
