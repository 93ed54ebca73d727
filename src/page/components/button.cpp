#include "page/components/button.h"

namespace confer::components {
namespace {

constexpr html::Literal start_icon =
    "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\""
    " aria-hidden=\"true\" focusable=\"false\"><path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>";

void common(Element& tag, const Button& options) {
  tag.classes({"govuk-button", options.classes, options.is_start_button ? "govuk-button--start" : ""})
      .with("data-module", "govuk-button")
      .also(options.attributes)
      .given("id", options.id);
}

void open_link(Html& page, const Button& options) {
  Element tag(page, "<a");
  tag.with("href", options.href).with("role", "button").with("draggable", "false");
  common(tag, options);
}

void open_button(Html& page, const Button& options) {
  Element tag(page, "<button");
  tag.with("type", options.type).given("value", options.value).given("name", options.name).flag("disabled", options.disabled);
  if (options.disabled) tag.with("aria-disabled", "true");
  if (options.prevent_double_click) tag.with("data-prevent-double-click", *options.prevent_double_click ? "true" : "false");
  common(tag, options);
}

void add_words(Html& page, const Button& options) {
  const bool wrapped = options.is_start_button && !options.html.empty();   // flexbox would swallow spaces between its elements
  if (wrapped) page += "<span>";
  add_content(page, options.text, options.html);
  if (wrapped) page += "</span>";
  if (options.is_start_button) page += start_icon;
}

}  // namespace

namespace parts {

void add_button(Html& page, const Button& options) {
  options.href.empty() ? open_button(page, options) : open_link(page, options);
  add_words(page, options);
  page += options.href.empty() ? html::Literal("</button>") : html::Literal("</a>");
}

}  // namespace parts

Html button(const Button& options) {
  constexpr std::size_t own_markup = 192;
  Html page;
  page.reserve(own_markup + options.href.size() + options.html.markup().size());
  parts::add_button(page, options);
  return page;
}

Html exit_this_page(const ExitThisPage& options) {
  Html page;
  Element(page, "<div")
      .given("id", options.id)
      .classes({"govuk-exit-this-page", options.classes})
      .with("data-module", "govuk-exit-this-page")
      .also(options.attributes)
      .given("data-i18n.activated", options.activated_text)
      .given("data-i18n.timed-out", options.timed_out_text)
      .given("data-i18n.press-two-more-times", options.press_two_more_times_text)
      .given("data-i18n.press-one-more-time", options.press_one_more_time_text);
  const bool own_words = !options.text.empty() || !options.html.empty();
  parts::add_button(page, {.text = options.text,
                           .html = own_words ? options.html : Html("<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page"),
                           .href = options.redirect_url,
                           .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
                           .attributes = {{"rel", "nofollow noreferrer"}}});
  page += "</div>";
  return page;
}

}  // namespace confer::components
