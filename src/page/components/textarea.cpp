#include "page/components/textarea.h"

namespace confer::components {
namespace {

void add_textarea_element(Html& page, const Textarea& options, std::string_view id, std::string_view described_by) {
  {
    Element tag(page, "<textarea");
    tag.classes({"govuk-textarea", options.error.given() ? "govuk-textarea--error" : "", options.classes})
        .with("id", id)
        .with("name", options.name)
        .with("rows", std::to_string(options.rows));
    if (options.spellcheck) tag.with("spellcheck", *options.spellcheck ? "true" : "false");
    tag.flag("disabled", options.disabled)
        .given("aria-describedby", described_by)
        .given("autocomplete", options.autocomplete)
        .also(options.attributes);
  }
  if (options.value.starts_with('\n')) page += "\n";   // a browser drops the first newline, and nothing typed may be lost
  page.add_text(options.value);
  page += "</textarea>";
}

std::string description(const CharacterCount& options) {
  const bool words = options.count_type.empty() ? options.max_words.has_value() : options.count_type == "words";
  std::string text = options.textarea_description_text;
  if (text.empty()) text = words ? "You can enter up to %{count} words" : "You can enter up to %{count} characters";
  constexpr std::string_view place = "%{count}";
  const auto limit = std::to_string(options.max_words ? *options.max_words : *options.max_characters);
  for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + limit.size())) text.replace(at, place.size(), limit);
  return text;
}

void add_limits(Attributes& all, const CharacterCount& options) {
  all.push_back({"data-module", "govuk-character-count"});
  if (options.max_characters) all.push_back({"data-maxlength", std::to_string(*options.max_characters)});
  if (options.max_words) all.push_back({"data-maxwords", std::to_string(*options.max_words)});
  if (options.threshold) all.push_back({"data-threshold", std::to_string(*options.threshold)});
  if (!options.count_type.empty()) {
    all.push_back({"data-count-type", options.count_type});
  } else if (options.max_words) {
    all.push_back({"data-count-type", "words"});
  }
}

void add_messages(Attributes& all, const CharacterCount& options) {
  const auto say = [&all](html::Literal name, const std::string& words) {
    if (!words.empty()) all.push_back({name, words});
  };
  say("data-i18n.characters-under-limit.other", options.characters_under_limit_text.other);
  say("data-i18n.characters-under-limit.one", options.characters_under_limit_text.one);
  say("data-i18n.characters-at-limit", options.characters_at_limit_text);
  say("data-i18n.characters-over-limit.other", options.characters_over_limit_text.other);
  say("data-i18n.characters-over-limit.one", options.characters_over_limit_text.one);
  say("data-i18n.words-under-limit.other", options.words_under_limit_text.other);
  say("data-i18n.words-under-limit.one", options.words_under_limit_text.one);
  say("data-i18n.words-at-limit", options.words_at_limit_text);
  say("data-i18n.words-over-limit.other", options.words_over_limit_text.other);
  say("data-i18n.words-over-limit.one", options.words_over_limit_text.one);
}

Attributes group_attributes(const CharacterCount& options, bool limited) {
  Attributes all;
  add_limits(all, options);
  if (!limited && !options.textarea_description_text.empty()) {
    all.push_back({"data-i18n.textarea-description.other", options.textarea_description_text});
  }
  add_messages(all, options);
  all.insert(all.end(), options.form_group.attributes.begin(), options.form_group.attributes.end());
  return all;
}

}  // namespace

Html textarea(const Textarea& options) {
  Html page;
  const auto& id = options.id.empty() ? options.name : options.id;
  parts::open_form_group(page, options.form_group, options.error.given());
  parts::add_label(page, options.label, id);
  const auto described_by = parts::add_hint_and_error(page, options.hint, options.error, id, options.described_by);
  page += options.form_group.before_input;
  add_textarea_element(page, options, id, described_by);
  page += options.form_group.after_input;
  page += "</div>";
  return page;
}

Html character_count(const CharacterCount& options) {
  const auto& id = options.id.empty() ? options.name : options.id;
  const bool limited = options.max_words || options.max_characters;
  Html message;
  parts::add_hint(message, {.text = limited ? description(options) : std::string(), .classes = options.count_message_classes}, id + "-info",
                  "govuk-character-count__message");
  return textarea({.name = options.name,
                   .id = id,
                   .label = options.label,
                   .hint = options.hint,
                   .error = options.error,
                   .value = options.value,
                   .rows = options.rows,
                   .spellcheck = options.spellcheck,
                   .described_by = id + "-info",
                   .classes = class_names("govuk-js-character-count", options.classes),
                   .form_group = {.classes = class_names("govuk-character-count", options.form_group.classes),
                                  .attributes = group_attributes(options, limited),
                                  .before_input = options.form_group.before_input,
                                  .after_input = std::move(message) + options.form_group.after_input},
                   .attributes = options.attributes});
}

}  // namespace confer::components
