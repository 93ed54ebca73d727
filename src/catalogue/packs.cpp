#include "catalogue/packs.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/near_name.h"
#include "catalogue/parse_toml.h"

namespace confer {
namespace {

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

/// The pack of this id; null when there is none.
const ProcedurePack* pack_of(const std::vector<ProcedurePack>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const ProcedurePack& pack) { return pack.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> names(const std::vector<ProcedurePack>& all) {
  std::vector<std::string> out;
  for (const ProcedurePack& pack : all) out.push_back(pack.id);
  return out;
}

}  // namespace

std::vector<ProcedurePack> packs(const std::vector<ProcedureFile>& files, std::vector<LoadError>& errors) {
  std::vector<ProcedurePack> out;
  for (const ProcedureFile& file : files) {
    if (!file.path.ends_with("/procedure.toml")) continue;
    const auto table = parse_toml(file, errors);
    if (!table) continue;
    TableReader reader(*table, file.path, errors);
    ProcedurePack pack{folder_of(file.path), reader.text("id", TableReader::Must::stand), reader.text("extends"), reader.words("title", TableReader::Must::stand), reader.yes_no("shared", false)};
    reader.finish();
    if (pack.id.empty()) continue;   // refused above; nothing can name it
    if (const ProcedurePack* same = pack_of(out, pack.id))
      errors.push_back({reader.place(), fmt::format("There is a procedure \"{}\" already, in {}procedure.toml. Give this one another id.", pack.id, same->folder)});
    else out.push_back(std::move(pack));
  }
  return out;
}

std::vector<const ProcedurePack*> lineage(const std::vector<ProcedurePack>& all, std::string_view id, std::vector<LoadError>& errors) {
  std::vector<const ProcedurePack*> out;
  std::string next(id);
  while (!next.empty()) {
    const ProcedurePack* found = pack_of(all, next);
    if (!found) {
      const Place place = out.empty() ? Place{} : Place{out.back()->folder + "procedure.toml", 1};
      errors.push_back({place, fmt::format("There is no procedure called \"{}\". Check the name against the folders of procedures/.{}", next, did_you_mean(next, names(all)))});
      return {};
    }
    if (std::find(out.begin(), out.end(), found) != out.end()) {
      errors.push_back({{found->folder + "procedure.toml", 1}, "This procedure extends itself by way of its parents. Break the circle."});
      return {};
    }
    out.push_back(found);
    next = found->extends;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

bool belongs(const ProcedureFile& file, const ProcedurePack& pack) {
  if (!file.path.starts_with(pack.folder) || !file.path.ends_with(".toml")) return false;
  const std::string_view rest = std::string_view(file.path).substr(pack.folder.size());
  return !rest.starts_with("examples/");
}

Digest edition_of(const std::vector<ProcedureFile>& files, const std::vector<const ProcedurePack*>& line) {
  std::vector<std::string_view> text;
  for (const ProcedurePack* pack : line)
    for (const ProcedureFile& file : files)
      if (belongs(file, *pack)) text.insert(text.end(), {file.path, file.text});
  return Digest::of_parts(text);
}

}  // namespace confer
