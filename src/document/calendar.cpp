#include "document/calendar.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <memory>

#include "base/ids.h"
#include "document/words.h"

namespace confer::document {
namespace {

struct Freed {
  void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
  void operator()(char* words) const noexcept { icalmemory_free_buffer(words); }
};

constexpr std::int64_t microseconds_a_second = 1'000'000;
constexpr std::int64_t seconds_a_day = 86'400;

/// Divides downwards, so that times before 1970 come right.
std::int64_t floored(std::int64_t value, std::int64_t by) noexcept { return (value - (value % by + by) % by) / by; }

/// A UTC time as libical keeps it.
icaltimetype utc(Instant at) {
  const std::int64_t seconds = floored(at.microseconds, microseconds_a_second);
  const std::int64_t days = floored(seconds, seconds_a_day);
  const auto of_day = static_cast<int>(seconds - days * seconds_a_day);
  const Date day = Date::from_days(static_cast<std::int32_t>(days));
  icaltimetype time = icaltime_null_time();
  time.year = day.year();
  time.month = day.month();
  time.day = day.day();
  time.hour = of_day / 3600;
  time.minute = of_day / 60 % 60;
  time.second = of_day % 60;
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

icalcomponent* event(const CalendarInvitation& invitation) {
  icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(event, property); };
  add(icalproperty_new_uid(invitation.uid.c_str()));
  add(icalproperty_new_dtstamp(utc(invitation.issued)));
  add(icalproperty_new_dtstart(utc(invitation.starts)));
  add(icalproperty_new_dtend(utc(invitation.ends)));
  add(icalproperty_new_sequence(invitation.edition));
  add(icalproperty_new_summary(shown_on_one_line(invitation.summary).c_str()));
  if (!invitation.place.empty()) add(icalproperty_new_location(shown_on_one_line(invitation.place).c_str()));
  add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
  add(icalproperty_new_status(ICAL_STATUS_CONFIRMED));
  return event;
}

}  // namespace

Result<std::string> calendar_invitation(const CalendarInvitation& invitation) {
  CONFER_ASSERT(is_id(invitation.uid) && !invitation.summary.empty() && invitation.edition >= 0);
  if (invitation.ends <= invitation.starts) return refused("The meeting must end after it begins. Check both times.", "ends");
  if (invitation.summary.size() > longest_calendar_words || invitation.place.size() > longest_calendar_words)
    return refused(fmt::format("At most {} characters fit in a calendar entry. Shorten the place.", longest_calendar_words), "place", {},
                   Problem::Kind::too_large);
  const std::unique_ptr<icalcomponent, Freed> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Confer//Conference invitations//EN"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
  icalcomponent_add_component(calendar.get(), event(invitation));
  const std::unique_ptr<char, Freed> written(icalcomponent_as_ical_string_r(calendar.get()));
  return std::string(written.get());
}

}  // namespace confer::document
