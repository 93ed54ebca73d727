#include "desk/jsonl.h"

#include <fmt/format.h>

#include <unordered_set>

#include "base/text.h"

namespace confer {
namespace {

/// What some editors put before a file's first letter.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
    if (number == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto at_line = [&](const std::string& what, std::string field) { return refused(fmt::format("Line {}: {}", number, what), std::move(field)); };
    if (!is_utf8(line)) return at_line("its letters are not UTF-8. Save the file as UTF-8 and try again.", {});
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
