#pragma once
// Secrets that a browser holds for us: random, and kept here only as their digest.
#include <string>
#include <string_view>

#include "base/digest.h"

namespace confer {

/// 256 random bits as 43 letters, digits, '-' and '_'.
[[nodiscard]] std::string random_token();
/// Whether these bytes have the form of a token.
[[nodiscard]] bool is_token(std::string_view bytes) noexcept;
/// What a token is kept under: 64 hexadecimal digits.
[[nodiscard]] std::string token_digest(std::string_view token);
/// A second secret made from a first, for one purpose: keyed BLAKE2b, as 43 letters, digits, '-' and '_'. `secret` must be a token.
[[nodiscard]] std::string derived_token(std::string_view secret, std::string_view purpose);
/// Whether two secrets are the same, in a time that does not tell where they differ.
[[nodiscard]] bool same_secret(std::string_view left, std::string_view right) noexcept;

}  // namespace confer
