#include "desk/copy_of_file.h"

#include <fmt/format.h>

#include "access/make_view.h"
#include "desk/file_input.h"
#include "desk/papers.h"

namespace confer {
namespace {

Problem no_such_document(const Described& procedure) {
  std::string known;
  for (const DocumentType& one : procedure.documents) known += (known.empty() ? "" : ", ") + one.id;
  return {fmt::format("The procedure describes no document of this name. It knows: {}.", known.empty() ? "none" : known), "NAME", {}, Problem::Kind::not_found};
}

}  // namespace

Result<Document> copy_of_file(const CopyQuestion& question, ProcedureShelf& shelf) {
  const auto input = read_file(question.file, shelf);
  if (!input) return tl::unexpected(input.error());
  const Described& described = input->procedure->described();
  const DocumentType* type = described.document(question.document);
  if (!type) return tl::unexpected(no_such_document(described));
  const PersonId person{question.person};
  const std::string role = question.role.empty() ? role_on_file(input->file, *input->procedure, person) : question.role;
  const FileView seen = view(input->file, *input->procedure, {person, role}, input->as_at);
  EntryId conference{question.conference};
  if (const auto all = seen.standing("conference"); conference.empty() && !all.empty()) conference = all.back()->id;
  const Procedure* spoken = shelf.loaded(described.id, day_of_papers(seen, conference).value_or(input->as_at));
  return paper(seen, *type, spoken->described(), conference, input->as_at);
}

}  // namespace confer
