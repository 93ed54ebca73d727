#include "page/components/select.h"

namespace confer::components {
namespace {

bool is_selected(const SelectItem& item, const std::string& chosen) {
  if (item.selected) return *item.selected;
  return !chosen.empty() && item.value.value_or(item.text) == chosen;
}

void add_item(Html& page, const SelectItem& item, const std::string& chosen) {
  {
    Element tag(page, "<option");
    if (item.value) tag.with("value", *item.value);
    tag.flag("selected", is_selected(item, chosen)).flag("disabled", item.disabled).also(item.attributes);
  }
  page.add_text(item.text);
  page += "</option>";
}

}  // namespace

Html select(const Select& options) {
  Html page;
  const auto& id = options.id.empty() ? options.name : options.id;
  parts::open_form_group(page, options.form_group, options.error.given());
  parts::add_label(page, options.label, id);
  const auto described_by = parts::add_hint_and_error(page, options.hint, options.error, id, options.described_by);
  page += options.form_group.before_input;
  Element(page, "<select")
      .classes({"govuk-select", options.classes, options.error.given() ? "govuk-select--error" : ""})
      .with("id", id)
      .with("name", options.name)
      .flag("disabled", options.disabled)
      .given("aria-describedby", described_by)
      .also(options.attributes);
  for (const auto& item : options.items) add_item(page, item, options.value);
  page += "</select>";
  page += options.form_group.after_input;
  page += "</div>";
  return page;
}

}  // namespace confer::components
