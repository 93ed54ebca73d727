#pragma once
// When somebody else wrote first: what stands on file now beside what a writer typed, question by question, as far as her view goes. Nothing of hers
// is lost, and nothing of theirs is overwritten unless she says so.
#include <string>
#include <vector>

#include "page/form.h"

namespace confer {

/// What stands on file and what somebody typed to stand in its place; all of it from the writer's own view.
struct Sides {
  const RecordType& type;
  const Described& procedure;
  const FileView& view;
  const ShownEntry& now;                ///< What stands on file.
  const ShownEntry* before = nullptr;   ///< What she began from; null where she may not see it any more, or began from nothing.
  const Pairs& typed;                   ///< By field name.
};

/// What was typed, on top of what stands on file now: a question that she left as it was before takes what the other put there.
[[nodiscard]] Pairs on_top(const Sides& sides);
/// Whose change it was and when, and each question that differs in words: now on file, hers, before both.
[[nodiscard]] Html side_by_side(const Sides& sides);

}  // namespace confer
