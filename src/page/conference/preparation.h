#pragma once
// What is prepared with the family before a conference, as lines of its task list: only for those who record it.
#include <vector>

#include "page/components/task_list.h"
#include "page/conference/conference.h"

namespace confer {

/// Asking about times, needs, how each child takes part, the chair's meetings and exclusions, each as far as it is on file. Lines that the reader does
/// not record are left out, so that nobody is told of them here.
[[nodiscard]] std::vector<components::Task> tasks_with_the_family(const Visit& visit, const OnConference& on);

}  // namespace confer
