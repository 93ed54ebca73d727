#include "procedure/phrases.h"

#include <fmt/format.h>

#include <array>

namespace confer {
namespace {

constexpr std::array needed = {
    "why_after", "why_before", "why_anchor", "why_anchor_at", "why_conference", "why_start", "why_one_bank_holiday", "why_bank_holidays", "why_stop", "why_book",
    "why_book_closed", "why_worked", "why_worked_closed", "why_strict", "why_no_number", "why_no_number_before", "why_unset", "why_unset_words", "why_recounted", "why_recounted_instead", "why_earlier",
    "why_later", "why_reference", "why_leaving", "why_leaving_on_record", "why_met", "why_met_late", "why_met_reference", "why_brought_forward", "why_birthday", "reason_what", "reason_by_when", "reason_open", "reason_not_known", "reason_at", "reason_book_by", "reason_strict",
    "reason_strict_value", "reason_period", "reason_counted_from", "reason_entry", "reason_entry_within", "reason_otherwise", "reason_took", "reason_not_taken", "reason_skipped", "reason_skipped_day", "reason_rule", "reason_source", "reason_source_at",
    "reason_edition", "reason_edition_from", "reason_in_force_from", "reason_owner", "reason_departs", "reason_departs_value", "reason_departs_nobody", "reason_reference",
    "reason_reference_value", "reason_planned", "reason_met_by", "reason_lapsed", "reason_late", "reason_late_days", "reason_late_hours", "reason_change", "reason_change_by", "reason_change_by_edition", "reason_departure",
    "quorum_none", "quorum_not_here", "reason_departure_by_right", "reason_departure_nobody", "reason_departure_other", "reason_departure_lacking", "reason_worked_by", "ahead_day", "ahead_day_late", "ahead_day_limiting",
    "ahead_day_open", "ahead_not_bookable", "ahead_reachable", "ahead_last_day", "ahead_unreachable", "ahead_departure", "ahead_no_authority", "ahead_late_authority",
    "ahead_met", "ahead_no_number", "ahead_for", "due_met", "due_met_late", "due_due", "due_overdue", "due_lapsed", "due_open", "count_working_day", "count_working_days", "count_day", "count_days", "count_week", "count_weeks", "count_month", "count_months",
    "count_hour", "count_hours", "day_whole", "day_short", "day_and", "weekday_1", "weekday_2", "weekday_3", "weekday_4", "weekday_5", "weekday_6", "weekday_7", "month_1",
    "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8", "month_9", "month_10", "month_11", "month_12"};

/// The name of a counted unit's sentence, of one or of several.
std::string_view counting(Unit unit, bool one) {
  switch (unit) {
    case Unit::working_days: return one ? "count_working_day" : "count_working_days";
    case Unit::calendar_days: return one ? "count_day" : "count_days";
    case Unit::weeks: return one ? "count_week" : "count_weeks";
    case Unit::months: return one ? "count_month" : "count_months";
    case Unit::hours: return one ? "count_hour" : "count_hours";
  }
  mistake("every unit is counted in words", __FILE__, __LINE__);
}

}  // namespace

std::string Phrases::missing(const Described& described) {
  for (const char* name : needed)
    if (described.term(name).en.empty()) return name;
  return {};
}

const std::string& Phrases::in(const Words& words) const noexcept { return language_ == Language::welsh && !words.cy.empty() ? words.cy : words.en; }

std::string Phrases::say(std::string_view name, Slots slots) const {
  const std::string& sentence = in(described_.term(name));
  CONFER_ASSERT(!sentence.empty());
  std::string out;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t open = sentence.find('{', at), close = sentence.find('}', open == std::string::npos ? at : open);
    if (open == std::string::npos || close == std::string::npos) return out.append(sentence, at, std::string::npos);
    out.append(sentence, at, open - at);
    const std::string_view slot = std::string_view(sentence).substr(open + 1, close - open - 1);
    for (const auto& [key, value] : slots)
      if (key == slot) out += value;
    at = close + 1;
  }
  return out;
}

std::string Phrases::day(Date day) const {
  return say("day_whole", {{"weekday", say(fmt::format("weekday_{}", static_cast<int>(day.weekday()) + 1))}, {"day", std::to_string(day.day())},
                           {"month", say(fmt::format("month_{}", day.month()))}, {"year", std::to_string(day.year())}});
}

std::string Phrases::short_day(Date day) const { return say("day_short", {{"day", std::to_string(day.day())}, {"month", say(fmt::format("month_{}", day.month()))}}); }

std::string Phrases::period(const Period& period) const { return say(counting(period.unit, period.count == 1), {{"n", std::to_string(period.count)}}); }

std::string Phrases::days(const std::vector<Date>& days) const {
  std::string out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool last = i + 1 == days.size();
    const bool month_follows = !last && days[i].month() == days[i + 1].month() && days[i].year() == days[i + 1].year();
    out += month_follows ? std::to_string(days[i].day()) : short_day(days[i]);
    if (!last) out += i + 2 == days.size() ? say("day_and") : ", ";
  }
  return out;
}

std::string Phrases::why_not_booked(Date day, const Calendar& calendar) const {
  const Words* name = calendar.name_of(day);
  return name ? in(*name) : say(fmt::format("weekday_{}", static_cast<int>(day.weekday()) + 1));
}

}  // namespace confer
