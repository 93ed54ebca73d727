#pragma once
// Opening a database from the command line, with the desk before it: no command touches the store past the desk.
#include <memory>

#include "cli/command.h"
#include "desk/database.h"
#include "desk/desk.h"

namespace confer::cli {

/// A store opened, and the authority's desk.
struct OpenedDesk {
  std::shared_ptr<Store> store;   ///< Outlives the desk.
  std::unique_ptr<Desk> desk;
};

/// What every command that works on a database is told.
struct DatabaseOptions {
  std::string database = "sqlite:confer.db";
  std::string authority = "rotherham";

  /// Adds --database and --authority to a command.
  void add_to(CLI::App& command);
};

/// What a command does where there is no database yet.
enum class WhereNone { refuse, begin };

/// Opens "sqlite:PATH", its key beside it. Refused for another form, and where there is none unless it is to be begun; what the disk will not do is a
/// StoreFailure.
[[nodiscard]] Result<OpenedDesk> open_desk(const DatabaseOptions& options, Context& context, WhereNone where_none = WhereNone::refuse);

}  // namespace confer::cli
