// Who sees what: every cell of the worked cases' viewer tables, held against the views that access makes.
#include <gtest/gtest.h>

#include "access/make_view.h"
#include "case_reader.h"

namespace confer::examples {
namespace {

bool shows_answer(const FileView& view, const std::string& entry_and_question) {
  const auto dot = entry_and_question.find('.');
  const ShownEntry* entry = view.entry(entry_and_question.substr(0, dot));
  return entry && entry->answers.contains(entry_and_question.substr(dot + 1));
}

void hold_cells(const std::string& id) {
  const WorkedCase read = read_case(rotherham_cases(), id);
  const CaseFile file = CaseFile::fold(read.entries);
  ASSERT_FALSE(read.sees.empty());
  for (const Sees& cell : read.sees) {
    SCOPED_TRACE(id + ": " + cell.cell + ", seen by " + cell.reader + " as " + cell.role);
    const FileView seen = view(file, rotherham(), {PersonId{cell.reader}, cell.role}, Date::parse("2026-06-01").value());
    for (const std::string& item : cell.items) EXPECT_TRUE(seen.entry(item)) << item << " should be shown";
    for (const std::string& item : cell.hidden) EXPECT_FALSE(seen.entry(item)) << item << " should be withheld";
    for (const std::string& answer : cell.answers) EXPECT_TRUE(shows_answer(seen, answer)) << answer << " should be shown";
    for (const std::string& answer : cell.hidden_answers) EXPECT_FALSE(shows_answer(seen, answer)) << answer << " should be withheld";
  }
}

TEST(WhoSeesWhat, siblings_with_two_fathers) { hold_cells("S02"); }
TEST(WhoSeesWhat, a_chair_overrides_the_majority) { hold_cells("S04"); }
TEST(WhoSeesWhat, a_refuge_is_kept_from_the_father) { hold_cells("S07"); }
TEST(WhoSeesWhat, a_plan_ends) { hold_cells("S14"); }

}  // namespace
}  // namespace confer::examples
