#include "desk/demonstration_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <regex>

#include "desk/demonstration_course.h"
#include "desk/invention.h"
#include "desk/jsonl.h"

namespace confer {
namespace {

struct Told {
  std::string_view name;
  Standpoint standpoint;
};

constexpr std::array tales = {Told{"S02", Standpoint::conference_today}, Told{"S04", Standpoint::decided_last}, Told{"S07", Standpoint::in_preparation},
                              Told{"S14", Standpoint::review_ahead}};

/// Draws for worked cases are kept apart from those for invented families.
constexpr std::uint64_t cases_draw = 1ULL << 41;

/// Moves days; instants keep the time that London's clocks show.
using MoveDay = std::function<Date(Date)>;

Instant moved(Instant at, const MoveDay& move) {
  const Date day = london_day(at);
  return {at.microseconds - london_instant(day, 0, 0).microseconds + london_instant(move(day), 0, 0).microseconds};
}

const Entry& first_of(const WorkedCase& told, std::string_view type, std::string_view kind = {}) {
  const auto found = std::find_if(told.entries.begin(), told.entries.end(), [&](const Entry& entry) {
    return entry.type == type && (kind.empty() || entry.answers.text("kind") == kind);
  });
  CONFER_ASSERT(found != told.entries.end());   // read_worked_cases has looked
  return *found;
}

Date conference_day(const WorkedCase& told, std::string_view kind) {
  const auto starts = Instant::parse(first_of(told, "conference", kind).answers.text("starts"));
  CONFER_ASSERT(starts.has_value());
  return london_day(*starts);
}

/// Moves `pivot` to `target` and every other day by as many working days as lie between, so that what was in time stays in time; days far off,
/// such as births, move with the pivot.
MoveDay by_working_days(const Procedure& procedure, Date pivot, Date target) {
  const HolidayList& list = *procedure.described().holidays;
  std::vector<Date> holidays;
  for (const BankHoliday& one : list.days) holidays.push_back(one.day);
  return [days = WorkingDays(list.first, list.last, holidays), pivot, target](Date day) {
    constexpr std::int32_t far_off = 120;
    const std::int32_t distance = day.days() - pivot.days();
    const bool near = distance > -far_off && distance < far_off && days.covers(day) && days.covers(target);
    const auto there = near ? days.plus(target, -days.between(day, pivot)) : std::nullopt;
    return there.value_or(target.plus_days(distance));
  };
}

/// Moves every day by the same whole weeks, so that `pivot` comes to the first such weekday from `earliest` on.
MoveDay by_weeks(Date pivot, Date earliest) {
  const int week = static_cast<int>(Weekday::sunday) + 1;
  std::int32_t by = earliest.days() - pivot.days();
  while (by % week != 0) ++by;
  return [by](Date day) { return day.plus_days(by); };
}

MoveDay move_to(const WorkedCase& told, const Procedure& procedure, Date today) {
  const Reckoner reckoner(procedure);
  const int soon = 4;             // working days: called already, the reports not in yet
  const int in_some_time = 10;    // counted on the calendar: the review has been called
  switch (told.standpoint) {
    case Standpoint::conference_today: return by_working_days(procedure, conference_day(told, "initial"), today);
    case Standpoint::decided_last: return by_working_days(procedure, conference_day(told, "initial"), reckoner.worked_on(today, -1));
    case Standpoint::in_preparation: return by_working_days(procedure, conference_day(told, "initial"), reckoner.worked_on(today, soon));
    case Standpoint::review_ahead: return by_weeks(conference_day(told, "review"), today.plus_days(in_some_time));
  }
  mistake("every standpoint has its move", __FILE__, __LINE__);
}

/// One case on its way.
class Retelling {
 public:
  Retelling(const WorkedCase& told, const Procedure& procedure, Team& team, Date today, std::uint64_t seed)
      : told_(told), procedure_(procedure), team_(team), today_(today), draw_(seed, cases_draw + static_cast<std::uint64_t>(told.standpoint)), move_(move_to(told, procedure, today)) {}

  RetoldCase run() {
    for (const Entry& entry : told_.entries) meet(entry);
    for (const Entry& entry : told_.entries) {
      if (move_(london_day(entry.recorded)) >= today_ || tells_of_another(entry)) continue;
      out_.entries.push_back(again(entry));
      if (entry.type == "involvement" && !managers_known_) managers_join(out_.entries.back());
    }
    return std::move(out_);
  }

 private:
  /// Whether a statement in a report on one child tells of another: its author may know nothing of that child, so the desk does not take it.
  [[nodiscard]] bool tells_of_another(const Entry& entry) const {
    if (entry.type != "statement") return false;
    return std::any_of(told_.entries.begin(), told_.entries.end(), [&](const Entry& report) {
      return report.id.value == entry.answers.text("report") && std::none_of(entry.about.begin(), entry.about.end(), [&](const PersonId& one) { return report.is_about(one); });
    });
  }

  /// Gives somebody who is introduced their id in the demonstration.
  void meet(const Entry& entry) {
    if (entry.type != "person" || out_.people.contains(entry.about.front())) return;
    const bool works = entry.answers.text("kind") == "practitioner";
    out_.people[entry.about.front()] =
        works ? team_.join(entry.answers.text("name"), role_of(entry), entry.answers.text("organisation")).id : PersonId{draw_.id()};
  }

  /// A role's id: the one they write in, else the one whose title stands on file, else what stands there.
  [[nodiscard]] std::string role_of(const Entry& introduction) const {
    for (const Entry& entry : told_.entries)
      if (entry.by == introduction.about.front()) return entry.role;
    for (const Role& role : procedure_.described().roles)
      if (role.title.en == introduction.answers.text("role")) return role.id;
    return std::string(introduction.answers.text("role"));
  }

  [[nodiscard]] Entry again(const Entry& entry) {
    Entry out = entry;
    out.id = id_of(entry.id);
    out.by = person(entry.by);
    if (!entry.corrects.empty()) out.corrects = id_of(entry.corrects);
    for (PersonId& one : out.about) one = person(one);
    if (const Date* day = std::get_if<Date>(&entry.happened)) out.happened = move_(*day);
    if (const Instant* at = std::get_if<Instant>(&entry.happened)) out.happened = moved(*at, move_);
    out.recorded = moved(entry.recorded, move_);
    const RecordType* type = procedure_.described().record(entry.type);
    for (auto& answered : out.answers.values())
      if (const Question* question = type ? type->question(answered.key()) : nullptr) answer(*question, answered.value(), entry);
    if (entry.type == "person" && entry.answers.has("role")) out.answers.values()["role"] = role_of(entry);
    return out;
  }

  void answer(const Question& question, json::value& value, const Entry& entry) {
    if (json::array* many = value.if_array())
      for (json::value& one : *many) answer(question, one, entry);
    const json::string* said = value.if_string();
    if (!said) return;
    const std::string text(*said);
    switch (question.kind) {
      case AnswerKind::person:
      case AnswerKind::people: value = person(PersonId{text}).value; break;
      case AnswerKind::entry: value = id_of(EntryId{text}).value; break;
      case AnswerKind::day: value = move_(*Date::parse(text)).iso(); break;
      case AnswerKind::instant: value = moved(*Instant::parse(text), move_).iso(); break;
      case AnswerKind::text:
      case AnswerKind::words: value = words(text, london_day(entry.recorded)); break;
      case AnswerKind::yes_no:
      case AnswerKind::choice:
      case AnswerKind::choices:
      case AnswerKind::number: break;
    }
  }

  /// Days that are written out in words move too: "on 28 March". One without a year means the one nearest to when it was written.
  [[nodiscard]] std::string words(const std::string& said, Date written) const {
    static const std::regex day("(\\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)( \\d{4})?");
    std::string out;
    auto rest = said.cbegin();
    for (std::sregex_iterator found(said.begin(), said.end(), day), end; found != end; ++found) {
      out.append(rest, (*found)[0].first);
      out += moved_words(*found, written);
      rest = (*found)[0].second;
    }
    return out.append(rest, said.cend());
  }

  [[nodiscard]] std::string moved_words(const std::smatch& found, Date written) const {
    const bool has_year = found[3].matched;
    std::optional<Date> nearest;
    for (int year = written.year() - 1; year <= written.year() + 1; ++year)
      for (int month = 1; month <= 12; ++month) {
        const auto one = Date::from_parts(has_year ? std::stoi(found[3].str()) : year, month, std::stoi(found[1].str()));
        if (!one || one->written_short() != fmt::format("{} {}", std::stoi(found[1].str()), found[2].str())) continue;
        if (!nearest || std::abs(one->days() - written.days()) < std::abs(nearest->days() - written.days())) nearest = *one;
      }
    if (!nearest) return found.str();
    const Date there = move_(*nearest);
    return has_year ? fmt::format("{} {}", there.written_short(), there.year()) : there.written_short();
  }

  /// A team manager works with her team's families; where a case leaves that out, it is said here, as soon as somebody works with them.
  void managers_join(const Entry& first_involvement) {
    managers_known_ = true;
    for (const auto& [theirs, here] : out_.people) {
      const bool writes = std::any_of(told_.entries.begin(), told_.entries.end(), [&](const Entry& entry) { return entry.by == theirs && entry.role == "team_manager"; });
      const bool involved = std::any_of(told_.entries.begin(), told_.entries.end(), [&](const Entry& entry) {
        return entry.type == "involvement" && entry.answers.text("person") == theirs.value;
      });
      if (!writes || involved) continue;
      Entry entry = first_involvement;
      entry.id = EntryId{draw_.id()};
      entry.answers = Answers({{"person", here.value}, {"agency", first_involvement.answers.text("agency")}, {"direct_contact", false}});
      out_.entries.push_back(std::move(entry));
      return;
    }
  }

  [[nodiscard]] PersonId person(const PersonId& theirs) const {
    const auto known = out_.people.find(theirs);
    return known == out_.people.end() ? theirs : known->second;
  }

  [[nodiscard]] EntryId id_of(const EntryId& theirs) {
    const auto [known, added] = entries_.try_emplace(theirs);
    if (added) known->second = EntryId{draw_.id()};
    return known->second;
  }

  const WorkedCase& told_;
  const Procedure& procedure_;
  Team& team_;
  Date today_;
  Invention draw_;
  MoveDay move_;
  RetoldCase out_;
  std::map<EntryId, EntryId> entries_;
  bool managers_known_ = false;
};

bool has_conference(const WorkedCase& told, std::string_view kind) {
  return std::any_of(told.entries.begin(), told.entries.end(), [&](const Entry& entry) {
    return entry.type == "conference" && entry.answers.text("kind") == kind && Instant::parse(entry.answers.text("starts"));
  });
}

}  // namespace

Result<std::vector<WorkedCase>> read_worked_cases(const std::filesystem::path& procedures) {
  std::vector<WorkedCase> out;
  for (const Told& tale : tales) {
    WorkedCase told{std::string(tale.name), tale.standpoint, {}};
    std::ifstream in(procedures / "local/rotherham/examples" / (told.name + ".jsonl"));
    if (!in) return refused(fmt::format("The worked case {} is not among the procedures' examples, so there is nothing to demonstrate with.", told.name));
    auto entries = read_jsonl(in);
    if (!entries) return tl::unexpected(entries.error());
    told.entries = std::move(*entries);
    const bool whole = has_conference(told, "initial") && (told.standpoint != Standpoint::review_ahead || has_conference(told, "review"));
    if (!whole) return refused(fmt::format("The worked case {} has not the conference that the demonstration looks for.", told.name));
    out.push_back(std::move(told));
  }
  return out;
}

RetoldCase retell(const WorkedCase& told, const Procedure& procedure, Team& team, Date today, std::uint64_t seed) {
  return Retelling(told, procedure, team, today, seed).run();
}

}  // namespace confer
