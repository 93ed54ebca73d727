#pragma once
// A day, typed as day, month and year.
#include <optional>
#include <string>
#include <vector>

#include "page/components/form_parts.h"

namespace confer::components {

/// One of the boxes.
struct DatePart {
  std::string name = {};             ///< Empty means day, month or year, by its place.
  std::string label = {};            ///< Empty means the name with a capital.
  std::string id = {};               ///< Empty means the date input's id with the name.
  std::optional<std::string> value = {};
  std::optional<bool> error = {};    ///< Nothing: marked when there is a message and no other part is marked.
  std::string classes = {};
  std::string autocomplete = {};
  std::string inputmode = "numeric";
  std::string pattern = {};
  Attributes attributes = {};
};

/// The three boxes, or others, under one question.
struct DateInput {
  std::string id = {};
  std::string name_prefix = {};      ///< Stands before each part's name, with a hyphen.
  Fieldset fieldset = {};
  Hint hint = {};
  ErrorMessage error = {};
  DatePart day = {};
  DatePart month = {};
  DatePart year = {};
  std::vector<DatePart> items = {};  ///< Other parts than these three, each with its name; empty means the three.
  std::string classes = {};
  FormGroup form_group = {};
  Attributes attributes = {};
};
/// The markup of a date input.
[[nodiscard]] Html date_input(const DateInput& options);

}  // namespace confer::components
