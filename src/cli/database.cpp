#include "cli/database.h"

#include <filesystem>

namespace confer::cli {

void DatabaseOptions::add_to(CLI::App& command) {
  command.add_option("--database", database, "Where the record is: sqlite:PATH")->capture_default_str();
  command.add_option("--authority", authority, "The authority's id");
}

Result<OpenedDesk> open_desk(const DatabaseOptions& options, Context& context, WhereNone where_none) {
  constexpr std::string_view kind = "sqlite:";
  if (!options.database.starts_with(kind)) return refused("Name the database as sqlite:PATH.", "database");
  if (!is_id(options.authority)) return refused("The authority's id may hold letters, digits and hyphens only.", "authority");
  const std::string path = options.database.substr(kind.size());
  std::error_code error;
  if (where_none == WhereNone::refuse && !std::filesystem::exists(path, error))
    return refused("There is no database here. Check the path. Nothing was made.", "database", {}, Problem::Kind::not_found);
  OpenedDesk opened;
  opened.store = open_sqlite(path);
  opened.desk = std::make_unique<Desk>(*opened.store, context.shelf(), AuthorityId{options.authority}, real_world());
  return opened;
}

}  // namespace confer::cli
