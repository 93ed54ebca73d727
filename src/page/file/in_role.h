#pragma once
// Questions that ask for somebody in a role: whoever has an account in it can be chosen, and goes on file with the form where they are not there yet.
#include <vector>

#include "page/form.h"
#include "page/page.h"

namespace confer {

/// Adds to a form those with an account whom its questions can mean and who are not on this file, where its writer may introduce them; and answers each
/// such question for which there is one person alone, where nothing was answered.
void offer_colleagues_in_role(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, FormState& state);

/// The introductions of those whom a draft names so, to go on file before it; empty where all are on file.
[[nodiscard]] std::vector<Draft> introductions_for(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, const Draft& draft);

/// What to do first where a form needs somebody in a role and there is nobody, with the way to it; nothing where there is.
[[nodiscard]] Html nobody_in_role(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, const FormState& state);

}  // namespace confer
