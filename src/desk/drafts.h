#pragma once
// Forms begun and not yet put on file: sealed, their author's own, outside the chain. Knows nothing of access: whoever shows a draft has a view
// of its file in hand (Desk::begun_by, the form's own page). Nobody but the account that typed it is ever given one.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace confer {

class Store;

/// Names and values as a form holds them, in order; names may repeat.
using Typed = std::vector<std::pair<std::string, std::string>>;

/// Which form of its author's: of which file, of which record type, and what sets it apart from others of that type.
struct DraftName {
  FileId file;          ///< Empty for the form that opens a new file.
  std::string type;     ///< A record type's name.
  Typed belongs = {};   ///< What it corrects ("corrects", the first of its chain), else the conference, report or child it is for; ids and choices only.

  bool operator==(const DraftName&) const = default;
};

/// A form as it stood when it was last kept.
struct KeptDraft {
  DraftName name;
  Typed typed;           ///< Every field, hidden ones too, but no token.
  std::string address;   ///< The page of ours that the form stands on.
  Instant saved;

  bool operator==(const KeptDraft&) const = default;
};

/// How much is kept, and for how long.
struct DraftLimits {
  std::size_t bytes = 64 * 1024;                       ///< Of one form: names and values together. The longest answer there is has 4,000.
  std::size_t forms = 50;                              ///< Of one account.
  std::int64_t keep_seconds = 30LL * 24 * 60 * 60;     ///< After it was last typed into.
  std::int64_t given_up_seconds = 24LL * 60 * 60;      ///< How long what was given up is known to be: longer than a page that was left sends anything.
  std::size_t held_forms = 10;                         ///< Of one account in one browser, until it signs in again.
};

/// The unfinished forms of one authority's accounts. May be called from several threads.
class Drafts {
 public:
  /// The store must outlive it.
  Drafts(Store& store, AuthorityId authority, const DraftLimits& limits = {}) : store_(store), authority_(std::move(authority)), limits_(limits) {}

  /// Keeps a form in place of what was kept of it before. Refused (too_large) beyond the limits: nothing that was kept is dropped for it.
  [[nodiscard]] Result<void> save(const EntryId& account, const KeptDraft& draft);
  /// What this account had typed into a form; empty when nothing is kept.
  [[nodiscard]] std::optional<KeptDraft> find(const EntryId& account, const DraftName& name, Instant now) const;
  /// Everything that this account has begun, the latest first.
  [[nodiscard]] std::vector<KeptDraft> all(const EntryId& account, Instant now) const;
  /// Forgets a form; does nothing when there is none.
  void drop(const EntryId& account, const DraftName& name, Instant now);

  /// The form that carried this key was given up: what is still on its way from its page is not kept any more.
  void give_up(const EntryId& account, std::string_view form_key, Instant now);
  [[nodiscard]] bool is_given_up(const EntryId& account, std::string_view form_key, Instant now) const;

  /// Keeps a form that somebody sent when she was no longer signed in, for the account it was shown to and for this browser alone. The caller has
  /// made sure that the browser is known to the account. Refused (too_large) beyond the limits.
  [[nodiscard]] Result<void> hold(std::string_view device_token, const EntryId& account, const KeptDraft& draft);
  /// Makes drafts of what was held for this account in this browser, now that it has signed in there.
  void take_up(std::string_view device_token, const EntryId& account, Instant now);

  [[nodiscard]] const DraftLimits& limits() const& noexcept { return limits_; }
  const DraftLimits& limits() const&& = delete;

 private:
  [[nodiscard]] Result<void> put(const std::string& shelf, const KeptDraft& draft, std::size_t most);
  [[nodiscard]] std::vector<KeptDraft> on(const std::string& shelf, Instant now) const;
  [[nodiscard]] std::string shelf(const EntryId& account) const;

  Store& store_;
  AuthorityId authority_;
  DraftLimits limits_;
};

}  // namespace confer
