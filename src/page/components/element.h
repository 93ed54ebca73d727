#pragma once
// How the components write: an element's opening tag, attribute by attribute, straight into the page that is growing.
// Names come from the program's own source; every value is escaped. For the components' own .cpp files.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"

namespace confer::components {

/// A further attribute of a component: `{.name = "data-draft", .value = id}`. Never `style` or `on…`: the page's policy forbids both.
struct Attribute {
  html::Literal name;
  std::string value;
};
using Attributes = std::vector<Attribute>;

/// An opening tag that is being written; the closing `>` follows when it goes out of scope, at the end of its statement.
class Element {
 public:
  Element(Html& page, html::Literal start) : page_(page) { page_ += start; }
  ~Element() { page_ += ">"; }
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;

  /// The class attribute: those of the names that are not empty, in order.
  Element& classes(std::initializer_list<std::string_view> names);
  /// ` name="…"` with the pieces put together.
  template <class... Pieces>
  Element& with(html::Literal name, const Pieces&... pieces) {
    start(name);
    (page_.add_text(pieces), ...);
    page_ += "\"";
    return *this;
  }
  /// The same, unless the value is empty.
  Element& given(html::Literal name, std::string_view value) { return value.empty() ? *this : with(name, value); }
  /// An attribute without a value, when `on`.
  Element& flag(html::Literal name, bool on);
  Element& also(const Attributes& attributes);

 private:
  void start(html::Literal name);
  Html& page_;
};

/// Begins `<h1` to `<h6`; the level is asserted.
[[nodiscard]] Element open_heading(Html& page, int level);
void close_heading(Html& page, int level);

/// The component's own class names, with the caller's after them.
[[nodiscard]] std::string class_names(std::string_view own, std::string_view more);

/// The markup, or where there is none the words, escaped.
inline void add_content(Html& page, std::string_view text, const Html& html) {
  html.empty() ? static_cast<void>(page.add_text(text)) : static_cast<void>(page += html);
}

}  // namespace confer::components
