#include <fstream>
#include <iostream>

#include "cli/database.h"
#include "desk/put_lines.h"

namespace confer::cli {
namespace {

struct Options {
  DatabaseOptions database;
  std::string input, person, role, file;
  bool take_in = false;
};

tl::expected<PutOnFile, Problems> put(const Options& options, Desk& desk, std::istream& lines) {
  const FileId file{options.file.empty() ? desk.new_id() : options.file};
  if (options.take_in) return take_in_lines(desk, file, lines);
  return put_lines(desk, file, {PersonId{options.person}, options.role}, lines);
}

tl::expected<PutOnFile, Problems> put(const Options& options, Desk& desk) {
  if (options.input == "-") return put(options, desk, std::cin);
  std::ifstream in(options.input);
  if (in) return put(options, desk, in);
  return tl::unexpected(Problems{{"The file could not be opened. Check its path.", "INPUT", {}, Problem::Kind::not_found}});
}

void run(const Options& options, Context& context) {
  if (!options.take_in && (options.person.empty() || options.role.empty()))
    return say(context, {"Say who puts this on file, and in which role, with --as and --role.", "as"});
  auto opened = open_desk(options.database, context, WhereNone::begin);
  if (!opened) return say(context, opened.error());
  const auto done = put(options, *opened->desk);
  if (!done) {
    for (const Problem& problem : done.error()) say(context, {problem.field.empty() ? problem.message : problem.message + " (" + problem.field + ")", problem.field});
    return;
  }
  json::object out{{"file", done->file.value}, {"entries", done->entries.size()}, {"repeated", done->repeated}};
  json::array concerns;
  for (const ShownConcern& concern : done->concerns) concerns.push_back(json::object{{"message", concern.message}, {"source", concern.source}});
  out["concerns"] = std::move(concerns);
  std::cout << json::serialize(out) << "\n";
}

}  // namespace

void add_put(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("put", "Puts entries on file, through the desk");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("INPUT", options->input, "Entries, one a line; - for standard input")->required();
  command->add_option("--as", options->person, "Who puts them on file; not asked where a file is taken in");
  command->add_option("--role", options->role, "In which role");
  command->add_option("--file", options->file, "The file's id; a new one where empty");
  command->add_flag("--take-in", options->take_in, "Takes in a file kept elsewhere: each entry as its own author put it on file");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
