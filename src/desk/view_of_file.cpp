#include "desk/view_of_file.h"

#include "access/make_view.h"
#include "desk/file_input.h"

namespace confer {
Result<FileView> view_of_file(const FileQuestion& question, const PersonId& person, const std::string& role, ProcedureShelf& shelf) {
  const auto input = read_file(question, shelf);
  if (!input) return tl::unexpected(input.error());
  const std::string as = role.empty() ? role_on_file(input->file, *input->procedure, person) : role;
  return view(input->file, *input->procedure, {person, as}, input->as_at);
}

}  // namespace confer
