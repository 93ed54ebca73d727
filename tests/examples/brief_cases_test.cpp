// The brief cases of every procedure, under examples/brief: as many entries as its time limits need, and the exact days that follow.
#include <gtest/gtest.h>

#include <set>

#include "case_reader.h"
#include "procedure/decide.h"
#include "procedure/quorum.h"

namespace confer::examples {
namespace {

namespace fs = std::filesystem;

struct BriefCase {
  const Procedure* procedure;
  WorkedCase told;
};

/// The folders of a procedure and of those that it extends, as they lie below procedures/.
std::vector<fs::path> folders_of(const Described& procedure) {
  std::vector<fs::path> out;
  for (const auto& file : fs::recursive_directory_iterator(procedures_folder())) {
    if (file.path().filename() != "procedure.toml") continue;
    const std::string id = toml::parse_file(file.path().string())["id"].value_or(std::string{});
    if (id == procedure.id || std::find(procedure.extends.begin(), procedure.extends.end(), id) != procedure.extends.end()) out.push_back(file.path().parent_path());
  }
  return out;
}

const std::vector<const Procedure*>& every_procedure() {
  static ProcedureShelf shelf(read_procedure_files(procedures_folder()));
  static const std::vector<const Procedure*> all = [] {
    std::vector<const Procedure*> out;
    for (const std::string& id : shelf.ids()) {
      const auto taken = shelf.take(id);
      if (!taken) throw std::runtime_error(taken.error().message);
      out.push_back(*taken);
    }
    return out;
  }();
  return all;
}

const std::vector<BriefCase>& cases() {
  static const std::vector<BriefCase> all = [] {
    std::vector<BriefCase> out;
    for (const Procedure* procedure : every_procedure())
      for (const fs::path& folder : folders_of(procedure->described())) {
        const fs::path brief = folder / "examples/brief";
        if (!fs::exists(brief) || toml::parse_file((folder / "procedure.toml").string())["id"].value_or(std::string{}) != procedure->described().id) continue;
        for (const std::string& id : case_ids(brief)) out.push_back({procedure, read_case(brief, id)});
      }
    return out;
  }();
  return all;
}

std::string name_of(const BriefCase& one) { return one.procedure->described().id + " " + one.told.id; }

CaseFile file_before(const BriefCase& one, std::string_view id) {
  std::vector<Entry> entries;
  for (const Entry& entry : one.told.entries) {
    if (!id.empty() && entry.id.value == id) break;
    entries.push_back(entry);
  }
  return CaseFile::fold(std::move(entries));
}

std::string written(std::optional<Date> day) { return day ? day->iso() : "none"; }

void expect_day(std::string_view what, std::optional<Date> expected, std::optional<Date> found) {
  if (expected) { EXPECT_EQ(written(expected), written(found)) << what; }
}

void expect_due(const BriefCase& one, const Due& due) {
  SCOPED_TRACE(name_of(one) + ": " + due.rule + " as at " + due.as_at.iso());
  const CaseFile file = CaseFile::fold(one.told.entries, due.known_on);
  std::vector<Obligation> found = obligations(file, *one.procedure, due.as_at);
  std::erase_if(found, [&](const Obligation& other) { return other.rule->id != due.rule || (due.counted_from && other.counted_from != *due.counted_from); });
  ASSERT_FALSE(found.empty());
  // A clock that starts anew with each meeting or visit has an obligation for each: the last that was counted from is meant.
  const Obligation& last = *std::max_element(found.begin(), found.end(), [](const Obligation& left, const Obligation& right) { return left.counted_from < right.counted_from; });
  EXPECT_EQ(name(last.state), due.state);
  EXPECT_EQ(last.counted.has_value(), due.limit.has_value());
  if (last.counted) {
    expect_day("limit", due.limit, last.counted->limit);
    expect_day("latest bookable", due.latest_bookable, last.counted->latest_bookable);
    EXPECT_EQ(due.limit_at, last.counted->limit_at) << "limit as a moment";
  }
  EXPECT_EQ(written(due.met_on), written(last.met_on)) << "met on";
  if (due.strict) expect_day("strict reading", due.strict, last.strict ? std::optional(last.strict->limit) : std::nullopt);
  expect_day("planned on", due.planned_on, last.planned_on);
  const std::string why = explanation(last, file, *one.procedure);
  EXPECT_NE(why.find(due.says), std::string::npos) << why;
}

TEST(BriefCases, every_entry_is_taken_on_the_day_it_was_put_on_file) {
  ASSERT_GE(cases().size(), 20U);
  for (const BriefCase& one : cases()) {
    CaseFile file;
    for (const Entry& entry : one.told.entries) {
      const auto decided = decide(file, *one.procedure, entry, london_day(entry.recorded));
      if (!decided)
        for (const Problem& problem : decided.error()) ADD_FAILURE() << name_of(one) << " " << entry.id.value << " " << problem.field << ": " << problem.message;
      const auto& makers = one.procedure->described().record(entry.type)->makers;
      EXPECT_NE(std::find(makers.begin(), makers.end(), entry.role), makers.end()) << name_of(one) << " " << entry.id.value << " by a " << entry.role;
      file.evolve(entry);
    }
    EXPECT_EQ(file.procedure(), one.procedure->described().id) << name_of(one);
  }
}

TEST(BriefCases, what_is_due_comes_out_as_the_case_says) {
  for (const BriefCase& one : cases()) {
    EXPECT_FALSE(one.told.then.empty()) << name_of(one);
    for (const Due& due : one.told.then) expect_due(one, due);
  }
}

TEST(BriefCases, quorum_is_found_as_the_case_says) {
  const auto said = [](QuorumFinding::State state) {
    switch (state) {
      case QuorumFinding::State::quorate: return "quorate";
      case QuorumFinding::State::chair_decides: return "chair_decides";
      case QuorumFinding::State::proceeds: return "proceeds";
      case QuorumFinding::State::postponed: return "postponed";
    }
    return "";
  };
  std::set<std::string> states;
  for (const BriefCase& one : cases())
    for (const QuorumExpected& expected : one.told.quorum) {
      const auto found = quorum(file_before(one, expected.before), *one.procedure, EntryId{expected.conference}, PersonId{expected.child});
      EXPECT_EQ(said(found.state), expected.state) << name_of(one) << " before " << expected.before;
      EXPECT_EQ(found.present, expected.present);
      EXPECT_EQ(found.missing, expected.missing);
      states.insert(expected.state);
    }
  EXPECT_GE(states.size(), 3U);
}

TEST(BriefCases, acts_are_refused_that_lack_what_the_procedure_demands) {
  std::size_t tried = 0;
  for (const BriefCase& one : cases())
    for (const Instead& instead : one.told.instead) {
      const auto own = std::find_if(one.told.entries.begin(), one.told.entries.end(), [&](const Entry& entry) { return entry.id.value == instead.of; });
      ASSERT_NE(own, one.told.entries.end()) << instead.of;
      Entry draft = *own;
      draft.answers = Answers(instead.answers.value());
      const auto decided = decide(file_before(one, instead.of), *one.procedure, draft, london_day(draft.recorded));
      EXPECT_EQ(decided.has_value(), instead.refused.empty()) << name_of(one) << " " << instead.of;
      if (!decided) { EXPECT_NE(decided.error().front().message.find(instead.refused), std::string::npos) << decided.error().front().message; }
      ++tried;
    }
  EXPECT_GE(tried, 3U);
}

/// Whether a case of this name, of the procedure or of one that stands on it, holds an exact day for the limit.
bool is_exercised(const TimeLimit& limit, const std::string& named) {
  return std::any_of(cases().begin(), cases().end(), [&](const BriefCase& one) {
    const TimeLimit* known = one.procedure->described().time_limit(limit.id);
    return one.told.id == named && known && known->place.file == limit.place.file &&
           std::any_of(one.told.then.begin(), one.told.then.end(), [&](const Due& due) { return due.rule == limit.id; });
  });
}

TEST(BriefCases, every_time_limit_of_every_procedure_is_exercised_by_a_case_that_it_names) {
  for (const Procedure* procedure : every_procedure())
    for (const TimeLimit& limit : procedure->described().time_limits)
      for (const std::string& named : limit.examples) {
        const fs::path full = rotherham_cases() / (named + ".toml");
        if (fs::exists(full)) continue;   // held by the cases that are told in full
        EXPECT_TRUE(is_exercised(limit, named)) << procedure->described().id << ": " << limit.id << " is not in the then-table of " << named;
      }
}

}  // namespace
}  // namespace confer::examples
