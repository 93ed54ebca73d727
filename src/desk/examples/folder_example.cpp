#include "desk/examples/folder_example.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/in_words.h"
#include "catalogue/parse_toml.h"
#include "desk/examples/worked_case.h"

namespace confer::examples {
namespace {

using Must = TableReader::Must;

/// Notes a list twice under one name; else keeps it.
void keep(FolderExample::Named& in, const std::string& name, std::vector<std::string> ids, TableReader& row) {
  if (!ids.empty() && !in.emplace(name, FolderExample::Lines{std::move(ids), row.place()}).second) row.wrong(fmt::format("\"{}\" stands here twice. Write it once.", name));
}

std::string written(const FolderExample::Lines& lines) { return fmt::format("{}", fmt::join(lines.ids, ", ")); }

void compare(std::string_view what, const FolderExample::Named& said, const FolderExample::Named& described, const std::string& file, std::vector<LoadError>& errors) {
  for (const auto& [name, is] : described) {
    const auto found = said.find(name);
    if (found == said.end()) errors.push_back({is.place, fmt::format("No example names {} {}: {}. Write it into {}.", what, name, written(is), file)});
    else if (found->second.ids != is.ids) errors.push_back({found->second.place, fmt::format("For {} {}, {} is expected, and {}:{} has {}.", what, name, written(found->second), is.place.file, is.place.line, written(is))});
  }
  for (const auto& [name, expected] : said)
    if (!described.contains(name)) errors.push_back({expected.place, fmt::format("For {} {}, {} is expected, and nothing in this folder says so.", what, name, written(expected))});
}

}  // namespace

std::vector<Folder> folders_of(const std::vector<ProcedureFile>& files) {
  std::vector<LoadError> told_elsewhere;   // a procedure.toml that cannot be read does not load either
  std::vector<Folder> out;
  for (const ProcedureFile& file : files) {
    if (!file.path.ends_with("/procedure.toml")) continue;
    const auto table = parse_toml(file, told_elsewhere);
    if (!table) continue;
    const std::string id = TableReader(*table, file.path, told_elsewhere).text("id");
    if (!id.empty()) out.push_back({file.path.substr(0, file.path.rfind('/') + 1), id});
  }
  std::sort(out.begin(), out.end(), [](const Folder& left, const Folder& right) { return left.path < right.path; });
  return out;
}

FolderExample read_folder_example(const std::vector<ProcedureFile>& files, const Folder& folder, std::vector<LoadError>& errors) {
  FolderExample out;
  const auto file = std::find_if(files.begin(), files.end(), [&](const ProcedureFile& one) { return one.path == folder.path + "examples/lists.toml"; });
  const auto table = file == files.end() ? std::nullopt : parse_toml(*file, errors);
  if (!table) return out;
  TableReader reader(*table, file->path, errors);
  for (TableReader& row : reader.tables("list")) {
    const std::string name = row.text("name", Must::stand);
    keep(out.lists, name, row.texts("holds"), row);
    keep(out.invites, name, row.texts("invites"), row);
    row.finish();
  }
  for (TableReader& row : reader.tables("duty")) {
    const std::string of = row.text("of", Must::stand);
    keep(out.owes, of, row.texts("owes"), row);
    keep(out.may_do, of, row.texts("may_do"), row);
    keep(out.consulted_about, of, row.texts("consulted_about"), row);
    row.finish();
  }
  for (TableReader& row : reader.tables("called")) {
    keep(out.called, row.text("term", Must::stand), row.texts("as"), row);
    row.finish();
  }
  for (TableReader& row : reader.tables("quorum")) {
    keep(out.quorum, "quorum", {row.text("agency"), std::to_string(row.number("other_agencies", 0))}, row);
    row.finish();
  }
  reader.finish();
  return out;
}

FolderExample described_by(const Folder& folder, const Described& procedure) {
  FolderExample out;
  const auto own = [&](const Place& place) { return place.file.starts_with(folder.path); };
  const auto add = [](FolderExample::Named& to, const std::string& name, const std::string& id, const Place& place) {
    FolderExample::Lines& lines = to.try_emplace(name, FolderExample::Lines{{}, place}).first->second;
    if (lines.ids.empty() || lines.ids.back() != id) lines.ids.push_back(id);   // a limit that changed over the years stands once for each stretch
  };
  for (const auto& [name, items] : procedure.lists)
    for (const ListItem& item : items) {
      if (!own(item.place)) continue;
      add(out.lists, name, item.id, item.place);
      if (!item.role.empty()) add(out.invites, name, item.id + ": " + item.role, item.place);
    }
  for (const TimeLimit& limit : procedure.time_limits) {
    if (own(limit.place)) add(limit.window ? out.may_do : out.owes, limit.owner, limit.id, limit.place);
    if (procedure.id == folder.id && !limit.departure_by.empty()) add(out.consulted_about, limit.departure_by, limit.id, limit.place);
  }
  for (const auto& [name, all] : procedure.wordings) {
    const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Wording& one) { return own(one.place); });
    if (last == all.rend()) continue;
    Described so_far;   // as far as this folder: what stands on it may call it otherwise again
    so_far.wordings[name] = {all.begin(), last.base()};
    for (const Wording& one : so_far.said_over_time(name)) {
      const std::string stretch = in_words(one.in_force_from, one.in_force_to);
      add(out.called, name, one.words.en + (stretch.empty() ? "" : ", " + stretch), one.place);
    }
  }
  for (const Quorum& one : procedure.quorums)
    if (own(one.place)) out.quorum["quorum"] = {{one.agency, std::to_string(one.other_agencies)}, one.place};   // of several editions the latest
  return out;
}

std::vector<LoadError> differences(const FolderExample& said, const FolderExample& described, const Folder& folder) {
  std::vector<LoadError> out;
  const std::string file = folder.path + "examples/lists.toml";
  compare("the list", said.lists, described.lists, file, out);
  compare("those invited by the list", said.invites, described.invites, file, out);
  compare("the time limits owed by the role", said.owes, described.owes, file, out);
  compare("what may be done, and need not be, by the role", said.may_do, described.may_do, file, out);
  compare("the time limits on which to consult the role", said.consulted_about, described.consulted_about, file, out);
  FolderExample::Named called = described.called;   // the words of a page need no example, until they change
  std::erase_if(called, [&](const auto& one) { return one.second.ids.size() < 2 && !said.called.contains(one.first); });
  compare("what is called", said.called, called, file, out);
  compare("the", said.quorum, described.quorum, file, out);
  return out;
}

}  // namespace confer::examples
