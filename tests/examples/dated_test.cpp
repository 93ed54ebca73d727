// A worked case under a procedure that changes on some day: its conference is held by what is in force on its own day. The change is made up here; no text says so.
#include <gtest/gtest.h>

#include <fstream>

#include "catalogue/testing.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

/// Rotherham's procedure in which from a day on three other agencies are wanted, the agenda begins with another line, and a category is new.
Procedure changed_from(Date day) {
  auto files = for_tests::shipped_files();
  const std::string first = "id = \"" + rotherham().described().list("agenda").front().id + "\"\n", before = "in_force_to = " + day.plus_days(-1).iso() + "\n", from = "in_force_from = " + day.iso() + "\n";
  ProcedureFile& file = *std::find_if(files.begin(), files.end(), [](const ProcedureFile& one) { return one.path == "local/rotherham/conference.toml"; });
  const auto agenda = file.text.find("[[list.agenda]]\n" + first), quorum = file.text.find("[quorum]\n");
  if (agenda == std::string::npos || quorum == std::string::npos || agenda < quorum) throw std::runtime_error("Rotherham's quorum and agenda are not where they were");
  file.text.insert(agenda + 16, before);
  file.text.replace(quorum, 9, "[[quorum]]\n" + before);
  file.text += "\n[[list.agenda]]\n" + first + "title = \"Who is here, and why\"\nsource = \"rotherham\"\n" + from;
  file.text += "\n[[list.category]]\nid = \"new_harm\"\ntitle = \"A harm of its own\"\nsource = \"rotherham\"\n" + from;
  file.text += "\n[[quorum]]\nagency = \"childrens_social_care\"\nother_agencies = 3\nsource = \"rotherham\"\n" + from;
  auto described = load_procedure(files, "rotherham");
  if (!described) throw std::runtime_error(described.error().front().written());
  return Procedure::from(std::move(*described)).value();
}

const Date conference = Date::parse("2025-04-29").value();   // of the siblings

const Procedure& changed_on_the_day() {
  static const Procedure procedure = changed_from(conference);
  return procedure;
}

const Procedure& changed_the_day_after() {
  static const Procedure procedure = changed_from(conference.plus_days(1));
  return procedure;
}

/// What comes out otherwise than a case with the siblings' entries says, read and run as those beside a procedure are.
std::string otherwise(const std::string& says, const Procedure& procedure) {
  std::ostringstream entries;
  entries << std::ifstream(procedures_folder() / "local/rotherham/examples/S02.jsonl").rdbuf();
  std::vector<LoadError> errors;
  const auto read = read_case({"local/rotherham/examples/dated.toml", "case = \"dated\"\ntitle = \"A quorum that changed\"\n" + says}, entries.str(), errors);
  if (!read) throw std::runtime_error(errors.front().written());
  std::string all;
  for (const LoadError& one : differences(*read, procedure, HowMany::all)) all += one.written() + "\n";
  return all;
}

std::string quorum_is(const std::string& state) {
  return "quorum = [{ child = \"ben\", conference = \"c-initial\", state = \"" + state + "\", present = [\"childrens_social_care\", \"police\", \"school\"], missing = [] }]\n"
         "then = [{ rule = \"initial_conference\", about = [\"ben\"], as_at = 2025-04-08, state = \"due\", limit = 2025-04-30 }]\n";
}

TEST(Dated, a_worked_case_has_the_quorum_of_its_conference_s_day) {
  EXPECT_EQ(otherwise(quorum_is("quorate"), changed_the_day_after()), "");
  EXPECT_EQ(otherwise(quorum_is("chair_decides"), changed_on_the_day()), "");
  EXPECT_NE(otherwise(quorum_is("quorate"), changed_on_the_day()), "");
}

TEST(Dated, a_line_of_a_list_is_that_of_the_day) {
  const auto holds = [](const Procedure& procedure) {
    const auto lines = procedure.described().list_on("agenda", conference);
    return std::any_of(lines.begin(), lines.end(), [](const ListItem& item) { return item.title.en == "Who is here, and why"; });
  };
  EXPECT_TRUE(holds(changed_on_the_day()));
  EXPECT_FALSE(holds(changed_the_day_after()));
  EXPECT_EQ(changed_on_the_day().described().list_on("agenda", conference).size(), rotherham().described().list("agenda").size());
}

TEST(Dated, what_may_be_chosen_is_what_is_in_force_on_the_day_of_the_decision) {
  const auto& entries = rotherham_case("S02").entries;
  Entry decided = *std::find_if(entries.begin(), entries.end(), [](const Entry& one) { return one.type == "decision" && one.is_about(PersonId{"cai"}); });   // the chair went ahead for her
  const CaseFile before = file_before(rotherham_case("S02"), decided.id.value);
  decided.answers.values()["category"] = "new_harm";
  EXPECT_TRUE(decide(before, changed_on_the_day(), decided, london_day(decided.recorded)));
  const auto refused = decide(before, changed_the_day_after(), decided, london_day(decided.recorded));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().field, "category");
}

}  // namespace
}  // namespace confer::examples
