#pragma once
// The one form mechanism: from a record type's description to fields on a page, and from what was sent back to a draft. Nothing that was
// typed is lost: a form shown again after an error holds every answer as it came.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/view.h"
#include "base/html.h"
#include "catalogue/described.h"
#include "desk/desk.h"
#include "page/site.h"

namespace confer {

/// How much room a form takes: a page of its own, or a corner of a page that does more.
enum class FormShape { full, quick };

/// A form being filled in: what stands in it, and what is wrong with it.
struct FormState {
  Pairs given = {};          ///< As it was sent, by field name; or what is prefilled.
  Problems problems = {};    ///< Each beside its field.
  std::vector<std::string> settled = {};   ///< Questions that the page answers itself: carried along unseen. "about" and "happened" too.
  FormShape shape = FormShape::full;       ///< Quick: its questions first, whom it is about last, no hints, and a box to tick for yes or no.
  std::string id_prefix = {};              ///< Before the id of every field, where a page holds several forms.
  std::map<std::string, std::string, std::less<>> hints = {};             ///< What the page adds to a question's own hint, by its name.
  std::map<std::string, std::vector<PersonId>, std::less<>> among = {};   ///< Whom a question about people offers, by its name; everyone where nothing is said.
  std::map<std::string, std::vector<PersonId>, std::less<>> behind = {};  ///< Of those, whom a question about several people offers behind "Somebody else".
  std::map<std::string, std::vector<ShownPerson>, std::less<>> further = {};   ///< Whom a question about one person offers who are not on the file, by its name.
  std::string starts_at = {};              ///< The question that the cursor stands in when the page opens; empty for none.
  std::optional<Instant> kept_at = {};     ///< When what stands in it was typed, where it was put back; empty for a fresh form.
};

/// The fields of a record type: whom it is about, when it happened, and its questions, with what was given and what is wrong.
[[nodiscard]] Html form_fields(const RecordType& type, const Described& procedure, const FileView& view, const FormState& state, Date today);
/// The error summary for the top of the page; nothing when all is well.
[[nodiscard]] Html form_errors(const RecordType& type, const FormState& state);

/// Fields that travel with a form and are no answers of it: its key, what it corrects, the page to go back to, its name and the page it stands on.
[[nodiscard]] bool is_carried(std::string_view name) noexcept;
/// Those fields, hidden, for a page that draws the rest of its form itself.
[[nodiscard]] Html carried(const FormState& state);
/// One answer in place of whatever was given for it.
void give(Pairs& given, std::string_view name, std::string value);
/// The boxes of a day, as a form would send them: "happened-day" and its two companions.
void give_day(Pairs& given, const std::string& name, Date day);
/// The boxes of a moment: those of its London day, and its time.
void give_instant(Pairs& given, const std::string& name, Instant at);

/// What a form sent, as a draft. Answers that cannot be read (a day that is no day) are problems beside their field; validation proper is the desk's.
[[nodiscard]] Draft read_draft(const RecordType& type, const Pairs& given, Problems& problems);

/// The fields' values that would show this entry again, for correcting it.
[[nodiscard]] Pairs values_of(const ShownEntry& entry, const RecordType& type);

}  // namespace confer
