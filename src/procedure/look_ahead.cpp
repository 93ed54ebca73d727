#include "procedure/look_ahead.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer {
namespace {

constexpr int noon = 12;

/// The selector by which a rule's conference is called: its day is a moment that the record asks for. Null when none is.
const Selector* called_by(const TimeLimit& rule, const Described& described) {
  for (const Selector& selector : rule.planned_by) {
    const RecordType* type = described.record(selector.record);
    const Question* question = type ? type->question(selector.day) : nullptr;
    if (question && question->kind == AnswerKind::instant) return &selector;
  }
  return nullptr;
}

bool is_open(const Obligation& one) {
  return one.state == Obligation::State::due || one.state == Obligation::State::overdue || one.state == Obligation::State::open;
}

/// The last day that keeps the strictest reading and can be booked.
std::optional<Date> latest_safe(const Obligation& one) {
  if (!one.counted) return std::nullopt;
  std::optional<Date> day = one.counted->latest_bookable;
  if (one.strict && one.strict->latest_bookable && (!day || *one.strict->latest_bookable < *day)) day = one.strict->latest_bookable;
  return day;
}

std::string role_title(const std::string& id, const Procedure& procedure, const Phrases& say) {
  const Role* role = procedure.described().role(id);
  return role ? say.in(role->title) : id;
}

AheadLine line(Obligation one, const Procedure& procedure, const Phrases& say, Date as_at) {
  AheadLine out{std::move(one), AheadLine::State::no_number, {}, {}, {}};
  const Obligation& of = out.obligation;
  if (of.met_on) {
    out.state = AheadLine::State::met;
    out.words = say.say("ahead_met", {{"day", say.day(*of.met_on)}});
    return out;
  }
  if (!of.counted) {
    out.words = of.unknown ? *of.unknown : say.say("ahead_no_number", {{"words", say.in(of.rule->no_number)}});
    return out;
  }
  out.latest_safe = latest_safe(of);
  out.unreachable_from = of.counted->limit.plus_days(1);
  const Date last = out.latest_safe && as_at <= *out.latest_safe ? *out.latest_safe : of.counted->limit;
  out.state = as_at > of.counted->limit ? AheadLine::State::unreachable : as_at == last ? AheadLine::State::last_day : AheadLine::State::reachable;
  switch (out.state) {
    case AheadLine::State::last_day: out.words = say.say("ahead_last_day"); break;
    case AheadLine::State::reachable: out.words = say.say("ahead_reachable", {{"day", say.day(last)}}); break;
    case AheadLine::State::met:
    case AheadLine::State::no_number: break;
    case AheadLine::State::unreachable:
      out.words = say.say("ahead_unreachable", {{"day", say.day(*out.unreachable_from)}});
      out.words += of.rule->departure_by.empty() ? say.say("ahead_no_authority") : say.say("ahead_departure", {{"role", role_title(of.rule->departure_by, procedure, say)}});
  }
  return out;
}

std::string words_on(const LookAhead& ahead, const Procedure& procedure, const Phrases& say) {
  const Obligation& asks = ahead.conference;
  const std::string what = say.in(asks.rule->what), day = say.day(ahead.day);
  std::string out;
  if (!asks.counted || asks.reference) out = say.say("ahead_day_open", {{"day", day}, {"what", what}});
  else if (ahead.is_limiting) out = say.say("ahead_day_limiting", {{"day", day}, {"what", what}, {"limit", say.day(asks.counted->limit)}});
  else out = say.say(ahead.in_time ? "ahead_day" : "ahead_day_late", {{"day", day}, {"what", what}, {"limit", say.day(asks.counted->limit)}});
  if (!ahead.in_time && !asks.rule->departure_by.empty()) out += say.say("ahead_late_authority", {{"role", role_title(asks.rule->departure_by, procedure, say)}});
  if (!procedure.calendar().why_not_booked(ahead.day).empty()) out += say.say("ahead_not_bookable", {{"why", say.why_not_booked(ahead.day, procedure.calendar())}});
  return out;
}

/// The same time of day, by London's clocks, on another day.
Instant at_its_time(Date day, Instant before) {
  const std::string time = london_time(before);   // "15:40"
  return london_instant(day, std::stoi(time.substr(0, 2)), std::stoi(time.substr(3)));
}

/// The day asked about, or the last that can be booked within the limit.
Result<Date> day_of(const std::optional<Date>& day, const Obligation& asks, const Procedure& procedure, Date as_at) {
  if (!day && asks.unknown) return refused(fmt::format("{} No last day can be told for this conference. Name a day for it that is known.", *asks.unknown), "conference");
  if (!day && !asks.counted) return refused("No number is published for when this conference must be, so there is no day to start from. Name one.", "conference");
  const Date on = day ? *day : asks.counted->latest_bookable.value_or(asks.counted->limit);
  if (on < as_at) return refused(day ? "That day has passed. Name one that is still to come." : "The last day within the limit has passed. Name the day that you have in mind.", "conference");
  if (const auto known = procedure.calendar().is_working(on); !known) return tl::unexpected(known.error());
  return on;
}

std::string_view name(AheadLine::State state) noexcept {
  switch (state) {
    case AheadLine::State::met: return "met";
    case AheadLine::State::reachable: return "reachable";
    case AheadLine::State::last_day: return "last_day";
    case AheadLine::State::unreachable: return "unreachable";
    case AheadLine::State::no_number: return "no_number";
  }
  mistake("every state of what is ahead has a name", __FILE__, __LINE__);
}


json::object write_one(const LookAhead& ahead, const CaseFile& file, const Procedure& procedure) {
  json::array lines;
  for (const AheadLine& one : ahead.lines) {
    const TimeLimit& rule = *one.obligation.rule;
    lines.push_back(json::object{{"rule", rule.id}, {"what", rule.what.en}, {"state", name(one.state)}, {"latest_safe", day_or_null(one.latest_safe)},
                                 {"limit", one.obligation.counted ? json::value(one.obligation.counted->limit.iso()) : json::value(nullptr)},
                                 {"unreachable_from", day_or_null(one.unreachable_from)}, {"owner", rule.owner}, {"source", rule.cites.source},
                                 {"departure_by", rule.departure_by.empty() ? json::value(nullptr) : json::value(rule.departure_by)}, {"words", one.words}});
  }
  json::array about;
  for (const PersonId& child : ahead.conference.about) about.emplace_back(child.value);
  return {{"about", std::move(about)}, {"conference", ahead.day.iso()}, {"limiting", ahead.is_limiting}, {"in_time", ahead.in_time}, {"act_by", day_or_null(ahead.act_by)},
          {"words", ahead.words}, {"limit", write_obligation(ahead.conference, file, procedure)}, {"lines", std::move(lines)}};
}

/// For children for whom the day is none: why, and nothing before it.
LookAhead unanswered(const Obligation& asks, const Problem& problem, Date day) { return {day, false, asks, false, {}, {}, problem.message}; }

}  // namespace

std::vector<Obligation> asks_for_conference(const CaseFile& file, const Procedure& procedure, Date as_at) {
  std::vector<Obligation> out;
  const auto is_asked_for = [&](const PersonId& child) {
    return std::any_of(out.begin(), out.end(), [&](const Obligation& one) { return std::find(one.about.begin(), one.about.end(), child) != one.about.end(); });
  };
  for (Obligation& one : obligations(file, procedure, as_at)) {
    if (!is_open(one) || !called_by(*one.rule, procedure.described())) continue;
    std::erase_if(one.about, is_asked_for);
    if (!one.about.empty()) out.push_back(std::move(one));
  }
  return out;
}

std::vector<Obligation> together(std::vector<Obligation> asks) {
  std::vector<Obligation> out;
  for (Obligation& one : asks) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const Obligation& other) {
      return other.rule == one.rule && other.counted == one.counted && other.reference == one.reference && other.planned_on == one.planned_on && other.state == one.state;
    });
    if (same == out.end()) out.push_back(std::move(one));
    else same->about.insert(same->about.end(), one.about.begin(), one.about.end());
  }
  return out;
}

CaseFile suppose(const CaseFile& file, const Procedure& procedure, const Obligation& asks, Date day, Date as_at, const Entry& by) {
  const Selector* call = called_by(*asks.rule, procedure.described());
  CONFER_ASSERT(call);
  Entry entry = by;
  entry.id = EntryId{std::string(supposed_conference)};
  entry.type = call->record;
  entry.about = asks.about;
  entry.recorded = london_instant(as_at, noon, 0);
  for (const Condition& one : call->where)
    if (one.kind == Condition::Kind::equals) entry.answers.values()[one.question] = one.value;
  Instant starts = london_instant(day, noon, 0);
  if (const Entry* called = file.find(asks.planned_by); called && called->type == call->record) {
    entry.corrects = called->id;
    entry.about = called->about;
    entry.answers = called->answers;
    if (const auto before = Instant::parse(called->answers.text(call->day))) starts = at_its_time(day, *before);
  }
  entry.answers.values()[call->day] = starts.iso();
  CaseFile out = file;
  out.evolve(std::move(entry));
  return out;
}

Result<LookAhead> look_ahead(const CaseFile& file, const Procedure& procedure, const Obligation& asks, std::optional<Date> day, Date as_at, Language language) {
  const auto on = day_of(day, asks, procedure, as_at);
  if (!on) return tl::unexpected(on.error());
  const Phrases say(procedure.described(), language);
  LookAhead out{*on, !day, asks, !asks.counted || asks.reference || *on <= asks.counted->limit, {}, {}, {}};
  const CaseFile supposed = suppose(file, procedure, asks, *on, as_at, {});
  const EntryId conference = supposed.root(supposed_conference);
  for (Obligation& one : obligations(supposed, procedure, as_at))
    if (one.rule->before && supposed.root(one.conference) == conference) out.lines.push_back(line(std::move(one), procedure, say, as_at));
  std::stable_sort(out.lines.begin(), out.lines.end(), [](const AheadLine& left, const AheadLine& right) {
    return left.latest_safe.value_or(Date::last()) < right.latest_safe.value_or(Date::last());
  });
  for (const AheadLine& one : out.lines)
    if (one.latest_safe && one.state != AheadLine::State::met && !out.act_by) out.act_by = one.latest_safe;
  out.words = words_on(out, procedure, say);
  return out;
}

Result<std::vector<LookAhead>> look_ahead(const CaseFile& file, const Procedure& procedure, std::optional<Date> day, Date as_at, Language language) {
  std::vector<LookAhead> out;
  std::optional<Problem> problem;
  bool is_any = false;
  for (const Obligation& asks : together(asks_for_conference(file, procedure, as_at))) {
    auto ahead = look_ahead(file, procedure, asks, day, as_at, language);
    is_any = is_any || ahead.has_value();
    if (!ahead && !problem) problem = ahead.error();
    out.push_back(ahead ? std::move(*ahead) : unanswered(asks, ahead.error(), day.value_or(as_at)));
  }
  if (out.empty()) return refused("Nothing on this file asks for a conference on that day.", {}, {}, Problem::Kind::not_found);
  if (!is_any) return tl::unexpected(*problem);
  return out;
}

std::string_view state_name(const AheadLine& line) noexcept { return name(line.state); }

json::object write_look_ahead(const std::vector<LookAhead>& ahead, const CaseFile& file, const Procedure& procedure) {
  json::object out = write_one(ahead.front(), file, procedure);
  json::array others;
  for (std::size_t at = 1; at < ahead.size(); ++at) others.push_back(write_one(ahead[at], file, procedure));
  if (!others.empty()) out["others"] = std::move(others);
  return out;
}

}  // namespace confer
