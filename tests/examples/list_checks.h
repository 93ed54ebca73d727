#pragma once
// What differs between what a folder of procedures/ describes and the examples/lists.toml beside it: its lists line by line, its quorum, and whose
// duty each time limit is. For tests only.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "case_reader.h"

namespace confer::examples {

/// What stands in one folder's examples/lists.toml.
struct FolderExample {
  std::map<std::string, std::vector<std::string>> lists;                   ///< The lines' ids of each list.
  std::map<std::string, std::vector<std::string>> invites;                 ///< Of a list that invites: "midwife: midwife", line and role.
  std::map<std::string, std::vector<std::string>> owes, consulted_about;   ///< Time limits by role.
  std::optional<std::pair<std::string, std::int64_t>> quorum;

  bool operator==(const FolderExample&) const = default;
};

struct ListExpected {
  std::string name;
  std::vector<std::string> holds, invites;
};

struct DutyExpected {
  std::string of;
  std::vector<std::string> owes, consulted_about;
};

inline FolderExample read_folder_example(const std::string& folder) {
  FolderExample out;
  const std::string file = (procedures_folder() / folder / "examples/lists.toml").string();
  if (!std::filesystem::exists(file)) return out;
  const toml::table table = toml::parse_file(file);
  const auto list = [](Row& row) { return ListExpected{row.text("name"), row.texts("holds"), row.texts("invites")}; };
  const auto duty = [](Row& row) { return DutyExpected{row.text("of"), row.texts("owes"), row.texts("consulted_about")}; };
  for (ListExpected& one : rows<ListExpected>(table, "list", file, list)) {
    if (!one.invites.empty()) out.invites[one.name] = std::move(one.invites);
    out.lists[one.name] = std::move(one.holds);
  }
  for (DutyExpected& one : rows<DutyExpected>(table, "duty", file, duty)) {
    if (!one.owes.empty()) out.owes[one.of] = std::move(one.owes);
    if (!one.consulted_about.empty()) out.consulted_about[one.of] = std::move(one.consulted_about);
  }
  if (table.contains("quorum")) out.quorum = {table["quorum"]["agency"].value_or(std::string{}), table["quorum"]["other_agencies"].value_or(std::int64_t{-1})};
  return out;
}

/// The same, as the folder describes it: what it puts on the lists itself, its own time limits, and of the procedure that it holds whom to consult.
inline FolderExample described_by(const std::string& folder, const std::string& id_of_folder, const Described& procedure) {
  FolderExample out;
  for (const auto& [name, items] : procedure.lists)
    for (const ListItem& item : items) {
      if (!item.place.file.starts_with(folder)) continue;
      out.lists[name].push_back(item.id);
      if (!item.role.empty()) out.invites[name].push_back(item.id + ": " + item.role);
    }
  for (const TimeLimit& limit : procedure.time_limits) {
    const auto once = [&](std::vector<std::string>& into) {
      if (into.empty() || into.back() != limit.id) into.push_back(limit.id);   // one that changed over the years stands once for each stretch
    };
    if (limit.place.file.starts_with(folder)) once(out.owes[limit.owner]);
    if (procedure.id == id_of_folder && !limit.departure_by.empty()) once(out.consulted_about[limit.departure_by]);
  }
  for (const Quorum& one : procedure.quorums)
    if (one.place.file.starts_with(folder)) out.quorum = {one.agency, one.other_agencies};
  return out;
}

/// A folder of procedures/ with a procedure.toml: its path from there, with a slash at its end, and that procedure's id.
struct Folder {
  std::string path, id;

  /// A procedure that one can work by and that holds what the folder describes: its own, where it is one.
  const Described* procedure() const {
    const Described* found = nullptr;
    for (const Procedure* one : every_procedure()) {
      const Described& described = one->described();
      if (described.id == id) return &described;
      if (!found && std::find(described.extends.begin(), described.extends.end(), id) != described.extends.end()) found = &described;
    }
    return found;
  }
};

inline const std::vector<Folder>& every_folder() {
  static const std::vector<Folder> all = [] {
    std::vector<Folder> out;
    for (const auto& file : std::filesystem::recursive_directory_iterator(procedures_folder()))
      if (file.path().filename() == "procedure.toml")
        out.push_back({file.path().parent_path().lexically_relative(procedures_folder()).generic_string() + "/", toml::parse_file(file.path().string())["id"].value_or(std::string{})});
    std::sort(out.begin(), out.end(), [](const Folder& left, const Folder& right) { return left.path < right.path; });
    return out;
  }();
  return all;
}

/// What differs from the folder's example, in words; empty when nothing does.
inline std::string difference(const Folder& folder, const Described& procedure) {
  const FolderExample expected = read_folder_example(folder.path), is = described_by(folder.path, folder.id, procedure);
  if (expected == is) return {};
  std::string out = folder.path + "examples/lists.toml does not say what the folder describes:";
  const auto compare = [&](std::string_view what, const auto& said, const auto& described) {
    for (const auto& [name, lines] : described)
      if (const auto found = said.find(name); found == said.end() || found->second != lines) out += fmt::format("\n  {} {}: {}", what, name, fmt::join(lines, ", "));
    for (const auto& [name, lines] : said)
      if (!described.contains(name)) out += fmt::format("\n  {} {}: nothing", what, name);
  };
  compare("list", expected.lists, is.lists);
  compare("invites", expected.invites, is.invites);
  compare("owes", expected.owes, is.owes);
  compare("consulted about", expected.consulted_about, is.consulted_about);
  if (expected.quorum != is.quorum) out += is.quorum ? fmt::format("\n  quorum: {} and {}", is.quorum->first, is.quorum->second) : "\n  quorum: none";
  return out;
}

}  // namespace confer::examples
