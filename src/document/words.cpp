#include "document/words.h"

#include <glib.h>

#include <algorithm>

namespace confer::document {
namespace {

constexpr std::string_view unreadable = "\xEF\xBF\xBD";

bool is_plain(char c) noexcept { return (c >= 0x20 && c < 0x7F) || c == '\n'; }

bool turns_order(gunichar c) noexcept { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool stands_on_a_letter(gunichar c) noexcept {
  const auto type = g_unichar_type(c);
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

bool is_control(gunichar c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF; }

struct Shown {
  std::string words;
  std::size_t marks = 0;

  void add(gunichar c, std::string_view bytes) {
    marks = stands_on_a_letter(c) ? marks + 1 : 0;
    if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85) words += '\n';
    else if (c == '\t') words += ' ';
    else if (!is_control(c) && !turns_order(c) && marks <= most_marks_on_a_letter) words += bytes;
  }
};

}  // namespace

std::string shown(std::string_view words) {
  if (std::all_of(words.begin(), words.end(), is_plain)) return std::string(words);
  Shown out;
  out.words.reserve(words.size());
  while (!words.empty()) {
    const gunichar c = g_utf8_get_char_validated(words.data(), static_cast<gssize>(words.size()));
    const bool readable = c < 0x110000 && words.front() != '\0';
    const auto length = readable ? static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr)) : 1;
    if (readable) out.add(c, words.substr(0, length));
    else if (words.front() != '\0') out.words += unreadable;
    words.remove_prefix(length);
  }
  return std::move(out.words);
}

std::string shown_on_one_line(std::string_view words) {
  std::string line = shown(words);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace confer::document
