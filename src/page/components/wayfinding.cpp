#include "page/components/wayfinding.h"

namespace confer::components {
namespace {

void add_breadcrumb(Html& page, const Breadcrumb& item) {
  Element(page, "<li").classes({"govuk-breadcrumbs__list-item"}).given("aria-current", item.href.empty() ? "page" : "");
  if (!item.href.empty()) Element(page, "<a").classes({"govuk-breadcrumbs__link"}).with("href", item.href).also(item.attributes);
  add_content(page, item.text, item.html);
  if (!item.href.empty()) page += "</a>";
  page += "</li>";
}

void add_sub_navigation_item(Html& page, const SubNavigationItem& item) {
  Element(page, "<li").classes({"moj-sub-navigation__item", item.classes});
  Element(page, "<a")
      .classes({"moj-sub-navigation__link"})
      .given("aria-current", item.active ? "page" : "")
      .with("href", item.href)
      .also(item.attributes);
  add_content(page, item.text, item.html);
  page += "</a></li>";
}

}  // namespace

Html breadcrumbs(const Breadcrumbs& options) {
  Html page;
  Element(page, "<nav")
      .classes({"govuk-breadcrumbs", options.classes, options.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : ""})
      .also(options.attributes)
      .with("aria-label", options.label_text);
  page += "<ol class=\"govuk-breadcrumbs__list\">";
  for (const auto& item : options.items) add_breadcrumb(page, item);
  page += "</ol></nav>";
  return page;
}

Html back_link(const BackLink& options) {
  Html page;
  Element(page, "<a").with("href", options.href).classes({"govuk-back-link", options.classes}).also(options.attributes);
  add_content(page, options.text, options.html);
  page += "</a>";
  return page;
}

Html skip_link(const SkipLink& options) {
  Html page;
  Element(page, "<a")
      .with("href", options.href)
      .classes({"govuk-skip-link", options.classes})
      .also(options.attributes)
      .with("data-module", "govuk-skip-link");
  add_content(page, options.text, options.html);
  page += "</a>";
  return page;
}

Html sub_navigation(const SubNavigation& options) {
  Html page;
  Element(page, "<nav").classes({"moj-sub-navigation", options.classes}).with("aria-label", options.label).also(options.attributes);
  page += "<ul class=\"moj-sub-navigation__list\">";
  for (const auto& item : options.items) add_sub_navigation_item(page, item);
  page += "</ul></nav>";
  return page;
}

}  // namespace confer::components
