#include "procedure/obligations.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/command.h"
#include "cli/file_input.h"

namespace confer::cli {
namespace {

struct Options {
  std::string file, procedure, as_at, known_on;
  bool json = false;
};

/// One obligation as two lines for a person.
std::string written(const Obligation& one, const CaseFile& file, const Procedure& procedure) {
  std::string about;
  for (const PersonId& child : one.about) about += (about.empty() ? "" : ", ") + child.value;
  std::string when = one.counted ? "by " + one.counted->limit.written() : one.unknown ? "limit not known" : one.rule->no_number.en;
  if (one.counted && one.counted->limit_at) when += ", " + london_time(*one.counted->limit_at);
  return fmt::format("{:9} {} ({}): {}\n          {}\n          {}{}\n", name(one.state), one.rule->what.en, about, when, explanation(one, file, procedure),
                     one.rule->cites.source, one.met_on ? ", met on " + one.met_on->written() : "");
}

Result<void> print(const Options& options, ProcedureShelf& shelf) {
  auto input = read_file(options.file, options.procedure, options.as_at, options.known_on, shelf);
  if (!input) return tl::unexpected(input.error());
  const auto all = obligations(input->file, *input->procedure, input->as_at);
  if (!options.json) {
    for (const Obligation& one : all) std::cout << written(one, input->file, *input->procedure);
    return {};
  }
  json::array out;
  for (const Obligation& one : all) out.push_back(write_obligation(one, input->file, *input->procedure));
  std::cout << json::serialize(out) << "\n";
  return {};
}

}  // namespace

void add_obligations(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("obligations", "What is due on a file, and why");
  auto options = std::make_shared<Options>();
  command->add_option("FILE", options->file, "A family's file, one entry a line")->required();
  command->add_option("--procedure", options->procedure, "Whose procedure; else the one that the file names");
  command->add_option("--as-at", options->as_at, "The day judged; else the last day anything was put on file");
  command->add_option("--known-on", options->known_on, "Only what was on file by the end of this day");
  command->add_flag("--json", options->json, "As data");
  command->callback([options, &context] {
    ProcedureShelf shelf = context.shelf();
    if (const auto printed = print(*options, shelf); !printed) say(context, printed.error());
  });
}

}  // namespace confer::cli
