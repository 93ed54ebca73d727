#pragma once
// What the columns of the page of the day share: where it stands, the board with its forms, and who is here.
#include <string>
#include <string_view>
#include <vector>

#include "page/conference/conference.h"

namespace confer::day {

/// Where the page stands: in which part, at which step of the agenda, and what was sent of one of its forms and could not be put on file.
struct Standpoint {
  std::string part;
  std::string step;
  std::string form = {};       ///< Which form `given` and `problems` belong to: "attendance", or the record type of a corner's; empty for none.
  Pairs given = {};
  Problems problems = {};
};

/// The page of the day at this place.
[[nodiscard]] std::string address(const Visit& visit, const OnConference& on, const Standpoint& at, Pairs more = {});
/// Whoever keeps the list of who came runs the day: their page has forms.
[[nodiscard]] bool runs_the_day(const Visit& visit, const OnConference& on);
/// Whether the conference is today; before and after, the page says when it is or was.
[[nodiscard]] bool is_today(const Visit& visit, const OnConference& on);

/// What is said in this part, its plan, and the forms for both.
[[nodiscard]] Html board_column(const Visit& visit, const OnConference& on, const Standpoint& at);
/// Before the id of every field of a corner's form.
[[nodiscard]] std::string_view prefix_of(std::string_view type) noexcept;
/// Puts on file what a corner's form sent. The page again where it cannot be: its problems beside their fields, and every word kept.
[[nodiscard]] Standpoint corner_sent(Visit& visit, const OnConference& on, Standpoint at);

/// Who is in this part, who may be put on its list, and whether the conference may decide.
[[nodiscard]] Html people_column(const Visit& visit, const OnConference& on, const Standpoint& at);
/// Whether anybody is on the list of a part, as far as the reader may see.
[[nodiscard]] bool anybody_in(const OnConference& on, std::string_view part);
/// The same for those who are to be put on the list of this part.
[[nodiscard]] Standpoint attendance_sent(Visit& visit, const OnConference& on, Standpoint at);

}  // namespace confer::day
