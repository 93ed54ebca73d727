#pragma once
// Finds names in procedures/ that nothing would ever read: a list, a title, a folder that is misspelt would else vanish in silence.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/load.h"

namespace confer {

/// The lists that a procedure has, by name.
[[nodiscard]] std::vector<std::string> list_names(const Described& described);

/// Notes an error for each list that no question draws on, no form shows and no page knows, and for each without a title under which people would read it.
void check_lists(const Described& described, std::vector<LoadError>& errors);

/// A term of the procedure, and where it stands.
using PlacedTerm = std::pair<std::string, Place>;

/// Notes an error for each term that a procedure brings in and that nothing reads: what it extends has none of the name, and neither a list, an access
/// class, a part of a conference nor a slot of its own `text` asks for it.
void check_terms(const std::vector<PlacedTerm>& own, const std::set<std::string, std::less<>>& inherited, const Described& described, const std::vector<std::string_view>& text,
                 std::vector<LoadError>& errors);

/// Notes an error for each term and each role's title for which there are days without words.
void check_wordings(const Described& described, std::vector<LoadError>& errors);

/// Notes an error for each file that stands in no procedure's folder, once for each folder.
void check_folders(const std::vector<ProcedureFile>& files, std::vector<LoadError>& errors);

}  // namespace confer
