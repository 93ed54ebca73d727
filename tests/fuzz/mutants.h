#pragma once
// Texts changed at random, always in the same way for the same seed: what the loaders of procedures and of entries are fed. For tests only.
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace confer::fuzz {

/// Makes mutants of texts: bytes changed, stretches cut, doubled, swapped for another text's, and what breaks readers put in.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : dice_(seed) {}

  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(dice_() % bound); }

  /// A text with one to four changes; `other` lends what is spliced in.
  std::string mutant(std::string text, std::string_view other) {
    for (std::size_t left = 1 + below(4); left > 0; --left) change(text, other);
    return text;
  }

 private:
  void change(std::string& text, std::string_view other) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(text.size() - at, 64) + 1);
    switch (below(7)) {
      case 0: if (at < text.size()) text[at] = static_cast<char>(below(256)); break;
      case 1: text.erase(at, length); break;
      case 2: text.insert(at, text.substr(at, length)); break;
      case 3: text.insert(at, std::string(1, static_cast<char>(below(256)))); break;
      case 4: text.replace(at, length, other.substr(below(other.size() + 1), 64)); break;
      case 5: text.insert(at, breaker()); break;
      default: number(text, at); break;
    }
  }

  std::string breaker() {
    static const std::array<std::string, 18> known = {"\"", "[[", "]]", "{", "}", "\\u0000", std::string(1, '\0'), "\xff\xfe", "\xc3", "99999999999999999999", "-1", "1e999", "2025-02-30",
                                                      "null", "'''", "= ", std::string(600, '['), std::string(600, '{')};
    return known[below(known.size())];
  }

  /// Puts another number where the next one stands.
  void number(std::string& text, std::size_t at) {
    const std::size_t found = text.find_first_of("0123456789", at);
    if (found == std::string::npos) return;
    static const std::array<std::string, 6> instead = {"0", "7", "31", "10001", "2147483648", "-5"};
    text.replace(found, 1, instead[below(instead.size())]);
  }

  std::mt19937_64 dice_;
};

}  // namespace confer::fuzz
