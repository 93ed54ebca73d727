#pragma once
// Keys and what is sealed under them. A master key wraps each file's key, a file's key wraps each entry's, an entry's seals its answers.
// Nothing here is written anywhere: callers store what these functions return.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "store/store.h"

namespace confer {

/// Thirty-two secret bytes, wiped when they go out of use.
class Key {
 public:
  Key() = default;
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  [[nodiscard]] static Key random();
  /// The key with these 32 bytes; empty when there are more or fewer.
  [[nodiscard]] static std::optional<Key> from(std::string_view bytes);

  [[nodiscard]] const unsigned char* data() const noexcept { return bytes_.data(); }
  [[nodiscard]] unsigned char* data() noexcept { return bytes_.data(); }
  [[nodiscard]] std::string_view view() const noexcept { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

 private:
  std::array<unsigned char, 32> bytes_ = {};
};

/// XChaCha20-Poly1305 under a nonce drawn for it; opens only with the same key and the same `bound_to`.
[[nodiscard]] std::string seal(const Key& key, std::string_view plain, std::string_view bound_to);
/// What was sealed; empty when the bytes, the key or `bound_to` are not those of the sealing.
[[nodiscard]] std::optional<std::string> open_seal(const Key& key, std::string_view sealed, std::string_view bound_to);

/// Reads the master key, or makes it when it is missing and `database_is_new`. Throws StoreFailure, saying what to do.
[[nodiscard]] Key master_key(const std::string& path, bool database_is_new);

/// An entry's answers as they are stored, and the key to them.
struct SealedAnswers {
  std::string wrapped_key;   ///< Under the file's key.
  std::string sealed;
};

/// All that is done with the master key: it is held here and nowhere else.
class Seals {
 public:
  explicit Seals(const Key& master);

  [[nodiscard]] std::string wrap_file_key(const Stream& stream, const Key& file_key) const;
  /// Empty when it was not wrapped here for this stream.
  [[nodiscard]] std::optional<Key> unwrap_file_key(const Stream& stream, std::string_view wrapped) const;
  [[nodiscard]] std::string seal_aside(std::string_view place, std::string_view value) const;
  [[nodiscard]] std::optional<std::string> open_aside(std::string_view place, std::string_view sealed) const;
  /// Sixteen bytes that only a holder of the master key can make for these parts.
  [[nodiscard]] std::string mark(std::string_view purpose, std::span<const std::string_view> parts) const;
  /// An Ed25519 signature, 64 bytes.
  [[nodiscard]] std::string sign(const Digest& digest) const;
  [[nodiscard]] bool is_signed(const Digest& digest, std::string_view signature) const;

 private:
  Key wrapping_, aside_, marking_, signing_;
};

/// Seals answers under a key of their own. `place` is the entry's place_digest, so that they open nowhere else.
[[nodiscard]] SealedAnswers seal_answers(const Key& file_key, const Stream& stream, std::string_view id, const Digest& place, std::string_view answers);
/// The answers; empty when the wrapped key or the seal does not open for this entry at this place.
[[nodiscard]] std::optional<std::string> open_answers(const Key& file_key, const Stream& stream, std::string_view id, const Digest& place,
                                                      std::string_view wrapped_key, std::string_view sealed);

}  // namespace confer
