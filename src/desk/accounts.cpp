#include "desk/accounts.h"

#include <algorithm>

#include "base/text.h"
#include "desk/token.h"
#include "store/store.h"

namespace confer {
namespace {

constexpr std::string_view record_type = "account";
/// How often an append is tried again because somebody else wrote in between.
constexpr int most_tries = 8;

bool is_name(std::string_view name) noexcept {
  if (name.size() < 3 || name.size() > 64) return false;
  for (const char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@')) return false;
  return true;
}

bool is_line(std::string_view words, std::size_t longest_bytes) { return Text::from(words, longest_bytes).has_value() && words.find('\n') == std::string_view::npos; }

/// A team is words of its authority's own; nothing is decided by it but which files a list shows first.
bool is_team(std::string_view team) {
  constexpr std::size_t longest = 80;
  return is_line(team, longest);
}

/// What is wrong with a name or workplace; nothing when both may stand on a file.
std::optional<Problem> wrong_details(std::string_view full_name, std::string_view workplace) {
  constexpr std::size_t longest = 120;
  if (!is_line(full_name, longest)) return Problem{"A full name is a line of up to 120 letters, such as Nadia Rowbotham.", "full_name"};
  if (!is_line(workplace, longest)) return Problem{"A workplace is a line of up to 120 letters, such as Brook Lane Primary School.", "workplace"};
  return std::nullopt;
}

json::object answers_of(const Account& account) {
  json::object out{{"name", account.name}, {"password_hash", account.password_hash}, {"person", account.person.value}};
  out["roles"] = json::array(account.roles.begin(), account.roles.end());
  if (!account.team.empty()) out["team"] = account.team;
  if (account.disabled) out["disabled"] = true;
  if (!account.full_name.empty()) out["full_name"] = account.full_name;
  if (!account.workplace.empty()) out["workplace"] = account.workplace;
  return out;
}

Account account_of(const Answers& answers) {
  Account out;
  out.name = answers.text("name");
  out.password_hash = answers.text("password_hash");
  out.person = {std::string(answers.text("person"))};
  for (const std::string_view role : answers.list("roles")) out.roles.emplace_back(role);
  out.team = answers.text("team");
  out.disabled = answers.yes_no("disabled").value_or(false);
  out.full_name = answers.text("full_name");   // an account of an earlier edition has neither
  out.workplace = answers.text("workplace");
  return out;
}

tl::unexpected<Problem> no_such_account() { return refused("There is no such account.", {}, {}, Problem::Kind::not_found); }

}  // namespace

std::string folded_name(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

Stream Accounts::stream() const { return {.authority = authority_, .kind = Stream::Kind::authority}; }

std::optional<Account> Accounts::find(std::string_view name) {
  const std::lock_guard lock(mutex_);
  read_new();
  const auto found = by_name_.find(folded_name(name));
  return found == by_name_.end() ? std::nullopt : std::optional(accounts_.at(found->second.value));
}

std::optional<Account> Accounts::by_id(const EntryId& id) {
  const std::lock_guard lock(mutex_);
  read_new();
  const Account* account = known(id);
  return account ? std::optional(*account) : std::nullopt;
}

std::vector<Account> Accounts::all() {
  const std::lock_guard lock(mutex_);
  read_new();
  std::vector<Account> out;
  for (const auto& [name, id] : by_name_) out.push_back(accounts_.at(id.value));
  return out;
}

Result<Account> Accounts::add(const NewAccount& account, const AccountWriter& writer) {
  if (!is_name(account.name)) return refused("A sign-in name has 3 to 64 letters, digits, dots, hyphens, underscores or @ signs.", "name");
  if (!is_team(account.team)) return refused("A team's name is a line of up to 80 letters, such as North team.", "team");
  if (auto wrong = wrong_details(account.full_name, account.workplace)) return tl::unexpected(std::move(*wrong));
  if (account.password_hash.empty() || !is_id(account.person.value)) return refused("An account needs a person and a password.", "person");
  return change(writer, [&]() -> Result<Account> {
    if (by_name_.contains(folded_name(account.name))) return refused("This sign-in name is taken. Choose another.", "name", {}, Problem::Kind::conflict);
    return Account{.name = account.name, .password_hash = account.password_hash, .person = account.person, .roles = account.roles, .team = account.team,
                   .full_name = account.full_name, .workplace = account.workplace};
  });
}

Result<Account> Accounts::change_password(const EntryId& id, std::string password_hash, const AccountWriter& writer) {
  CONFER_ASSERT(!password_hash.empty());
  return change(writer, [&]() -> Result<Account> {
    const Account* account = known(id);
    if (!account) return no_such_account();
    Account next = *account;
    next.password_hash = password_hash;
    return next;
  });
}

Result<Account> Accounts::change_team(const EntryId& id, std::string team, const AccountWriter& writer) {
  if (!is_team(team)) return refused("A team's name is a line of up to 80 letters, such as North team.", "team");
  return change(writer, [&]() -> Result<Account> {
    const Account* account = known(id);
    if (!account) return no_such_account();
    Account next = *account;
    next.team = team;
    return next;
  });
}

Result<Account> Accounts::change_details(const EntryId& id, std::string full_name, std::string workplace, const AccountWriter& writer) {
  if (auto wrong = wrong_details(full_name, workplace)) return tl::unexpected(std::move(*wrong));
  return change(writer, [&]() -> Result<Account> {
    const Account* account = known(id);
    if (!account) return no_such_account();
    Account next = *account;
    if (!full_name.empty()) next.full_name = full_name;
    if (!workplace.empty()) next.workplace = workplace;
    return next;
  });
}

std::map<PersonId, std::string> Accounts::teams() {
  const std::lock_guard lock(mutex_);
  read_new();
  std::map<PersonId, std::string> out;
  for (const auto& [id, account] : accounts_)
    if (!account.team.empty()) out.emplace(account.person, account.team);
  return out;
}

std::vector<PersonId> Accounts::members(std::string_view team) {
  const std::lock_guard lock(mutex_);
  read_new();
  const auto found = members_.find(team);
  if (found == members_.end()) return {};
  std::vector<PersonId> out(found->second.begin(), found->second.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<Account> Accounts::disable(const EntryId& id, const AccountWriter& writer) {
  return change(writer, [&]() -> Result<Account> {
    const Account* account = known(id);
    if (!account) return no_such_account();
    Account next = *account;
    next.disabled = true;
    return next;
  });
}

/// Decides on the accounts as they stand and appends what was decided; decides anew when another program wrote in between.
template <class Decide>
Result<Account> Accounts::change(const AccountWriter& writer, const Decide& decide) {
  const std::lock_guard lock(mutex_);
  for (int tries = 0; tries < most_tries; ++tries) {
    read_new();
    const Result<Account> next = decide();
    if (!next) return next;
    if (const Account* now = known(next->id); now && *now == *next) return next;
    Entry entry{.id = {random_token()}, .type = std::string(record_type), .about = {next->person}};
    entry.recorded = writer.now;
    entry.by = writer.by;
    entry.role = writer.role;
    entry.answers = Answers(answers_of(*next));
    entry.corrects = next->latest;
    const std::string written = entry.id.value;
    const Append append{.stream = stream(), .expected = read_, .entries = {std::move(entry)}, .rows = std::nullopt};
    if (store_.append(append).outcome == Appended::Outcome::overtaken) continue;
    read_new();
    return accounts_.at(account_of_.at(written));
  }
  throw StoreFailure("The authority's stream is written to so fast that an account could not be changed.");
}

const Account* Accounts::known(const EntryId& id) const {
  const auto found = accounts_.find(id.value);
  return found == accounts_.end() ? nullptr : &found->second;
}

void Accounts::read_new() {
  for (const Entry& entry : store_.entries(stream(), read_)) {
    ++read_;
    if (entry.type == record_type) fold(entry);
  }
}

/// The name of an account never changes; an entry that corrects one keeps its id.
void Accounts::fold(const Entry& entry) {
  Account next = confer::account_of(entry.answers);
  const auto before = account_of_.find(entry.corrects.value);
  const Account* old = before == account_of_.end() ? nullptr : &accounts_.at(before->second);
  next.id = old ? old->id : entry.id;
  if (old) next.name = old->name;
  next.latest = entry.id;
  next.password_since = old && old->password_hash == next.password_hash ? old->password_since : entry.id;
  if (!old && !by_name_.emplace(folded_name(next.name), next.id).second) return;   // a second of the same name never signs in
  account_of_[entry.id.value] = next.id.value;
  if (old && !old->team.empty()) members_[old->team].extract(old->person);
  if (!next.team.empty()) members_[next.team].insert(next.person);
  accounts_[next.id.value] = std::move(next);
}

}  // namespace confer
