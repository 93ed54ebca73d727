#pragma once
// What is known already when a conference is called.
#include "page/form.h"

namespace confer {

/// Which conference is due next on this file and for which children, by the time limits that one meets when it is called; and the part that every
/// conference has. Only what nothing in `given` answers; a limit that is planned for, met or ended asks for none.
void fill_in_conference(const FileView& view, const Described& procedure, Pairs& given);

}  // namespace confer
