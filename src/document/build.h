#pragma once
// Makes one person's copy of a described document from that person's view and nothing else: what the view does not hold cannot be said here,
// and leaves no heading, row, column or number behind.
#include <string>

#include "access/view.h"
#include "catalogue/described.h"
#include "document/document.h"

namespace confer::document {

/// The copy for the view's own reader, made of what the view holds of this conference. Not found, in the same words, when the conference is not in
/// the view and when the view holds nothing that the document is about; too large beyond the limits of a Document.
[[nodiscard]] Result<Document> build(const FileView& view, const DocumentType& type, const Described& procedure, const EntryId& conference, Date issued_on);

/// When a conference begins for the view's reader: at a time of their own where their invitation names one. Empty where the view does not say.
[[nodiscard]] std::optional<Instant> own_start(const FileView& view, const ShownEntry& conference);

/// As what the view's reader was invited to a conference: an item of the list "standing"; the standing of their role where no invitation is shown.
[[nodiscard]] std::string standing_of_reader(const FileView& view, const Described& procedure, const EntryId& conference);

/// The conference as an entry for its reader's calendar (RFC 5545): when, and "Meeting"; never where, who or about whom. `issued` is when this
/// edition is made. Not found when the view does not hold the conference or its hour.
[[nodiscard]] Result<std::string> calendar_for(const FileView& view, const EntryId& conference, Instant issued);

}  // namespace confer::document
