#include "desk/examples/examples.h"

#include <fmt/format.h>

#include <fstream>

#include "catalogue/parse_toml.h"
#include "desk/procedure_shelf.h"

namespace confer::examples {
namespace {

namespace fs = std::filesystem;

/// Loads each procedure; what is wrong with one is noted, and those that are well are kept.
void load(Examples& into) {
  ReadAlready kept;
  into.ids = procedure_ids(into.files);
  if (const auto nothing = load_procedure(into.files, {}, kept); into.ids.empty() && !nothing) into.errors = nothing.error();   // where none has a name, why not
  for (const std::string& id : into.ids) {
    auto described = read_to_work_by(into.files, id, kept);
    if (!described) {
      into.errors.insert(into.errors.end(), described.error().begin(), described.error().end());
      continue;
    }
    for (const LoadWarning& warning : described->warnings) into.warnings.push_back({warning.place, warning.message});
    auto procedure = Procedure::from(std::move(*described));
    if (!procedure) into.errors.push_back({{}, procedure.error().message});
    else into.procedures.emplace(id, std::move(*procedure));
  }
}

/// Whether a file of an examples folder tells a worked case; the others are read under names of their own.
bool tells_a_case(const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  return path.find("/examples/") != std::string::npos && name != "lists.toml" && name != "calendar.toml" && name != "published_bank_holidays.toml";
}

/// The text of a case's entries; empty, with an error noted, where there is none or it is too long.
std::optional<std::string> entries_of(const fs::path& root, const std::string& path, std::vector<LoadError>& errors) {
  const fs::path file = root / path;
  if (!fs::is_regular_file(file)) {
    errors.push_back({{path, 1}, "This file is missing: what happened to the family, one line for each thing. Write it, or take out the .toml of the same name."});
    return std::nullopt;
  }
  if (fs::file_size(file) > largest_case_file) {
    errors.push_back({{path, 1}, fmt::format("This file is larger than {} bytes. Tell a shorter story.", largest_case_file)});
    return std::nullopt;
  }
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(text).str();
}

/// The folder of procedures/ that a path lies in, by its own procedure.toml; null where there is none.
const Folder* folder_of(const Examples& all, std::string_view path) {
  const Folder* found = nullptr;
  for (const Folder& folder : all.folders)
    if (path.starts_with(folder.path) && (!found || folder.path.size() > found->path.size())) found = &folder;
  return found;
}

/// Keeps a case with the procedure that its family's file names, where that loads.
void keep(Examples& into, WorkedCase told) {
  const std::string named(told.file().procedure());
  const auto procedure = into.procedures.find(named);
  const Folder* folder = folder_of(into, told.folder);
  const auto wrong = [&](std::string message) { into.errors.push_back({told.place(0), std::move(message)}); };
  if (procedure == into.procedures.end()) {
    if (std::find(into.ids.begin(), into.ids.end(), named) == into.ids.end()) wrong(fmt::format("This family is held under the procedure \"{}\", and there is none of that name. Mend it.", named));
    return;   // one that does not load is told of already
  }
  if (folder && !stands_on(procedure->second.described(), folder->id))
    return wrong(fmt::format("This family is held under the procedure \"{}\", and lies among the examples of \"{}\". Mend the name, or move the case.", named, folder->id));
  into.cases.push_back({&procedure->second, std::move(told)});
}

void read_cases(Examples& into, const fs::path& root) {
  for (const ProcedureFile& file : into.files) {
    if (!tells_a_case(file.path)) continue;
    const auto entries = entries_of(root, file.path.substr(0, file.path.size() - std::string_view(".toml").size()) + ".jsonl", into.errors);
    auto told = entries ? read_case(file, *entries, into.errors) : std::nullopt;
    if (told) keep(into, std::move(*told));
  }
  for (const auto& found : fs::recursive_directory_iterator(root)) {
    if (found.path().extension() != ".jsonl" || fs::exists(fs::path(found.path()).replace_extension(".toml"))) continue;
    into.errors.push_back({{found.path().lexically_relative(root).generic_string(), 1}, "Nothing says what should follow from these entries. Write a .toml of the same name beside them."});
  }
}

/// A time limit, what is added to one, or an access line, with the worked cases that it names.
struct Naming {
  std::string kind, id;
  std::vector<std::string> examples;
  bool counts;   ///< Whether it changes when something is due, so that a case has to show it.
  Place place;
};

bool changes_what_is_due(const toml::table& table) {
  constexpr std::array keys = {"limit", "no_number", "unset", "strict", "reference_for", "becomes"};
  return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return table.contains(key); });
}

/// Everything in a file that names worked cases. The file loads, so its tables are as they should be.
std::vector<Naming> namings(const ProcedureFile& file) {
  std::vector<LoadError> told_already;
  const auto table = parse_toml(file, told_already);
  std::vector<Naming> out;
  if (!table) return out;
  for (const char* kind : {"time_limit", "adds", "access"})
    if (const toml::array* all = (*table)[kind].as_array())
      for (const toml::node& node : *all) {
        if (!node.as_table()) continue;
        TableReader row(*node.as_table(), file.path, told_already);
        out.push_back({kind, row.text(kind == std::string_view("adds") ? "to" : "id"), row.texts("examples"), changes_what_is_due(*node.as_table()), row.place()});
      }
  return out;
}

/// Whether a case speaks of what names it: for an access line, that it is there at all.
bool speaks_of(const CaseOf& one, const Naming& naming) {
  return naming.kind == "access" || std::any_of(one.told.then.begin(), one.told.then.end(), [&](const Due& due) { return due.rule == naming.id; });
}

void hold_naming(const Examples& all, const Folder& folder, const Naming& naming, std::vector<LoadError>& errors) {
  if (naming.kind == "adds" && naming.counts && naming.examples.empty())
    errors.push_back({naming.place, fmt::format("This changes when \"{}\" is due, and no worked case shows it. Name one in \"examples\".", naming.id)});
  for (const std::string& named : naming.examples) {
    bool there = false, speaks = false;
    for (const CaseOf& one : all.cases) {
      if (one.told.id != named || !stands_on(one.procedure->described(), folder.id)) continue;
      there = true;
      speaks = speaks || speaks_of(one, naming);
    }
    if (!there) errors.push_back({naming.place, fmt::format("\"{0}\" names the worked case \"{1}\", and there is none of that name that can be read. Write {2}examples/{1}.toml and {1}.jsonl, or mend the name.", naming.id, named, folder.path)});
    else if (!speaks) errors.push_back({naming.place, fmt::format("\"{0}\" names the worked case \"{1}\", which does not say when it is due. Add a line with rule = \"{0}\" to its \"then\".", naming.id, named)});
  }
}

void hold_quorum(const Examples& all, const Folder& folder, const Place& place, std::vector<LoadError>& errors) {
  std::set<std::string> told;
  for (const CaseOf& one : all.cases)
    if (stands_on(one.procedure->described(), folder.id))
      for (const QuorumExpected& expected : one.told.quorum) told.insert(expected.state);
  for (const auto state : {QuorumFinding::State::quorate, QuorumFinding::State::chair_decides, QuorumFinding::State::proceeds, QuorumFinding::State::postponed})
    if (!told.contains(std::string(name(state))))
      errors.push_back({place, fmt::format("No worked case shows this quorum going the way \"{0}\". Add a line with state = \"{0}\" to the \"quorum\" of one.", name(state))});
}

}  // namespace

bool stands_on(const Described& procedure, std::string_view id) {
  return procedure.id == id || std::find(procedure.extends.begin(), procedure.extends.end(), id) != procedure.extends.end();
}

const Procedure* Examples::holder(const Folder& folder) const {
  if (const auto own = procedures.find(folder.id); own != procedures.end()) return &own->second;
  for (const auto& [id, procedure] : procedures)
    if (stands_on(procedure.described(), folder.id)) return &procedure;
  return nullptr;
}

Examples read_examples(const fs::path& folder) {
  Examples out;
  out.files = read_procedure_files(folder);
  load(out);
  out.folders = folders_of(out.files);
  read_cases(out, folder);
  return out;
}

std::vector<LoadError> named_in_vain(const Examples& all) {
  std::vector<LoadError> out;
  for (const ProcedureFile& file : all.files) {
    const Folder* folder = folder_of(all, file.path);
    const Procedure* holder = folder ? all.holder(*folder) : nullptr;
    if (!holder || file.path.find("/examples/") != std::string::npos) continue;
    for (const Naming& naming : namings(file)) hold_naming(all, *folder, naming, out);
  }
  for (const Folder& folder : all.folders)
    if (const Procedure* holder = all.holder(folder))
      for (const Quorum& quorum : holder->described().quorums)
        if (quorum.place.file.starts_with(folder.path)) hold_quorum(all, folder, quorum.place, out);
  return out;
}

}  // namespace confer::examples
