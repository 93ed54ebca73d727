#include "page/components/error_summary.h"

namespace confer::components {
namespace {

void add_item(Html& page, const ErrorSummaryItem& item) {
  page += "<li>";
  if (!item.href.empty()) Element(page, "<a").with("href", item.href).also(item.attributes);
  add_content(page, item.text, item.html);
  if (!item.href.empty()) page += "</a>";
  page += "</li>";
}

void add_list(Html& page, const std::vector<ErrorSummaryItem>& items) {
  if (items.empty()) return;
  page += "<ul class=\"govuk-list govuk-error-summary__list\">";
  for (const auto& item : items) add_item(page, item);
  page += "</ul>";
}

void open(Html& page, const ErrorSummary& options) {
  Element tag(page, "<div");
  tag.classes({"govuk-error-summary", options.classes});
  if (options.disable_auto_focus) tag.with("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
  tag.also(options.attributes).with("data-module", "govuk-error-summary");
}

}  // namespace

Html error_summary(const ErrorSummary& options) {
  Html page;
  open(page, options);
  page += "<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">";   // apart from the focused element, or parts go unread
  add_content(page, options.title_text, options.title_html);
  page += "</h2><div class=\"govuk-error-summary__body\">";
  if (!options.description_text.empty() || !options.description_html.empty()) {
    page += "<p>";
    add_content(page, options.description_text, options.description_html);
    page += "</p>";
  }
  add_list(page, options.items);
  page += "</div></div></div>";
  return page;
}

}  // namespace confer::components
