// A store whose process is killed at any moment has every entry it acknowledged, once, and goes on.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "started.h"
#include "store_samples.h"

namespace confer {
namespace {

using namespace samples;

constexpr int writers = 4;   // as many as store_child has

/// A running store_child and the pipe it acknowledges on.
class Child {
 public:
  Child(const std::string& directory, int first_number) {
    const auto started = for_tests::start_beside("store_child", {directory, std::to_string(first_number)});
    process_ = started.process, output_ = started.output;
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { std::fclose(output_); }

  /// The next number it acknowledges; -1 when it is gone and all it said was read.
  int acknowledged() {
    int number = -1;
    return std::fscanf(output_, "%d\n", &number) == 1 ? number : -1;
  }
  void kill() {
    ::kill(process_, SIGKILL);
    int status = 0;
    ::waitpid(process_, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  }

 private:
  pid_t process_ = 0;
  std::FILE* output_ = nullptr;
};

std::multiset<std::int64_t> numbers_on_file(const Store& store) {
  std::multiset<std::int64_t> out;
  for (const Stream& stream : store.streams(authority, Stream::Kind::file))
    for (const Entry& stored : store.entries(stream)) out.insert(*stored.answers.number("number"));
  return out;
}

/// Kills a child after so many acknowledgements; returns everything it acknowledged.
std::set<int> run_and_kill(const std::string& directory, int first_number, int after) {
  Child child(directory, first_number);
  std::set<int> acknowledged;
  for (int i = 0; i < after; ++i) acknowledged.insert(child.acknowledged());
  child.kill();
  for (int number = child.acknowledged(); number >= 0; number = child.acknowledged()) acknowledged.insert(number);
  EXPECT_FALSE(acknowledged.contains(-1)) << "the child stopped before it was killed";
  return acknowledged;
}

/// What each writer may have been storing when it was killed.
std::vector<int> in_flight(const std::set<int>& acknowledged, int first_number) {
  std::vector<int> out;
  for (int writer = 0; writer < writers; ++writer) {
    int number = first_number + writer;
    while (acknowledged.contains(number)) number += writers;
    out.push_back(number);
  }
  return out;
}

TEST(Kill, an_acknowledged_entry_survives_and_a_retry_does_not_double_it) {
  const Directory directory;
  std::mt19937 random(20'250'407);
  std::set<int> expected;
  int on_disk_unacknowledged = 0;
  std::vector<double> ready_milliseconds;
  for (int round = 0; round < 50; ++round) {
    SCOPED_TRACE(round);
    const int first_number = round * 100'000;
    const auto acknowledged = run_and_kill(directory.file(""), first_number, 1 + static_cast<int>(random() % 60));
    const auto begun = std::chrono::steady_clock::now();
    const auto store = sqlite_store(directory.options());
    (void)store->head(family(0));
    ready_milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    expected.insert(acknowledged.begin(), acknowledged.end());
    for (const int number : in_flight(acknowledged, first_number)) {
      const auto again = put(*store, family(number % 5), entry(fmt::format("n{}", number), number));
      if (again.outcome == Appended::Outcome::repeated) ++on_disk_unacknowledged;
      expected.insert(number);
    }
    const auto stored = numbers_on_file(*store);
    ASSERT_EQ(stored, std::multiset<std::int64_t>(expected.begin(), expected.end()));
    ASSERT_TRUE(store->verify().empty());
  }
  std::sort(ready_milliseconds.begin(), ready_milliseconds.end());
  std::cout << fmt::format("50 kills: {} entries acknowledged, none lost, {} on disk unacknowledged; ready after at most {:.0f} ms\n", expected.size(),
                           on_disk_unacknowledged, ready_milliseconds.back());
  EXPECT_LT(ready_milliseconds.back(), 2'000.0);
}

}  // namespace
}  // namespace confer
