#pragma once
// Drafts as a program sends them: the JSON Lines form of an entry, without what Confer says itself (who, in which role, when). It reads shapes only;
// whether an answer fits its question is for the desk to say when it is put on file.
#include <vector>

#include "desk/desk.h"

namespace confer {

/// Reads one entry, or a list of 1 to `most` of them. An id given is kept as the sender's own name for the entry. Refused with every problem found,
/// each with its member and its place in the list: what is no entry, an unknown member, a member of the wrong kind, an id that stands twice.
[[nodiscard]] tl::expected<std::vector<Draft>, Problems> read_drafts(const json::value& sent, std::size_t most);

}  // namespace confer
