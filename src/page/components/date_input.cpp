#include "page/components/date_input.h"

#include <algorithm>

#include "page/components/input.h"

namespace confer::components {
namespace {

bool is_marked(const DatePart& part) { return part.error.value_or(false) || part.classes.find("govuk-input--error") != std::string::npos; }

std::string capitalised(std::string words) {
  for (auto& letter : words) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string part_classes(const DatePart& part, bool is_year, bool mark) {
  std::string classes = "govuk-date-input__input";
  if (mark && part.classes.find("govuk-input--error") == std::string::npos) classes += " govuk-input--error";
  if (part.classes.find("govuk-input--width-") == std::string::npos) classes += is_year ? " govuk-input--width-4" : " govuk-input--width-2";
  if (!part.classes.empty()) classes.append(" ").append(part.classes);
  return classes;
}

void add_part(Html& page, const DateInput& options, const DatePart& part, std::string_view usual_name, bool any_marked) {
  const std::string name = part.name.empty() ? std::string(usual_name) : part.name;
  const bool mark = is_marked(part) || (part.error.value_or(true) && options.error.given() && !any_marked);
  page += "<div class=\"govuk-date-input__item\">";
  page += input({.name = options.name_prefix.empty() ? name : options.name_prefix + "-" + name,
                 .id = part.id.empty() ? options.id + "-" + name : part.id,
                 .label = {.text = part.label.empty() ? capitalised(name) : part.label, .classes = "govuk-date-input__label"},
                 .value = part.value,
                 .inputmode = part.inputmode,
                 .autocomplete = part.autocomplete,
                 .pattern = part.pattern,
                 .classes = part_classes(part, usual_name == "year" || name == "year", mark),
                 .attributes = part.attributes});
  page += "</div>";
}

void add_parts(Html& page, const DateInput& options) {
  if (!options.items.empty()) {
    const bool any = std::any_of(options.items.begin(), options.items.end(), is_marked);
    for (const auto& part : options.items) add_part(page, options, part, {}, any);
    return;
  }
  const bool any = is_marked(options.day) || is_marked(options.month) || is_marked(options.year);
  add_part(page, options, options.day, "day", any);
  add_part(page, options, options.month, "month", any);
  add_part(page, options, options.year, "year", any);
}

}  // namespace

Html date_input(const DateInput& options) {
  Html inner;
  const auto described_by = parts::add_hint_and_error(inner, options.hint, options.error, options.id, options.fieldset.described_by);
  Html page;
  parts::open_form_group(page, options.form_group, options.error.given());
  // The role makes a screen reader say the description of a group of plain text fields.
  if (options.fieldset.given()) parts::open_fieldset(page, options.fieldset, described_by, "group");
  page += inner;
  Element(page, "<div").classes({"govuk-date-input", options.classes}).also(options.attributes).given("id", options.id);
  page += options.form_group.before_input;
  add_parts(page, options);
  page += options.form_group.after_input;
  page += "</div>";
  if (options.fieldset.given()) parts::close_fieldset(page);
  page += "</div>";
  return page;
}

}  // namespace confer::components
