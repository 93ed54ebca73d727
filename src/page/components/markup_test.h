#pragma once
// For tests: markup read into tokens, so that two pieces are the same when a browser would make the same of them, and the one door by
// which a test may take markup that it has read.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"

namespace confer {

/// The only way past escaping; exists in tests alone, where the published fixtures give markup as options.
class TrustedInTests {
 public:
  [[nodiscard]] static Html html(std::string_view markup) {
    Html out;
    out.markup_ = markup;
    return out;
  }
  /// The name must outlive the literal.
  [[nodiscard]] static html::Literal literal(std::string_view name) { return html::Literal(name); }
};

namespace markup_test {

/// A tag with its attributes, or words with their white space collapsed.
struct Token {
  std::string name = {};   ///< "div", "/div"; empty for words.
  std::map<std::string, std::string> attributes = {};
  std::string words = {};

  bool operator==(const Token&) const = default;
};

/// White space between tags, the order of attributes and the way of escaping are lost; all else is kept.
[[nodiscard]] std::vector<Token> tokens(std::string_view markup);
/// The tokens without the first element, with all inside it, that has this class. Unchanged when there is none.
[[nodiscard]] std::vector<Token> without(std::vector<Token> all, std::string_view css_class);
/// One token a line, to compare by eye.
[[nodiscard]] std::string to_lines(const std::vector<Token>& all);

}  // namespace markup_test
}  // namespace confer
