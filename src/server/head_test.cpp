#include "server/head.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

constexpr std::int64_t monday_afternoon = 1'744'038'600;   // 2025-04-07T15:10:00Z

TEST(Head, an_answer_carries_its_date_length_and_what_becomes_of_the_connection) {
  const Response page{.status = 200, .headers = {{"Content-Type", "text/plain"}}, .body = "hello"};
  EXPECT_EQ(response_head(page, "OK", Afterwards::keep_open, monday_afternoon),
            "HTTP/1.1 200 OK\r\nDate: Mon, 07 Apr 2025 15:10:00 GMT\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(response_head({.status = 304}, "Not Modified", Afterwards::close, monday_afternoon),
            "HTTP/1.1 304 Not Modified\r\nDate: Mon, 07 Apr 2025 15:10:00 GMT\r\nConnection: close\r\n\r\n");
}

TEST(HeadDeathTest, an_answer_cannot_be_split_in_two) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  for (const char* value : {"/a\r\nSet-Cookie: b=c", "/a\nb", "/a\rb", "/a\x01"})
    EXPECT_DEATH((void)response_head({.status = 303, .headers = {{"Location", value}}}, "See Other", Afterwards::close, 0), "mistake of its own");
  EXPECT_DEATH((void)response_head({.status = 200, .headers = {{"X: y\r\nZ", "1"}}}, "OK", Afterwards::close, 0), "mistake of its own");
}

}  // namespace
}  // namespace confer
