#include "page/components/timeline.h"

namespace confer::components {
namespace {

void add_byline(Html& page, const TimelineItem& item) {
  if (item.byline_text.empty() && item.byline_html.empty()) return;
  page += " <p class=\"moj-timeline__byline\">by ";
  add_content(page, item.byline_text, item.byline_html);
  page += "</p>";
}

void add_item(Html& page, const TimelineItem& item, int heading_level) {
  Element(page, "<div").classes({"moj-timeline__item", item.classes}).also(item.attributes);
  page += "<div class=\"moj-timeline__header\">";
  open_heading(page, heading_level).classes({"moj-timeline__title"});
  add_content(page, item.label_text, item.label_html);
  close_heading(page, heading_level);
  add_byline(page, item);
  page += "</div><p class=\"moj-timeline__date\">";
  Element(page, "<time").with("datetime", item.timestamp);
  page.add_text(item.when);
  page += "</time></p><div class=\"moj-timeline__description\">";
  add_content(page, item.text, item.html);
  page += "</div></div>";
}

}  // namespace

Html identity_bar(const IdentityBar& options) {
  Html page;
  Element(page, "<div").classes({"moj-identity-bar", options.classes}).also(options.attributes);
  page += "<div class=\"moj-identity-bar__container\"><div class=\"moj-identity-bar__details\">";
  if (!options.text.empty() || !options.html.empty()) {
    page += "<span class=\"moj-identity-bar__title\">";
    add_content(page, options.text, options.html);
    page += "</span>";
  }
  page += "</div>";
  if (!options.actions.empty()) {
    page += "<div class=\"moj-identity-bar__actions\"><div class=\"moj-identity-bar__menu\">";
    page += options.actions;
    page += "</div></div>";
  }
  page += "</div></div>";
  return page;
}

Html timeline(const Timeline& options) {
  Html page;
  Element(page, "<div").classes({"moj-timeline", options.classes}).also(options.attributes);
  for (const auto& item : options.items) add_item(page, item, options.heading_level);
  page += "</div>";
  return page;
}

}  // namespace confer::components
