#pragma once
// For tests alone: the worked cases and examples as they are shipped, read once by the same code that `confer procedures check` runs.
#include <stdexcept>

#include "base/testing.h"
#include "desk/examples/examples.h"
#include "procedure/decide.h"

namespace confer::examples {

using for_tests::procedures_folder;

/// Everything that is shipped. Throws with what is wrong when something cannot be read.
inline const Examples& shipped_examples() {
  static const Examples all = [] {
    Examples read = read_examples(procedures_folder());
    if (!read.errors.empty()) throw std::runtime_error(read.errors.front().written());
    return read;
  }();
  return all;
}

/// Every procedure that is shipped, in order of their ids.
inline const std::vector<const Procedure*>& every_procedure() {
  static const std::vector<const Procedure*> all = [] {
    std::vector<const Procedure*> out;
    for (const auto& [id, procedure] : shipped_examples().procedures) out.push_back(&procedure);
    return out;
  }();
  return all;
}

inline const std::vector<CaseOf>& every_case() { return shipped_examples().cases; }
inline const std::vector<Folder>& every_folder() { return shipped_examples().folders; }

/// The procedure that holds what a shipped folder describes. Throws when none does.
inline const Described& holder_of(const Folder& folder) {
  if (const Procedure* found = shipped_examples().holder(folder)) return found->described();
  throw std::runtime_error("no procedure holds " + folder.path);
}

inline const Procedure& rotherham() { return shipped_examples().procedures.find("rotherham")->second; }

/// Rotherham's worked case of this name. Throws when there is none.
inline const WorkedCase& rotherham_case(std::string_view id) {
  for (const CaseOf& one : every_case())
    if (one.procedure == &rotherham() && one.told.id == id) return one.told;
  throw std::runtime_error("Rotherham has no worked case " + std::string(id));
}

}  // namespace confer::examples
