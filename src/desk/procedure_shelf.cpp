#include "desk/procedure_shelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "access/make_view.h"

namespace confer {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

}  // namespace

std::vector<ProcedureFile> read_procedure_files(const std::filesystem::path& folder) {
  std::vector<ProcedureFile> files;
  if (std::error_code error; !std::filesystem::is_directory(folder, error))
    throw std::filesystem::filesystem_error("there is no such folder of procedures", folder, std::make_error_code(std::errc::no_such_file_or_directory));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".toml")
      files.push_back({std::filesystem::relative(entry.path(), folder).generic_string(), contents(entry.path())});
  std::sort(files.begin(), files.end(), [](const ProcedureFile& left, const ProcedureFile& right) { return left.path < right.path; });
  return files;
}

std::filesystem::path own_procedures() {
  std::error_code error;
  auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (; !folder.empty() && folder != folder.root_path(); folder = folder.parent_path())
    if (std::filesystem::exists(folder / "procedures/common/procedure.toml")) return folder / "procedures";
  return "/usr/share/confer/procedures";
}

tl::expected<Described, std::vector<LoadError>> read_to_work_by(const std::vector<ProcedureFile>& files, std::string_view id, ReadAlready& kept) {
  auto described = load_procedure(files, id, kept);
  if (!described) return described;
  std::vector<LoadError> errors;
  check_usable(*described, errors);
  check_access(*described, errors);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return described;
}

Result<const Procedure*> ProcedureShelf::take(std::string_view id) {
  if (const auto known = loaded_.find(id); known != loaded_.end()) return &known->second;
  auto described = read_to_work_by(files_, id, kept_);
  if (!described) {
    std::string all;
    for (const LoadError& error : described.error()) all += (all.empty() ? "" : "\n") + error.written();
    return refused(std::move(all), "procedure");
  }
  auto procedure = Procedure::from(std::move(*described));
  if (!procedure) return tl::unexpected(procedure.error());
  return &loaded_.emplace(std::string(id), std::move(*procedure)).first->second;
}

const Procedure* ProcedureShelf::loaded(std::string_view id, Date spoken_on) const noexcept {
  const auto found = loaded_.find(id);
  return found == loaded_.end() ? nullptr : &found->second.speaking_on(spoken_on);
}

std::string ProcedureShelf::text_of(std::string_view id) {
  std::string text;
  for (const ProcedureFile& file : procedure_text(files_, id, kept_)) text += "# " + file.path + "\n" + file.text + "\n";
  return text;
}

Result<const Calendar*> ProcedureShelf::calendar(std::string_view id) {
  for (const std::string& name : ids()) {
    const auto procedure = take(name);
    if (procedure && (*procedure)->described().holidays->id == id) return &(*procedure)->calendar();
  }
  return refused("There is no calendar of this name. The one for England and Wales is called england-and-wales.", "calendar");
}

}  // namespace confer
