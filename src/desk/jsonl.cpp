#include "desk/jsonl.h"

#include <fmt/format.h>

#include <unordered_set>

namespace confer {
namespace {

/// The next line, of which no more is read than an entry may have and one byte: whoever reads it refuses that. False at the end.
bool next_line(std::istream& in, std::string& line) {
  line.clear();
  using Traits = std::istream::traits_type;
  while (line.size() <= longest_entry) {
    const auto next = in.rdbuf()->sbumpc();
    if (next == Traits::eof()) return !line.empty();
    if (next == '\n') return true;
    line += Traits::to_char_type(next);
  }
  return true;
}

}  // namespace

Result<std::vector<Entry>> read_jsonl(std::istream& in) {
  std::vector<Entry> entries;
  std::unordered_set<std::string> ids;
  std::string line;
  for (std::size_t number = 1; next_line(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto at_line = [&](const std::string& what, std::string field) { return refused(fmt::format("Line {}: {}", number, what), std::move(field)); };
    if (entries.size() == most_entries) return at_line(fmt::format("there are more than {} entries. Split the file.", most_entries), {});
    auto entry = read_entry(line);
    if (!entry) return at_line(entry.error().message, entry.error().field);
    if (entry->id.empty()) return at_line("an entry must have an id.", "id");
    if (!ids.insert(entry->id.value).second) return at_line("this id stands on an earlier line too. Each entry has an id of its own.", "id");
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace confer
