#pragma once
// A few connections that only read. They never checkpoint, so they cannot race with the writer that does.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/sqlite.h"

namespace confer::sqlite {

/// Lends connections; one who finds none free waits. A thread must not hold two.
class Readers {
 public:
  /// The most connections open at once: more than the cores of one server, so that a long read holds nobody up.
  static constexpr std::size_t most = 8;

  explicit Readers(std::string path) : path_(std::move(path)) {}
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// A connection that goes back when it goes out of use.
  class Loan {
   public:
    Loan(Readers& readers, std::unique_ptr<Connection> connection) : readers_(readers), connection_(std::move(connection)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { readers_.give_back(std::move(connection_)); }
    [[nodiscard]] Connection& connection() noexcept { return *connection_; }

   private:
    Readers& readers_;
    std::unique_ptr<Connection> connection_;
  };

  [[nodiscard]] Loan borrow();

 private:
  void give_back(std::unique_ptr<Connection> connection) noexcept;

  std::string path_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t lent_ = 0;
};

/// All that is read while it lives is of one moment.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection) : connection_(connection) { Query(connection_, "BEGIN").run(); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    try {
      if (connection_.in_transaction()) Query(connection_, "COMMIT").run();
    } catch (...) {   // statements still under way hold it open: rolling back ends them too
      sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
  }

 private:
  Connection& connection_;
};

}  // namespace confer::sqlite
