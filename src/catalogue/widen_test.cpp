#include "catalogue/widen.h"

#include <gtest/gtest.h>

#include "catalogue/testing.h"

namespace confer {
namespace {

/// What is said when a procedure that extends Rotherham holds these lines; empty when it loads.
std::string errors(const std::string& says) {
  auto files = for_tests::shipped_files();
  files.push_back({"local/east/procedure.toml", "id = \"east\"\ntitle = \"East\"\nextends = \"rotherham\"\n"});
  files.push_back({"local/east/more.toml", says});
  const auto loaded = load_procedure(files, "east");
  std::string all;
  if (!loaded)
    for (const LoadError& one : loaded.error()) all += one.written() + "\n";
  return all;
}

bool tells(const std::string& all, std::string_view what) { return all.find(what) != std::string::npos; }

std::string line(const std::string& roles, const std::string& relation, const std::string& classes, const std::string& more = {}) {
  return "[[access]]\nid = \"east-line\"\nroles = [" + roles + "]\nrelation = \"" + relation + "\"\nclasses = [" + classes + "]\nsource = \"rotherham\"\nexamples = [\"S02\"]\n" + more;
}

constexpr const char* elder = "[[role]]\nid = \"elder\"\ntitle = \"Elder\"\nstanding = \"practitioner\"\n";
constexpr const char* uncle = "[[role]]\nid = \"uncle\"\ntitle = \"Uncle\"\nstanding = \"family\"\n";
constexpr const char* diary = "[[record]]\nid = \"diary\"\ntitle = \"Diary\"\nabout = \"children\"\nclass = \"diary\"\nmakers = [\"chair\"]\n";

TEST(Widening, a_father_is_not_shown_what_practitioners_said_by_a_line_of_his_authority) {
  const std::string all = errors(line("\"father\"", "parent_of", "\"professionals_part\", \"report\""));
  EXPECT_TRUE(tells(all, "local/east/more.toml:1: This line shows \"professionals_part\", \"report\", which the procedure that is extended describes, to \"father\"")) << all;
  EXPECT_TRUE(tells(all, "take the line out, or let it withhold with \"withholds = true\"")) << all;
}

TEST(Widening, a_line_that_withholds_may_always_be_added) {
  EXPECT_EQ(errors(line("\"father\", \"any\"", "any", "\"report\"", "withholds = true\n")), "");
}

TEST(Widening, everybody_is_no_role_of_ones_own) {
  EXPECT_TRUE(tells(errors(elder + line("\"elder\", \"any\"", "introduced", "\"report\"")), "to \"any\""));
  EXPECT_TRUE(tells(errors(elder + line("\"elder\", \"police_officer\"", "introduced", "\"report\"")), "to \"police_officer\""));
}

TEST(Widening, a_role_that_rotherham_brought_in_is_not_its_childs_to_open) {
  EXPECT_TRUE(tells(errors(line("\"practice_standards_group\"", "introduced", "\"report\"")), "to \"practice_standards_group\""));
}

TEST(Widening, a_practitioner_role_of_ones_own_is_opened_by_what_they_are_to_the_child_and_not_to_every_file) {
  EXPECT_EQ(errors(elder + line("\"elder\"", "introduced", "\"file\", \"identity\"")), "");
  EXPECT_TRUE(tells(errors(elder + line("\"elder\"", "any", "\"file\", \"identity\"")), "Name the relation that they must have."));
}

TEST(Widening, a_family_role_of_ones_own_is_shown_nothing_of_what_was_there) {
  EXPECT_TRUE(tells(errors(uncle + line("\"uncle\"", "introduced", "\"professionals_part\"")), "What family sees of it is for that procedure to say."));
  EXPECT_TRUE(tells(errors("[[role]]\nid = \"uncle\"\ntitle = \"Uncle\"\nstanding = \"familly\"\n"), "\"standing\" must be one of \"staff\", \"practitioner\", \"family\"."));
}

TEST(Widening, what_a_procedure_brought_in_itself_it_may_open_to_whom_it_likes) {
  EXPECT_EQ(errors(diary + line("\"father\", \"any\"", "any", "\"diary\"")), "");
  EXPECT_TRUE(tells(errors(diary + line("\"father\"", "parent_of", "\"diary\", \"report\"")), "This line shows \"report\", which"));
}

TEST(Widening, a_part_that_words_can_be_given_to_is_inherited_though_no_line_speaks_of_it) {
  EXPECT_TRUE(classes_borne(for_tests::shipped("rotherham")).contains("professionals_part"));
}

}  // namespace
}  // namespace confer
