#pragma once
// What has become of a child's plan since it was last decided on, for whoever reads the plan: worked out from the reader's own view, and kept nowhere.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/view.h"
#include "catalogue/described.h"

namespace confer {

/// One answer of an action that reads otherwise now.
struct ChangedAnswer {
  const Question* question;
  const ShownEntry* before;   ///< The action as it read when the plan was last decided on.
};

/// What became of one action.
struct PlanChange {
  enum class What { added, done, dropped, begun, changed };
  What what;
  const ShownEntry* action;                    ///< As it stands.
  const ShownEntry* progress = nullptr;        ///< What was said of it: for done, dropped and begun.
  std::vector<ChangedAnswer> answers = {};     ///< For changed: empty where the reader may not see how it read before.
};

/// The day on which a child's plan was last decided on, at a review or at the conference that made it; empty where the reader may see neither.
[[nodiscard]] std::optional<Date> last_decided_on(const FileView& view, const PersonId& child);
/// What has changed since the end of that day, in the order of PlanChange::What; an action may be both added and done.
[[nodiscard]] std::vector<PlanChange> plan_changes(const FileView& view, const Described& procedure, const PersonId& child, Date since);
/// The last word on how far an action is; null where nobody said.
[[nodiscard]] const ShownEntry* progress_of(const FileView& view, const ShownEntry& action);

/// The entries of one type that stand about a child, in the order in which they were recorded.
[[nodiscard]] std::vector<const ShownEntry*> standing_about(const FileView& view, std::string_view type, const PersonId& child);

}  // namespace confer
