#pragma once
// For tests alone: the built program, run as its users run it, with a folder of the test's own.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace confer::for_tests {

namespace fs = std::filesystem;

/// What a run of the program did.
struct Ran {
  int exit_code = -1;   ///< -1 when the program crashed.
  std::string out = {};
  std::string told = {};   ///< What stood on standard error.
};

inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

inline std::string contents(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of this test's own, gone when the test is over.
class CommandLine : public testing::Test {
 protected:
  CommandLine() : folder_(fs::temp_directory_path() / ("confer-cli-" + std::to_string(::getpid()))) { fs::create_directories(folder_); }
  ~CommandLine() override { fs::remove_all(folder_); }

  Ran confer(const std::vector<std::string>& arguments, const std::string& input = "/dev/null") {
    std::string line = quoted((fs::read_symlink("/proc/self/exe").parent_path() / "confer").string());
    for (const std::string& one : arguments) line += " " + quoted(one);
    line += " <" + quoted(input) + " 2>" + quoted((folder_ / "told").string());
    Ran ran;
    std::FILE* pipe = ::popen(line.c_str(), "r");
    std::array<char, 4096> some;
    for (std::size_t read = 0; (read = std::fread(some.data(), 1, some.size(), pipe)) > 0;) ran.out.append(some.data(), read);
    const int status = ::pclose(pipe);
    ran.exit_code = WIFEXITED(status) && WEXITSTATUS(status) < 128 ? WEXITSTATUS(status) : -1;
    ran.told = contents(folder_ / "told");
    return ran;
  }

  /// A file of the test's folder.
  std::string put(const std::string& name, const std::string& text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }

  /// Expects a refusal in words that says this, without a crash and without an answer.
  void refuses(const std::vector<std::string>& arguments, const std::string& what) {
    const Ran ran = confer(arguments);
    EXPECT_TRUE(ran.exit_code == 1 || ran.exit_code == 2) << ran.exit_code;
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.told.find(what), std::string::npos) << ran.told;
  }

  fs::path folder_;
};

}  // namespace confer::for_tests
