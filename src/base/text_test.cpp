#include "base/text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace confer {
namespace {

// Words cannot be logged by accident: nothing knows how to format them.
static_assert(!fmt::is_formattable<Text>::value);

constexpr std::size_t roomy = 1'000;

TEST(Text, what_is_well_formed_is_read) {
  for (const std::string_view good : {"", "a", "Siân Llŷr", "Zoë O’Hara", "\xC2\xA0", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                      "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBD", "اسم", "👧🏽"}) {
    EXPECT_TRUE(is_utf8(good)) << good;
    ASSERT_TRUE(Text::from(good, roomy)) << good;
    const Text read = Text::from(good, roomy).value();
    EXPECT_EQ(read.words(), good);
  }
}

TEST(Text, what_is_not_well_formed_is_refused) {
  for (const std::string_view bad : {"\x80",
                                     "\xBF",
                                     "\xC0\x80",
                                     "\xC1\xBF",
                                     "\xC2",
                                     "\xC2\x41",
                                     "\xC2\xC0",
                                     "\xE0\x80\x80",
                                     "\xE0\x9F\xBF",
                                     "\xE2\x82",
                                     "\xE2\x28\xA1",
                                     "\xED\xA0\x80",
                                     "\xED\xBF\xBF",
                                     "\xF0\x80\x80\x80",
                                     "\xF0\x8F\xBF\xBF",
                                     "\xF0\x9F\x91",
                                     "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80",
                                     "\xFE",
                                     "\xFF",
                                     "ok\xFF",
                                     "Zo\xEB"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
    EXPECT_FALSE(Text::from(bad, roomy)) << bad;
  }
}

TEST(Text, control_characters_are_refused_but_for_newline_and_tab) {
  for (int c = 0; c < 0x20; ++c) {
    const std::string words = std::string("a") + static_cast<char>(c) + "b";
    EXPECT_EQ(Text::from(words, roomy).has_value(), c == '\n' || c == '\t' || c == '\r') << c;
  }
  EXPECT_FALSE(Text::from("a\x7F", roomy));
  for (int c = 0x80; c <= 0xA0; ++c) EXPECT_EQ(Text::from(std::string("\xC2") + static_cast<char>(c), roomy).has_value(), c == 0xA0) << c;
}

TEST(Text, characters_that_no_xml_document_may_hold_are_refused) {
  EXPECT_FALSE(Text::from("a\xEF\xBF\xBE", roomy));
  EXPECT_FALSE(Text::from("a\xEF\xBF\xBF", roomy));
}

TEST(Text, every_line_end_becomes_a_newline) {
  const Text read = Text::from("one\r\ntwo\rthree\n\r\nfour\r", roomy).value();
  EXPECT_EQ(read.words(), "one\ntwo\nthree\n\nfour\n");
}

TEST(Text, what_is_too_long_is_refused_with_what_to_do) {
  EXPECT_TRUE(Text::from("12345", 5));
  EXPECT_TRUE(Text::from("", 0));
  const auto long_words = Text::from("123456", 5);
  ASSERT_FALSE(long_words);
  EXPECT_EQ(long_words.error().kind, Problem::Kind::too_large);
  EXPECT_EQ(long_words.error().message, "This is too long: about 5 characters fit here. Shorten it, or put the rest in another entry.");
}

TEST(Text, a_refusal_never_repeats_the_words) {
  for (const std::string_view bad : {"marigold\x01", "marigold\xFF"})
    EXPECT_EQ(Text::from(bad, roomy).error().message.find("marigold"), std::string::npos);
  EXPECT_EQ(Text::from("marigold", 1).error().message.find("marigold"), std::string::npos);
}

}   // namespace
}   // namespace confer
