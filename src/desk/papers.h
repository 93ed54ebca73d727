#pragma once
// How a paper of a conference is made: in the words of the conference's day, so that what was sent can be made again as it was sent when something is called
// otherwise since.
#include "access/view.h"
#include "catalogue/described.h"
#include "document/document.h"

namespace confer {

/// The day whose words the papers of a conference speak: that of the conference. Empty where the reader does not know when it is.
[[nodiscard]] std::optional<Date> day_of_papers(const FileView& seen, const EntryId& conference);

/// A paper for the reader of this view, by a procedure that speaks on the day of its papers. Refused as document::build refuses.
[[nodiscard]] Result<Document> paper(FileView seen, const DocumentType& type, const Described& procedure, const EntryId& conference, Date issued_on);

}  // namespace confer
