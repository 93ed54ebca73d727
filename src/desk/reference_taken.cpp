#include "desk/reference_taken.h"

#include <algorithm>

#include "base/folded.h"
#include "base/json.h"
#include "desk/index_rows.h"

namespace confer {
namespace {

/// As many rows as one query gives; a reference that stands within so many others is looked for no further.
constexpr std::size_t most_rows = 1'000;

/// What every role holds up that finds all files of an authority, whoever is in it.
std::vector<std::string> tokens_of_roles(const Described& procedure) {
  std::vector<std::string> out;
  for (const Role& role : procedure.roles)
    for (std::string& token : tokens({{}, role.id})) out.push_back(std::move(token));
  return out;
}

bool is_taken(const Store& store, const AuthorityId& authority, const Described& procedure, std::string_view reference, const FileId& own) {
  const std::string wanted = folded(reference);
  const auto rows = store.rows({.authority = authority, .table = "file", .tokens = tokens_of_roles(procedure), .search = wanted, .limit = most_rows});
  return std::any_of(rows.begin(), rows.end(), [&](const FoundRow& row) {
    const json::value* theirs = row.row.body.if_contains("reference");
    return row.stream.name != own.value && theirs && theirs->is_string() && folded(theirs->get_string()) == wanted;
  });
}

}  // namespace

Problem wrong_reference(const Store& store, const AuthorityId& authority, const Described& procedure, const Entry& entry, const FileId& own) {
  if (entry.type != "family_file") return {};
  const std::string_view reference = entry.answers.text("reference");
  if (reference.empty()) return {"Enter the reference that you use for this family.", "reference"};
  if (!is_taken(store, authority, procedure, reference, own)) return {};
  return {"This reference is in use already. Search for the family first: they may have a file. Otherwise give another reference.", "reference"};
}

}  // namespace confer
