#include "desk/sign_in.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

#include "desk/token.h"
#include "store/store.h"

namespace confer {
namespace {

const AuthorityId rotherham{"rotherham"};
const Instant morning = *Instant::parse("2025-04-07T09:00:00Z");
const AccountWriter admin{{"p-admin"}, "administrator", morning};
constexpr const char* words = "teapot gravel otter";
constexpr const char* office = "192.0.2.10";
constexpr const char* stranger = "203.0.113.66";

Instant after(std::int64_t seconds) { return {morning.microseconds + seconds * 1'000'000}; }

class SignInTest : public testing::Test {
 protected:
  SignInTest() {
    rules_.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    sign_in_.emplace(*store_, rotherham, rules_);
    khan_ = *sign_in_->add_account({.name = "a.khan", .password_hash = {}, .person = {"p-khan"}, .roles = {"social_worker"}}, words, admin);
  }
  tl::expected<SignedIn, SignInRefusal> try_it(std::string name, std::string password, std::string address, Instant now, std::string device = {}) {
    return sign_in_->sign_in({.name = std::move(name), .password = std::move(password), .address = std::move(address), .device_token = std::move(device)}, now);
  }
  Sessions& sessions() { return sign_in_->sessions(); }
  /// Everything that sign-in keeps outside the chains: shelf, key and value.
  [[nodiscard]] std::vector<std::array<std::string, 3>> kept(Instant now) const {
    std::vector<std::array<std::string, 3>> out;
    for (const std::string shelf : {"session", "session_token", "device"})
      for (const std::string& key : store_->aside_keys(shelf, now)) out.push_back({shelf, key, *store_->aside(shelf, key, now)});
    return out;
  }

  const std::unique_ptr<Store> store_ = memory_store();
  SignInRules rules_;
  std::optional<SignIn> sign_in_;
  Account khan_;
};

TEST_F(SignInTest, a_name_and_its_password_begin_a_session) {
  const auto in = try_it("A.Khan", words, office, morning);
  ASSERT_TRUE(in);
  const auto session = sessions().find(in->session.token, after(1));
  ASSERT_TRUE(session);
  EXPECT_EQ(session->account, khan_);
  EXPECT_EQ(session->signed_in, morning);
  EXPECT_FALSE(session->renewed);
}

TEST_F(SignInTest, a_wrong_name_a_wrong_password_and_a_disabled_account_are_answered_alike) {
  const auto wrong_password = try_it("a.khan", "another set of words", office, morning);
  const auto wrong_name = try_it("b.khan", words, office, morning);
  ASSERT_TRUE(sign_in_->accounts().disable(khan_.id, admin));
  const auto disabled = try_it("a.khan", words, office, morning);
  ASSERT_FALSE(wrong_password || wrong_name || disabled);
  EXPECT_EQ(wrong_password.error().problem, wrong_name.error().problem);
  EXPECT_EQ(wrong_password.error().problem, disabled.error().problem);
  EXPECT_EQ(wrong_password.error().why, SignInRefusal::Why::wrong);
}

TEST_F(SignInTest, a_password_longer_than_any_taken_is_wrong_and_not_cut_short) {
  EXPECT_FALSE(try_it("a.khan", std::string(words) + std::string(5000, 'x'), office, morning));
  EXPECT_FALSE(try_it("a.khan", "", office, morning));
}

TEST_F(SignInTest, failures_from_one_address_slow_that_name_there_longer_and_longer) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(try_it("a.khan", "wrong", office, morning).error().why, SignInRefusal::Why::wrong);
  EXPECT_EQ(try_it("a.khan", "wrong", office, morning).error().why, SignInRefusal::Why::wrong);
  const auto soon = try_it("a.khan", words, office, morning);
  ASSERT_EQ(soon.error().why, SignInRefusal::Why::too_soon);
  EXPECT_EQ(soon.error().not_before, after(1));
  EXPECT_EQ(soon.error().problem.message, "There were too many tries. Wait 1 second and try again.");
  EXPECT_EQ(try_it("a.khan", "wrong", office, after(1)).error().why, SignInRefusal::Why::wrong);
  EXPECT_EQ(try_it("a.khan", "wrong", office, after(1)).error().not_before, after(3));
  EXPECT_TRUE(try_it("a.khan", words, office, after(3)));
  EXPECT_EQ(try_it("a.khan", "wrong", office, after(3)).error().why, SignInRefusal::Why::wrong);   // success began the count anew
}

TEST_F(SignInTest, a_name_that_nobody_has_is_slowed_just_as_one_that_somebody_has) {
  for (int i = 0; i < 6; ++i) {
    const auto known = try_it("a.khan", "wrong", "192.0.2.20", after(i)), unknown = try_it("no.such", "wrong", "192.0.2.21", after(i));
    EXPECT_EQ(known.error().why, unknown.error().why);
    EXPECT_EQ(known.error().not_before, unknown.error().not_before);
    EXPECT_EQ(known.error().problem, unknown.error().problem);
  }
}

TEST_F(SignInTest, a_stranger_cannot_lock_anyone_out) {
  const std::string device = try_it("a.khan", words, office, morning)->device_token;
  std::int64_t second = 1;
  for (int i = 0; i < 500; ++i, ++second) (void)try_it("a.khan", "wrong", "203.0.113." + std::to_string(i % 250), after(second));
  EXPECT_TRUE(try_it("a.khan", words, office, after(second), device));   // a browser that the account knows is not slowed at all
  EXPECT_TRUE(try_it("a.khan", words, "198.51.100.1", after(second), device));
  const auto elsewhere = try_it("a.khan", words, "198.51.100.2", after(second));
  EXPECT_LE(elsewhere ? after(second) : *elsewhere.error().not_before, after(second + 30));   // any other waits half a minute at most
  EXPECT_TRUE(try_it("a.khan", words, "198.51.100.2", after(second + 30)));
}

TEST_F(SignInTest, a_known_browser_is_slowed_by_its_own_failures) {
  const std::string device = try_it("a.khan", words, office, morning)->device_token;
  for (int i = 0; i < 4; ++i) EXPECT_EQ(try_it("a.khan", "wrong", office, after(1), device).error().why, SignInRefusal::Why::wrong);
  EXPECT_EQ(try_it("a.khan", words, office, after(1), device).error().why, SignInRefusal::Why::too_soon);
  EXPECT_TRUE(try_it("a.khan", words, office, after(2), device));
}

TEST_F(SignInTest, a_browser_that_two_people_share_is_known_to_both) {
  ASSERT_TRUE(sign_in_->add_account({.name = "b.lee", .password_hash = {}, .person = {"p-lee"}}, "lantern copper moss", admin));
  const std::string device = try_it("a.khan", words, office, morning)->device_token;
  EXPECT_EQ(try_it("b.lee", "lantern copper moss", office, morning, device)->device_token, device);
  EXPECT_EQ(try_it("a.khan", words, office, morning, device)->device_token, device);
  const std::string planted = random_token();
  EXPECT_NE(try_it("a.khan", words, office, morning, planted)->device_token, planted);
}

TEST_F(SignInTest, one_address_that_tries_many_names_is_slowed_for_all_of_them) {
  for (int i = 0; i < 21; ++i) EXPECT_EQ(try_it("name" + std::to_string(i), "wrong", stranger, morning).error().why, SignInRefusal::Why::wrong);
  EXPECT_EQ(try_it("one.more", "wrong", stranger, morning).error().not_before, after(1));
  EXPECT_TRUE(try_it("a.khan", words, office, morning));
}

TEST_F(SignInTest, tries_made_at_once_all_count) {
  rules_.effort.most_waiting = 8;
  sign_in_.emplace(*store_, rotherham, rules_);
  std::atomic<int> looked_at = 0, too_soon = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int times = 0; times < 10; ++times) ++(try_it("a.khan", "wrong", stranger, morning).error().why == SignInRefusal::Why::wrong ? looked_at : too_soon);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(looked_at, rules_.pair.free_failures + 1);
  EXPECT_EQ(too_soon, 80 - looked_at);
}

TEST_F(SignInTest, a_household_with_a_whole_ipv6_prefix_counts_as_one_address) {
  EXPECT_EQ(slowed_address("2001:db8:1:2:3:4:5:6"), slowed_address("2001:db8:1:2:ffff::1"));
  EXPECT_NE(slowed_address("2001:db8:1:2::1"), slowed_address("2001:db8:1:3::1"));
  EXPECT_EQ(slowed_address("192.0.2.1"), "192.0.2.1");
}

TEST_F(SignInTest, nothing_kept_would_let_its_finder_in) {
  const auto in = try_it("a.khan", words, office, morning);
  const auto all = kept(morning);
  EXPECT_EQ(all.size(), 3u);   // the session, its token and the browser
  for (const auto& one : all)
    for (const std::string& text : one) {
      EXPECT_EQ(text.find(in->session.token), std::string::npos);
      EXPECT_EQ(text.find(in->session.form_token), std::string::npos);
      EXPECT_EQ(text.find(in->device_token), std::string::npos);
    }
}

TEST_F(SignInTest, signing_in_gives_a_new_token_and_ends_the_session_before) {
  const auto first = try_it("a.khan", words, office, morning);
  const auto second = sign_in_->sign_in({.name = "a.khan", .password = words, .address = office, .session_token = first->session.token}, after(5));
  EXPECT_NE(first->session.token, second->session.token);
  EXPECT_FALSE(sessions().find(first->session.token, after(6)));
  EXPECT_TRUE(sessions().find(second->session.token, after(6)));
}

TEST_F(SignInTest, a_session_ends_when_idle_and_at_its_longest) {
  const std::string idle = try_it("a.khan", words, office, morning)->session.token;
  EXPECT_TRUE(sessions().find(idle, after(30 * 60 - 1)));
  EXPECT_TRUE(sessions().find(idle, after(60 * 60 - 2)));
  EXPECT_FALSE(sessions().find(idle, after(90 * 60 - 1)));
  std::string busy = try_it("a.khan", words, office, morning)->session.token;
  for (std::int64_t minute = 10; minute < 12 * 60; minute += 10) {
    const auto session = sessions().find(busy, after(minute * 60));
    ASSERT_TRUE(session) << minute;
    if (session->renewed) busy = *session->renewed;
  }
  EXPECT_FALSE(sessions().find(busy, after(12 * 60 * 60)));
}

TEST_F(SignInTest, a_token_is_changed_hourly_and_the_one_before_dies_once_the_new_one_was_shown) {
  const auto in = try_it("a.khan", words, office, morning);
  const std::string old_token = in->session.token;
  (void)sessions().find(old_token, after(25 * 60));
  (void)sessions().find(old_token, after(50 * 60));
  const auto lost = sessions().find(old_token, after(60 * 60));   // this answer never arrives
  ASSERT_TRUE(lost && lost->renewed);
  const auto again = sessions().find(old_token, after(70 * 60));
  ASSERT_TRUE(again && again->renewed);
  const auto renewed = sessions().find(*again->renewed, after(71 * 60));
  ASSERT_TRUE(renewed);
  EXPECT_FALSE(renewed->renewed);
  EXPECT_EQ(renewed->form_token, in->session.form_token);   // forms opened before can still be sent
  const auto overlapping = sessions().find(old_token, after(71 * 60 + 59));
  ASSERT_TRUE(overlapping);
  EXPECT_FALSE(overlapping->renewed);
  EXPECT_FALSE(sessions().find(old_token, after(72 * 60)));
  EXPECT_TRUE(sessions().find(*again->renewed, after(72 * 60)));
}

TEST_F(SignInTest, ending_a_session_ends_every_token_it_had) {
  const std::string token = try_it("a.khan", words, office, morning)->session.token;
  (void)sessions().find(token, after(29 * 60));
  (void)sessions().find(token, after(58 * 60));
  const std::string renewed = *sessions().find(token, after(61 * 60))->renewed;
  sessions().end(token, after(61 * 60));
  EXPECT_FALSE(sessions().find(token, after(61 * 60)));
  EXPECT_FALSE(sessions().find(renewed, after(61 * 60)));
  sessions().end("no token", after(61 * 60));
}

TEST_F(SignInTest, signs_of_life_are_noted_at_most_once_a_minute) {
  const std::string token = try_it("a.khan", words, office, morning)->session.token;
  const auto before = kept(after(1));
  for (int second = 1; second < 60; ++second) EXPECT_TRUE(sessions().find(token, after(second)));
  EXPECT_EQ(kept(after(59)), before);
  EXPECT_TRUE(sessions().find(token, after(61)));
  EXPECT_NE(kept(after(61)), before);
}

TEST_F(SignInTest, disabling_an_account_ends_its_sessions) {
  const std::string token = try_it("a.khan", words, office, morning)->session.token;
  ASSERT_TRUE(sign_in_->accounts().disable(khan_.id, admin));
  EXPECT_FALSE(sessions().find(token, after(1)));
}

TEST_F(SignInTest, changing_the_password_ends_every_other_session) {
  const std::string here = try_it("a.khan", words, office, morning)->session.token, there = try_it("a.khan", words, "192.0.2.99", morning)->session.token;
  const Session session = *sessions().find(here, after(1));
  EXPECT_EQ(sign_in_->change_password(session, here, "not it", "lantern copper moss", after(1)).error().field, "current");
  EXPECT_EQ(sign_in_->change_password(session, here, words, "short", after(1)).error().field, "password");
  const auto changed = sign_in_->change_password(session, here, words, "lantern copper moss", after(1));
  ASSERT_TRUE(changed);
  EXPECT_TRUE(sessions().find(changed->token, after(2)));
  EXPECT_FALSE(sessions().find(here, after(2)));
  EXPECT_FALSE(sessions().find(there, after(2)));
  EXPECT_FALSE(try_it("a.khan", words, office, after(2)));
  EXPECT_TRUE(try_it("a.khan", "lantern copper moss", office, after(2)));
}

TEST_F(SignInTest, guessing_the_present_password_of_an_open_session_is_slowed) {
  const std::string here = try_it("a.khan", words, office, morning)->session.token;
  const Session session = *sessions().find(here, morning);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(sign_in_->change_password(session, here, "not it", "lantern copper moss", morning).error().field, "current");
  EXPECT_NE(sign_in_->change_password(session, here, words, "lantern copper moss", morning).error().message.find("Wait"), std::string::npos);
  EXPECT_TRUE(sign_in_->change_password(session, here, words, "lantern copper moss", after(1)));
}

TEST_F(SignInTest, a_form_is_believed_only_with_the_token_of_its_own_session) {
  const auto mine = try_it("a.khan", words, office, morning), other = try_it("a.khan", words, stranger, morning);
  const Session session = *sessions().find(mine->session.token, after(1));
  EXPECT_TRUE(has_form_token(session, mine->session.form_token));
  EXPECT_FALSE(has_form_token(session, other->session.form_token));
  EXPECT_FALSE(has_form_token(session, ""));
  EXPECT_FALSE(has_form_token(session, mine->session.token));
}

TEST_F(SignInTest, what_is_no_token_leads_to_no_session) {
  for (const std::string& token : {std::string(), std::string("x"), std::string(43, '!'), std::string(44, 'a'), random_token()})
    EXPECT_FALSE(sessions().find(token, morning));
}

TEST_F(SignInTest, a_session_of_one_authority_is_none_in_another) {
  const std::string token = try_it("a.khan", words, office, morning)->session.token;
  SignIn elsewhere(*store_, {"hips"}, rules_);
  EXPECT_FALSE(elsewhere.sessions().find(token, after(1)));
}

TEST(Slowing, memory_is_bounded_and_the_oldest_failures_are_forgotten_first) {
  Slowing slowing({.free_failures = 0, .first_delay_seconds = 10, .longest_delay_seconds = 100, .forget_after_seconds = 1000}, 100);
  for (int i = 0; i < 1000; ++i) {
    slowing.count("stays", after(i));
    slowing.count("passing " + std::to_string(i), after(i));
  }
  EXPECT_EQ(slowing.keys(), 100u);
  EXPECT_TRUE(slowing.not_before("stays", after(1000)));
  EXPECT_FALSE(slowing.not_before("passing 3", after(3)));
}

TEST(Slowing, failures_long_past_count_no_more) {
  Slowing slowing({.free_failures = 1, .first_delay_seconds = 10, .longest_delay_seconds = 100, .forget_after_seconds = 1000});
  slowing.count("key", after(0));
  slowing.count("key", after(1));
  EXPECT_EQ(slowing.not_before("key", after(2)), after(11));
  slowing.count("key", after(2000));
  EXPECT_FALSE(slowing.not_before("key", after(2000)));
  for (int i = 0; i < 100; ++i) slowing.count("key", after(2000));
  EXPECT_EQ(slowing.not_before("key", after(2000)), after(2100));
}

}  // namespace
}  // namespace confer
