// Words that must not get out: a person's, by way of a log or a stream; and a developer's own machine, by way of a commit.
#include <array>

#include "source_tree.h"

namespace confer::house {
namespace {

bool holds_any(std::string_view line, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

bool is_log(std::string_view line) { return holds_any(line, {"std::cerr", "std::clog", "spdlog::", "fprintf(stderr", "fmt::print(stderr"}); }
bool is_output(std::string_view line) { return holds_any(line, {"std::cout", "fmt::print(", "std::printf", "puts("}); }
bool is_personal(std::string_view line) { return holds_any(line, {".words()", "->words()", ".answers", "->answers", ".markup()"}); }

Findings words_let_out(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path)) continue;
    const auto code = without_comments(file.lines);
    for (std::size_t i = 0; i < code.size(); ++i) {
      if (is_log(code[i]) && is_personal(code[i])) out.push_back(place(file, i) + "a person's words in a log. Log ids and counts.");
      if (is_output(code[i]) && !is_log(code[i]) && room_of(file.path) != "cli")
        out.push_back(place(file, i) + "only the command line writes to its output. Give the value back, or log ids and counts.");
      if (holds_any(code[i], {"fmt::formatter<Text", "fmt::formatter<confer::", "operator<<(std::ostream"}))
        out.push_back(place(file, i) +
                      "a formatter lets a type into logs. Types that may hold a person's words have none; write what is wanted by name.");
    }
  }
  return out;
}

// Each is written in two halves, or this file would be the first to be found.
constexpr std::array machine_words = {
    "/wo"
    "rk/",
    "/tmp/"
    "wt",
    "/home"
    "/",
    "/root"
    "/",
    "/Users"
    "/",
    "regis"
    "try."};

/// Whether `word` stands there as a path or host of a machine and not inside a longer one; "registry." only where a host's name goes on.
bool names_machine(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1], after = at + word.size() < line.size() ? line[at + word.size()] : ' ';
    const bool inside = std::isalnum(static_cast<unsigned char>(before)) || before == '_' || before == '-' || before == '.' || before == '}';
    if (word.starts_with('/') ? !inside : std::isalpha(static_cast<unsigned char>(after)) != 0) return true;
  }
  return false;
}

Findings machine_named(const Files& files) {
  Findings out;
  for (const SourceFile& file : files)
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      for (const std::string_view word : machine_words)
        if (names_machine(file.lines[i], word))
          out.push_back(
              place(file, i) +
              fmt::format("\"{}\" is a place on somebody's machine or network. Write a path from the checkout's root, or leave it out.", word));
  return out;
}

TEST(HouseWords, no_persons_words_reach_a_log) { expect_none(words_let_out(checkout())); }
TEST(HouseWords, no_file_names_a_developers_machine) { expect_none(machine_named(checkout())); }

TEST(HouseWords, words_on_their_way_to_a_log_are_found) {
  for (const char* line :
       {"std::cerr << text.words();", "spdlog::info(\"{}\", name.words());", "std::cout << 3;", "fmt::print(\"{}\", x);",
        "std::clog << entry.answers.text(\"x\");", "struct fmt::formatter<Text> {", "std::ostream& operator<<(std::ostream& out, const Text& t);"})
    EXPECT_EQ(words_let_out({sample("src/page/a.cpp", line)}).size(), 1U) << line;
  EXPECT_EQ(words_let_out({sample("src/cli/a.cpp", "std::cerr << text.words();")}).size(), 1U);
}

TEST(HouseWords, counts_in_a_log_and_output_of_the_command_line_are_passed) {
  EXPECT_EQ(words_let_out({sample("src/page/a.cpp", "std::cerr << count;")}).size(), 0U);
  EXPECT_EQ(words_let_out({sample("src/cli/a.cpp", "std::cout << text.words();")}).size(), 0U);
  EXPECT_EQ(words_let_out({sample("src/page/a.cpp", "html::text(name.words());")}).size(), 0U);
}

TEST(HouseWords, a_machine_is_found) {
  for (const std::string& line : {std::string("see /wo"
                                              "rk/main"),
                                  std::string("\"/home"
                                              "/tom/x\""),
                                  std::string("https://regis"
                                              "try.example.org/x"),
                                  std::string("cd /tmp/"
                                              "wt/a")})
    EXPECT_EQ(machine_named({sample("README.md", line)}).size(), 1U) << line;
}

TEST(HouseWords, a_path_that_only_ends_alike_is_passed) {
  for (const std::string& line : {std::string("social/wo"
                                              "rk/x"),
                                  std::string("kept in a regis"
                                              "try. It"),
                                  std::string("${dir}/home"
                                              "/x")})
    EXPECT_EQ(machine_named({sample("README.md", line)}).size(), 0U) << line;
}

}   // namespace
}   // namespace confer::house
