#pragma once
// What the pages about copies share: the words and colour of a copy's state, and its address.
#include <string>
#include <string_view>

#include "desk/copies.h"
#include "page/site.h"

namespace confer {

/// "Released": the state as it stands on a page.
[[nodiscard]] std::string_view state_words(Copy::State state) noexcept;
/// The class of its tag; the words say the same.
[[nodiscard]] std::string_view state_tag(Copy::State state) noexcept;
/// "/files/<file>/conferences/<conference>/copies" with what follows.
[[nodiscard]] std::string copies_address(const FileId& file, const EntryId& conference, std::string_view rest = {});
/// One person's copy, with what follows.
[[nodiscard]] std::string copy_address(const CopyName& copy, std::string_view rest = {});
/// For the chair: the way to decide whether somebody may have a copy that is kept back until then. Nothing for any other copy or reader.
[[nodiscard]] Html decide_link(const Visit& visit, const Copy& copy, const std::vector<PersonId>& children);

}  // namespace confer
