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

}  // namespace confer::cli
