#pragma once
// A worked case told again for the demonstration: under new ids, with its days moved so that it stands where it is wanted today, and without
// what would happen from today on. It reads the cases of procedures/ and changes none of them.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "casefile/entry.h"
#include "desk/demonstration_team.h"
#include "procedure/procedure.h"

namespace confer {

/// Where a worked case is to stand.
enum class Standpoint {
  conference_today,     ///< Ready for its initial conference, which is today.
  decided_last,         ///< Its initial conference decided on the working day before today.
  in_preparation,       ///< Its initial conference is some days ahead; reports are due.
  review_ahead,         ///< On a plan; its review conference has been called.
};

/// A worked case, as it was written.
struct WorkedCase {
  std::string name;                ///< "S02"
  Standpoint standpoint;
  std::vector<Entry> entries = {};
};

/// Every worked case that the demonstration tells, from a folder of procedures. Refused when one is missing or cannot be read.
[[nodiscard]] Result<std::vector<WorkedCase>> read_worked_cases(const std::filesystem::path& procedures);

/// A case told again, and what its people are called now.
struct RetoldCase {
  std::vector<Entry> entries;
  std::map<PersonId, PersonId> people;   ///< From the case's own ids.
};

/// Tells a case as at the start of a day. Its practitioners join the team. Pure in its arguments: the same case, day and seed give the same.
[[nodiscard]] RetoldCase retell(const WorkedCase& told, const Procedure& procedure, Team& team, Date today, std::uint64_t seed);

}  // namespace confer
