#pragma once
// What a search is: words that must all occur in a row's search text, as parts of its words too. And how the rows of one file and day are ordered.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace confer {

/// The words between spaces.
[[nodiscard]] inline std::vector<std::string_view> words_of(std::string_view search) {
  std::vector<std::string_view> words;
  while (!search.empty()) {
    const std::size_t end = std::min(search.find(' '), search.size());
    if (end > 0) words.push_back(search.substr(0, end));
    search.remove_prefix(std::min(end + 1, search.size()));
  }
  return words;
}

/// Whether a text holds a word, as part of a longer one too; a number does not begin within another: 0214 is not found in 20214.
[[nodiscard]] inline bool holds(std::string_view text, std::string_view word) {
  const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (at == 0 || !is_digit(word.front()) || !is_digit(text[at - 1])) return true;
  return false;
}

/// Whether a text holds every word; true for no words.
[[nodiscard]] inline bool holds_all(std::string_view text, const std::vector<std::string_view>& words) {
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) { return holds(text, word); });
}

/// Where a row stands among those of its file and day: by its key alone, so that it stays there whatever other rows come and go. (FNV-1a)
[[nodiscard]] constexpr std::uint32_t place_of_key(std::string_view key) noexcept {
  std::uint32_t place = 2'166'136'261U;
  for (const char sign : key) place = (place ^ static_cast<unsigned char>(sign)) * 16'777'619U;
  return place;
}

/// Each token once, sorted.
[[nodiscard]] inline std::vector<std::string> each_once(std::vector<std::string> tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

}  // namespace confer
