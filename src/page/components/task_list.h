#pragma once
// States in a word, and lists of tasks with their states. The word says it; the colour only helps.
#include <optional>
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// A state in a word: "Quorate", "Overdue".
struct Tag {
  std::string text = {};
  Html html = {};
  std::string classes = {};           ///< `govuk-tag--green` and such.
  Attributes attributes = {};
};
/// The markup of a tag.
[[nodiscard]] Html tag(const Tag& options);

/// What is to be done, in a few words.
struct TaskTitle {
  std::string text = {};
  Html html = {};
  std::string classes = {};
};

/// What helps to do it; empty leaves it out.
struct TaskHint {
  std::string text = {};
  Html html = {};
};

/// How a task stands: a tag where it needs doing, plain words where it is done.
struct TaskStatus {
  std::string text = {};
  Html html = {};
  std::optional<Tag> tag = {};        ///< Goes before the words.
  std::string classes = {};           ///< `govuk-task-list__status--cannot-start-yet`.
};

/// One task and how it stands.
struct Task {
  TaskTitle title = {};
  TaskHint hint = {};
  TaskStatus status = {};
  std::string href = {};              ///< Empty where it cannot be begun.
  std::string classes = {};
};

/// The tasks, in the order in which they are usually done.
struct TaskList {
  std::vector<Task> items = {};
  std::string id_prefix = "task-list";
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a task list.
[[nodiscard]] Html task_list(const TaskList& options);

}  // namespace confer::components
