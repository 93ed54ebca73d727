// Whether the worked cases and the examples would notice, were any one value changed that decides what is due, when, for whom and by whom: in every file
// of every procedure. The figures are written as a table to build/mutations.md; tests/mutations/run takes them over into docs/mutations.md.
#include <gtest/gtest.h>

#include <map>

#include "base/testing.h"
#include "mutants.h"
#include "notice.h"

namespace confer::mutations {
namespace {

using for_tests::shipped_files;

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t each_so_many = 40;   // under the sanitizers a part will do
#else
constexpr std::size_t each_so_many = 1;
#endif
constexpr double wanted = each_so_many == 1 ? 0.98 : 0.90;   // of a part, one survivor weighs more

bool is_example(const ProcedureFile& file) { return file.path.find("/examples/") != std::string::npos; }

/// What became of one file's mutants.
struct Tried {
  std::size_t all = 0, tried = 0, caught = 0;
  std::vector<std::string> survivors = {};

  double share() const { return tried == 0 ? 1.0 : static_cast<double>(caught) / static_cast<double>(tried); }
};

Tried operator+(Tried left, const Tried& right) {
  left.all += right.all, left.tried += right.tried, left.caught += right.caught;
  left.survivors.insert(left.survivors.end(), right.survivors.begin(), right.survivors.end());
  return left;
}

/// Tries each mutant of a file whose turn it is.
Tried tried(const ProcedureFile& file, std::size_t& turn) {
  Tried out;
  auto files = shipped_files();
  std::erase_if(files, is_example);
  for (const Mutant& mutant : Maker(file).all()) {
    ++out.all;
    if (turn++ % each_so_many != 0) continue;
    for (ProcedureFile& one : files)
      if (one.path == mutant.path) one.text = mutant.text;
    ++out.tried;
    if (!noticed(files, mutant.path).empty()) ++out.caught;
    else out.survivors.push_back(fmt::format("{}:{}: {}: {}", mutant.path, mutant.line, mutant.was, mutant.is));
  }
  return out;
}

std::string row(std::string_view what, const Tried& of) { return fmt::format("| {} | {} | {} | {:.1f} % |\n", what, of.all, of.caught, 100 * of.share()); }

std::string page(const std::map<std::string, Tried>& files, const Tried& all) {
  std::string out =
      "# What the examples notice\n\nEach value of `procedures/` that decides what is due, when, for whom and by whom was changed, one at a time: every number, unit, anchor, direction, "
      "day, flag, condition, duty, quorum, bank holiday and line of a list. Noticed means that the procedure no longer loads, or that a worked case or an example comes out otherwise. "
      "What forms ask and who may see what is held by other tests, in `tests/examples` and `tests/canary`. Written by `tests/mutations/run`; `./test` makes the same changes and fails below 98 %.\n\n"
      "| file | changes | noticed | |\n|---|---:|---:|---:|\n";
  for (const auto& [path, one] : files) out += row("`" + path + "`", one);
  out += row("**all**", all) + "\n";
  out += all.survivors.empty() ? "No change passed unnoticed.\n" : "These passed unnoticed. Either nothing is counted by them, such as the day from which a text holds, or they change where "
                                     "something is shown and not when it is due.\n\n";
  for (const std::string& one : all.survivors) out += "- `" + one + "`\n";
  return out;
}

TEST(Mutations, the_procedures_as_they_are_shipped_pass_unnoticed) {
  EXPECT_EQ(noticed(shipped_files(), ""), "");
  for (const examples::Folder& folder : examples::every_folder()) EXPECT_EQ(noticed(shipped_files(), folder.path), "");
}

TEST(Mutations, a_changed_value_that_decides_what_is_due_is_noticed) {
  std::map<std::string, Tried> files;
  Tried all;
  std::size_t turn = 0;
  for (const ProcedureFile& file : shipped_files()) {
    if (is_example(file)) continue;
    const Tried one = tried(file, turn);
    all = std::move(all) + one;
    if (one.all > 0) files[file.path] = one;
  }
  for (const std::string& survivor : all.survivors) std::cout << "survives: " << survivor << "\n";
  std::cout << "mutations of procedure data: " << all.caught << " of " << all.tried << " caught, " << all.all << " in all\n";
  EXPECT_GE(all.all, 1'000U);
  EXPECT_GE(all.share(), wanted);
  if (each_so_many == 1) std::ofstream(for_tests::checkout_folder() / "build/mutations.md") << page(files, all);
}

TEST(Mutations, whatever_cites_a_row_of_the_catalogue_is_missed_when_it_is_taken_out) {
  std::size_t turn = 0, taken_out = 0;
  auto files = shipped_files();
  std::erase_if(files, is_example);
  for (ProcedureFile& file : files) {
    const std::string as_shipped = file.text;
    for (const Mutant& mutant : without_what_cites(file)) {
      if (turn++ % each_so_many != 0) continue;
      file.text = mutant.text;
      EXPECT_NE(noticed(files, file.path), "") << mutant.path << ":" << mutant.line << ": " << mutant.was;
      ++taken_out;
      file.text = as_shipped;
    }
  }
  EXPECT_GE(taken_out, 100U / each_so_many);
}

TEST(Mutations, what_changes_nothing_that_is_due_passes_unnoticed) {
  auto files = shipped_files();
  for (ProcedureFile& file : files)
    if (file.path == "england/time_limits.toml") file.text += "\n# nothing changed\n";
  EXPECT_EQ(noticed(files, "england/time_limits.toml"), "");
}

}  // namespace
}  // namespace confer::mutations
