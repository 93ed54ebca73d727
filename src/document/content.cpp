#include "document/content.h"

#include <vector>

namespace confer::document {
namespace {

/// Pieces in order; each kind of block writes its own mark and counts first, so that no two structures give the same pieces.
class Pieces {
 public:
  void add(std::string piece) { pieces_.push_back(std::move(piece)); }
  void add(std::size_t count) { add(std::to_string(count)); }
  void add(const std::vector<std::string>& words) {
    add(words.size());
    for (const std::string& one : words) add(one);
  }
  void add(const Paragraph& paragraph) {
    add("paragraph");
    add(paragraph.runs.size());
    for (const Run& run : paragraph.runs) {
      add(run.weight == Weight::strong ? "strong" : "plain");
      add(run.words);
    }
  }
  void add(const Heading& heading) {
    add("heading");
    add(static_cast<std::size_t>(heading.level));
    add(heading.words);
  }
  void add(const List& list) {
    add(list.kind == List::Kind::numbered ? "numbered" : "bulleted");
    add(list.items.size());
    for (const Paragraph& item : list.items) add(item);
  }
  void add(const Table& table) {
    add(table.header_column == Table::HeaderColumn::first ? "table with row names" : "table");
    add(table.caption);
    add(table.header);
    add(table.rows.size());
    for (const auto& row : table.rows) add(row);
  }
  void add(const SummaryList& list) {
    add("summary");
    add(list.items.size());
    for (const SummaryList::Item& item : list.items) {
      add(item.key);
      add(item.value);
    }
  }
  void add(const PageBreak&) { add("page break"); }

  [[nodiscard]] Digest digest() const {
    const std::vector<std::string_view> views(pieces_.begin(), pieces_.end());
    return Digest::of_parts(views);
  }

 private:
  std::vector<std::string> pieces_;
};

}  // namespace

Digest content_of(const Document& document) {
  Pieces pieces;
  pieces.add(document.title);
  pieces.add(std::string(code(document.language)));
  pieces.add(document.reference);
  pieces.add(document.blocks.size());
  for (const Block& block : document.blocks) std::visit([&](const auto& one) { pieces.add(one); }, block);
  return pieces.digest();
}

}  // namespace confer::document
