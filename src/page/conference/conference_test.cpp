#include "page/conference/conference.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

std::string titles(const std::vector<ListItem>& items) {
  std::string out;
  for (const ListItem& item : items) out += (out.empty() ? "" : ", ") + item.title.en;
  return out;
}

/// A list that changed at the turn of the year: one line reads otherwise, one is gone.
Described changed() {
  Described out;
  ListItem old{.id = "worries", .title = {"Concerns", {}}, .in_force_to = day("2024-12-31")}, anew{.id = "worries", .title = {"Worries", {}}, .in_force_from = day("2025-01-01")};
  ListItem gone{.id = "scale", .title = {"On a scale", {}}, .in_force_to = day("2024-12-31")}, always{.id = "wishes", .title = {"Wishes", {}}};
  out.lists["board"] = {old, gone, anew, always};
  return out;
}

OnConference on(const Described& procedure, const ShownEntry& called) { return {{}, &procedure, &called}; }

TEST(OnConference, its_lists_are_those_of_its_own_day) {
  const Described procedure = changed();
  const ShownEntry before{.id = {"c1"}, .root = {"c1"}, .type = "conference", .answers = {{"starts", "2024-12-31T10:00:00Z"}}};
  const ShownEntry after{.id = {"c2"}, .root = {"c2"}, .type = "conference", .answers = {{"starts", "2025-01-01T10:00:00Z"}}};
  EXPECT_EQ(titles(on(procedure, before).list("board")), "Concerns, On a scale, Wishes");
  EXPECT_EQ(titles(on(procedure, after).list("board")), "Worries, Wishes");
}

TEST(OnConference, what_was_written_under_a_heading_of_another_day_keeps_its_place_behind_the_others) {
  const Described procedure = changed();
  const ShownEntry after{.id = {"c2"}, .root = {"c2"}, .type = "conference", .answers = {{"starts", "2025-01-01T10:00:00Z"}}};
  EXPECT_EQ(titles(on(procedure, after).headings()), "Worries, Wishes, On a scale");
}

}  // namespace
}  // namespace confer
