// Fixtures of what forms are made of.
#include "page/components/fixtures_test.h"

namespace confer::fixtures_test {
namespace {

using namespace components;

Label label_of(const Options& o) {
  return {.text = text(o, "text"),
          .html = html(o, "html"),
          .for_id = text(o, "for"),
          .classes = text(o, "classes"),
          .is_page_heading = on(o, "isPageHeading"),
          .attributes = attributes(o)};
}

Hint hint_of(const Options& o) {
  return {.text = text(o, "text"), .html = html(o, "html"), .id = text(o, "id"), .classes = text(o, "classes"), .attributes = attributes(o)};
}

ErrorMessage error_of(const Options& o) {
  return {.text = text(o, "text"),
          .html = html(o, "html"),
          .id = text(o, "id"),
          .classes = text(o, "classes"),
          .visually_hidden_text = text(o, "visuallyHiddenText", "Error"),
          .attributes = attributes(o)};
}

Fieldset fieldset_of(const Options& o) {
  const auto& legend = object(o, "legend");
  return {.legend = {.text = text(legend, "text"),
                     .html = html(legend, "html"),
                     .classes = text(legend, "classes"),
                     .is_page_heading = on(legend, "isPageHeading")},
          .html = html(o, "html"),
          .described_by = text(o, "describedBy"),
          .role = text(o, "role"),
          .classes = text(o, "classes"),
          .attributes = attributes(o)};
}

FormGroup group_of(const Options& o) {
  const auto& group = object(o, "formGroup");
  return {.classes = text(group, "classes"), .attributes = attributes(group)};
}

Affix affix_of(const Options& o) {
  return {.text = text(o, "text"), .html = html(o, "html"), .classes = text(o, "classes"), .attributes = attributes(o)};
}

Html button_from(const Options& o) {
  return button({.text = text(o, "text"),
                 .html = html(o, "html"),
                 .name = text(o, "name"),
                 .value = text(o, "value"),
                 .type = text(o, "type", "submit"),
                 .href = text(o, "href"),
                 .id = text(o, "id"),
                 .classes = text(o, "classes"),
                 .disabled = on(o, "disabled"),
                 .is_start_button = on(o, "isStartButton"),
                 .prevent_double_click = yes_no(o, "preventDoubleClick"),
                 .attributes = attributes(o)});
}

Html exit_this_page_from(const Options& o) {
  return exit_this_page({.text = text(o, "text"),
                         .html = html(o, "html"),
                         .redirect_url = text(o, "redirectUrl", "https://www.bbc.co.uk/weather"),
                         .id = text(o, "id"),
                         .classes = text(o, "classes"),
                         .activated_text = text(o, "activatedText"),
                         .timed_out_text = text(o, "timedOutText"),
                         .press_two_more_times_text = text(o, "pressTwoMoreTimesText"),
                         .press_one_more_time_text = text(o, "pressOneMoreTimeText"),
                         .attributes = attributes(o)});
}

Html input_from(const Options& o) {
  const auto& wrapper = object(o, "inputWrapper");
  return input({.name = text(o, "name"),
                .id = text(o, "id"),
                .label = label_of(object(o, "label")),
                .hint = hint_of(object(o, "hint")),
                .error = error_of(object(o, "errorMessage")),
                .value = text_if_any(o, "value"),
                .type = text(o, "type", "text"),
                .inputmode = text(o, "inputmode"),
                .autocomplete = text(o, "autocomplete"),
                .autocapitalize = text(o, "autocapitalize"),
                .pattern = text(o, "pattern"),
                .spellcheck = yes_no(o, "spellcheck"),
                .disabled = on(o, "disabled"),
                .prefix = affix_of(object(o, "prefix")),
                .suffix = affix_of(object(o, "suffix")),
                .described_by = text(o, "describedBy"),
                .classes = text(o, "classes"),
                .form_group = group_of(o),
                .input_wrapper = {.classes = text(wrapper, "classes"), .attributes = attributes(wrapper)},
                .attributes = attributes(o)});
}

Html password_input_from(const Options& o) {
  return password_input({.name = text(o, "name"),
                         .id = text(o, "id"),
                         .label = label_of(object(o, "label")),
                         .hint = hint_of(object(o, "hint")),
                         .error = error_of(object(o, "errorMessage")),
                         .value = text_if_any(o, "value"),
                         .autocomplete = text(o, "autocomplete", "current-password"),
                         .disabled = on(o, "disabled"),
                         .described_by = text(o, "describedBy"),
                         .classes = text(o, "classes"),
                         .form_group = group_of(o),
                         .button_classes = text(object(o, "button"), "classes"),
                         .show_password_text = text(o, "showPasswordText"),
                         .hide_password_text = text(o, "hidePasswordText"),
                         .show_password_aria_label_text = text(o, "showPasswordAriaLabelText"),
                         .hide_password_aria_label_text = text(o, "hidePasswordAriaLabelText"),
                         .password_shown_announcement_text = text(o, "passwordShownAnnouncementText"),
                         .password_hidden_announcement_text = text(o, "passwordHiddenAnnouncementText"),
                         .attributes = attributes(o)});
}

Html textarea_from(const Options& o) {
  return textarea({.name = text(o, "name"),
                   .id = text(o, "id"),
                   .label = label_of(object(o, "label")),
                   .hint = hint_of(object(o, "hint")),
                   .error = error_of(object(o, "errorMessage")),
                   .value = text(o, "value"),
                   .rows = count(o, "rows").value_or(5),
                   .spellcheck = yes_no(o, "spellcheck"),
                   .disabled = on(o, "disabled"),
                   .autocomplete = text(o, "autocomplete"),
                   .described_by = text(o, "describedBy"),
                   .classes = text(o, "classes"),
                   .form_group = group_of(o),
                   .attributes = attributes(o)});
}

PluralText plural_of(const Options& o, std::string_view name) {
  return {.one = text(object(o, name), "one"), .other = text(object(o, name), "other")};
}

Html character_count_from(const Options& o) {
  return character_count({.name = text(o, "name"),
                          .id = text(o, "id"),
                          .label = label_of(object(o, "label")),
                          .hint = hint_of(object(o, "hint")),
                          .error = error_of(object(o, "errorMessage")),
                          .value = text(o, "value"),
                          .max_characters = count(o, "maxlength"),
                          .max_words = count(o, "maxwords"),
                          .threshold = count(o, "threshold"),
                          .count_type = text(o, "countType"),
                          .textarea_description_text = text(o, "textareaDescriptionText"),
                          .count_message_classes = text(object(o, "countMessage"), "classes"),
                          .rows = count(o, "rows").value_or(5),
                          .spellcheck = yes_no(o, "spellcheck"),
                          .classes = text(o, "classes"),
                          .form_group = group_of(o),
                          .characters_under_limit_text = plural_of(o, "charactersUnderLimitText"),
                          .characters_at_limit_text = text(o, "charactersAtLimitText"),
                          .characters_over_limit_text = plural_of(o, "charactersOverLimitText"),
                          .words_under_limit_text = plural_of(o, "wordsUnderLimitText"),
                          .words_at_limit_text = text(o, "wordsAtLimitText"),
                          .words_over_limit_text = plural_of(o, "wordsOverLimitText"),
                          .attributes = attributes(o)});
}

/// A published list may have empty places, which count in the ids; ours have none, so the id is given.
std::string id_at(const Options& list, const Options& item, std::size_t place) {
  auto own = text(item, "id");
  if (!own.empty()) return own;
  const auto prefix = text(list, "idPrefix", text(list, "name"));
  return place == 1 ? prefix : prefix + "-" + std::to_string(place);
}

std::vector<Choice> choices_of(const Options& o) {
  return list<Choice>(o, "items", [&](const Options& item, std::size_t place) {
    const auto& label = object(item, "label");
    return Choice{.value = text(item, "value"),
                  .text = text(item, "text"),
                  .html = html(item, "html"),
                  .id = id_at(o, item, place),
                  .name = text(item, "name"),
                  .hint = hint_of(object(item, "hint")),
                  .checked = yes_no(item, "checked"),
                  .disabled = on(item, "disabled"),
                  .exclusive = text(item, "behaviour") == "exclusive",
                  .conditional = html(object(item, "conditional"), "html"),
                  .divider = text(item, "divider"),
                  .label_classes = text(label, "classes"),
                  .label_attributes = attributes(label),
                  .attributes = attributes(item)};
  });
}

Html radios_from(const Options& o) {
  return radios({.name = text(o, "name"),
                 .id_prefix = text(o, "idPrefix"),
                 .fieldset = fieldset_of(object(o, "fieldset")),
                 .hint = hint_of(object(o, "hint")),
                 .error = error_of(object(o, "errorMessage")),
                 .items = choices_of(o),
                 .value = text(o, "value"),
                 .classes = text(o, "classes"),
                 .form_group = group_of(o),
                 .attributes = attributes(o)});
}

Html checkboxes_from(const Options& o) {
  std::vector<std::string> values;
  if (const auto* given = o.if_contains("values")) {
    for (const auto& value : given->as_array()) values.emplace_back(value.as_string());
  }
  return checkboxes({.name = text(o, "name"),
                     .id_prefix = text(o, "idPrefix"),
                     .fieldset = fieldset_of(object(o, "fieldset")),
                     .hint = hint_of(object(o, "hint")),
                     .error = error_of(object(o, "errorMessage")),
                     .items = choices_of(o),
                     .values = values,
                     .described_by = text(o, "describedBy"),
                     .classes = text(o, "classes"),
                     .form_group = group_of(o),
                     .attributes = attributes(o)});
}

/// `usual` is day, month or year; the published value may stand in the list of values instead.
DatePart part_of(const Options& date, const Options& o, std::string_view usual) {
  const auto name = text(o, "name", usual);
  const auto prefix = text(date, "namePrefix");
  auto value = text_if_any(o, "value");
  if (!value) value = text_if_any(object(date, usual), "value");
  if (!value) value = text_if_any(object(date, "values"), prefix.empty() ? name : prefix + "-" + name);
  if (!value) value = text_if_any(object(date, "values"), o.empty() ? usual : std::string_view());
  return {.name = text(o, "name"),
          .label = text(o, "label"),
          .id = text(o, "id"),
          .value = value,
          .error = yes_no(o, "error"),
          .classes = text(o, "classes"),
          .autocomplete = text(o, "autocomplete"),
          .inputmode = text(o, "inputmode", "numeric"),
          .pattern = text(o, "pattern"),
          .attributes = attributes(o)};
}

/// A published date leaves a part out by saying `false`; ours lists those that are there.
std::vector<DatePart> date_items_of(const Options& o) {
  auto items = list<DatePart>(o, "items", [&](const Options& item, std::size_t) { return part_of(o, item, text(item, "name")); });
  const bool all = yes_no(o, "day").value_or(true) && yes_no(o, "month").value_or(true) && yes_no(o, "year").value_or(true);
  if (!items.empty() || all) return items;
  for (const auto name : {"day", "month", "year"}) {
    if (!yes_no(o, name).value_or(true)) continue;
    items.push_back(part_of(o, object(o, name), name));
    if (items.back().name.empty()) items.back().name = name;
  }
  return items;
}

Html date_input_from(const Options& o) {
  return date_input({.id = text(o, "id"),
                     .name_prefix = text(o, "namePrefix"),
                     .fieldset = fieldset_of(object(o, "fieldset")),
                     .hint = hint_of(object(o, "hint")),
                     .error = error_of(object(o, "errorMessage")),
                     .day = part_of(o, object(o, "day"), "day"),
                     .month = part_of(o, object(o, "month"), "month"),
                     .year = part_of(o, object(o, "year"), "year"),
                     .items = date_items_of(o),
                     .classes = text(o, "classes"),
                     .form_group = group_of(o),
                     .attributes = attributes(o)});
}

Html select_from(const Options& o) {
  return select({.name = text(o, "name"),
                 .id = text(o, "id"),
                 .label = label_of(object(o, "label")),
                 .hint = hint_of(object(o, "hint")),
                 .error = error_of(object(o, "errorMessage")),
                 .items = list<SelectItem>(o, "items",
                                           [](const Options& item, std::size_t) {
                                             return SelectItem{.value = text_if_any(item, "value"),
                                                               .text = text(item, "text"),
                                                               .selected = yes_no(item, "selected"),
                                                               .disabled = on(item, "disabled"),
                                                               .attributes = attributes(item)};
                                           }),
                 .value = text(o, "value"),
                 .disabled = on(o, "disabled"),
                 .described_by = text(o, "describedBy"),
                 .classes = text(o, "classes"),
                 .form_group = group_of(o),
                 .attributes = attributes(o)});
}

Html error_summary_from(const Options& o) {
  return error_summary({.title_text = text(o, "titleText"),
                        .title_html = html(o, "titleHtml"),
                        .description_text = text(o, "descriptionText"),
                        .description_html = html(o, "descriptionHtml"),
                        .items = list<ErrorSummaryItem>(o, "errorList",
                                                        [](const Options& item, std::size_t) {
                                                          return ErrorSummaryItem{.text = text(item, "text"),
                                                                                  .html = html(item, "html"),
                                                                                  .href = text(item, "href"),
                                                                                  .attributes = attributes(item)};
                                                        }),
                        .classes = text(o, "classes"),
                        .disable_auto_focus = yes_no(o, "disableAutoFocus"),
                        .attributes = attributes(o)});
}

}  // namespace

Mapper form_mapper(std::string_view component) {
  if (component == "button") return button_from;
  if (component == "exit-this-page") return exit_this_page_from;
  if (component == "input") return input_from;
  if (component == "password-input") return password_input_from;
  if (component == "textarea") return textarea_from;
  if (component == "character-count") return character_count_from;
  if (component == "radios") return radios_from;
  if (component == "checkboxes") return checkboxes_from;
  if (component == "date-input") return date_input_from;
  if (component == "select") return select_from;
  if (component == "error-summary") return error_summary_from;
  if (component == "error-message") return [](const Options& o) { return error_message(error_of(o)); };
  if (component == "fieldset") return [](const Options& o) { return fieldset(fieldset_of(o)); };
  if (component == "hint") return [](const Options& o) { return hint(hint_of(o)); };
  if (component == "label") return [](const Options& o) { return label(label_of(o)); };
  return nullptr;
}

}  // namespace confer::fixtures_test
