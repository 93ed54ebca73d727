#include "desk/obligations_on_file.h"

#include <fmt/format.h>

#include "desk/file_input.h"
#include "procedure/obligations.h"

namespace confer {
namespace {

/// One obligation as two lines for a person.
std::string written(const Obligation& one, const CaseFile& file, const Procedure& procedure) {
  std::string about;
  for (const PersonId& child : one.about) about += (about.empty() ? "" : ", ") + child.value;
  std::string when = one.counted ? "by " + one.counted->limit.written() : one.unknown ? "limit not known" : one.rule->no_number.en;
  if (one.counted && one.counted->limit_at) when += ", " + london_time(*one.counted->limit_at);
  return fmt::format("{:9} {} ({}): {}\n          {}\n          {}{}\n", name(one.state), one.rule->what.en, about, when,
                     explanation(one, file, procedure), one.rule->cites.source, one.met_on ? ", met on " + one.met_on->written() : "");
}

}   // namespace

Result<ObligationsOnFile> obligations_on_file(const FileQuestion& question, ProcedureShelf& shelf) {
  const auto input = read_file(question.path, question.procedure, question.as_at, question.known_on, shelf);
  if (!input) return tl::unexpected(input.error());
  ObligationsOnFile out;
  for (const Obligation& one : obligations(input->file, *input->procedure, input->as_at)) {
    out.written.push_back(written(one, input->file, *input->procedure));
    out.data.push_back(write_obligation(one, input->file, *input->procedure));
  }
  return out;
}

}   // namespace confer
