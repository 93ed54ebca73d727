#include "desk/copies.h"
#include "document/content.h"
#include "page/conference/testing.h"

namespace confer {
namespace {

using namespace for_tests;

class FamilyPages : public FamilyOnADay {
 protected:
  std::string own(const std::string& who, const std::string& rest = {}, Pairs query = {}) { return ask(who, Method::get, "/conference/f1/c-initial" + rest, std::move(query)).body; }
  bool send_copy(const CopyName& copy, const char* administrator) { return confer::send(desk_, copy, "in_confer", Reader{PersonId{administrator}, "conference_administrator"}).has_value(); }
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
  EXPECT_EQ(header(last_, "location"), "/conference/f1/c-initial?sent=yes#line-s-ben-report-2");
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

/// What the form of an answer sends.
Pairs answer_to(const std::string& challenge, const char* child, const char* outcome, const char* words, const char* key) {
  return {{"about", child}, {"challenge", challenge}, {"outcome", outcome}, {"words", words}, {"tells_where", "no"}, {"back", "/files/f1/conferences/c-initial"}, {"key", key}};
}

TEST_F(FamilyPages, what_is_said_to_be_wrong_waits_for_an_answer_and_whoever_said_it_reads_the_answer) {
  begin("2025-04-26T12:00:00Z");
  ASSERT_EQ(write("mum", "challenge", wrong("s-ben-report-2", "He never said that to me.", "challenge", "k1")), 303) << last_.body;
  EXPECT_TRUE(has(own("mum"), "Waiting for an answer"));
  EXPECT_TRUE(has(get("sw1", ""), "Answer to what somebody says is wrong"));
  EXPECT_TRUE(has(get("sw1", ""), "As soon as it can be looked into, after the challenge to a line of 26 April."));
  const std::string due = ask("sw1", Method::get, "/").body;
  EXPECT_TRUE(has(due, "Answer it"));
  const std::size_t at = due.find("challenge=");
  const std::string challenge = due.substr(at + 10, due.find_first_of("&\"", at) - at - 10);
  const std::string form = get("sw1", "/record/challenge_answer", {{"challenge", challenge}, {"about", "ben"}});
  for (const char* words : {"asked for new football boots", "He never said that to me.", "Correct the line"}) EXPECT_TRUE(has(form, words)) << words;
  EXPECT_FALSE(has(form, "name=\"challenge\" id")) << "which one is not asked again";

  // It is no health visitor's line, and it cannot be called corrected before it is.
  EXPECT_EQ(send("hv1", "/record/challenge_answer", answer_to(challenge, "ben", "not_agreed", "It stands.", "k2")), 422) << "she does not know of it";
  EXPECT_EQ(send("sw1", "/record/challenge_answer", answer_to(challenge, "ben", "corrected", "You are right.", "k3")), 409);
  EXPECT_TRUE(has(last_.body, "The line has not been corrected yet."));
  EXPECT_TRUE(has(last_.body, "You are right.</textarea>"));
  EXPECT_TRUE(has(last_.body, "He never said that to me.")) << "what it answers stays in sight";

  go_to("2025-04-26T12:30:00Z");
  ASSERT_EQ(send("sw1", "/record/statement", Pairs{{"conference", "c-initial"}, {"report", "r-sw-ben"}, {"about", "ben"}, {"words", "Ben talked about boots with his teacher."}, {"kind", "hearsay"}, {"whose", "sw1"},
                                                   {"heading", "worries"}, {"audience", "report"}, {"corrects", "s-ben-report-2"}, {"back", "/files/f1/conferences/c-initial"}, {"key", "k4"}} + day("happened", "24", "4", "2025")), 303) << last_.body;
  ASSERT_EQ(send("sw1", "/record/challenge_answer", answer_to(challenge, "ben", "corrected", "You are right. It was his teacher.", "k5")), 303) << last_.body;
  for (const char* reader : {"mum", "mr_y"}) {
    const std::string page = own(reader);
    for (const char* words : {"Ben talked about boots with his teacher.", "He never said that to me.", "Answered by Nadia Rowbotham on Saturday 26 April 2025: ", "It is right, and the line is corrected. You are right. It was his teacher."})
      EXPECT_TRUE(has(page, words)) << reader << " " << words;
    EXPECT_FALSE(has(page, "Waiting for an answer")) << reader;
  }
  EXPECT_FALSE(has(own("mr_x"), "It was his teacher."));
  EXPECT_FALSE(has(get("sw1", ""), "Answer to what somebody says is wrong"));
}

TEST_F(FamilyPages, an_answer_goes_no_further_than_what_it_answers) {
  begin("2025-04-26T12:00:00Z");
  ASSERT_EQ(write("mum", "challenge", wrong("s-ben-report-2", "He is made to say so.", "family_words", "k1")), 303) << last_.body;
  const std::string due = ask("sw1", Method::get, "/").body;
  const std::size_t at = due.find("challenge=");
  const std::string challenge = due.substr(at + 10, due.find_first_of("&\"", at) - at - 10);
  ASSERT_EQ(send("sw1", "/record/challenge_answer", answer_to(challenge, "ben", "not_agreed", "I saw no sign of it.", "k2")), 303) << last_.body;
  EXPECT_TRUE(has(own("mum"), "It is not agreed: both views stand side by side. I saw no sign of it."));
  for (const char* reader : {"mr_y", "mr_x", "hv1"}) {
    EXPECT_FALSE(has(own(reader), "I saw no sign of it.")) << reader;
    EXPECT_FALSE(has(get(reader, "/conferences/c-initial/reports/r-sw-ben"), "I saw no sign of it.")) << reader;
    EXPECT_FALSE(has(get(reader, ""), "what somebody says is wrong")) << reader;
  }
}

TEST_F(FamilyPages, passing_it_on_is_no_answer_and_lets_that_person_answer) {
  begin("2025-04-26T20:00:00Z");
  const std::string due = ask("sw1", Method::get, "/").body;
  const std::size_t one = due.find("Answer it<");
  EXPECT_TRUE(one != std::string::npos && due.find("Answer it<", one + 1) != std::string::npos) << "two lines that are said to be wrong on one day are two things to do";
  EXPECT_EQ(send("hv1", "/record/challenge_answer", answer_to("wrong-cai-report-2", "cai", "not_agreed", "It stands.", "k1")), 409);
  EXPECT_TRUE(has(last_.body, "This line is somebody else&#39;s.")) << last_.body;
  EXPECT_FALSE(has(get("hv1", "/conferences/c-initial/reports/r-sw-cai"), "what is said to be wrong")) << "nor is she shown the way";
  ASSERT_EQ(send("ch1", "/record/challenge_answer", answer_to("wrong-cai-report-2", "cai", "passed", "Bernadette was there.", "k2") + Pairs{{"passed_to", "hv1"}}), 303) << last_.body;
  EXPECT_TRUE(has(own("mum"), "Somebody else has to look into it: Bernadette Quill. Bernadette was there."));
  EXPECT_TRUE(has(own("mum"), "Waiting for an answer"));
  EXPECT_TRUE(has(get("hv1", "/conferences/c-initial/reports/r-sw-cai"), "what is said to be wrong"));
  ASSERT_EQ(send("hv1", "/record/challenge_answer", answer_to("wrong-cai-report-2", "cai", "not_agreed", "The lock was broken when I came.", "k3")), 303) << last_.body;
  EXPECT_TRUE(has(own("mum"), "The lock was broken when I came."));
  EXPECT_FALSE(has(own("mum"), "Waiting for an answer"));
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

TEST_F(FamilyPages, what_was_written_is_confirmed_at_the_top) {
  begin("2025-04-26T12:00:00Z");
  EXPECT_TRUE(has(own("mum", "", {{"sent", "yes"}}), "It is sent. What you wrote stands below"));
  EXPECT_FALSE(has(own("mum"), "It is sent."));
}

TEST_F(FamilyPages, the_words_beside_the_lines_are_explained_as_far_as_they_stand_there) {
  begin("2025-04-26T12:00:00Z");
  EXPECT_TRUE(has(own("mum"), "What the words beside the lines mean"));
  EXPECT_TRUE(has(own("mum"), "What the writer thinks."));
}

TEST_F(FamilyPages, a_child_and_a_practitioner_are_not_spoken_to_as_parents) {
  begin("2025-04-26T12:00:00Z");
  const std::string child = own("amy"), school = own("dsl1");
  EXPECT_TRUE(has(child, "You choose if you come")|| has(child, "Nobody makes you speak."));
  for (const char* words : {"What will be asked of you", "No report has been shared", "Read the reports, and say what is wrong"}) EXPECT_FALSE(has(child, words)) << words;
  EXPECT_TRUE(has(school, "Write a report on each child whom you know"));
  EXPECT_TRUE(has(school, "/files/f1/conferences/c-initial/reports/new"));
  EXPECT_FALSE(has(school, "You do not have to agree"));
  EXPECT_TRUE(has(ask("dsl1", Method::get, "/").body, "/conference/f1/c-initial"));
}

TEST_F(FamilyPages, the_family_is_taken_from_a_page_of_staffs_to_its_own) {
  begin("2025-04-26T12:00:00Z");
  for (const char* reader : {"mum", "mr_x", "amy"})
    for (const char* page : {"", "/people", "/record", "/conferences/c-initial", "/conferences/c-initial/day", "/conferences/c-initial/room", "/conferences/c-initial/copies"}) {
      const Response answered = ask(reader, Method::get, std::string("/files/f1") + page);
      EXPECT_EQ(answered.status, 303) << reader << page;
      EXPECT_EQ(header(answered, "location"), "/conference/f1/c-initial") << reader << page;
    }
  EXPECT_EQ(header(ask("mum", Method::get, "/files"), "location"), "/");
  const std::string plan = get("mum", "/plan");
  EXPECT_TRUE(has(plan, "Amy Hartley")) << "the plan is the core group's, and a parent belongs to it";
  for (const char* furniture : {"This family", "/chronology", "/people"}) EXPECT_FALSE(has(plan, furniture)) << furniture;
  EXPECT_EQ(ask("mum", Method::get, "/files/none").body, ask("mr_x", Method::get, "/files/other/people").body);
  EXPECT_EQ(ask("mum", Method::get, "/files/none").status, 404);
  EXPECT_EQ(ask("dsl1", Method::get, "/files/f1/conferences/c-initial").status, 200);
}

TEST_F(FamilyPages, before_the_conference_it_is_said_what_it_is_for) {
  begin("2025-04-26T12:00:00Z");
  EXPECT_TRUE(has(ask("mum", Method::get, "/").body, "will talk about"));
  EXPECT_FALSE(has(ask("mum", Method::get, "/").body, "You have something new to read."));
}

TEST_F(FamilyPages, what_was_sent_is_new_until_it_is_opened) {
  begin("2025-05-28T12:00:00Z");
  const std::string home = ask("mum", Method::get, "/").body, page = own("mum");
  EXPECT_FALSE(has(home, "will talk about"));
  EXPECT_TRUE(has(home, "/conference/f1/c-initial/documents/record"));
  EXPECT_TRUE(has(home, "You have something new to read."));
  EXPECT_LT(page.find("/documents/outline_plan"), page.find("Who was asked to come"));
  EXPECT_TRUE(has(page, "/files/f1/plan"));
  for (const char* one : {"/documents/outline_plan", "/documents/record"}) EXPECT_TRUE(has(own("mum", one), "Print or keep it")) << one;
  EXPECT_FALSE(has(ask("mum", Method::get, "/").body, "You have something new to read."));
}

TEST_F(FamilyPages, whoever_is_sent_what_was_decided_is_past_the_conference_also_where_no_limit_waits_for_it) {
  begin("2025-04-29T15:00:00Z", "england");
  ASSERT_TRUE(desk_.described_of(family_)->document("outline_plan")->due_by.empty());
  EXPECT_TRUE(has(ask("mum", Method::get, "/").body, "It is about Amy"));
  const CopyName plan{family_, EntryId{"c-initial"}, "outline_plan", PersonId{"mum"}};
  const Reader chair{PersonId{"ch1"}, "chair"};
  const auto looked_at = look(desk_, plan, chair);
  ASSERT_TRUE(looked_at) << looked_at.error().message;
  ASSERT_TRUE(release(desk_, plan, document::content_of(*looked_at).hex(), chair));
  ASSERT_TRUE(send_copy(plan, "adm1"));
  EXPECT_TRUE(has(ask("mum", Method::get, "/").body, "It was about Amy")) << "on the very day, since she has been sent what it decided";
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
