// What one family's file costs: taken in through the desk, opened as a view, indexed. The limit beside it: its bytes copied in memory.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "base/testing.h"
#include "access/make_view.h"
#include "desk/demonstration_parts.h"
#include "desk/index_rows.h"
#include "store/store.h"

namespace confer {
namespace {

const std::filesystem::path procedures = for_tests::procedures_folder();
const Date today = *Date::parse("2026-06-10");
constexpr std::size_t families = 300;

const Demonstration& demonstration() {
  static const auto made = Demonstration::make({procedures, today, families, 1}).value();
  return *made;
}

const Procedure& procedure() {
  static ProcedureShelf shelf(read_procedure_files(procedures));
  static const Procedure* const loaded = shelf.take("rotherham").value();
  return *loaded;
}

/// The largest worked case: more than a hundred entries, eleven readers.
const CaseFile& largest() {
  static const CaseFile file = CaseFile::fold(demonstration().file(0).entries);
  return file;
}

void invent_a_family(benchmark::State& state) {
  std::size_t number = 0;
  for (auto _ : state) benchmark::DoNotOptimize(demonstration().file(4 + number++ % (families - 4)));
}
BENCHMARK(invent_a_family)->Unit(benchmark::kMicrosecond);

void take_in_a_family(benchmark::State& state) {
  const auto store = memory_store();
  Desk desk(*store, ProcedureShelf(read_procedure_files(procedures)), AuthorityId{"rotherham"}, World{[] { return london_instant(today, 10, 0); }, [] { return std::string("id"); }});
  std::size_t number = 0;
  for (auto _ : state) {
    const auto done = desk.take_in(FileId{"f" + std::to_string(number)}, demonstration().file(4 + number % (families - 4)).entries);
    if (!done) state.SkipWithError("the desk refused a family");
    ++number;
  }
}
BENCHMARK(take_in_a_family)->Unit(benchmark::kMicrosecond);

void view_the_largest_case(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(view(largest(), procedure(), {{}, "safeguarding_unit_manager"}, today));
  state.SetLabel("beside: limit_copy_the_entries_of_the_largest_case");
}
BENCHMARK(view_the_largest_case)->Unit(benchmark::kMicrosecond);

void index_the_largest_case(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(index_rows(largest(), procedure(), today));
}
BENCHMARK(index_the_largest_case)->Unit(benchmark::kMicrosecond);

/// The limit: a copy of every entry of that case, which a view cannot do without.
void limit_copy_the_entries_of_the_largest_case(benchmark::State& state) {
  for (auto _ : state) {
    auto copy = largest().entries();
    benchmark::DoNotOptimize(copy);
  }
}
BENCHMARK(limit_copy_the_entries_of_the_largest_case)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace confer
