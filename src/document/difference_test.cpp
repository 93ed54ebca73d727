#include "document/difference.h"

#include <gtest/gtest.h>

namespace confer::document {
namespace {

using In = Difference::In;

Document copy(std::vector<Block> blocks) { return {.title = "Record", .blocks = std::move(blocks)}; }
List list(std::initializer_list<const char*> items) {
  List out;
  for (const char* item : items) out.items.push_back(paragraph(item));
  return out;
}

TEST(Difference, two_copies_that_say_the_same_differ_in_nothing) {
  const Document one = copy({Heading{1, "Who came"}, paragraph("Three people."), list({"A", "B"})});
  for (const Difference& each : differences(one, one)) EXPECT_EQ(each.in, In::both);
}

TEST(Difference, one_item_of_a_list_is_told_alone_and_under_its_heading) {
  const auto found = differences(copy({Heading{1, "What was said"}, list({"First", "Second", "Third"})}), copy({Heading{1, "What was said"}, list({"First", "Third"})}));
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[2], (Difference{In::left, {"What was said"}, {"Second"}}));
  EXPECT_EQ(found[3], (Difference{In::both, {"What was said"}, {"Third"}}));
}

TEST(Difference, a_section_that_only_one_copy_has_is_told_with_its_heading) {
  const auto found = differences(copy({Heading{1, "Amy"}, paragraph("About Amy.")}), copy({Heading{1, "Amy"}, paragraph("About Amy."), Heading{1, "Ben"}, Heading{2, "Worries"}, paragraph("About Ben.")}));
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[2], (Difference{In::right, {}, {"Ben"}}));
  EXPECT_EQ(found[3], (Difference{In::right, {"Ben"}, {"Worries"}}));
  EXPECT_EQ(found[4], (Difference{In::right, {"Ben", "Worries"}, {"About Ben."}}));
}

TEST(Difference, the_same_words_under_another_heading_are_not_the_same) {
  const auto found = differences(copy({Heading{1, "Amy"}, paragraph("She is safe.")}), copy({Heading{1, "Cai"}, paragraph("She is safe.")}));
  for (const Difference& each : found) EXPECT_NE(each.in, In::both);
}

TEST(Difference, a_row_that_lacks_a_column_is_another_row) {
  const Table whole{.header = {"Who", "In which parts"}, .rows = {{"Sam", "Open part"}}}, less{.header = {"Who"}, .rows = {{"Sam"}}};
  const auto found = differences(copy({whole}), copy({less}));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (Difference{In::left, {}, {"Who: Sam\nIn which parts: Open part"}}));
  EXPECT_EQ(found[1], (Difference{In::right, {}, {"Who: Sam"}}));
}

TEST(Difference, beyond_the_lines_that_are_compared_everything_is_told_as_different) {
  List many;
  for (std::size_t i = 0; i < most_compared_lines + 2; ++i) many.items.push_back(paragraph("Line " + std::to_string(i)));
  std::size_t both = 0, left = 0, right = 0;
  for (const Difference& each : differences(copy({many}), copy({many}))) (each.in == In::both ? both : each.in == In::left ? left : right) += each.lines.size();
  EXPECT_EQ(both, most_compared_lines);
  EXPECT_EQ(left, 2U);
  EXPECT_EQ(right, 2U);
}

TEST(Difference, an_empty_copy_has_nothing_and_the_other_everything) {
  const auto found = differences(copy({}), copy({paragraph("All of it.")}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].in, In::right);
  EXPECT_TRUE(differences(copy({}), copy({})).empty());
}

}  // namespace
}  // namespace confer::document
