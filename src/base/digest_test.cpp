#include "base/digest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace confer {
namespace {

Digest parts(std::vector<std::string_view> list) { return Digest::of_parts(list); }

TEST(Digest, known_content_has_the_digest_that_others_compute) {
  EXPECT_EQ(Digest::of("").hex(), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(Digest::of("abc").hex(), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Digest, pieces_are_framed_by_their_length_in_eight_bytes_the_least_first) {
  EXPECT_EQ(parts({"ab", "c"}).hex(), "20263e794775e4edf2b306c0f306af9e50175c831c857604b481e847f790bf95");
}

TEST(Digest, no_two_lists_of_pieces_share_a_digest) {
  EXPECT_NE(parts({"ab", "c"}), parts({"a", "bc"}));
  EXPECT_NE(parts({"abc"}), parts({"abc", ""}));
  EXPECT_NE(parts({"", "abc"}), parts({"abc", ""}));
  EXPECT_NE(parts({"abc"}), Digest::of("abc"));
  EXPECT_NE(parts({}), parts({""}));
}

TEST(Digest, the_digits_read_back) {
  const Digest digest = Digest::of("abc");
  EXPECT_EQ(Digest::parse(digest.hex()), digest);
  EXPECT_EQ(digest.view().size(), 32U);
  EXPECT_NE(digest, Digest{});
}

TEST(Digest, anything_but_64_hexadecimal_digits_is_refused) {
  const std::string good = Digest::of("abc").hex();
  for (const std::string& bad : {std::string(), good.substr(1), good + "0", "g" + good.substr(1), " " + good.substr(1), good.substr(0, 63) + " ",
                                 std::string(64, '\0'), std::string(64, ':')})
    EXPECT_FALSE(Digest::parse(bad)) << bad;
}

}   // namespace
}   // namespace confer
