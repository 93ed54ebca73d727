#pragma once
// Who is signed in, between one request and the next. The browser holds a random token; kept here is only its digest. Knows no HTTP:
// the page turns tokens into cookies.
#include <optional>
#include <string>
#include <string_view>

#include "desk/accounts.h"

namespace confer {

/// How long a session lives.
struct SessionRules {
  std::int64_t idle_seconds = 30 * 60;            ///< Without a request, it ends.
  std::int64_t longest_seconds = 12 * 60 * 60;    ///< After sign-in it ends whatever happens.
  std::int64_t renew_after_seconds = 60 * 60;     ///< The token is changed when it is older.
  std::int64_t overlap_seconds = 60;              ///< Once the browser has shown the new one, the token before works so much longer, for requests under way.
  std::int64_t note_after_seconds = 60;           ///< A request is noted as a sign of life only when the last note is older: fewer writes.
};

/// A session as one request meets it.
struct Session {
  Account account;
  std::string form_token;               ///< To stand in every form, and to be checked with has_form_token: stays the same while the session lasts.
  Instant signed_in;
  std::optional<std::string> renewed;   ///< The token that the browser is to hold from now on; empty for the one it has.
};

/// A session begun: what goes into the browser's cookie.
struct NewSession {
  std::string token;
  std::string form_token;
};

/// The sessions of one authority. May be called from several threads.
class Sessions {
 public:
  /// Store and accounts must outlive it.
  Sessions(Store& store, Accounts& accounts, const SessionRules& rules = {}) : store_(store), accounts_(accounts), rules_(rules) {}

  /// A new session with a new token; ends the one whose token is `before`, if any, so that a token set by somebody else is worth nothing.
  [[nodiscard]] NewSession begin(const Account& account, std::string_view before, Instant now);
  /// The session of a token; empty when there is none, it ran out, the account was disabled or its password changed since.
  [[nodiscard]] std::optional<Session> find(std::string_view token, Instant now);
  /// Ends the session, with every token it had.
  void end(std::string_view token, Instant now);

 private:
  struct Kept;

  [[nodiscard]] std::optional<Kept> kept(std::string_view token, Instant now) const;
  void keep(const Kept& session);
  /// Makes a token that leads to the session.
  [[nodiscard]] std::string issue(const Kept& session, std::int64_t serial);
  [[nodiscard]] bool holds(const Kept& session, const Account& account, Instant now) const;

  Store& store_;
  Accounts& accounts_;
  SessionRules rules_;
};

/// Whether what a form sent is the session's own form token; takes the same time whatever was sent.
[[nodiscard]] bool has_form_token(const Session& session, std::string_view sent) noexcept;

}  // namespace confer
