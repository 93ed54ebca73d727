// What the world can do to a database file: keys lost, disks full, two programs at once.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <thread>

#include "store/checkpoint.h"
#include "store_samples.h"

namespace confer {
namespace {

using namespace samples;

template <class Act>
std::string failure_of(const Act& act) {
  try {
    act();
  } catch (const StoreFailure& failure) {
    return failure.what();
  }
  return {};
}

TEST(Sqlite, what_was_stored_is_there_when_it_is_opened_again) {
  const Directory directory;
  Head head;
  {
    const auto store = sqlite_store(directory.options());
    head = put(*store, family(1), entry("e1")).head;
    put(*store, access_log(), entry("seen"));
  }
  const auto store = sqlite_store(directory.options());
  EXPECT_EQ(store->head(family(1)), head);
  EXPECT_EQ(store->entries(family(1)), std::vector{entry("e1")});
  EXPECT_EQ(store->entries(access_log()).size(), 1U);
  EXPECT_TRUE(store->verify().empty());
}

TEST(Sqlite, answers_and_drafts_never_stand_in_clear_on_the_disk) {
  const Directory directory;
  const auto store = sqlite_store(directory.options());
  put(*store, family(1), entry("e1"));
  store->set_aside("drafts", "d", "Bruising seen", Instant{at.microseconds + 1});
  for (const char* name : {"record.db", "record.db-wal", "record-access-log.db"}) EXPECT_EQ(bytes_of(directory.file(name)).find("Bruising"), std::string::npos);
}

TEST(Sqlite, files_are_readable_by_their_owner_alone) {
  const Directory directory;
  const auto store = sqlite_store(directory.options());
  put(*store, family(1), entry("e1"));
  for (const char* name : {"record.db", "record.db-wal", "record-access-log.db", "master.key"})
    EXPECT_EQ(std::filesystem::status(directory.file(name)).permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write) << name;
}

TEST(Sqlite, a_destroyed_key_stands_nowhere_on_the_disk) {
  const Directory directory;
  const auto store = sqlite_store(directory.options());
  put(*store, family(1), entry("e1"));
  ASSERT_TRUE(store->destroy_key(family(1), EntryId{"e1"}, {}));
  EXPECT_EQ(std::filesystem::file_size(directory.file("record.db-wal")), 0U) << "the log, which still held it, was emptied";
}

TEST(Sqlite, a_missing_key_file_is_not_made_again) {
  const Directory directory;
  { put(*sqlite_store(directory.options()), family(1), entry("e1")); }
  std::filesystem::rename(directory.file("master.key"), directory.file("kept.key"));
  EXPECT_NE(failure_of([&] { (void)sqlite_store(directory.options()); }).find("Put back the copy"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(directory.file("master.key")));
  write_bytes(directory.file("master.key"), std::string(32, 'x'));
  std::filesystem::permissions(directory.file("master.key"), std::filesystem::perms(0600));
  EXPECT_NE(failure_of([&] { (void)sqlite_store(directory.options()); }).find("not the one that this record was sealed with"), std::string::npos);
  write_bytes(directory.file("master.key"), "short");
  EXPECT_NE(failure_of([&] { (void)sqlite_store(directory.options()); }).find("not a key of 32 bytes"), std::string::npos);
  std::filesystem::rename(directory.file("kept.key"), directory.file("master.key"));
  std::filesystem::permissions(directory.file("master.key"), std::filesystem::perms(0644));
  EXPECT_NE(failure_of([&] { (void)sqlite_store(directory.options()); }).find("chmod 600"), std::string::npos);
  std::filesystem::permissions(directory.file("master.key"), std::filesystem::perms(0600));
  EXPECT_EQ(sqlite_store(directory.options())->entries(family(1)).size(), 1U);
}

TEST(Sqlite, a_missing_access_log_is_not_begun_again) {
  const Directory directory;
  { put(*sqlite_store(directory.options()), family(1), entry("e1")); }
  std::filesystem::remove(directory.file("record-access-log.db"));
  EXPECT_NE(failure_of([&] { (void)sqlite_store(directory.options()); }).find("access log"), std::string::npos);
}

TEST(Sqlite, a_second_program_is_kept_out) {
  const Directory directory;
  const auto store = sqlite_store(directory.options());
  EXPECT_NE(failure_of([&] { (void)sqlite_store(directory.options()); }).find("Another Confer"), std::string::npos);
}

TEST(Sqlite, another_programs_database_is_refused) {
  const Directory directory;
  write_bytes(directory.file("record.db"), std::string(8'192, 'x'));
  write_bytes(directory.file("record-access-log.db"), std::string(8'192, 'x'));
  write_bytes(directory.file("master.key"), std::string(32, 'x'));
  std::filesystem::permissions(directory.file("master.key"), std::filesystem::perms(0600));
  EXPECT_FALSE(failure_of([&] { (void)sqlite_store(directory.options()); }).empty());
}

/// Lets no file of this process grow past so many bytes, as a full disk would.
class FullDisk {
 public:
  explicit FullDisk(std::size_t bytes) : signal_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, signal_);
  }

 private:
  rlimit before_ = {};
  sighandler_t signal_;
};

/// Appends from several threads until one fails; returns the ids that were acknowledged.
std::vector<std::string> fill(Store& store) {
  std::mutex mutex;
  std::vector<std::string> acknowledged;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 4; ++writer)
    threads.emplace_back([&, writer] {
      for (int i = 0; i < 1'000; ++i) {
        const std::string id = fmt::format("w{}-{}", writer, i);
        if (!failure_of([&] { put(store, family(writer), entry(id)); }).empty()) return;
        const std::lock_guard lock(mutex);
        acknowledged.push_back(id);
      }
    });
  for (std::thread& thread : threads) thread.join();
  return acknowledged;
}

TEST(Sqlite, a_full_disk_acknowledges_nothing_and_reads_go_on) {
  for (std::size_t room = 1'000; room <= 400'000; room += 39'900) {
    SCOPED_TRACE(room);
    const Directory directory;
    const auto store = sqlite_store(directory.options());
    put(*store, family(0), entry("before"));
    std::vector<std::string> acknowledged;
    {
      const FullDisk full(std::filesystem::file_size(directory.file("record.db-wal")) + room);
      acknowledged = fill(*store);
      ASSERT_LT(acknowledged.size(), 4'000U);
      EXPECT_NE(failure_of([&] { put(*store, family(0), entry("full")); }), "");
      EXPECT_EQ(store->entries(family(0)).front(), entry("before"));
    }
    EXPECT_EQ(put(*store, family(0), entry("after")).outcome, Appended::Outcome::stored) << "writing goes on when there is space";
    std::size_t stored = 0;
    for (const Stream& stream : store->streams(authority, Stream::Kind::file)) stored += store->entries(stream).size();
    EXPECT_EQ(stored, acknowledged.size() + 2);
    EXPECT_TRUE(store->verify().empty());
  }
}

TEST(Sqlite, a_checkpoint_is_read_back_as_it_was_written) {
  const Directory directory;
  const auto store = sqlite_store(directory.options());
  put(*store, family(1), entry("e1"));
  put(*store, access_log(), entry("seen"));
  const Checkpoint checkpoint = store->checkpoint(at);
  const auto back = read_checkpoint(write_checkpoint(checkpoint));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->at, checkpoint.at);
  EXPECT_EQ(back->heads, checkpoint.heads);
  EXPECT_EQ(back->signature, checkpoint.signature);
  EXPECT_TRUE(store->verify(&*back).empty());
  for (const char* wrong : {"", "{}", "[]", R"({"at":"2025-04-07T15:10:00Z","signature":"","heads":[{}]})", R"({"at":1,"signature":"","heads":[]})"})
    EXPECT_FALSE(read_checkpoint(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace confer
