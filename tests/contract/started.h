#pragma once
// For tests that start a program standing beside this one, read what it says, and kill it.
#include <spawn.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace confer::for_tests {

/// A program under way: its process, and what it prints, to be closed by whoever has it.
struct Started {
  pid_t process = 0;
  std::FILE* output = nullptr;
};

/// Starts the program of this name that stands beside the tests' own.
inline Started start_beside(const std::string& name, std::vector<std::string> arguments) {
  int ends[2];
  CONFER_ASSERT(::pipe(ends) == 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  std::string program = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / name).string();
  std::vector<char*> words{program.data()};
  for (std::string& one : arguments) words.push_back(one.data());
  words.push_back(nullptr);
  Started started;
  CONFER_ASSERT(::posix_spawn(&started.process, program.c_str(), &actions, nullptr, words.data(), environ) == 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  started.output = ::fdopen(ends[0], "r");
  return started;
}

}  // namespace confer::for_tests
