#pragma once
// Whether an example or a worked case would notice that procedures/ is not as it should be: what `confer procedures check` runs, stopped at the first
// difference. For tests only.
#include <string>
#include <vector>

#include "catalogue/testing.h"
#include "examples/shipped_cases.h"

namespace confer::mutations {

/// What stands first among what was found; empty when nothing was.
inline std::string first(const std::vector<LoadError>& found) { return found.empty() ? std::string{} : found.front().written(); }

/// What the worked cases of one procedure notice of it; empty when nothing. Whether entries are still taken is asked last: it takes longest.
inline std::string noticed_by_cases(const Procedure& procedure) {
  const auto each = [&](auto differences) {
    for (const examples::CaseOf& one : examples::every_case())
      if (one.procedure->described().id == procedure.described().id)
        if (std::string found = first(differences(one.told)); !found.empty()) return found;
    return std::string{};
  };
  std::string found = each([&](const examples::WorkedCase& told) { return examples::differences(told, procedure, examples::HowMany::one); });
  return found.empty() ? each([&](const examples::WorkedCase& told) { return examples::refused_entries(told, procedure); }) : found;
}

/// What a folder's examples/lists.toml notices of a procedure that holds it.
inline std::string noticed_by_lists(const examples::Folder& folder, const Described& described) {
  std::vector<LoadError> wrong;
  const auto said = examples::read_folder_example(examples::shipped_examples().files, folder, wrong);
  return wrong.empty() ? first(examples::differences(said, examples::described_by(folder, described), folder)) : first(wrong);
}

/// What is noticed of one procedure that these files describe.
inline std::string noticed_of(const std::vector<ProcedureFile>& files, const std::string& id, const examples::Folder* changed) {
  static const examples::CountingExamples counting = [] {
    std::vector<LoadError> wrong;
    return examples::read_counting(examples::shipped_examples().files, "england/", wrong);
  }();
  auto described = load_procedure(files, id);
  if (!described) return "does not load";
  if (changed)
    if (std::string differs = noticed_by_lists(*changed, *described); !differs.empty()) return differs;
  const HolidayList holidays = described->holidays.value_or(HolidayList{});
  const auto procedure = Procedure::from(std::move(*described));
  if (!procedure) return "is no procedure";
  if (std::string differs = first(examples::differences(counting, holidays)); !differs.empty()) return differs;
  return noticed_by_cases(*procedure);
}

/// What is noticed of files of which one folder's may have changed; empty when nothing is. Looks at each procedure that holds the folder.
inline std::string noticed(const std::vector<ProcedureFile>& files, const std::string& path) {
  const examples::Folder* changed = nullptr;
  for (const examples::Folder& folder : examples::every_folder())
    if (path.starts_with(folder.path)) changed = &folder;
  const Described* own = changed ? &examples::holder_of(*changed) : nullptr;
  if (own)
    if (std::string found = noticed_of(files, own->id, changed); !found.empty()) return found;
  for (const Procedure* one : examples::every_procedure()) {
    const Described& described = one->described();
    if ((changed && !examples::stands_on(described, changed->id)) || &described == own) continue;
    if (std::string found = noticed_of(files, described.id, nullptr); !found.empty()) return found;
  }
  return {};
}

}  // namespace confer::mutations
