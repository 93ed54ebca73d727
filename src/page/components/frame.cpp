#include "page/components/frame.h"

namespace confer::components {

Html generic_header(const GenericHeader& options) {
  Html page;
  Element(page, "<div").classes({"govuk-generic-header", options.classes}).also(options.attributes);
  Element(page, "<div").classes({"govuk-generic-header__container", options.container_classes});
  page += "<div class=\"govuk-generic-header__logo\">";
  Element(page, "<a").with("href", options.url).classes({"govuk-generic-header__homepage-link"});
  add_content(page, options.logo_text, options.logo_html);
  page += "</a></div></div></div>";
  return page;
}

namespace {

void add_footer_link(Html& page, const FooterLink& link, std::string_view item_class) {
  Element(page, "<li").classes({item_class});
  Element(page, "<a").classes({"govuk-footer__link"}).with("href", link.href).also(link.attributes);
  page.add_text(link.text);
  page += "</a></li>";
}

void add_footer_section(Html& page, const FooterSection& section) {
  Element(page, "<div").with("class", "govuk-footer__section govuk-grid-column-", section.width);
  page += "<h2 class=\"govuk-footer__heading govuk-heading-m\">";
  page.add_text(section.title);
  page += "</h2>";
  if (!section.items.empty()) {
    const auto columns = section.columns > 0 ? "govuk-footer__list--columns-" + std::to_string(section.columns) : std::string();
    Element(page, "<ul").classes({"govuk-footer__list", columns});
    for (const auto& link : section.items) add_footer_link(page, link, "govuk-footer__list-item");
    page += "</ul>";
  }
  page += "</div>";
}

void add_footer_meta(Html& page, const FooterMeta& meta) {
  page += "<h2 class=\"govuk-visually-hidden\">";
  page.add_text(meta.visually_hidden_title);
  page += "</h2>";
  if (!meta.items.empty()) {
    page += "<ul class=\"govuk-footer__inline-list\">";
    for (const auto& link : meta.items) add_footer_link(page, link, "govuk-footer__inline-list-item");
    page += "</ul>";
  }
  if (meta.text.empty() && meta.html.empty()) return;
  page += "<div class=\"govuk-footer__meta-custom\">";
  add_content(page, meta.text, meta.html);
  page += "</div>";
}

}  // namespace

Html footer(const Footer& options) {
  Html page;
  Element(page, "<div").classes({"govuk-footer", options.classes}).also(options.attributes);
  Element(page, "<div").classes({"govuk-width-container", options.container_classes});
  if (!options.navigation.empty()) {
    page += "<div class=\"govuk-footer__navigation\">";
    for (const auto& section : options.navigation) add_footer_section(page, section);
    page += "</div><hr class=\"govuk-footer__section-break\">";
  }
  page += "<div class=\"govuk-footer__meta\"><div class=\"govuk-footer__meta-item govuk-footer__meta-item--grow\">";
  if (options.meta) add_footer_meta(page, *options.meta);
  page += "</div></div></div></div>";
  return page;
}

}  // namespace confer::components
