// The shape of files: short enough to be read in one sitting, and pages whose headings a screen reader can walk.
#include "source_tree.h"

namespace confer::house {
namespace {

/// Where a file has certainly become two. Most have 100 to 250 lines.
constexpr std::size_t most_lines = 500;

Findings long_files(const Files& files) {
  Findings out;
  for (const SourceFile& file : files)
    if (file.path.starts_with("src/") && file.lines.size() > most_lines)
      out.push_back(fmt::format("{}: {} lines, and {} is the most. Divide it where its subject divides.", file.path, file.lines.size(), most_lines));
  return out;
}

/// The level of a Markdown heading: 2 for "## Rooms"; 0 for any other line.
std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ' ? level : 0;
}

Findings skipped_headings(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".md")) continue;
    std::size_t above = 0;
    bool in_code = false;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (file.lines[i].starts_with("```") || file.lines[i].starts_with("~~~")) in_code = !in_code;
      const std::size_t level = in_code ? 0 : heading_level(file.lines[i]);
      if (level > above + 1)
        out.push_back(place(file, i) +
                      fmt::format("a heading of level {} under one of level {}. Use level {}, so that no step is missing.", level, above, above + 1));
      if (level > 0) above = level;
    }
    if (above == 0) out.push_back(file.path + ": a page without a heading. Begin it with one of level 1.");
  }
  return out;
}

TEST(HouseShape, no_source_file_is_too_long_to_read) { expect_none(long_files(checkout())); }
TEST(HouseShape, no_page_skips_a_heading) { expect_none(skipped_headings(checkout())); }

TEST(HouseShape, a_file_that_is_too_long_is_found) {
  const auto of = [](std::size_t count) { return SourceFile{"src/page/a.cpp", std::vector<std::string>(count, "x")}; };
  EXPECT_EQ(long_files({of(most_lines)}).size(), 0U);
  EXPECT_EQ(long_files({of(most_lines + 1)}).size(), 1U);
}

TEST(HouseShape, a_skipped_heading_is_found) {
  const auto found = [](std::string_view text) { return skipped_headings({sample("README.md", text)}).size(); };
  EXPECT_EQ(found("# A\n### B"), 1U);
  EXPECT_EQ(found("## A"), 1U);
  EXPECT_EQ(found("words only"), 1U);
  EXPECT_EQ(found("# A\n## B\n### C\n## D\n# E\n## F"), 0U);
  EXPECT_EQ(found("# A\n```\n### a comment\n```\n## B"), 0U);
  EXPECT_EQ(found("# A\n#hashtag\n###"), 0U);
}

}   // namespace
}   // namespace confer::house
