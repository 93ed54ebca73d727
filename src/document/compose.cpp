#include "document/compose.h"

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace confer::document {
namespace {

constexpr std::size_t longest_word = 128;   // bytes; what is longer is set letter by letter

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view words) const noexcept { return std::hash<std::string_view>{}(words); }
};
using WordsOfAStyle = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;

/// One thread's words; emptied at the end of each document.
struct Memory {
  std::array<WordsOfAStyle, styles> words = {};
  bool in_use = false;
};

Memory& memory() {
  thread_local Memory mine;
  return mine;
}

struct BufferFreed {
  void operator()(hb_buffer_t* buffer) const noexcept { hb_buffer_destroy(buffer); }
};

/// Letters whose words can be shaped one by one: printable ASCII, accented Latin, and the dashes and quotation marks of print.
bool is_latin(std::string_view words) noexcept {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (byte < 0x80) continue;
    const auto next = i + 1 < words.size() ? static_cast<unsigned char>(words[i + 1]) : 0U;
    const bool accented = (byte == 0xC3 || byte == 0xC4 || byte == 0xC5) && next >= 0x80;
    const bool sign = byte == 0xC2 && (next == 0xA3 || next == 0xB7);   // £ ·
    const auto last = i + 2 < words.size() ? static_cast<unsigned char>(words[i + 2]) : 0U;
    const bool mark = byte == 0xE2 && next == 0x80 && ((last >= 0x93 && last <= 0x9D) || last == 0xA2 || last == 0xA6);   // – — ‘ ’ “ ” • …
    if (!accented && !sign && !mark) return false;
    i += mark ? 2 : 1;
  }
  return true;
}

Word shaped(std::string_view text, Style style) {
  thread_local const std::unique_ptr<hb_buffer_t, BufferFreed> buffer(hb_buffer_create());
  hb_buffer_reset(buffer.get());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_LATIN);
  hb_shape(pango_font_get_hb_font(font_of(style)), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  Word word = {.text = std::string(text), .style = style};
  for (unsigned i = 0; i < count; ++i) {
    const auto next = i + 1 < count ? infos[i + 1].cluster : static_cast<unsigned>(text.size());
    word.known = word.known && infos[i].codepoint != 0 && next > infos[i].cluster;
    word.glyphs.push_back({infos[i].codepoint, word.width + pango_units_to_double(positions[i].x_offset), 0});
    word.clusters.push_back({static_cast<int>(next - infos[i].cluster), 1});
    word.width += pango_units_to_double(positions[i].x_advance);
  }
  return word;
}

const Word& remembered(std::string_view text, Style style) {
  auto& words = memory().words[static_cast<std::size_t>(style)];
  if (const auto found = words.find(text); found != words.end()) return found->second;
  return words.emplace(std::string(text), shaped(text, style)).first->second;
}

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Length of the piece at the front of words without spaces: up to a hyphen or a long dash that a line may end on.
std::size_t piece(std::string_view words) noexcept {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == '-' && is_letter(words[i - 1]) && is_letter(words[i + 1])) return i + 1;
    if (i + 3 < words.size() && words.substr(i, 3) == "—") return i + 3;
  }
  return words.size();
}

/// Sets words one after the other, and moves those that belong together to the next line when they do not fit.
class Composer {
 public:
  Composer(Style style, double width) : style_(style), width_(width) {}

  /// False when the font lacks a letter.
  bool add(const Run& run) {
    const Style style = run.weight == Weight::strong && style_ == Style::body ? Style::strong : style_;
    for (std::string_view rest = run.words; !rest.empty();) {
      if (rest.front() == '\n' || rest.front() == ' ') {
        if (rest.front() == '\n') end_line();
        else space(style);
        rest.remove_prefix(1);
        continue;
      }
      const std::size_t length = piece(rest.substr(0, std::min(rest.find_first_of(" \n"), rest.size())));
      if (!add_piece(rest.substr(0, length), style)) return false;
      rest.remove_prefix(length);
      may_end_ = may_end_ || (!rest.empty() && rest.front() != ' ' && rest.front() != '\n');
    }
    return true;
  }

  Cell take() {
    end_line();
    return std::move(cell_);
  }

 private:
  bool add_piece(std::string_view words, Style style) {
    if (words.size() <= longest_word) {
      const Word& word = remembered(words, style);
      if (word.width <= width_) return add(word);
    }
    while (!words.empty()) {   // wider than a line: a line may end after any letter
      const auto letter = static_cast<std::size_t>(g_utf8_next_char(words.data()) - words.data());
      if (!add(remembered(words.substr(0, letter), style))) return false;
      words.remove_prefix(letter);
      may_end_ = !words.empty();
    }
    return true;
  }

  bool add(const Word& word) {
    if (may_end_) together_ = cell_.words.size();
    may_end_ = false;
    if (left_ + word.width > width_) wrap(word.width);
    cell_.words.push_back({&word, left_});
    left_ += word.width;
    return word.known;
  }

  /// Ends the line before the words that belong together, or, when those alone are wider than a line, where it stands.
  void wrap(double next) {
    if (cell_.words.size() == first_) return;
    double shift = together_ < cell_.words.size() ? cell_.words[together_].left : left_;
    if (together_ == first_ || left_ - shift + next > width_) together_ = cell_.words.size(), shift = left_;
    push_line(together_, shift);
    for (std::size_t i = together_; i < cell_.words.size(); ++i) cell_.words[i].left -= shift;
    left_ -= shift;
  }

  void space(Style style) {
    may_end_ = true;
    if (cell_.words.size() == first_ || cell_.words.back().space_after) return;
    cell_.words.back().space_after = true;
    left_ += space_width(style);
  }

  void push_line(std::size_t end, double filled) {
    cell_.lines.push_back(empty_line(style_));
    cell_.lines.back().width = filled;
    cell_.lines.back().first_word = first_;
    cell_.lines.back().end_word = end;
    first_ = end;
  }

  void end_line() {
    push_line(cell_.words.size(), left_);
    together_ = first_;
    left_ = 0;
    may_end_ = false;
  }

  Style style_;
  double width_;
  Cell cell_ = {};
  std::size_t first_ = 0;      // word of the line being filled
  std::size_t together_ = 0;   // word from which no line may end before the next
  bool may_end_ = false;       // a line may end before the next word
  double left_ = 0;
};

}  // namespace

WordsOfADocument::WordsOfADocument() noexcept {
  CONFER_ASSERT(!memory().in_use);
  memory().in_use = true;
}

WordsOfADocument::~WordsOfADocument() { memory() = {}; }

std::optional<Cell> composed(std::span<const Run> runs, Style style, double width) {
  if (!memory().in_use) return std::nullopt;
  Composer composer(style, width);
  for (const auto& run : runs)
    if (!is_latin(run.words) || !composer.add(run)) return std::nullopt;
  return composer.take();
}

}  // namespace confer::document
