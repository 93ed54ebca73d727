#include "server/target.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

TEST(Target, a_path_and_its_query_are_decoded) {
  EXPECT_EQ(*read_target("/files/a%20b/?q=x+y&day=2025-04-07"), (Target{"/files/a b/", {{"q", "x y"}, {"day", "2025-04-07"}}}));
  EXPECT_EQ(read_target("/")->path, "/");
  EXPECT_EQ(read_target("http://confer.example/files")->path, "/files");
  EXPECT_EQ(read_target("http://confer.example")->path, "/");
}

TEST(Target, what_two_readers_could_understand_differently_is_refused) {
  for (const char* target : {"", "*", "files", "/..", "/a/../b", "/a/./b", "/%2e%2e/b", "/a/%2E./b", "//evil.example", "/a//b", "/a%2Fb", "/a\\b", "/a%5Cb",
                             "/%00", "/%0d%0aX: y", "/%FF", "/%C0%AE", "/%zz", "/%4", "/a#b", "/?q=%FF", "/?q=%", "ftp://confer.example/"})
    EXPECT_FALSE(read_target(target)) << target;
}

TEST(Target, headers_that_leave_the_end_of_the_body_in_doubt_are_refused) {
  const std::pair<std::string, std::string> host{"host", "confer.example:8080"};
  EXPECT_TRUE(are_unambiguous({host}, Http::one_one));
  EXPECT_TRUE(are_unambiguous({host, {"content-length", "12"}}, Http::one_one));
  EXPECT_TRUE(are_unambiguous({host, {"transfer-encoding", "Chunked"}}, Http::one_one));
  EXPECT_TRUE(are_unambiguous({}, Http::one_zero));
  EXPECT_FALSE(are_unambiguous({}, Http::one_one));
  EXPECT_FALSE(are_unambiguous({host, host}, Http::one_one));
  EXPECT_FALSE(are_unambiguous({{"host", "a b"}}, Http::one_one));
  EXPECT_FALSE(are_unambiguous({host, {"content-length", "12"}, {"transfer-encoding", "chunked"}}, Http::one_one));
  EXPECT_FALSE(are_unambiguous({host, {"content-length", "12"}, {"content-length", "12"}}, Http::one_one));
  for (const char* length : {"", "+1", "-1", "1, 1", "0x1", "99999999999999999999"})
    EXPECT_FALSE(are_unambiguous({host, {"content-length", length}}, Http::one_one)) << length;
  for (const char* encoding : {"", "identity", "gzip, chunked", "chunked, identity", "xchunked"})
    EXPECT_FALSE(are_unambiguous({host, {"transfer-encoding", encoding}}, Http::one_one)) << encoding;
  EXPECT_FALSE(are_unambiguous({host, {"transfer-encoding", "chunked"}}, Http::one_zero));
}

TEST(Target, only_a_trusted_proxy_is_believed_about_the_address) {
  const Pairs headers{{"x-forwarded-for", "203.0.113.7, 198.51.100.9"}};
  EXPECT_EQ(client_address(headers, "192.0.2.1", {}), "192.0.2.1");
  EXPECT_EQ(client_address(headers, "127.0.0.1", {"127.0.0.1"}), "198.51.100.9");
  EXPECT_EQ(client_address({}, "127.0.0.1", {"127.0.0.1"}), "127.0.0.1");
  EXPECT_EQ(client_address({{"x-forwarded-for", "Robert"}}, "127.0.0.1", {"127.0.0.1"}), "127.0.0.1");
}

}  // namespace
}  // namespace confer
