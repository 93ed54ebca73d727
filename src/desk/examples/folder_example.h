#pragma once
// What the examples/lists.toml of a folder of procedures/ says of what that folder describes: its lists line by line, its quorum, and whose duty each of its time
// limits is, or whose to do if they wish. So nobody takes a line out unseen.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/load.h"

namespace confer::examples {

/// What stands in one folder's examples/lists.toml, or what the folder describes of the same.
struct FolderExample {
  /// Something of a list or a role: the ids of the lines or the time limits, and where it stands.
  struct Lines {
    std::vector<std::string> ids = {};
    Place place = {};
  };
  using Named = std::map<std::string, Lines, std::less<>>;

  Named lists;                   ///< The lines' ids of each list.
  Named invites;                 ///< Of a list that invites: "midwife: midwife", line and role.
  Named owes, may_do, consulted_about;   ///< Time limits by role: its duties; what it may do while a window is open; those on which it is consulted.
  Named called;                  ///< What a term or a role's title is said as, one stretch after the other: all that an example names, and each whose words change.
  Named quorum;                  ///< Under "quorum", the agency and how many others; empty where the folder describes none.
};

/// A folder of procedures/ with a procedure.toml.
struct Folder {
  std::string path;   ///< From procedures/, with a slash at its end: "local/rotherham/".
  std::string id;     ///< Of the procedure there.
};

/// Every folder with a procedure.toml that can be read, sorted.
[[nodiscard]] std::vector<Folder> folders_of(const std::vector<ProcedureFile>& files);

/// Reads a folder's examples/lists.toml; empty where there is none. What is wrong with it is noted.
[[nodiscard]] FolderExample read_folder_example(const std::vector<ProcedureFile>& files, const Folder& folder, std::vector<LoadError>& errors);

/// What the folder describes itself, of a procedure that holds it.
[[nodiscard]] FolderExample described_by(const Folder& folder, const Described& procedure);

/// What differs between what is said and what is described: each list, quorum and duty of which one says otherwise or nothing.
[[nodiscard]] std::vector<LoadError> differences(const FolderExample& said, const FolderExample& described, const Folder& folder);

}  // namespace confer::examples
