#pragma once
// What the pages of one conference share: finding it in the reader's view, its addresses, its statements as they are read, and the one form
// mechanism in the corner of a page.
#include <string>
#include <vector>

#include "page/kept_form.h"
#include "page/page.h"

namespace confer {

/// A conference on its way to a page: the reader's view of its file, and the conference as it stands in it.
struct OnConference {
  FileView view;
  const Described* procedure = nullptr;     ///< Never null once opened.
  const ShownEntry* conference = nullptr;   ///< In `view`; its latest correction.

  /// By which other entries refer to it.
  [[nodiscard]] const EntryId& id() const& noexcept { return conference->root; }
  const EntryId& id() const&& = delete;
  /// When it begins; empty where the reader may not know.
  [[nodiscard]] std::optional<Instant> starts() const;
  /// The children it is about, as far as the reader may know them.
  [[nodiscard]] const std::vector<PersonId>& children() const& noexcept { return conference->about; }
  const std::vector<PersonId>& children() const&& = delete;
  /// Its entries of a type that nothing has corrected.
  [[nodiscard]] std::vector<const ShownEntry*> standing(std::string_view type) const { return view.standing(type, id()); }
  /// "Initial conference, Tuesday 29 April 2025, 10:00".
  [[nodiscard]] std::string title() const;
  /// The day that what is said at it belongs to: its own, or today where it has not begun.
  [[nodiscard]] Date day(Date today) const;
  /// The lines of a list that are in force on its day; all of them where no day is known.
  [[nodiscard]] std::vector<ListItem> list(std::string_view name) const;
  /// The headings of what is said, those of its day first; behind them those of other days, under which something may have been written.
  [[nodiscard]] std::vector<ListItem> headings() const;
};

/// The conference that the address names. Not found, in the same words, when it is not there and when the reader may not see it.
[[nodiscard]] Result<OnConference> open_conference(const Visit& visit);
/// "/files/<file>/conferences/<conference>" with what follows.
[[nodiscard]] std::string conference_address(const Visit& visit, const OnConference& on, std::string_view rest = {});
/// The form of a record type, with these questions answered.
[[nodiscard]] std::string record_address(const Visit& visit, std::string_view type, const Pairs& answered);
/// The form that corrects an entry and comes back to `back`.
[[nodiscard]] std::string correction_address(const Visit& visit, const ShownEntry& entry, std::string_view back);
/// Whether the reader's role may put this type of record on file; false where the procedure has none of the name.
[[nodiscard]] bool may_put(const Visit& visit, const OnConference& on, std::string_view type);

/// A page of this conference, under its family's tab Conferences.
[[nodiscard]] layout::Page conference_frame(const Visit& visit, const OnConference& on, std::string title);
/// Where a form in a corner is sent, and what goes along with it.
struct SentTo {
  std::string address = {};   ///< Empty for the record's own page.
  Pairs with = {};
};
/// A form of one record type in a page that does more. It carries conference and key, and comes back to `back`.
[[nodiscard]] Html corner_form(const Visit& visit, const OnConference& on, std::string_view type, FormState state, std::string_view button, std::string back, const SentTo& to = {});

/// What somebody is: a practitioner's role, or who of the family they are to which of the conference's children ("father of Ben and Cai").
[[nodiscard]] std::string who_they_are(const OnConference& on, const PersonId& person);

/// The title of a choice or item of a described list; the id where there is none.
[[nodiscard]] std::string title_in(const Described& procedure, std::string_view list, std::string_view id);
/// First names, joined by commas and "and".
[[nodiscard]] std::string first_names(const FileView& view, const std::vector<PersonId>& people);
/// A first name; empty where the reader may not know them.
[[nodiscard]] std::string first_name(const FileView& view, const PersonId& person);
/// One answer of an entry in words; empty where it was not answered or may not be seen.
[[nodiscard]] Html answer_of(const OnConference& on, const ShownEntry& entry, std::string_view question);
/// Whether a yes-or-no question was answered with yes.
[[nodiscard]] bool is_yes(const ShownEntry& entry, std::string_view question) noexcept;
/// A statement as it is read: its words, its kind, whose it is, about whom; with a link to correct it where `back` is given.
[[nodiscard]] Html statement_as_read(const Visit& visit, const OnConference& on, const ShownEntry& statement, std::string_view back);
/// The statements as a list; words instead where there is none.
[[nodiscard]] Html statements_as_read(const Visit& visit, const OnConference& on, const std::vector<const ShownEntry*>& statements, std::string_view back, std::string_view none);
/// What somebody says is wrong in a statement, with its answers, and for whoever may the way to answer it and to correct it; `back` is where both come back to.
[[nodiscard]] Html challenge_with_answers(const Visit& visit, const OnConference& on, const ShownEntry& statement, const ShownEntry& challenge, std::string_view back);
/// A child's outline plan with its actions; nothing where there is no outline plan that the reader may see.
[[nodiscard]] Html plan_as_read(const Visit& visit, const OnConference& on, const PersonId& child, std::string_view back, int heading_level);
/// A child's outline plan; null where there is none that the reader may see.
[[nodiscard]] const ShownEntry* outline_plan_of(const OnConference& on, const PersonId& child);

/// What the family wrote before the conference, as far as the reader may see it, with the forms for writing down what they said.
[[nodiscard]] Html from_the_family(const Visit& visit, const OnConference& on);

}  // namespace confer
