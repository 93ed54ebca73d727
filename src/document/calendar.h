#pragma once
// An invitation's entry for a reader's calendar. It says when, by one neutral word what, and where only if the caller says so: no child,
// agency or address is ever added here.
#include <string>

#include "base/date.h"
#include "base/result.h"

namespace confer::document {

/// One meeting as a calendar is to show it.
struct CalendarInvitation {
  std::string uid = {};       ///< An id, the same in every later edition of this invitation; never personal.
  Instant starts = {};
  Instant ends = {};          ///< After `starts`.
  std::string summary = {};   ///< One neutral word, such as "Meeting"; at most `longest_calendar_words` bytes.
  std::string place = {};     ///< Empty when no place is to be told; at most `longest_calendar_words` bytes.
  Instant issued = {};        ///< When this edition was made.
  int edition = 0;            ///< 0 first; one more each time the meeting is moved, so that calendars take the newer.
  bool operator==(const CalendarInvitation&) const = default;
};

/// Of a summary or a place, in bytes.
inline constexpr std::size_t longest_calendar_words = 500;

/// An iCalendar object (RFC 5545) that publishes one private event, its times in UTC and to the second. Refused when the meeting ends
/// before it begins, or when the summary or place is too long; an empty summary or a uid that is no id is a mistake of the program.
[[nodiscard]] Result<std::string> calendar_invitation(const CalendarInvitation& invitation);

}  // namespace confer::document
