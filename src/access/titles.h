#pragma once
// What people are called who are named by what they are: their roles' titles change with the words of a procedure, and papers keep those of their day.
#include "access/view.h"
#include "catalogue/described.h"

namespace confer {

/// Calls those whom a view shows by the titles of their roles as this procedure says them: those who work with the family, and whoever stands there as what
/// they are, because their name would tell where a child is.
void call_by_title(FileView& view, const Described& procedure);

}  // namespace confer
