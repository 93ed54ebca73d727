#include "desk/colleagues.h"

#include <algorithm>

#include "base/folded.h"
#include "catalogue/described.h"
#include "desk/accounts.h"

namespace confer {
namespace {

/// Somebody's account as a colleague's; nothing for families, and where the procedure does not know the role.
std::optional<Colleague> colleague_of(const Account& account, const Described& procedure) {
  const Role* role = account.roles.empty() ? nullptr : procedure.role(account.roles.front());
  if (!role || role->standing == "family") return std::nullopt;
  return Colleague{account.person, account.full_name, role->id, account.workplace, role->title.en, role->agency, account.team, account.name, !account.disabled};
}

bool has_all(const std::string& haystack, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (haystack.find(words.substr(0, end)) == std::string::npos) return false;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

}  // namespace

std::vector<Colleague> colleagues(Accounts& accounts, const Described& procedure, std::string_view words) {
  std::vector<Colleague> out;
  const std::string wanted = folded(words);
  for (const Account& account : accounts.all()) {
    auto one = colleague_of(account, procedure);
    if (!one) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Colleague& other) { return other.id == one->id; });
    if (same == out.end()) out.push_back(std::move(*one));
    else if (!same->is_offered() && one->is_offered()) *same = std::move(*one);   // of two accounts, the one that is open
  }
  std::erase_if(out, [&](const Colleague& one) { return !has_all(folded(one.name + " " + one.role_title + " " + one.workplace + " " + one.team), wanted); });
  std::stable_sort(out.begin(), out.end(), [](const Colleague& left, const Colleague& right) { return folded(left.name) < folded(right.name); });
  return out;
}

std::vector<Colleague> colleagues_offered(Accounts& accounts, const Described& procedure, std::string_view words) {
  std::vector<Colleague> out = colleagues(accounts, procedure, words);
  std::erase_if(out, [](const Colleague& one) { return !one.is_offered(); });
  return out;
}

std::optional<Colleague> colleague_offered(Accounts& accounts, const Described& procedure, const PersonId& id) {
  for (Colleague& one : colleagues_offered(accounts, procedure))
    if (one.id == id) return std::move(one);
  return std::nullopt;
}

void fill_in(json::object& answers, const Colleague& colleague) {
  for (const auto& answered : introduced(colleague))
    if (!answers.contains(answered.key())) answers[answered.key()] = answered.value();
}

json::object introduced(const Colleague& colleague) {
  json::object out{{"name", colleague.name}, {"kind", "practitioner"}, {"role", colleague.role}};
  if (!colleague.workplace.empty()) out["organisation"] = colleague.workplace;
  return out;
}

}  // namespace confer
