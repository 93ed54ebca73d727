// Each list of each procedure, line by line, and its quorum, as the worked examples beside it say: nobody takes a line out unseen.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "case_reader.h"

namespace confer::examples {
namespace {

namespace fs = std::filesystem;

/// Every folder with a procedure of its own, with a procedure that is worked by and holds what the folder describes.
std::vector<std::pair<std::string, const Described*>> folders() {
  static ProcedureShelf shelf(read_procedure_files(procedures_folder()));
  std::vector<std::pair<std::string, const Described*>> out;
  for (const auto& file : fs::recursive_directory_iterator(procedures_folder())) {
    if (file.path().filename() != "procedure.toml") continue;
    const std::string id = toml::parse_file(file.path().string())["id"].value_or(std::string{});
    for (const std::string& name : shelf.ids()) {
      const Described& one = (*shelf.take(name))->described();
      if (one.id != id && std::find(one.extends.begin(), one.extends.end(), id) == one.extends.end()) continue;
      out.emplace_back(file.path().parent_path().lexically_relative(procedures_folder()).generic_string() + "/", &one);
      break;
    }
  }
  return out;
}

/// The ids that a folder itself puts on each list.
std::map<std::string, std::vector<std::string>> described(const std::string& folder, const Described& procedure) {
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& [name, items] : procedure.lists)
    for (const ListItem& item : items)
      if (item.place.file.starts_with(folder)) out[name].push_back(item.id);
  return out;
}

struct ListExpected {
  std::string name;
  std::vector<std::string> holds;
};

ListExpected read_list(Row& row) { return {row.text("name"), row.texts("holds")}; }

TEST(Lists, each_holds_what_its_example_says_line_by_line) {
  std::size_t held = 0;
  for (const auto& [folder, procedure] : folders()) {
    const fs::path file = procedures_folder() / folder / "examples/lists.toml";
    std::map<std::string, std::vector<std::string>> expected;
    if (fs::exists(file))
      for (ListExpected& one : rows(toml::parse_file(file.string()), "list", file.string(), read_list)) expected[one.name] = std::move(one.holds);
    EXPECT_EQ(described(folder, *procedure), expected) << folder << "examples/lists.toml";
    held += expected.size();
  }
  EXPECT_GE(held, 90U);
}

TEST(Lists, each_quorum_is_the_one_its_example_names) {
  std::size_t held = 0;
  for (const auto& [folder, procedure] : folders()) {
    const fs::path file = procedures_folder() / folder / "examples/lists.toml";
    if (!procedure->quorum || !procedure->quorum->place.file.starts_with(folder)) continue;
    const toml::table table = toml::parse_file(file.string());
    EXPECT_EQ(procedure->quorum->agency, table["quorum"]["agency"].value_or(std::string{})) << folder;
    EXPECT_EQ(procedure->quorum->other_agencies, table["quorum"]["other_agencies"].value_or(-1)) << folder;
    ++held;
  }
  EXPECT_GE(held, 1U);
}

/// Lists that a page of its own shows; every other list stands on a form.
const std::set<std::string> on_pages_of_their_own = {"agenda", "board", "family_writes", "invitation", "outcome", "override", "part", "standing"};

TEST(Lists, each_is_shown_on_a_form_or_a_page) {
  std::set<std::string> shown = on_pages_of_their_own;
  std::set<std::string> lists;
  for (const auto& [folder, procedure] : folders()) {
    for (const auto& [name, items] : procedure->lists) lists.insert(name);
    for (const RecordType& type : procedure->records) {
      for (const Prompt& prompt : type.prompts) shown.insert(prompt.list);
      for (const Question& question : type.questions) shown.insert(question.choices_from);
    }
  }
  for (const std::string& name : lists) EXPECT_TRUE(shown.contains(name)) << "Nobody ever meets the list " << name << ". Name it in the \"prompts\" of a record.";
}

TEST(Lists, a_form_prompts_with_none_that_no_procedure_has) {
  std::set<std::string> lists;
  for (const auto& [folder, procedure] : folders())
    for (const auto& [name, items] : procedure->lists) lists.insert(name);
  for (const auto& [folder, procedure] : folders())
    for (const RecordType& type : procedure->records)
      for (const Prompt& prompt : type.prompts) EXPECT_TRUE(lists.contains(prompt.list)) << type.id << " prompts with " << prompt.list;
}

}  // namespace
}  // namespace confer::examples
