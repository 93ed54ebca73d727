// Nothing typed is lost: forms that are kept, sent too late, or sent from another's page, as a browser meets them.
#include "page/testing.h"

#include "page/kept_form.h"

namespace confer {
namespace {

using namespace for_tests;

TEST_F(KeptForms, what_was_typed_stands_in_the_form_when_it_is_opened_again) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  EXPECT_FALSE(has(worker.page.body, "This is what you had typed"));
  EXPECT_EQ(worker.post("/drafts", worker.hidden_of(meeting_form) + meeting("The library, if") + Pairs{{"form_quiet", "1"}}).status, 200);
  EXPECT_EQ(worker.page.body, "Saved at 14:05");
  worker.get(meeting_form);
  EXPECT_TRUE(has(worker.page.body, "This is what you had typed by 14:05 on Friday 1 August. It is not on file yet. Nobody else has seen it."));
  EXPECT_TRUE(has(worker.page.body, "The library, if"));
  EXPECT_TRUE(has(worker.page.body, "value=\"ben\" checked"));
  EXPECT_TRUE(has(worker.page.body, "Start afresh"));
}

TEST_F(KeptForms, no_question_is_named_as_what_a_form_carries) {
  for (const std::string& id : desk_.procedures())
    for (const RecordType& type : desk_.described(id)->records)
      for (const Question& question : type.questions) EXPECT_FALSE(is_carried(question.name) || question.name.starts_with("form_")) << id << " " << type.id << " " << question.name;
}

TEST_F(KeptForms, a_form_without_a_name_that_can_be_read_or_from_a_page_that_is_not_ours_is_not_kept) {
  const auto keeps = [&](const std::string& place, const std::string& at) { return draft_sent({{"form_place", place}, {"form_at", at}, {"words", "Said."}, {"form_token", "t"}}, now_).has_value(); };
  EXPECT_TRUE(keeps("f1/statement?audience=open_part&conference=c1", "/files/f1/record/statement"));
  EXPECT_TRUE(keeps("/family_file", "/files/new"));
  for (const char* place : {"", "/", "f1", "f1/", "f1/state ment", "f 1/statement", "f1/statement?a=%zz", "f1?a=/statement"}) EXPECT_FALSE(keeps(place, "/files")) << place;
  EXPECT_FALSE(keeps("f1/statement?a=" + std::string(2'000, 'a'), "/files"));
  for (const char* at : {"", "files", "//example.org", "https://example.org", "/a\\b", "/a\r\nb"}) EXPECT_FALSE(keeps("f1/statement", at)) << at;
  EXPECT_FALSE(keeps("f1/statement", "/" + std::string(1'000, 'a')));
  EXPECT_EQ(draft_sent({{"form_place", "f1/statement"}, {"form_at", "/"}, {"words", "Said."}, {"form_token", "t"}, {"form_writer", "a"}}, now_)->typed, (Pairs{{"words", "Said."}}));
}

TEST_F(KeptForms, nobody_else_is_shown_them_not_even_the_units_manager) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  worker.post("/drafts", worker.hidden_of(meeting_form) + meeting("The library, if") + Pairs{{"form_quiet", "1"}});
  for (const char* other : {"tm1", "um1", "ch1"}) {
    Browser theirs = browser_of(other);
    for (const char* address : {"/", meeting_form, "/files/f1", "/files/f1/record"}) EXPECT_FALSE(has(theirs.get(address).body, "The library, if")) << other << address;
    EXPECT_FALSE(has(theirs.get("/").body, "What you have begun")) << other;
  }
}

TEST_F(KeptForms, without_scripts_a_button_keeps_them_and_the_front_page_leads_back) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  EXPECT_TRUE(has(worker.page.body, "formaction=\"/drafts\""));
  worker.post("/drafts", worker.hidden_of(meeting_form) + meeting("The library, if"));
  EXPECT_EQ(worker.page.status, 303);
  worker.follow();
  EXPECT_TRUE(has(worker.page.body, "What you have begun"));
  EXPECT_TRUE(has(worker.page.body, std::string("href=\"") + meeting_form + "\">Core group meeting, "));
  EXPECT_FALSE(has(worker.page.body, "The library, if"));
  now_.microseconds += desk_.drafts().limits().keep_seconds * 1'000'000;
  EXPECT_FALSE(has(browser_of("sw1").get("/").body, "What you have begun"));
}

TEST_F(KeptForms, what_is_put_on_file_is_begun_no_longer_and_a_late_word_does_not_bring_it_back) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form) + meeting("Library");
  worker.post("/drafts", form + Pairs{{"form_quiet", "1"}});
  EXPECT_EQ(worker.post(meeting_form, form).status, 200);
  EXPECT_TRUE(has(worker.page.body, "is on file"));
  EXPECT_FALSE(has(worker.get("/").body, "What you have begun"));
  EXPECT_EQ(worker.post("/drafts", form + Pairs{{"form_quiet", "1"}}).status, 200);
  EXPECT_FALSE(has(worker.get("/").body, "What you have begun"));
  EXPECT_FALSE(has(worker.get(meeting_form).body, "This is what you had typed"));
}

TEST_F(KeptForms, a_form_that_was_put_back_goes_on_file_once_under_its_first_key) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form) + meeting("Library");
  worker.post("/drafts", form + Pairs{{"form_quiet", "1"}});
  worker.get(meeting_form);
  const Pairs again = worker.hidden_of(meeting_form) + meeting("Library");
  const std::size_t before = on_file("core_group_meeting");
  worker.post(meeting_form, form);
  worker.post(meeting_form, again);
  EXPECT_EQ(on_file("core_group_meeting"), before + 1);
}

TEST_F(KeptForms, started_afresh_nothing_is_left) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  worker.post("/drafts", worker.hidden_of(meeting_form) + meeting("The library, if") + Pairs{{"form_quiet", "1"}});
  worker.get(meeting_form);
  EXPECT_EQ(worker.post("/drafts/drop", worker.hidden_of("/drafts/drop")).status, 303);
  EXPECT_EQ(worker.header("location"), meeting_form);
  worker.follow();
  EXPECT_FALSE(has(worker.page.body, "The library, if"));
  const Pairs no_form = worker.hidden_of("/sign-out");
  EXPECT_EQ(worker.post("/drafts/drop", no_form).status, 400);
  EXPECT_EQ(worker.post("/drafts", no_form).status, 400);
  EXPECT_TRUE(worker.post("/drafts", no_form + Pairs{{"form_quiet", "1"}}).body.starts_with("Not saved."));
}

TEST_F(KeptForms, a_save_that_was_on_its_way_does_not_bring_back_what_was_started_afresh) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs typed = worker.hidden_of(meeting_form) + meeting("The library, if");
  worker.post("/drafts", typed + Pairs{{"form_quiet", "1"}});
  worker.get(meeting_form);
  worker.post("/drafts/drop", worker.hidden_of("/drafts/drop"));
  worker.post("/drafts", typed + Pairs{{"form_quiet", "1"}});   // sent before the button was pressed, and slower than it
  EXPECT_FALSE(has(worker.get(meeting_form).body, "The library, if"));
  worker.post("/drafts", worker.hidden_of(meeting_form) + meeting("The town hall") + Pairs{{"form_quiet", "1"}});
  EXPECT_TRUE(has(worker.get(meeting_form).body, "The town hall")) << "what is begun afterwards is kept";
}

TEST_F(KeptForms, two_pages_with_the_same_form_each_keep_their_words) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs one = worker.hidden_of(meeting_form) + meeting("The library, if");
  worker.get(meeting_form);   // opened in another tab before anything was kept
  const Pairs other = worker.hidden_of(meeting_form) + meeting("The town hall");
  for (const Pairs& typed : {one, other, one, other}) EXPECT_EQ(worker.post("/drafts", typed + Pairs{{"form_quiet", "1"}}).body, "Saved at 14:05");
  const std::string begun = worker.get("/").body;
  const std::string beside = std::string(meeting_form) + "?beside=";
  ASSERT_TRUE(has(begun, std::string("href=\"") + meeting_form + "\"") && has(begun, "href=\"" + beside)) << begun;
  EXPECT_TRUE(has(worker.get(meeting_form).body, "The library, if"));
  const std::size_t at = begun.find(beside);
  const std::string second = begun.substr(at, begun.find('"', at) - at);
  EXPECT_TRUE(has(worker.get(second).body, "The town hall"));
  EXPECT_EQ(worker.post(meeting_form, worker.hidden_of(meeting_form) + meeting("The town hall")).status, 200) << worker.page.body;
  EXPECT_TRUE(has(worker.get(meeting_form).body, "The library, if")) << "what the other page keeps is not dropped with it";
  EXPECT_FALSE(has(worker.get(second).body, "The town hall"));
}

TEST_F(KeptForms, a_form_put_back_in_two_pages_and_sent_from_both_loses_neither) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  worker.post("/drafts", worker.hidden_of(meeting_form) + meeting("The library, if") + Pairs{{"form_quiet", "1"}});
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form);
  EXPECT_EQ(worker.post(meeting_form, form + meeting("Library")).status, 200);
  EXPECT_EQ(worker.post(meeting_form, form + meeting("Town hall")).status, 409);
  EXPECT_TRUE(has(worker.page.body, "This form is on file already"));
  EXPECT_TRUE(has(worker.page.body, "Town hall"));
  const std::size_t before = on_file("core_group_meeting");
  EXPECT_EQ(worker.post(meeting_form, worker.hidden_of(meeting_form) + meeting("Town hall")).status, 200) << worker.page.body;
  EXPECT_EQ(on_file("core_group_meeting"), before + 1);
}

TEST_F(KeptForms, what_is_too_long_to_be_kept_is_said_and_stays_on_the_page) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form) + meeting(std::string(70'000, 'a'));
  EXPECT_EQ(worker.post("/drafts", form + Pairs{{"form_quiet", "1"}}).status, 422);
  EXPECT_TRUE(worker.page.body.starts_with("Not saved. This is longer than can be kept"));
  EXPECT_EQ(worker.post("/drafts", form).status, 413);
  EXPECT_TRUE(has(worker.page.body, "Go back: what you typed is still on that page."));
}

TEST_F(KeptForms, who_may_not_open_the_file_learns_nothing_from_keeping_a_form) {
  Browser stranger = browser_of("sw9");
  stranger.get("/files/new");
  const Pairs form = stranger.hidden_of("/files/new");
  const auto keeps = [&](const char* place) {
    Pairs one = form;
    for (auto& [name, value] : one)
      if (name == "form_place") value = place;
    return stranger.post("/drafts", one + Pairs{{"form_quiet", "1"}});
  };
  const Response there = keeps("f1/core_group_meeting"), nowhere = keeps("f9/core_group_meeting");
  EXPECT_EQ(there.body, nowhere.body);
  EXPECT_EQ(there.status, nowhere.status);
  EXPECT_FALSE(has(stranger.get("/").body, "What you have begun"));
  EXPECT_EQ(stranger.get(meeting_form).body, stranger.get("/files/f9/record/core_group_meeting").body);
}

TEST_F(KeptForms, a_form_sent_after_its_session_ended_comes_back_to_its_writer_alone) {
  Browser shared = browser_of("sw1");
  shared.get(meeting_form);
  const Pairs form = shared.hidden_of(meeting_form) + meeting("The library, if");
  now_.microseconds += 31LL * 60 * 1'000'000;
  EXPECT_EQ(shared.post(meeting_form, form).status, 303);
  EXPECT_EQ(shared.header("location"), "/sign-in?back=%2Ffiles%2Ff1%2Frecord%2Fcore_group_meeting&kept=yes");
  shared.follow();
  EXPECT_TRUE(has(shared.page.body, "What you typed is kept"));
  EXPECT_FALSE(has(shared.page.body, "The library, if"));
  shared.post("/sign-in?kept=yes", {{"name", "account.sw1"}, {"password", "wrong"}, {"back", meeting_form}});
  EXPECT_EQ(shared.page.status, 422);
  EXPECT_TRUE(has(shared.page.body, "What you typed is kept"));

  shared.sign_in("tm1", meeting_form);   // somebody else, at the same computer
  shared.follow();
  EXPECT_FALSE(has(shared.page.body, "The library, if"));
  EXPECT_FALSE(has(shared.get("/").body, "What you have begun"));
  EXPECT_FALSE(has(browser_of("sw1").get(meeting_form).body, "The library, if"));   // and she herself at another one

  shared.sign_in("sw1", meeting_form);
  shared.follow();
  EXPECT_TRUE(has(shared.page.body, "The library, if"));
  EXPECT_EQ(shared.post(meeting_form, shared.hidden_of(meeting_form) + meeting("The library")).status, 200);
}

TEST_F(KeptForms, signed_out_in_another_tab_loses_nothing_either) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form) + meeting("The library, if");
  worker.post("/sign-out", worker.hidden_of("/sign-out"));
  EXPECT_EQ(worker.post("/drafts", form + Pairs{{"form_quiet", "1"}}).status, 401);
  EXPECT_EQ(worker.page.body, "You have been signed out. Sign in again in a new tab, then go on here: nothing is lost.");
  worker.sign_in("sw1");
  EXPECT_TRUE(has(worker.get(meeting_form).body, "The library, if"));
  // The open page goes on: it is given the new session's token, and what it sends is kept.
  EXPECT_EQ(worker.post("/drafts", form + Pairs{{"form_quiet", "1"}}).status, 403);
  const std::string token = worker.header("x-form-token");
  Pairs renewed = form;
  for (auto& [name, value] : renewed)
    if (name == "form_token") value = token;
  EXPECT_EQ(worker.post("/drafts", renewed + Pairs{{"form_quiet", "1"}}).status, 200);
  EXPECT_EQ(worker.post(meeting_form, renewed).status, 200);
}

TEST_F(KeptForms, a_form_of_an_earlier_session_is_shown_again_and_not_put_on_file) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form) + meeting("The library, if");
  worker.sign_in("sw1");
  const std::size_t before = on_file("core_group_meeting");
  EXPECT_EQ(worker.post(meeting_form, form).status, 303);
  EXPECT_EQ(on_file("core_group_meeting"), before);
  worker.follow();
  EXPECT_TRUE(has(worker.page.body, "The library, if"));
  EXPECT_TRUE(has(worker.page.body, "It is not on file yet."));
}

TEST_F(KeptForms, a_page_left_open_gives_its_words_to_nobody_who_signs_in_after_its_writer) {
  Browser shared = browser_of("sw1");
  shared.get(meeting_form);
  const Pairs form = shared.hidden_of(meeting_form) + meeting("The library, if");
  shared.sign_in("tm1");
  const std::size_t before = on_file("core_group_meeting");
  EXPECT_EQ(shared.post("/drafts", form + Pairs{{"form_quiet", "1"}}).status, 409);
  EXPECT_TRUE(shared.header("x-form-token").empty());
  EXPECT_EQ(shared.post(meeting_form, form).status, 403);
  EXPECT_TRUE(has(shared.page.body, "Somebody else has signed in here"));
  EXPECT_FALSE(has(shared.page.body, "The library, if"));
  EXPECT_EQ(on_file("core_group_meeting"), before);
  EXPECT_FALSE(has(shared.get(meeting_form).body, "The library, if"));
  shared.sign_in("sw1", meeting_form);
  shared.follow();
  EXPECT_TRUE(has(shared.page.body, "The library, if"));
}

TEST_F(KeptForms, nothing_is_held_from_elsewhere_nor_in_a_browser_that_the_account_does_not_know) {
  Browser worker = browser_of("sw1");
  worker.get(meeting_form);
  const Pairs form = worker.hidden_of(meeting_form) + meeting("The library, if");
  worker.forget("confer_session");
  worker.post(meeting_form, form, {{"sec-fetch-site", "cross-site"}});
  EXPECT_TRUE(worker.header("location").ends_with("kept=no"));
  Browser unknown(handler_);
  unknown.post(meeting_form, form);
  EXPECT_TRUE(unknown.header("location").ends_with("kept=no"));
  unknown.follow();
  EXPECT_TRUE(has(unknown.page.body, "it still stands on that page"));
  worker.sign_in("sw1");
  EXPECT_FALSE(has(worker.get(meeting_form).body, "The library, if"));
  // Nor is a token given to a page from elsewhere, or its words taken for hers.
  EXPECT_EQ(worker.post("/drafts", form + Pairs{{"form_quiet", "1"}}, {{"sec-fetch-site", "cross-site"}}).status, 403);
  EXPECT_TRUE(worker.header("x-form-token").empty());
  EXPECT_EQ(worker.post(meeting_form, form, {{"origin", "https://example.org"}}).status, 403);
  EXPECT_FALSE(has(worker.get(meeting_form).body, "The library, if"));
}

TEST_F(KeptForms, signing_in_leads_back_to_the_very_page_with_its_question) {
  Browser worker = browser_of("sw1");
  worker.forget("confer_session");
  EXPECT_EQ(worker.get("/files/f1/conferences/c-initial/day?part=professionals_part").status, 303);
  EXPECT_EQ(worker.header("location"), "/sign-in?back=%2Ffiles%2Ff1%2Fconferences%2Fc-initial%2Fday%3Fpart%3Dprofessionals_part");
  worker.follow();
  EXPECT_TRUE(has(worker.page.body, "value=\"/files/f1/conferences/c-initial/day?part=professionals_part\""));
  for (const char* back : {"https://example.org", "//example.org", "/\\example.org", "/a b", "/x\r\nset-cookie: a=b"}) {
    worker.sign_in("sw1", back);
    EXPECT_EQ(worker.header("location"), "/") << back;
  }
}

TEST_F(KeptForms, in_the_corner_of_the_day_each_part_keeps_its_own_words) {
  Browser chair = browser_of("ch1");
  const std::string day = "/files/f1/conferences/c-initial/day";
  chair.get(day + "?part=professionals_part");
  Pairs form = chair.hidden_of(day + "?corner=statement");
  chair.post("/drafts", form + Pairs{{"words", "Two men, he"}, {"kind", "hearsay"}, {"form_quiet", "1"}});
  EXPECT_FALSE(has(chair.get(day + "?part=open_part").body, "Two men, he"));
  EXPECT_TRUE(has(chair.get(day + "?part=professionals_part").body, "Two men, he</textarea>"));
  form = chair.hidden_of(day + "?corner=statement");
  EXPECT_EQ(std::count(form.begin(), form.end(), std::pair<std::string, std::string>("audience", "professionals_part")), 1);
}

TEST_F(KeptForms, a_form_on_a_page_where_another_was_refused_is_kept_as_before) {
  Browser chair = browser_of("ch1");
  const std::string day = "/files/f1/conferences/c-initial/day";
  chair.get(day + "?part=professionals_part");
  Pairs form = chair.hidden_of(day + "?corner=statement");
  chair.post("/drafts", form + Pairs{{"words", "Two men, he"}, {"form_quiet", "1"}});
  Pairs refused = {{"form_token", ""}};
  for (const auto& [name, value] : form)
    if (name == "form_token") refused.front().second = value;
  EXPECT_EQ(chair.post(day, refused + Pairs{{"part", "professionals_part"}, {"form_place", "f1/attendance"}, {"form_at", day + "?part=professionals_part"}}).status, 422);
  EXPECT_TRUE(has(chair.page.body, "Two men, he</textarea>"));
  const auto at = chair.hidden_of(day + "?corner=statement");
  for (const char* carried : {"form_place", "form_at"})
    EXPECT_EQ(*std::find_if(at.begin(), at.end(), [&](const auto& one) { return one.first == carried; }), *std::find_if(form.begin(), form.end(), [&](const auto& one) { return one.first == carried; }));
}

TEST_F(KeptForms, a_decision_a_report_and_a_list_of_people_are_kept_too) {
  Browser worker = browser_of("sw1"), chair = browser_of("ch1"), clerk = browser_of("adm1");
  const std::string here = "/files/f1/conferences/c-initial";
  const auto comes_back = [&](Browser& browser, const std::string& address, const std::string& action, const Pairs& typed, const char* words) {
    browser.get(address);
    EXPECT_FALSE(has(browser.page.body, words)) << address;
    EXPECT_EQ(browser.post("/drafts", browser.hidden_of(action) + typed + Pairs{{"form_quiet", "1"}}).status, 200) << address;
    EXPECT_TRUE(has(browser.get(address).body, words)) << address;
  };
  comes_back(worker, here + "/reports/new", here + "/reports/new", {{"about", "amy"}}, "value=\"amy\" checked");
  comes_back(clerk, here + "/invite", here + "/invite", {{"invite", "pol1"}}, "This is what you had typed");
  comes_back(clerk, "/files/f1/record/plan_action?about=amy&conference=c-initial", "/files/f1/record/plan_action", {{"about", "amy"}, {"what", "Breakfast"}}, "Breakfast");
  EXPECT_FALSE(has(clerk.get("/files/f1/record/plan_action?about=ben&conference=c-initial").body, "Breakfast"));
  EXPECT_TRUE(has(clerk.get("/").body, "/files/f1/record/plan_action?about=amy&amp;conference=c-initial"));
}

TEST_F(KeptForms, every_form_for_something_new_has_a_key_of_its_own_and_sent_twice_it_counts_once) {
  Browser worker = browser_of("sw1");
  worker.get("/files/new");
  const Pairs form = worker.hidden_of("/files/new") + Pairs{{"reference", "RMB-77"}};
  worker.post("/files/new", form);
  const std::string first = worker.header("location");
  EXPECT_TRUE(first.starts_with("/files/") && first != "/files/new") << first;
  worker.post("/files/new", form);
  EXPECT_EQ(worker.header("location"), first);
  worker.get("/files/new");
  worker.post("/files/new", worker.hidden_of("/files/new") + Pairs{{"reference", "RMB-78"}});
  EXPECT_NE(worker.header("location"), first);

  Browser clerk = browser_of("adm1");
  const std::string call = "/files/f1/record/conference", list = "/files/f1/conferences/";
  clerk.get(call);
  clerk.post(call, clerk.hidden_of(call) + Pairs{{"about", "amy"}, {"kind", "review"}, {"place", "Room 3"}, {"parts", "open_part"}, {"chair", "ch1"}, {"starts-day", "12"}, {"starts-month", "8"},
                                                 {"starts-year", "2025"}, {"starts-time", "10:00"}});
  const auto conferences = desk_.open_file(family_, {{"adm1"}, "conference_administrator"})->standing("conference");
  const std::string id = desk_.open_file(family_, {{"adm1"}, "conference_administrator"})->entries.back().id.value, invite = list + id + "/invite";
  clerk.get(invite);
  const Pairs invited = clerk.hidden_of(invite) + Pairs{{"invite", "sw1"}, {"as-sw1", "practitioner"}, {"parts-sw1", "open_part"}};
  EXPECT_EQ(clerk.post(invite, invited).status, 303) << clerk.page.body;
  const std::size_t before = on_file("invitation");
  EXPECT_EQ(clerk.post(invite, invited).status, 303);
  EXPECT_EQ(on_file("invitation"), before);
}

}  // namespace
}  // namespace confer
