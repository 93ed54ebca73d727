#include "page/components/notices.h"

namespace confer::components {
namespace {

void open_banner(Html& page, const NotificationBanner& options) {
  const std::string_view role = !options.role.empty() ? std::string_view(options.role) : options.success ? "alert" : "region";
  Element tag(page, "<div");
  tag.classes({"govuk-notification-banner", options.success ? "govuk-notification-banner--success" : "", options.classes})
      .with("role", role)
      .with("aria-labelledby", options.title_id)
      .with("data-module", "govuk-notification-banner");
  if (options.disable_auto_focus) tag.with("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
  tag.also(options.attributes);
}

void add_banner_title(Html& page, const NotificationBanner& options) {
  page += "<div class=\"govuk-notification-banner__header\">";
  open_heading(page, options.title_heading_level).classes({"govuk-notification-banner__title"}).with("id", options.title_id);
  const bool own = !options.title_text.empty() || !options.title_html.empty();
  if (own) add_content(page, options.title_text, options.title_html);
  if (!own) page += options.success ? html::Literal("Success") : html::Literal("Important");
  close_heading(page, options.title_heading_level);
  page += "</div>";
}

}  // namespace

Html inset_text(const InsetText& options) {
  Html page;
  Element(page, "<div").given("id", options.id).classes({"govuk-inset-text", options.classes}).also(options.attributes);
  add_content(page, options.text, options.html);
  page += "</div>";
  return page;
}

Html warning_text(const WarningText& options) {
  Html page;
  Element(page, "<div").classes({"govuk-warning-text", options.classes}).also(options.attributes);
  page += "<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span><strong class=\"govuk-warning-text__text\">"
          "<span class=\"govuk-visually-hidden\">";
  page.add_text(options.icon_fallback_text);
  page += "</span> ";
  add_content(page, options.text, options.html);
  page += "</strong></div>";
  return page;
}

Html details(const Details& options) {
  constexpr std::size_t own_markup = 256;
  Html page;
  page.reserve(own_markup + options.text.size() + options.html.markup().size());
  Element(page, "<details")
      .given("id", options.id)
      .classes({"govuk-details", options.classes})
      .also(options.attributes)
      .flag("open", options.open);
  page += "<summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">";
  add_content(page, options.summary_text, options.summary_html);
  page += "</span></summary><div class=\"govuk-details__text\">";
  add_content(page, options.text, options.html);
  page += "</div></details>";
  return page;
}

Html notification_banner(const NotificationBanner& options) {
  Html page;
  open_banner(page, options);
  add_banner_title(page, options);
  page += "<div class=\"govuk-notification-banner__content\">";
  if (!options.html.empty()) {
    page += options.html;
  } else if (!options.text.empty()) {
    page += "<p class=\"govuk-notification-banner__heading\">";
    page.add_text(options.text);
    page += "</p>";
  }
  page += "</div></div>";
  return page;
}

}  // namespace confer::components
