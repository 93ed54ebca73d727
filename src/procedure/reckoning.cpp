#include "procedure/reckoning.h"

#include <algorithm>
#include <map>

#include "casefile/condition.h"
#include "procedure/clock.h"

namespace confer {
namespace {

/// Where a record of a departure says what it departs from, and who was asked about it.
constexpr std::string_view departs_from_question = "time_limit", consulted_question = "consulted";

/// The day an entry became true, for "as at": when it happened, else when it was put on file.
Date known_from(const Entry& entry) { return entry.happened_on().value_or(london_day(entry.recorded)); }

/// Whether what meets it names the entry that it is counted from, as an answer names the complaint: then each has a clock of its own.
bool is_answered_by_name(const Anchor& anchor) {
  return std::any_of(anchor.rule->met_by.begin(), anchor.rule->met_by.end(), [&](const Selector& one) { return !one.same.empty() && anchor.entry->answers.text(one.same).empty(); });
}

/// A child whose birth nobody has told of counts as old enough, unless one who is still expected.
bool is_old_enough(const PersonOnFile& child, const TimeLimit& rule, Date day) {
  if (rule.over_age == 0) return true;
  return child.born ? age_on(*child.born, day) > rule.over_age : !child.expected;
}

/// Whose copy starts a reader's own clock; empty for a limit that is nobody's own.
std::string_view reader_of(const Anchor& anchor) { return anchor.rule->per == "reader" ? anchor.entry->answers.text("person") : std::string_view{}; }

/// Works out one time limit over one file.
class Reckoning {
 public:
  Reckoning(FileAsAt& at, std::span<const std::size_t> editions) : at_(at), file_(at.file()), editions_(editions) {}

  void run(std::vector<Obligation>& into) {
    const std::size_t before = into.size();
    const std::vector<Anchor> starts = anchors();
    if (starts.empty()) return;
    if (edition(0).per != "child") per_conference(starts, into);
    else
      for (const PersonOnFile* child : at_.children()) per_child(*child, starts, into);
    if (before < into.size()) departures(std::span(into).subspan(before));
  }

 private:
  [[nodiscard]] const TimeLimit& edition(std::size_t at) const { return at_.procedure().described().time_limits[editions_[at]]; }

  /// Every entry that starts a clock, in order of its day.
  [[nodiscard]] std::vector<Anchor> anchors() {
    std::vector<Anchor> out;
    for (std::size_t at = 0; at < editions_.size(); ++at) {
      const TimeLimit& rule = edition(at);
      for (const Selector& anchor : rule.anchors) {
        const std::span<const Item> chosen = at_.chosen(anchor);
        out.reserve(out.size() + chosen.size());
        for (const Item& item : chosen)
          if (rule.in_force_on(item.day)) out.push_back({item.entry, &rule, item.at, item.day});
      }
    }
    if (editions_.size() > 1 || edition(0).anchors.size() > 1) std::stable_sort(out.begin(), out.end(), [](const Anchor& left, const Anchor& right) { return left.day < right.day; });
    return out;
  }

  void per_child(const PersonOnFile& child, std::span<const Anchor> anchors, std::vector<Obligation>& into) {
    Date runs_until = Date::from_days(INT32_MIN);
    for (const Anchor& anchor : anchors) {
      // A clock that already runs is not started again: a second strategy discussion does not put off the conference.
      if ((runs_until > anchor.day && !is_answered_by_name(anchor)) || !anchor.entry->is_about(child.id) || !concerns(child, anchor)) continue;
      runs_until = ended_on(run({&anchor, 1}, {child.id}, into)).value_or(Date::last());
    }
  }

  /// Whether the time limit concerns this child, by what the file says of them and by their age on the day that it is counted from.
  [[nodiscard]] bool concerns(const PersonOnFile& child, const Anchor& anchor) const {
    const TimeLimit& rule = *anchor.rule;
    return is_old_enough(child, rule, anchor.day) && (rule.only_for.empty() || meets(file_.entries()[child.entry].answers, rule.only_for));
  }

  void per_conference(std::span<const Anchor> starts, std::vector<Obligation>& into) {
    std::vector<std::vector<Anchor>> conferences;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;   // a conference, and the reader where each has a clock of their own
    for (const Anchor& anchor : starts) {
      const std::string_view conference = conference_of(file_, *anchor.entry);
      const std::size_t last = conferences.size();
      const std::size_t at = conference.empty() ? last : known.emplace(std::pair(conference, reader_of(anchor)), last).first->second;
      if (at == last) conferences.emplace_back();
      conferences[at].push_back(anchor);
    }
    for (const std::vector<Anchor>& one : conferences) {
      std::vector<PersonId> children = children_of(one);
      if (children.size() > 1 && !one.front().rule->lapses_by.empty()) {
        for (auto& [day, together] : told_apart(one, std::move(children))) run(one, std::move(together), into);
      } else if (!children.empty()) {
        run(one, std::move(children), into);
      }
    }
  }

  const Obligation& run(std::span<const Anchor> starts, std::vector<PersonId> about, std::vector<Obligation>& into) {
    Obligation& out = into.emplace_back();
    out.about = std::move(about);
    Clock(at_, starts, out).run();
    return out;
  }

  /// The children of a conference, those for whom it was put off apart from the others: by the day on which it ended for them.
  [[nodiscard]] std::map<Date, std::vector<PersonId>> told_apart(std::span<const Anchor> starts, std::vector<PersonId> children) {
    std::map<Date, std::vector<PersonId>> by_end;
    Obligation alone;
    for (PersonId& child : children) {
      alone.about.assign(1, child);
      const Item* ends = Clock(at_, starts, alone).end();
      by_end[ends ? ends->day : Date::last()].push_back(std::move(child));
    }
    return by_end;
  }

  [[nodiscard]] std::vector<PersonId> children_of(std::span<const Anchor> starts) const {
    std::vector<PersonId> about;
    about.reserve(at_.children().size());
    for (const Anchor& anchor : starts)
      for (const PersonId& child : anchor.entry->about) {
        const PersonOnFile* known = file_.person(child);
        if (known && known->kind == "child" && concerns(*known, anchor) && std::find(about.begin(), about.end(), child) == about.end()) about.push_back(child);
      }
    return about;
  }

  /// Departures that were put on file for each of these while it ran: about one of its children, before the next of the same rule began.
  void departures(std::span<Obligation> all) const {
    for (const Entry* entry : at_.departures()) {
      if (entry->answers.text(departs_from_question) != edition(0).id) continue;
      const Date on = known_from(*entry);
      for (Obligation& out : all) {
        const bool about = std::any_of(out.about.begin(), out.about.end(), [&](const PersonId& child) { return entry->is_about(child); });
        if (!about || (!out.rule->before && on < out.counted_from) || elsewhere(*entry, out, on, all)) continue;
        out.departures.push_back(departure(*entry, *out.rule, on));
      }
    }
  }

  /// Whether a departure is from another of the same rule: it names another conference, or a later clock had begun.
  [[nodiscard]] bool elsewhere(const Entry& entry, const Obligation& out, Date on, std::span<const Obligation> all) const {
    const std::string_view conference = entry.answers.text("conference");
    if (!conference.empty()) return !file_.are_one(conference, out.conference.value);
    return !out.rule->before && std::any_of(all.begin(), all.end(), [&](const Obligation& other) {
      return other.counted_from > out.counted_from && other.counted_from <= on && std::find(other.about.begin(), other.about.end(), out.about.front()) != other.about.end();
    });
  }

  [[nodiscard]] Departure departure(const Entry& entry, const TimeLimit& rule, Date on) const {
    Departure out{entry.id, on, PersonId{std::string(entry.answers.text(consulted_question))}, rule.departure_by.empty() || entry.role == rule.departure_by, {}};
    if (const PersonOnFile* consulted = file_.person(out.consulted)) out.by_right = out.by_right || consulted->role == rule.departure_by;
    for (const std::string& question : rule.departure_records)
      if (!entry.answers.has(question)) out.lacking.push_back(question);
    return out;
  }

  FileAsAt& at_;
  const CaseFile& file_;
  std::span<const std::size_t> editions_;
};

}  // namespace

void reckon(FileAsAt& at, std::span<const std::size_t> editions, std::vector<Obligation>& into) { Reckoning(at, editions).run(into); }

}  // namespace confer
