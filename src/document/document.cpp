#include "document/document.h"

#include <utility>

namespace confer::document {
namespace {

struct Size {
  std::size_t parts = 0;
  std::size_t bytes = 0;
};

void add(Size& size, const std::string& words) noexcept { size.bytes += words.size(); }

void add(Size& size, const Paragraph& paragraph) noexcept {
  ++size.parts;
  for (const auto& run : paragraph.runs) add(size, run.words);
}

void add(Size& size, const Heading& heading) noexcept { add(size, heading.words); }

void add(Size& size, const List& list) noexcept {
  for (const auto& item : list.items) add(size, item);
}

void add(Size& size, const Table& table) noexcept {
  add(size, table.caption);
  const auto add_row = [&](const std::vector<std::string>& row) {
    size.parts += row.size();
    for (const auto& cell : row) add(size, cell);
  };
  add_row(table.header);
  for (const auto& row : table.rows) add_row(row);
}

void add(Size& size, const SummaryList& list) noexcept {
  for (const auto& item : list.items) {
    ++size.parts;
    add(size, item.key);
    add(size, item.value);
  }
}

void add(Size&, const PageBreak&) noexcept {}

void check_table(const Table& table) noexcept {
  if (table.header.empty() && table.rows.empty()) return;
  const std::size_t columns = table.header.empty() ? table.rows.front().size() : table.header.size();
  CONFER_ASSERT(columns >= 1 && columns <= most_columns);
  for (const auto& row : table.rows) CONFER_ASSERT(row.size() == columns);
  CONFER_ASSERT(table.anchors.empty() || table.anchors.size() == table.rows.size());
}

void check_headings(const std::vector<Block>& blocks) noexcept {
  int above = 0;   // the title stands over level 1
  for (const auto& block : blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr) continue;
    CONFER_ASSERT(heading->level >= 1 && heading->level <= 3 && "a heading is of level 1 to 3");
    CONFER_ASSERT(heading->level <= above + 1 && "a heading level is skipped");
    above = heading->level;
  }
}

tl::unexpected<Problem> too_large() {
  return refused("This document is too long to be made in one piece. Ask for a shorter period, or for fewer records.", {}, {},
                 Problem::Kind::too_large);
}

}  // namespace

const char* code(Language language) noexcept {
  switch (language) {
    case Language::english: return "en";
    case Language::welsh: return "cy";
  }
  mistake("a language without a code", __FILE__, __LINE__);
}

Paragraph paragraph(std::string words) { return {.runs = {{.words = std::move(words)}}}; }

Result<Document> checked(Document document) {
  CONFER_ASSERT(!document.title.empty());
  CONFER_ASSERT(document.reference.size() <= longest_mark && document.recipient.size() <= longest_mark);
  if (document.blocks.size() > most_blocks) return too_large();
  Size size = {.bytes = document.title.size()};
  for (const auto& block : document.blocks) std::visit([&](const auto& is) { add(size, is); }, block);
  if (size.parts > most_parts || size.bytes > most_bytes) return too_large();
  check_headings(document.blocks);
  for (const auto& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) check_table(*table);
  return document;
}

}  // namespace confer::document
