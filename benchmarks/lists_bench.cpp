// What a unit's lists and figures cost at 10,000 files, as the desk gives them to a page: the reader who may see every file, and a team of hers. The
// limit beside them: reading the same rows' places from SQLite's index and nothing more is bench/store_bench's `list_50_rows`.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <filesystem>

#include "base/testing.h"
#include "desk/colleagues.h"
#include "desk/demonstration.h"
#include "desk/figures.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {
namespace {

const std::filesystem::path procedures = for_tests::procedures_folder();
const Date today = *Date::parse("2026-06-10");
const Reader unit_manager{{"nobody-in-particular"}, "safeguarding_unit_manager"};
constexpr std::size_t families = 10'000;

/// A unit with its files on disk, made once.
struct Unit {
  std::filesystem::path folder = [] {
    std::string name = std::filesystem::temp_directory_path() / "confer-lists-XXXXXX";
    CONFER_ASSERT(::mkdtemp(name.data()) != nullptr);
    return std::filesystem::path(name);
  }();
  std::unique_ptr<Store> store = sqlite_store({.path = folder / "record.db", .master_key_path = folder / "master.key"});
  std::unique_ptr<const Demonstration> demonstration = Demonstration::make({procedures, today, families, 1}).value();
  Desk desk{*store, ProcedureShelf(read_procedure_files(procedures)), AuthorityId{"rotherham"}, World{[] { return london_instant(today, 10, 0); }, real_world().new_id}};

  Unit() {
    if (const auto taken = take_in(*demonstration, desk); !taken) throw std::runtime_error(taken.error().message);
  }
  Unit(const Unit&) = delete;
  Unit& operator=(const Unit&) = delete;
  ~Unit() { std::filesystem::remove_all(folder); }
};

Unit& unit() {
  static Unit made;
  return made;
}

/// Everybody in the first team.
std::vector<PersonId> team() {
  std::vector<PersonId> out;
  for (const Colleague& one : unit().demonstration->colleagues())
    if (one.team == "Alder team") out.push_back(one.id);
  return out;
}

ListQuery asked(ListQuery::Whose whose, std::string kind = {}) {
  ListQuery query;
  query.whose = whose;
  query.kind = std::move(kind);
  if (whose == ListQuery::Whose::workers) query.workers = team();
  return query;
}

void due(benchmark::State& state, const ListQuery& query) {
  ListPage page;
  Desk& desk = unit().desk;   // made before anything is measured
  for (auto _ : state) benchmark::DoNotOptimize(page = desk.due(unit_manager, query));
  state.SetLabel(fmt::format("beside: of {}", page.count));   // no counter: a table of all benches has one column for each
}

void due_50_of_everyones(benchmark::State& state) { due(state, asked(ListQuery::Whose::everyone)); }
BENCHMARK(due_50_of_everyones)->Unit(benchmark::kMicrosecond);
void due_50_of_one_kind(benchmark::State& state) { due(state, asked(ListQuery::Whose::everyone, "record_sent")); }
BENCHMARK(due_50_of_one_kind)->Unit(benchmark::kMicrosecond);
void due_50_of_a_team(benchmark::State& state) { due(state, asked(ListQuery::Whose::workers)); }
BENCHMARK(due_50_of_a_team)->Unit(benchmark::kMicrosecond);

void count_everyones(benchmark::State& state) {
  const ListQuery query = asked(ListQuery::Whose::everyone);
  for (auto _ : state) benchmark::DoNotOptimize(unit().desk.count_due(unit_manager, query));
}
BENCHMARK(count_everyones)->Unit(benchmark::kMicrosecond);
void count_a_teams(benchmark::State& state) {
  const ListQuery query = asked(ListQuery::Whose::workers);
  for (auto _ : state) benchmark::DoNotOptimize(unit().desk.count_due(unit_manager, query));
}
BENCHMARK(count_a_teams)->Unit(benchmark::kMicrosecond);

void search_a_family(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(unit().desk.files(unit_manager, {.search = "Žaneta Dvořáková"}));
}
BENCHMARK(search_a_family)->Unit(benchmark::kMillisecond);

void figures_of_a_year(benchmark::State& state) {
  FiguresQuery query;
  for (const Colleague& one : unit().demonstration->colleagues())
    if (!one.team.empty()) query.teams.emplace(one.id, one.team);
  Figures figures;
  for (auto _ : state) benchmark::DoNotOptimize(figures = unit().desk.figures(unit_manager, query));
  state.SetLabel(fmt::format("beside: {} conferences", figures.conferences.all()));
}
BENCHMARK(figures_of_a_year)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace confer
