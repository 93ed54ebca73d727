#pragma once
// Where one is and how to get elsewhere.
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// One step of the way down to this page.
struct Breadcrumb {
  std::string text = {};
  Html html = {};
  std::string href = {};           ///< Empty for the page one is on.
  Attributes attributes = {};
};

/// The way down to this page, from the top.
struct Breadcrumbs {
  std::vector<Breadcrumb> items = {};
  bool collapse_on_mobile = false;
  std::string label_text = "Breadcrumb";
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of the breadcrumbs.
[[nodiscard]] Html breadcrumbs(const Breadcrumbs& options);

/// The way back to the page before.
struct BackLink {
  std::string href = "#";
  std::string text = "Back";
  Html html = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a back link.
[[nodiscard]] Html back_link(const BackLink& options);

/// The first thing a keyboard comes to; goes past what every page begins with.
struct SkipLink {
  std::string href = "#content";
  std::string text = {};
  Html html = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a skip link.
[[nodiscard]] Html skip_link(const SkipLink& options);

/// A link to the page before or after; empty where there is none.
struct PaginationLink {
  std::string href = {};           ///< Empty means there is no such page.
  std::string text = {};           ///< Empty means "Previous page" or "Next page".
  Html html = {};
  std::string label_text = {};     ///< What that page is, where pages are not numbered.
  Attributes attributes = {};
};

/// One numbered page, or the mark of some left out.
struct PaginationItem {
  std::string number = {};
  std::string href = {};
  bool current = false;
  bool ellipsis = false;           ///< Stands for pages left out.
  std::string visually_hidden_text = {};   ///< Empty means "Page" and the number.
  Attributes attributes = {};
};

/// The way through a list that takes several pages.
struct Pagination {
  PaginationLink previous = {};
  PaginationLink next = {};
  std::vector<PaginationItem> items = {};
  std::string landmark_label = "Pagination";
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a pagination.
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

/// The row of them.
struct SubNavigation {
  std::string label = "Secondary navigation region";
  std::vector<SubNavigationItem> items = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a sub navigation.
[[nodiscard]] Html sub_navigation(const SubNavigation& options);

}  // namespace confer::components
