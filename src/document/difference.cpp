#include "document/difference.h"

#include <algorithm>
#include <cstdint>

namespace confer::document {
namespace {

struct ComparedLine {
  std::vector<std::string> under;
  std::string words;

  bool operator==(const ComparedLine&) const = default;
};

/// A document as lines.
class Lines {
 public:
  explicit Lines(const Document& document) {
    for (const Block& block : document.blocks) std::visit([this](const auto& one) { add(one); }, block);
  }

  std::vector<ComparedLine> take() { return std::move(out_); }

 private:
  void line(std::string words) { out_.push_back({headings_, std::move(words)}); }

  void add(const Heading& heading) {
    headings_.resize(std::min(headings_.size(), static_cast<std::size_t>(heading.level - 1)));
    line(heading.words);
    headings_.push_back(heading.words);
  }
  void add(const Paragraph& paragraph) { line(words_of(paragraph)); }
  void add(const List& list) {
    for (const Paragraph& item : list.items) line(words_of(item));
  }
  void add(const Table& table) {
    if (!table.caption.empty()) line(table.caption);
    for (const auto& row : table.rows) line(words_of(row, table.header));
  }
  void add(const SummaryList& summary) {
    for (const SummaryList::Item& item : summary.items) line(item.key + ": " + item.value);
  }
  void add(const PageBreak&) {}

  static std::string words_of(const Paragraph& paragraph) {
    std::string out;
    for (const Run& run : paragraph.runs) out += run.words;
    return out;
  }

  static std::string words_of(const std::vector<std::string>& row, const std::vector<std::string>& header) {
    std::string out;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      out += out.empty() ? "" : "\n";
      if (i < header.size()) out += header[i] + ": ";
      out += row[i];
    }
    return out;
  }

  std::vector<std::string> headings_;
  std::vector<ComparedLine> out_;
};

/// How long the longest common run of lines is from each pair of places on; one row more and one column more than there are lines.
class Common {
 public:
  Common(const std::vector<ComparedLine>& left, const std::vector<ComparedLine>& right) : columns_(std::min(right.size(), most_compared_lines) + 1), rows_(std::min(left.size(), most_compared_lines) + 1), length_(rows_ * columns_) {
    for (std::size_t i = rows_ - 1; i-- > 0;)
      for (std::size_t j = columns_ - 1; j-- > 0;)
        length_[i * columns_ + j] = left[i] == right[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
  }

  /// Zero beyond what was compared.
  [[nodiscard]] std::uint16_t at(std::size_t i, std::size_t j) const { return i < rows_ && j < columns_ ? length_[i * columns_ + j] : std::uint16_t{0}; }
  [[nodiscard]] bool reaches(std::size_t i, std::size_t j) const { return i + 1 < rows_ && j + 1 < columns_; }

 private:
  std::size_t columns_, rows_;
  std::vector<std::uint16_t> length_;
};

void add(std::vector<Difference>& out, Difference::In in, const ComparedLine& line) {
  if (out.empty() || out.back().in != in || out.back().under != line.under) out.push_back({in, line.under, {}});
  out.back().lines.push_back(line.words);
}

}  // namespace

std::vector<Difference> differences(const Document& left, const Document& right) {
  const std::vector<ComparedLine> ours = Lines(left).take(), theirs = Lines(right).take();
  const Common common(ours, theirs);
  std::vector<Difference> out;
  std::size_t i = 0, j = 0;
  while (i < ours.size() || j < theirs.size()) {
    if (common.reaches(i, j) && ours[i] == theirs[j]) {
      add(out, Difference::In::both, ours[i++]);
      ++j;
    } else if (i < ours.size() && (j == theirs.size() || common.at(i + 1, j) >= common.at(i, j + 1))) {
      add(out, Difference::In::left, ours[i++]);
    } else {
      add(out, Difference::In::right, theirs[j++]);
    }
  }
  return out;
}

}  // namespace confer::document
