// Whether a file opens to somebody who was just put on it, told without telling what the one who asks may not see.
#include <fmt/format.h>

#include <algorithm>

#include "access/make_view.h"
#include "desk/desk_parts.h"

namespace confer {

bool Desk::opens_to(const FileId& id, const Reader& looker, const Reader& other) {
  const auto own = open_file(id, looker);
  if (!own) return false;
  log_access(id, looker, fmt::format("asked whether it opens to {}", other.person.value));
  const Loaded loaded = load(id);
  std::vector<Entry> known;   // the file as if it held no more than the looker sees
  for (const ShownEntry& shown : own->entries)
    if (const Entry* entry = loaded.file->find(shown.id)) {
      known.push_back(*entry);
      known.back().about = shown.about;
      known.back().answers = Answers(shown.answers);
    }
  const FileView theirs = view(CaseFile::fold(std::move(known)), *procedure_for(*loaded.file), other, today());
  return std::any_of(theirs.entries.begin(), theirs.entries.end(), [&](const ShownEntry& one) { return one.type != "person" || !one.is_about(other.person); });
}

}  // namespace confer
