// Whether the worked cases and the counting examples would notice, were any one value changed on which a day depends: each number, unit, anchor,
// direction, flag and bank holiday, in turn. The figure is printed with the survivors; below 98 % it fails.
#include <gtest/gtest.h>

#include "catalogue/testing.h"
#include "examples/case_checks.h"
#include "examples/counting_cases.h"
#include "mutants.h"

namespace confer::mutations {
namespace {

using namespace examples;

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t each_so_many = 12;   // under the sanitizers a part will do
#else
constexpr std::size_t each_so_many = 1;
#endif
constexpr double wanted = 0.98;

/// The files of Rotherham and what it extends on which days depend.
bool decides_days(const ProcedureFile& file) {
  const bool ours = file.path.starts_with("england") || file.path.starts_with("common/") || file.path.starts_with("local/rotherham/");
  if (!ours || file.path.find("/examples/") != std::string::npos) return false;
  return file.path.ends_with("time_limits.toml") || file.path.ends_with("bank_holidays.toml") || file.path == "local/rotherham/conference.toml";
}

/// A worked case with its file as each line of its table knows it, folded once: that does not depend on the procedure.
struct Judged {
  WorkedCase worked;
  std::vector<CaseFile> files;
  Several several = Several::refused;
};

const std::vector<Judged>& judged() {
  static const std::vector<Judged> all = [] {
    std::vector<Judged> read;
    auto ids = short_case_ids(rotherham_cases());
    for (const std::string& id : case_ids(rotherham_cases())) ids.push_back(id);
    const auto add = [&](const std::filesystem::path& folder, const std::string& id, Several several) {
      Judged one{read_case(folder, id), {}, several};
      for (const Due& due : one.worked.then) one.files.push_back(CaseFile::fold(one.worked.entries, due.known_on));
      read.push_back(std::move(one));
    };
    for (const std::string& id : ids) add(rotherham_cases(), id, Several::refused);
    for (const std::string& id : case_ids(rotherham_cases() / "brief")) add(rotherham_cases() / "brief", id, Several::the_last);
    return read;
  }();
  return all;
}

/// Whether an example or a worked case tells that this is not the procedure as it should be; empty when nothing does.
std::string noticed(const std::vector<ProcedureFile>& files) {
  auto described = load_procedure(files, "rotherham");
  if (!described) return "does not load";
  const HolidayList holidays = described->holidays.value_or(HolidayList{});
  if (!difference_from_the_published(holidays).empty()) return "published bank holidays";
  const auto procedure = Procedure::from(std::move(*described));
  if (!procedure) return "is no procedure";
  static const auto counts = counting_examples();
  for (const CountExpected& one : counts)
    if (!difference(one, holidays).empty()) return "counting: " + one.written();
  for (const Judged& one : judged()) {
    for (std::size_t i = 0; i < one.files.size(); ++i)
      if (const std::string differs = difference(one.files[i], *procedure, one.worked.then[i], one.several); !differs.empty()) return one.worked.id + ": " + differs;
    if (const std::string differs = first_difference_beside_time(one.worked, *procedure); !differs.empty()) return one.worked.id + ": " + differs;
  }
  return {};
}

TEST(Mutations, the_procedure_as_it_is_shipped_passes_unnoticed) { EXPECT_EQ(noticed(for_tests::shipped_files()), ""); }

TEST(Mutations, a_changed_value_on_which_a_day_depends_is_noticed) {
  std::vector<Mutant> mutants;
  for (const ProcedureFile& file : for_tests::shipped_files())
    if (decides_days(file))
      for (Mutant& one : Maker(file).all()) mutants.push_back(std::move(one));
  ASSERT_GE(mutants.size(), 200U);
  std::size_t tried = 0, caught = 0;
  for (std::size_t i = 0; i < mutants.size(); i += each_so_many) {
    auto files = for_tests::shipped_files();
    for (ProcedureFile& file : files)
      if (file.path == mutants[i].path) file.text = mutants[i].text;
    ++tried;
    if (!noticed(files).empty()) ++caught;
    else std::cout << "survives: " << mutants[i].path << ":" << mutants[i].line << ": " << mutants[i].was << ": " << mutants[i].is << "\n";
  }
  std::cout << "mutations of procedure data: " << caught << " of " << tried << " caught, " << mutants.size() << " in all\n";
  EXPECT_GE(static_cast<double>(caught), wanted * static_cast<double>(tried));
}

TEST(Mutations, a_value_that_no_example_rests_on_survives) {
  auto files = for_tests::shipped_files();
  for (ProcedureFile& file : files)
    if (file.path == "england/time_limits.toml") file.text += "\n# nothing changed\n";
  EXPECT_EQ(noticed(files), "");
}

}  // namespace
}  // namespace confer::mutations
