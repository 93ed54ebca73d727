#include "base/json.h"

#include <gtest/gtest.h>

#include <string>

namespace confer {
namespace {

constexpr std::size_t roomy = 1'000'000;

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(Json, one_value_is_read) {
  EXPECT_EQ(read_json(R"({"a": [1, true, null, "é"]})", roomy).value().at("a").as_array().size(), 4U);
  EXPECT_TRUE(read_json("  7 ", roomy).value().is_int64());
}

TEST(Json, nesting_is_read_to_its_limit_and_no_deeper) {
  EXPECT_TRUE(read_json(nested(deepest_json), roomy));
  EXPECT_FALSE(read_json(nested(deepest_json + 1), roomy));
  EXPECT_FALSE(read_json(nested(400'000), roomy));
  EXPECT_FALSE(read_json(std::string(900'000, '['), roomy));
}

TEST(Json, bytes_are_read_to_their_limit_and_no_further) {
  EXPECT_TRUE(read_json("12345", 5));
  const auto large = read_json("123456", 5);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().kind, Problem::Kind::too_large);
}

TEST(Json, what_is_not_json_is_refused_and_never_repeated) {
  for (const std::string_view bad : {"",
                                     " ",
                                     "{",
                                     "{marigold}",
                                     "[1,]",
                                     "{\"marigold\":1,}",
                                     "'marigold'",
                                     "1 2",
                                     "nul",
                                     "\"\x01\"",
                                     "\"\xFF\"",
                                     "\"\xED\xA0\x80\"",
                                     "\"\\ud800\"",
                                     "// marigold\n1",
                                     "NaN",
                                     "Infinity",
                                     "\xEF\xBB\xBF{}",
                                     "01",
                                     "+1",
                                     ".5"}) {
    const auto value = read_json(bad, roomy);
    ASSERT_FALSE(value) << bad;
    EXPECT_EQ(value.error().message.find("marigold"), std::string::npos);
  }
}

}   // namespace
}   // namespace confer
