#pragma once
// What the pages of a parent or young person share: their conference in their own view, its address, and what they have written themselves.
// Short sentences, no initials, and nothing that is not in their own view.
#include <string>

#include "page/page.h"

namespace confer {

/// What a conference's page says to a reader, by what they were invited as: to a parent, to a child, to a practitioner.
struct ConferenceWords {
  std::string_view before;          ///< What the conference is for; one sentence.
  std::string_view freely;          ///< What they may do there; empty for nothing.
  std::string_view asked_heading;
  std::string_view asked;
  std::string_view reports_intro;
  std::string_view no_report;       ///< Empty: then nothing is said of reports.
  std::string_view disagree_heading;
  std::string_view disagree;
};
/// The words for a standing: "family", "child", "practitioner"; any other is spoken to as family.
[[nodiscard]] const ConferenceWords& words_for(std::string_view standing) noexcept;

/// Where somebody of the family is taken who asks for a page of staff's: their conference, else their first page. Empty where the file is not theirs.
[[nodiscard]] std::string family_instead(const Visit& visit);

/// "/conference/<file>/<conference>" with what follows.
[[nodiscard]] std::string family_address(const FileId& file, const ShownEntry& conference, std::string_view rest = {});
/// The conference as it now stands in the reader's view, by any id of its chain; null when there is none that they may see.
[[nodiscard]] const ShownEntry* family_conference(const FileView& view, std::string_view id);
/// What the reader wrote themselves of this type for this conference, as it now stands; null when they wrote nothing yet.
[[nodiscard]] const ShownEntry* own_writing(const FileView& view, std::string_view type, const ShownEntry& conference);
/// Where the reader writes, or changes what they wrote: "…/write/challenge?statement=…".
[[nodiscard]] std::string writing_address(const FileId& file, const ShownEntry& conference, std::string_view type, const Pairs& more = {});
/// What the reader can do further down the page: read the reports where it has any, and write. Nothing for whoever writes nothing here.
[[nodiscard]] Html family_contents(const Visit& visit, const Described& procedure, bool has_reports);
/// Everything that the reader can write for this conference besides what is wrong in a report, with what they wrote.
[[nodiscard]] Html family_writing(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference);

}  // namespace confer
