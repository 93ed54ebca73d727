#pragma once
// What one reader may see of one file. This is all that pages, documents, returns and the command line ever receive: only access/ makes
// one, what no rule shows is not in it, and nothing in it tells that something was left out. It includes nothing of casefile.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/json.h"

namespace confer {

/// Who reads, and in which role.
struct Reader {
  PersonId person;
  std::string role;   ///< Id of a role of the procedure.

  bool operator==(const Reader&) const = default;
};

/// Someone the reader may know of.
struct ShownPerson {
  PersonId id;
  std::string name;
  std::string kind;                      ///< "child", "adult" or "practitioner".
  std::optional<Date> born = {};
  std::optional<Date> expected = {};
  std::string role_title = {};           ///< "Health visitor", or "Mother" where the reader may know it; empty otherwise.
  std::string organisation = {};         ///< Empty where the reader may not know where they work.
  std::string role = {};                 ///< Id of the role that they were introduced in; empty where there is none.
  bool unnamed = false;                  ///< Stands there as what they are: their name would tell where a child is.

  bool operator==(const ShownPerson&) const = default;
};

/// An entry, with only the children and answers that the reader may see.
struct ShownEntry {
  EntryId id;
  EntryId root;                          ///< First of its chain of corrections, by which others refer to it.
  std::string type;
  std::vector<PersonId> about = {};
  std::optional<Date> happened_on = {};
  std::optional<Instant> happened_at = {};
  Instant recorded = {};
  PersonId by = {};                      ///< Empty where the reader may not know who.
  json::object answers = {};
  EntryId corrects = {};
  bool corrected = false;                ///< A later entry that the reader may see stands in its place.

  /// A text, choice or id that was answered; empty where there is none to see.
  [[nodiscard]] std::string_view text(std::string_view question) const noexcept;
  /// Several choices or ids; a single one counts as a list of one.
  [[nodiscard]] std::vector<std::string_view> list(std::string_view question) const;
  [[nodiscard]] bool is_about(const PersonId& person) const noexcept;

  bool operator==(const ShownEntry&) const = default;
};

/// One line of the table that says why something is due.
struct ShownReason {
  std::string key;     ///< Stable name: "by_when".
  std::string label;   ///< What stands before it.
  std::string value;

  bool operator==(const ShownReason&) const = default;
};

/// Something due that the reader may know of.
struct ShownObligation {
  std::string rule;
  std::string what;
  std::string does = {};                       ///< The act that meets it, as a button would say; empty when none does.
  std::vector<PersonId> about = {};
  EntryId conference = {};
  EntryId anchor = {};                         ///< The entry it is counted from.
  EntryId planned_by = {};                     ///< The entry that set a day for it; empty while none has.
  EntryId met_by = {};
  std::optional<Date> limit = {};
  std::optional<Instant> limit_at = {};
  std::optional<Date> latest_bookable = {};
  std::optional<Date> strict = {};
  std::optional<Date> planned_on = {};
  std::optional<Date> met_on = {};
  std::string state;                           ///< Stable name: "met", "met_late", "due", "overdue", "lapsed", "open".
  std::string why;                             ///< The explanation, a sentence.
  std::string no_number = {};                  ///< What the procedure says where it gives no number.
  std::string owner;                           ///< Role id.
  std::string owner_title = {};
  std::string departure_title = {};            ///< Whom to consult before leaving the limit; empty where nobody is named.
  std::string source = {};                     ///< The cited text's title and place.
  bool reference = false;                      ///< Its day is one to go by, and never late.
  std::vector<ShownReason> reasons = {};       ///< The whole reason as a table, with what stands beside it as far as the reader may see.

  /// Whether it is still to be done.
  [[nodiscard]] bool is_open() const noexcept { return state == "due" || state == "overdue" || state == "open"; }

  bool operator==(const ShownObligation&) const = default;
};

/// Where one child is in the process, by what the reader may see.
struct ShownChild {
  PersonId id;
  std::string state;                           ///< Stable name: "enquiry", "plan", …
  std::string state_title;                     ///< In the procedure's words.
  std::optional<Date> since = {};
  std::string category_title = {};
  PersonId lead_social_worker = {};
  PersonId worker = {};                        ///< While nobody leads: who of the authority's own staff works with the child; empty where nobody is known to.

  bool operator==(const ShownChild&) const = default;
};

/// Whether a conference may decide for a child, in words for the room.
struct ShownQuorum {
  EntryId conference;
  PersonId child;
  bool may_decide = false;
  bool none_published = false;   ///< Whether it may only because nobody has published how many have to be there.
  std::string words;

  bool operator==(const ShownQuorum&) const = default;
};

/// What the practitioners at a conference think of a plan for one child, counted.
struct ShownViews {
  EntryId conference;
  PersonId child;
  std::string result;                          ///< Stable name: "none", "needed", "not_needed", "divided".
  std::string words;
  std::vector<PersonId> counted = {};          ///< Whose view counts.
  std::vector<PersonId> waits = {};            ///< Those of them who were not asked yet.

  bool operator==(const ShownViews&) const = default;
};

/// One thing that would have to be done before a conference, were it on a day.
struct ShownAhead {
  std::string rule;
  std::string what;
  std::string owner_title = {};
  std::string state = {};                      ///< Stable name: "met", "reachable", "last_day", "unreachable", "no_number".
  std::optional<Date> latest_safe = {};
  std::string words = {};
  std::string why = {};                        ///< The explanation of its limit, a sentence.
  std::string source = {};                     ///< The cited text's title and place.

  bool operator==(const ShownAhead&) const = default;
};

/// What would hold, were a conference on a day, as far as the reader may see. Nothing of it is on file.
struct ShownLookAhead {
  Date day = {};
  bool is_limiting = false;                    ///< The last day that can be booked within the limit.
  bool in_time = true;
  std::string what = {};                       ///< What the conference would meet.
  std::vector<PersonId> about = {};
  std::string words = {};
  std::optional<Date> act_by = {};             ///< The first day by which something has to be done.
  std::vector<ShownAhead> lines = {};

  bool operator==(const ShownLookAhead&) const = default;
};

/// One file as one reader may see it on one day.
struct FileView {
  Reader reader;
  std::string reference = {};
  Date as_at = {};
  std::vector<ShownPerson> people = {};        ///< In order of introduction.
  std::vector<ShownEntry> entries = {};        ///< In order of filing.
  std::vector<ShownChild> children = {};
  std::vector<ShownObligation> obligations = {};
  std::vector<ShownQuorum> quorum = {};
  std::vector<ShownViews> views = {};          ///< Only where the procedure has a decision rule.

  /// Nothing to see: to this reader the file is not there.
  [[nodiscard]] bool empty() const noexcept { return entries.empty(); }
  [[nodiscard]] const ShownPerson* person(std::string_view id) const noexcept;
  /// The person's name; empty where the reader may not know them.
  [[nodiscard]] std::string_view name(std::string_view id) const noexcept;
  [[nodiscard]] const ShownEntry* entry(std::string_view id) const noexcept;
  /// Entries of a type that nothing visible has corrected, in order of filing.
  [[nodiscard]] std::vector<const ShownEntry*> standing(std::string_view type) const;
  /// The same for one conference.
  [[nodiscard]] std::vector<const ShownEntry*> standing(std::string_view type, const EntryId& conference) const;

  bool operator==(const FileView&) const = default;
};

}  // namespace confer
