// What names a worked case is shown by it, and what a case names stands where it says. Each is tried on a copy of what is shipped, with one thing wrong.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "desk/check_procedures.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

namespace fs = std::filesystem;

/// A copy of the shipped procedures for one test.
class CheckedCopy : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::copy(procedures_folder(), folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void put(const std::string& path, const std::string& text) {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << text;
  }
  [[nodiscard]] std::string text(const std::string& path) const {
    std::ostringstream out;
    out << std::ifstream(folder_ / path, std::ios::binary).rdbuf();
    return std::move(out).str();
  }
  /// Puts one text in place of another, which must be there.
  void change(const std::string& path, const std::string& was, const std::string& is) {
    std::string whole = text(path);
    const auto at = whole.find(was);
    ASSERT_NE(at, std::string::npos) << path << " does not hold " << was;
    put(path, whole.replace(at, was.size(), is));
  }
  /// What is found of the copy, one a line.
  [[nodiscard]] std::string found() const {
    std::string out;
    for (const LoadError& error : check_procedures(folder_).errors) out += error.written() + "\n";
    return out;
  }
  void finds(std::string_view place, std::string_view words) const {
    const std::string all = found();
    EXPECT_NE(all.find(place), std::string::npos) << all;
    EXPECT_NE(all.find(words), std::string::npos) << all;
  }

  const fs::path folder_ = fs::path(::testing::TempDir()) / ("confer-checked-" + std::to_string(getpid()));
  const std::string sussex_ = "local/sussex/", case_ = "local/sussex/examples/sussex-numbers";
};

TEST_F(CheckedCopy, as_it_is_shipped_everything_comes_out) {
  const CheckedProcedures all = check_procedures(folder_);
  EXPECT_EQ(found(), "");
  EXPECT_GE(all.procedures, 16U);
  EXPECT_GE(all.cases, 45U);
  EXPECT_GE(all.lines, 700U);
}

/// One thing changed in one file of the copy, and what is told of it.
struct OneChange {
  const char* name;
  std::string path, was, is;
  std::string place, words;
};

const std::string sussex = "local/sussex/", the_case = "local/sussex/examples/sussex-numbers";

const std::vector<OneChange> one_change = {
    {"a_wrong_date_is_told_with_its_line_what_was_expected_and_what_came_out", the_case + ".toml", "state = \"due\", limit = 2024-05-14", "state = \"due\", limit = 1999-05-20",
     the_case + ".toml:11: decision_letter as at 2024-05-13: the limit should be 1999-05-20 and is 2024-05-14.", "Confer's reason: 1 working day after"},
    {"a_wrong_number_in_the_procedure_is_told_by_its_case", sussex + "time_limits.toml", "limit = \"1 working day\"", "limit = \"2 working days\"",
     the_case + ".toml:11:", "the limit should be 2024-05-14 and is 2024-05-15"},
    {"a_worked_case_that_is_not_there_is_told_where_it_is_named", sussex + "time_limits.toml", "examples = [\"sussex-numbers\", \"put-off-for-one\"]", "examples = [\"S99\"]",
     sussex + "time_limits.toml:3: \"exclusion_requests\" names the worked case \"S99\", and there is none of that name that can be read.", "does not name this case. Add \"sussex-numbers\" to its \"examples\"."},
    {"a_worked_case_that_says_nothing_of_the_limit", sussex + "time_limits.toml", "examples = [\"sussex-numbers\", \"put-off-for-one\"]", "examples = [\"sussex-postponed\", \"sussex-numbers\", \"put-off-for-one\"]",
     sussex + "time_limits.toml:3:", "names the worked case \"sussex-postponed\", which does not say when it is due"},
    {"a_line_taken_out_of_a_list", sussex + "conference.toml", "{ id = \"unborn\"", "# { id = \"unborn\"",
     sussex + "examples/lists.toml:4: For the list convening, unborn, not_quorate, sound is expected, and " + sussex + "conference.toml:", "has not_quorate, sound."},
    {"an_entry_put_instead_of_one_that_is_not_there", the_case + ".toml", "then = [", "instead = [{ of = \"ghost\", refused = \"x\" }]\nthen = [",
     the_case + ".toml:6: The case has no entry \"ghost\"", ""},
};

class OneThingWrong : public CheckedCopy, public ::testing::WithParamInterface<OneChange> {};

TEST_P(OneThingWrong, is_told) {
  change(GetParam().path, GetParam().was, GetParam().is);
  finds(GetParam().place, GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Worked, OneThingWrong, ::testing::ValuesIn(one_change), [](const auto& row) { return std::string(row.param.name); });

TEST_F(CheckedCopy, an_invented_rule_is_told) {
  change(case_ + ".toml", "rule = \"decision_letter\"", "rule = \"decision_lettre\"");
  finds(case_ + ".toml:11: There is no time limit \"decision_lettre\" in the procedure \"sussex\".", "nothing of this rule is due");
  change(case_ + ".toml", "then = [", "never = [{ rule = \"ghost\", about = [\"finn\"], as_at = 2024-05-13 }]\nthen = [");
  finds(case_ + ".toml:6:", "There is no time limit \"ghost\"");
}

TEST_F(CheckedCopy, a_new_authority_without_a_case_is_told) {
  put("local/dunmere/procedure.toml", "id = \"dunmere\"\ntitle = \"Dunmere\"\nextends = \"england\"\n");
  put("local/dunmere/sources.toml", "[[source]]\nid = \"dunmere\"\ntitle = \"Dunmere's own chapter\"\n");
  put("local/dunmere/time_limits.toml", "[[time_limit]]\nid = \"letter\"\nwhat = \"Letter\"\nlimit = \"1 day\"\nfrom = { record = \"decision\" }\nmet_by = [{ record = \"copy_sent\" }]\nowner = \"chair\"\nsource = \"dunmere\"\nexamples = [\"first\"]\n");
  finds("local/dunmere/time_limits.toml:1: \"letter\" names the worked case \"first\", and there is none of that name that can be read. Write local/dunmere/examples/first.toml and first.jsonl",
        "local/dunmere/time_limits.toml:1: No example names the time limits owed by the role chair: letter. Write it into local/dunmere/examples/lists.toml.");
}

TEST_F(CheckedCopy, an_addition_that_changes_a_date_needs_a_case_of_its_own) {
  put(sussex_ + "more.toml", "[[adds]]\nto = \"initial_conference\"\nstrict = \"10 working days\"\nsource = \"sussex\"\n");
  finds(sussex_ + "more.toml:1: This changes when \"initial_conference\" is due, and no worked case shows it.", "");
  put(sussex_ + "more.toml", "[[adds]]\nto = \"initial_conference\"\nstrict = \"10 working days\"\nsource = \"sussex\"\nexamples = [\"S01\"]\n");
  finds(sussex_ + "more.toml:1: \"initial_conference\" names the worked case \"S01\", and there is none of that name that can be read.", "");
}

TEST_F(CheckedCopy, a_way_that_quorum_can_go_and_that_no_case_shows_is_told) {
  for (const auto& file : fs::directory_iterator(folder_ / "local/rotherham/examples")) {
    const std::string path = fs::relative(file.path(), folder_).generic_string(), shown = "state = \"proceeds\"";
    while (text(path).find(shown) != std::string::npos) change(path, shown, "state = \"quorate\"");
  }
  finds("local/rotherham/conference.toml:4: No worked case shows this quorum going the way \"proceeds\".", "the quorum should be quorate and is proceeds");
}

TEST_F(CheckedCopy, who_is_shown_what_they_should_not_be_is_told) {
  change("local/rotherham/examples/S02.toml", "cell = \"Cai section\", shown = \"N\", items = [], hidden = [\"s-cai-open-1\"", "cell = \"Cai section\", shown = \"N\", items = [\"s-cai-open-1\"], hidden = [\"ghost\"");
  finds("local/rotherham/examples/S02.toml:", "s-cai-open-1 should be shown and is withheld.");
  finds("local/rotherham/examples/S02.toml:", "the case has no entry \"ghost\"");
}

TEST_F(CheckedCopy, an_entry_that_is_not_taken_is_told_with_its_line) {
  change(case_ + ".jsonl", "\"type\": \"decision\"", "\"type\": \"decisoin\"");
  finds(case_ + ".jsonl:", "this is refused: ");
  put(case_ + ".jsonl", "{\"id\":\"e1\"\n");
  finds(case_ + ".jsonl:1: ", "");
  put(case_ + ".jsonl", "");
  finds(case_ + ".jsonl:1: A worked case begins with its family file", "");
}

TEST_F(CheckedCopy, a_case_of_more_entries_than_can_be_read_is_told) {
  const std::string whole = text(case_ + ".jsonl");
  std::string more = whole;
  for (std::size_t i = 0; i < most_case_entries; ++i) more += fmt::format("{{\"id\":\"more-{}\",\"type\":\"statement\",\"recorded\":\"2025-05-01T10:00:00Z\",\"by\":\"x\",\"role\":\"chair\"}}\n", i);
  put(case_ + ".jsonl", more);
  finds(case_ + ".jsonl:1: This worked case has ", "at most 200 can be read by a person");
  put(case_ + ".jsonl", whole + std::string(largest_case_file, '\n'));
  finds(case_ + ".jsonl:1: This file is larger than ", "");
}

TEST_F(CheckedCopy, half_a_case_is_told) {
  fs::remove(folder_ / (case_ + ".jsonl"));
  finds(case_ + ".jsonl:1: This file is missing", "");
  put(sussex_ + "examples/alone.jsonl", "");
  finds(sussex_ + "examples/alone.jsonl:1: Nothing says what should follow from these entries.", "");
}

TEST_F(CheckedCopy, a_case_under_another_authoritys_procedure_is_told) {
  change(case_ + ".jsonl", "\"procedure\": \"sussex\"", "\"procedure\": \"rotherham\"");
  finds(case_ + ".jsonl:1: This family is held under the procedure \"rotherham\", and lies among the examples of \"sussex\".", "");
  change(case_ + ".jsonl", "\"procedure\": \"rotherham\"", "\"procedure\": \"atlantis\"");
  finds(case_ + ".jsonl:1: This family is held under the procedure \"atlantis\", and there is none of that name.", "");
}

TEST_F(CheckedCopy, what_is_mistyped_in_a_case_is_told) {
  change(case_ + ".toml", "limit = 2024-05-08", "limt = 2024-05-08");
  finds(case_ + ".toml:7: \"limt\" is not known here.", "");
  put(case_ + ".toml", "case = \"other\"\ntitle = \"x\"\n");
  finds(case_ + ".toml:1: The case calls itself \"other\"", "This case says of nothing when it is due.");
  put(case_ + ".toml", "case = ");
  finds(case_ + ".toml:1: This line is not written as TOML", "");
}

TEST_F(CheckedCopy, a_wrong_count_of_days_is_told) {
  change("england/examples/calendar.toml", "{ from = 2025-03-01, period = \"15 working days\", limit = 2025-03-21 }", "{ from = 2025-03-01, period = \"15 working days\", limit = 2025-03-24 }");
  change("england_and_wales/bank_holidays.toml", "2025-12-26", "2025-12-27");
  finds("england/examples/calendar.toml:4: This should end on 2025-03-24 and ends on 2025-03-21.", "england/examples/published_bank_holidays.toml:1: The bank holidays are not those that were published: where 2025-12-26 was");
}

}  // namespace
}  // namespace confer::examples
