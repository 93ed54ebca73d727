#pragma once
// A document set in type but not yet on pages: parts (a paragraph, a list item, a row) made of cells made of lines. Lengths are points.
#include <cairo.h>
#include <pango/pango.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace confer::document {

/// Gives a GObject back to its library.
struct Released {
  void operator()(gpointer object) const noexcept { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Released>;

enum class Style;

/// A word, or a piece of one, shaped.
struct Word {
  std::string text = {};
  Style style = {};
  std::vector<cairo_glyph_t> glyphs = {};             ///< From the word's own left edge and baseline.
  std::vector<cairo_text_cluster_t> clusters = {};
  double width = 0;
  bool known = true;                                  ///< The style's font has every letter.
};

/// A word on a line.
struct PlacedWord {
  const Word* word = nullptr;   ///< Borrowed from the words of the document.
  double left = 0;              ///< From the line's left edge.
  bool space_after = false;     ///< Read between it and the next, also over a line's end.
};

/// One line of type: a line of one of its cell's layouts, or some of its cell's words.
struct Line {
  PangoLayoutLine* line = nullptr;   ///< Borrowed from the cell; null when it consists of words.
  std::size_t first_word = 0;
  std::size_t end_word = 0;
  double indent = 0;   ///< From the cell's left edge.
  double width = 0;
  double ascent = 0;   ///< From the line's top to its baseline.
  double height = 0;   ///< With the leading that parts it from the next.
};

/// Type set in one column. Line n of every cell stands in the part's band n.
struct Cell {
  const char* tag = nullptr;   ///< PDF structure type; null when the part's own tag speaks for its only cell.
  double left = 0;             ///< From the text area's left edge.
  std::vector<Layout> layouts = {};         ///< None when the lines consist of `words`.
  std::vector<PlacedWord> words = {};
  std::vector<Line> lines = {};
};

/// What is read as one thing. Its bands run from top to bottom; a page may end between two of them where `may_break` allows.
struct Part {
  const char* tag = nullptr;         ///< PDF structure type: "P", "TR", "H2".
  std::vector<Cell> cells = {};
  std::vector<double> bands = {};    ///< Heights; at least one.
  double space_before = 0;           ///< Left out at the head of a page.
  double padding = 0;                ///< Above the first band and below the last.
  double rule_below = 0;             ///< Thickness; 0 for none.
  bool keep_with_next = false;       ///< A heading, a caption, a header row.
  bool keep_whole = false;           ///< No page may end within it, as long as a page can hold it.
  bool starts_page = false;
  std::optional<std::size_t> group = {};
  std::string outline = {};          ///< The words that a reader's outline shows for it; empty for none.
  int outline_level = 0;             ///< 1 to 3 where there is an outline.
};

/// Parts that belong together: a list, a table.
struct Group {
  const char* tag = nullptr;                    ///< PDF structure type: "L", "Table".
  std::optional<std::size_t> header_row = {};   ///< The part repeated at the head of each further page.
};

/// A whole document set in type, not yet on pages.
struct Typeset {
  std::vector<Part> parts = {};
  std::vector<Group> groups = {};
};

/// A4, its margins, and the area between them that text may fill.
namespace paper {
inline constexpr double width = 595.276;
inline constexpr double height = 841.890;
inline constexpr double left = 62;
inline constexpr double top = 60;
inline constexpr double foot_gap = 24;        ///< Between the text area and the foot.
inline constexpr double bottom = 40;          ///< Below the foot.
inline constexpr double text_width = width - 2 * left;
}  // namespace paper

}  // namespace confer::document
