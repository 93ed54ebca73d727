#include "desk/acts_due.h"

#include <gtest/gtest.h>

#include "casefile/testing.h"

namespace confer {
namespace {

using for_tests::day;

const Described& rotherham() {
  static const Described read = for_tests::shipped("rotherham");
  return read;
}

/// A first review that one conference's decision of 30 July made due for one child, planned by that decision.
ShownObligation first_review(std::string_view child, std::string_view planned_on) {
  ShownObligation out;
  out.rule = "first_review";
  out.about = {PersonId{std::string(child)}};
  out.conference = EntryId{"conference"};
  out.anchor = out.planned_by = EntryId{"decision-" + std::string(child)};
  out.limit = day("2026-10-30");
  out.planned_on = day(planned_on);
  out.state = "due";
  out.why = "3 months after the decision of 30 July.";
  return out;
}

FileView decided(std::vector<ShownObligation> obligations, std::string_view other_conference = "conference") {
  FileView view;
  for (const ShownObligation& one : obligations) {
    ShownEntry decision{one.planned_by, one.planned_by, "decision"};
    decision.answers["conference"] = view.entries.empty() ? std::string_view("conference") : other_conference;
    view.entries.push_back(std::move(decision));
  }
  view.obligations = std::move(obligations);
  return view;
}

TEST(ActsDue, a_review_of_two_children_whom_one_conference_decided_for_is_one_act) {
  const auto acts = acts_due(decided({first_review("amy", "2026-10-16"), first_review("ben", "2026-10-16")}), rotherham());
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(acts.front().about, (std::vector{PersonId{"amy"}, PersonId{"ben"}}));
}

TEST(ActsDue, reviews_set_for_two_days_are_two_acts) {
  EXPECT_EQ(acts_due(decided({first_review("amy", "2026-10-16"), first_review("ben", "2026-10-19")}), rotherham()).size(), 2U);
}

TEST(ActsDue, reviews_that_two_conferences_set_for_one_day_are_two_acts) {
  EXPECT_EQ(acts_due(decided({first_review("amy", "2026-10-16"), first_review("ben", "2026-10-16")}, "another"), rotherham()).size(), 2U);
}

TEST(ActsDue, what_is_met_or_concerns_nobody_is_no_act) {
  ShownObligation met = first_review("amy", "2026-10-16"), of_nobody = first_review("ben", "2026-10-16");
  met.state = "met";
  of_nobody.about.clear();
  EXPECT_TRUE(acts_due(decided({met, of_nobody}), rotherham()).empty());
}

TEST(ActsDue, what_may_be_done_and_has_no_day_is_no_reminder) {
  ShownObligation offer = first_review("amy", "2026-10-16");
  offer.rule = "exclusion_requests";
  offer.state = "open";
  offer.limit.reset();
  EXPECT_TRUE(acts_due(decided({offer}), rotherham()).empty());
}

}  // namespace
}  // namespace confer
