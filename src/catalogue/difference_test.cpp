#include "catalogue/difference.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/testing.h"

namespace confer {
namespace {

using for_tests::shipped;

const Difference* of(const std::vector<Difference>& all, std::string_view id, std::string_view what) {
  for (const Difference& one : all)
    if (one.id == id && one.what == what) return &one;
  return nullptr;
}

TEST(Differences, a_procedure_does_not_differ_from_itself) { EXPECT_TRUE(differences(shipped("rotherham"), shipped("rotherham")).empty()); }

TEST(Differences, what_only_one_has_stands_on_its_side_alone) {
  const auto all = differences(shipped("england"), shipped("rotherham"));
  const Difference* added = of(all, "reports_to_unit", "stands");
  ASSERT_NE(added, nullptr);
  EXPECT_EQ(added->left, "");
  EXPECT_EQ(added->right, "Agencies' reports to the Safeguarding Unit: 2 days before");
  EXPECT_EQ(added->right_place.file, "local/rotherham/time_limits.toml");
  const auto back = differences(shipped("rotherham"), shipped("england"));
  EXPECT_EQ(back.size(), all.size());
  EXPECT_EQ(of(back, "reports_to_unit", "stands")->left, added->right);
}

TEST(Differences, a_change_is_told_by_its_part_with_both_values_and_places) {
  const auto all = differences(shipped("england"), shipped("rotherham"));
  const Difference* departure = of(all, "initial_conference", "departure_by");
  ASSERT_NE(departure, nullptr);
  EXPECT_EQ(departure->left, "");
  EXPECT_EQ(departure->right, "safeguarding_unit_manager");
  EXPECT_NE(of(all, "initial_conference", "departs_from"), nullptr);
  EXPECT_NE(of(all, "first_review", "becomes")->right.find("on birth: 1 month, if earlier"), std::string::npos);
  EXPECT_NE(of(all, "quorum", "agencies"), nullptr);
}

TEST(Differences, each_kind_of_thing_is_compared) {
  const Described was = shipped("rotherham");
  const auto limit_of = [](Described& is) -> TimeLimit& { return *std::find_if(is.time_limits.begin(), is.time_limits.end(), [](const TimeLimit& one) { return one.id == "initial_conference"; }); };
  const auto changed = [&](auto change) {
    Described is = shipped("rotherham");
    change(is);
    const auto all = differences(was, is);
    return all.size() == 1 ? all.front().kind + " " + all.front().what : std::to_string(all.size());
  };
  EXPECT_EQ(changed([&](Described& is) { limit_of(is).limit->count = 20; }), "time limit limit");
  EXPECT_EQ(changed([&](Described& is) { limit_of(is).anchors.front().record = "birth"; }), "time limit from");
  EXPECT_EQ(changed([&](Described& is) { limit_of(is).reference_for = ChildGroup::born; }), "time limit reference_for");
  EXPECT_EQ(changed([&](Described& is) { limit_of(is).over_age = 8; }), "time limit over_age");
  const auto reports = [](Described& is, const char* id) -> Selector& { return std::find_if(is.time_limits.begin(), is.time_limits.end(), [&](const TimeLimit& one) { return one.id == id; })->met_by.front(); };
  EXPECT_EQ(changed([&](Described& is) { reports(is, "reports_to_unit").also_by.clear(); }), "time limit met_by");
  EXPECT_EQ(changed([&](Described& is) { reports(is, "reports_to_family").through.clear(); }), "time limit met_by");
  EXPECT_EQ(changed([](Described& is) { is.quorums.back().other_agencies = 1; }), "quorum agencies");
  EXPECT_EQ(changed([](Described& is) { is.lists["category"][0].title.en = "Other"; }), "list title");
  EXPECT_EQ(changed([](Described& is) { is.roles[0].standing = "family"; }), "role standing");
  EXPECT_EQ(changed([](Described& is) { is.records[0].makers.clear(); }), "record makers");
  EXPECT_EQ(changed([](Described& is) { is.access[0].withholds = true; }), "access withholds");
  EXPECT_EQ(changed([](Described& is) { is.documents[0].needs_release = !is.documents[0].needs_release; }), "document needs_release");
  EXPECT_EQ(changed([](Described& is) { is.words["plan"].en = "register"; }), "words en");
  EXPECT_EQ(changed([](Described& is) { is.holidays->id = "scotland"; }), "bank holidays list");
}

TEST(Differences, what_a_procedure_further_on_set_is_told_at_its_own_place) {
  const auto all = differences(shipped("england"), shipped("rotherham"));
  const auto set = std::find_if(all.begin(), all.end(), [](const Difference& one) { return one.id == "initial_conference" && one.what == "departure_by"; });
  ASSERT_NE(set, all.end());
  EXPECT_EQ(set->left_place.file, "england/time_limits.toml");
  EXPECT_EQ(set->right_place.file, "local/rotherham/time_limits.toml");
}

TEST(Differences, a_second_edition_of_a_rule_is_told_as_one_of_its_own) {
  Described is = shipped("rotherham");
  TimeLimit later = is.time_limits[0];
  later.in_force_from = Date::last();
  is.time_limits.push_back(later);
  const auto all = differences(shipped("rotherham"), is);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().what, "stands");
}

}  // namespace
}  // namespace confer
