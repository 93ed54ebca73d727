#include "page/file/plan_changes.h"

#include <algorithm>

namespace confer {

std::vector<const ShownEntry*> standing_about(const FileView& view, std::string_view type, const PersonId& child) {
  std::vector<const ShownEntry*> out = view.standing(type);
  std::erase_if(out, [&](const ShownEntry* one) { return !one->is_about(child); });
  return out;
}

namespace {

/// The action as it read at the end of a day: the last of its chain put on file until then; null where it was not there, or cannot be seen.
const ShownEntry* as_it_read(const FileView& view, const ShownEntry& action, Date since) {
  const ShownEntry* found = nullptr;
  for (const ShownEntry& one : view.entries)
    if (one.root == action.root && london_day(one.recorded) <= since) found = &one;
  return found;
}

std::vector<ChangedAnswer> differences(const ShownEntry& before, const ShownEntry& now, const RecordType& type) {
  std::vector<ChangedAnswer> out;
  for (const Question& question : type.questions) {
    const json::value *old = before.answers.if_contains(question.name), *stands = now.answers.if_contains(question.name);
    if (question.kind != AnswerKind::entry && (!old != !stands || (old && *old != *stands))) out.push_back({&question, &before});
  }
  return out;
}

/// What became of an action by the last word on it; nothing where there is none, or it says that nothing has begun.
std::optional<PlanChange::What> by_its_progress(const ShownEntry& progress) {
  const std::string_view state = progress.text("state");
  if (state == "done") return PlanChange::What::done;
  if (state == "dropped") return PlanChange::What::dropped;
  return state == "begun" ? std::optional(PlanChange::What::begun) : std::nullopt;
}

/// Whether an action was put on file after a day, and was not only put right since. Where the reader may not see how it first read, it was put right.
bool is_new(const FileView& view, const ShownEntry& action, Date since) {
  const auto first = std::find_if(view.entries.begin(), view.entries.end(), [&](const ShownEntry& one) { return one.id == action.root; });
  return first != view.entries.end() && london_day(first->recorded) > since;
}

}  // namespace

std::optional<Date> last_decided_on(const FileView& view, const PersonId& child) {
  std::optional<Date> out;
  for (const std::string_view type : {"decision", "review"})
    for (const ShownEntry* one : standing_about(view, type, child))
      if (one->happened_on && (!out || *one->happened_on > *out)) out = one->happened_on;
  return out;
}

const ShownEntry* progress_of(const FileView& view, const ShownEntry& action) {
  const ShownEntry* found = nullptr;
  for (const ShownEntry* one : view.standing("action_progress")) {
    const ShownEntry* theirs = view.entry(one->text("action"));
    if (theirs && theirs->root == action.root && (!found || found->happened_on <= one->happened_on)) found = one;
  }
  return found;
}

std::vector<PlanChange> plan_changes(const FileView& view, const Described& procedure, const PersonId& child, Date since) {
  std::vector<PlanChange> out;
  const RecordType& type = *procedure.record("plan_action");
  for (const ShownEntry* action : standing_about(view, "plan_action", child)) {
    const bool added = is_new(view, *action, since);
    if (added) out.push_back({PlanChange::What::added, action});
    const ShownEntry* progress = progress_of(view, *action);
    const auto what = progress && progress->happened_on > since ? by_its_progress(*progress) : std::nullopt;
    if (what) out.push_back({*what, action, progress});
    if (added || london_day(action->recorded) <= since) continue;
    const ShownEntry* before = as_it_read(view, *action, since);
    PlanChange changed{PlanChange::What::changed, action, nullptr, before ? differences(*before, *action, type) : std::vector<ChangedAnswer>{}};
    if (!before || !changed.answers.empty()) out.push_back(std::move(changed));
  }
  std::stable_sort(out.begin(), out.end(), [](const PlanChange& left, const PlanChange& right) { return left.what < right.what; });
  return out;
}

}  // namespace confer
