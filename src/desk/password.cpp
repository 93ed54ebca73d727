#include "desk/password.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <new>
#include <sodium.h>
#include <vector>

#include "base/text.h"
#include "desk/token.h"

namespace confer {
namespace {

/// A pointer that libsodium may be given: an empty view may hold none.
const char* bytes_of(std::string_view password) noexcept { return password.empty() ? "" : password.data(); }

/// The commonest passwords that are long enough to be taken otherwise, in lower case.
constexpr std::array commonest = {
    "123456789012",       "1234567890123",    "12345678901234",   "123456789012345",  "1234567890123456", "12345678910",      "123456789101112",
    "administrator",      "changemechangeme", "changeme1234",     "childprotection",  "conference123",    "confidential",     "correcthorsebatterystaple",
    "football1234",       "iloveyou1234",     "iloveyouforever",  "letmein12345",     "letmeinletmein",   "liverpool123",     "manchesterunited",
    "mypassword123",      "p@ssw0rd1234",     "password1234",     "password12345",    "password123456",   "passw0rd1234",     "passwordpassword",
    "princess1234",       "q1w2e3r4t5y6",     "qazwsxedcrfv",     "qwerty123456",     "qwertyuiop12",     "qwertyuiop123",    "qwertyuiop[]",
    "qwertyuiopasdfghjkl", "safeguarding",    "safeguarding1",    "socialworker",     "socialworker1",    "1q2w3e4r5t6y",     "1qaz2wsx3edc",
    "sunshine1234",       "thisisapassword",  "unbelievable",     "welcome12345",     "welcome123456",    "welcomewelcome",   "abcdefghijkl",
    "abcd12345678",       "abc123456789",     "asdfghjkl123",     "trustno1trustno1", "zaq12wsxcde3",
};

std::string lower_case(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::size_t characters(std::string_view words) noexcept {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Whether it is one piece of up to four bytes, over and over: "abcabcabcabc".
bool is_one_piece_repeated(std::string_view words) noexcept {
  for (std::size_t length = 1; length <= 4 && length < words.size(); ++length)
    if (std::equal(words.begin() + static_cast<std::ptrdiff_t>(length), words.end(), words.begin())) return true;
  return false;
}

tl::unexpected<Problem> busy() {
  return refused("Many people are signing in at this moment. Wait a few seconds and try again.", {}, {}, Problem::Kind::conflict);
}

}  // namespace

Result<void> may_be_password(std::string_view password, std::string_view account_name, const PasswordRules& rules) {
  const auto wrong = [](std::string message) { return refused(std::move(message), "password"); };
  if (!is_utf8(password)) return wrong("This password could not be read. Type it again.");
  const std::size_t length = characters(password);
  if (length < rules.shortest)
    return wrong(fmt::format("The password must have at least {} characters. Three or four unrelated words make a good one.", rules.shortest));
  if (length > rules.longest) return wrong(fmt::format("The password must have at most {} characters.", rules.longest));
  const std::string plain = lower_case(password);
  if (std::find(commonest.begin(), commonest.end(), plain) != commonest.end() || is_one_piece_repeated(plain))
    return wrong("This password is one of the first that others would guess. Choose one of three or four words that do not belong together.");
  if (!account_name.empty() && plain.find(lower_case(account_name)) != std::string::npos) return wrong("The password must not hold the name you sign in with.");
  return {};
}

std::optional<Turnstile::Pass> Turnstile::enter() {
  std::unique_lock lock(mutex_);
  if (inside_ == most_inside_) return std::nullopt;
  ++inside_;
  left_.wait(lock, [this] { return !taken_; });
  taken_ = true;
  return std::optional<Pass>(std::in_place, *this);
}

void Turnstile::leave() noexcept {
  const std::lock_guard lock(mutex_);
  taken_ = false;
  --inside_;
  left_.notify_one();
}

std::string nobodys_hash(const HashEffort& effort) {
  const auto random = [](std::size_t count) {
    std::vector<unsigned char> bytes(count);
    randombytes_buf(bytes.data(), bytes.size());
    std::string text(sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    text.pop_back();   // the NUL that it ends with
    return text;
  };
  constexpr std::size_t salt_bytes = 16, hash_bytes = 32;
  return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", effort.memory_bytes / 1024, effort.passes, random(salt_bytes), random(hash_bytes));
}

PasswordHasher::PasswordHasher(const HashEffort& effort) : effort_(effort), turnstile_(effort.most_waiting), nobodys_(nobodys_hash(effort)) {}

std::string PasswordHasher::hash_now(std::string_view password) const {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  const int failed =
      crypto_pwhash_str_alg(out.data(), bytes_of(password), password.size(), effort_.passes, effort_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();   // the only way it fails
  return out.data();
}

Result<std::string> PasswordHasher::hash(std::string_view password) {
  const auto pass = turnstile_.enter();
  if (!pass) return busy();
  return hash_now(password);
}

Result<bool> PasswordHasher::is_right(std::string_view password, const std::string& hash) {
  const auto pass = turnstile_.enter();
  if (!pass) return busy();
  const std::string& checked = hash.empty() ? nobodys_ : hash;
  const bool right = crypto_pwhash_str_verify(checked.c_str(), bytes_of(password), password.size()) == 0;
  return right && !hash.empty();
}

}  // namespace confer
