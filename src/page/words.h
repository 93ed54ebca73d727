#pragma once
// Small pieces of page language that several pages share.
#include <string>
#include <string_view>

#include "access/view.h"
#include "base/html.h"
#include "catalogue/described.h"

namespace confer {

/// The class of a tag for a child's state; the words beside it say the same.
[[nodiscard]] std::string_view state_colour(std::string_view state) noexcept;
/// A day with its weekday, or a moment with its time; empty for neither.
[[nodiscard]] std::string when_in_words(const ShownEntry& entry);
/// Names of these people, as far as the view knows them, joined by commas.
[[nodiscard]] std::string names(const FileView& view, const std::vector<PersonId>& people);
/// One answer in words: a choice by its title, a person by name, a day with its weekday, yes or no.
[[nodiscard]] Html answer_in_words(const json::value& answer, const Question& question, const FileView& view, const Described& procedure);

}  // namespace confer
