#pragma once
// The only place where a view is made, and where it is decided who may put what on file.
#include "access/view.h"
#include "casefile/case_file.h"
#include "catalogue/load_error.h"
#include "procedure/obligations.h"
#include "procedure/procedure.h"

namespace confer {

/// One file as this reader may see it, with what is due as at a day. Empty when there is nothing for them.
[[nodiscard]] FileView view(const CaseFile& file, const Procedure& procedure, const Reader& reader, Date as_at);

/// What is due on one file as at a day, with its sentence of why, worked out once for the views of all its readers. Borrows the file and the procedure.
class DueOnFile {
 public:
  DueOnFile(const CaseFile& file, const Procedure& procedure, Date as_at);

  [[nodiscard]] const CaseFile& file() const noexcept { return file_; }
  [[nodiscard]] const Procedure& procedure() const noexcept { return procedure_; }
  [[nodiscard]] Date as_at() const noexcept { return as_at_; }
  [[nodiscard]] const std::vector<Obligation>& all() const& noexcept { return all_; }
  const std::vector<Obligation>& all() const&& = delete;
  /// Why the obligation at this place is due: the same for every reader who may know of it.
  [[nodiscard]] const std::string& why(std::size_t place) const;

 private:
  const CaseFile& file_;
  const Procedure& procedure_;
  Date as_at_;
  std::vector<Obligation> all_;
  mutable std::vector<std::string> why_;   // empty until somebody may know of it
};

/// One file as this reader may see it, as far as lists show it: what is due comes without the table of its reasons, and of quorum nothing is said.
[[nodiscard]] FileView view_for_lists(const DueOnFile& due, const Reader& reader);

/// The same with only what was on file by the end of a day. Who may see what is judged by today's decisions all the same: what has been
/// restricted since stays hidden.
[[nodiscard]] FileView view_as_known(const CaseFile& file, const Procedure& procedure, const Reader& reader, Date as_at, Date known_on);

/// What would hold, were a conference on a day (the last that can be booked without one), as this reader may see it. Nothing is recorded. Not found
/// where none is asked for that the reader may know of, in the same words.
[[nodiscard]] Result<ShownLookAhead> look_ahead_for(const CaseFile& file, const Procedure& procedure, const Reader& reader, std::optional<Date> day, Date as_at);

/// Whether this reader may put this draft on file: by role, and about nobody and nothing that they may not see. The refusal tells nothing of what is hidden.
[[nodiscard]] Result<void> may_record(const CaseFile& file, const Procedure& procedure, const Reader& reader, const Entry& draft);

/// Readers to whom a file may be listed: everyone on it in their role, and the roles that see every file (with no person).
[[nodiscard]] std::vector<Reader> possible_readers(const CaseFile& file, const Procedure& procedure);

/// Whether a class is open to everybody in a role, whatever the file and whoever they are to it: what belongs to the whole, such as "figures".
[[nodiscard]] bool opens_to_role(const Described& procedure, std::string_view role, std::string_view access_class);

/// The role in which somebody reads a file: by who they are to the children or what they are in the work, else the one in which they last put
/// something on it. Empty when the file does not say: they see nothing.
[[nodiscard]] std::string role_on_file(const CaseFile& file, const Procedure& procedure, const PersonId& person);

/// Notes an error for each relation, condition and class of an access line that nothing knows, and each class of a record that no line opens to anybody.
void check_access(const Described& procedure, std::vector<LoadError>& errors);

}  // namespace confer
