// A header is what the next person reads: it opens with what it is for, and everything it offers says what it means.
#include "source_tree.h"

namespace confer::house {
namespace {

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return line.starts_with(start); });
}

Findings headers_without_an_opening(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path) || !file.path.ends_with(".h")) continue;
    const auto first =
        std::find_if(file.lines.begin(), file.lines.end(), [](const std::string& line) { return !line.empty() && line != "#pragma once"; });
    if (first == file.lines.end() || !first->starts_with("//") || first->starts_with("///"))
      out.push_back(file.path + ": open the header, right under #pragma once, with a // comment that says what it is for and what it must not do.");
  }
  return out;
}

/// Whether a line at the left edge declares something to others. Not so: what names a namespace or an alias, announces a class that stands
/// elsewhere, or specialises a template of the standard library.
bool declares(std::string_view line, std::string_view next) {
  if (starts_with_any(line,
                      {"namespace", "using ", "}", "#", "//", "/*", "*/", "static_assert", "extern \"C\"", "public:", "private:", "friend ", ")"}))
    return false;
  const bool announces =
      starts_with_any(line, {"class ", "struct ", "enum class "}) && line.ends_with(';') && line.find('{') == std::string_view::npos;
  const std::string_view after_template = line.starts_with("template") && line.ends_with('>') ? next : line;
  return !announces && after_template.find("struct std::") == std::string_view::npos;
}

/// Follows a header line by line and knows whether a /// speaks for the line that it stands at. A sentence speaks for its paragraph, which may
/// be a struct and the function that takes it, or overloads; above a namespace it speaks for all that the namespace holds.
class Documentation {
 public:
  void read(std::string_view line) {
    if (line.empty()) {
      after_gap_ = true;
      return;
    }
    const bool at_the_edge = line[0] != ' ' && line[0] != '}';
    if (after_gap_ && at_the_edge) speaks_ = false;
    after_gap_ = false;
    if (line.starts_with("///")) speaks_ = true;
    if (line.starts_with("namespace") && line.ends_with('{')) {
      if (speaks_ && namespace_end_.empty()) namespace_end_ = fmt::format("}}  // {}", line.substr(0, line.size() - 2));
      speaks_ = false;
    }
    if (!namespace_end_.empty() && squeezed(line) == squeezed(namespace_end_)) namespace_end_.clear();
  }
  [[nodiscard]] bool speaks_for(std::string_view line) const {
    return speaks_ || !namespace_end_.empty() || line.find("///<") != std::string_view::npos;
  }

 private:
  static std::string squeezed(std::string_view line) {
    std::string out(line);
    std::erase(out, ' ');
    return out;
  }
  bool speaks_ = false, after_gap_ = false;
  std::string namespace_end_;
};

/// Declarations at the left edge of headers for which no /// speaks.
Findings undocumented(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path) || !file.path.ends_with(".h")) continue;
    const auto code = without_comments(file.lines);
    Documentation documentation;
    bool begins = true, in_macro = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
      const std::string& line = file.lines[i];
      const std::string_view next = i + 1 < file.lines.size() ? std::string_view(file.lines[i + 1]) : std::string_view{};
      const bool macro_goes_on = in_macro;
      in_macro = (in_macro || line.starts_with('#')) && line.ends_with('\\');
      documentation.read(line);
      const bool at_the_edge = !line.empty() && line[0] != ' ' && !macro_goes_on;
      if (at_the_edge && begins && !documentation.speaks_for(line) && declares(line, next))
        out.push_back(place(file, i) +
                      "a declaration without a ///. Say in one sentence above it what it means, its unit, what empty means and how it fails.");
      const std::size_t last = code[i].find_last_not_of(' ');
      begins = last == std::string::npos || std::string_view(";{}").find(code[i][last]) != std::string_view::npos || macro_goes_on ||
               line.starts_with('#');
    }
  }
  return out;
}

TEST(HouseHeaders, every_header_says_what_it_is_for) { expect_none(headers_without_an_opening(checkout())); }
TEST(HouseHeaders, everything_a_header_offers_says_what_it_means) { expect_none(undocumented(checkout())); }

TEST(HouseHeaders, a_header_without_an_opening_is_found) {
  EXPECT_EQ(headers_without_an_opening({sample("src/desk/a.h", "#pragma once\n#include <string>\n// Late.")}).size(), 1U);
  EXPECT_EQ(headers_without_an_opening({sample("src/desk/a.h", "")}).size(), 1U);
  EXPECT_EQ(headers_without_an_opening({sample("src/desk/a.h", "#pragma once\n// What it is for.\n#include <string>")}).size(), 0U);
  EXPECT_EQ(headers_without_an_opening({sample("src/desk/a.cpp", "#include \"desk/a.h\"")}).size(), 0U);
}

TEST(HouseHeaders, a_declaration_without_a_sentence_is_found) {
  for (const char* text :
       {"struct Chair {\n  int x;\n};", "[[nodiscard]] int quorum();", "enum class Part { open, own };", "int quorum(int a,\n           int b);",
        "/// One.\nint one();\n\nint two();", "template <class T>\nint three(T t);", "inline constexpr int most = 4;",
        "/// One.\nstruct One {\n};\n\nint two();", "// One.\nint one();", "namespace a {\nint one();\n}  // namespace a",
        "/// All.\nnamespace a {\nint one();\n}  // namespace a\nint two();", "class Chair {\n public:\n};"})
    EXPECT_EQ(undocumented({sample("src/desk/a.h", text)}).size(), 1U) << text;
}

TEST(HouseHeaders, a_declaration_with_a_sentence_is_passed) {
  for (const char* text :
       {"/// A chair.\nstruct Chair {\n  int x;\n};", "/// One.\n[[nodiscard]] int quorum();", "class Chair;", "namespace confer {\n}",
        "/// Both.\nint one(int);\nint one(char);", "using A = int;   ///< An a.", "/// Three.\ntemplate <class T>\nint three(T t);",
        "inline constexpr int most = 4;   ///< The most.", "template <class T>\nstruct std::hash<A<T>> {\n};", "#define A(x) \\\n  b(x)",
        "/// One.\nint quorum(int a,\n           int b);", "namespace a { class B; }", "enum class Part;",
        "/// One.\nstruct One {\n  int x;\n\n  int y;\n};\nint one(const One&);", "/// All.\nnamespace a {\n\nint one();\n\n}   // namespace a"})
    EXPECT_EQ(undocumented({sample("src/desk/a.h", text)}).size(), 0U) << text;
}

}   // namespace
}   // namespace confer::house
