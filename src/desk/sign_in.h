#pragma once
// Signing in: a name and a password against the accounts, slowed after failures, with nothing to be learnt from the answer or from how long it
// took. Knows no HTTP; the clock is an argument.
#include "desk/password.h"
#include "desk/sessions.h"
#include "desk/slowing.h"

namespace confer {

/// How sign-in resists guessing. Nobody can lock another person out: what strangers do slows only strangers.
struct SignInRules {
  PasswordRules password = {};
  HashEffort effort = {};
  SessionRules session = {};
  /// One address, any name: generous, since an office may share one.
  SlowingScale address{.free_failures = 20, .first_delay_seconds = 1, .longest_delay_seconds = 300, .forget_after_seconds = 3'600};
  /// One name from one address, or from one known browser.
  SlowingScale pair{.free_failures = 3, .first_delay_seconds = 1, .longest_delay_seconds = 900, .forget_after_seconds = 3'600};
  /// One name from anywhere; mild, since strangers can cause it.
  SlowingScale account{.free_failures = 20, .first_delay_seconds = 1, .longest_delay_seconds = 30, .forget_after_seconds = 3'600};
  std::size_t most_slowed = 20'000;                      ///< Keys of each kind remembered; the oldest is forgotten first.
  std::int64_t device_seconds = 180LL * 24 * 60 * 60;    ///< How long a browser stays known to an account.
};

/// What somebody sent to sign in.
struct SignInAttempt {
  std::string name;
  std::string password;
  std::string address;              ///< Where it came from, without the port.
  std::string device_token = {};    ///< What this browser was given at an earlier sign-in; empty for none.
  std::string session_token = {};   ///< Of the session it has now, which ends; empty for none.
};

/// Signed in.
struct SignedIn {
  Account account;
  NewSession session;
  std::string device_token;   ///< For a long-lived cookie: makes this browser known to the account.
};

/// Not signed in.
struct SignInRefusal {
  enum class Why { wrong, too_soon, busy };

  Why why = Why::wrong;
  Problem problem = {};               ///< To be shown as it stands.
  std::optional<Instant> not_before;  ///< When it may be tried again, for too_soon.
};

/// Sign-in for one authority. May be called from several threads; a call takes as long as a password's hash.
class SignIn {
 public:
  /// The store must outlive it.
  SignIn(Store& store, AuthorityId authority, const SignInRules& rules = {});

  [[nodiscard]] tl::expected<SignedIn, SignInRefusal> sign_in(const SignInAttempt& attempt, Instant now);
  /// Makes an account from a password in clear. Refused as may_be_password and Accounts::add refuse.
  [[nodiscard]] Result<Account> add_account(NewAccount account, std::string_view password, const AccountWriter& writer);
  /// Changes the password of the person signed in, who must know the present one; every session of hers ends, and the one returned begins.
  /// Refused on field "current" when that is wrong (slowed as sign-in is) and as may_be_password refuses.
  [[nodiscard]] Result<NewSession> change_password(const Session& session, std::string_view session_token, std::string_view current,
                                                   std::string_view wanted, Instant now);

  /// Whether this account has signed in on the browser that holds this device token.
  [[nodiscard]] bool knows_browser(const std::string& device_token, const EntryId& account, Instant now) const;

  [[nodiscard]] Accounts& accounts() & noexcept { return accounts_; }
  Accounts& accounts() && = delete;
  [[nodiscard]] Sessions& sessions() & noexcept { return sessions_; }
  Sessions& sessions() && = delete;

 private:
  /// One thing that a try is counted against.
  struct Count {
    Slowing* slowing;
    std::string key;
  };
  [[nodiscard]] std::vector<Count> counts_of(const SignInAttempt& attempt, const std::optional<Account>& account, Instant now);
  [[nodiscard]] std::optional<Instant> count(const std::vector<Count>& counts, Instant now);
  void take_back(const std::vector<Count>& counts);
  [[nodiscard]] std::vector<std::string> known_to(const std::string& token, Instant now) const;
  [[nodiscard]] std::string remember_device(const std::string& token, const Account& account, Instant now);

  Store& store_;
  SignInRules rules_;
  Accounts accounts_;
  Sessions sessions_;
  PasswordHasher hasher_;
  Slowing by_address_, by_pair_, by_account_, by_device_;
  std::mutex counting_;   // held from asking whether a try may be made until it is counted
};

/// What an address is slowed as: an IPv6 address as its first 64 bits, since one household has them all; anything else as it is.
[[nodiscard]] std::string slowed_address(std::string_view address);

}  // namespace confer
