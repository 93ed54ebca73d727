#include "cli/serving.h"

#include <gtest/gtest.h>

namespace confer::cli {
namespace {

TEST(Serving, an_address_is_read_with_its_port) {
  EXPECT_EQ(*read_listen_address("127.0.0.1:8080"), (ListenAddress{"127.0.0.1", 8080}));
  EXPECT_EQ(*read_listen_address("[::1]:8080"), (ListenAddress{"::1", 8080}));
  EXPECT_EQ(*read_listen_address("0.0.0.0:0"), (ListenAddress{"0.0.0.0", 0}));
}

TEST(Serving, what_is_no_address_is_refused_with_an_example) {
  for (const char* text : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80x", "::1:8080", "[127.0.0.1]:80", "[]:80", "example.org:80", "[::1:80"}) {
    const auto read = read_listen_address(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error().field, "listen");
  }
}

TEST(Serving, the_address_printed_can_be_opened) {
  EXPECT_EQ(web_address("127.0.0.1", 8080), "http://127.0.0.1:8080/");
  EXPECT_EQ(web_address("::1", 80), "http://[::1]:80/");
}

}  // namespace
}  // namespace confer::cli
