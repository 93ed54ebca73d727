#include "base/near_name.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

const std::vector<std::string> known = {"parent_of", "parent_of_any", "plan", "decision", "core_group"};

TEST(NearName, finds_what_was_meant_by_a_letter_swapped_left_out_put_in_or_changed) {
  EXPECT_EQ(nearest_name("core_gruop", known), "core_group");
  EXPECT_EQ(nearest_name("decison", known), "decision");
  EXPECT_EQ(nearest_name("plann", known), "plan");
  EXPECT_EQ(nearest_name("parent_or", known), "parent_of");
  EXPECT_EQ(nearest_name("plam", known), "plan");
}

TEST(NearName, says_nothing_where_nothing_is_near) {
  EXPECT_EQ(nearest_name("friend_of", known), "");
  EXPECT_EQ(nearest_name("", known), "");
  EXPECT_EQ(nearest_name("plan", {}), "");
}

TEST(NearName, compares_no_name_beyond_its_limit) {
  const std::string longest(longest_near_name, 'x'), longer(longest_near_name + 1, 'x');
  EXPECT_EQ(nearest_name(longest, {longest}), longest);
  EXPECT_EQ(nearest_name(longer, {longer}), "");
  EXPECT_EQ(nearest_name(longest, {longer}), "");
}

TEST(NearName, asks_whether_it_was_meant) {
  EXPECT_EQ(did_you_mean("plam", known), " Did you mean \"plan\"?");
  EXPECT_EQ(did_you_mean("friend_of", known), "");
}

}  // namespace
}  // namespace confer
