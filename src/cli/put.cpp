#include <fstream>
#include <iostream>

#include "cli/database.h"
#include "desk/jsonl.h"

namespace confer::cli {
namespace {

struct Options {
  DatabaseOptions database;
  std::string input, person, role, file;
  bool take_in = false;
};

Result<std::vector<Entry>> read(const std::string& path) {
  if (path == "-") return read_jsonl(std::cin);
  std::ifstream in(path);
  if (!in) return refused("The file could not be opened. Check its path.", "INPUT", {}, Problem::Kind::not_found);
  return read_jsonl(in);
}

/// Every line as a draft of the one person who sends it. Ids are given anew, so lines may refer only to what is on file already.
std::vector<Draft> drafts(const std::vector<Entry>& entries) {
  std::vector<Draft> out;
  for (const Entry& entry : entries) out.push_back({entry.type, entry.about, entry.happened, entry.answers, entry.corrects, entry.key, entry.id, std::nullopt});
  return out;
}

tl::expected<PutOnFile, Problems> put(const Options& options, Desk& desk, const std::vector<Entry>& entries) {
  const FileId file{options.file.empty() ? desk.new_id() : options.file};
  if (options.take_in) return desk.take_in(file, entries);
  return desk.put_on_file(file, {PersonId{options.person}, options.role}, drafts(entries));
}

void run(const Options& options, Context& context) {
  const auto entries = read(options.input);
  if (!entries) return say(context, entries.error());
  auto opened = open_desk(options.database, context);
  if (!opened) return say(context, opened.error());
  const auto done = put(options, *opened->desk, *entries);
  if (!done) {
    for (const Problem& problem : done.error()) say(context, problem);
    return;
  }
  json::object out{{"file", done->file.value}, {"entries", done->entries.size()}, {"repeated", done->repeated}};
  json::array concerns;
  for (const Concern& concern : done->concerns) concerns.push_back(json::object{{"message", concern.message}, {"source", concern.source}});
  out["concerns"] = std::move(concerns);
  std::cout << json::serialize(out) << "\n";
}

}  // namespace

void add_put(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("put", "Puts entries on file, through the desk");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("INPUT", options->input, "Entries, one a line; - for standard input")->required();
  command->add_option("--as", options->person, "Who puts them on file")->required();
  command->add_option("--role", options->role, "In which role")->required();
  command->add_option("--file", options->file, "The file's id; a new one where empty");
  command->add_flag("--take-in", options->take_in, "Takes in a file kept elsewhere: each entry as its own author put it on file");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
