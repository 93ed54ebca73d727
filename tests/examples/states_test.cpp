// Where each child is in the process, entry by entry of the worked cases, in the words of the file's pages.
#include <gtest/gtest.h>

#include "access/make_view.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

/// A child's state once these entries are on file, as the unit's administrator sees it.
std::string state(std::vector<Entry> entries, const char* child, const char* as_at = "2026-06-01", const Reader& reader = {PersonId{"adm1"}, "conference_administrator"}) {
  const FileView seen = view(CaseFile::fold(std::move(entries)), rotherham(), reader, Date::parse(as_at).value());
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
  EXPECT_EQ(state(until("S02", "c-initial"), "amy", "2025-04-29"), "conference_called") << "today's is still called";
  EXPECT_EQ(state(until("S02", "c-initial"), "amy", "2025-04-30"), "conference_past");
  const std::vector<Entry> whole = rotherham_case("S02").entries;
  EXPECT_EQ(state(whole, "amy"), "child_in_need");
  EXPECT_EQ(state(whole, "ben"), "plan");
}

TEST(States, whoever_is_shown_no_decision_is_told_only_that_the_day_has_passed) {
  std::vector<Entry> entries = rotherham_case("S02").entries;
  std::erase_if(entries, [](const Entry& entry) { return entry.type == "attendance" || entry.type == "decision" || entry.type == "review"; });
  EXPECT_EQ(state(entries, "amy", "2025-06-01"), "conference_past");
  EXPECT_EQ(state(entries, "amy", "2025-06-01", {PersonId{"mr_x"}, "father"}), "conference_past") << "the same as where there is none";
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
