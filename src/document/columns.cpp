#include "document/columns.h"

#include <algorithm>
#include <numeric>

#include "document/lettering.h"

namespace confer::document {
namespace {

constexpr double narrowest = 30;         // gutter included: room for two letters, at most_columns on A4
constexpr double tolerance = 2;          // the estimate may be short by a hair
constexpr double word_cap = 130;         // longer words are broken rather than obeyed
constexpr std::size_t rows_looked_at = 200;

struct Need {
  double least = narrowest;   // the longest word stands whole
  double most = narrowest;    // every line stands whole
};

void widen(Need& need, std::string_view words, Style style) {
  const Widths widths = estimated_widths(words, style);
  need.least = std::max(need.least, std::min(widths.longest_word, word_cap) + gutter + tolerance);
  need.most = std::max({need.most, need.least, widths.whole + gutter + tolerance});
}

std::vector<Need> needs(const Table& table) {
  std::vector<Need> needs(table.header.empty() ? table.rows.front().size() : table.header.size());
  for (std::size_t i = 0; i < table.header.size(); ++i) widen(needs[i], table.header[i], Style::header_cell);
  const std::size_t rows = std::min(table.rows.size(), rows_looked_at);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t i = 0; i < needs.size(); ++i)
      widen(needs[i], table.rows[r][i],
            i == 0 && table.header_column == Table::HeaderColumn::first ? Style::header_cell : Style::cell);
  return needs;
}

/// The width at which the columns that want more stop, so that short ones have all they want and long ones the same.
double sharing_level(const std::vector<Need>& columns, double whole) {
  double low = 0, high = whole;
  for (int halvings = 0; halvings < 40; ++halvings) {   // to less than a billionth of a point
    const double level = (low + high) / 2;
    double sum = 0;
    for (const auto& column : columns) sum += std::clamp(level, column.least, column.most);
    (sum > whole ? high : low) = level;
  }
  return low;
}

}  // namespace

std::vector<double> column_widths(const Table& table, double whole) {
  std::vector<Need> columns = needs(table);
  double least = 0, most = 0;
  for (auto& column : columns) {
    column.most = std::min(column.most, whole);
    least += column.least;
    most += column.most;
  }
  const double floor = narrowest * static_cast<double>(columns.size());
  const double level = most > whole ? sharing_level(columns, whole) : 0;
  std::vector<double> widths;
  for (const auto& column : columns) {
    // Longest words do not stand whole; or lines do not; or everything does, and what is left is shared out.
    if (least > whole) widths.push_back(narrowest + (column.least - narrowest) * (whole - floor) / (least - floor));
    else if (most > whole) widths.push_back(std::clamp(level, column.least, column.most));
    else widths.push_back(column.most * whole / most);
  }
  return widths;
}

}  // namespace confer::document
