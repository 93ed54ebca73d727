#pragma once
// The one thread that writes. It takes all that wait, puts them in one transaction, and answers them once that is on the disk: writers
// at the same moment share one wait for the disk. Its connection alone checkpoints, for SQLite 3.40 has a rare race between several.
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/sqlite.h"

namespace confer::sqlite {

/// What is done in a transaction. It may run again after a transaction failed, so it keeps nothing of the first time.
using Work = std::function<void(Connection&)>;

/// Serialises all writing to one database file.
class Writer {
 public:
  explicit Writer(Connection connection);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// Answers what waits, then stops.
  ~Writer();

  /// Returns when the work is on the disk. Throws what the work threw, or StoreFailure; then nothing of it was stored.
  void run(const Work& work);
  /// Writes the log into the database and empties it, so that what was deleted stands nowhere. False when a reader is in the way.
  bool empty_log();

 private:
  struct Job;
  void serve();
  [[nodiscard]] std::vector<Job*> waiting();
  void wait_for(Job& job);
  void commit(const std::vector<Job*>& jobs);
  void commit_alone(Job& job) noexcept;

  Connection connection_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace confer::sqlite
