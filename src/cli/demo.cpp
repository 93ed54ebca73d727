#include <fmt/format.h>

#include <iostream>

#include "cli/command.h"
#include "cli/serving.h"
#include "desk/database.h"
#include "desk/demonstration.h"

namespace confer::cli {
namespace {

struct Options {
  std::string listen = "127.0.0.1:8080";
  std::size_t files = 300;
  std::uint64_t seed = 1;
};

/// A directory that is removed, with all in it, when this ends.
struct ThrowAway {
  std::filesystem::path path;

  ThrowAway() {
    std::string name = std::filesystem::temp_directory_path() / "confer-demo-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory could be made");
    path = name;
  }
  ThrowAway(const ThrowAway&) = delete;
  ThrowAway& operator=(const ThrowAway&) = delete;
  ~ThrowAway() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

/// The role's title in the procedure's words.
std::string title(const Desk& desk, const DemonstrationSignIn& one) {
  for (const std::string_view procedure : {"rotherham"})
    if (const Described* described = desk.described(procedure))
      if (const Role* role = described->role(one.role)) return role->title.en;
  return one.role;
}

void greet(const Demonstration& demonstration, const Desk& desk, const std::string& address) {
  std::cout << "\nConfer's demonstration is open at " << address << "\n\nEverybody in it is invented, and nothing typed into it is kept. Sign in as:\n\n";
  std::cout << fmt::format("  {:<18} {:<20} {}\n", "name to type", "who", "what they are");
  for (const DemonstrationSignIn& one : demonstration.sign_ins()) std::cout << fmt::format("  {:<18} {:<20} {}\n", one.account, one.name, title(desk, one));
  std::cout << "\nThe password of all of them, for this demonstration only: " << demonstration_password << "\nTheir family " << demonstration.sign_ins().front().file
            << " has its conference today. To end, press Ctrl-C.\n\n"
            << std::flush;
}

void run(const Options& options, Context& context) {
  const auto where = read_listen_address(options.listen);
  if (!where) return say(context, where.error());
  hold_stop_signals();   // before the store begins its threads
  const ThrowAway directory;
  const auto store = open_sqlite(directory.path / "record.db");
  Desk desk(*store, context.shelf(), AuthorityId{"rotherham"}, real_world());
  SignIn sign_in(*store, desk.authority());
  const auto folder = context.procedures.empty() ? own_procedures() : std::filesystem::path(context.procedures);
  const auto demonstration = Demonstration::make({folder, desk.today(), options.files, options.seed});
  if (!demonstration) return say(context, demonstration.error());
  if (const auto added = add_accounts(**demonstration, sign_in, desk.now()); !added) return say(context, added.error());
  std::cout << "Making " << (*demonstration)->size() << " families.\n" << std::flush;
  if (const auto taken = take_in(**demonstration, desk); !taken) return say(context, taken.error());
  serve_until_asked_to_stop(desk, sign_in, *where, [&](const std::string& address) { greet(**demonstration, desk, address); });
}

}  // namespace

void add_demo(CLI::App& app, Context& context) {
  constexpr std::size_t most_files = 100'000;
  auto* command = app.add_subcommand("demo", "The server on a throw-away store with invented families; prints the address and the sign-ins");
  auto options = std::make_shared<Options>();
  command->add_option("--listen", options->listen, "Where to listen: HOST:PORT, an IPv6 host in brackets")->capture_default_str();
  command->add_option("--files", options->files, "How many families")->capture_default_str()->check(CLI::Range(std::size_t{1}, most_files));
  command->add_option("--seed", options->seed, "Other numbers invent other families")->capture_default_str();
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
