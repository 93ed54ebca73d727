#include "desk/sign_in.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <fmt/format.h>

#include "desk/token.h"
#include "store/store.h"

namespace confer {
namespace {

constexpr std::string_view device_shelf = "device";

SignInRefusal refusal(SignInRefusal::Why why, std::string message, std::optional<Instant> not_before) {
  return {why, {.message = std::move(message), .field = "password", .source = {}, .kind = Problem::Kind::not_allowed}, not_before};
}

SignInRefusal wrong() { return refusal(SignInRefusal::Why::wrong, "The name or the password is not right. Check both and try again.", std::nullopt); }

SignInRefusal too_soon(Instant at, Instant now) {
  const std::int64_t seconds = (at.microseconds - now.microseconds + 999'999) / 1'000'000;
  const std::string wait = seconds < 120 ? fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s") : fmt::format("{} minutes", (seconds + 59) / 60);
  return refusal(SignInRefusal::Why::too_soon, fmt::format("There were too many tries. Wait {} and try again.", wait), at);
}

/// What tries are counted under: bytes of bounded length that tell nobody's name.
std::string key_of(std::initializer_list<std::string_view> parts) { return Digest::of_parts({parts.begin(), parts.size()}).hex(); }

}  // namespace

std::string slowed_address(std::string_view address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> out{};
  inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
  return out.data();
}

SignIn::SignIn(Store& store, AuthorityId authority, const SignInRules& rules)
    : store_(store),
      rules_(rules),
      accounts_(store, std::move(authority)),
      sessions_(store, accounts_, rules.session),
      hasher_(rules.effort),
      by_address_(rules.address, rules.most_slowed),
      by_pair_(rules.pair, rules.most_slowed),
      by_account_(rules.account, rules.most_slowed),
      by_device_(rules.pair, rules.most_slowed) {}

tl::expected<SignedIn, SignInRefusal> SignIn::sign_in(const SignInAttempt& attempt, Instant now) {
  const std::optional<Account> account = accounts_.find(attempt.name);
  const std::vector<Count> counts = counts_of(attempt, account, now);
  if (const auto not_before = count(counts, now)) return tl::unexpected(too_soon(*not_before, now));
  const bool fits = attempt.password.size() <= 4 * rules_.password.longest;
  const auto right = hasher_.is_right(fits ? std::string_view(attempt.password) : std::string_view{}, account ? account->password_hash : std::string{});
  if (right && (!*right || !fits || account->disabled)) return tl::unexpected(wrong());
  take_back(counts);
  if (!right) return tl::unexpected(SignInRefusal{SignInRefusal::Why::busy, right.error(), std::nullopt});
  counts.back().slowing->forget(counts.back().key);
  return SignedIn{*account, sessions_.begin(*account, attempt.session_token, now), remember_device(attempt.device_token, *account, now)};
}

/// Counts a try as a failure before its password is looked at, so that a thousand tries at once are a thousand failures. When it may not be made
/// yet, nothing is counted and the answer is when.
std::optional<Instant> SignIn::count(const std::vector<Count>& counts, Instant now) {
  const std::lock_guard lock(counting_);
  std::optional<Instant> not_before;
  for (const Count& each : counts) not_before = std::max(not_before, each.slowing->not_before(each.key, now));
  if (not_before) return not_before;
  for (const Count& each : counts) each.slowing->count(each.key, now);
  return std::nullopt;
}

void SignIn::take_back(const std::vector<Count>& counts) {
  for (const Count& each : counts) each.slowing->take_back(each.key);
}

/// A browser that the account knows is slowed by its own failures alone, whatever strangers do; the narrowest count stands last. A name that no
/// account has is slowed as any other.
std::vector<SignIn::Count> SignIn::counts_of(const SignInAttempt& attempt, const std::optional<Account>& account, Instant now) {
  const std::string name = folded_name(attempt.name), address = slowed_address(attempt.address);
  if (account && knows_browser(attempt.device_token, account->id, now)) return {{&by_device_, key_of({account->id.value, attempt.device_token})}};
  return {{&by_address_, key_of({address})}, {&by_account_, key_of({name})}, {&by_pair_, key_of({name, address})}};
}

bool SignIn::knows_browser(const std::string& device_token, const EntryId& account, Instant now) const {
  const auto ids = known_to(device_token, now);
  return std::find(ids.begin(), ids.end(), account.value) != ids.end();
}

/// The accounts that a browser is known to, the latest first.
std::vector<std::string> SignIn::known_to(const std::string& token, Instant now) const {
  std::vector<std::string> ids;
  const auto kept = is_token(token) ? store_.aside(device_shelf, token_digest(token), now) : std::nullopt;
  for (std::size_t at = 0; kept && at < kept->size();) {
    const std::size_t end = std::min(kept->find(' ', at), kept->size());
    ids.push_back(kept->substr(at, end - at));
    at = end + 1;
  }
  return ids;
}

/// People share computers, so a browser is known to several accounts by one token; only a token given out here is taken up again.
std::string SignIn::remember_device(const std::string& token, const Account& account, Instant now) {
  constexpr std::size_t most_accounts = 20;
  std::vector<std::string> ids = known_to(token, now);
  std::string kept = ids.empty() ? random_token() : token;
  ids.erase(std::remove(ids.begin(), ids.end(), account.id.value), ids.end());
  ids.insert(ids.begin(), account.id.value);
  if (ids.size() > most_accounts) ids.pop_back();
  store_.set_aside(device_shelf, token_digest(kept), fmt::format("{}", fmt::join(ids, " ")), {now.microseconds + rules_.device_seconds * 1'000'000});
  return kept;
}

Result<Account> SignIn::add_account(NewAccount account, std::string_view password, const AccountWriter& writer) {
  if (const auto taken = may_be_password(password, account.name, rules_.password); !taken) return tl::unexpected(taken.error());
  auto hash = hasher_.hash(password);
  if (!hash) return tl::unexpected(hash.error());
  account.password_hash = std::move(*hash);
  return accounts_.add(account, writer);
}

Result<NewSession> SignIn::change_password(const Session& session, std::string_view session_token, std::string_view current, std::string_view wanted,
                                           Instant now) {
  const Account& account = session.account;
  if (const auto taken = may_be_password(wanted, account.name, rules_.password); !taken) return tl::unexpected(taken.error());
  const std::vector<Count> counts = {{&by_device_, key_of({account.id.value, "change"})}};
  if (const auto not_before = count(counts, now)) return tl::unexpected(too_soon(*not_before, now).problem);
  const auto right = hasher_.is_right(current.substr(0, 4 * rules_.password.longest + 1), account.password_hash);
  if (right && !*right) return refused("The present password is not right. Type it again.", "current");
  take_back(counts);
  if (!right) return tl::unexpected(right.error());
  by_device_.forget(counts.back().key);
  auto hash = hasher_.hash(wanted);
  if (!hash) return tl::unexpected(hash.error());
  const std::string role = account.roles.empty() ? std::string{} : account.roles.front();
  const auto changed = accounts_.change_password(account.id, std::move(*hash), {account.person, role, now});
  if (!changed) return tl::unexpected(changed.error());
  return sessions_.begin(*changed, session_token, now);
}

}  // namespace confer
