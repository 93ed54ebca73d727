// The worked cases of procedures/: every entry is taken, and what follows from them is what a practitioner says should follow.
#include <gtest/gtest.h>

#include <set>

#include "case_checks.h"
#include "procedure/decide.h"

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

/// The cases that are of time alone, with a few entries each.
const std::vector<WorkedCase>& short_cases() {
  static const std::vector<WorkedCase> all = [] {
    std::vector<WorkedCase> read;
    for (const std::string& id : short_case_ids(rotherham_cases())) read.push_back(read_case(rotherham_cases(), id));
    return read;
  }();
  return all;
}

/// Both kinds.
std::vector<WorkedCase> all_cases() {
  std::vector<WorkedCase> out = cases();
  out.insert(out.end(), short_cases().begin(), short_cases().end());
  return out;
}

void expect_due(const CaseFile& file, const Due& due) { EXPECT_EQ(difference(file, rotherham(), due), ""); }

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

TEST(WorkedCases, whoever_puts_an_entry_on_file_is_a_practitioner_or_writes_as_family_and_their_role_may) {
  for (const WorkedCase& one : cases()) {
    const CaseFile file = file_before(one, {});
    for (const Entry& entry : one.entries) {
      const PersonOnFile* maker = file.person(entry.by);
      const bool as_family = rotherham().described().role(entry.role)->standing == "family";
      EXPECT_TRUE(maker && (maker->kind == "practitioner") != as_family) << one.id << " " << entry.id.value;
      const auto& makers = rotherham().described().record(entry.type)->makers;
      EXPECT_NE(std::find(makers.begin(), makers.end(), entry.role), makers.end()) << one.id << " " << entry.id.value << " by a " << entry.role;
    }
  }
}

TEST(WorkedCases, what_is_due_comes_out_as_the_case_says) {
  for (const WorkedCase& one : all_cases()) {
    SCOPED_TRACE(one.id);
    for (const Due& due : one.then) expect_due(CaseFile::fold(one.entries, due.known_on), due);
  }
}

TEST(WorkedCases, nothing_is_due_for_a_child_whom_a_limit_does_not_concern) {
  for (const WorkedCase& one : all_cases())
    for (const Due& due : one.never) EXPECT_TRUE(of_rule(file_before(one, {}), rotherham(), due).empty()) << one.id << " " << due.rule;
}

TEST(WorkedCases, looking_ahead_says_by_when_each_thing_has_to_be_done) {
  int told = 0;
  for (const WorkedCase& one : all_cases())
    for (const Ahead& ahead : one.ahead) {
      EXPECT_EQ(difference(CaseFile::fold(one.entries, ahead.as_at), rotherham(), ahead), "") << one.id;
      ++told;
    }
  EXPECT_GE(told, 2);
}

TEST(WorkedCases, what_a_short_case_puts_on_file_is_of_a_known_kind_with_its_questions) {
  for (const WorkedCase& one : short_cases())
    for (const Entry& entry : one.entries) {
      const RecordType* type = rotherham().described().record(entry.type);
      ASSERT_NE(type, nullptr) << one.id << " " << entry.id.value;
      for (const auto& answer : entry.answers.values()) EXPECT_NE(type->question(std::string_view(answer.key())), nullptr) << one.id << " " << entry.id.value << " " << std::string_view(answer.key());
    }
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
      const auto known = all_cases();
      const auto one = std::find_if(known.begin(), known.end(), [&](const WorkedCase& other) { return other.id == named; });
      ASSERT_NE(one, known.end()) << limit.id << " names " << named;
      EXPECT_TRUE(std::any_of(one->then.begin(), one->then.end(), [&](const Due& due) { return due.rule == limit.id; }))
          << limit.id << " is not in the then-table of " << named;
    }
  }
}

TEST(WorkedCases, every_rule_of_a_then_table_is_a_time_limit_that_names_the_case) {
  for (const WorkedCase& one : all_cases())
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
