#include "page/components/frame.h"

namespace confer::components {
namespace {

void add_service_name(Html& page, const ServiceNavigation& options) {
  if (options.service_name.empty()) return;
  page += "<span class=\"govuk-service-navigation__service-name\">";
  const bool linked = !options.service_url.empty();
  if (linked) Element(page, "<a").with("href", options.service_url).classes({"govuk-service-navigation__link"});
  if (!linked) page += "<span class=\"govuk-service-navigation__text\">";
  page.add_text(options.service_name);
  page += linked ? html::Literal("</a></span>") : html::Literal("</span></span>");
}

void add_toggle(Html& page, const ServiceNavigation& options) {
  {
    Element tag(page, "<button type=\"button\" class=\"govuk-service-navigation__toggle govuk-js-service-navigation-toggle\"");
    tag.with("aria-controls", options.navigation_id);
    if (options.menu_button_label != options.menu_button_text) tag.given("aria-label", options.menu_button_label);
    tag.flag("hidden", true).with("aria-hidden", "true");
  }
  page.add_text(options.menu_button_text);
  page += "</button>";
}

void add_item_words(Html& page, const ServiceNavigationItem& item) {
  const bool here = item.active || item.current;
  if (here) page += "<strong class=\"govuk-service-navigation__active-fallback\">";   // for those who see neither colours nor lines
  add_content(page, item.text, item.html);
  if (here) page += "</strong>";
}

void add_item(Html& page, const ServiceNavigationItem& item) {
  const std::string_view here = item.current ? "page" : item.active ? "true" : "";
  Element(page, "<li").classes({"govuk-service-navigation__item", here.empty() ? "" : "govuk-service-navigation__item--active"});
  if (!item.href.empty()) {
    Element(page, "<a")
        .classes({"govuk-service-navigation__link"})
        .with("href", item.href)
        .given("aria-current", here)
        .also(item.attributes);
    add_item_words(page, item);
    page += "</a>";
  } else if (!item.text.empty() || !item.html.empty()) {
    Element(page, "<span").classes({"govuk-service-navigation__text"}).given("aria-current", here);
    add_item_words(page, item);
    page += "</span>";
  }
  page += "</li>";
}

void add_navigation(Html& page, const ServiceNavigation& options) {
  if (options.navigation.empty() && options.slots.navigation_start.empty() && options.slots.navigation_end.empty()) return;
  Element(page, "<nav")
      .with("aria-label", options.navigation_label.empty() ? options.menu_button_text : options.navigation_label)
      .classes({"govuk-service-navigation__wrapper", options.navigation_classes});
  if (options.collapse_navigation_on_mobile.value_or(options.navigation.size() > 1)) add_toggle(page, options);
  Element(page, "<ul").classes({"govuk-service-navigation__list"}).with("id", options.navigation_id);
  page += options.slots.navigation_start;
  for (const auto& item : options.navigation) add_item(page, item);
  page += options.slots.navigation_end;
  page += "</ul></nav>";
}

}  // namespace

Html service_navigation(const ServiceNavigation& options) {
  Html page;
  // With a name it is a landmark of its own; without, the nav inside is landmark enough.
  const bool landmark = !options.service_name.empty() || !options.slots.start.empty() || !options.slots.end.empty();
  Element(page, landmark ? html::Literal("<section") : html::Literal("<div"))
      .given("aria-label", landmark ? options.aria_label : std::string())
      .classes({"govuk-service-navigation", options.classes})
      .with("data-module", "govuk-service-navigation")
      .also(options.attributes);
  Element(page, "<div").classes({"govuk-width-container", options.slots.end_inline ? "govuk-service-navigation__inlining-container" : ""});
  page += options.slots.start;
  page += "<div class=\"govuk-service-navigation__container\">";
  add_service_name(page, options);
  add_navigation(page, options);
  page += "</div>";
  page += options.slots.end;
  page += "</div>";
  page += landmark ? html::Literal("</section>") : html::Literal("</div>");
  return page;
}

}  // namespace confer::components
