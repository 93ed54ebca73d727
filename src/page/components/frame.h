#pragma once
// What stands round every page: header, service navigation, footer. No crown, no name and no typeface that belongs to the government.
#include <optional>
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// The bar with the name of the service.
struct GenericHeader {
  std::string logo_text = {};
  Html logo_html = {};
  std::string url = "/";
  std::string classes = {};
  std::string container_classes = "govuk-width-container";
  Attributes attributes = {};
};
/// The markup of a generic header.
[[nodiscard]] Html generic_header(const GenericHeader& options);

/// One part of the service.
struct ServiceNavigationItem {
  std::string text = {};
  Html html = {};
  std::string href = {};
  bool current = false;             ///< This very page.
  bool active = false;              ///< A page of this part.
  Attributes attributes = {};
};

/// Pieces between the parts of the service navigation.
struct ServiceNavigationSlots {
  Html start = {};
  Html end = {};
  bool end_inline = false;          ///< The end piece stands beside the navigation rather than below.
  Html navigation_start = {};       ///< `li` elements.
  Html navigation_end = {};         ///< `li` elements.
};

/// What the service is called and which parts it has.
struct ServiceNavigation {
  std::string service_name = {};
  std::string service_url = {};
  std::vector<ServiceNavigationItem> navigation = {};
  ServiceNavigationSlots slots = {};
  std::optional<bool> collapse_navigation_on_mobile = {};   ///< Nothing means when there are several.
  std::string menu_button_text = "Menu";
  std::string menu_button_label = {};
  std::string navigation_label = {};    ///< Empty means the menu button's text.
  std::string navigation_id = "navigation";
  std::string navigation_classes = {};
  std::string aria_label = "Service information";
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a service navigation.
[[nodiscard]] Html service_navigation(const ServiceNavigation& options);

/// A link at the foot.
struct FooterLink {
  std::string text = {};
  std::string href = {};
  Attributes attributes = {};
};

/// A column of links with its title.
struct FooterSection {
  std::string title = {};
  std::vector<FooterLink> items = {};
  int columns = 0;                  ///< 0 means not said.
  std::string width = "full";       ///< `one-third`, `two-thirds`…
};

/// The lines at the very end.
struct FooterMeta {
  std::string visually_hidden_title = "Support links";
  std::vector<FooterLink> items = {};
  std::string text = {};
  Html html = {};
};

/// The foot of every page.
struct Footer {
  std::vector<FooterSection> navigation = {};
  std::optional<FooterMeta> meta = {};
  std::string classes = {};
  std::string container_classes = {};
  Attributes attributes = {};
};
/// The markup of a footer.
[[nodiscard]] Html footer(const Footer& options);

}  // namespace confer::components
