// Counting working days, one by one and many at once, with a checksum that numpy's busday_offset gives over the same days (benchmarks/counting_peer.py);
// and all that is due on a folded file of a hundred entries. Limits: 50 million counts a second one by one, 200 million at once, 20 µs a file.
#include <benchmark/benchmark.h>

#include <fstream>

#include "base/testing.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "procedure/obligations.h"

namespace confer {
namespace {

constexpr int counted = 15;
constexpr std::size_t counts = 1 << 20;

const Procedure& procedure() {
  static ProcedureShelf shelf(read_procedure_files(for_tests::procedures_folder()));
  static const Procedure* const loaded = shelf.take("rotherham").value();
  return *loaded;
}

const WorkingDays& working_days() {
  static const WorkingDays made = [] {
    const HolidayList& list = *procedure().described().holidays;
    std::vector<Date> days;
    for (const BankHoliday& one : list.days) days.push_back(one.day);
    return WorkingDays(list.first, list.last, days);
  }();
  return made;
}

/// The same days that benchmarks/counting_peer.py takes: a linear congruential walk over 2019-01-01 to 2028-11-25.
const std::vector<Date>& days() {
  static const std::vector<Date> made = [] {
    const std::int32_t first = Date::parse("2019-01-01")->days(), span = 3'617;
    std::vector<Date> out;
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < counts; ++i) {
      state = state * 1'664'525U + 1'013'904'223U;
      out.push_back(Date::from_days(first + static_cast<std::int32_t>((state >> 8) % static_cast<std::uint32_t>(span))));
    }
    return out;
  }();
  return made;
}

/// For ./bench: what is wanted, and the checksum that the peer must come to as well.
std::string label(const char* wanted, std::int64_t sum) { return std::string("wanted: ") + wanted + "; beside: checksum " + std::to_string(sum); }

void one_by_one(benchmark::State& state) {
  const WorkingDays& calendar = working_days();
  std::int64_t sum = 0;
  for (auto _ : state) {
    sum = 0;
    for (const Date day : days()) sum += calendar.plus(day, counted)->days();
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(counts));
  state.SetLabel(label("≥ 50 million a second", sum));
}
BENCHMARK(one_by_one)->Unit(benchmark::kMillisecond)->Name("working days one by one");

void many_at_once(benchmark::State& state) {
  const WorkingDays& calendar = working_days();
  std::vector<Date> ends(counts);
  for (auto _ : state) {
    calendar.plus_each(days(), counted, ends);
    benchmark::ClobberMemory();
  }
  std::int64_t sum = 0;
  for (const Date end : ends) sum += end.days();
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(counts));
  state.SetLabel(label("≥ 200 million a second", sum));
}
BENCHMARK(many_at_once)->Unit(benchmark::kMillisecond)->Name("working days many at once");

/// The first hundred entries of the worked case of two children, folded.
const CaseFile& hundred_entries() {
  static const CaseFile file = [] {
    std::ifstream in(for_tests::procedures_folder() / "local/rotherham/examples/S14.jsonl");
    auto entries = read_jsonl(in).value();
    entries.resize(100);
    return CaseFile::fold(std::move(entries));
  }();
  return file;
}

void due_on_a_file(benchmark::State& state) {
  const Date as_at = Date::parse("2025-11-20").value();
  std::size_t due = 0;
  for (auto _ : state) benchmark::DoNotOptimize(due = obligations(hundred_entries(), procedure(), as_at).size());
  state.SetLabel("wanted: ≤ 20 µs; beside: " + std::to_string(due) + " obligations");
}
BENCHMARK(due_on_a_file)->Unit(benchmark::kMicrosecond)->Name("all that is due on a file of 100 entries");

}  // namespace
}  // namespace confer
