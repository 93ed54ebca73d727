#pragma once
// The one table of copies: document by document, who gets one, by when it is due, how far it is, and two of them side by side.
#include <vector>

#include "desk/copies.h"
#include "page/site.h"

namespace confer {

/// Every copy of a conference, a table for each document, with the way to look at each and to decide on it; `children` are those of the conference.
[[nodiscard]] Html copy_tables(const Visit& visit, const std::vector<Copy>& all, const std::vector<PersonId>& children);
/// The same in a line for each document: how many copies there are, how many were sent, how many wait.
[[nodiscard]] Html copies_counted(const std::vector<Copy>& all);
/// Two people whose copies of a document are looked at side by side; nothing where fewer than two have one. `prefix` stands before the ids of its fields.
[[nodiscard]] Html choose_two_copies(const std::vector<Copy>& of_one, std::string_view left, std::string_view right, const std::string& prefix);
/// "Kelly Hartley, Mother".
[[nodiscard]] std::string whose_copy(const Copy& copy);

}  // namespace confer
