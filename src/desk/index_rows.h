#pragma once
// What lists show of a file, computed through the views of those it is shown to: so a list can tell no more than a page.
#include <string>
#include <vector>

#include "access/view.h"
#include "casefile/case_file.h"
#include "procedure/procedure.h"
#include "store/store.h"

namespace confer {

/// Every index row of one file, each with its audience: tables "file" and "file_recent" (one family, by what is next due and by when something was last
/// put on file), "obligation" (one thing still due), "conference" (for whose own it is: a practitioner who may know of it, whoever of the unit chairs it,
/// runs it or works with the family), and for those whose role finds the figures "figure", "colleague" and "departure".
[[nodiscard]] std::vector<IndexRow> index_rows(const CaseFile& file, const Procedure& procedure, Date today);

/// Words as a search compares them; a day as people write it, 27/3/2016, as it stands in the index.
[[nodiscard]] std::string searchable(std::string_view words);
/// What a reader holds up to find rows that are for them.
[[nodiscard]] std::vector<std::string> tokens(const Reader& reader);
/// The same for what is their own duty to do.
[[nodiscard]] std::vector<std::string> own_tokens(const Reader& reader);
/// The same for the files that these people lead or, where nobody leads yet, opened.
[[nodiscard]] std::vector<std::string> tokens_of_workers(const Reader& reader, const std::vector<PersonId>& workers);
/// Each token, for rows of one time limit alone.
[[nodiscard]] std::vector<std::string> tokens_of_kind(std::vector<std::string> tokens, std::string_view rule);

/// Where a day stands in a list that begins with the latest.
[[nodiscard]] std::int32_t latest_first(Date day);

/// The audience of a row for one reader: all who hold the reader's token, and the same token narrowed to each of these words.
[[nodiscard]] std::string narrowed(std::string_view token, std::string_view by);

/// The people by whose work a file is found: the lead social workers of its children, else whoever opened it; as far as the view tells.
[[nodiscard]] std::vector<PersonId> workers_of(const FileView& view);

/// Rows that figures are counted from, for a reader whose role finds them: one a time limit that was met, one a report that was asked for, one a
/// departure, and the names of those who chaired.
[[nodiscard]] std::vector<IndexRow> figure_rows(const FileView& view, const Described& procedure, const std::string& token);

}  // namespace confer
