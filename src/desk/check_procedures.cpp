#include "desk/check_procedures.h"

#include <algorithm>
#include <tuple>

#include "desk/examples/examples.h"

namespace confer {
namespace {

void add(std::vector<LoadError>& to, std::vector<LoadError> more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

/// One folder's lists, quorum, duties and counting. Returns how many things were said.
std::size_t hold_folder(const examples::Examples& all, const examples::Folder& folder, std::vector<LoadError>& errors) {
  const Procedure* holder = all.holder(folder);
  if (!holder) return 0;   // nothing that holds it loads: told of already
  const auto said = examples::read_folder_example(all.files, folder, errors);
  const auto counting = examples::read_counting(all.files, folder.path, errors);
  add(errors, examples::differences(said, examples::described_by(folder, holder->described()), folder));
  add(errors, examples::differences(counting, *holder->described().holidays));
  return said.lists.size() + said.invites.size() + said.owes.size() + said.may_do.size() + said.consulted_about.size() + said.quorum.size() + counting.counts.size() + (counting.published.empty() ? 0 : 1);
}

/// One worked case: its entries first, and only where they are taken what follows from them. Returns how many things were said.
std::size_t hold_case(const examples::CaseOf& one, std::vector<LoadError>& errors) {
  add(errors, examples::unknown_rules(one.told, *one.procedure));
  auto refused = examples::refused_entries(one.told, *one.procedure);
  if (!refused.empty()) {
    add(errors, std::move(refused));
    return 0;
  }
  add(errors, examples::differences(one.told, *one.procedure, examples::HowMany::all));
  add(errors, examples::seen_otherwise(one.told, *one.procedure));
  return one.told.then.size() + one.told.never.size() + one.told.ahead.size() + one.told.instead.size() + one.told.quorum.size() + one.told.sees.size();
}

/// As a person reads them: by file, then by line, each once.
std::vector<LoadError> in_order(std::vector<LoadError> all) {
  const auto key = [](const LoadError& one) { return std::tie(one.place.file, one.place.line, one.message); };
  std::sort(all.begin(), all.end(), [&](const LoadError& left, const LoadError& right) { return key(left) < key(right); });
  all.erase(std::unique(all.begin(), all.end(), [&](const LoadError& left, const LoadError& right) { return key(left) == key(right); }), all.end());
  return all;
}

}  // namespace

CheckedProcedures check_procedures(const std::filesystem::path& folder) {
  const examples::Examples all = examples::read_examples(folder);
  CheckedProcedures out;
  out.procedures = all.ids.size();
  out.cases = all.cases.size();
  std::vector<LoadError> errors = all.errors;
  for (const examples::Folder& one : all.folders) out.lines += hold_folder(all, one, errors);
  for (const examples::CaseOf& one : all.cases) out.lines += hold_case(one, errors);
  // Where a procedure does not load its cases are not there to be found: that alone is told, and what follows from it left out.
  if (all.procedures.size() == all.ids.size()) add(errors, examples::named_in_vain(all));
  out.errors = in_order(std::move(errors));
  out.warnings = in_order(all.warnings);
  return out;
}

}  // namespace confer
