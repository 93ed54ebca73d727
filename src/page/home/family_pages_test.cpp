#include "page/conference/testing.h"

namespace confer {
namespace {

using namespace for_tests;

class FamilyPages : public FamilyBehindPages {
 protected:
  std::string own(const std::string& who, const std::string& rest = {}, Pairs query = {}) { return ask(who, Method::get, "/conference/f1/c-initial" + rest, std::move(query)).body; }
  int write(const std::string& who, const std::string& type, Pairs given) { return (last_ = ask(who, Method::post, "/conference/f1/c-initial/write/" + type, std::move(given))).status; }
};

Pairs wrong(const char* line, const char* words, const char* audience, const char* key) { return {{"statement", line}, {"words", words}, {"tells_where", "no"}, {"audience", audience}, {"key", key}}; }

TEST_F(FamilyPages, a_parent_says_line_by_line_what_is_wrong_and_it_stands_wherever_the_line_is_read) {
  begin("2025-04-26T12:00:00Z");
  const std::string page = own("mum");
  EXPECT_TRUE(has(page, "You do not have to agree. You can say what is wrong in this report, line by line."));
  EXPECT_TRUE(has(page, "/conference/f1/c-initial/write/challenge?statement=s-ben-report-2"));
  EXPECT_TRUE(has(own("mum", "/write/challenge", {{"statement", "s-ben-report-2"}}), "asked for new football boots"));
  ASSERT_EQ(write("mum", "challenge", wrong("s-ben-report-2", "He never said that to me.", "challenge", "k1")), 303) << last_.body;
  EXPECT_EQ(header(last_, "location"), "/conference/f1/c-initial#line-s-ben-report-2");
  EXPECT_TRUE(has(own("mum"), "You say that this is wrong:</strong> He never said that to me."));
  EXPECT_TRUE(has(own("mr_y"), "Kelly Hartley says that this is wrong:</strong> He never said that to me."));
  EXPECT_FALSE(has(own("mr_x"), "He never said"));
  EXPECT_TRUE(has(get("sw1", "/conferences/c-initial/reports/r-sw-ben"), "Kelly Hartley says that this is wrong:</strong> He never said that to me."));
  EXPECT_TRUE(has(get("ch1", "/conferences/c-initial"), "He never said that to me."));
  EXPECT_FALSE(has(get("ch1", "/conferences/c-initial/room"), "He never said that to me."));
}

TEST_F(FamilyPages, what_is_kept_to_the_social_worker_and_the_chair_is_read_by_nobody_else) {
  begin("2025-04-26T12:00:00Z");
  ASSERT_EQ(write("mum", "challenge", wrong("s-ben-report-2", "He is made to say so.", "family_words", "k1")), 303) << last_.body;
  EXPECT_TRUE(has(own("mum"), "He is made to say so."));
  EXPECT_FALSE(has(own("mr_y"), "He is made to say so."));
  EXPECT_FALSE(has(get("mr_y", "/conferences/c-initial/reports/r-sw-ben"), "He is made to say so."));
  EXPECT_TRUE(has(get("sw1", "/conferences/c-initial/reports/r-sw-ben"), "He is made to say so."));
}

TEST_F(FamilyPages, what_was_written_can_be_changed_and_is_not_written_twice) {
  begin("2025-04-26T12:00:00Z");
  ASSERT_EQ(write("mum", "challenge", wrong("s-ben-report-2", "First words.", "challenge", "k1")), 303) << last_.body;
  EXPECT_TRUE(has(own("mum", "/write/challenge", {{"statement", "s-ben-report-2"}}), "First words.</textarea>"));
  ASSERT_EQ(write("mum", "challenge", wrong("s-ben-report-2", "Better words.", "challenge", "k2")), 303) << last_.body;
  EXPECT_TRUE(has(own("mum"), "Better words."));
  EXPECT_FALSE(has(own("mum"), "First words."));
}

TEST_F(FamilyPages, an_unfinished_form_keeps_what_was_typed) {
  begin("2025-04-26T12:00:00Z");
  EXPECT_EQ(write("mum", "own_words", {{"worries", "Losing them."}, {"key", "k1"}}), 422);
  EXPECT_TRUE(has(last_.body, "Losing them.</textarea>"));
  EXPECT_TRUE(has(last_.body, "What do you want everyone to know? Answer this question."));
}

TEST_F(FamilyPages, nobody_writes_in_anothers_name_whatever_is_sent) {
  begin("2025-04-26T12:00:00Z");
  ASSERT_EQ(write("mum", "own_words", {{"whose", "mr_y"}, {"about", "mr_y"}, {"words", "Mine."}, {"tells_where", "no"}, {"audience", "family_words"}, {"key", "k1"}}), 303) << last_.body;
  EXPECT_TRUE(has(get("sw1", "/conferences/c-initial"), "Kelly Hartley: In your own words"));
  EXPECT_EQ(send("mum", "/record/own_words", {{"whose", "mr_y"}, {"about", "ben"}, {"conference", "c-initial"}, {"words", "His."}, {"tells_where", "no"}, {"audience", "family_words"}, {"key", "k2"}}), 409);
  EXPECT_EQ(send("mum", "/record/taking_part", {{"about", "mr_y"}, {"conference", "c-initial"}, {"travel", "A taxi"}, {"key", "k3"}}), 409);
}

TEST_F(FamilyPages, a_young_person_chooses_how_to_be_heard_and_their_family_is_not_told) {
  begin("2025-04-26T12:00:00Z");
  EXPECT_TRUE(has(own("amy"), "How you want to be heard"));
  ASSERT_EQ(write("amy", "being_heard", {{"ways", "letter"}, {"not_there", "Not with Lee."}, {"key", "k1"}}), 303) << last_.body;
  EXPECT_TRUE(has(own("amy"), "I write a letter"));
  EXPECT_TRUE(has(get("ch1", "/conferences/c-initial"), "Not with Lee."));
  for (const char* parent : {"mum", "mr_x", "mr_y"}) EXPECT_FALSE(has(own(parent), "Not with Lee.")) << parent;
  EXPECT_FALSE(has(get("dsl1", "/conferences/c-initial"), "Not with Lee."));
}

TEST_F(FamilyPages, a_line_they_may_not_read_and_one_that_is_not_there_are_the_same_bytes) {
  begin("2025-04-26T12:00:00Z");
  const Response missing = ask("mr_x", Method::get, "/conference/f1/c-initial/write/challenge", {{"statement", "none"}});
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(missing.body, ask("mr_x", Method::get, "/conference/f1/c-initial/write/challenge", {{"statement", "s-ben-report-2"}}).body);
  EXPECT_EQ(missing.body, ask("mr_x", Method::get, "/conference/f1/c-initial/write/being_heard").body);
  EXPECT_EQ(missing.body, ask("mum", Method::get, "/conference/f1/none/write/own_words").body);
  EXPECT_EQ(missing.body, ask("sw1", Method::get, "/conference/f1/c-initial/write/own_words").body);
  EXPECT_EQ(missing.body, ask("mum", Method::get, "/conference/f1/c-initial/write/copy_opened").body);
  EXPECT_EQ(write("mr_x", "challenge", wrong("s-ben-report-2", "Guessed.", "challenge", "k1")), 404);
}

}  // namespace
}  // namespace confer
