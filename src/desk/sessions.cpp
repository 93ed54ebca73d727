#include "desk/sessions.h"

#include <algorithm>
#include <cstdlib>

#include "base/json.h"
#include "desk/token.h"
#include "store/store.h"

namespace confer {
namespace {

// Two shelves: tokens lead to a session's id, so that ending the session ends all its tokens at once. Each token carries a serial number, which
// goes up when the token is changed; the one before dies only once the browser has shown that it holds the next, so a lost answer signs nobody out.
constexpr std::string_view token_shelf = "session_token";
constexpr std::string_view session_shelf = "session";
constexpr std::size_t longest_kept = 4096;

Instant later(Instant at, std::int64_t seconds) noexcept { return {at.microseconds + seconds * 1'000'000}; }

std::string text_member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  const json::string* text = value ? value->if_string() : nullptr;
  return text ? std::string(*text) : std::string{};
}

std::int64_t number_member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  const std::int64_t* number = value ? value->if_int64() : nullptr;
  return number ? *number : 0;
}

}  // namespace

/// A session as it is set aside.
struct Sessions::Kept {
  std::string id;           // random; stands in the store alone
  std::string authority;
  std::string account;
  std::string password_since;
  std::string form_secret;  // what the form token is made from
  std::int64_t serial = 0;  // of the latest token that the browser has shown
  std::int64_t shown = 0;   // of the token shown now
  Instant signed_in, seen, renewed;
};

NewSession Sessions::begin(const Account& account, std::string_view before, Instant now) {
  end(before, now);
  Kept session{.id = random_token(), .authority = accounts_.authority().value, .account = account.id.value, .password_since = account.password_since.value,
               .form_secret = random_token(), .signed_in = now, .seen = now, .renewed = now};
  keep(session);
  return {issue(session, 0), derived_token(session.form_secret, "form")};
}

std::optional<Session> Sessions::find(std::string_view token, Instant now) {
  std::optional<Kept> session = kept(token, now);
  if (!session) return std::nullopt;
  const auto account = accounts_.by_id({session->account});
  if (!account || !holds(*session, *account, now)) return std::nullopt;
  Session out{.account = *account, .form_token = derived_token(session->form_secret, "form"), .signed_in = session->signed_in, .renewed = std::nullopt};
  if (session->shown > session->serial) {   // the browser holds the token that it was last given
    session->serial = session->shown;
    session->renewed = session->seen = now;
    keep(*session);
  } else if (now >= later(session->seen, rules_.note_after_seconds)) {
    session->seen = now;
    keep(*session);
  }
  if (session->shown == session->serial && now >= later(session->renewed, rules_.renew_after_seconds)) out.renewed = issue(*session, session->serial + 1);
  return out;
}

void Sessions::end(std::string_view token, Instant now) {
  const std::optional<Kept> session = kept(token, now);
  if (!session) return;
  store_.set_aside(session_shelf, session->id, "", now);
  store_.set_aside(token_shelf, token_digest(token), "", now);
}

bool Sessions::holds(const Kept& session, const Account& account, Instant now) const {
  if (session.shown < session.serial && now >= later(session.renewed, rules_.overlap_seconds)) return false;
  return !account.disabled && account.password_since.value == session.password_since && now < later(session.seen, rules_.idle_seconds) &&
         now < later(session.signed_in, rules_.longest_seconds);
}

std::optional<Sessions::Kept> Sessions::kept(std::string_view token, Instant now) const {
  if (!is_token(token)) return std::nullopt;
  const auto leads_to = store_.aside(token_shelf, token_digest(token), now);   // "3 id": serial number and session
  if (!leads_to) return std::nullopt;
  const std::string id = leads_to->substr(leads_to->find(' ') + 1);
  const auto bytes = store_.aside(session_shelf, id, now);
  const auto value = bytes ? read_json(*bytes, longest_kept) : Result<json::value>(refused(""));
  const json::object* object = value ? value->if_object() : nullptr;
  if (!object || text_member(*object, "authority") != accounts_.authority().value) return std::nullopt;
  return Kept{.id = id,
              .authority = accounts_.authority().value, .account = text_member(*object, "account"),
              .password_since = text_member(*object, "password_since"),
              .form_secret = text_member(*object, "form_secret"), .serial = number_member(*object, "serial"), .shown = std::atoll(leads_to->c_str()),
              .signed_in = {number_member(*object, "signed_in")}, .seen = {number_member(*object, "seen")}, .renewed = {number_member(*object, "renewed")}};
}

void Sessions::keep(const Kept& session) {
  const json::object object{{"authority", session.authority}, {"account", session.account}, {"password_since", session.password_since},
                            {"form_secret", session.form_secret}, {"serial", session.serial}, {"signed_in", session.signed_in.microseconds},
                            {"seen", session.seen.microseconds}, {"renewed", session.renewed.microseconds}};
  const Instant until = std::min(later(session.seen, rules_.idle_seconds + rules_.note_after_seconds), later(session.signed_in, rules_.longest_seconds));
  store_.set_aside(session_shelf, session.id, json::serialize(object), until);
}

std::string Sessions::issue(const Kept& session, std::int64_t serial) {
  std::string token = random_token();
  store_.set_aside(token_shelf, token_digest(token), std::to_string(serial) + " " + session.id, later(session.signed_in, rules_.longest_seconds));
  return token;
}

bool has_form_token(const Session& session, std::string_view sent) noexcept { return same_secret(session.form_token, sent); }

}  // namespace confer
