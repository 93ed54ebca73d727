#include <functional>
#include <iostream>

#include "cli/database.h"
#include "desk/sign_in.h"

namespace confer::cli {
namespace {

struct Options {
  DatabaseOptions database;
  std::string name, person, team, full_name, workplace;
  std::vector<std::string> roles;
};

void run(const Options& options, Context& context) {
  auto opened = open_desk(options.database, context, WhereNone::begin);
  if (!opened) return say(context, opened.error());
  std::string password;
  std::getline(std::cin, password);
  SignIn sign_in(*opened->store, opened->desk->authority());
  const PersonId person{options.person.empty() ? opened->desk->new_id() : options.person};
  const AccountWriter writer{person, "command_line", opened->desk->now()};
  const auto added = sign_in.add_account({options.name, {}, person, options.roles, options.team, options.full_name, options.workplace}, password, writer);
  if (!added) return say(context, added.error());
  std::cout << "The account was added, for the person " << person.value << ".\n";
}

/// Changes one account as asked, and says that it is done.
using Change = std::function<Result<Account>(Accounts&, const Account&, const AccountWriter&)>;
void change(const Options& options, Context& context, const Change& asked, std::string_view done) {
  auto opened = open_desk(options.database, context);
  if (!opened) return say(context, opened.error());
  SignIn sign_in(*opened->store, opened->desk->authority());
  const auto account = sign_in.accounts().find(options.name);
  if (!account) return say(context, {"There is no such account. Check the name.", "name"});
  const auto changed = asked(sign_in.accounts(), *account, {account->person, "command_line", opened->desk->now()});
  if (!changed) return say(context, changed.error());
  std::cout << done << "\n";
}

/// Puts an account's person into a team, or into none.
void change_team(const Options& options, Context& context) {
  const Change asked = [&](Accounts& accounts, const Account& account, const AccountWriter& writer) { return accounts.change_team(account.id, options.team, writer); };
  change(options, context, asked, options.team.empty() ? "The account is in no team now." : "The account is in that team now. Its files are that team's from this moment.");
}

/// Says what an account's person is called and where they work.
void change_details(const Options& options, Context& context) {
  const Change asked = [&](Accounts& accounts, const Account& account, const AccountWriter& writer) {
    return accounts.change_details(account.id, options.full_name, options.workplace, writer);
  };
  change(options, context, asked, "The account says so now. Family files that name this person already stay as they are.");
}

/// Lets nobody sign in with an account any more.
void close(const Options& options, Context& context) {
  const Change asked = [](Accounts& accounts, const Account& account, const AccountWriter& writer) { return accounts.disable(account.id, writer); };
  change(options, context, asked,
         "Nobody can sign in with this account any more, and whoever had signed in is signed out. What its person put on file stays.\n"
         "On each family's file they stay until they are taken off it, by its page People.");
}

void add_details(CLI::App& command, Options& options) {
  command.add_option("--full-name", options.full_name, "What they are called on family files, such as \"Nadia Rowbotham\"");
  command.add_option("--workplace", options.workplace, "Where they work, such as \"Brook Lane Primary School\"");
}

}  // namespace

void add_account(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("account", "Sign-ins");
  group->require_subcommand(1);
  auto* command = group->add_subcommand("add", "Adds an account; its password is read from standard input");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("NAME", options->name, "What is typed to sign in")->required();
  command->add_option("--person", options->person, "The person's id on files; a new one where empty");
  command->add_option("--role", options->roles, "A role, by its id; may be given several times")->required();
  command->add_option("--team", options->team, "The team");
  add_details(*command, *options);
  command->callback([options, &context] { run(*options, context); });

  auto* team = group->add_subcommand("team", "Puts an account's person into a team; into none where no team is named");
  auto moved = std::make_shared<Options>();
  moved->database.add_to(*team);
  team->add_option("NAME", moved->name, "What is typed to sign in")->required();
  team->add_option("TEAM", moved->team, "The team, such as \"North team\"");
  team->callback([moved, &context] { change_team(*moved, context); });

  auto* closing = group->add_subcommand("close", "Lets nobody sign in with an account any more; what its person put on file stays");
  auto closed = std::make_shared<Options>();
  closed->database.add_to(*closing);
  closing->add_option("NAME", closed->name, "What is typed to sign in")->required();
  closing->callback([closed, &context] { close(*closed, context); });

  auto* details = group->add_subcommand("details", "Says what an account's person is called and where they work; what is not named stays");
  auto named = std::make_shared<Options>();
  named->database.add_to(*details);
  details->add_option("NAME", named->name, "What is typed to sign in")->required();
  add_details(*details, *named);
  details->callback([named, &context] { change_details(*named, context); });
}

}  // namespace confer::cli
