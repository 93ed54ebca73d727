// Many family files read from the store and folded, as a return over a whole authority would: 20,000 of a hundred entries each, by as many threads as
// there are processors. The limit is 6 s on two, and memory that stays where it was after the first 2,000 files.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/testing.h"
#include "casefile/case_file.h"
#include "desk/jsonl.h"
#include "store/store.h"

namespace confer {
namespace {

const AuthorityId authority{"rotherham"};
constexpr std::size_t files = 20'000, first_files = 2'000, entries_each = 100;

Stream file(std::size_t number) { return {authority, Stream::Kind::file, fmt::format("f{}", number)}; }

/// The first hundred entries of the worked case of two children.
std::vector<Entry> hundred_entries() {
  std::ifstream in(for_tests::procedures_folder() / "local/rotherham/examples/S14.jsonl");
  auto entries = read_jsonl(in).value();
  entries.resize(entries_each);
  return entries;
}

/// Runs a task for each number below a bound, on every processor.
template <class Task>
void on_every_processor(std::size_t from, std::size_t to, const Task& task) {
  std::atomic<std::size_t> next = from;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back([&] {
      for (std::size_t number = next++; number < to; number = next++) task(number);
    });
}

/// What the process holds in memory now, in bytes.
std::size_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t pages = 0;
  in >> pages >> pages;
  return pages * 4'096;
}

/// The files on disk, written once.
struct Many {
  std::filesystem::path folder = [] {
    std::string name = std::filesystem::temp_directory_path() / "confer-many-XXXXXX";
    CONFER_ASSERT(::mkdtemp(name.data()) != nullptr);
    return std::filesystem::path(name);
  }();

  Many() {
    const auto store = open();
    const auto entries = hundred_entries();
    on_every_processor(0, files, [&](std::size_t number) {
      CONFER_ASSERT(store->append({.stream = file(number), .expected = 0, .entries = entries, .rows = {}}).outcome == Appended::Outcome::stored);
    });
  }
  Many(const Many&) = delete;
  Many& operator=(const Many&) = delete;
  ~Many() { std::filesystem::remove_all(folder); }
  [[nodiscard]] std::unique_ptr<Store> open() const { return sqlite_store({.path = folder / "record.db", .master_key_path = folder / "master.key"}); }
};

void read_and_fold_20000_files_of_100_entries(benchmark::State& state) {
  const Many many;
  const auto store = many.open();
  std::atomic<std::size_t> people = 0;
  const auto read = [&](std::size_t number) {
    const CaseFile folded = CaseFile::fold(store->entries(file(number)));
    people += folded.people().size();
  };
  std::size_t first = 0, last = 0;
  for (auto _ : state) {
    on_every_processor(0, first_files, read);
    first = resident_bytes();
    on_every_processor(first_files, files, read);
    last = resident_bytes();
  }
  benchmark::DoNotOptimize(people.load());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(files * entries_each));
  state.SetLabel(fmt::format("wanted: ≤ 6 s; beside: {:.1f} MB in memory after 2000 files and {:.1f} MB after all", static_cast<double>(first) / 1e6, static_cast<double>(last) / 1e6));
}
BENCHMARK(read_and_fold_20000_files_of_100_entries)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
}  // namespace confer
