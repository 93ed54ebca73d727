#include "source_tree.h"

#include <cstdlib>

namespace confer::house {
namespace {

// Properties are tried with the same cases on every run; a developer may name another seed in RC_PARAMS.
[[maybe_unused]] const int seeded = setenv("RC_PARAMS", std::getenv("CONFER_LONG") ? "seed=20250401 max_success=20000" : "seed=20250401", 0);

TEST(House, the_whole_checkout_is_read) {
  const auto has = [](std::string_view path) {
    return std::any_of(checkout().begin(), checkout().end(), [&](const SourceFile& file) { return file.path == path && !file.lines.empty(); });
  };
  for (const char* path : {"src/base/date.h", "src/base/date.cpp", "src/casefile/entry.h", "CMakeLists.txt", "test", "tests/house/source_tree.h"})
    EXPECT_TRUE(has(path)) << path;
  EXPECT_FALSE(has(".git/HEAD"));
}

TEST(House, comments_are_left_out_and_strings_are_kept) {
  const auto code =
      without_comments(split_lines("a(); // b\n"
                                   "c(\"// d\");  /* e\n"
                                   "f */ g('\"'); // h\n"
                                   "i(R\"x(// j\n"
                                   "\" k)x\"); // l\n"
                                   "m = 10'000; // n\n"));
  EXPECT_EQ(code, (std::vector<std::string>{"a(); ", "c(\"// d\");  ", " g('\"'); ", "i(R\"x(// j", "\" k)x\"); ", "m = 10'000; "}));
}

TEST(House, a_path_tells_its_room) {
  EXPECT_EQ(room_of("src/base/date.h"), "base");
  EXPECT_EQ(room_of("tests/house/source_tree.h"), "");
  EXPECT_TRUE(is_program("src/base/date.cpp"));
  EXPECT_FALSE(is_program("src/base/date_test.cpp"));
}

}   // namespace
}   // namespace confer::house
