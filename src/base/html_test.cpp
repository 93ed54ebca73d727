#include "base/html.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace confer {
namespace {

// Only a literal of the program, or what was escaped on the way in, can become markup.
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_constructible_v<Html, const char*>);
static_assert(!std::is_constructible_v<html::Literal, std::string>);
static_assert(!fmt::is_formattable<Html>::value);

std::string of(Html html) { return std::move(html).release(); }

TEST(Html, the_five_characters_that_mean_something_are_escaped) {
  EXPECT_EQ(of(html::text("<b>\"Tom\" & 'Jo'</b>")), "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jo&#39;&lt;/b&gt;");
  EXPECT_EQ(of(html::text("&amp;")), "&amp;amp;");
  EXPECT_EQ(of(html::text("Siân")), "Siân");
  EXPECT_EQ(of(html::text("")), "");
}

TEST(Html, every_byte_comes_out_as_itself_or_escaped) {
  for (int c = 0; c < 256; ++c) {
    const std::string one(1, static_cast<char>(c));
    const std::string out = of(html::text(one));
    const bool meaningful = one.find_first_of("&<>\"'") != std::string::npos;
    EXPECT_EQ(out == one, !meaningful) << c;
    EXPECT_EQ(out.find_first_of("<>\"'"), std::string::npos) << c;
  }
}

TEST(Html, words_stay_words_inside_an_element_and_an_attribute) {
  EXPECT_EQ(of(html::element("p", {{"class", "govuk-body"}}, "a < b")), "<p class=\"govuk-body\">a &lt; b</p>");
  EXPECT_EQ(of(html::element("p", {{"title", "\"><script>"}}, "")), "<p title=\"&quot;&gt;&lt;script&gt;\"></p>");
}

TEST(Html, elements_nest_without_a_second_escape) {
  const Html inner = html::element("b", {}, "x & y");
  EXPECT_EQ(of(html::element("p", {}, inner)), "<p><b>x &amp; y</b></p>");
  EXPECT_EQ(of(Html("<hr>") + html::text("<")), "<hr>&lt;");
}

TEST(Html, an_attribute_stands_with_a_value_alone_or_not_at_all) {
  EXPECT_EQ(of(html::void_element("input", {html::flag("checked", true), html::flag("disabled", false)})), "<input checked>");
  EXPECT_EQ(of(html::void_element("input", {html::unless_empty("id", "x"), html::unless_empty("name", "")})), "<input id=\"x\">");
  EXPECT_EQ(of(html::void_element("input", {{"value", ""}})), "<input value=\"\">");
}

TEST(Html, each_line_of_words_stands_on_its_own) {
  EXPECT_EQ(of(html::lines("one\n<two>\n")), "one<br>&lt;two&gt;<br>");
  EXPECT_EQ(of(html::lines("")), "");
}

TEST(Html, an_element_may_be_opened_and_closed_apart) {
  Html out;
  out.open("ul", {{"class", "list"}}).open("li").add_text("1 > 0").close("li").close("ul");
  EXPECT_EQ(out.markup(), "<ul class=\"list\"><li>1 &gt; 0</li></ul>");
  EXPECT_FALSE(out.empty());
}

TEST(HtmlDeathTest, an_attribute_name_that_would_begin_another_is_our_own_mistake) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  for (const char* name : {"", "a b", "a=b", "a>", "a\"", "a/"})
    EXPECT_DEATH(of(html::void_element("input", {{name, "x"}})), "a mistake of its own") << name;
}

}   // namespace
}   // namespace confer
