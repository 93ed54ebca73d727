#pragma once
// What the pages of a parent or young person share: their conference in their own view, its address, and what they have written themselves.
// Short sentences, no initials, and nothing that is not in their own view.
#include <string>

#include "page/page.h"

namespace confer {

/// "/conference/<file>/<conference>" with what follows.
[[nodiscard]] std::string family_address(const FileId& file, const ShownEntry& conference, std::string_view rest = {});
/// The conference as it now stands in the reader's view, by any id of its chain; null when there is none that they may see.
[[nodiscard]] const ShownEntry* family_conference(const FileView& view, std::string_view id);
/// What the reader wrote themselves of this type for this conference, as it now stands; null when they wrote nothing yet.
[[nodiscard]] const ShownEntry* own_writing(const FileView& view, std::string_view type, const ShownEntry& conference);
/// Where the reader writes, or changes what they wrote: "…/write/challenge?statement=…".
[[nodiscard]] std::string writing_address(const FileId& file, const ShownEntry& conference, std::string_view type, const Pairs& more = {});
/// What the reader can do further down the page: read the reports, and write. Nothing for whoever writes nothing here.
[[nodiscard]] Html family_contents(const Visit& visit, const Described& procedure);
/// Everything that the reader can write for this conference besides what is wrong in a report, with what they wrote.
[[nodiscard]] Html family_writing(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference);

}  // namespace confer
