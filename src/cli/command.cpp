#include "cli/command.h"

#include <iostream>

namespace confer::cli {

ProcedureShelf Context::shelf() const {
  const std::filesystem::path folder = procedures.empty() ? own_procedures() : std::filesystem::path(procedures);
  return ProcedureShelf(read_procedure_files(folder));
}

void say(Context& context, const Problem& problem) {
  std::cerr << "confer: " << problem.message << "\n";
  context.exit_code = refused_or_found;
}

void add_file_question(CLI::App& command, FileQuestion& question, Context& context) {
  command.add_option("FILE", question.path, "A family's file, one entry a line; - for standard input")->required();
  command.add_option("--procedure", question.procedure, "Whose procedure; else the one that the file names");
  command.add_option("--as-at", question.as_at, "The day judged; else the last day anything was put on file");
  command.add_option("--known-on", question.known_on, "Only what was on file by the end of this day");
  question.doubt = [&context](std::string_view what) { say(context, {std::string(what)}); };
  question.note = [](std::string_view what) { std::cerr << "confer: " << what << "\n"; };
}

}  // namespace confer::cli
