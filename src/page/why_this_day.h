#pragma once
// The one way in which a page gives the reason of a date: folded up beneath it.
#include <optional>
#include <string>
#include <vector>

#include "access/view.h"
#include "base/html.h"
#include "catalogue/described.h"

namespace confer {

/// A date's reason, as far as its reader may know it.
struct DayExplained {
  std::string_view why;                        ///< The explanation, a sentence.
  std::optional<Date> planned_on = {};         ///< The day it is set for; empty while none is.
  std::string_view source = {};                ///< The cited text's title and place.
  std::string_view owner_title = {};           ///< Whose duty it is.
  std::string_view procedure = {};             ///< Id of the procedure that holds the rule.
  std::string_view rule = {};                  ///< Id of the time limit.
  std::vector<ShownReason> reasons = {};       ///< The whole reason as a table; empty where the sentence says enough.
};

/// "Why this day", to open.
[[nodiscard]] Html why_this_day(const DayExplained& day);
/// The same of what is due on a file.
[[nodiscard]] Html why_this_day(const ShownObligation& one, const Described& procedure);
/// The same of what would be due before a conference.
[[nodiscard]] Html why_this_day(const ShownAhead& one, const Described& procedure);

}  // namespace confer
