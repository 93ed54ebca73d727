#pragma once
// The fonts, kept warm for each thread, and text set in them. Nothing here knows of pages.
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/parts.h"

namespace confer::document {

/// What words are for, which settles their font and size.
enum class Style { title, heading_1, heading_2, heading_3, body, strong, cell, header_cell, foot };
inline constexpr std::size_t styles = static_cast<std::size_t>(Style::foot) + 1;

/// This thread's font of a style, lent as long as the thread lives.
[[nodiscard]] PangoFont* font_of(Style style);
/// Width of a space, in points.
[[nodiscard]] double space_width(Style style);
/// A line without words, as high as its style's font and leading.
[[nodiscard]] Line empty_line(Style style);

/// Sets words in lines no wider than `width` points; a word that is wider breaks anywhere, without a hyphen.
[[nodiscard]] Cell set_words(std::string_view words, Style style, double width);
/// The same for words of two weights.
[[nodiscard]] Cell set_runs(std::vector<Run> runs, Style style, double width);

/// How wide words would be: on their longest line, and at their longest word. An estimate, near enough to share out a table's width.
struct Widths {
  double whole = 0;
  double longest_word = 0;
};
[[nodiscard]] Widths estimated_widths(std::string_view words, Style style);

}  // namespace confer::document
