// No number from law or guidance stands in C++: it could be changed only by a programmer, and no safeguarding lead could read it.
#include <array>
#include <optional>

#include "source_tree.h"

namespace confer::house {
namespace {

constexpr std::array units = {"working", "days", "weeks", "months", "hours"};

/// A line that may stand though it looks like a number of days.
struct Allowed {
  std::string_view path;
  std::string_view part;     // of the line
  std::string_view reason;   // why this is no number from guidance
};

constexpr std::array allowed = {
    Allowed{"src/cli/due.cpp", "such as \\\"7 working days\\\"", "an example in the help of a command"},
    Allowed{"src/base/counting.cpp", "days_a_week = 7", "the length of a week"},
    Allowed{"src/base/counting.cpp", "hours_a_day = 24", "the length of a day"},
    Allowed{"src/procedure/clock.cpp", "months_a_year = 12", "the length of a year"},
    Allowed{"src/procedure/phrases.cpp", "i + 2 == days.size()", "the last but one of a list"},
    Allowed{"src/base/date.cpp", "hours > 14", "the furthest that a time zone lies from UTC"},
    Allowed{"src/base/period.cpp", "For example \\\"7 working days\\\"", "an example to whoever wrote a period that cannot be read"},
};

bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

struct Token {
  std::string_view text;
  std::size_t at = 0;
};

/// The names and numbers of a line, in order; 10'000 is one number, and 32 in int32_t is none.
std::vector<Token> tokens(std::string_view line) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && (in_name(line[end]) || (line[end] == '\'' && end > i && std::isdigit(static_cast<unsigned char>(line[i]))))) ++end;
    if (end > i) out.push_back({line.substr(i, end - i), i});
    i = std::max(end, i + 1);
  }
  return out;
}

/// The number that a token is; nothing for a name.
std::optional<long> number(std::string_view token) {
  if (!std::isdigit(static_cast<unsigned char>(token[0]))) return std::nullopt;
  std::string digits;
  for (const char c : token.substr(0, 12))
    if (std::isdigit(static_cast<unsigned char>(c))) digits += c;
  return std::stol(digits);
}

/// Whether a name has a unit among its words: "days", "limit_working_days".
bool names_unit(std::string_view token) {
  for (const std::string_view unit : units)
    for (std::size_t at = token.find(unit); at != std::string_view::npos; at = token.find(unit, at + 1)) {
      const std::size_t end = at + unit.size();
      if ((at == 0 || token[at - 1] == '_') && (end == token.size() || token[end] == '_')) return true;
    }
  return false;
}

/// "15 … days" with anything between, "1 working", or "days{15}", "months(3)", "working_days = 15". Nought and one are no limit by
/// themselves: they stand for "none", "the next" and the singular.
bool counts_time(std::string_view line) {
  const auto all = tokens(line);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto count = number(all[i].text);
    const bool in_a_format = all[i].at > 0 && line[all[i].at - 1] == ':';   // "{:02}"
    if (!count || *count == 0 || in_a_format) continue;
    const std::size_t end = all[i].at + all[i].text.size();
    const bool unit_next = i + 1 < all.size() && names_unit(all[i + 1].text) && line.substr(end, all[i + 1].at - end) == " ";
    if (unit_next) return true;
    if (*count == 1) continue;
    if (std::any_of(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(), [](const Token& token) { return names_unit(token.text); }))
      return true;
    if (i == 0 || !names_unit(all[i - 1].text)) continue;
    const std::size_t begin = all[i - 1].at + all[i - 1].text.size();
    if (line.substr(begin, all[i].at - begin).find_first_not_of(" (){}<>=!,") == std::string_view::npos) return true;
  }
  return false;
}

bool is_allowed(std::string_view path, std::string_view line) {
  return std::any_of(allowed.begin(), allowed.end(),
                     [&](const Allowed& one) { return one.path == path && line.find(one.part) != std::string_view::npos; });
}

Findings numbers_of_time(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path)) continue;
    const auto code = without_comments(file.lines);
    for (std::size_t i = 0; i < code.size(); ++i)
      if (counts_time(code[i]) && !is_allowed(file.path, code[i]))
        out.push_back(place(file, i) +
                      "a number of days, weeks, months or hours in C++. Put it into procedures/ with its source; if no law or guidance "
                      "stands behind it, give the line and the reason in tests/house/numbers_test.cpp.");
  }
  return out;
}

TEST(HouseNumbers, no_number_of_days_stands_in_the_program) { expect_none(numbers_of_time(checkout())); }

TEST(HouseNumbers, an_allowance_that_no_line_needs_is_struck_out) {
  for (const Allowed& one : allowed)
    EXPECT_TRUE(std::any_of(checkout().begin(), checkout().end(),
                            [&](const SourceFile& file) {
                              return file.path == one.path && std::any_of(file.lines.begin(), file.lines.end(), [&](const std::string& line) {
                                       return line.find(one.part) != std::string::npos && counts_time(line);
                                     });
                            }))
        << one.path << " no longer has \"" << one.part << "\": strike it out of tests/house/numbers_test.cpp";
}

TEST(HouseNumbers, a_number_of_days_is_found) {
  for (const char* line : {"limit = 15 * working_days;", "constexpr int limit_working_days = 15;", "Period{15, Unit::working_days}",
                           "\"15 working days\"", "day.plus_months(3)", "std::chrono::days{10}", "std::chrono::hours(24)", "if (working_days > 15)",
                           "\"1 working day\"", "2 weeks", "elapsed_days >= 10'000"})
    EXPECT_EQ(numbers_of_time({sample("src/procedure/a.cpp", line)}).size(), 1U) << line;
}

TEST(HouseNumbers, what_counts_no_time_is_passed) {
  for (const char* line : {"std::int32_t days_ = 0;", "day.plus_days(1)", "count == 1 ? \"day\" : \"days\"", "// within 15 working days", "hours < 0",
                           "std::size_t limit = 50;", "(days_ + 3) % 7", "std::int64_t days() const;", "holidays_2025", "int days = 0; int x = 15;",
                           "yesterdays(15)", "format(\"{:02}\", from_days(n))"})
    EXPECT_EQ(numbers_of_time({sample("src/procedure/a.cpp", line)}).size(), 0U) << line;
  EXPECT_EQ(numbers_of_time({sample("src/procedure/a_test.cpp", "15 working days")}).size(), 0U);
}

}   // namespace
}   // namespace confer::house
