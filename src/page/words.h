#pragma once
// Small pieces of page language that several pages share.
#include <string>
#include <string_view>

#include "access/view.h"
#include "base/html.h"
#include "catalogue/described.h"

namespace confer {

/// What an entry is, whom it is about and whom it names first: "Invitation: Amy, Ben · Beth Corrigan".
[[nodiscard]] std::string called(const ShownEntry& entry, const RecordType& type, const FileView& view);
/// Whether a report is begun and not handed in yet: only its writer is ever shown one.
[[nodiscard]] bool is_begun(const ShownEntry& report) noexcept;
/// Paragraph, heading and link in the page's own dress; `hidden` is heard and not seen.
[[nodiscard]] Html paragraph(std::string_view words);
[[nodiscard]] Html heading(int level, std::string_view words, std::string_view id = {});
[[nodiscard]] Html link(std::string_view address, std::string_view words, std::string_view hidden = {});
/// What is heard and not seen.
[[nodiscard]] Html hidden_words(std::string_view words);

/// The class of a tag for a child's state; the words beside it say the same.
[[nodiscard]] std::string_view state_colour(std::string_view state) noexcept;
/// "14"; before the first birthday "7 months", before the third month "5 weeks", before the second week "3 days".
[[nodiscard]] std::string age_in_words(Date born, Date today);
/// A day with its weekday, or a moment with its time; empty for neither.
[[nodiscard]] std::string when_in_words(const ShownEntry& entry);
/// Names of these people, as far as the view knows them, joined by commas.
[[nodiscard]] std::string names(const FileView& view, const std::vector<PersonId>& people);
/// One answer in words: a choice by its title, a person by name, a day with its weekday, yes or no.
[[nodiscard]] Html answer_in_words(const json::value& answer, const Question& question, const FileView& view, const Described& procedure);

/// The same of one entry, as words alone; "nothing" where it was not answered.
[[nodiscard]] std::string plain_answer(const ShownEntry& entry, const Question& question, const FileView& view, const Described& procedure);

/// What is said to be wrong in a statement, as far as the view holds it.
[[nodiscard]] std::vector<const ShownEntry*> challenges_of(const FileView& view, const ShownEntry& statement);
/// What was answered to one of them, in order of filing.
[[nodiscard]] std::vector<const ShownEntry*> answers_of(const FileView& view, const ShownEntry& challenge);
/// Whether none of these says more than that somebody else looks into it.
[[nodiscard]] bool waits_for_answer(const FileView& view, const ShownEntry& challenge);
/// One of them, to stand beneath its statement: who says so, in which words, whether the line was changed since, and what was answered or that nothing
/// was yet; `more` comes after it.
[[nodiscard]] Html challenge_as_read(const FileView& view, const Described& procedure, const ShownEntry& statement, const ShownEntry& challenge, const Html& more = {});

}  // namespace confer
