#pragma once
// Facts as key and value, with what can be done about each.
#include <optional>
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// What can be done about one row or card.
struct SummaryAction {
  std::string href = {};
  std::string text = {};
  Html html = {};
  std::string visually_hidden_text = {};   ///< Says what is changed to those who do not see the row.
  std::string classes = {};
  Attributes attributes = {};
};

/// The key or the value of a row.
struct SummaryCell {
  std::string text = {};
  Html html = {};
  std::string classes = {};
};

/// One fact.
struct SummaryRow {
  SummaryCell key = {};
  SummaryCell value = {};
  std::vector<SummaryAction> actions = {};
  std::string actions_classes = {};
  std::string classes = {};
};

/// A frame with a title round the list.
struct SummaryCard {
  std::string title_text = {};
  Html title_html = {};
  std::string title_classes = {};
  int heading_level = 2;                   ///< 1 to 6.
  std::vector<SummaryAction> actions = {};
  std::string actions_classes = {};
  std::string classes = {};
  Attributes attributes = {};
};

/// The facts, in a frame or without.
struct SummaryList {
  std::vector<SummaryRow> rows = {};
  std::optional<SummaryCard> card = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a summary list.
[[nodiscard]] Html summary_list(const SummaryList& options);

}  // namespace confer::components
