// The worked cases of procedures/: every entry is taken, and what follows from them is what a practitioner says should follow.
#include <gtest/gtest.h>

#include <set>

#include "case_reader.h"
#include "procedure/decide.h"
#include "procedure/quorum.h"

namespace confer::examples {
namespace {

const std::vector<WorkedCase>& cases() {
  static const std::vector<WorkedCase> all = [] {
    std::vector<WorkedCase> read;
    for (const std::string& id : case_ids(rotherham_cases())) read.push_back(read_case(rotherham_cases(), id));
    return read;
  }();
  return all;
}

/// Every problem's message and field, one a line.
std::string written(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += "\n  " + problem.field + ": " + problem.message;
  return out;
}

/// The file as it stood before an entry was put on file; whole where no id is given. `without` is left out.
CaseFile file_before(const WorkedCase& one, std::string_view id, std::string_view without = {}) {
  std::vector<Entry> entries;
  for (const Entry& entry : one.entries) {
    if (!id.empty() && entry.id.value == id) break;
    if (entry.id.value != without) entries.push_back(entry);
  }
  return CaseFile::fold(std::move(entries));
}

bool concerns_all(const Obligation& obligation, const Due& due) {
  return std::all_of(due.about.begin(), due.about.end(), [&](const std::string& child) {
    return std::find(obligation.about.begin(), obligation.about.end(), PersonId{child}) != obligation.about.end();
  });
}

/// The obligations of the expected rule that concern all the expected children.
std::vector<Obligation> of_rule(const CaseFile& file, const Due& due) {
  std::vector<Obligation> found = obligations(file, rotherham(), due.as_at);
  std::erase_if(found, [&](const Obligation& one) { return one.rule->id != due.rule || !concerns_all(one, due); });
  return found;
}

std::string written(std::optional<Date> day) { return day ? day->iso() : "none"; }

void expect_day(std::string_view what, std::optional<Date> expected, std::optional<Date> found) {
  if (!expected) return;
  EXPECT_EQ(written(expected), written(found)) << what;
}

void expect_due(const CaseFile& file, const Due& due) {
  SCOPED_TRACE(due.rule + " as at " + due.as_at.iso());
  const auto found = of_rule(file, due);
  ASSERT_EQ(found.size(), 1U);
  const Obligation& one = found.front();
  EXPECT_EQ(name(one.state), due.state);
  EXPECT_EQ(one.counted.has_value(), due.limit.has_value());
  if (one.counted) {
    expect_day("limit", due.limit, one.counted->limit);
    expect_day("latest bookable", due.latest_bookable, one.counted->latest_bookable);
    EXPECT_EQ(due.limit_at, one.counted->limit_at) << "limit as a moment";
  }
  EXPECT_EQ(written(due.met_on), written(one.met_on)) << "met on";
  if (due.strict) expect_day("strict reading", due.strict, one.strict ? std::optional(one.strict->limit) : std::nullopt);
  expect_day("planned on", due.planned_on, one.planned_on);
  expect_day("counted from", due.counted_from, one.counted_from);
  const std::string why = explanation(one, file, rotherham());
  EXPECT_NE(why.find(due.says), std::string::npos) << why;
}

TEST(WorkedCases, every_entry_is_taken_on_the_day_it_was_put_on_file) {
  ASSERT_EQ(cases().size(), 4U);
  for (const WorkedCase& one : cases()) {
    CaseFile file;
    for (const Entry& entry : one.entries) {
      const auto decided = decide(file, rotherham(), entry, london_day(entry.recorded));
      if (!decided) ADD_FAILURE() << one.id << " " << entry.id.value << written(decided.error());
      file.evolve(entry);
    }
  }
}

TEST(WorkedCases, a_case_is_long_enough_to_be_believed_and_short_enough_to_be_read) {
  for (const WorkedCase& one : cases()) {
    EXPECT_GE(one.entries.size(), 60U) << one.id;
    EXPECT_LE(one.entries.size(), 200U) << one.id;
  }
}

TEST(WorkedCases, each_begins_with_the_family_file_of_its_procedure) {
  for (const WorkedCase& one : cases()) {
    EXPECT_EQ(one.entries.front().type, "family_file") << one.id;
    EXPECT_EQ(file_before(one, {}).procedure(), "rotherham") << one.id;
  }
}

TEST(WorkedCases, entries_stand_in_the_order_in_which_they_were_put_on_file) {
  for (const WorkedCase& one : cases())
    for (std::size_t i = 1; i < one.entries.size(); ++i)
      EXPECT_LT(one.entries[i - 1].recorded, one.entries[i].recorded) << one.id << " " << one.entries[i].id.value;
}

TEST(WorkedCases, whoever_puts_an_entry_on_file_is_a_practitioner_whose_role_may) {
  for (const WorkedCase& one : cases()) {
    const CaseFile file = file_before(one, {});
    for (const Entry& entry : one.entries) {
      const PersonOnFile* maker = file.person(entry.by);
      EXPECT_TRUE(maker && maker->kind == "practitioner") << one.id << " " << entry.id.value;
      const auto& makers = rotherham().described().record(entry.type)->makers;
      EXPECT_NE(std::find(makers.begin(), makers.end(), entry.role), makers.end()) << one.id << " " << entry.id.value << " by a " << entry.role;
    }
  }
}

TEST(WorkedCases, what_is_due_comes_out_as_the_case_says) {
  for (const WorkedCase& one : cases()) {
    SCOPED_TRACE(one.id);
    for (const Due& due : one.then) expect_due(CaseFile::fold(one.entries, due.known_on), due);
  }
}

TEST(WorkedCases, nothing_is_due_for_a_child_whom_a_limit_does_not_concern) {
  for (const WorkedCase& one : cases())
    for (const Due& due : one.never) EXPECT_TRUE(of_rule(file_before(one, {}), due).empty()) << one.id << " " << due.rule;
}

std::string_view name(QuorumFinding::State state) {
  switch (state) {
    case QuorumFinding::State::quorate: return "quorate";
    case QuorumFinding::State::chair_decides: return "chair_decides";
    case QuorumFinding::State::proceeds: return "proceeds";
    case QuorumFinding::State::postponed: return "postponed";
  }
  return "";
}

TEST(WorkedCases, quorum_is_found_for_each_child) {
  for (const WorkedCase& one : cases())
    for (const QuorumExpected& expected : one.quorum) {
      SCOPED_TRACE(one.id + " " + expected.child + " " + expected.before);
      const auto found = quorum(file_before(one, expected.before), rotherham(), EntryId{expected.conference}, PersonId{expected.child});
      EXPECT_EQ(name(found.state), expected.state);
      EXPECT_EQ(found.present, expected.present);
      EXPECT_EQ(found.missing, expected.missing);
    }
}

TEST(WorkedCases, a_school_that_knows_only_amy_does_not_count_for_cai) {
  const WorkedCase s02 = read_case(rotherham_cases(), "S02");
  const CaseFile file = file_before(s02, {});
  const auto present = [&](const char* child) { return quorum(file, rotherham(), EntryId{"c-initial"}, PersonId{child}).present; };
  const auto amy = present("amy"), cai = present("cai");
  EXPECT_NE(std::find(amy.begin(), amy.end(), "school"), amy.end());
  EXPECT_EQ(std::find(cai.begin(), cai.end(), "school"), cai.end());
}

TEST(WorkedCases, an_agency_that_stopped_working_with_a_child_before_the_conference_is_neither_present_nor_missing) {
  WorkedCase s14 = read_case(rotherham_cases(), "S14");
  for (Entry& entry : s14.entries)
    if (entry.id.value == "with-pol1-ended") entry.answers.values()["ended"] = "2025-08-28";
  const auto found = quorum(file_before(s14, {}), rotherham(), EntryId{"c-initial"}, PersonId{"leo"});
  EXPECT_EQ(found.present, (std::vector<std::string>{"childrens_social_care", "school", "voluntary"}));
  EXPECT_TRUE(found.missing.empty());
}

/// The draft that stands in for one of the case's own entries.
Entry draft_of(const WorkedCase& one, const Instead& instead) {
  Entry draft = *file_before(one, {}).find(EntryId{instead.of});
  if (!instead.type.empty()) draft.type = instead.type;
  if (instead.happened) draft.happened = *instead.happened;
  if (instead.answers) draft.answers = Answers(*instead.answers);
  if (instead.type == "decision") draft.answers.values()["conference"] = "c-initial";
  return draft;
}

TEST(WorkedCases, acts_are_refused_that_lack_what_the_procedure_demands) {
  for (const WorkedCase& one : cases())
    for (const Instead& instead : one.instead) {
      SCOPED_TRACE(one.id + " " + instead.of + ": " + instead.refused);
      CaseFile file = file_before(one, instead.of, instead.without);
      const Entry draft = draft_of(one, instead);
      const auto decided = decide(file, rotherham(), draft, london_day(draft.recorded));
      const std::string said = decided ? "" : written(decided.error());
      EXPECT_EQ(decided.has_value(), instead.refused.empty()) << said;
      EXPECT_NE(said.find(instead.refused), std::string::npos) << said;
      if (!instead.then) continue;
      file.evolve(draft);
      expect_due(file, *instead.then);
    }
}

TEST(WorkedCases, every_time_limit_is_exercised_by_each_case_that_it_names) {
  for (const TimeLimit& limit : rotherham().described().time_limits) {
    EXPECT_FALSE(limit.examples.empty()) << limit.id;
    for (const std::string& named : limit.examples) {
      if (std::filesystem::exists(rotherham_cases() / "brief" / (named + ".toml"))) continue;   // held by the brief cases
      const auto one = std::find_if(cases().begin(), cases().end(), [&](const WorkedCase& other) { return other.id == named; });
      ASSERT_NE(one, cases().end()) << limit.id << " names " << named;
      EXPECT_TRUE(std::any_of(one->then.begin(), one->then.end(), [&](const Due& due) { return due.rule == limit.id; }))
          << limit.id << " is not in the then-table of " << named;
    }
  }
}

TEST(WorkedCases, every_rule_of_a_then_table_is_a_time_limit_that_names_the_case) {
  for (const WorkedCase& one : cases())
    for (const Due& due : one.then) {
      const TimeLimit* limit = rotherham().described().time_limit(due.rule);
      ASSERT_NE(limit, nullptr) << one.id << " " << due.rule;
      EXPECT_NE(std::find(limit->examples.begin(), limit->examples.end(), one.id), limit->examples.end()) << one.id << " " << due.rule;
    }
}

/// Whether "entry.question" is an answer that stands on file.
bool is_answer(const CaseFile& file, const std::string& name) {
  const auto dot = name.find('.');
  const Entry* entry = file.find(EntryId{name.substr(0, dot)});
  return dot != std::string::npos && entry && entry->answers.has(name.substr(dot + 1));
}

TEST(WorkedCases, who_sees_what_names_only_readers_and_entries_on_file) {
  for (const WorkedCase& one : cases()) {
    const CaseFile file = file_before(one, {});
    EXPECT_FALSE(one.sees.empty()) << one.id;
    for (const Sees& cell : one.sees) {
      SCOPED_TRACE(one.id + " " + cell.reader + " " + cell.cell);
      EXPECT_NE(file.person(cell.reader), nullptr);
      EXPECT_NE(rotherham().described().role(cell.role), nullptr) << cell.role;
      EXPECT_FALSE(cell.items.empty() && cell.hidden.empty());
      for (const auto* list : {&cell.items, &cell.hidden})
        for (const std::string& id : *list) EXPECT_NE(file.find(EntryId{id}), nullptr) << id;
      for (const auto* list : {&cell.answers, &cell.hidden_answers})
        for (const std::string& name : *list) EXPECT_TRUE(is_answer(file, name)) << name;
    }
  }
}

TEST(WorkedCases, no_reader_is_both_shown_and_refused_an_entry) {
  for (const WorkedCase& one : cases()) {
    std::set<std::pair<std::string, std::string>> shown;
    for (const Sees& cell : one.sees)
      for (const std::string& id : cell.items) shown.emplace(cell.reader, id);
    for (const Sees& cell : one.sees)
      for (const std::string& id : cell.hidden) EXPECT_FALSE(shown.contains({cell.reader, id})) << one.id << " " << cell.reader << " " << id;
  }
}

TEST(WorkedCases, the_day_after_the_strategy_discussion_the_conference_is_due_with_its_reason) {
  const WorkedCase s02 = read_case(rotherham_cases(), "S02");
  const CaseFile file = file_before(s02, {});
  const auto due = obligations(file, rotherham(), Date::parse("2025-04-08").value());
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due.front().rule->what.en, "Initial child protection conference");
  EXPECT_EQ(due.front().counted->limit.written(), "Wednesday 30 April 2025");
  EXPECT_EQ(explanation(due.front(), file, rotherham()), "15 working days after the strategy discussion of 7 April; 18 and 21 April are bank holidays.");
}

}  // namespace
}  // namespace confer::examples
