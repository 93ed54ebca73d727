#include "desk/look_ahead_on_file.h"

#include <fmt/format.h>

#include "desk/file_input.h"
#include "procedure/look_ahead.h"

namespace confer {
namespace {

std::string children(const Obligation& one) {
  std::string out;
  for (const PersonId& child : one.about) out += (out.empty() ? "" : ", ") + child.value;
  return out;
}

std::string written(const LookAhead& ahead, const Procedure& procedure, Language language) {
  const Phrases say(procedure.described(), language);
  std::string out = fmt::format("{}\n             {}\n", ahead.words, say.say("ahead_for", {{"children", children(ahead.conference)}}));
  for (const AheadLine& one : ahead.lines) {
    const TimeLimit& rule = *one.obligation.rule;
    out += fmt::format("{:12} {} ({}): {}\n             {}: {}\n", one.latest_safe ? one.latest_safe->iso() : "", say.in(rule.what), children(one.obligation), one.words,
                       say.in(procedure.described().owner_title(rule)), rule.cites.source);
  }
  return out;
}

/// A refusal with the day that was judged, where nobody named one: a file that has run on has little that is still to come.
Problem as_the_file_ends(Problem problem, Date as_at) {
  problem.message += fmt::format(" This was judged as at {}, the last day that anything was put on file. To look ahead from an earlier day, name it with --as-at.", as_at.written());
  return problem;
}

}   // namespace

Result<LookAheadOnFile> look_ahead_on_file(const FileQuestion& question, const std::string& conference, ProcedureShelf& shelf) {
  const auto input = read_file(question, shelf);
  if (!input) return tl::unexpected(input.error());
  const auto language = language_of(question, input->procedure->described());
  if (!language) return tl::unexpected(language.error());
  std::optional<Date> day;
  if (!conference.empty()) {
    const auto read = Date::parse(conference);
    if (!read) return refused(fmt::format("--conference: {}", read.error().message), "conference");
    day = *read;
  }
  if (input->file.entries().empty()) return refused("Nothing is on this file yet, so there is nothing to plan. Put the family and what happened on file first.");
  const auto ahead = look_ahead(input->file, *input->procedure, day, input->as_at, *language);
  if (!ahead) return tl::unexpected(question.as_at.empty() ? as_the_file_ends(ahead.error(), input->as_at) : ahead.error());
  std::string all;
  for (const LookAhead& one : *ahead) all += (all.empty() ? "" : "\n") + written(one, *input->procedure, *language);
  return LookAheadOnFile{std::move(all), write_look_ahead(*ahead, input->file, *input->procedure)};
}

}   // namespace confer
