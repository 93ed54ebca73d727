#include "desk/file_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>

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
  if (!in) return refused("The file could not be opened. Check its path.", "FILE", {}, Problem::Kind::not_found);
  return read_jsonl(in);
}

}  // namespace

Result<FileInput> read_file(const std::string& path, const std::string& procedure, const std::string& as_at, const std::string& known_on,
                            ProcedureShelf& shelf) {
  const auto judged = optional_day(as_at, "as-at");
  if (!judged) return tl::unexpected(judged.error());
  const auto known = optional_day(known_on, "known-on");
  if (!known) return tl::unexpected(known.error());
  auto entries = entries_of(path);
  if (!entries) return tl::unexpected(entries.error());
  const Date day = judged->value_or(last_day(*entries));
  CaseFile file = CaseFile::fold(std::move(*entries), *known);
  const std::string id = procedure.empty() ? std::string(file.procedure()) : procedure;
  if (id.empty()) return refused("The file does not say whose procedure applies. Name one with --procedure.", "procedure");
  const auto taken = shelf.take(id);
  if (!taken) return tl::unexpected(taken.error());
  return FileInput{std::move(file), *taken, day};
}

}  // namespace confer
