#pragma once
// Words as they may be shown to someone: nothing in them can turn, hide or smear the words beside them.
#include <cstddef>
#include <string>
#include <string_view>

namespace confer::document {

/// Marks that may stand on one letter; more would be drawn over the lines above and below.
inline constexpr std::size_t most_marks_on_a_letter = 4;

/// The words without control characters, without the invisible characters that turn the order in which words are read (bidirectional
/// embeddings, overrides and isolates), and without marks beyond `most_marks_on_a_letter`. A tab becomes a space, the separators of lines
/// and paragraphs become newlines, and bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string shown(std::string_view words);

/// The same on one line: newlines become spaces.
[[nodiscard]] std::string shown_on_one_line(std::string_view words);

}  // namespace confer::document
