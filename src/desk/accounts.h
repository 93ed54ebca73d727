#pragma once
// Who may sign in: accounts, folded from the "account" entries of the authority's stream. A change is a new entry that corrects the last, so
// every past state can be read. Knows no password, only hashes made elsewhere.
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace confer {

class Store;
struct Entry;
struct Stream;

/// One person's way in, as it stands now.
struct Account {
  EntryId id = {};                        ///< Of the entry that made it; stays the same for good.
  EntryId latest = {};                    ///< Of the entry that changed it last.
  EntryId password_since = {};            ///< Of the entry that set the present password; sessions older than it end.
  std::string name = {};                  ///< What is typed to sign in; no two differ only in case.
  std::string password_hash = {};
  PersonId person = {};
  std::vector<std::string> roles = {};    ///< By name: "social_worker", "chair".
  std::string team = {};                  ///< Empty for none.
  bool disabled = false;
  std::string full_name = {};             ///< As it stands on files; empty for accounts that were made without one.
  std::string workplace = {};             ///< The team's office, school or surgery; empty where nobody said.

  bool operator==(const Account&) const = default;
};

/// What a new account is made of.
struct NewAccount {
  std::string name;             ///< 3 to 64 letters, digits, '.', '-', '_' or '@'.
  std::string password_hash;
  PersonId person;
  std::vector<std::string> roles = {};
  std::string team = {};
  std::string full_name = {};
  std::string workplace = {};
};

/// Who makes a change to an account, and when.
struct AccountWriter {
  PersonId by;
  std::string role;
  Instant now;
};

/// The accounts of one authority. May be called from several threads; sees what other programs add to the same store.
class Accounts {
 public:
  /// The store must outlive it.
  Accounts(Store& store, AuthorityId authority) : store_(store), authority_(std::move(authority)) {}

  /// By name, in any case; disabled ones too. Empty when there is none.
  [[nodiscard]] std::optional<Account> find(std::string_view name);
  /// By its id; disabled ones too.
  [[nodiscard]] std::optional<Account> by_id(const EntryId& id);
  /// All of them, by name in lower case.
  [[nodiscard]] std::vector<Account> all();

  /// Who belongs to which team, for people who have one; those whose account is disabled too, since their files stay the team's.
  [[nodiscard]] std::map<PersonId, std::string> teams();

  /// The people of one team, disabled accounts too, sorted; nobody for no team.
  [[nodiscard]] std::vector<PersonId> members(std::string_view team);

  /// Refused when the name cannot be one (field "name") or is taken (conflict), when team, full name or workplace is no plain line, or when person
  /// or hash is missing.
  [[nodiscard]] Result<Account> add(const NewAccount& account, const AccountWriter& writer);
  /// Puts another hash in the place of the present one; every session of the account ends. Refused (not_found) for an unknown id.
  [[nodiscard]] Result<Account> change_password(const EntryId& id, std::string password_hash, const AccountWriter& writer);
  /// Puts its person into a team; into none when empty. Refused on field "team" when the name is no line of 1 to 80 bytes of plain words, and
  /// (not_found) for an unknown id.
  [[nodiscard]] Result<Account> change_team(const EntryId& id, std::string team, const AccountWriter& writer);
  /// Says what its person is called and where they work; an empty one is left as it is. Files that name them already stay as they are. Refused on
  /// field "full_name" or "workplace" when it is no line of up to 120 bytes of plain words, and (not_found) for an unknown id.
  [[nodiscard]] Result<Account> change_details(const EntryId& id, std::string full_name, std::string workplace, const AccountWriter& writer);
  /// Nobody signs in with it from now on; every session of it ends. Doing it twice changes nothing. Refused (not_found) for an unknown id.
  [[nodiscard]] Result<Account> disable(const EntryId& id, const AccountWriter& writer);

  [[nodiscard]] const AuthorityId& authority() const noexcept { return authority_; }

 private:
  template <class Decide>
  [[nodiscard]] Result<Account> change(const AccountWriter& writer, const Decide& decide);
  void read_new();
  void fold(const Entry& entry);
  [[nodiscard]] const Account* known(const EntryId& id) const;
  [[nodiscard]] Stream stream() const;

  Store& store_;
  AuthorityId authority_;
  std::mutex mutex_;
  std::uint64_t read_ = 0;                        // position up to which the stream is folded
  std::map<std::string, EntryId> by_name_;        // lower-case name to account id
  std::map<std::string, Account> accounts_;       // by account id
  std::map<std::string, std::string> account_of_; // entry id to account id
  std::map<std::string, std::multiset<PersonId>, std::less<>> members_;   // by team, once for each account
};

/// Letters A to Z in lower case; names are ASCII.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace confer
