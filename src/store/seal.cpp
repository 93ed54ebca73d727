#include "store/seal.h"

#include <sodium.h>

#include "store/chain.h"

namespace confer {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t mark_bytes = 16;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Key derived(const Key& master, std::uint64_t number) {
  Key key;
  crypto_kdf_derive_from_key(key.data(), crypto_kdf_KEYBYTES, number, "confer01", master.data());
  return key;
}

std::string entry_label(const Stream& stream, std::string_view id) { return stream_label(stream).append("\x1f").append(id); }

/// A key pair made from a seed; the secret half is wiped.
struct SigningPair {
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open = {};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret = {};

  explicit SigningPair(const Key& seed) { crypto_sign_seed_keypair(open.data(), secret.data(), seed.data()); }
  SigningPair(const SigningPair&) = delete;
  SigningPair& operator=(const SigningPair&) = delete;
  ~SigningPair() { sodium_memzero(secret.data(), secret.size()); }
};

std::optional<Key> key_of(std::optional<std::string> opened) {
  if (!opened) return std::nullopt;
  auto key = Key::from(*opened);
  sodium_memzero(opened->data(), opened->size());
  return key;
}

}  // namespace

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

Key Key::random() {
  Key key;
  randombytes_buf(key.data(), key.bytes_.size());
  return key;
}

std::optional<Key> Key::from(std::string_view content) {
  Key key;
  if (content.size() != key.bytes_.size()) return std::nullopt;
  std::copy(content.begin(), content.end(), key.bytes_.begin());
  return key;
}

std::string seal(const Key& key, std::string_view plain, std::string_view bound_to) {
  std::string out(nonce_bytes + plain.size() + tag_bytes, '\0');
  randombytes_buf(out.data(), nonce_bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + nonce_bytes, nullptr, bytes(plain), plain.size(), bytes(bound_to), bound_to.size(), nullptr,
                                             bytes(out), key.data());
  return out;
}

std::optional<std::string> open_seal(const Key& key, std::string_view sealed, std::string_view bound_to) {
  if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
  std::string out(sealed.size() - nonce_bytes - tag_bytes, '\0');
  const std::string_view content = sealed.substr(nonce_bytes);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(out), nullptr, nullptr, bytes(content), content.size(), bytes(bound_to), bound_to.size(),
                                                 bytes(sealed), key.data()) != 0)
    return std::nullopt;
  return out;
}

Seals::Seals(const Key& master) : wrapping_(derived(master, 1)), aside_(derived(master, 2)), marking_(derived(master, 3)), signing_(derived(master, 4)) {}

std::string Seals::wrap_file_key(const Stream& stream, const Key& file_key) const { return seal(wrapping_, file_key.view(), stream_label(stream)); }

std::optional<Key> Seals::unwrap_file_key(const Stream& stream, std::string_view wrapped) const {
  return key_of(open_seal(wrapping_, wrapped, stream_label(stream)));
}

std::string Seals::seal_aside(std::string_view place, std::string_view value) const { return seal(aside_, value, place); }

std::optional<std::string> Seals::open_aside(std::string_view place, std::string_view sealed) const { return open_seal(aside_, sealed, place); }

std::string Seals::mark(std::string_view purpose, std::span<const std::string_view> parts) const {
  const Digest content = Digest::of_parts(parts);
  const std::array<std::string_view, 2> both = {purpose, content.view()};
  const Digest digest = Digest::of_parts(both);
  std::string out(mark_bytes, '\0');
  crypto_generichash(bytes(out), out.size(), digest.bytes.data(), digest.bytes.size(), marking_.data(), crypto_generichash_KEYBYTES);
  return out;
}

std::string Seals::sign(const Digest& digest) const {
  const SigningPair pair(signing_);
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(bytes(signature), nullptr, digest.bytes.data(), digest.bytes.size(), pair.secret.data());
  return signature;
}

bool Seals::is_signed(const Digest& digest, std::string_view signature) const {
  if (signature.size() != crypto_sign_BYTES) return false;
  const SigningPair pair(signing_);
  return crypto_sign_verify_detached(bytes(signature), digest.bytes.data(), digest.bytes.size(), pair.open.data()) == 0;
}

SealedAnswers seal_answers(const Key& file_key, const Stream& stream, std::string_view id, const Digest& place, std::string_view answers) {
  const Key own = Key::random();
  return {.wrapped_key = seal(file_key, own.view(), entry_label(stream, id)), .sealed = seal(own, answers, place.view())};
}

std::optional<std::string> open_answers(const Key& file_key, const Stream& stream, std::string_view id, const Digest& place,
                                        std::string_view wrapped_key, std::string_view sealed) {
  const auto own = key_of(open_seal(file_key, wrapped_key, entry_label(stream, id)));
  return own ? open_seal(*own, sealed, place.view()) : std::nullopt;
}

}  // namespace confer
