// What an explanation says in Wales is said in Welsh throughout: the limit, the record that it is counted from, what meets it, whose duty it is, the bank holidays passed over, and where
// a child is in the process.
#include <gtest/gtest.h>

#include <algorithm>

#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

const Described& wales() { return shipped_examples().procedures.find("wales")->second.described(); }

/// What has no Welsh, each with what it is.
std::vector<std::string> without_welsh(const Described& procedure) {
  std::vector<std::string> out;
  const auto hold = [&](const std::string& what, const Words& words) {
    if (!words.en.empty() && words.cy.empty()) out.push_back(what + ": " + words.en);
  };
  const auto hold_record = [&](const std::string& id) { hold("record", procedure.record(id)->title); };
  const auto hold_role = [&](const std::string& id) {
    if (const Role* role = procedure.role(id)) hold("role", role->title);
  };
  for (const TimeLimit& limit : procedure.time_limits) {
    hold(limit.id, limit.what);
    hold(limit.id, limit.no_number);
    for (const Selector& one : limit.anchors) hold_record(one.record);
    for (const Selector& one : limit.met_by) hold_record(one.record);
    hold(limit.id, procedure.owner_title(limit));
    hold_role(limit.departure_by);
  }
  for (const auto& [name, words] : procedure.words)
    if (name.starts_with("state_")) hold(name, words);
  for (const BankHoliday& one : procedure.holidays->days) hold(one.day.iso(), one.name);
  return out;
}

TEST(Welsh, each_time_limit_of_wales_is_explained_without_an_english_word_of_ours) {
  ASSERT_GT(wales().time_limits.size(), 10U);
  for (const std::string& what : without_welsh(wales())) ADD_FAILURE() << what << " has no Welsh. Write it as { en = \"…\", cy = \"…\" }.";
}

TEST(Welsh, what_is_only_in_english_is_found) {
  Described described = wales();
  described.time_limits.front().what.cy.clear();
  EXPECT_EQ(without_welsh(described).size(), 1U);
}

}  // namespace
}  // namespace confer::examples
