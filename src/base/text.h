#pragma once
// Words from people. Valid UTF-8, without control characters, and without a formatter, so that they cannot reach a log by accident.
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer {

/// Words that a person gave. Empty is allowed; what a question requires is the question's business.
class Text {
 public:
  Text() = default;
  /// Refused when the bytes are not valid UTF-8, hold a control character other than newline and tab (or U+FFFE, U+FFFF), or are more
  /// than `limit_bytes`. Line ends become a single newline.
  [[nodiscard]] static Result<Text> from(std::string_view bytes, std::size_t limit_bytes);

  /// The words, for pages and documents that a view has cleared; never for a log, a URL or a file name.
  [[nodiscard]] const std::string& words() const& noexcept { return words_; }
  const std::string& words() const&& = delete;
  [[nodiscard]] bool empty() const noexcept { return words_.empty(); }

  bool operator==(const Text&) const = default;

 private:
  std::string words_;
};

/// Whether these bytes are well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// The same words to stand inside a sentence: a capital from A to Z at their head made small.
[[nodiscard]] std::string lower_first(std::string words);
/// The same words to stand by themselves: a small letter from a to z at their head made a capital.
[[nodiscard]] std::string upper_first(std::string words);

}  // namespace confer
