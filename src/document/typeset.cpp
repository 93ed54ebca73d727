#include "document/typeset.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/columns.h"
#include "document/lettering.h"
#include "document/words.h"

namespace confer::document {
namespace {

constexpr double thin = 0.5, thick = 1.2;
constexpr double row_padding = 3.5;
constexpr double after_text = 7, before_block = 10;
constexpr double summary_key_share = 0.3;
constexpr double split_rows_beyond = paper::height / 3;   // a row taller than this may run over a page's end

class Typesetter {
 public:
  void title(const std::string& words) {
    Part part = text("H1", set_words(words, Style::title, paper::text_width));
    part.keep_with_next = part.keep_whole = true;
    part.padding = 4;
    part.rule_below = thick;
    add(std::move(part));
  }

  void block(const Heading& heading);
  void block(const Paragraph& paragraph) {
    Part part = text("P", set_runs(paragraph.runs, Style::body, paper::text_width));
    part.space_before = after_text;
    add(std::move(part));
  }
  void block(const List& list);
  void block(const Table& table);
  void block(const SummaryList& list);
  void block(const PageBreak&) { page_break_ = !out_.parts.empty(); }

  Typeset take() { return std::move(out_); }

 private:
  /// A part of one cell.
  static Part text(const char* tag, Cell cell) {
    Part part;
    part.tag = tag;
    part.cells.push_back(std::move(cell));
    return part;
  }
  static void add_cell(Part& part, const char* tag, double left, Cell cell) {
    cell.tag = tag;
    cell.left = left;
    part.cells.push_back(std::move(cell));
  }
  void open_group(const char* tag) { out_.groups.push_back({.tag = tag}); }
  void add(Part part) {
    for (const auto& cell : part.cells) {
      if (part.bands.size() < cell.lines.size()) part.bands.resize(cell.lines.size());
      for (std::size_t i = 0; i < cell.lines.size(); ++i) part.bands[i] = std::max(part.bands[i], cell.lines[i].height);
    }
    part.starts_page = std::exchange(page_break_, false);
    out_.parts.push_back(std::move(part));
  }
  void add_to_group(Part part) {
    part.group = out_.groups.size() - 1;
    add(std::move(part));
  }
  void add_row(Part row) {
    double height = 2 * row_padding;
    for (const auto& cell : row.cells) {
      double cell_height = 2 * row_padding;
      for (const auto& line : cell.lines) cell_height += line.height;
      height = std::max(height, cell_height);
    }
    row.padding = row_padding;
    row.keep_whole = height <= split_rows_beyond;
    add_to_group(std::move(row));
  }
  void header_row(const Table& table, const std::vector<double>& widths);
  void row(const Table& table, const std::vector<std::string>& words, const std::vector<double>& widths);

  Typeset out_;
  bool page_break_ = false;
};

void Typesetter::block(const Heading& heading) {
  static constexpr std::array<Style, 3> style = {Style::heading_1, Style::heading_2, Style::heading_3};
  static constexpr std::array<const char*, 3> tag = {"H2", "H3", "H4"};
  static constexpr std::array<double, 3> space = {20, 15, 12};
  const auto level = static_cast<std::size_t>(heading.level - 1);
  Part part = text(tag[level], set_words(heading.words, style[level], paper::text_width));
  part.space_before = space[level];
  part.keep_with_next = part.keep_whole = true;
  part.outline = shown_on_one_line(heading.words);
  part.outline_level = heading.level;
  add(std::move(part));
}

void Typesetter::block(const List& list) {
  if (list.items.empty()) return;
  open_group("L");
  const bool numbered = list.kind == List::Kind::numbered;
  const std::string longest = numbered ? fmt::format("{}. ", list.items.size()) : "• ";
  const double left = 8, words_left = left + std::max(14.0, estimated_widths(longest, Style::body).whole + 3);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Part part;
    part.tag = "LI";
    part.space_before = i == 0 ? after_text : 3;
    add_cell(part, "Lbl", left, set_words(numbered ? fmt::format("{}.", i + 1) : "•", Style::body, words_left - left));
    add_cell(part, "LBody", words_left, set_runs(list.items[i].runs, Style::body, paper::text_width - words_left));
    add_to_group(std::move(part));
  }
}

void Typesetter::header_row(const Table& table, const std::vector<double>& widths) {
  Part part;
  part.tag = "TR";
  part.rule_below = thick;
  part.keep_with_next = true;
  part.space_before = table.caption.empty() ? before_block : 2;
  double left = 0;
  for (std::size_t i = 0; i < widths.size(); left += widths[i++])
    add_cell(part, "TH", left, set_words(table.header[i], Style::header_cell, widths[i] - gutter));
  out_.groups.back().header_row = out_.parts.size();
  add_row(std::move(part));
}

void Typesetter::row(const Table& table, const std::vector<std::string>& words, const std::vector<double>& widths) {
  Part part;
  part.tag = "TR";
  part.rule_below = thin;
  double left = 0;
  for (std::size_t i = 0; i < widths.size(); left += widths[i++]) {
    const bool names_the_row = i == 0 && table.header_column == Table::HeaderColumn::first;
    add_cell(part, names_the_row ? "TH" : "TD", left,
             set_words(words[i], names_the_row ? Style::header_cell : Style::cell, widths[i] - gutter));
  }
  add_row(std::move(part));
}

void Typesetter::block(const Table& table) {
  if (table.header.empty() && table.rows.empty()) return;
  open_group("Table");
  if (!table.caption.empty()) {
    Part caption = text("Caption", set_words(table.caption, Style::heading_3, paper::text_width));
    caption.space_before = before_block + 2;
    caption.keep_with_next = caption.keep_whole = true;
    add_to_group(std::move(caption));
  }
  const auto widths = column_widths(table, paper::text_width);
  if (!table.header.empty()) header_row(table, widths);
  for (const auto& words : table.rows) row(table, words, widths);
}

void Typesetter::block(const SummaryList& list) {
  if (list.items.empty()) return;
  open_group("Table");
  const double key_width = paper::text_width * summary_key_share;
  for (const auto& item : list.items) {
    Part part;
    part.tag = "TR";
    part.rule_below = thin;
    part.space_before = &item == &list.items.front() ? before_block : 0;
    add_cell(part, "TH", 0, set_words(item.key, Style::header_cell, key_width - gutter));
    add_cell(part, "TD", key_width, set_words(item.value, Style::cell, paper::text_width - key_width - gutter));
    add_row(std::move(part));
  }
}

}  // namespace

Typeset typeset(const Document& document) {
  Typesetter setter;
  setter.title(document.title);
  for (const auto& each : document.blocks) std::visit([&](const auto& is) { setter.block(is); }, each);
  return setter.take();
}

}  // namespace confer::document
