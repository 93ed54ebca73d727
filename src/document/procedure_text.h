#pragma once
// A procedure as people read it: practitioners, families, and whoever wrote it. Made from its description and nothing else, so that what is read is
// what is followed; a page, a print and the command line show this one tree.
#include "catalogue/described.h"
#include "document/document.h"

namespace confer::document {

/// The procedure in force: time limits, quorum, lists, documents, who may see what, roles, words, sources. Each time limit's row bears the anchor
/// "limit-<id>". Too large beyond the limits of a Document.
[[nodiscard]] Result<Document> procedure_text(const Described& procedure, Date issued_on);

/// What an access line says, in a sentence: "Where they work with the child and were invited to the conference: reports." Names that the procedure
/// has no words for are told as they are.
[[nodiscard]] std::string in_words(const AccessLine& line, const Described& procedure);

/// What a selector chooses, in words: "Strategy discussion, where “Did it begin an enquiry?” is answered yes".
[[nodiscard]] std::string in_words(const Selector& selector, const Described& procedure);
/// The same of any of several, joined by "or".
[[nodiscard]] std::string in_words(const std::vector<Selector>& selectors, const Described& procedure);

}  // namespace confer::document
