// How an obligation says why: one sentence for a person, one object for a program.
#include <fmt/format.h>

#include <cctype>

#include "procedure/obligations.h"

namespace confer {
namespace {

std::string lower_first(std::string words) {
  if (!words.empty()) words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
  return words;
}

/// What the anchor is called in a sentence.
std::string anchor_words(const Obligation& obligation, const CaseFile& file, const Procedure& procedure) {
  if (obligation.rule->per == "conference") return "conference";
  const Entry* anchor = file.find(obligation.anchor);
  const RecordType* type = anchor ? procedure.described().record(anchor->type) : nullptr;
  return type ? lower_first(type->title.en) : "start";
}

/// " at 15:40" where the limit is a moment; empty where it is a day.
std::string time_words(const Obligation& obligation, const CaseFile& file) {
  const Entry* anchor = file.find(obligation.anchor);
  const Instant* at = anchor ? std::get_if<Instant>(&anchor->happened) : nullptr;
  return at && obligation.counted && obligation.counted->limit_at ? " at " + london_time(*at) : "";
}

/// "18 and 21 April are bank holidays"; empty when none was skipped.
std::string holidays_in_words(const std::vector<SkippedDay>& skipped) {
  std::vector<Date> days;
  for (const SkippedDay& day : skipped)
    if (day.is_bank_holiday) days.push_back(day.day);
  if (days.empty()) return {};
  std::string out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool last = i + 1 == days.size();
    const bool month_follows = !last && days[i].month() == days[i + 1].month() && days[i].year() == days[i + 1].year();
    out += month_follows ? fmt::format("{}", days[i].day()) : days[i].written_short();
    if (!last) out += i + 2 == days.size() ? " and " : ", ";
  }
  return out + (days.size() == 1 ? " is a bank holiday" : " are bank holidays");
}

}  // namespace

std::string explanation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure) {
  const TimeLimit& rule = *obligation.rule;
  const std::string anchor = anchor_words(obligation, file, procedure);
  const std::string from = fmt::format("the {} of {}{}", anchor, obligation.counted_from.written_short(), time_words(obligation, file));
  if (obligation.unknown) return *obligation.unknown;
  if (!obligation.counted) return fmt::format("{}, {} {}. The procedure gives no number of days.", rule.no_number.en, rule.before ? "before" : "after", from);
  const std::string holidays = holidays_in_words(obligation.counted->skipped);
  std::string out = fmt::format("{} {} {}", rule.limit->written(), rule.before ? "before" : "after", from);
  if (!holidays.empty()) out += "; " + holidays;
  out += ".";
  if (obligation.counted->latest_bookable && *obligation.counted->latest_bookable != obligation.counted->limit)
    out += fmt::format(" {} is not a working day, so the latest day to book is {}.", obligation.counted->limit.written(), obligation.counted->latest_bookable->written());
  if (obligation.strict) out += fmt::format(" Counted in working days it would be {}.", obligation.strict->limit.written());
  return out;
}

json::object write_obligation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure) {
  const TimeLimit& rule = *obligation.rule;
  json::object out;
  out["what"] = rule.what.en;
  json::array about;
  for (const PersonId& child : obligation.about) about.emplace_back(child.value);
  out["about"] = std::move(about);
  out["limit"] = obligation.counted ? json::value(obligation.counted->limit.iso()) : json::value(nullptr);
  if (obligation.counted && obligation.counted->limit_at) out["limit_at"] = obligation.counted->limit_at->iso();
  if (obligation.strict) out["strict_limit"] = obligation.strict->limit.iso();
  const bool bookable = obligation.counted && obligation.counted->latest_bookable;
  out["latest_bookable"] = bookable ? json::value(obligation.counted->latest_bookable->iso()) : json::value(nullptr);
  out["anchor"] = obligation.anchor.value;
  out["counted_from"] = obligation.counted_from.iso();
  out["counted"] = rule.limit ? json::value(rule.limit->written()) : json::value(nullptr);
  json::array skipped;
  if (obligation.counted)
    for (const SkippedDay& day : obligation.counted->skipped) skipped.push_back(json::object{{"day", day.day.iso()}, {"why", day.why}});
  out["skipped"] = std::move(skipped);
  out["rule"] = rule.id;
  out["source"] = rule.cites.source;
  if (!rule.cites.at.empty()) out["source_at"] = rule.cites.at;
  out["owner"] = rule.owner;
  if (!rule.departure_by.empty()) out["departure_by"] = rule.departure_by;
  if (obligation.planned_on) out["planned_on"] = obligation.planned_on->iso();
  out["met_by"] = obligation.met_by.empty() ? json::value(nullptr) : json::value(obligation.met_by.value);
  out["met_on"] = obligation.met_on ? json::value(obligation.met_on->iso()) : json::value(nullptr);
  out["state"] = name(obligation.state);
  out["why"] = explanation(obligation, file, procedure);
  return out;
}

}  // namespace confer
