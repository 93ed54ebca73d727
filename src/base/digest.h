#pragma once
// A digest of bytes: BLAKE2b, 256 bits. Names an edition of a procedure and links the record's chain.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer {

/// Thirty-two bytes that stand for others. All zero means "nothing before".
struct Digest {
  std::array<std::uint8_t, 32> bytes = {};

  [[nodiscard]] static Digest of(std::string_view content);
  /// The digest of these pieces, each preceded by its length, so that no two lists of pieces share one.
  [[nodiscard]] static Digest of_parts(std::span<const std::string_view> parts);
  [[nodiscard]] static Result<Digest> parse(std::string_view hex);
  /// 64 lower-case hexadecimal digits.
  [[nodiscard]] std::string hex() const;
  [[nodiscard]] std::string_view view() const noexcept { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

  auto operator<=>(const Digest&) const = default;
};

}  // namespace confer
