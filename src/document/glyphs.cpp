#include "document/glyphs.h"

#include <pango/pangocairo.h>

#include "document/lettering.h"

namespace confer::document {

void Glyphs::add(const Cell& cell, const Line& line, double left, double top) {
  if (line.line == nullptr) return add_words(std::span(cell.words).subspan(line.first_word, line.end_word - line.first_word), left, top + line.ascent);
  const char* const text = pango_layout_get_text(line.line->layout);
  left += line.indent;
  for (const GSList* at = line.line->runs; at != nullptr; at = at->next) {
    auto& run = *static_cast<PangoGlyphItem*>(at->data);
    add_run(run, text, left, top + line.ascent);
    left += pango_units_to_double(pango_glyph_string_get_width(run.glyphs));
  }
}

void Glyphs::add_words(std::span<const PlacedWord> words, double left, double baseline) {
  for (const auto& placed : words) {
    use(font_of(placed.word->style));
    for (const auto& glyph : placed.word->glyphs) glyphs_.push_back({glyph.index, left + placed.left + glyph.x, baseline});
    clusters_.insert(clusters_.end(), placed.word->clusters.begin(), placed.word->clusters.end());
    words_ += placed.word->text;
    if (!placed.space_after) continue;
    glyphs_.push_back({space_, left + placed.left + placed.word->width, baseline});
    clusters_.push_back({1, 1});
    words_ += ' ';
  }
}

void Glyphs::show() {
  if (glyphs_.empty() && clusters_.empty()) return;
  cairo_set_scaled_font(cairo_, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font_)));
  cairo_show_text_glyphs(cairo_, words_.data(), static_cast<int>(words_.size()), glyphs_.data(), static_cast<int>(glyphs_.size()),
                         clusters_.data(), static_cast<int>(clusters_.size()), cairo_text_cluster_flags_t{});
  words_.clear();
  glyphs_.clear();
  clusters_.clear();
}

void Glyphs::use(PangoFont* font) {
  if (font == font_) return;
  show();
  font_ = font;
  hb_codepoint_t space = 0;
  hb_font_get_nominal_glyph(pango_font_get_hb_font(font), ' ', &space);
  space_ = space;
}

void Glyphs::add_run(PangoGlyphItem& run, const char* text, double left, double baseline) {
  if (run.item->analysis.level % 2 != 0) {   // from right to left: Pango knows how its clusters run
    show();
    cairo_move_to(cairo_, left, baseline);
    pango_cairo_show_glyph_item(cairo_, text, &run);
    return;
  }
  use(run.item->analysis.font);
  const std::string_view words(text + run.item->offset, static_cast<std::size_t>(run.item->length));
  const PangoGlyphString& glyphs = *run.glyphs;
  for (int first = 0, end = 0; first < glyphs.num_glyphs; first = end) {
    const int from = glyphs.log_clusters[first];
    for (end = first; end < glyphs.num_glyphs && glyphs.log_clusters[end] == from; ++end) {}
    const int to = end < glyphs.num_glyphs ? glyphs.log_clusters[end] : run.item->length;
    add_cluster(glyphs, first, end, words.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)), left, baseline);
  }
}

void Glyphs::add_cluster(const PangoGlyphString& glyphs, int first, int end, std::string_view words, double& left, double baseline) {
  const auto before = glyphs_.size();
  for (int i = first; i < end; ++i) {
    const PangoGlyphInfo& info = glyphs.glyphs[i];
    const double x = left + pango_units_to_double(info.geometry.x_offset), y = baseline + pango_units_to_double(info.geometry.y_offset);
    left += pango_units_to_double(info.geometry.width);
    if (info.glyph == PANGO_GLYPH_EMPTY && words != " ") continue;   // a joiner or the like: read, not seen
    unsigned long glyph = info.glyph;
    if (info.glyph == PANGO_GLYPH_EMPTY) glyph = space_;             // the space at a line's end
    else if ((info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) glyph = 0;   // no font has it: the font's own empty box, which still reads as the letter
    glyphs_.push_back({glyph, x, y});
  }
  words_ += words;
  clusters_.push_back({static_cast<int>(words.size()), static_cast<int>(glyphs_.size() - before)});
}

}  // namespace confer::document
