#include "page/conference/testing.h"

namespace confer {
namespace {

using namespace for_tests;

class ConferencePages : public FamilyOnADay {};

TEST_F(ConferencePages, what_counts_is_told_to_those_alone_who_see_all_that_it_counts) {
  begin("2025-04-26T12:00:00Z");
  for (const char* reader : {"dsl1", "hv1"}) {
    const std::string page = get(reader, "/conferences/c-initial");
    for (const char* words : {"Not invited", "None asked for", "shared</", "Invite people", "Reports shared with the family"}) EXPECT_FALSE(has(page, words)) << reader << " " << words;
    EXPECT_TRUE(has(page, "Decision for each child")) << reader;
  }
  EXPECT_TRUE(has(get("sw1", "/conferences/c-initial"), "Invite people"));
}

TEST_F(ConferencePages, a_letter_is_listed_with_its_day_although_its_limit_names_nobody_for_whom_to_wait) {
  begin("2025-04-29T15:00:00Z", "sussex");
  const std::string page = get("ch1", "/conferences/c-initial/copies");
  const std::size_t from = page.find("What the conference decided</caption>"), to = page.find("</table>", from);
  ASSERT_NE(from, std::string::npos) << page;
  EXPECT_TRUE(has(page.substr(from, to - from), "Wednesday 30 April 2025")) << page.substr(from, to - from);
  EXPECT_TRUE(has(page.substr(0, from) + page.substr(to), "Outline")) << page;
  EXPECT_FALSE(has(page.substr(0, from) + page.substr(to), "Wednesday 30 April 2025")) << "the others wait for no such limit";
}

TEST_F(ConferencePages, a_conference_goes_all_the_way_from_the_call_to_a_decision_for_each_child) {
  begin("2025-04-15T09:00:00Z");
  EXPECT_TRUE(has(get("adm1", "/conferences"), "Call a conference"));
  ASSERT_EQ(send("adm1", "/record/conference", Pairs{{"about", "amy"}, {"about", "ben"}, {"about", "cai"}, {"kind", "initial"}, {"place", "Room 3"}, {"parts", "open_part"}, {"parts", "professionals_part"},
                                                    {"chair", "ch1"}, {"administrator", "adm1"}, {"starts-time", "10:00"}, {"key", "k1"}, {"back", "/files/f1/conferences"}} + day("starts", "29", "4", "2025")), 303) << last_.body;
  EXPECT_TRUE(header(last_, "location").starts_with("/files/f1/conferences?done="));
  const std::string list = get("adm1", "/conferences");
  const std::size_t at = list.find("/files/f1/conferences/") + std::string("/files/f1/conferences/").size();
  const std::string id = list.substr(at, list.find('"', at) - at);
  const std::string here = "/conferences/" + id;

  std::string preparation = get("adm1", here);
  EXPECT_TRUE(has(preparation, "at the latest Wednesday 30 April 2025")) << preparation;
  EXPECT_TRUE(has(preparation, "within the limit"));
  EXPECT_TRUE(has(preparation, "Nobody yet"));
  EXPECT_TRUE(has(preparation, "Health visitor"));

  Pairs invited;
  for (const char* person : {"sw1", "dsl1", "dsl2", "hv1", "gp1", "pol1"})
    invited = invited + Pairs{{"invite", person}, {std::string("as-") + person, "practitioner"}, {std::string("parts-") + person, "open_part"}, {std::string("parts-") + person, "professionals_part"},
                              {std::string("report_wanted-") + person, "yes"}};
  for (const char* person : {"mum", "mr_x", "mr_y"}) invited = invited + Pairs{{"invite", person}, {std::string("as-") + person, "family"}, {std::string("parts-") + person, "open_part"}};
  EXPECT_EQ(send("adm1", here + "/invite", {}), 422);
  EXPECT_TRUE(has(last_.body, "Tick at least one person"));
  ASSERT_EQ(send("adm1", here + "/invite", invited), 303) << last_.body;
  preparation = get("adm1", here);
  EXPECT_TRUE(has(preparation, "9 invited"));
  EXPECT_TRUE(has(preparation, "0 of 6 received"));

  go_to("2025-04-24T12:00:00Z");
  const std::string fresh = get("hv1", here + "/reports/new");
  EXPECT_TRUE(has(fresh, "What a report holds")) << "the guidance stands on the form it is about";
  EXPECT_TRUE(has(fresh, "What becomes of the child if nothing changes"));
  EXPECT_FALSE(has(fresh, "gives away no address")) << "asked when it is handed in";
  ASSERT_EQ(send("hv1", here + "/reports/new", Pairs{{"about", "cai"}, {"conference", id}, {"finished", "yes"}, {"key", "k2"}}), 303) << last_.body;
  const std::string where = header(last_, "location");
  const std::string report = where.substr(where.rfind('/') + 1, where.find('?') - where.rfind('/') - 1);
  EXPECT_TRUE(has(get("hv1", here + "/reports/" + report), "Begun, not handed in"));
  EXPECT_TRUE(has(get("hv1", here + "/reports/" + report), "Add at least one statement first."));
  const Pairs handing_in = {{"about", "cai"}, {"conference", id}, {"corrects", report}, {"threshold_opinion", "likely"}, {"safe_to_share", "yes"}, {"key", "k2-in"}};
  EXPECT_EQ(send("hv1", here + "/reports/" + report, handing_in + day("happened", "24", "4", "2025")), 409) << "it says nothing yet";
  EXPECT_TRUE(has(last_.body, "There is no statement in this report yet"));
  const Pairs statement = Pairs{{"conference", id}, {"report", report}, {"about", "cai"}, {"words", "Cai settles quickly on her mother's lap."}, {"kind", "observation"}, {"whose", "hv1"}, {"heading", "strengths"},
                                {"audience", "report"}, {"back", where}, {"key", "k3"}} + day("happened", "24", "4", "2025");
  const Pairs on_the_page = statement + Pairs{{"corner", "statement"}};
  EXPECT_EQ(send("hv1", here + "/reports/" + report, Pairs{{"corner", "statement"}, {"conference", id}, {"report", report}, {"about", "cai"}, {"words", "Words that stay."}, {"audience", "report"}} + day("happened", "24", "4", "2025")), 422);
  EXPECT_TRUE(has(last_.body, "Words that stay.</textarea>"));
  EXPECT_TRUE(has(last_.body, "Report for the conference</h1>")) << "the page itself, with what was typed";
  EXPECT_TRUE(has(last_.body, "href=\"#statement-kind\""));
  ASSERT_EQ(send("hv1", here + "/reports/" + report, on_the_page), 303) << last_.body;
  EXPECT_TRUE(header(last_, "location").starts_with(where + "&done=")) << header(last_, "location");
  const std::string written = get("hv1", here + "/reports/" + report, {{"next", "statement"}});
  EXPECT_TRUE(has(written, "settles quickly"));
  EXPECT_TRUE(has(written, "autofocus"));
  EXPECT_TRUE(has(written, "Nobody reads this report but you"));
  EXPECT_FALSE(has(written, "Record that it was shared"));
  EXPECT_TRUE(has(get("adm1", here), "0 of 6 received")) << "it is begun and not handed in";
  EXPECT_TRUE(has(get("hv1", here), "Go on with your report on Cai"));
  EXPECT_TRUE(has(ask("hv1", Method::get, "/conference/f1/" + id).body, "Go on with your report about Cai Ashworth"));
  EXPECT_FALSE(has(get("adm1", here), "Go on with your report"));
  EXPECT_EQ(ask("adm1", Method::get, "/files/f1" + here + "/reports/" + report).status, 404);
  EXPECT_FALSE(has(get("adm1", "/record"), "settles quickly"));
  EXPECT_EQ(send("hv1", here + "/reports/" + report, Pairs{{"about", "cai"}, {"conference", id}, {"corrects", report}, {"key", "k2-in"}} + day("happened", "24", "4", "2025")), 422);
  EXPECT_TRUE(has(last_.body, "id=\"hand-in-safe_to_share-error\""));
  ASSERT_EQ(send("hv1", here + "/reports/" + report, handing_in + day("happened", "24", "4", "2025")), 303) << last_.body;
  EXPECT_FALSE(has(get("hv1", here + "/reports/" + report), "Begun, not handed in"));
  EXPECT_EQ(send("hv1", here + "/reports/" + report, handing_in + Pairs{{"key", "k2-again"}}), 404) << "handed in already";
  EXPECT_TRUE(has(get("adm1", here), "1 of 6 received"));
  ASSERT_EQ(send("sw1", "/record/report_shared", Pairs{{"about", "cai"}, {"conference", id}, {"report", report}, {"person", "mum"}, {"key", "k4"}} + day("happened", "24", "4", "2025")), 200) << last_.body;
  EXPECT_TRUE(has(get("sw1", here + "/reports/" + report), "Kelly Hartley, Thursday 24 April 2025"));
  EXPECT_TRUE(has(ask("mum", Method::get, "/conference/f1/" + id).body, "settles quickly"));

  go_to("2025-04-29T09:00:00Z");
  EXPECT_TRUE(has(get("adm1", here + "/day"), "Not quorate"));
  EXPECT_EQ(send("adm1", here + "/day", {{"part", "open_part"}, {"how", "in_person"}}), 422);
  const auto came = [&](const char* part, std::initializer_list<const char*> people) {
    Pairs given = {{"part", part}, {"how", "in_person"}};
    for (const char* person : people) given.emplace_back("here", person);
    return send("adm1", here + "/day", given);
  };
  ASSERT_EQ(came("professionals_part", {"sw1", "dsl1", "dsl2", "hv1", "gp1", "pol1"}), 303) << last_.body;
  EXPECT_EQ(came("professionals_part", {"mum"}), 422);
  ASSERT_EQ(came("open_part", {"ch1", "adm1", "sw1", "dsl1", "dsl2", "hv1", "gp1", "pol1", "mum", "mr_x", "mr_y"}), 303) << last_.body;
  const std::string day_now = get("adm1", here + "/day");
  EXPECT_TRUE(has(day_now, "</strong>: Quorate."));
  EXPECT_FALSE(has(day_now, "Not quorate"));
  EXPECT_FALSE(has(day_now, "Who else is here?"));

  const auto say = [&](const char* part, const char* words, const char* key) {
    return send("adm1", "/record/statement", Pairs{{"conference", id}, {"about", "amy"}, {"about", "ben"}, {"about", "cai"}, {"words", words}, {"kind", "fact"}, {"whose", "pol1"}, {"heading", "worries"}, {"audience", part},
                                                   {"back", "/files/f1" + here + "/day?part=" + part + "&next=statement"}, {"key", key}} + day("happened", "29", "4", "2025"));
  };
  ASSERT_EQ(say("professionals_part", "Two men came to the door.", "k5"), 303) << last_.body;
  ASSERT_EQ(say("open_part", "Police were called twice.", "k6"), 303) << last_.body;
  const std::string open = get("adm1", here + "/day", {{"part", "open_part"}, {"next", "statement"}});
  EXPECT_TRUE(has(open, "Police were called twice."));
  EXPECT_TRUE(has(open, "autofocus"));
  EXPECT_FALSE(has(open, "Two men came"));
  const std::string closed = get("adm1", here + "/day", {{"part", "professionals_part"}});
  EXPECT_TRUE(has(closed, "Two men came"));
  EXPECT_TRUE(has(closed, "Nothing here reaches the family."));
  EXPECT_FALSE(has(closed, "Add an action"));
  const std::string room = get("ch1", here + "/room");
  EXPECT_TRUE(has(room, "Police were called twice."));
  EXPECT_FALSE(has(room, "Two men came"));
  EXPECT_FALSE(has(room, "settles quickly"));

  const auto each_thinks = [&](const std::string& child, const char* view) {
    Pairs given = {{"about", child}, {"step", "views"}, {"key", "v-" + child}};
    for (const std::string person : {"sw1", "dsl1", "dsl2", "hv1", "gp1"}) given.emplace_back("view-" + person, view);
    return given;
  };
  const auto decide = [&](const char* child, Pairs more) {
    return send("ch1", here + "/decision", Pairs{{"about", child}, {"conference", id}, {"reasons", "What was said."}, {"happened-time", "10:30"}, {"key", std::string("d-") + child}} + day("happened", "29", "4", "2025") + more);
  };
  const Pairs under_plan = Pairs{{"outcome", "plan"}, {"category", "neglect"}, {"lead_social_worker", "sw1"}, {"core_group", "sw1"}, {"core_group", "mum"}} + day("review_on", "24", "7", "2025");
  EXPECT_TRUE(has(get("ch1", here + "/decision", {{"child", "cai"}}), "There is no outline plan for Cai yet."));
  EXPECT_EQ(decide("cai", under_plan), 409);
  EXPECT_TRUE(has(last_.body, "The plan comes first, then the decision, then the category."));
  EXPECT_TRUE(has(last_.body, "What was said."));
  for (const char* child : {"amy", "ben", "cai"}) {
    ASSERT_EQ(send("adm1", "/record/outline_plan", Pairs{{"about", child}, {"conference", id}, {"change_needed", "Mornings are safe."}, {"contingency", "Come back at once."}, {"key", std::string("o-") + child},
                                                         {"back", "/files/f1" + here + "/day"}} + day("happened", "29", "4", "2025")), 303) << last_.body;
    ASSERT_EQ(send("adm1", "/record/plan_action", Pairs{{"about", child}, {"conference", id}, {"who", "hv1"}, {"what", "Weigh at home"}, {"how_we_will_know", "The chart"}, {"key", std::string("a-") + child},
                                                        {"back", "/files/f1" + here + "/day"}} + day("by", "13", "5", "2025")), 303) << last_.body;
  }
  EXPECT_TRUE(has(get("adm1", here + "/room"), "Weigh at home"));
  const std::string form = get("ch1", here + "/decision", {{"child", "cai"}});
  EXPECT_TRUE(has(form, "value=\"cai\""));
  EXPECT_FALSE(has(form, "Put the decision on file")) << "each practitioner's view comes first";
  EXPECT_EQ(decide("cai", under_plan), 409);
  EXPECT_TRUE(has(last_.body, "view comes before the decision"));
  EXPECT_EQ(send("ch1", here + "/decision", each_thinks("cai", "needed")), 422);
  EXPECT_TRUE(has(last_.body, "Say what they think, or that they gave no view.")) << "the police officer was not asked";
  for (const char* child : {"amy", "ben", "cai"})
    ASSERT_EQ(send("ch1", here + "/decision", each_thinks(child, "needed") + Pairs{{"view-pol1", "not_needed"}}), 303) << last_.body;
  const std::string asked = get("ch1", here + "/decision", {{"child", "cai"}});
  EXPECT_TRUE(has(asked, "Of the 4 who gave a view, 3 say that a plan is needed and 1 that none is."));
  EXPECT_TRUE(has(asked, "Put the decision on file"));
  EXPECT_TRUE(has(asked, "At the latest Tuesday 29 July 2025: 3 months after 29 April."));
  EXPECT_FALSE(has(asked, "Does the chair decide against the view of most practitioners?")) << "it is worked out";
  EXPECT_EQ(decide("cai", under_plan), 303) << last_.body;
  const Pairs far_off = Pairs{{"outcome", "plan"}, {"category", "neglect"}, {"lead_social_worker", "sw1"}, {"core_group", "sw1"}, {"core_group", "mum"}} + day("review_on", "27", "8", "2025");
  ASSERT_EQ(decide("ben", far_off), 200);
  EXPECT_TRUE(has(last_.body, "is past the limit, Tuesday 29 July 2025"));
  EXPECT_TRUE(has(get("ch1", here), "1 of 3 decided"));
  EXPECT_EQ(decide("ben", far_off + Pairs{{"step", "confirm"}}), 422);
  EXPECT_TRUE(has(last_.body, "id=\"departs-reason-error\""));
  ASSERT_EQ(decide("ben", far_off + Pairs{{"step", "confirm"}, {"departs-consulted", "sw1"}, {"departs-reason", "The school term."}, {"departs-protection_meanwhile", "The grandmother lives in."}}), 303) << last_.body;
  EXPECT_TRUE(has(get("ch1", "/record"), "The school term."));
  EXPECT_FALSE(has(get("mum", "/record"), "The school term."));
  ASSERT_EQ(decide("amy", {{"outcome", "child_in_need"}, {"consent", "yes"}}), 200);
  EXPECT_TRUE(has(last_.body, "within 24 hours of the decision"));
  EXPECT_TRUE(has(last_.body, "Confirm the decision"));
  EXPECT_TRUE(has(get("ch1", here), "2 of 3 decided"));
  EXPECT_EQ(decide("amy", {{"outcome", "child_in_need"}, {"consent", "yes"}, {"step", "confirm"}}), 422) << "without its basis";
  EXPECT_EQ(decide("amy", {{"outcome", "child_in_need"}, {"consent", "yes"}, {"basis_of_override", "Her father comes."}, {"step", "change"}}), 200);
  EXPECT_TRUE(has(last_.body, "value=\"Her father comes.\""));
  ASSERT_EQ(decide("amy", {{"outcome", "child_in_need"}, {"consent", "yes"}, {"basis_of_override", "Her father comes."}, {"step", "confirm"}}), 303) << last_.body;
  EXPECT_TRUE(has(get("ch1", here), "3 of 3 decided"));
  EXPECT_TRUE(has(get("ch1", ""), "Management oversight"));
}

TEST_F(ConferencePages, a_parent_who_opens_them_gets_only_what_they_may_see) {
  begin("2025-04-29T10:00:00Z");
  for (const char* person : {"mum", "mr_x"})
    for (const char* page : {"", "/day", "/room", "/decision"})
      for (const char* part : {"open_part", "professionals_part", "own_part"}) {
        const std::string seen = get(person, std::string("/conferences/c-initial") + page, {{"part", part}});
        for (const char* kept : {"local dealer", "car keys", "checks her phone", "a man with a hammer", "Put on the list", "Write what is said"}) EXPECT_FALSE(has(seen, kept)) << person << page << part << kept;
      }
  const std::string father = ask("mr_x", Method::get, "/conference/f1/c-initial").body;
  EXPECT_TRUE(has(father, "Amy"));
  for (const char* kept : {"Ben Ashworth", "Cai Ashworth"}) {
    EXPECT_FALSE(has(father, kept)) << kept;
    EXPECT_FALSE(has(get("mr_x", "/conferences/c-initial"), kept)) << kept;
    EXPECT_FALSE(has(get("mr_x", "/conferences/c-initial/decision"), kept)) << kept;
  }
}

TEST_F(ConferencePages, before_the_first_statement_no_child_is_ticked_and_then_the_last_choice_stays) {
  begin("2025-04-29T08:55:00Z");
  const std::string fresh = get("adm1", "/conferences/c-initial/day");
  EXPECT_TRUE(has(fresh, "Whom is it about?"));
  const std::string_view form = std::string_view(fresh).substr(fresh.find("id=\"say\""));
  EXPECT_FALSE(has(std::string(form.substr(0, form.find("</form>"))), "checked"));
  const Pairs about_ben = Pairs{{"corner", "statement"}, {"part", "open_part"}, {"conference", "c-initial"}, {"about", "ben"}, {"words", "Ben slept."}, {"kind", "fact"}, {"heading", "worries"}, {"audience", "open_part"}, {"key", "s1"}} + day("happened", "29", "4", "2025");
  ASSERT_EQ(send("adm1", "/conferences/c-initial/day", about_ben), 303) << last_.body;
  const std::string next = get("adm1", "/conferences/c-initial/day");
  EXPECT_TRUE(has(next, "value=\"ben\" checked"));
  EXPECT_FALSE(has(next, "value=\"amy\" checked"));
}

TEST_F(ConferencePages, a_missed_answer_on_the_board_stays_on_the_board_with_its_words) {
  begin("2025-04-29T08:55:00Z");
  const Pairs given = Pairs{{"corner", "statement"}, {"part", "open_part"}, {"step", "reports"}, {"conference", "c-initial"}, {"about", "ben"}, {"words", "Words that stay."}, {"audience", "open_part"}, {"key", "s1"}} + day("happened", "29", "4", "2025");
  EXPECT_EQ(send("adm1", "/conferences/c-initial/day", given), 422);
  EXPECT_TRUE(has(last_.body, "Words that stay.</textarea>"));
  EXPECT_TRUE(has(last_.body, "Board: Open part"));
  EXPECT_TRUE(has(last_.body, "id=\"statement-kind-error\""));
  EXPECT_TRUE(has(last_.body, "href=\"#statement-kind\""));
  EXPECT_FALSE(has(last_.body, "From which report?"));
  EXPECT_EQ(send("adm1", "/conferences/c-initial/day", Pairs{{"corner", "decision"}, {"part", "open_part"}}), 404) << "only what the page has a form for";
  EXPECT_EQ(send("adm1", "/conferences/c-initial/day", given + Pairs{{"kind", "fact"}}), 303) << last_.body;
}

TEST_F(ConferencePages, a_part_whose_list_is_empty_asks_for_the_list_before_anything_is_written) {
  begin("2025-04-28T15:00:00Z");
  const std::string closed = get("adm1", "/conferences/c-initial/day", {{"part", "professionals_part"}});
  EXPECT_TRUE(has(closed, "Nobody is on the list of this part yet"));
  EXPECT_FALSE(has(closed, "id=\"say\""));
  ASSERT_EQ(send("adm1", "/conferences/c-initial/day", {{"part", "professionals_part"}, {"how", "in_person"}, {"here", "sw1"}, {"key", "a1"}}), 303) << last_.body;
  EXPECT_TRUE(has(get("adm1", "/conferences/c-initial/day", {{"part", "professionals_part"}}), "id=\"say\""));
}

TEST_F(ConferencePages, chair_and_minute_taker_can_be_put_on_the_list_and_a_father_is_told_by_his_children) {
  begin("2025-04-28T15:00:00Z");
  const std::string fresh = get("adm1", "/conferences/c-initial/day");
  for (const char* one : {"name=\"here\" type=\"checkbox\" value=\"ch1\"", "name=\"here\" type=\"checkbox\" value=\"adm1\"", "Father of Ben and Cai"}) EXPECT_TRUE(has(fresh, one)) << one;
  ASSERT_EQ(send("adm1", "/conferences/c-initial/day", {{"part", "open_part"}, {"how", "in_person"}, {"here", "ch1"}, {"here", "mr_y"}, {"key", "a1"}}), 303) << last_.body;
  const std::string listed = get("adm1", "/conferences/c-initial/day");
  EXPECT_FALSE(has(listed, "name=\"here\" type=\"checkbox\" value=\"ch1\""));
  EXPECT_TRUE(has(listed, "Father of Ben and Cai"));
}

TEST_F(ConferencePages, days_before_it_the_page_of_the_day_says_when_it_is_and_not_that_it_is_on) {
  begin("2025-04-24T12:00:00Z");
  const std::string ahead = get("adm1", "/conferences/c-initial/day");
  EXPECT_TRUE(has(ahead, "This conference has not begun. It is on Tuesday 29 April 2025"));
  EXPECT_FALSE(has(ahead, "on now"));
  go_to("2025-04-29T12:00:00Z");
  EXPECT_TRUE(has(get("adm1", "/conferences/c-initial/day"), "Open part: on now"));
}

TEST_F(ConferencePages, what_is_not_there_and_what_is_not_theirs_are_the_same_bytes) {
  begin("2025-04-15T10:00:00Z");
  for (const char* page : {"", "/day", "/room", "/decision", "/invite", "/reports/new", "/reports/r-gp-cai"}) {
    const Response missing = ask("dsl1", Method::get, std::string("/files/f1/conferences/none") + page);
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.body, ask("dsl1", Method::get, std::string("/files/f2/conferences/c-initial") + page).body);
    EXPECT_EQ(missing.body, ask("mum", Method::get, std::string("/files/f2/conferences/c-initial") + page).body);
    EXPECT_EQ(missing.body, ask("ch1", Method::get, std::string("/files/f1/conferences/sd-1") + page).body);
  }
  EXPECT_EQ(ask("dsl1", Method::get, "/files/f1/conferences/c-initial/reports/r-sw-ben").status, 404);
  EXPECT_EQ(ask("hv1", Method::get, "/files/f1/conferences/c-initial/invite").status, 404);
  EXPECT_EQ(send("mr_x", "/conferences/c-initial/invite", {{"invite", "sw1"}}), 404);
  EXPECT_EQ(send("mum", "/conferences/c-initial/day", {{"here", "sw1"}}), 404);
  EXPECT_EQ(send("mum", "/conferences/c-initial/decision", {{"about", "amy"}}), 404);
}

TEST_F(ConferencePages, a_form_shown_again_keeps_what_was_typed_and_where_to_go_back) {
  begin("2025-04-29T08:55:00Z");
  const Pairs given = Pairs{{"conference", "c-initial"}, {"about", "amy"}, {"words", "Amy looks after Cai."}, {"audience", "open_part"}, {"back", "/files/f1/conferences/c-initial/day?part=open_part"}} + day("happened", "29", "4", "2025");
  EXPECT_EQ(send("adm1", "/record/statement", given), 422);
  EXPECT_TRUE(has(last_.body, "Amy looks after Cai.</textarea>"));
  EXPECT_TRUE(has(last_.body, "value=\"/files/f1/conferences/c-initial/day?part=open_part\""));
}

TEST_F(ConferencePages, a_form_goes_back_to_its_own_family_only) {
  begin("2025-04-29T08:55:00Z");
  for (const char* back : {"https://example.org/files/f1/", "//example.org", "/files/f12/conferences", "/files/f1/x\r\nset-cookie: a=b", "/files/f1\\@example.org"}) {
    const Pairs given = Pairs{{"conference", "c-initial"}, {"about", "amy"}, {"words", "Words"}, {"kind", "fact"}, {"audience", "open_part"}, {"back", back}, {"key", back}} + day("happened", "29", "4", "2025");
    EXPECT_EQ(send("adm1", "/record/statement", given), 200) << back;
    EXPECT_EQ(header(last_, "location"), "") << back;
  }
}

TEST_F(ConferencePages, where_a_conference_is_called_it_says_what_would_hold_on_another_day_without_recording_it) {
  begin("2025-04-08T12:00:00Z");
  const std::string plain = get("sw1", "/record/conference");
  EXPECT_NE(plain.find("is the last day on which it can be booked within the limit"), std::string::npos);
  EXPECT_NE(plain.find("What if it were on another day?"), std::string::npos);
  const std::string asked = get("sw1", "/record/conference", {{"ahead-day", "24"}, {"ahead-month", "4"}, {"ahead-year", "2025"}});
  EXPECT_NE(asked.find("were it on Thursday 24 April 2025"), std::string::npos);
  EXPECT_NE(asked.find("By Tuesday 22 April 2025 at the latest."), std::string::npos);
  const std::string wrong = get("sw1", "/record/conference", {{"ahead-day", "31"}, {"ahead-month", "4"}, {"ahead-year", "2025"}});
  EXPECT_NE(wrong.find("There is no such day in the calendar."), std::string::npos);
  EXPECT_NE(get("sw1", "/record/conference", {{"ahead-day", "1"}, {"ahead-month", "4"}, {"ahead-year", "2025"}}).find("That day has passed."), std::string::npos);
}

TEST_F(ConferencePages, a_conference_is_called_with_what_is_known_and_its_chair_comes_from_those_with_an_account) {
  begin("2025-04-08T12:00:00Z");
  ASSERT_TRUE(sign_in_.add_account({.name = "account.ch9", .password_hash = {}, .person = {"ch9"}, .roles = {"chair"}, .full_name = "Ottilie Brandreth"}, password, {{"p-admin"}, "administrator", now_}));
  ASSERT_TRUE(sign_in_.add_account({.name = "account.hv9", .password_hash = {}, .person = {"hv9"}, .roles = {"health_visitor"}, .full_name = "Ines Calder"}, password, {{"p-admin"}, "administrator", now_}));
  const std::string form = get("sw1", "/record/conference");
  for (const char* child : {"amy", "ben", "cai"}) EXPECT_TRUE(has(form, std::string("value=\"") + child + "\" checked")) << child;
  EXPECT_TRUE(has(form, "value=\"initial\" checked"));
  EXPECT_TRUE(has(form, "value=\"open_part\" checked"));
  EXPECT_TRUE(has(form, "Ottilie Brandreth, Conference chair"));
  EXPECT_FALSE(has(form, "Ines Calder")) << "no chair";
  const Pairs called = Pairs{{"about", "amy"}, {"kind", "initial"}, {"place", "Room 3"}, {"parts", "open_part"}, {"starts-time", "10:00"}} + day("starts", "29", "4", "2025");
  EXPECT_EQ(send("sw1", "/record/conference", called + Pairs{{"chair", "hv9"}, {"key", "k1"}}), 422) << "whoever is not in the role";
  EXPECT_FALSE(has(get("sw1", "/people"), "Ines Calder"));
  ASSERT_EQ(send("sw1", "/record/conference", called + Pairs{{"chair", "ch9"}, {"key", "k2"}}), 200) << last_.body;
  EXPECT_TRUE(has(last_.body, "Conference: Amy Hartley · Ottilie Brandreth is on file."));
  EXPECT_TRUE(has(get("sw1", "/people"), "Ottilie Brandreth"));
  EXPECT_EQ(send("sw1", "/record/conference", called + Pairs{{"chair", "ch9"}, {"key", "k2"}}), 200) << "sent twice, on file once";
  EXPECT_EQ(ask("ch9", Method::get, "/files/f1").status, 200) << "whoever chairs it sees the family";
}

TEST_F(ConferencePages, how_and_when_somebody_takes_part_is_said_as_they_are_invited) {
  begin("2025-04-15T12:00:00Z");
  const std::string here = "/conferences/c-initial";
  EXPECT_TRUE(has(get("adm1", here + "/invite"), "Not in the room, or at another time"));
  const Pairs invited = {{"invite", "tm1"}, {"as-tm1", "practitioner"}, {"parts-tm1", "open_part"}, {"how-tm1", "by_video"}, {"at-tm1-time", "14:30"}};
  EXPECT_EQ(send("adm1", here + "/invite", invited + day("at-tm1", "31", "4", "2025")), 422);
  EXPECT_TRUE(has(last_.body, "There is no such day in the calendar."));
  EXPECT_TRUE(has(last_.body, "href=\"#at-tm1-day\""));
  ASSERT_EQ(send("adm1", here + "/invite", invited + day("at-tm1", "28", "4", "2025")), 303);
  EXPECT_TRUE(has(get("adm1", here + "/invite"), "By video, Monday 28 April 2025, 14:30"));
}

}  // namespace
}  // namespace confer
