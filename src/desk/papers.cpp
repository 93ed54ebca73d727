#include "desk/papers.h"

#include "access/titles.h"
#include "document/build.h"

namespace confer {

std::optional<Date> day_of_papers(const FileView& seen, const EntryId& conference) {
  const ShownEntry* called = seen.entry(conference.value);
  if (!called) return std::nullopt;
  const auto starts = Instant::parse(called->text("starts"));
  return starts ? std::optional(london_day(*starts)) : std::nullopt;
}

Result<Document> paper(FileView seen, const DocumentType& type, const Described& procedure, const EntryId& conference, Date issued_on) {
  call_by_title(seen, procedure);
  return document::build(seen, type, procedure, conference, issued_on);
}

}  // namespace confer
