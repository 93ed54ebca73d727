#include "catalogue/loosen.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/counting.h"

namespace confer {
namespace {

WorkingDays calendar(const std::optional<HolidayList>& holidays) {
  if (!holidays) return WorkingDays(Date::from_parts(2019, 1, 1).value(), Date::from_parts(2028, 12, 31).value(), {});   // any years will do to compare by
  std::vector<Date> days;
  for (const BankHoliday& one : holidays->days) days.push_back(one.day);
  return WorkingDays(holidays->first, holidays->last, days);
}

}  // namespace

std::vector<std::string> loosened(const TimeLimit& limit, const readings::Addition& addition, const std::optional<HolidayList>& holidays) {
  std::vector<std::string> out;
  const WorkingDays days = calendar(holidays);
  const Direction direction = limit.before ? Direction::before : Direction::after;
  const auto compare = [&](const std::optional<Period>& was, const std::optional<Period>& is) {
    if (was && is && ever_ends_later(*is, *was, days, direction)) out.push_back(fmt::format("{} become {}", was->written(), is->written()));
  };
  compare(limit.limit, addition.limit);
  compare(limit.strict, addition.strict);
  if (limit.limit && (addition.unset || !addition.no_number.en.empty())) out.push_back("its number is taken away");
  if (addition.reference_for && *addition.reference_for != ChildGroup::nobody && *addition.reference_for != limit.reference_for) out.push_back("it no longer binds for some children");
  for (const Becomes& one : addition.becomes)
    if (one.ends || (one.counts && one.whichever != Becomes::Whichever::earlier)) out.push_back("it may end or be counted anew");
  return out;
}

void apply(const readings::Addition& addition, TimeLimit& limit) {
  if (addition.limit || addition.unset || !addition.no_number.en.empty()) {
    limit.limit = addition.limit;
    limit.unset = addition.unset;
    limit.no_number = addition.no_number;
  }
  if (addition.strict) limit.strict = addition.strict;
  if (addition.reference_for) limit.reference_for = *addition.reference_for;
  if (!addition.owner.empty()) limit.owner = addition.owner;
  if (!addition.departure_by.empty()) limit.departure_by = addition.departure_by;
  if (!addition.departure_records.empty()) limit.departure_records = addition.departure_records;
  limit.becomes.insert(limit.becomes.end(), addition.becomes.begin(), addition.becomes.end());
  for (const std::string& example : addition.examples)
    if (std::find(limit.examples.begin(), limit.examples.end(), example) == limit.examples.end()) limit.examples.push_back(example);
  if (addition.departs) limit.departs.push_back(*addition.departs);
  // What is only added beside the rule leaves the rule to its own source.
  const bool changes_the_rule = addition.limit || addition.unset || !addition.no_number.en.empty() || addition.strict || addition.reference_for || !addition.owner.empty() ||
                                !addition.departure_by.empty() || !addition.departure_records.empty();
  if (changes_the_rule) limit.cites = addition.cites;
}

bool overlap(const TimeLimit& one, const TimeLimit& other) noexcept {
  const bool ends_before = one.in_force_to && other.in_force_from && *one.in_force_to < *other.in_force_from;
  const bool begins_after = one.in_force_from && other.in_force_to && *one.in_force_from > *other.in_force_to;
  return !ends_before && !begins_after;
}

}  // namespace confer
