// What the worked cases name stands where they say: each time limit in the cases that prove it, each reader and entry on file.
#include <gtest/gtest.h>

#include <set>

#include "case_checks.h"

namespace confer::examples {
namespace {

/// Whether a case of this name, of the procedure or of one that stands on it, holds a line for the limit.
bool is_exercised(const TimeLimit& limit, const std::string& named) {
  return std::any_of(every_case().begin(), every_case().end(), [&](const CaseOf& one) {
    const TimeLimit* known = one.procedure->described().time_limit(limit.id);
    return one.told.id == named && known && known->place.file == limit.place.file &&
           std::any_of(one.told.then.begin(), one.told.then.end(), [&](const Due& due) { return due.rule == limit.id; });
  });
}

TEST(WorkedCases, every_time_limit_of_every_procedure_is_exercised_by_each_case_that_it_names) {
  for (const Procedure* procedure : every_procedure())
    for (const TimeLimit& limit : procedure->described().time_limits) {
      EXPECT_FALSE(limit.examples.empty()) << limit.id;
      for (const std::string& named : limit.examples)
        EXPECT_TRUE(is_exercised(limit, named)) << procedure->described().id << ": " << limit.id << " is not in the then-table of " << named;
    }
}

TEST(WorkedCases, every_rule_of_a_then_table_is_a_time_limit_that_names_the_case) {
  for (const CaseOf& one : every_case())
    for (const Due& due : one.told.then) {
      const TimeLimit* limit = one.procedure->described().time_limit(due.rule);
      ASSERT_NE(limit, nullptr) << one.name() << " " << due.rule;
      EXPECT_NE(std::find(limit->examples.begin(), limit->examples.end(), one.told.id), limit->examples.end()) << one.name() << " " << due.rule;
    }
}

/// Whether "entry.question" is an answer that stands on file.
bool is_answer(const CaseFile& file, const std::string& name) {
  const auto dot = name.find('.');
  const Entry* entry = file.find(EntryId{name.substr(0, dot)});
  return dot != std::string::npos && entry && entry->answers.has(name.substr(dot + 1));
}

TEST(WorkedCases, who_sees_what_names_only_readers_and_entries_on_file) {
  std::size_t told = 0;
  for (const CaseOf& one : every_case()) {
    const CaseFile file = file_before(one.told, {});
    told += one.told.sees.empty() ? 0 : 1;
    for (const Sees& cell : one.told.sees) {
      SCOPED_TRACE(one.name() + " " + cell.reader + " " + cell.cell);
      EXPECT_NE(file.person(cell.reader), nullptr);
      EXPECT_NE(one.procedure->described().role(cell.role), nullptr) << cell.role;
      EXPECT_FALSE(cell.items.empty() && cell.hidden.empty());
      for (const auto* list : {&cell.items, &cell.hidden})
        for (const std::string& id : *list) EXPECT_NE(file.find(EntryId{id}), nullptr) << id;
      for (const auto* list : {&cell.answers, &cell.hidden_answers})
        for (const std::string& name : *list) EXPECT_TRUE(is_answer(file, name)) << name;
    }
  }
  EXPECT_GE(told, 4U);
}

TEST(WorkedCases, no_reader_is_both_shown_and_refused_an_entry) {
  for (const CaseOf& one : every_case()) {
    std::set<std::pair<std::string, std::string>> shown;
    for (const Sees& cell : one.told.sees)
      for (const std::string& id : cell.items) shown.emplace(cell.reader, id);
    for (const Sees& cell : one.told.sees)
      for (const std::string& id : cell.hidden) EXPECT_FALSE(shown.contains({cell.reader, id})) << one.name() << " " << cell.reader << " " << id;
  }
}

}  // namespace
}  // namespace confer::examples
