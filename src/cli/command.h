#pragma once
// One file per sub-command. Each adds itself to the command line; exit 0 done, 1 refused or found something, 2 wrong usage.
#include <CLI/CLI.hpp>

#include "base/result.h"
#include "desk/file_question.h"
#include "desk/procedure_shelf.h"

namespace confer::cli {

/// Exit codes, the same for every command.
inline constexpr int done = 0;
inline constexpr int refused_or_found = 1;
inline constexpr int wrong_usage = 2;

/// What every command may be told, and what it says when it ends.
struct Context {
  std::string procedures = {};   ///< Folder of procedures; this program's own where empty.
  int exit_code = done;          ///< Set by the command that ran.

  /// The procedures to work by. Throws when the folder cannot be read.
  [[nodiscard]] ProcedureShelf shelf() const;
};

/// Says on standard error what is wrong, and remembers the exit code.
void say(Context& context, const Problem& problem);

/// Adds what every command on a family's file takes: FILE, --procedure, --as-at, --known-on. What is doubtful in the file is said on standard error, and
/// the command then ends as one that found something. The context must outlive it.
void add_file_question(CLI::App& command, FileQuestion& question, Context& context);

/// Each adds its sub-command to the command line; the context must outlive it.
void add_due(CLI::App& app, Context& context);
void add_obligations(CLI::App& app, Context& context);
void add_plan(CLI::App& app, Context& context);
void add_procedures(CLI::App& app, Context& context);
void add_view(CLI::App& app, Context& context);
void add_document(CLI::App& app, Context& context);
void add_put(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_rebuild(CLI::App& app, Context& context);
void add_checkpoint(CLI::App& app, Context& context);
void add_account(CLI::App& app, Context& context);
void add_serve(CLI::App& app, Context& context);
void add_demo(CLI::App& app, Context& context);

}  // namespace confer::cli
