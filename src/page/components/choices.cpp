#include "page/components/choices.h"

#include <algorithm>

namespace confer::components {
namespace {

/// The class names in which the two kinds differ.
struct Kind {
  std::string_view type, group, item, input, label, hint, divider, conditional, hidden;
};
constexpr Kind radio = {"radio", "govuk-radios", "govuk-radios__item", "govuk-radios__input", "govuk-radios__label", "govuk-radios__hint",
                        "govuk-radios__divider", "govuk-radios__conditional", "govuk-radios__conditional--hidden"};
constexpr Kind checkbox = {"checkbox", "govuk-checkboxes", "govuk-checkboxes__item", "govuk-checkboxes__input", "govuk-checkboxes__label",
                           "govuk-checkboxes__hint", "govuk-checkboxes__divider", "govuk-checkboxes__conditional",
                           "govuk-checkboxes__conditional--hidden"};

/// One choice, ready to be written.
struct Row {
  const Kind& kind;
  const Choice& choice;
  std::string id;
  std::string_view name;
  std::string described_by;
  bool checked;
};

void add_row_input(Html& page, const Row& row) {
  Element tag(page, "<input");
  tag.classes({row.kind.input})
      .with("id", row.id)
      .with("name", row.name)
      .with("type", row.kind.type)
      .with("value", row.choice.value)
      .flag("checked", row.checked)
      .flag("disabled", row.choice.disabled);
  if (!row.choice.conditional.empty()) tag.with("data-aria-controls", "conditional-", row.id);
  if (row.choice.exclusive) tag.with("data-behaviour", "exclusive");
  tag.given("aria-describedby", row.described_by).also(row.choice.attributes);
}

void add_row_label(Html& page, const Row& row) {
  Element(page, "<label")
      .classes({"govuk-label", row.kind.label, row.choice.label_classes})
      .also(row.choice.label_attributes)
      .with("for", row.id);
  add_content(page, row.choice.text, row.choice.html);
  page += "</label>";
}

void add_row(Html& page, const Row& row) {
  Element(page, "<div").classes({row.kind.item});
  add_row_input(page, row);
  if (!row.choice.text.empty() || !row.choice.html.empty()) add_row_label(page, row);
  if (row.choice.hint.given()) parts::add_hint(page, row.choice.hint, row.id + "-item-hint", row.kind.hint);
  page += "</div>";
  if (row.choice.conditional.empty()) return;
  Element(page, "<div").classes({row.kind.conditional, row.checked ? "" : row.kind.hidden}).with("id", "conditional-", row.id);
  page += row.choice.conditional;
  page += "</div>";
}

void add_divider(Html& page, const Kind& kind, const Choice& choice) {
  Element(page, "<div").classes({kind.divider});
  page.add_text(choice.divider);
  page += "</div>";
}

std::string choice_id(const Choice& choice, std::string_view prefix, std::size_t place) {
  if (!choice.id.empty()) return choice.id;
  std::string id(prefix);
  if (place > 1) id.append("-").append(std::to_string(place));
  return id;
}

/// The ids that describe one choice: what describes the whole list where no fieldset does, and its own hint.
std::string describing(const Choice& choice, std::string_view id, std::string_view list) {
  std::string ids(list);
  if (!choice.hint.given()) return ids;
  if (!ids.empty()) ids += ' ';
  return ids.append(id).append("-item-hint");
}

/// Writes the choices; `Options` is Radios or Checkboxes, `described_by` what each choice must say for the list, and `is_chosen` says
/// whether a value is among the chosen.
template <class Options, class Chosen>
void add_choices(Html& page, const Options& options, const Kind& kind, std::string_view described_by, Chosen is_chosen) {
  const auto& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
  std::size_t place = 0;
  for (const auto& choice : options.items) {
    ++place;
    if (!choice.divider.empty()) {
      add_divider(page, kind, choice);
      continue;
    }
    auto id = choice_id(choice, prefix, place);
    auto ids = describing(choice, id, described_by);
    const bool checked = choice.checked ? *choice.checked : is_chosen(choice.value);
    add_row(page, {kind, choice, std::move(id), choice.name.empty() ? options.name : choice.name, std::move(ids), checked});
  }
}

/// Writes the group with its question, hint and error round the choices.
template <class Options, class Chosen>
Html list(const Options& options, const Kind& kind, std::string described_by, Chosen is_chosen) {
  const bool grouped = options.fieldset.given();
  Html inner;
  described_by = parts::add_hint_and_error(inner, options.hint, options.error,
                                           options.id_prefix.empty() ? options.name : options.id_prefix, std::move(described_by));
  Html page;
  parts::open_form_group(page, options.form_group, options.error.given());
  if (grouped) parts::open_fieldset(page, options.fieldset, described_by, {});
  page += inner;
  Element(page, "<div").classes({kind.group, options.classes}).also(options.attributes).with("data-module", kind.group);
  page += options.form_group.before_input;
  const bool each_says = kind.type == checkbox.type && !grouped;
  add_choices(page, options, kind, each_says ? std::string_view(described_by) : std::string_view(), is_chosen);
  page += options.form_group.after_input;
  page += "</div>";
  if (grouped) parts::close_fieldset(page);
  page += "</div>";
  return page;
}

}  // namespace

Html radios(const Radios& options) {
  return list(options, radio, options.fieldset.described_by,
              [&](const std::string& value) { return !options.value.empty() && value == options.value; });
}

Html checkboxes(const Checkboxes& options) {
  const auto& described_by = options.fieldset.described_by.empty() ? options.described_by : options.fieldset.described_by;
  return list(options, checkbox, described_by, [&](const std::string& value) {
    return std::find(options.values.begin(), options.values.end(), value) != options.values.end();
  });
}

}  // namespace confer::components
