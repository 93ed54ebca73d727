#include "page/components/form_parts.h"

namespace confer::components {
namespace parts {

void add_label(Html& page, const Label& label, std::string_view for_id, std::string_view own_class) {
  if (label.text.empty() && label.html.empty()) return;
  if (label.is_page_heading) page += "<h1 class=\"govuk-label-wrapper\">";
  Element(page, "<label").classes({"govuk-label", own_class, label.classes}).also(label.attributes).given("for", for_id);
  add_content(page, label.text, label.html);
  page += "</label>";
  if (label.is_page_heading) page += "</h1>";
}

void add_hint(Html& page, const Hint& hint, std::string_view id, std::string_view own_class) {
  Element(page, "<div").given("id", id).classes({"govuk-hint", own_class, hint.classes}).also(hint.attributes);
  add_content(page, hint.text, hint.html);
  page += "</div>";
}

void add_error_message(Html& page, const ErrorMessage& error, std::string_view id) {
  Element(page, "<p").given("id", id).classes({"govuk-error-message", error.classes}).also(error.attributes);
  if (!error.visually_hidden_text.empty()) {
    page += "<span class=\"govuk-visually-hidden\">";
    page.add_text(error.visually_hidden_text);
    page += ":</span> ";
  }
  add_content(page, error.text, error.html);
  page += "</p>";
}

namespace {

void add_legend(Html& page, const Legend& legend) {
  Element(page, "<legend").classes({"govuk-fieldset__legend", legend.classes});
  if (legend.is_page_heading) page += "<h1 class=\"govuk-fieldset__heading\">";
  add_content(page, legend.text, legend.html);
  if (legend.is_page_heading) page += "</h1>";
  page += "</legend>";
}

void add_id(std::string& ids, std::string_view id, std::string_view ending) {
  if (!ids.empty()) ids += ' ';
  ids.append(id).append(ending);
}

}  // namespace

void open_fieldset(Html& page, const Fieldset& fieldset, std::string_view described_by, std::string_view role) {
  Element(page, "<fieldset")
      .classes({"govuk-fieldset", fieldset.classes})
      .given("role", role)
      .given("aria-describedby", described_by)
      .also(fieldset.attributes);
  if (fieldset.legend.given()) add_legend(page, fieldset.legend);
}

void close_fieldset(Html& page) { page += "</fieldset>"; }

void open_form_group(Html& page, const FormGroup& group, bool has_error) {
  Element(page, "<div").classes({"govuk-form-group", has_error ? "govuk-form-group--error" : "", group.classes}).also(group.attributes);
}

std::string add_hint_and_error(Html& page, const Hint& hint, const ErrorMessage& error, std::string_view id, std::string described_by) {
  if (hint.given()) {
    add_hint(page, hint, std::string(id) + "-hint");
    add_id(described_by, id, "-hint");
  }
  if (error.given()) {
    add_error_message(page, error, std::string(id) + "-error");
    add_id(described_by, id, "-error");
  }
  return described_by;
}

}  // namespace parts

Html label(const Label& options) {
  Html page;
  parts::add_label(page, options, options.for_id);
  return page;
}

Html hint(const Hint& options) {
  Html page;
  parts::add_hint(page, options, options.id);
  return page;
}

Html error_message(const ErrorMessage& options) {
  Html page;
  parts::add_error_message(page, options, options.id);
  return page;
}

Html fieldset(const Fieldset& options) {
  Html page;
  parts::open_fieldset(page, options, options.described_by, options.role);
  page += options.html;
  parts::close_fieldset(page);
  return page;
}

}  // namespace confer::components
