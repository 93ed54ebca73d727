#pragma once
// Markup that is safe because of how it was made: words are escaped on the way in, and raw markup can only be a literal of this program.
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace confer {

class Html;
class TrustedInTests;

namespace html {

/// A literal of the program's own source; nothing computed converts to it.
struct Literal {
  std::string_view markup;
  template <std::size_t N>
  consteval Literal(const char (&source)[N]) : markup(source, N - 1) {}   // NOLINT: implicit on purpose

 private:
  friend class confer::TrustedInTests;
  explicit constexpr Literal(std::string_view read_by_a_test) noexcept : markup(read_by_a_test) {}
};

/// One attribute. `absent` leaves it out; an attribute of type boolean is written without a value. Its name is the program's own:
/// letters, digits, '-', '_', ':' and '.', and anything else is a mistake that ends the program.
struct Attribute {
  enum class Form { value, boolean, absent };
  std::string_view name;
  std::string_view value = {};
  Form form = Form::value;
};

/// A boolean attribute (`checked`, `disabled`) that stands only when `on`.
[[nodiscard]] inline Attribute flag(std::string_view name, bool on) noexcept {
  return {name, {}, on ? Attribute::Form::boolean : Attribute::Form::absent};
}
/// An attribute that stands only when it has a value.
[[nodiscard]] inline Attribute unless_empty(std::string_view name, std::string_view value) noexcept {
  return {name, value, value.empty() ? Attribute::Form::absent : Attribute::Form::value};
}

using Attributes = std::initializer_list<Attribute>;

}  // namespace html

/// A piece of safe markup.
class Html {
 public:
  Html() = default;
  /// Markup that stands in the program's own source.
  Html(html::Literal literal) : markup_(literal.markup) {}   // NOLINT: implicit on purpose

  [[nodiscard]] std::string_view markup() const& noexcept { return markup_; }
  std::string_view markup() const&& = delete;
  /// Hands the bytes over, as the body of a response.
  [[nodiscard]] std::string release() && noexcept { return std::move(markup_); }
  [[nodiscard]] bool empty() const noexcept { return markup_.empty(); }

  Html& operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }
  /// Adds markup that stands in the program's own source, without a copy in between.
  Html& operator+=(html::Literal more) {
    markup_ += more.markup;
    return *this;
  }
  /// Makes room for so many bytes, so that a page is not moved while it grows.
  void reserve(std::size_t bytes) { markup_.reserve(bytes); }
  friend Html operator+(Html left, const Html& right) { return std::move(left += right); }
  /// Adds words, escaped.
  Html& add_text(std::string_view words);
  /// Opens an element; the caller closes it with `close`.
  Html& open(html::Literal tag, html::Attributes attributes = {});
  Html& open(html::Literal tag, std::span<const html::Attribute> attributes);
  Html& close(html::Literal tag);

 private:
  friend class TrustedInTests;   // defined in tests only: takes the fixtures' markup as it stands
  std::string markup_;
};

namespace html {

/// Words, escaped for text and for attribute values alike.
[[nodiscard]] Html text(std::string_view words);
[[nodiscard]] inline Html text(const Text& words) { return text(words.words()); }
/// Words in which each newline becomes a line break.
[[nodiscard]] Html lines(std::string_view words);
/// `<tag attributes>content</tag>`
[[nodiscard]] Html element(Literal tag, Attributes attributes, const Html& content);
/// `<tag attributes>escaped words</tag>`
[[nodiscard]] Html element(Literal tag, Attributes attributes, std::string_view words);
/// `<tag attributes>` for elements that have no content: input, br, link, meta.
[[nodiscard]] Html void_element(Literal tag, Attributes attributes = {});

}  // namespace html
}  // namespace confer
