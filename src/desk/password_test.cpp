#include "desk/password.h"

#include <ctime>
#include <gtest/gtest.h>
#include <sodium.h>

#include <atomic>
#include <thread>

namespace confer {
namespace {

constexpr HashEffort light{.passes = 1, .memory_bytes = 8192, .most_waiting = 2};

TEST(Password, any_words_that_are_long_enough_are_taken) {
  for (const char* good : {"teapot gravel otter", "only small letters", "            kettle", "\xC3\xA9\xC3\xA9t\xC3\xA9 \xE2\x98\x82 rains", "ALLCAPITALSOK"})
    EXPECT_TRUE(may_be_password(good, "a.khan")) << good;
  EXPECT_TRUE(may_be_password(std::string(120, 'a').append("bcdefghi"), "a.khan"));
  EXPECT_TRUE(may_be_password(std::string(255, 'a').append("b"), "a.khan"));
}

TEST(Password, what_others_would_guess_first_is_refused) {
  for (const char* bad : {"elevenchars", "", "Password1234", "passwordpassword", "QWERTYUIOP12", "aaaaaaaaaaaa", "abcabcabcabc", "123123123123",
                          "my.A.Khan.2025", "Safeguarding", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}) {
    const auto taken = may_be_password(bad, "a.khan");
    ASSERT_FALSE(taken) << bad;
    EXPECT_EQ(taken.error().field, "password");
    EXPECT_TRUE(std::string_view(bad).empty() || taken.error().message.find(bad) == std::string::npos);
  }
  EXPECT_FALSE(may_be_password(std::string(256, 'a').append("b"), "a.khan"));
}

TEST(Password, length_is_counted_in_characters) {
  EXPECT_FALSE(may_be_password("\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA0\xC3\xA9x", "a.khan"));   // 6 characters, 11 bytes
  EXPECT_TRUE(may_be_password("\xE2\x98\x82two \xC3\xA9toiles\xE2\x98\x82", "a.khan"));
}

TEST(Password, a_hash_is_argon2id_with_its_cost_and_a_salt_of_its_own) {
  PasswordHasher hasher;
  const std::string hash = *hasher.hash("teapot gravel otter");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_NE(hash, *hasher.hash("teapot gravel otter"));
  EXPECT_TRUE(*hasher.is_right("teapot gravel otter", hash));
  EXPECT_FALSE(*hasher.is_right("teapot gravel Otter", hash));
  EXPECT_FALSE(*hasher.is_right("", hash));
  EXPECT_FALSE(*hasher.is_right("teapot gravel otter", "no hash at all"));
}

TEST(Password, what_stands_for_the_hash_of_a_name_that_nobody_has_is_read_as_one_of_the_same_cost) {
  const HashEffort effort;
  EXPECT_EQ(crypto_pwhash_str_needs_rehash(nobodys_hash(effort).c_str(), effort.passes, effort.memory_bytes), 0);
  EXPECT_NE(nobodys_hash(effort), nobodys_hash(effort));
}

double seconds_of_work(const std::function<void()>& work) {
  const auto now = [] {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
  };
  const double before = now();
  work();
  return now() - before;
}

TEST(Password, a_name_that_nobody_has_costs_as_much_work_as_a_wrong_password) {
  PasswordHasher hasher;
  const std::string hash = *hasher.hash("teapot gravel otter");
  const double known = seconds_of_work([&] { for (int i = 0; i < 5; ++i) EXPECT_FALSE(*hasher.is_right("another set of words", hash)); });
  const double unknown = seconds_of_work([&] { for (int i = 0; i < 5; ++i) EXPECT_FALSE(*hasher.is_right("another set of words", "")); });
  EXPECT_GT(unknown, known / 2);
  EXPECT_LT(unknown, known * 2);
  RecordProperty("milliseconds_each", static_cast<int>(known * 1000 / 5));
}

TEST(Password, one_hashes_a_few_wait_and_the_next_is_told_to_try_again) {
  Turnstile turnstile(0);
  auto first = turnstile.enter();
  ASSERT_TRUE(first);
  EXPECT_FALSE(turnstile.enter());
  first.reset();
  EXPECT_TRUE(turnstile.enter());
}

TEST(Password, those_who_wait_all_get_their_turn) {
  PasswordHasher hasher({.passes = light.passes, .memory_bytes = light.memory_bytes, .most_waiting = 7});
  const std::string hash = *hasher.hash("teapot gravel otter");
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int times = 0; times < 50; ++times) right += *hasher.is_right("teapot gravel otter", hash);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 400);
}

}  // namespace
}  // namespace confer
