// What the store costs, beside the limit that the disk and SQLite itself set in the same run.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>

#include "store/store.h"

namespace confer {
namespace {

const AuthorityId authority{"ashdale"};
constexpr int families = 10'000, rows_each = 8, tokens_each = 6;

/// A directory for this run, removed at its end.
struct Directory {
  std::filesystem::path path;
  Directory() {
    std::string name = std::filesystem::temp_directory_path() / "confer-bench-XXXXXX";
    CONFER_ASSERT(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() { std::filesystem::remove_all(path); }
  [[nodiscard]] std::unique_ptr<Store> open() const { return sqlite_store({.path = path / "record.db", .master_key_path = path / "master.key"}); }
};

Stream family(int number) { return {authority, Stream::Kind::file, fmt::format("family-{:05}", number)}; }

/// An entry with about 1 KB of answers.
Entry entry(std::uint64_t number) {
  Entry out;
  out.id.value = fmt::format("entry-{}", number);
  out.type = "strategy_discussion";
  out.about = {PersonId{"p-amy"}, PersonId{"p-ben"}};
  out.happened = Date::from_days(20'180);
  out.recorded = Instant{1'744'038'600'000'000};
  out.by.value = "p-worker";
  out.role = "social_worker";
  out.answers = Answers(json::object{{"began_enquiry", true}, {"discussed", std::string(950, 'w')}});
  out.key = fmt::format("key-{}", number);
  return out;
}

void append_one(benchmark::State& state) {
  const Directory directory;
  const auto store = directory.open();
  std::uint64_t number = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(store->append({.stream = family(0), .expected = number, .entries = {entry(number)}, .rows = {}}));
    ++number;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(number));
  state.SetLabel("beside: limit_raw_write");
}
BENCHMARK(append_one)->UseRealTime()->MinTime(1);

/// Sixteen writers, each on a file of its own: one iteration is 16 × 50 appends.
void append_sixteen_writers(benchmark::State& state) {
  constexpr int writers = 16, each = 50;
  const Directory directory;
  const auto store = directory.open();
  std::uint64_t position = 0;
  for (auto _ : state) {
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        for (std::uint64_t i = 0; i < each; ++i) (void)store->append({.stream = family(writer), .expected = position + i, .entries = {entry(position + i)}, .rows = {}});
      });
    for (std::thread& thread : threads) thread.join();
    position += each;
  }
  state.SetItemsProcessed(state.iterations() * writers * each);
  state.SetLabel("beside: limit_plain_sqlite_insert");
}
BENCHMARK(append_sixteen_writers)->UseRealTime()->Unit(benchmark::kMillisecond)->MinTime(1);

/// The limit: the same bytes put at the end of a file and brought to the disk.
void limit_raw_write(benchmark::State& state) {
  const Directory directory;
  const int handle = ::open((directory.path / "raw").c_str(), O_RDWR | O_CREAT, 0600);
  const std::string bytes(1'400, 'w');
  off_t offset = 0;
  for (auto _ : state) {
    if (::pwrite(handle, bytes.data(), bytes.size(), offset) < 0 || ::fdatasync(handle) != 0) state.SkipWithError("the disk did not take it");
    offset += static_cast<off_t>(bytes.size());
  }
  ::close(handle);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(limit_raw_write)->UseRealTime()->MinTime(1);

/// The peer: SQLite alone, the same bytes in a table with no index, WAL and synchronous FULL.
void limit_plain_sqlite_insert(benchmark::State& state) {
  const Directory directory;
  sqlite3* handle = nullptr;
  sqlite3_stmt* statement = nullptr;
  sqlite3_open((directory.path / "plain.db").c_str(), &handle);
  sqlite3_exec(handle, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE plain (n INTEGER PRIMARY KEY, bytes BLOB)", nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(handle, "INSERT INTO plain (bytes) VALUES (?)", -1, &statement, nullptr);
  const std::string bytes(1'400, 'w');
  for (auto _ : state) {
    sqlite3_bind_blob(statement, 1, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE) state.SkipWithError("SQLite did not take it");
    sqlite3_reset(statement);
  }
  sqlite3_finalize(statement);
  sqlite3_close(handle);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(limit_plain_sqlite_insert)->UseRealTime()->MinTime(1);

void read_a_file_of_100_entries(benchmark::State& state) {
  const Directory directory;
  const auto store = directory.open();
  Append all{.stream = family(0), .expected = 0, .entries = {}, .rows = {}};
  for (std::uint64_t i = 0; i < 100; ++i) all.entries.push_back(entry(i));
  (void)store->append(all);
  for (auto _ : state) benchmark::DoNotOptimize(store->entries(family(0)));
}
BENCHMARK(read_a_file_of_100_entries)->Unit(benchmark::kMicrosecond);

std::vector<IndexRow> rows_of(int number) {
  std::vector<IndexRow> rows;
  for (int i = 0; i < rows_each; ++i) {
    IndexRow row{.table = i < 2 ? "file" : "person", .key = fmt::format("row-{}", i), .sort_day = 20'000 + (number * 7919) % 400, .search = {}, .audience = {}, .body = {}};
    row.search = fmt::format("{} child{} ashworth{}", i % 2 ? "amy" : "ben", i, number);
    for (int t = 0; t < tokens_each - 1; ++t) row.audience.push_back(fmt::format("person:{}", (number * (t + 3) + t * 37) % 300));
    row.audience.push_back("team:all");
    row.body = {{"title", fmt::format("Family {}", number)}, {"child", i}, {"due", "2025-04-30"}, {"state", "due"}, {"owner", "p-worker"}};
    rows.push_back(std::move(row));
  }
  return rows;
}

/// 10,000 files, made once for all that read lists.
const Store& large_store() {
  static const Directory directory;
  static const std::unique_ptr<Store> store = [] {
    auto made = directory.open();
    std::atomic<int> next = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < 16; ++writer)
      threads.emplace_back([&] {
        for (int number = next++; number < families; number = next++)
          (void)made->append({.stream = family(number), .expected = 0, .entries = {entry(0)}, .rows = rows_of(number)});
      });
    for (std::thread& thread : threads) thread.join();
    return made;
  }();
  return *store;
}

void list_50_rows(benchmark::State& state) {
  const Store& store = large_store();
  IndexQuery query{.authority = authority, .table = "file", .tokens = {}};
  for (int i = 0; i < state.range(0); ++i) query.tokens.push_back(fmt::format("person:{}", 11 + i * 17));
  for (auto _ : state) benchmark::DoNotOptimize(store.rows(query));
}
BENCHMARK(list_50_rows)->Arg(1)->Arg(4)->Arg(16)->Unit(benchmark::kMicrosecond);

void list_50_rows_of_everything(benchmark::State& state) {
  const Store& store = large_store();
  IndexQuery query{.authority = authority, .table = "file", .tokens = {"team:all", "person:11"}, .offset = static_cast<std::size_t>(state.range(0))};
  for (auto _ : state) benchmark::DoNotOptimize(store.rows(query));
}
BENCHMARK(list_50_rows_of_everything)->Arg(0)->Arg(1'000)->Unit(benchmark::kMicrosecond);

void count_a_readers_rows(benchmark::State& state) {
  const Store& store = large_store();
  const IndexQuery query{.authority = authority, .table = "file", .tokens = {"person:11", "person:28", "person:45", "person:62"}};
  std::size_t rows = 0;
  for (auto _ : state) benchmark::DoNotOptimize(rows = store.count(query));
  state.SetLabel(fmt::format("beside: {} rows", rows));
}
BENCHMARK(count_a_readers_rows)->Unit(benchmark::kMicrosecond);

/// One name among a reader's own rows, and among 60,000 people who are all for her; `through` says how many rows were looked through.
void search_a_name(benchmark::State& state) {
  const Store& store = large_store();
  IndexQuery query{.authority = authority, .table = "person", .tokens = {"person:11", "person:28", "person:45", "person:62"}};
  if (state.range(0) != 0) query.tokens = {"team:all"};
  state.SetLabel(fmt::format("beside: through {}", store.count(query)));
  query.search = "amy ashworth7042";
  for (auto _ : state) benchmark::DoNotOptimize(store.rows(query));
}
BENCHMARK(search_a_name)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace confer
