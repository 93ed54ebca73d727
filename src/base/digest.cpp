#include "base/digest.h"

#include <sodium.h>

namespace confer {
namespace {

class Hash {
 public:
  Hash() { crypto_generichash_init(&state_, nullptr, 0, sizeof(Digest::bytes)); }
  void add(std::string_view bytes) { crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()); }
  [[nodiscard]] Digest finish() {
    Digest digest;
    crypto_generichash_final(&state_, digest.bytes.data(), digest.bytes.size());
    return digest;
  }

 private:
  crypto_generichash_state state_;
};

}  // namespace

Digest Digest::of(std::string_view content) {
  Hash hash;
  hash.add(content);
  return hash.finish();
}

Digest Digest::of_parts(std::span<const std::string_view> parts) {
  Hash hash;
  for (const std::string_view part : parts) {
    std::array<char, 8> length;
    for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<char>(part.size() >> (8 * i));
    hash.add({length.data(), length.size()});
    hash.add(part);
  }
  return hash.finish();
}

Result<Digest> Digest::parse(std::string_view hex) {
  Digest digest;
  std::size_t length = 0;
  if (hex.size() != 2 * digest.bytes.size() ||
      sodium_hex2bin(digest.bytes.data(), digest.bytes.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 || length != digest.bytes.size())
    return refused("A digest must be 64 hexadecimal digits.");
  return digest;
}

std::string Digest::hex() const {
  std::string out(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

}  // namespace confer
