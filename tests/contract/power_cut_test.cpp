// Power cuts and disks that fail, played through a file system that writes down what was asked of it. kill -9 cannot show these: what was
// written, but not yet brought to the disk, outlives a process and not a power cut.
#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "recording_vfs.h"
#include "store_samples.h"

namespace confer {
namespace {

using namespace samples;

/// Appends, drafts and lists, each acknowledged by its number, with checkpoints among them.
void work(Store& store, RecordingVfs& vfs) {
  for (int number = 0; number < 240; ++number) {
    const Stream stream = family(number % 4);
    Append append{.stream = stream, .expected = store.head(stream).position, .entries = {entry(fmt::format("n{}", number), number)}, .rows = {}};
    append.entries.front().answers.values()["long"] = std::string(static_cast<std::size_t>(number * 13 % 3'000), 'w');
    if (number % 3 == 0) append.rows = std::vector{row("a", number, {"t", "u"}), row("b", 4, {"t"})};
    ASSERT_EQ(store.append(append).outcome, Appended::Outcome::stored);
    vfs.acknowledge(number);
    if (number % 60 == 59) (void)store.destroy_key(stream, EntryId{fmt::format("n{}", number)}, {});   // empties the log: a checkpoint
  }
}

struct Recorded {
  Directory directory{Medium::memory};
  std::vector<DiskCall> calls;
  std::size_t ready = 0;   ///< The number of calls after which the store stood open.

  Recorded() {
    RecordingVfs vfs;
    {
      const auto store = sqlite_store(directory.options());
      vfs.acknowledge(-1);
      work(*store, vfs);
    }
    calls = vfs.take();
    while (calls[ready].kind != DiskCall::Kind::acknowledged) ++ready;
  }
};

/// What is wrong with the store after a power cut; empty when it holds every acknowledged number once and is whole.
std::string lost(const Recorded& recorded, std::size_t count, std::mt19937& random, Sync sync) {
  const Directory directory(Medium::memory);
  std::filesystem::copy_file(recorded.directory.file("master.key"), directory.file("master.key"));
  for (const auto& [name, bytes] : after_power_cut(recorded.calls, count, random, sync)) write_bytes(directory.file(name), bytes);
  std::set<std::int64_t> stored;
  try {
    const auto store = sqlite_store(directory.options());
    if (const auto faults = store->verify(); !faults.empty()) return faults.front().what;
    for (const Stream& stream : store->streams(authority, Stream::Kind::file))
      for (const Entry& each : store->entries(stream))
        if (!each.destroyed && !stored.insert(*each.answers.number("number")).second) return "an entry stands there twice";
  } catch (const StoreFailure& failure) {
    return failure.what();
  }
  for (std::size_t i = 0; i < count; ++i) {
    const DiskCall& call = recorded.calls[i];
    const bool is_kept = call.kind == DiskCall::Kind::acknowledged && call.offset >= 0 && call.offset % 60 != 59;
    if (is_kept && !stored.contains(call.offset)) return fmt::format("acknowledged entry {} is lost", call.offset);
  }
  return {};
}

TEST(PowerCut, loses_nothing_that_was_acknowledged) {
  const Recorded recorded;
  std::mt19937 random(7);
  constexpr int images = 2'000;
  for (int i = 0; i < images && !testing::Test::HasFailure(); ++i) {
    const std::size_t count = recorded.ready + random() % (recorded.calls.size() - recorded.ready);
    EXPECT_EQ(lost(recorded, count, random, Sync::honest), "") << "after call " << count << " of " << recorded.calls.size();
  }
  std::cout << fmt::format("{} power cuts among {} calls to the disk: nothing lost\n", images, recorded.calls.size());
}

TEST(PowerCut, would_be_noticed_on_a_disk_whose_sync_does_nothing) {
  const Recorded recorded;
  std::mt19937 random(7);
  int noticed = 0;
  for (int i = 0; i < 50; ++i) {
    const std::size_t count = recorded.ready + 50 + random() % (recorded.calls.size() - recorded.ready - 50);
    if (!lost(recorded, count, random, Sync::lying).empty()) ++noticed;
  }
  EXPECT_GT(noticed, 40) << "a control that must fail: else the test above shows nothing";
}

/// Ten requests; those that failed were not acknowledged.
std::set<std::int64_t> ten_requests(Store& store, int round) {
  std::set<std::int64_t> acknowledged;
  for (int i = 0; i < 10; ++i) try {
      const int number = round * 10 + i;
      if (i == 5) (void)store.destroy_key(family(0), EntryId{"first"}, {});
      const Stream stream = family(i % 2);
      const Append append{.stream = stream, .expected = store.head(stream).position, .entries = {entry(fmt::format("n{}", number), number)},
                          .rows = std::vector{row("a", i, {"t"})}};
      if (store.append(append).outcome == Appended::Outcome::stored) acknowledged.insert(number);
    } catch (const StoreFailure&) {
    }
  return acknowledged;
}

/// What the record holds, less the entry that `ten_requests` destroys.
std::set<std::int64_t> stored_numbers(const Store& store) {
  std::set<std::int64_t> out;
  for (const Stream& stream : store.streams(authority, Stream::Kind::file))
    for (const Entry& each : store.entries(stream))
      EXPECT_TRUE(each.id.value == "first" || out.insert(*each.answers.number("number")).second);
  return out;
}

/// Fails every call in turn; returns how many there were.
int fail_each_call(int code, bool lasting) {
  for (int call = 0;; ++call) {
    SCOPED_TRACE(fmt::format("call {} fails with {}", call, code));
    const Directory directory(Medium::memory);
    RecordingVfs vfs;
    {
      const auto store = sqlite_store(directory.options());
      put(*store, family(0), entry("first"));
      vfs.fail_at(call, code, lasting);
      const auto acknowledged = ten_requests(*store, 0);
      EXPECT_EQ(stored_numbers(*store), acknowledged) << "while the disk fails, what is read is what was acknowledged";
      const bool has_failed = vfs.has_failed();
      vfs.mend();
      if (!has_failed || testing::Test::HasFailure()) return call;
      EXPECT_EQ(ten_requests(*store, 1).size(), 10U) << "writing goes on once the disk does";
      EXPECT_TRUE(store->verify().empty());
    }
    EXPECT_TRUE(sqlite_store(directory.options())->verify().empty());
  }
}

TEST(FailingDisk, gives_no_wrong_answer_and_no_false_acknowledgement_at_any_call) {
  for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC})
    for (const bool lasting : {false, true}) {
      const int calls = fail_each_call(code, lasting);
      std::cout << fmt::format("each of {} calls failed with {}, {}: no wrong answer\n", calls, code, lasting ? "for good" : "once");
    }
}

}  // namespace
}  // namespace confer
