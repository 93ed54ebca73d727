#pragma once
// Whether an example or a worked case would notice that procedures/ is not as it should be. For tests only.
#include <string>
#include <vector>

#include "catalogue/testing.h"
#include "examples/case_checks.h"
#include "examples/counting_cases.h"
#include "examples/list_checks.h"

namespace confer::mutations {

/// A worked case with its file as each line of its table knows it, folded once: that does not depend on the procedure.
struct Judged {
  const examples::CaseOf* one;
  std::vector<CaseFile> files;
};

inline const std::vector<Judged>& judged() {
  static const std::vector<Judged> all = [] {
    std::vector<Judged> read;
    for (const examples::CaseOf& one : examples::every_case()) {
      read.push_back({&one, {}});
      for (const examples::Due& due : one.told.then) read.back().files.push_back(CaseFile::fold(one.told.entries, due.known_on));
    }
    return read;
  }();
  return all;
}

/// What the worked cases of one procedure notice of it; empty when nothing.
inline std::string noticed_by_cases(const Procedure& procedure) {
  for (const Judged& one : judged()) {
    const examples::WorkedCase& told = one.one->told;
    if (one.one->procedure->described().id != procedure.described().id) continue;
    for (std::size_t i = 0; i < one.files.size(); ++i)
      if (const std::string differs = examples::difference(one.files[i], procedure, told.then[i]); !differs.empty()) return one.one->name() + ": " + differs;
    if (const std::string differs = examples::first_difference_beside_time(told, procedure); !differs.empty()) return one.one->name() + ": " + differs;
  }
  return {};
}

/// The first entry of one procedure's cases that is no longer taken; empty when all are.
inline std::string refused_entry(const Procedure& procedure) {
  for (const examples::CaseOf& one : examples::every_case()) {
    if (one.procedure->described().id != procedure.described().id) continue;
    CaseFile file;
    for (const Entry& entry : one.told.entries) {
      if (!decide(file, procedure, entry, london_day(entry.recorded))) return one.name() + " " + entry.id.value;
      file.evolve(entry);
    }
  }
  return {};
}

/// What is noticed of one procedure that these files describe.
inline std::string noticed_of(const std::vector<ProcedureFile>& files, const std::string& id, const examples::Folder* changed) {
  static const auto counts = examples::counting_examples();
  auto described = load_procedure(files, id);
  if (!described) return "does not load";
  if (changed)
    if (std::string differs = examples::difference(*changed, *described); !differs.empty()) return differs;
  const HolidayList holidays = described->holidays.value_or(HolidayList{});
  if (std::string differs = examples::difference_from_the_published(holidays); !differs.empty()) return differs;
  const auto procedure = Procedure::from(std::move(*described));
  if (!procedure) return "is no procedure";
  for (const examples::CountExpected& one : counts)
    if (!examples::difference(one, holidays).empty()) return "counting: " + one.written();
  std::string found = noticed_by_cases(*procedure);
  return found.empty() ? refused_entry(*procedure) : found;
}

/// What is noticed of files of which one folder's may have changed; empty when nothing is. Looks at each procedure that holds the folder.
inline std::string noticed(const std::vector<ProcedureFile>& files, const std::string& path) {
  const examples::Folder* changed = nullptr;
  for (const examples::Folder& folder : examples::every_folder())
    if (path.starts_with(folder.path)) changed = &folder;
  const Described* own = changed ? changed->procedure() : nullptr;
  if (own)
    if (std::string found = noticed_of(files, own->id, changed); !found.empty()) return found;
  for (const Procedure* one : examples::every_procedure()) {
    const Described& described = one->described();
    const bool holds = !changed || described.id == changed->id || std::find(described.extends.begin(), described.extends.end(), changed->id) != described.extends.end();
    if (!holds || &described == own) continue;
    if (std::string found = noticed_of(files, described.id, nullptr); !found.empty()) return found;
  }
  return {};
}

}  // namespace confer::mutations
