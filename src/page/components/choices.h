#pragma once
// Radios, of which one is chosen, and checkboxes, of which any may be.
#include <optional>
#include <string>
#include <vector>

#include "page/components/form_parts.h"

namespace confer::components {

/// One radio or checkbox, or a word between two of them.
struct Choice {
  std::string value = {};
  std::string text = {};
  Html html = {};
  std::string id = {};                   ///< Empty means the prefix with the place in the list; the first has none, for the error summary's link.
  std::string name = {};                 ///< Of a checkbox that stands on its own; empty means the list's.
  Hint hint = {};
  std::optional<bool> checked = {};      ///< Nothing means by the list's own value or values.
  bool disabled = false;
  bool exclusive = false;                ///< A checkbox that clears the others: "None of these".
  Html conditional = {};                 ///< Asked only when this one is chosen.
  std::string divider = {};              ///< Instead of a choice, a word such as "or".
  std::string label_classes = {};
  Attributes label_attributes = {};
  Attributes attributes = {};
};

/// A question of which one answer is chosen.
struct Radios {
  std::string name = {};
  std::string id_prefix = {};            ///< Empty means the name.
  Fieldset fieldset = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::vector<Choice> items = {};
  std::string value = {};                ///< Of the one chosen; empty means none.
  std::string classes = {};              ///< `govuk-radios--inline`, `govuk-radios--small`.
  FormGroup form_group = {};
  Attributes attributes = {};
};
/// The markup of radios.
[[nodiscard]] Html radios(const Radios& options);

/// A question of which any number of answers may be chosen.
struct Checkboxes {
  std::string name = {};
  std::string id_prefix = {};            ///< Empty means the name.
  Fieldset fieldset = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::vector<Choice> items = {};
  std::vector<std::string> values = {};  ///< Of those that are chosen.
  std::string described_by = {};         ///< Where there is no fieldset that says so.
  std::string classes = {};
  FormGroup form_group = {};
  Attributes attributes = {};
};
/// The markup of checkboxes.
[[nodiscard]] Html checkboxes(const Checkboxes& options);

}  // namespace confer::components
