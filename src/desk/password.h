#pragma once
// Passwords: which are taken, and how they are kept (argon2id). Nothing here knows accounts or the network.
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer {

/// Which passwords are taken (OWASP ASVS 5.0, V6.2): length alone counts, any characters may stand in them.
struct PasswordRules {
  std::size_t shortest = 12;    ///< Characters.
  std::size_t longest = 256;    ///< Characters; limits the work of hashing, nothing else.
};

/// Refused, on field "password", when it is too short or too long, not UTF-8, among the commonest, one short piece repeated, or holds the account's name.
[[nodiscard]] Result<void> may_be_password(std::string_view password, std::string_view account_name, const PasswordRules& rules = {});

/// What one hash costs and how many may wait for it.
struct HashEffort {
  std::uint64_t passes = 2;                          ///< argon2id's time cost.
  std::size_t memory_bytes = 19 * 1024 * 1024;       ///< argon2id's memory; held by one hash at a time.
  std::size_t most_waiting = 2;                      ///< Callers that may wait for the one hashing; the next is told to try again.
};

/// What looks like a hash of this cost and is of no password: checking against it is the work of a real one, and making it is none.
[[nodiscard]] std::string nobodys_hash(const HashEffort& effort);

/// Lets one through at a time and a few wait.
class Turnstile {
 public:
  explicit Turnstile(std::size_t most_waiting) : most_inside_(most_waiting + 1) {}

  /// Held while passing; lets the next one through when it ends.
  class Pass {
   public:
    explicit Pass(Turnstile& turnstile) : turnstile_(&turnstile) {}
    Pass(Pass&& other) noexcept : turnstile_(std::exchange(other.turnstile_, nullptr)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (turnstile_) turnstile_->leave();
    }

   private:
    Turnstile* turnstile_;
  };

  /// Waits for its turn; empty at once when too many wait already.
  [[nodiscard]] std::optional<Pass> enter();

 private:
  void leave() noexcept;

  std::mutex mutex_;
  std::condition_variable left_;
  std::size_t most_inside_;
  std::size_t inside_ = 0;
  bool taken_ = false;
};

/// Makes and checks password hashes. May be called from several threads; one hashes at a time, so that memory stays bounded.
class PasswordHasher {
 public:
  explicit PasswordHasher(const HashEffort& effort = {});

  /// A text that holds method, cost, salt and hash. Refused (conflict) when too many wait.
  [[nodiscard]] Result<std::string> hash(std::string_view password);
  /// Whether the password is the one hashed. An empty hash, for a name that no account has, costs the same and is always false. Refused
  /// (conflict) when too many wait.
  [[nodiscard]] Result<bool> is_right(std::string_view password, const std::string& hash);

 private:
  [[nodiscard]] std::string hash_now(std::string_view password) const;

  HashEffort effort_;
  Turnstile turnstile_;
  std::string nobodys_;   // checked when there is no hash to check
};

}  // namespace confer
