#include "store/sqlite_writer.h"

namespace confer::sqlite {
namespace {

/// The most appends in one transaction: enough that more would not be faster, few enough that none waits long.
constexpr std::size_t most_together = 256;

void roll_back(Connection& connection) noexcept {
  if (connection.in_transaction()) sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace

/// Stands on the stack of the thread that waits for it.
struct Writer::Job {
  std::function<void(Connection&)> work;
  bool in_transaction = true;
  std::exception_ptr failure = {};
  bool is_done = false;
  std::condition_variable done = {};   // not a semaphore: the library's yields the processor many times before it sleeps
};

Writer::Writer(Connection connection) : connection_(std::move(connection)), thread_([this] { serve(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void Writer::run(const Work& work) {
  Job job{.work = work};
  wait_for(job);
}

bool Writer::empty_log() {
  bool emptied = false;
  Job job{.work = [&](Connection& connection) {
            emptied = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
          },
          .in_transaction = false};
  wait_for(job);
  return emptied;
}

void Writer::wait_for(Job& job) {
  std::unique_lock lock(mutex_);
  queue_.push_back(&job);
  arrived_.notify_one();
  job.done.wait(lock, [&] { return job.is_done; });
  if (job.failure) std::rethrow_exception(job.failure);
}

void Writer::serve() {
  for (auto jobs = waiting(); !jobs.empty(); jobs = waiting()) {
    try {
      commit(jobs);
    } catch (...) {
      // One of them cannot be stored, or none can. Each by itself, so that nobody pays for another's failure.
      roll_back(connection_);
      for (Job* job : jobs) commit_alone(*job);
    }
    const std::lock_guard lock(mutex_);   // held while telling them: a job is gone as soon as its thread sees that it is done
    for (Job* job : jobs) {
      job->is_done = true;
      job->done.notify_one();
    }
  }
}

/// Waits for work. Empty when there is none and will be none. Work outside a transaction comes alone.
std::vector<Writer::Job*> Writer::waiting() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return !queue_.empty() || stopping_; });
  std::vector<Job*> jobs;
  while (!queue_.empty() && jobs.size() < most_together) {
    if (!jobs.empty() && (!queue_.front()->in_transaction || !jobs.back()->in_transaction)) break;
    jobs.push_back(queue_.front());
    queue_.pop_front();
  }
  return jobs;
}

void Writer::commit(const std::vector<Job*>& jobs) {
  if (!jobs.front()->in_transaction) return jobs.front()->work(connection_);
  Query(connection_, "BEGIN IMMEDIATE").run();
  for (Job* job : jobs) job->work(connection_);
  Query(connection_, "COMMIT").run();
}

void Writer::commit_alone(Job& job) noexcept {
  try {
    commit({&job});
  } catch (...) {
    roll_back(connection_);
    job.failure = std::current_exception();
  }
}

}  // namespace confer::sqlite
