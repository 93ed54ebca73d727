#include "document/calendar.h"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>
#include <thread>

namespace confer::document {
namespace {

CalendarInvitation invitation() {
  return {.uid = "k3f9-27",
          .starts = Instant::parse("2025-04-30T09:00:00Z").value(),
          .ends = Instant::parse("2025-04-30T11:30:00Z").value(),
          .summary = "Meeting",
          .issued = Instant::parse("2025-04-07T15:10:00Z").value()};
}

struct Freed {
  void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};
using Parsed = std::unique_ptr<icalcomponent, Freed>;

TEST(CalendarInvitation, says_when_and_one_neutral_word_and_nothing_else) {
  EXPECT_EQ(calendar_invitation(invitation()).value(),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Confer//Conference invitations//EN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n"
            "UID:k3f9-27\r\nDTSTAMP:20250407T151000Z\r\nDTSTART:20250430T090000Z\r\nDTEND:20250430T113000Z\r\nSEQUENCE:0\r\n"
            "SUMMARY:Meeting\r\nCLASS:PRIVATE\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(CalendarInvitation, is_read_back_as_it_was_meant) {
  CalendarInvitation given = invitation();
  given.place = "Civic Centre, room 4; ring \"reception\"\nat the side door, and wait there until someone comes to fetch you — ïechyd da";
  const std::string written = calendar_invitation(given).value();
  const Parsed parsed(icalparser_parse_string(written.c_str()));
  ASSERT_TRUE(parsed);
  EXPECT_EQ(icalcomponent_count_errors(parsed.get()), 0);
  EXPECT_EQ(icalcomponent_get_method(parsed.get()), ICAL_METHOD_PUBLISH);
  icalcomponent* const event = icalcomponent_get_first_component(parsed.get(), ICAL_VEVENT_COMPONENT);
  ASSERT_NE(event, nullptr);
  EXPECT_STREQ(icalcomponent_get_uid(event), "k3f9-27");
  EXPECT_STREQ(icalcomponent_get_summary(event), "Meeting");
  EXPECT_STREQ(icalcomponent_get_location(event),
               "Civic Centre, room 4; ring \"reception\" at the side door, and wait there until someone comes to fetch you — ïechyd da");
  EXPECT_EQ(icaltime_as_timet_with_zone(icalcomponent_get_dtstart(event), icaltimezone_get_utc_timezone()), 1'746'003'600);
  EXPECT_EQ(icaltime_as_timet_with_zone(icalcomponent_get_dtend(event), icaltimezone_get_utc_timezone()), 1'746'012'600);
}

TEST(CalendarInvitation, no_line_is_longer_than_75_bytes_and_none_ends_bare) {
  CalendarInvitation given = invitation();
  for (int i = 0; i < 100; ++i) given.place += "tŷ ";
  const std::string written = calendar_invitation(given).value();
  for (std::size_t from = 0, end; from < written.size(); from = end + 1) {
    end = written.find('\n', from);
    ASSERT_NE(end, std::string::npos);
    EXPECT_EQ(written[end - 1], '\r');
    EXPECT_LE(end - 1 - from, 75U);
  }
}

TEST(CalendarInvitation, words_cannot_add_a_line_of_their_own) {
  CalendarInvitation given = invitation();
  given.summary = "Meeting\r\nATTENDEE:mailto:someone@example.org";
  given.place = "Here\r\nEND:VEVENT\u2028X:Y";
  const std::string written = calendar_invitation(given).value();
  EXPECT_EQ(written.find("\nATTENDEE"), std::string::npos);
  EXPECT_EQ(written.find("\nEND:VEVENT"), written.rfind("\nEND:VEVENT"));
}

TEST(CalendarInvitation, a_meeting_that_ends_before_it_begins_is_refused) {
  CalendarInvitation given = invitation();
  given.ends = given.starts;
  EXPECT_EQ(calendar_invitation(given).error().field, "ends");
}

TEST(CalendarInvitation, a_place_too_long_is_refused) {
  CalendarInvitation given = invitation();
  given.place = std::string(longest_calendar_words + 1, 'a');
  EXPECT_EQ(calendar_invitation(given).error().kind, Problem::Kind::too_large);
}

TEST(CalendarInvitation, can_be_written_by_several_threads) {
  const std::string alone = calendar_invitation(invitation()).value();
  std::vector<std::string> written(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : written) threads.emplace_back([&mine] { mine = calendar_invitation(invitation()).value(); });
  }
  for (const auto& mine : written) EXPECT_EQ(mine, alone);
}

}  // namespace
}  // namespace confer::document
