#pragma once
// Lines of type gathered by font and handed to cairo together, each glyph with the words it stands for, so that they can be read back.
#include <cairo.h>
#include <pango/pango.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/parts.h"

namespace confer::document {

/// Gathers glyphs of one font and shows them on a cairo surface, which must outlive it.
class Glyphs {
 public:
  explicit Glyphs(cairo_t* cairo) : cairo_(cairo) {}

  /// Adds a line of a cell; its top left corner stands here, in points from the page's.
  void add(const Cell& cell, const Line& line, double left, double top);
  /// Draws what has been added, with the pen as it is. Nothing may be left unshown when a tag begins or ends.
  void show();

 private:
  void add_words(std::span<const PlacedWord> words, double left, double baseline);
  void add_run(PangoGlyphItem& run, const char* text, double left, double baseline);
  void add_cluster(const PangoGlyphString& glyphs, int first, int end, std::string_view words, double& left, double baseline);
  void use(PangoFont* font);

  cairo_t* cairo_;
  PangoFont* font_ = nullptr;
  unsigned long space_ = 0;   ///< The font's glyph for a space.
  std::string words_ = {};
  std::vector<cairo_glyph_t> glyphs_ = {};
  std::vector<cairo_text_cluster_t> clusters_ = {};
};

}  // namespace confer::document
