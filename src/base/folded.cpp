#include "base/folded.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/result.h"

namespace confer {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// What Unicode says of letters beyond ASCII. A transliterator keeps a state of its own while it works, so each thread has one.
std::string plain_letters(std::string_view words) {
  thread_local const std::unique_ptr<icu::Transliterator> rules = [] {
    UErrorCode error = U_ZERO_ERROR;
    auto* made = icu::Transliterator::createInstance("NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower; NFC", UTRANS_FORWARD, error);
    CONFER_ASSERT(U_SUCCESS(error));
    return std::unique_ptr<icu::Transliterator>(made);
  }();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({words.data(), static_cast<std::int32_t>(words.size())});
  rules->transliterate(text);
  std::string out;
  return text.toUTF8String(out);
}

/// Capitals, apostrophes and hyphens of words whose other letters are plain already.
std::string plain_signs(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char sign = words[i];
    if (sign == '\'' || sign == '`') continue;
    const bool between_digits = i > 0 && i + 1 < words.size() && is_digit(words[i - 1]) && is_digit(words[i + 1]);
    if (sign == '-' && !between_digits) out.push_back(' ');
    else out.push_back(sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + ('a' - 'A')) : sign);
  }
  return out;
}

}  // namespace

std::string folded(std::string_view words) {
  const bool is_ascii = std::all_of(words.begin(), words.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
  return plain_signs(is_ascii ? std::string(words) : plain_letters(words));
}

}  // namespace confer
