#include "desk/file_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>

#include "casefile/validate.h"
#include "desk/jsonl.h"

namespace confer {
namespace {

Result<std::optional<Date>> optional_day(const std::string& text, const std::string& option) {
  if (text.empty()) return std::optional<Date>{};
  const auto day = Date::parse(text);
  if (!day) return refused(fmt::format("--{}: {}", option, day.error().message), option);
  return std::optional(*day);
}

Date last_day(const std::vector<Entry>& entries) {
  Date last = Date::first();
  for (const Entry& entry : entries) {
    last = std::max(last, london_day(entry.recorded));
    if (const auto day = entry.happened_on()) last = std::max(last, *day);
  }
  return last;
}

Result<std::vector<Entry>> entries_of(const std::string& path) {
  if (path == "-") return read_jsonl(std::cin);
  std::ifstream in(path);
  std::error_code error;
  if (!in || std::filesystem::is_directory(path, error)) return refused("The file could not be opened. Check its path.", "FILE", {}, Problem::Kind::not_found);
  return read_jsonl(in);
}

/// The most entries whose questions are gone through: each is held against the whole file.
constexpr std::size_t most_checked = 2'000;
/// The most that is said of one file.
constexpr std::size_t most_doubts = 20;

/// Says what is not as the record types ask. It is counted as it stands: what happened is on file as its holder has it.
void doubt(const FileQuestion& question, const Described& procedure, const CaseFile& file) {
  if (!question.doubt) return;
  std::size_t told = 0;
  for (const Entry& entry : std::span(file.entries()).first(std::min(file.entries().size(), most_checked)))
    for (const Problem& problem : problems(procedure, file, entry, london_day(entry.recorded))) {
      if (++told > most_doubts) return question.doubt("There is more of this kind. Mend these first.");
      question.doubt(fmt::format("Entry {} ({}{}): {}", entry.id.value, entry.type, problem.field.empty() ? "" : ", " + problem.field, problem.message));
    }
  if (told > 0) question.doubt("These entries are counted as they stand.");
}

}  // namespace

Result<Language> language_of(const FileQuestion& question, const Described& procedure) {
  if (question.language.empty() || question.language == "en") return Language::english;
  if (question.language == "cy") {
    if (procedure.speaks_welsh()) return Language::welsh;
    if (question.note) question.note(fmt::format("The procedure \"{}\" says in English alone what is due, so the answer is in English.", procedure.id));
    return Language::english;
  }
  return refused("--language: Confer speaks English, \"en\", and Welsh, \"cy\".", "language");
}

Result<FileInput> read_file(const FileQuestion& question, ProcedureShelf& shelf) {
  const auto judged = optional_day(question.as_at, "as-at");
  if (!judged) return tl::unexpected(judged.error());
  const auto known = optional_day(question.known_on, "known-on");
  if (!known) return tl::unexpected(known.error());
  auto entries = entries_of(question.path);
  if (!entries) return tl::unexpected(entries.error());
  const Date day = judged->value_or(last_day(*entries));
  CaseFile file = CaseFile::fold(std::move(*entries), *known);
  const std::string id = question.procedure.empty() ? std::string(file.procedure()) : question.procedure;
  if (id.empty() && *known && file.entries().empty())
    return refused(fmt::format("Nothing was on this file by the end of {}. Name a later day with --known-on, or none.", (*known)->written()), "known-on");
  if (id.empty()) return refused("The file does not say whose procedure applies. Name one with --procedure.", "procedure");
  const auto taken = shelf.take(id);
  if (!taken) return tl::unexpected(taken.error());
  const Procedure& procedure = (*taken)->speaking_on(day);
  doubt(question, procedure.described(), file);
  return FileInput{std::move(file), &procedure, day};
}

}  // namespace confer
