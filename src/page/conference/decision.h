#pragma once
// What the steps of the page of a decision share: each practitioner's view, whom a question offers, and what is confirmed before a decision is made.
#include <optional>
#include <string>
#include <vector>

#include "page/conference/conference.h"

namespace confer {

/// What a conference of this kind decides with: the record type "decision", or "review".
[[nodiscard]] const RecordType& deciding(const OnConference& on);
/// "/files/<file>/conferences/<conference>/decision" with this query.
[[nodiscard]] std::string decision_address(const Visit& visit, const OnConference& on, const Pairs& query = {});

/// The first answer that was sent under a name; empty where there is none.
[[nodiscard]] std::string given_in(const Pairs& given, std::string_view name);

/// The practitioners' views on a child, counted; null where the procedure does not count them, at a review, and where the reader may not see them.
[[nodiscard]] const ShownViews* views_on(const OnConference& on, const PersonId& child);
/// Whether somebody whose view counts has not been asked yet, so that nothing is decided.
[[nodiscard]] bool waits_for_views(const OnConference& on, const PersonId& child);
/// Whether the views on file say by themselves if a decision goes against most practitioners.
[[nodiscard]] bool views_say(const OnConference& on, const PersonId& child);
/// A decision as it was sent, with what the views on file say of the majority in place of what was answered; as it was where they say nothing.
[[nodiscard]] Pairs with_majority(const OnConference& on, const PersonId& child, Pairs given);
/// Each practitioner's view and what comes of them; for whoever may, a form for those who were not asked yet, with what is wrong in what was sent of it.
[[nodiscard]] Html views_part(const Visit& visit, const OnConference& on, const PersonId& child, const FormState* sent);
/// What that form sent, on file; the problems beside their fields, in `sent`, where it cannot be. True when it is done.
[[nodiscard]] bool put_views(Visit& visit, const OnConference& on, const PersonId& child, FormState& sent);

/// Whom the questions of a decision offer first: who works with the child, came for them or is their family. Others stand behind "Somebody else".
void offer_people(const OnConference& on, const PersonId& child, FormState& state);

/// What is to be confirmed before a decision is put on file.
struct Confirmation {
  bool against_majority = false;
  std::vector<ShownConcern> concerns = {};   ///< What the procedure says of the days it sets.
  Problems problems = {};                    ///< Of what was answered here already.

  [[nodiscard]] bool empty() const noexcept { return !against_majority && concerns.empty(); }
};

/// The second step of a decision: what it brings about and what it departs from, before it is made.
[[nodiscard]] Response confirmation_page(const Visit& visit, const OnConference& on, const PersonId& child, const Pairs& given, const Confirmation& confirmation);
/// For each limit that is departed from, the record that says why, as that step was answered.
[[nodiscard]] std::vector<Draft> departures(const Visit& visit, const OnConference& on, const PersonId& child, const Confirmation& confirmation);

}  // namespace confer
