#pragma once
// The people of the authority: everyone who has an account and works with families, by what their account says of them. So somebody is put on a
// family's file under the very id that they sign in with, and by the name that everybody knows them by. Knows no file.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/json.h"

namespace confer {

class Accounts;
struct Described;

/// Somebody who works with families; families themselves are none, also where they have accounts.
struct Colleague {
  PersonId id;
  std::string name;               ///< Empty where their account does not say.
  std::string role;               ///< Id of a role, or what they do in their own words where the procedure has no such role.
  std::string workplace;          ///< Empty where nobody said.
  std::string role_title = {};
  std::string agency = {};        ///< Kind of agency that the role belongs to: "health".
  std::string team = {};          ///< Empty for none.
  std::string account = {};       ///< What they type to sign in.
  bool may_sign_in = true;

  /// Whether they can be put on a file now: their name is known, and their account is open.
  [[nodiscard]] bool is_offered() const noexcept { return may_sign_in && !name.empty(); }

  bool operator==(const Colleague&) const = default;
};

/// Everyone who has an account in a role of staff or practitioners and has every one of these words in their name, role, workplace or team, as a search
/// compares them; all where there are no words. By name; each person once, in the role that they read in.
[[nodiscard]] std::vector<Colleague> colleagues(Accounts& accounts, const Described& procedure, std::string_view words = {});
/// Those of them who can be put on a file.
[[nodiscard]] std::vector<Colleague> colleagues_offered(Accounts& accounts, const Described& procedure, std::string_view words = {});
/// One who can be put on a file; empty where the id is nobody's who can.
[[nodiscard]] std::optional<Colleague> colleague_offered(Accounts& accounts, const Described& procedure, const PersonId& id);

/// The answers of the "person" entry that introduces them, as their account says.
[[nodiscard]] json::object introduced(const Colleague& colleague);
/// The same, for what a draft leaves out.
void fill_in(json::object& answers, const Colleague& colleague);

}  // namespace confer
