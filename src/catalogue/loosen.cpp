#include "catalogue/loosen.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/counting.h"
#include "base/near_name.h"

namespace confer {
namespace {

WorkingDays calendar(const std::optional<HolidayList>& holidays) {
  if (!holidays) return WorkingDays(Date::from_parts(2019, 1, 1).value(), Date::from_parts(2028, 12, 31).value(), {});   // any years will do to compare by
  std::vector<Date> days;
  for (const BankHoliday& one : holidays->days) days.push_back(one.day);
  return WorkingDays(holidays->first, holidays->last, days);
}

bool same(const std::vector<Condition>& left, const std::vector<Condition>& right);

bool same(const Condition& left, const Condition& right) {
  return left.kind == right.kind && left.question == right.question && left.value == right.value && left.predicate == right.predicate && same(left.parts, right.parts);
}

bool same(const std::vector<Condition>& left, const std::vector<Condition>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const Condition& one, const Condition& other) { return same(one, other); });
}

/// Whether one of two selectors takes all that the other does, as far as its conditions tell: they are the same, or one has none.
bool meet(const Selector& one, const Selector& other) {
  return one.record == other.record && one.day == other.day && (one.where.empty() || other.where.empty() || same(one.where, other.where));
}

/// Whether any of the one meets any of the other.
bool any_meet(const std::vector<Selector>& some, const std::vector<Selector>& others) {
  return std::any_of(some.begin(), some.end(), [&](const Selector& mine) {
    return std::any_of(others.begin(), others.end(), [&](const Selector& theirs) { return meet(mine, theirs); });
  });
}

bool is_same_duty(const TimeLimit& one, const TimeLimit& other) {
  return one.before == other.before && overlap(one, other) && any_meet(one.anchors, other.anchors) && any_meet(one.met_by, other.met_by);
}

bool ends_later(const Period& one, const Period& other, bool before, const std::optional<HolidayList>& holidays) {
  return ever_ends_later(one, other, calendar(holidays), before ? Direction::before : Direction::after);
}

}  // namespace

std::vector<Looser> loosened(const TimeLimit& limit, const readings::Addition& addition, const std::optional<HolidayList>& holidays) {
  std::vector<Looser> out;
  const WorkingDays days = calendar(holidays);
  const Direction direction = limit.before ? Direction::before : Direction::after;
  const auto compare = [&](const char* key, const std::optional<Period>& was, const std::optional<Period>& is) {
    if (was && is && ever_ends_later(*is, *was, days, direction)) out.push_back({key, fmt::format("{} become {}", was->written(), is->written())});
  };
  compare("limit", limit.limit, addition.limit);
  compare("strict", limit.strict, addition.strict);
  if (limit.limit && (addition.unset || !addition.no_number.en.empty())) out.push_back({addition.unset ? "unset" : "no_number", "its number is taken away"});
  if (addition.reference_for && *addition.reference_for != ChildGroup::nobody && *addition.reference_for != limit.reference_for) out.push_back({"reference_for", "it no longer binds for some children"});
  if (!addition.owner.empty() && addition.owner != limit.owner) out.push_back({"owner", fmt::format("the duty of \"{}\" becomes that of \"{}\"", limit.owner, addition.owner)});
  if (!addition.departure_by.empty() && !limit.departure_by.empty() && addition.departure_by != limit.departure_by)
    out.push_back({"departure_by", fmt::format("\"{}\" may let it be left in place of \"{}\"", addition.departure_by, limit.departure_by)});
  if (!addition.departure_records.empty())
    for (const std::string& asked : limit.departure_records)
      if (std::find(addition.departure_records.begin(), addition.departure_records.end(), asked) == addition.departure_records.end())
        out.push_back({"departure_records", fmt::format("a departure need no longer say \"{}\"", asked)});
  for (const Becomes& one : addition.becomes)
    if (one.ends || (one.counts && one.whichever != Becomes::Whichever::earlier)) out.push_back({"becomes", "it may end or be counted anew"});
  return out;
}

void apply(const readings::Addition& addition, TimeLimit& limit) {
  bool changes_the_rule = false;   // what is only added beside the rule leaves the rule to its own source
  const auto changes = [&](const char* part, bool is_rule = true) {
    limit.changed[part] = addition.place;
    changes_the_rule = changes_the_rule || is_rule;
  };
  if (addition.limit || addition.unset || !addition.no_number.en.empty()) {
    limit.limit = addition.limit;
    limit.unset = addition.unset;
    limit.no_number = addition.no_number;
    changes("limit");
  }
  if (addition.strict) limit.strict = addition.strict, changes("strict");
  if (addition.reference_for) limit.reference_for = *addition.reference_for, changes("reference_for");
  if (!addition.owner.empty()) limit.owner = addition.owner, changes("owner");
  if (!addition.departure_by.empty()) limit.departure_by = addition.departure_by, changes("departure_by");
  if (!addition.departure_records.empty()) limit.departure_records = addition.departure_records, changes("departure_records");
  if (!addition.becomes.empty()) changes("becomes", false);
  limit.becomes.insert(limit.becomes.end(), addition.becomes.begin(), addition.becomes.end());
  for (const std::string& example : addition.examples)
    if (std::find(limit.examples.begin(), limit.examples.end(), example) == limit.examples.end()) limit.examples.push_back(example);
  if (addition.departs) limit.departs.push_back(*addition.departs), changes("departs_from", false);
  if (changes_the_rule) limit.cites = addition.cites, changes("source");
}

std::vector<Looser> loosened(const Quorum& inherited, const Quorum& quorum) {
  std::vector<Looser> out;
  if (quorum.agency != inherited.agency) out.push_back({"agency", fmt::format("\"{}\", which must be there, becomes \"{}\"", inherited.agency, quorum.agency)});
  if (quorum.other_agencies < inherited.other_agencies) out.push_back({"other_agencies", fmt::format("{} other agencies become {}", inherited.other_agencies, quorum.other_agencies)});
  return out;
}

std::vector<Looser> loosened(const TimeLimit& inherited, const TimeLimit& own, const std::optional<HolidayList>& holidays) {
  if (!inherited.limit || !own.limit || !is_same_duty(inherited, own) || !ends_later(*own.limit, *inherited.limit, own.before, holidays)) return {};
  return {{"limit", fmt::format("\"{}\" is the duty \"{}\" under another name, and {} become {}", own.id, inherited.id, inherited.limit->written(), own.limit->written())}};
}

bool is_strict_looser(const TimeLimit& limit, const std::optional<HolidayList>& holidays) {
  return limit.limit && limit.strict && ends_later(*limit.strict, *limit.limit, limit.before, holidays);
}

void answer_for(const std::vector<Looser>& looser, const std::optional<DepartsFrom>& departs, std::string_view rule, const Place& parent, const Place& place,
                std::vector<LoadError>& errors) {
  std::vector<std::string> keys, unanswered, words;
  for (const Looser& one : looser) {
    if (std::find(keys.begin(), keys.end(), one.key) == keys.end()) keys.push_back(one.key);
    const bool answered = departs && std::find(departs->loosens.begin(), departs->loosens.end(), one.key) != departs->loosens.end();
    if (!answered) unanswered.push_back(one.words);
    words.push_back(one.words);
  }
  if (!looser.empty() && !departs)
    errors.push_back({place, fmt::format("This is looser than {}:{}, which it changes: {}. Keep to that, or add departs_from = {{ rule = \"{}\", loosens = [\"{}\"], source = \"…\", reason = \"…\" }}.",
                                         parent.file, parent.line, fmt::join(words, "; "), rule, fmt::join(keys, "\", \""))});
  else if (!unanswered.empty())
    errors.push_back({departs->place, fmt::format("This is looser than {}:{}, and the reason does not speak of it: {}. Keep to that, or name it: loosens = [\"{}\"].", parent.file, parent.line,
                                                  fmt::join(unanswered, "; "), fmt::join(keys, "\", \""))});
  if (departs && !looser.empty())
    for (const std::string& named : departs->loosens)
      if (std::find(keys.begin(), keys.end(), named) == keys.end())
        errors.push_back({departs->place, fmt::format("Nothing here makes \"{}\" looser. Take it out of \"loosens\".{}", named, did_you_mean(named, keys))});
  if (looser.empty() && departs) errors.push_back({departs->place, "Nothing here is looser than what it changes, so it departs from nothing. Take out \"departs_from\"."});
  if (!looser.empty() && departs && departs->rule != rule) errors.push_back({departs->place, fmt::format("This departs from \"{}\", and that is what \"rule\" must name.", rule)});
  if (departs && departs->reason.empty()) errors.push_back({departs->place, "The reason is empty. Say why this authority may be looser."});
}

}  // namespace confer
