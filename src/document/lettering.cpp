#include "document/lettering.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

#include "document/compose.h"
#include "document/words.h"

namespace confer::document {
namespace {

constexpr const char* family = "DejaVu Sans";
constexpr std::size_t longest_stretch = 4'000;   // bytes that Pango sets at once
constexpr double leading = 1.18;   // of the font's own line height

struct Fount {
  double points;
  bool strong;
};

Fount fount(Style style) {
  switch (style) {
    case Style::title: return {19, true};
    case Style::heading_1: return {14, true};
    case Style::heading_2: return {11.5, true};
    case Style::heading_3: return {10, true};
    case Style::body: return {10, false};
    case Style::strong: return {10, true};
    case Style::cell: return {9, false};
    case Style::header_cell: return {9, true};
    case Style::foot: return {7.5, false};
  }
  mistake("a style without a fount", __FILE__, __LINE__);
}

struct DescriptionFreed {
  void operator()(PangoFontDescription* description) const noexcept { pango_font_description_free(description); }
};
struct AttributesFreed {
  void operator()(PangoAttrList* list) const noexcept { pango_attr_list_unref(list); }
};
struct OptionsFreed {
  void operator()(cairo_font_options_t* options) const noexcept { cairo_font_options_destroy(options); }
};
using Description = std::unique_ptr<PangoFontDescription, DescriptionFreed>;
using Attributes = std::unique_ptr<PangoAttrList, AttributesFreed>;
using Advances = std::array<double, 128>;

/// One thread's fonts. Pango's objects may be used by one thread at a time, so each thread warms its own.
struct Lettering {
  std::unique_ptr<PangoFontMap, Released> map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
  std::unique_ptr<PangoContext, Released> context{};
  std::array<Description, styles> descriptions{};
  std::array<std::unique_ptr<PangoFont, Released>, styles> fonts{};
  std::array<Advances, styles> advances{};

  Lettering();
};

PangoAttrList* without_hyphens(PangoAttrList* list) {
  pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
  return list;
}

Description described(Style style) {
  Description description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), family);
  pango_font_description_set_weight(description.get(), fount(style).strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), fount(style).points * PANGO_SCALE);
  return description;
}

Advances advances_of(PangoFont* font) {
  Advances advances{};
  hb_font_t* const shapes = pango_font_get_hb_font(font);
  for (hb_codepoint_t c = ' '; c < advances.size(); ++c) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(shapes, c, &glyph))
      advances[c] = static_cast<double>(hb_font_get_glyph_h_advance(shapes, glyph)) / PANGO_SCALE;
  }
  return advances;
}

Lettering::Lettering() {
  if (!map) throw std::runtime_error("no font map can be made; install the package fonts-dejavu-core");
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
  context.reset(pango_font_map_create_context(map.get()));
  const std::unique_ptr<cairo_font_options_t, OptionsFreed> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options.get());
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string("en"));
  for (std::size_t i = 0; i < styles; ++i) {
    descriptions[i] = described(static_cast<Style>(i));
    fonts[i].reset(pango_context_load_font(context.get(), descriptions[i].get()));
    if (!fonts[i]) throw std::runtime_error("no font can be loaded; install the package fonts-dejavu-core");
    advances[i] = advances_of(fonts[i].get());
  }
}

const Lettering& lettering() {
  thread_local const Lettering warm;
  return warm;
}

/// A line's extents from its runs' fonts and advances alone. Pango would measure the ink of every glyph too, which nobody asks for here.
Line measured(PangoLayoutLine* line, double width) {
  int ascent = 0, descent = 0, advance = 0;
  for (const GSList* at = line->runs; at != nullptr; at = at->next) {
    const auto* const run = static_cast<const PangoLayoutRun*>(at->data);
    PangoRectangle extents;
    pango_font_get_glyph_extents(run->item->analysis.font, PANGO_GLYPH_EMPTY, nullptr, &extents);
    ascent = std::max(ascent, -extents.y);
    descent = std::max(descent, extents.y + extents.height);
    advance += pango_glyph_string_get_width(run->glyphs);
  }
  if (line->runs == nullptr) {   // an empty line is as high as its font
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    ascent = -extents.y;
    descent = extents.y + extents.height;
  }
  const double filled = pango_units_to_double(advance);
  const bool from_the_right = pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
  return {.line = line,
          .indent = from_the_right ? std::max(0.0, width - filled) : 0.0,
          .width = filled,
          .ascent = pango_units_to_double(ascent),
          .height = pango_units_to_double(ascent + descent) * leading};
}

Attributes attributes_of(std::span<const Run> runs) {
  Attributes attributes(without_hyphens(pango_attr_list_new()));
  std::size_t from = 0;
  for (const auto& run : runs) {
    if (run.weight == Weight::strong) {
      PangoAttribute* const strong = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
      strong->start_index = static_cast<guint>(from);
      strong->end_index = static_cast<guint>(from + run.words.size());
      pango_attr_list_insert(attributes.get(), strong);
    }
    from += run.words.size();
  }
  return attributes;
}

/// Adds the lines of one stretch of text, set by Pango.
void set_stretch(Cell& cell, std::span<const Run> runs, Style style, double width) {
  std::string words;
  for (const auto& run : runs) words += run.words;
  const auto& fonts = lettering();
  PangoLayout* const layout = cell.layouts.emplace_back(pango_layout_new(fonts.context.get())).get();
  pango_layout_set_font_description(layout, fonts.descriptions[static_cast<std::size_t>(style)].get());
  pango_layout_set_attributes(layout, attributes_of(runs).get());
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, pango_units_from_double(width));
  pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
  for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next)
    cell.lines.push_back(measured(static_cast<PangoLayoutLine*>(at->data), width));
}

/// The front of `words` that fits in `room` bytes: to its last newline or space if it has one, else between two characters.
std::size_t stretch(std::string_view words, std::size_t room) noexcept {
  if (words.size() <= room) return words.size();
  for (const char end : {'\n', ' '})
    if (const auto at = words.rfind(end, room - 1); at != std::string_view::npos && at > 0) return at + 1;
  while (room > 1 && (static_cast<unsigned char>(words[room]) & 0xC0U) == 0x80U) --room;
  return room;
}

/// Sets text of any length in stretches, because Pango takes a time that grows with the square of an unbroken word.
Cell set(std::span<const Run> runs, Style style, double width) {
  Cell cell;
  std::vector<Run> now;
  std::size_t bytes = 0;
  for (const auto& run : runs)
    for (std::string_view rest = run.words; !rest.empty();) {
      const std::size_t length = stretch(rest, std::max<std::size_t>(longest_stretch - bytes, longest_stretch / 2));
      now.push_back({std::string(rest.substr(0, length)), run.weight});
      rest.remove_prefix(length);
      bytes += length;
      if (bytes < longest_stretch / 2 || rest.empty()) continue;
      if (now.back().words.ends_with('\n')) now.back().words.pop_back();   // the end of a stretch ends the line
      set_stretch(cell, now, style, width);
      now.clear();
      bytes = 0;
    }
  if (!now.empty() || cell.lines.empty()) set_stretch(cell, now, style, width);
  return cell;
}

}  // namespace

PangoFont* font_of(Style style) { return lettering().fonts[static_cast<std::size_t>(style)].get(); }

double space_width(Style style) { return lettering().advances[static_cast<std::size_t>(style)][' ']; }

Line empty_line(Style style) {
  PangoRectangle extents;
  pango_font_get_glyph_extents(font_of(style), PANGO_GLYPH_EMPTY, nullptr, &extents);
  return {.ascent = pango_units_to_double(-extents.y), .height = pango_units_to_double(extents.height) * leading};
}

Cell set_words(std::string_view words, Style style, double width) { return set_runs({{.words = std::string(words)}}, style, width); }

Cell set_runs(std::vector<Run> runs, Style style, double width) {
  for (auto& run : runs) run.words = shown(run.words);
  if (auto cell = composed(runs, style, width)) return std::move(*cell);
  return set(runs, style, width);
}

Widths estimated_widths(std::string_view words, Style style) {
  const Advances& advances = lettering().advances[static_cast<std::size_t>(style)];
  const double other = advances['n'] / 2;   // half a letter for each byte of a character beyond ASCII
  Widths widths;
  double line = 0, word = 0;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    const double advance = byte < advances.size() ? advances[byte] : other;
    line = c == '\n' ? 0 : line + advance;
    word = c == '\n' || c == ' ' ? 0 : word + advance;
    widths.whole = std::max(widths.whole, line);
    widths.longest_word = std::max(widths.longest_word, word);
  }
  return widths;
}

}  // namespace confer::document
