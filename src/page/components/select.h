#pragma once
// One from a list that is too long for radios.
#include <optional>
#include <string>
#include <vector>

#include "page/components/form_parts.h"

namespace confer::components {

/// One of the list.
struct SelectItem {
  std::optional<std::string> value = {};   ///< Nothing means the text is the value.
  std::string text = {};
  std::optional<bool> selected = {};       ///< Nothing means by the select's own value.
  bool disabled = false;
  Attributes attributes = {};
};

/// A list that opens.
struct Select {
  std::string name = {};
  std::string id = {};                     ///< Empty means the name.
  Label label = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::vector<SelectItem> items = {};
  std::string value = {};                  ///< Of the item that is chosen; empty means none.
  bool disabled = false;
  std::string described_by = {};
  std::string classes = {};
  FormGroup form_group = {};
  Attributes attributes = {};
};
/// The markup of a select.
[[nodiscard]] Html select(const Select& options);

}  // namespace confer::components
