#pragma once
// A line of typing, and its kin for passwords.
#include <optional>
#include <string>

#include "page/components/form_parts.h"

namespace confer::components {

/// What stands fixed before or after the line: £, per week. Not read out, so the label must say it too.
struct Affix {
  std::string text = {};
  Html html = {};
  std::string classes = {};
  Attributes attributes = {};
};

/// The box round an input and what stands beside it.
struct InputWrapper {
  std::string classes = {};
  Attributes attributes = {};
};

/// A line to type in.
struct Input {
  std::string name = {};
  std::string id = {};                       ///< Empty means the name.
  Label label = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::optional<std::string> value = {};     ///< What was answered before; nothing writes no value.
  std::string type = "text";
  std::string inputmode = {};
  std::string autocomplete = {};
  std::string autocapitalize = {};
  std::string pattern = {};
  std::optional<bool> spellcheck = {};
  bool disabled = false;
  Affix prefix = {};
  Affix suffix = {};
  std::string described_by = {};
  std::string classes = {};                  ///< `govuk-input--width-10` and such.
  FormGroup form_group = {};
  InputWrapper input_wrapper = {};
  Attributes attributes = {};
};
/// The markup of an input.
[[nodiscard]] Html input(const Input& options);

/// A password, with a button that shows it. Never give it a value back on an error.
struct PasswordInput {
  std::string name = {};
  std::string id = {};                       ///< Empty means the name.
  Label label = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::optional<std::string> value = {};
  std::string autocomplete = "current-password";
  bool disabled = false;
  std::string described_by = {};
  std::string classes = {};
  FormGroup form_group = {};
  std::string button_classes = {};
  std::string show_password_text = {};       ///< This and the next five: words in another language than English.
  std::string hide_password_text = {};
  std::string show_password_aria_label_text = {};
  std::string hide_password_aria_label_text = {};
  std::string password_shown_announcement_text = {};
  std::string password_hidden_announcement_text = {};
  Attributes attributes = {};
};
/// The markup of a password input.
[[nodiscard]] Html password_input(const PasswordInput& options);

}  // namespace confer::components
