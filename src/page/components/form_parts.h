#pragma once
// What every question on a form is made of: its label or legend, its hint, what is wrong with the answer, and the group round them.
// Options own their words, so that a list of them may be filled from values that do not live as long. Where a struct has `text` and `html`,
// the html is taken if there is any; else the text, escaped.
#include <string>

#include "page/components/element.h"

namespace confer::components {

/// The words beside one field.
struct Label {
  std::string text = {};
  Html html = {};
  std::string for_id = {};        ///< Id of the field; a field's own component sets it.
  std::string classes = {};
  bool is_page_heading = false;   ///< Wraps the label in the page's h1.
  Attributes attributes = {};
};

/// Help with how to answer.
struct Hint {
  std::string text = {};
  Html html = {};
  std::string id = {};            ///< A field's own component sets it.
  std::string classes = {};
  Attributes attributes = {};
  [[nodiscard]] bool given() const noexcept { return !text.empty() || !html.empty(); }
};

/// What is wrong with an answer and what to do; empty when nothing is.
struct ErrorMessage {
  std::string text = {};
  Html html = {};
  std::string id = {};            ///< A field's own component sets it.
  std::string classes = {};
  std::string visually_hidden_text = "Error";   ///< Read out before the message; empty leaves it out.
  Attributes attributes = {};
  [[nodiscard]] bool given() const noexcept { return !text.empty() || !html.empty(); }
};

/// The question that a group of fields answers together.
struct Legend {
  std::string text = {};
  Html html = {};
  std::string classes = {};
  bool is_page_heading = false;
  [[nodiscard]] bool given() const noexcept { return !text.empty() || !html.empty(); }
};

/// A group of fields under one question.
struct Fieldset {
  Legend legend = {};
  Html html = {};                 ///< The fields; radios, checkboxes and date input put their own.
  std::string described_by = {};  ///< Ids of what else describes the group.
  std::string role = {};
  std::string classes = {};
  Attributes attributes = {};
  [[nodiscard]] bool given() const noexcept {
    return legend.given() || !html.empty() || !described_by.empty() || !role.empty() || !classes.empty() || !attributes.empty();
  }
};

/// The group round one question.
struct FormGroup {
  std::string classes = {};
  Attributes attributes = {};
  Html before_input = {};
  Html after_input = {};
};

/// Nothing when the label has no words.
[[nodiscard]] Html label(const Label& options);
[[nodiscard]] Html hint(const Hint& options);
/// The markup of an error message.
[[nodiscard]] Html error_message(const ErrorMessage& options);
/// The markup of a fieldset.
[[nodiscard]] Html fieldset(const Fieldset& options);

/// For the components of this folder: the same pieces, written into a page that is growing.
namespace parts {

void add_label(Html& page, const Label& label, std::string_view for_id, std::string_view own_class = {});
void add_hint(Html& page, const Hint& hint, std::string_view id, std::string_view own_class = {});
void add_error_message(Html& page, const ErrorMessage& error, std::string_view id);
void open_fieldset(Html& page, const Fieldset& fieldset, std::string_view described_by, std::string_view role);
void close_fieldset(Html& page);
void open_form_group(Html& page, const FormGroup& group, bool has_error);
/// Adds hint and error message where given, and returns `described_by` with their ids added.
[[nodiscard]] std::string add_hint_and_error(Html& page, const Hint& hint, const ErrorMessage& error, std::string_view id,
                                             std::string described_by);

}  // namespace parts
}  // namespace confer::components
