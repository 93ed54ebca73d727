#include "page/components/input.h"

#include "page/components/button.h"

namespace confer::components {
namespace {

bool given(const Affix& affix) { return !affix.text.empty() || !affix.html.empty(); }

void add_input_element(Html& page, const Input& options, std::string_view id, std::string_view described_by) {
  Element tag(page, "<input");
  tag.classes({"govuk-input", options.classes, options.error.given() ? "govuk-input--error" : ""})
      .with("id", id)
      .with("name", options.name)
      .with("type", options.type);
  if (options.spellcheck) tag.with("spellcheck", *options.spellcheck ? "true" : "false");
  if (options.value) tag.with("value", *options.value);
  tag.flag("disabled", options.disabled)
      .given("aria-describedby", described_by)
      .given("autocomplete", options.autocomplete)
      .given("autocapitalize", options.autocapitalize)
      .given("pattern", options.pattern)
      .given("inputmode", options.inputmode)
      .also(options.attributes);
}

void add_affix(Html& page, const Affix& affix, std::string_view own_class) {
  if (!given(affix)) return;
  Element(page, "<div").classes({own_class, affix.classes}).with("aria-hidden", "true").also(affix.attributes);
  add_content(page, affix.text, affix.html);
  page += "</div>";
}

void add_wrapped_input(Html& page, const Input& options, std::string_view id, std::string_view described_by) {
  Element(page, "<div").classes({"govuk-input__wrapper", options.input_wrapper.classes}).also(options.input_wrapper.attributes);
  page += options.form_group.before_input;
  add_affix(page, options.prefix, "govuk-input__prefix");
  add_input_element(page, options, id, described_by);
  add_affix(page, options.suffix, "govuk-input__suffix");
  page += options.form_group.after_input;
  page += "</div>";
}

Attributes password_words(const PasswordInput& options) {
  Attributes words = {{"data-module", "govuk-password-input"}};
  const auto say = [&words](html::Literal name, const std::string& value) {
    if (!value.empty()) words.push_back({name, value});
  };
  say("data-i18n.show-password", options.show_password_text);
  say("data-i18n.hide-password", options.hide_password_text);
  say("data-i18n.show-password-aria-label", options.show_password_aria_label_text);
  say("data-i18n.hide-password-aria-label", options.hide_password_aria_label_text);
  say("data-i18n.password-shown-announcement", options.password_shown_announcement_text);
  say("data-i18n.password-hidden-announcement", options.password_hidden_announcement_text);
  words.insert(words.end(), options.form_group.attributes.begin(), options.form_group.attributes.end());
  return words;
}

Html toggle(const PasswordInput& options, const std::string& id) {
  const auto& label = options.show_password_aria_label_text;
  return button({.text = options.show_password_text.empty() ? "Show" : options.show_password_text,
                 .type = "button",
                 .classes = class_names("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle", options.button_classes),
                 .attributes = {{"aria-controls", id}, {"aria-label", label.empty() ? "Show password" : label}, {"hidden", ""}}});
}

}  // namespace

Html input(const Input& options) {
  Html page;
  const auto& id = options.id.empty() ? options.name : options.id;
  parts::open_form_group(page, options.form_group, options.error.given());
  parts::add_label(page, options.label, id);
  const auto described_by = parts::add_hint_and_error(page, options.hint, options.error, id, options.described_by);
  const bool wrapped = given(options.prefix) || given(options.suffix) || !options.form_group.before_input.empty() ||
                       !options.form_group.after_input.empty();
  wrapped ? add_wrapped_input(page, options, id, described_by) : add_input_element(page, options, id, described_by);
  page += "</div>";
  return page;
}

Html password_input(const PasswordInput& options) {
  const auto& id = options.id.empty() ? options.name : options.id;
  return input({.name = options.name,
                .id = id,
                .label = options.label,
                .hint = options.hint,
                .error = options.error,
                .value = options.value,
                .type = "password",
                .autocomplete = options.autocomplete,
                .autocapitalize = "none",
                .spellcheck = false,
                .disabled = options.disabled,
                .described_by = options.described_by,
                .classes = class_names("govuk-password-input__input govuk-js-password-input-input", options.classes),
                .form_group = {.classes = class_names("govuk-password-input", options.form_group.classes),
                               .attributes = password_words(options),
                               .before_input = options.form_group.before_input,
                               .after_input = toggle(options, id) + options.form_group.after_input},
                .input_wrapper = {.classes = "govuk-password-input__wrapper"},
                .attributes = options.attributes});
}

}  // namespace confer::components
