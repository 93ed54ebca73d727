#pragma once
// Panels of which one is seen at a time. Without the script they stand below one another.
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

struct TabPanel {
  std::string text = {};
  Html html = {};
  Attributes attributes = {};
};

struct Tab {
  std::string label = {};
  std::string id = {};             ///< Empty means the prefix with the place in the list.
  TabPanel panel = {};
  Attributes attributes = {};
};

struct Tabs {
  std::vector<Tab> items = {};
  std::string title = "Contents";  ///< Seen only without the script.
  std::string id = {};
  std::string id_prefix = {};
  std::string classes = {};
  Attributes attributes = {};
};
[[nodiscard]] Html tabs(const Tabs& options);

}  // namespace confer::components
