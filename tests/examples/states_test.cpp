// Where each child is in the process, entry by entry of the worked cases, in the words of the file's pages.
#include <gtest/gtest.h>

#include "access/make_view.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

/// A child's state once these entries are on file, as the unit's administrator sees it.
std::string state(std::vector<Entry> entries, const char* child) {
  const FileView seen = view(CaseFile::fold(std::move(entries)), rotherham(), {PersonId{"adm1"}, "conference_administrator"}, Date::parse("2026-06-01").value());
  const auto found = std::find_if(seen.children.begin(), seen.children.end(), [&](const ShownChild& one) { return one.id.value == child; });
  return found == seen.children.end() ? std::string("not on file") : found->state;
}

/// The entries of a case up to and with the one of this id.
std::vector<Entry> until(const std::string& id, std::string_view last) {
  std::vector<Entry> entries = rotherham_case(id).entries;
  const auto end = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id.value == last; });
  if (end == entries.end()) throw std::runtime_error(id + " has no entry " + std::string(last));
  entries.erase(std::next(end), entries.end());
  return entries;
}

TEST(States, a_child_goes_from_the_strategy_discussion_to_a_plan_or_none_in_their_own_right) {
  EXPECT_EQ(state(until("S02", "p-amy"), "amy"), "known");
  EXPECT_EQ(state(until("S02", "sd-1"), "amy"), "enquiry");
  EXPECT_EQ(state(until("S02", "s47-1"), "amy"), "conference_due");
  EXPECT_EQ(state(until("S02", "c-initial"), "amy"), "conference_called");
  const std::vector<Entry> whole = rotherham_case("S02").entries;
  EXPECT_EQ(state(whole, "amy"), "child_in_need");
  EXPECT_EQ(state(whole, "ben"), "plan");
}

TEST(States, an_enquiry_that_finds_no_need_of_a_conference_ends_there) {
  std::vector<Entry> entries = until("S02", "s47-1");
  entries.back().answers.values()["outcome"] = "no_conference";
  EXPECT_EQ(state(std::move(entries), "amy"), "no_conference");
}

TEST(States, a_plan_goes_on_with_a_review_and_steps_down_with_consent_or_ends_without) {
  EXPECT_EQ(state(until("S14", "c-review"), "leo"), "plan");
  const std::vector<Entry> whole = rotherham_case("S14").entries;
  EXPECT_EQ(state(whole, "leo"), "child_in_need");
  EXPECT_EQ(state(whole, "mia"), "plan_ended");
}

}  // namespace
}  // namespace confer::examples
