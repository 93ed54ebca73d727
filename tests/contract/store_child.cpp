// Appends numbered entries until it is killed, and writes each number to its output once the store has acknowledged it.
//   store_child DIRECTORY FIRST_NUMBER
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "store_samples.h"

namespace {

using namespace confer;

/// The entries of one writer: first, first + writers, first + 2 writers …
void write_for_ever(Store& store, int first, int writers) {
  for (int number = first;; number += writers) {
    samples::put(store, samples::family(number % 5), samples::entry(fmt::format("n{}", number), number));
    const std::string line = fmt::format("{}\n", number);
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) std::_Exit(1);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string directory = arguments[1];
  const int first = std::atoi(arguments[2]);
  const auto store = sqlite_store({.path = directory + "/record.db", .master_key_path = directory + "/master.key"});
  constexpr int writers = 4;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer) threads.emplace_back([&, writer] { write_for_ever(*store, first + writer, writers); });
  for (std::thread& thread : threads) thread.join();
}
