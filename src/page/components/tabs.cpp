#include "page/components/tabs.h"

namespace confer::components {
namespace {

std::string panel_id(const Tabs& options, std::size_t at) {
  const auto& own = options.items[at].id;
  return own.empty() ? options.id_prefix + "-" + std::to_string(at + 1) : own;
}

void add_tab(Html& page, const Tabs& options, std::size_t at) {
  Element(page, "<li").classes({"govuk-tabs__list-item", at == 0 ? "govuk-tabs__list-item--selected" : ""});
  Element(page, "<a").classes({"govuk-tabs__tab"}).with("href", "#", panel_id(options, at)).also(options.items[at].attributes);
  page.add_text(options.items[at].label);
  page += "</a></li>";
}

void add_panel(Html& page, const Tabs& options, std::size_t at) {
  const auto& panel = options.items[at].panel;
  Element(page, "<div")
      .classes({"govuk-tabs__panel", at > 0 ? "govuk-tabs__panel--hidden" : ""})
      .with("id", panel_id(options, at))
      .also(panel.attributes);
  if (!panel.html.empty()) {
    page += panel.html;
  } else if (!panel.text.empty()) {
    page += "<p class=\"govuk-body\">";
    page.add_text(panel.text);
    page += "</p>";
  }
  page += "</div>";
}

}  // namespace

Html tabs(const Tabs& options) {
  Html page;
  Element(page, "<div")
      .given("id", options.id)
      .classes({"govuk-tabs", options.classes})
      .also(options.attributes)
      .with("data-module", "govuk-tabs");
  page += "<h2 class=\"govuk-tabs__title\">";
  page.add_text(options.title);
  page += "</h2>";
  if (!options.items.empty()) {
    page += "<ul class=\"govuk-tabs__list\">";
    for (std::size_t at = 0; at < options.items.size(); ++at) add_tab(page, options, at);
    page += "</ul>";
    for (std::size_t at = 0; at < options.items.size(); ++at) add_panel(page, options, at);
  }
  page += "</div>";
  return page;
}

}  // namespace confer::components
