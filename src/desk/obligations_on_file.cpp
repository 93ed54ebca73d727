#include "desk/obligations_on_file.h"

#include <fmt/format.h>

#include "desk/file_input.h"
#include "procedure/explain.h"

namespace confer {
namespace {

/// One obligation as a few lines for a person, its reason as a sentence or as a table.
std::string written(const Obligation& one, const CaseFile& file, const Procedure& procedure, Language language, bool table) {
  const Phrases say(procedure.described(), language);
  std::string about;
  for (const PersonId& child : one.about) about += (about.empty() ? "" : ", ") + child.value;
  std::string when = one.counted ? say.day(one.counted->limit) : one.unknown ? say.say("reason_not_known") : say.in(one.rule->no_number);
  if (one.counted && language == Language::english) when = "by " + when;
  if (one.counted && one.counted->limit_at) when += ", " + london_time(*one.counted->limit_at);
  std::string out = fmt::format("{:9} {} ({}){}{}\n", say.say(fmt::format("due_{}", name(one.state))), say.in(one.rule->what), about, when.empty() ? "" : ": ", when);
  const auto line = [&](const Reason& reason) { out += fmt::format("          {:24} {}\n", reason.label, reason.value); };
  if (table)
    for (const Reason& reason : reasons(one, file, procedure, language)) line(reason);
  else
    out += fmt::format("          {}\n          {}\n", explanation(one, file, procedure, language), one.rule->cites.source);
  for (const Beside& other : beside(one, file, procedure, language)) line(other.reason);
  return out;
}

}   // namespace

Result<ObligationsOnFile> obligations_on_file(const FileQuestion& question, ProcedureShelf& shelf) {
  const auto input = read_file(question, shelf);
  if (!input) return tl::unexpected(input.error());
  const auto language = language_of(question, input->procedure->described());
  if (!language) return tl::unexpected(language.error());
  ObligationsOnFile out;
  for (const Obligation& one : obligations(input->file, *input->procedure, input->as_at)) {
    out.written.push_back(written(one, input->file, *input->procedure, *language, question.table));
    out.data.push_back(write_obligation(one, input->file, *input->procedure));
  }
  return out;
}

}   // namespace confer
