#pragma once
// How a table's width is shared among its columns.
#include <vector>

#include "document/document.h"

namespace confer::document {

/// What stands between a cell's edges and its words, left and right together, in points.
inline constexpr double gutter = 10;

/// A width in points for each column, gutters included, that add up to `whole`. Short columns stay on one line where they can; the rest is
/// shared by need. No column is narrower than a few letters.
[[nodiscard]] std::vector<double> column_widths(const Table& table, double whole);

}  // namespace confer::document
