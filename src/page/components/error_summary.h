#pragma once
// What is wrong with a form, first on the page, each line leading to its field.
#include <optional>
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// One thing that is wrong.
struct ErrorSummaryItem {
  std::string text = {};           ///< The same words as beside the field.
  Html html = {};
  std::string href = {};           ///< `#` and the field's id; empty writes the words without a link.
  Attributes attributes = {};
};

/// All that is wrong with a form; show it only when something is.
struct ErrorSummary {
  std::string title_text = "There is a problem";
  Html title_html = {};
  std::string description_text = {};
  Html description_html = {};
  std::vector<ErrorSummaryItem> items = {};
  std::string classes = {};
  std::optional<bool> disable_auto_focus = {};
  Attributes attributes = {};
};
/// The markup of an error summary.
[[nodiscard]] Html error_summary(const ErrorSummary& options);

}  // namespace confer::components
