#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/database.h"

namespace confer::cli {
namespace {

struct Options {
  DatabaseOptions database;
  std::string checkpoint;   ///< A file; empty for none.
};

Result<std::string> read_checkpoint_file(const std::string& path) {
  std::error_code wrong;
  const auto bytes = std::filesystem::file_size(path, wrong);
  std::ifstream in(path, std::ios::binary);
  if (wrong || !in) return refused("The checkpoint could not be opened. Check its path.", "checkpoint", {}, Problem::Kind::not_found);
  if (bytes > longest_checkpoint_file()) return refused("This file is too large to be a checkpoint.", "checkpoint");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<std::vector<std::string>> faults(const Options& options, const Store& store) {
  if (options.checkpoint.empty()) return faults_of(store);
  const auto bytes = read_checkpoint_file(options.checkpoint);
  if (!bytes) return tl::unexpected(bytes.error());
  return faults_since(store, *bytes);
}

void verify(const Options& options, Context& context) {
  const auto opened = open_desk(options.database, context);
  if (!opened) return say(context, opened.error());
  const auto found = faults(options, *opened->store);
  if (!found) return say(context, found.error());
  for (const std::string& fault : *found) std::cout << fault << "\n";
  if (!found->empty()) context.exit_code = refused_or_found;
  else std::cout << "Every chain is whole" << (options.checkpoint.empty() ? "" : ", and none is shorter than at the checkpoint") << ".\n";
}

void take_checkpoint(const Options& options, Context& context) {
  const auto opened = open_desk(options.database, context);
  if (!opened) return say(context, opened.error());
  std::ofstream out(options.checkpoint, std::ios::binary);
  out << checkpoint_of(*opened->store, opened->desk->now());
  if (!out.flush()) return say(context, {"The checkpoint could not be written. The record is as it was.", "output"});
  std::cout << "The checkpoint is written. Keep it where nobody who can reach the database can change it.\n";
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("verify", "Walks every chain and says what is not as it was written");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("--checkpoint", options->checkpoint, "A signed checkpoint of earlier: finds a chain cut short, or a database of yesterday");
  command->callback([options, &context] { verify(*options, context); });
}

void add_checkpoint(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("checkpoint", "Writes where every chain ends now, signed, to be kept outside the database");
  auto options = std::make_shared<Options>();
  options->database.add_to(*command);
  command->add_option("-o,--output", options->checkpoint, "The file to write")->required();
  command->callback([options, &context] { take_checkpoint(*options, context); });
}

}  // namespace confer::cli
