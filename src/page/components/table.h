#pragma once
// Rows to compare.
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// One cell, or the heading of a column.
struct TableCell {
  std::string text = {};
  Html html = {};
  bool numeric = false;      ///< Right-aligned, for numbers that are compared. Not for a row's heading.
  std::string classes = {};
  int colspan = 0;           ///< 0 means not said.
  int rowspan = 0;           ///< 0 means not said.
  Attributes attributes = {};
};
using TableRow = std::vector<TableCell>;

/// The table; put it into an element of class `confer-scrolls` where it may be wider than a phone.
struct Table {
  std::string caption = {};
  std::string caption_classes = {};
  TableRow head = {};
  std::vector<TableRow> rows = {};
  bool first_cell_is_header = false;
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a table.
[[nodiscard]] Html table(const Table& options);

}  // namespace confer::components
