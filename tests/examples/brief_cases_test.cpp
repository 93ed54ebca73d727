// The brief cases of every procedure, under examples/brief: as many entries as its time limits need, and the exact days that follow.
#include <gtest/gtest.h>

#include <set>

#include "case_checks.h"
#include "procedure/decide.h"

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

/// A clock that starts anew with each meeting or visit has an obligation for each: where no day is named, the last that was counted from is meant.
std::string difference_of(const BriefCase& one, Due due) {
  const CaseFile file = CaseFile::fold(one.told.entries, due.known_on);
  const auto found = of_rule(file, *one.procedure, due);
  const auto last = std::max_element(found.begin(), found.end(), [](const Obligation& left, const Obligation& right) { return left.counted_from < right.counted_from; });
  if (last != found.end()) due.counted_from = last->counted_from;
  return difference(file, *one.procedure, due);
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
    for (const Due& due : one.told.then) EXPECT_EQ(difference_of(one, due), "") << name_of(one);
  }
}

TEST(BriefCases, quorum_is_found_as_the_case_says) {
  std::set<std::string> states;
  for (const BriefCase& one : cases())
    for (const QuorumExpected& expected : one.told.quorum) {
      const auto found = quorum(file_before(one.told, expected.before), *one.procedure, EntryId{expected.conference}, PersonId{expected.child});
      EXPECT_EQ(name(found.state), expected.state) << name_of(one) << " before " << expected.before;
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
      const auto decided = decide(file_before(one.told, instead.of), *one.procedure, draft, london_day(draft.recorded));
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

/// Whether a case of Rotherham's that lies beside the brief ones holds a day for the limit.
bool is_exercised_in_full(const TimeLimit& limit, const std::string& named) {
  const fs::path file = rotherham_cases() / (named + ".toml");
  if (!fs::exists(file)) return false;
  const WorkedCase told = read_case(rotherham_cases(), named);
  return std::any_of(told.then.begin(), told.then.end(), [&](const Due& due) { return due.rule == limit.id; });
}

TEST(BriefCases, every_time_limit_of_every_procedure_is_exercised_by_a_case_that_it_names) {
  for (const Procedure* procedure : every_procedure())
    for (const TimeLimit& limit : procedure->described().time_limits)
      for (const std::string& named : limit.examples)
        EXPECT_TRUE(is_exercised(limit, named) || is_exercised_in_full(limit, named)) << procedure->described().id << ": " << limit.id << " is not in the then-table of " << named;
}

}  // namespace
}  // namespace confer::examples
