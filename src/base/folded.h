#pragma once
// Words as a search compares them, whoever typed them and on whatever keyboard: "zaneta" finds Žaneta, "o'neil" finds O’Neil.
#include <string>
#include <string_view>

namespace confer {

/// The words without capitals, accents, apostrophes and hyphens, by Unicode's own rules: letters that Latin writing has besides A to Z as those that
/// stand for them (ł as l, ß as ss), letters of other writings as they are. A hyphen between two digits stays, since days and references are written
/// with it; any other becomes a space. Bytes that are not UTF-8 are replaced, never refused: a search finds nothing then.
[[nodiscard]] std::string folded(std::string_view words);

}  // namespace confer
