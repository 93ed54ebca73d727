#pragma once
// Where one is and how to get elsewhere.
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

struct Breadcrumb {
  std::string text = {};
  Html html = {};
  std::string href = {};           ///< Empty for the page one is on.
  Attributes attributes = {};
};

struct Breadcrumbs {
  std::vector<Breadcrumb> items = {};
  bool collapse_on_mobile = false;
  std::string label_text = "Breadcrumb";
  std::string classes = {};
  Attributes attributes = {};
};
[[nodiscard]] Html breadcrumbs(const Breadcrumbs& options);

struct BackLink {
  std::string href = "#";
  std::string text = "Back";
  Html html = {};
  std::string classes = {};
  Attributes attributes = {};
};
[[nodiscard]] Html back_link(const BackLink& options);

/// The first thing a keyboard comes to; goes past what every page begins with.
struct SkipLink {
  std::string href = "#content";
  std::string text = {};
  Html html = {};
  std::string classes = {};
  Attributes attributes = {};
};
[[nodiscard]] Html skip_link(const SkipLink& options);

/// A link to the page before or after; empty where there is none.
struct PaginationLink {
  std::string href = {};           ///< Empty means there is no such page.
  std::string text = {};           ///< Empty means "Previous page" or "Next page".
  Html html = {};
  std::string label_text = {};     ///< What that page is, where pages are not numbered.
  Attributes attributes = {};
};

struct PaginationItem {
  std::string number = {};
  std::string href = {};
  bool current = false;
  bool ellipsis = false;           ///< Stands for pages left out.
  std::string visually_hidden_text = {};   ///< Empty means "Page" and the number.
  Attributes attributes = {};
};

struct Pagination {
  PaginationLink previous = {};
  PaginationLink next = {};
  std::vector<PaginationItem> items = {};
  std::string landmark_label = "Pagination";
  std::string classes = {};
  Attributes attributes = {};
};
[[nodiscard]] Html pagination(const Pagination& options);

/// The Ministry of Justice's tabs that are pages of their own: Overview, People, Chronology…
struct SubNavigationItem {
  std::string text = {};
  Html html = {};
  std::string href = {};
  bool active = false;
  std::string classes = {};
  Attributes attributes = {};
};

struct SubNavigation {
  std::string label = "Secondary navigation region";
  std::vector<SubNavigationItem> items = {};
  std::string classes = {};
  Attributes attributes = {};
};
[[nodiscard]] Html sub_navigation(const SubNavigation& options);

}  // namespace confer::components
