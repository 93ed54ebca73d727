#include "page/http.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

TEST(Http, headers_parameters_and_cookies_are_found_by_name) {
  const Request request{.path = "/files",
                        .query = {{"day", "2025-04-07"}, {"day", "2025-04-08"}},
                        .headers = {{"host", "confer.example"}, {"cookie", "a=1; session=abc=def ;b"}, {"cookie", "device=xyz"}}};
  EXPECT_EQ(request.header("host"), "confer.example");
  EXPECT_EQ(request.parameter("day"), "2025-04-07");
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("session"), "abc=def");
  EXPECT_EQ(request.cookie("device"), "xyz");
  EXPECT_EQ(request.cookie("missing"), "");
  EXPECT_EQ(request.header("missing"), "");
}

TEST(Http, a_form_is_read_in_the_order_it_came) {
  const auto form = read_form("name=Ann%20Example&words=a+b%2Bc%0D%0A%C3%A9&empty=&bare&name=again&&");
  ASSERT_TRUE(form);
  EXPECT_EQ(*form, (Pairs{{"name", "Ann Example"}, {"words", "a b+c\r\n\xC3\xA9"}, {"empty", ""}, {"bare", ""}, {"name", "again"}}));
  EXPECT_TRUE(read_form("")->empty());
}

TEST(Http, a_form_that_is_badly_encoded_is_refused) {
  for (const char* body : {"a=%", "a=%4", "a=%zz", "a=%+1", "%=a", "a=%00", "a=%FF", "a=%C0%AF", "a=%ED%A0%80", "a=\xFF"})
    EXPECT_FALSE(read_form(body)) << body;
}

TEST(Http, a_form_beyond_its_limits_is_too_large) {
  const FormLimits limits{.bytes = 20, .fields = 3, .name_bytes = 4};
  EXPECT_TRUE(read_form("a=1&b=2&c=3", limits));
  EXPECT_EQ(read_form("a=1&b=2&c=3&d=4", limits).error().kind, Problem::Kind::too_large);
  EXPECT_EQ(read_form("a=123456789012345678901", limits).error().kind, Problem::Kind::too_large);
  EXPECT_EQ(read_form("abcde=1", limits).error().kind, Problem::Kind::too_large);
}

TEST(Http, what_a_link_encodes_reads_back_the_same) {
  const std::string words = "a b/c?d&e=f%2B+\xC3\xA9#\"<>'";
  const auto back = percent_decode(percent_encode(words));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, words);
  const Pairs pairs{{"q", words}, {"page", "2"}};
  EXPECT_EQ(*read_form(query_string(pairs).substr(1)), pairs);
  EXPECT_EQ(query_string({}), "");
}

TEST(Http, a_cookie_is_kept_from_scripts_and_from_other_sites_forms) {
  EXPECT_EQ(set_cookie({.name = "__Host-session", .value = "a-B_1"}), "__Host-session=a-B_1; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(set_cookie({.name = "device", .value = "x", .seconds = 60, .transport = Transport::plain}), "device=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
  EXPECT_EQ(set_cookie({.name = "device", .value = "", .seconds = 60}), "device=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
}

TEST(HttpDeathTest, a_cookie_cannot_carry_another) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH((void)set_cookie({.name = "a", .value = "x; b=c"}), "mistake of its own");
}

TEST(Http, a_form_from_another_site_is_known_as_such) {
  const auto from = [](Pairs headers) { return is_from_own_page({.path = "/sign-in", .headers = std::move(headers)}); };
  EXPECT_TRUE(from({{"host", "confer.example"}, {"sec-fetch-site", "same-origin"}}));
  EXPECT_TRUE(from({{"host", "confer.example"}, {"origin", "https://confer.example"}}));
  EXPECT_TRUE(from({{"host", "confer.example"}}));
  EXPECT_FALSE(from({{"host", "confer.example"}, {"sec-fetch-site", "cross-site"}}));
  EXPECT_FALSE(from({{"host", "confer.example"}, {"sec-fetch-site", "same-site"}}));
  EXPECT_FALSE(from({{"host", "confer.example"}, {"origin", "https://evil.example"}}));
  EXPECT_FALSE(from({{"host", "confer.example"}, {"origin", "null"}}));
}

}  // namespace
}  // namespace confer
