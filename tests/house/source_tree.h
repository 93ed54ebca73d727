#pragma once
// What every test of the house reads: this checkout's own files, a line at a time. A check is a function from files to findings, so that each is
// tried on small samples as well as on the tree, and none can pass because it no longer looks at anything.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/testing.h"

namespace confer::house {

/// One text file of the checkout.
struct SourceFile {
  std::string path;                 ///< From the checkout's root: "src/base/date.h".
  std::vector<std::string> lines;   ///< Without their ends.
};

using Files = std::vector<SourceFile>;
/// What is wrong and what to do about it, each beginning with the place. Empty when all is well.
using Findings = std::vector<std::string>;

/// Files above this size are no text that a person wrote, and are passed over.
inline constexpr std::uintmax_t largest_source = 2'000'000;

inline std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// A file for a check to be tried on.
inline SourceFile sample(std::string path, std::string_view text) { return {std::move(path), split_lines(text)}; }

/// Every text file of this checkout, sorted by path, but for what is built or installed.
inline const Files& checkout() {
  static const Files files = [] {
    namespace fs = std::filesystem;
    Files out;
    const fs::path root = for_tests::checkout_folder();
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
      const std::string path = at->path().lexically_relative(root).generic_string();
      if (path == ".git" || path == "build" || path == "node_modules") {
        at.disable_recursion_pending();
        continue;
      }
      if (at->is_symlink() || !at->is_regular_file() || at->file_size() > largest_source) continue;
      std::ifstream in(at->path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      if (text.find('\0') == std::string::npos) out.push_back(sample(path, text));
    }
    std::sort(out.begin(), out.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return out;
  }();
  return files;
}

/// Whether a path is C++ of the program itself: under src, and no test.
inline bool is_program(std::string_view path) {
  return path.starts_with("src/") && (path.ends_with(".h") || path.ends_with(".cpp")) && !path.ends_with("_test.cpp") && !path.ends_with("/testing.h");
}

/// The room that a path such as "src/base/date.h" lies in; empty when it lies in none.
inline std::string_view room_of(std::string_view path) {
  if (!path.starts_with("src/")) return {};
  path.remove_prefix(4);
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

/// The same lines with every comment blanked out; strings stay. Raw strings may run over lines.
inline std::vector<std::string> without_comments(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  std::string raw_end;   // what ends the raw string that we are in; empty outside
  bool in_block = false;
  for (const std::string& line : lines) {
    std::string code;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view rest = std::string_view(line).substr(i);
      if (in_block) {
        if (rest.starts_with("*/")) in_block = false, ++i;
      } else if (!raw_end.empty()) {
        if (rest.starts_with(raw_end))
          i += raw_end.size() - 1, code += raw_end, raw_end.clear();
        else
          code += line[i];
      } else if (quote != 0) {
        code += line[i];
        if (line[i] == '\\' && i + 1 < line.size())
          code += line[++i];
        else if (line[i] == quote)
          quote = 0;
      } else if (rest.starts_with("//")) {
        break;
      } else if (rest.starts_with("/*")) {
        in_block = true, ++i;
      } else if (rest.starts_with("R\"") && rest.find('(') != std::string_view::npos) {
        const std::size_t open = rest.find('(');
        raw_end = ")" + std::string(rest.substr(2, open - 2)) + "\"";
        code += rest.substr(0, open + 1), i += open;
      } else {
        const bool separates_digits = line[i] == '\'' && i > 0 && std::isalnum(static_cast<unsigned char>(line[i - 1]));
        if ((line[i] == '"' || line[i] == '\'') && !separates_digits) quote = line[i];
        code += line[i];
      }
    }
    out.push_back(std::move(code));
  }
  return out;
}

/// "src/base/date.h:12: ", the beginning of every finding; lines are counted from 0 here and from 1 for people.
inline std::string place(const SourceFile& file, std::size_t line) { return fmt::format("{}:{}: ", file.path, line + 1); }

/// Fails with every finding on a line of its own.
inline void expect_none(const Findings& findings) {
  EXPECT_TRUE(findings.empty()) << fmt::format("{} to mend:\n{}", findings.size(), fmt::join(findings, "\n"));
}

}   // namespace confer::house
