#pragma once
// Rows to compare.
#include <string>
#include <string_view>
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

/// The table; `framed_table` where it may be wider than a phone.
struct Table {
  std::string caption = {};
  std::string caption_classes = {};
  TableRow head = {};
  std::vector<TableRow> rows = {};
  bool first_cell_is_header = false;
  std::string classes = {};
  Attributes attributes = {};
};
/// What a table does on a phone, where it is wider: moves sideways within its frame, or lets each row stand as a card that says its columns' names.
enum class OnAPhone { scrolls, stacks };
/// A table in a frame of its own that can be reached by keyboard. `label` is the frame's name for a screen reader.
[[nodiscard]] Html framed_table(Table options, std::string_view label, OnAPhone narrow);
/// The markup of a table.
[[nodiscard]] Html table(const Table& options);

}  // namespace confer::components
