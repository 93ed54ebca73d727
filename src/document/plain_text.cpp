#include <glib.h>

#include "document/renderings.h"
#include "document/words.h"

namespace confer::document {
namespace {

constexpr std::size_t page_columns = 72;

/// Columns of a terminal that a character takes: 0, 1 or 2.
std::size_t columns_of(gunichar c) noexcept {
  if (g_unichar_iszerowidth(c)) return 0;
  return g_unichar_iswide(c) ? 2 : 1;
}

std::size_t columns_of(std::string_view words) noexcept {
  std::size_t columns = 0;
  const char* const end = words.data() + words.size();
  for (const char* at = words.data(); at < end; at = g_utf8_next_char(at)) columns += columns_of(g_utf8_get_char(at));
  return columns;
}

/// Whether a word leads somewhere: broken in two, it would lead nowhere.
bool is_address(std::string_view word) noexcept { return word.starts_with("https://"); }

/// The longest front of `word` that `room` columns hold, and at least one character.
std::size_t front_within(std::string_view word, std::size_t room) noexcept {
  std::size_t length = 0, columns = 0;
  while (length < word.size()) {
    const char* const at = word.data() + length;
    columns += columns_of(g_utf8_get_char(at));
    if (columns > room && length > 0) break;
    length += static_cast<std::size_t>(g_utf8_next_char(at) - at);
  }
  return length;
}

/// Writes words between a left edge and the last column. The first line begins with `lead`, the others are indented as far.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void write(std::string_view lead, std::string_view words) {
    const std::string indent(columns_of(lead), ' ');
    line_ = lead;
    columns_ = indent.size();
    bare_ = true;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= words.size(); ++i) {
      if (i < words.size() && words[i] != ' ' && words[i] != '\n') continue;
      add_word(words.substr(from, i - from), indent);
      if (i == words.size() || words[i] == '\n') end_line(indent);
      from = i + 1;
    }
  }

 private:
  void add_word(std::string_view word, const std::string& indent) {
    if (word.empty()) return;
    std::size_t wanted = columns_of(word);
    if (!bare_ && columns_ + 1 + wanted > page_columns) end_line(indent);
    if (!bare_) line_ += ' ', ++columns_;
    while (columns_ + wanted > page_columns && !is_address(word)) {
      const std::string_view fits = word.substr(0, front_within(word, page_columns - columns_));
      line_ += fits;
      wanted -= columns_of(fits);
      word.remove_prefix(fits.size());
      end_line(indent);
    }
    line_ += word;
    columns_ += wanted;
    bare_ = false;
  }

  void end_line(const std::string& indent) {
    line_.erase(line_.find_last_not_of(' ') + 1);
    out_ += line_;
    out_ += '\n';
    line_ = indent;
    columns_ = indent.size();
    bare_ = true;
  }

  std::string& out_;
  std::string line_ = {};
  std::size_t columns_ = 0;
  bool bare_ = true;   // nothing but the indent stands on the line
};

std::string words_of(const Paragraph& paragraph) {
  std::string words;
  for (const auto& run : paragraph.runs) words += shown(run.words);
  return words;
}

void underlined(std::string& out, std::string_view given, char mark) {
  const std::string words = shown(given);
  const std::size_t before = out.size();
  Writer(out).write("", words);
  const std::size_t lines_end = out.size() - 1;
  const std::size_t last_line = std::max(out.find_last_of('\n', lines_end - 1) + 1, before);
  out.append(columns_of(std::string_view(out).substr(last_line, lines_end - last_line)), mark) += '\n';
}

void block(std::string& out, const Heading& heading) {
  if (heading.level == 1) return underlined(out, heading.words, '-');
  if (heading.level == 2) return underlined(out, heading.words, '.');
  Writer(out).write("", shown(heading.words));
}

void block(std::string& out, const Paragraph& paragraph) { Writer(out).write("", words_of(paragraph)); }

void block(std::string& out, const List& list) {
  std::size_t number = 0;
  for (const auto& item : list.items) {
    ++number;
    const std::string lead = list.kind == List::Kind::numbered ? std::to_string(number) + ". " : "- ";
    Writer(out).write(lead, words_of(item));
  }
}

/// One line a cell that is not empty, each led by its column's name; a row is told from the next by an empty line.
void row(std::string& out, const Table& table, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string name = table.header.empty() ? "" : shown_on_one_line(table.header[i]);
    if (cells[i].empty() && i > 0) continue;
    Writer(out).write(i == 0 ? "* " : "  ", (name.empty() ? "" : name + ": ") + shown(cells[i]));
  }
}

void block(std::string& out, const Table& table) {
  if (!table.caption.empty()) Writer(out).write("", shown(table.caption));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (i > 0 || !table.caption.empty()) out += '\n';
    row(out, table, table.rows[i]);
  }
}

void block(std::string& out, const SummaryList& list) {
  for (const auto& item : list.items) Writer(out).write("", shown_on_one_line(item.key) + ": " + shown(item.value));
}

void block(std::string& out, const PageBreak&) { out.append(page_columns, '_') += '\n'; }

}  // namespace

std::string as_plain_text(const Document& document) {
  std::string out;
  underlined(out, document.title, '=');
  for (const auto& each : document.blocks) {
    out += '\n';
    std::visit([&](const auto& is) { block(out, is); }, each);
  }
  if (document.reference.empty() && document.recipient.empty()) return out;
  out += "\n-- \n";
  if (!document.reference.empty()) Writer(out).write("", shown(document.reference));
  if (!document.recipient.empty()) Writer(out).write("", shown(document.recipient));
  return out;
}

}  // namespace confer::document
