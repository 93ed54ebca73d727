#pragma once
// Panels of which one is seen at a time. Without the script they stand below one another.
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// What one tab shows.
struct TabPanel {
  std::string text = {};
  Html html = {};
  Attributes attributes = {};
};

/// One tab with its panel.
struct Tab {
  std::string label = {};
  std::string id = {};             ///< Empty means the prefix with the place in the list.
  TabPanel panel = {};
  Attributes attributes = {};
};

/// The tabs, of which the first is seen at the start.
struct Tabs {
  std::vector<Tab> items = {};
  std::string title = "Contents";  ///< Seen only without the script.
  std::string id = {};
  std::string id_prefix = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of tabs.
[[nodiscard]] Html tabs(const Tabs& options);

}  // namespace confer::components
