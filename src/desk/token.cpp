#include "desk/token.h"

#include <array>
#include <sodium.h>

namespace confer {
namespace {

constexpr std::size_t token_length = 43;
using Bytes = std::array<unsigned char, 32>;

std::string written(const Bytes& bytes) {
  std::string out(token_length + 1, '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.pop_back();
  return out;
}

void make_ready() {
  static const bool ready = sodium_init() >= 0;
  CONFER_ASSERT(ready);
}

}  // namespace

std::string random_token() {
  make_ready();
  Bytes bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return written(bytes);
}

bool is_token(std::string_view bytes) noexcept {
  if (bytes.size() != token_length) return false;
  for (const char c : bytes)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) return false;
  return true;
}

std::string token_digest(std::string_view token) { return Digest::of(token).hex(); }

std::string derived_token(std::string_view secret, std::string_view purpose) {
  CONFER_ASSERT(is_token(secret));
  Bytes out;
  const auto bytes = [](std::string_view words) { return reinterpret_cast<const unsigned char*>(words.data()); };
  crypto_generichash(out.data(), out.size(), bytes(purpose), purpose.size(), bytes(secret), secret.size());
  return written(out);
}

bool same_secret(std::string_view left, std::string_view right) noexcept {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace confer
