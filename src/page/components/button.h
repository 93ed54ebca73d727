#pragma once
// The one thing to press, and the quiet way out of a page.
#include <optional>
#include <string>

#include "page/components/element.h"

namespace confer::components {

/// A button, or with `href` a link that looks like one.
struct Button {
  std::string text = {};
  Html html = {};
  std::string name = {};
  std::string value = {};
  std::string type = "submit";
  std::string href = {};          ///< Where it leads; empty makes a real button.
  std::string id = {};
  std::string classes = {};       ///< `govuk-button--secondary`, `govuk-button--warning`.
  bool disabled = false;
  bool is_start_button = false;
  std::optional<bool> prevent_double_click = {};
  Attributes attributes = {};
};
/// The markup of a button.
[[nodiscard]] Html button(const Button& options);

/// The button by which a family leaves a page in a hurry. Needs the script for its Shift key; without it, it is a plain link.
struct ExitThisPage {
  std::string text = {};          ///< Empty means "Exit this page".
  Html html = {};
  std::string redirect_url = "https://www.bbc.co.uk/weather";
  std::string id = {};
  std::string classes = {};
  std::string activated_text = {};             ///< This and the next three: what the script says, where not in English.
  std::string timed_out_text = {};
  std::string press_two_more_times_text = {};
  std::string press_one_more_time_text = {};
  Attributes attributes = {};
};
/// The markup of the button to leave by.
[[nodiscard]] Html exit_this_page(const ExitThisPage& options);

namespace parts {
/// The same, written into a page that is growing.
void add_button(Html& page, const Button& options);
}  // namespace parts
}  // namespace confer::components
