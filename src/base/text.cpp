#include "base/text.h"

#include <fmt/format.h>

namespace confer {
namespace {

/// Length of the well-formed sequence at the front of `s`; 0 when there is none. Table 3-7 of the Unicode Standard.
std::size_t sequence(std::string_view s) noexcept {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) { return i < s.size() && at(i) >= low && at(i) <= high; };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return within(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
    return within(1, low, high) && within(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
    return within(1, low, high) && within(2, 0x80, 0xBF) && within(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

/// Whether the character at `i` of well-formed UTF-8 has no place in words: a control character, of the old set (U+0000 to U+001F, U+007F)
/// or the new (U+0080 to U+009F), or U+FFFE and U+FFFF, which no XML document may hold. A carriage return is judged by the caller.
bool is_unshowable(std::string_view s, std::size_t i) noexcept {
  const auto at = [&](std::size_t k) { return i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0U; };
  if (at(0) < 0x20) return at(0) != '\n' && at(0) != '\t';
  if (at(0) == 0x7F) return true;
  if (at(0) == 0xC2) return at(1) <= 0x9F;
  return at(0) == 0xEF && at(1) == 0xBF && at(2) >= 0xBE;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const std::size_t length = sequence(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

Result<Text> Text::from(std::string_view bytes, std::size_t limit_bytes) {
  if (bytes.size() > limit_bytes)
    return refused(fmt::format("This is too long: about {} characters fit here. Shorten it, or put the rest in another entry.", limit_bytes), {}, {},
                   Problem::Kind::too_large);
  if (!is_utf8(bytes)) return refused("Some of this text could not be read. Type it again, or paste it as plain text.");
  Text text;
  text.words_.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\r') {   // browsers send line ends as CR LF
      if (i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
      text.words_.push_back('\n');
      continue;
    }
    if (is_unshowable(bytes, i))
      return refused("This text holds a character that cannot be shown. Type it again, or paste it as plain text.");
    text.words_.push_back(c);
  }
  return text;
}

std::string lower_first(std::string words) {
  if (!words.empty() && words.front() >= 'A' && words.front() <= 'Z') words.front() = static_cast<char>(words.front() - 'A' + 'a');
  return words;
}

std::string upper_first(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

}  // namespace confer
