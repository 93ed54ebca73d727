// Each list of each procedure, line by line, its quorum, and whose duty each time limit is, as the examples beside it say: nobody takes a line out unseen.
#include <gtest/gtest.h>

#include <set>

#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

TEST(Lists, each_its_lines_each_quorum_and_each_duty_is_as_its_example_says) {
  std::size_t lists = 0, duties = 0, quorums = 0;
  std::vector<LoadError> wrong;
  for (const Folder& folder : every_folder()) {
    const FolderExample said = read_folder_example(shipped_examples().files, folder, wrong);
    for (const LoadError& error : differences(said, described_by(folder, holder_of(folder)), folder)) ADD_FAILURE() << error.written();
    lists += said.lists.size(), duties += said.owes.size(), quorums += said.quorum.size();
  }
  for (const LoadError& error : wrong) ADD_FAILURE() << error.written();
  EXPECT_GE(lists, 90U);
  EXPECT_GE(duties, 20U);
  EXPECT_GE(quorums, 1U);
}

/// Lists that a page of its own shows; every other list stands on a form.
const std::set<std::string> on_pages_of_their_own = {"agenda", "board", "family_writes", "invitation", "outcome", "override", "part", "standing"};

TEST(Lists, each_is_shown_on_a_form_or_a_page) {
  std::set<std::string> shown = on_pages_of_their_own;
  std::set<std::string> lists;
  for (const Folder& folder : every_folder()) {
    const Described& procedure = holder_of(folder);
    for (const auto& [name, items] : procedure.lists) lists.insert(name);
    for (const RecordType& type : procedure.records) {
      for (const Prompt& prompt : type.prompts) shown.insert(prompt.list);
      for (const Question& question : type.questions) shown.insert(question.choices_from);
    }
  }
  for (const std::string& name : lists) EXPECT_TRUE(shown.contains(name)) << "Nobody ever meets the list " << name << ". Name it in the \"prompts\" of a record.";
}

TEST(Lists, a_form_prompts_with_none_that_no_procedure_has) {
  std::set<std::string> lists;
  for (const Folder& folder : every_folder())
    for (const auto& [name, items] : holder_of(folder).lists) lists.insert(name);
  for (const Folder& folder : every_folder())
    for (const RecordType& type : holder_of(folder).records)
      for (const Prompt& prompt : type.prompts) EXPECT_TRUE(lists.contains(prompt.list)) << type.id << " prompts with " << prompt.list;
}

}  // namespace
}  // namespace confer::examples
