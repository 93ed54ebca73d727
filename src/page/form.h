#pragma once
// The one form mechanism: from a record type's description to fields on a page, and from what was sent back to a draft. Nothing that was
// typed is lost: a form shown again after an error holds every answer as it came.
#include "access/view.h"
#include "base/html.h"
#include "catalogue/described.h"
#include "desk/desk.h"
#include "page/site.h"

namespace confer {

/// A form being filled in: what stands in it, and what is wrong with it.
struct FormState {
  Pairs given = {};          ///< As it was sent, by field name; or what is prefilled.
  Problems problems = {};    ///< Each beside its field.
  std::vector<std::string> settled = {};   ///< Questions that the page answers itself: carried along unseen.
};

/// The fields of a record type: whom it is about, when it happened, and its questions, with what was given and what is wrong.
[[nodiscard]] Html form_fields(const RecordType& type, const Described& procedure, const FileView& view, const FormState& state, Date today);
/// The error summary for the top of the page; nothing when all is well.
[[nodiscard]] Html form_errors(const RecordType& type, const FormState& state);

/// What a form sent, as a draft. Answers that cannot be read (a day that is no day) are problems beside their field; validation proper is the desk's.
[[nodiscard]] Draft read_draft(const RecordType& type, const Pairs& given, Problems& problems);

/// The fields' values that would show this entry again, for correcting it.
[[nodiscard]] Pairs values_of(const ShownEntry& entry, const RecordType& type);

}  // namespace confer
