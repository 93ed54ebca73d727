#include <algorithm>

#include "page/file/genogram.h"
#include "page/conference/testing.h"

namespace confer {
namespace {

using namespace for_tests;

class FilePages : public FamilyOnADay {};

TEST_F(FilePages, the_plan_says_for_each_child_who_does_what_by_when_and_how_far_it_is) {
  begin("2025-05-20T09:00:00Z");
  const std::string page = get("sw1", "/plan");
  EXPECT_TRUE(has(page, "No child protection plan is in force for Amy."));
  EXPECT_TRUE(has(page, "Bring Cai to the blood test"));
  EXPECT_TRUE(has(page, "Cai was weighed on the day"));
  EXPECT_TRUE(has(page, ">Late</strong>"));
  EXPECT_TRUE(has(page, ">Begun, and not done yet</strong>"));
  EXPECT_TRUE(has(page, "at the latest Tuesday 29 July 2025; set for Thursday 24 July 2025"));
  EXPECT_TRUE(has(page, "What happens if it does not work"));
  EXPECT_TRUE(has(page, "Lee has started the programme"));
}

TEST_F(FilePages, whoever_sees_the_decision_is_told_that_there_is_no_plan) {
  begin("2025-05-20T09:00:00Z");
  EXPECT_TRUE(has(get("dsl1", "/plan"), "No child protection plan is in force for Amy.")) << "so it was decided, and they may see it";
}

TEST_F(FilePages, nobody_is_told_that_there_is_no_plan_who_is_shown_no_decision) {
  begin("2025-04-20T09:00:00Z");
  EXPECT_FALSE(has(get("dsl1", "/plan"), "No child protection plan"));
  EXPECT_TRUE(has(get("dsl1", "/plan"), "No decision about a plan for Amy is shown to you here."));
  EXPECT_TRUE(has(get("sw1", "/plan"), "No child protection plan is in force for Amy.")) << "whoever runs the case sees every decision there is";
}

TEST_F(FilePages, until_somebody_leads_the_overview_says_who_works_with_the_child_and_as_what) {
  begin("2025-04-15T09:00:00Z");
  const auto holds = [](const std::string& page) {
    const std::size_t at = page.find("Who holds it: </span>");
    return at == std::string::npos ? std::string{} : page.substr(at, 140);
  };
  EXPECT_TRUE(has(holds(get("sw1", "")), "Nadia Rowbotham<span class=\"confer-under\">Social worker</span>"));
  EXPECT_TRUE(has(ask("adm1", Method::get, "/files").body, "Nadia Rowbotham<span class=\"confer-under\">Social worker</span>"));
  EXPECT_FALSE(has(ask("adm1", Method::get, "/files").body, "None yet"));
}

TEST_F(FilePages, whoever_works_with_the_child_no_more_is_not_named_as_if_they_did) {
  begin("2025-04-15T09:00:00Z");
  std::string social_worker;
  const auto view = desk_.open_file(family_, {{"adm1"}, "conference_administrator"});
  for (const ShownEntry* one : view->standing("involvement"))
    if (one->text("person") == "sw1") social_worker = one->id.value;
  Pairs ended = Pairs{{"person", "sw1"}, {"agency", "childrens_social_care"}, {"direct_contact", "yes"}, {"corrects", social_worker}, {"back", "/files/f1/people"}, {"key", "k1"}} + day("ended", "14", "4", "2025");
  for (const PersonId& child : view->entry(social_worker)->about) ended.emplace_back("about", child.value);
  ASSERT_EQ(send("adm1", "/record/involvement", ended), 303) << last_.body;
  EXPECT_FALSE(has(get("adm1", ""), "Who holds it: </span>Nadia Rowbotham"));
}

TEST_F(FilePages, once_somebody_leads_it_says_that) {
  begin("2025-05-20T09:00:00Z");
  EXPECT_TRUE(has(get("sw1", ""), "Who holds it: </span>Nadia Rowbotham<span class=\"confer-under\">Lead social worker</span>"));
  EXPECT_TRUE(has(ask("adm1", Method::get, "/files").body, "Nadia Rowbotham<span class=\"confer-under\">Lead social worker</span>"));
}

TEST_F(FilePages, every_date_on_the_pages_of_a_conference_opens_to_its_reason_and_its_rule) {
  begin("2025-04-09T09:00:00Z");
  for (const char* page : {"/record/conference", ""}) {
    const std::string body = get("adm1", page);
    EXPECT_TRUE(has(body, "Why this day")) << page;
    EXPECT_TRUE(has(body, "The rule in our procedure")) << page;
  }
  const std::string ahead = get("adm1", "/record/conference");
  EXPECT_TRUE(has(ahead.substr(ahead.find("Latest safe day")), "before the conference")) << "each step before it says what it is counted from";
}

TEST_F(FilePages, the_plan_says_what_has_changed_since_it_was_decided_on) {
  begin("2025-05-12T09:00:00Z");
  const auto changed = [](const std::string& page, const char* child) {
    const std::size_t from = page.find(std::string(">") + child), at = page.find("What has changed since", from);
    return page.substr(at, page.find("What has to change", at) - at);
  };
  EXPECT_TRUE(has(changed(get("sw1", "/plan"), "Cai Ashworth</h2>"), "since the conference of Tuesday 29 April 2025</h3><p class=\"govuk-body\">Nothing that you may see."));
  ASSERT_EQ(send("sw1", "/record/plan_action", Pairs{{"about", "cai"}, {"conference", "c-initial"}, {"who", "mum"}, {"what", "Ring the nursery"}, {"how_we_will_know", "A place"}, {"back", "/files/f1/plan"}, {"key", "k1"}} + day("by", "20", "5", "2025")), 303) << last_.body;
  ASSERT_EQ(send("sw1", "/record/plan_action", Pairs{{"about", "cai"}, {"conference", "c-initial"}, {"who", "mum"}, {"what", "Bring Cai to the blood test and to the dietitian"}, {"how_we_will_know", "Results are with the GP"},
                                                     {"corrects", "act-cai-1"}, {"back", "/files/f1/plan"}, {"key", "k2"}} + day("by", "15", "5", "2025")), 303) << last_.body;
  ASSERT_EQ(send("sw1", "/record/action_progress", Pairs{{"about", "cai"}, {"action", "act-cai-2"}, {"state", "dropped"}, {"how_we_know", "The clinic weighs her now."}, {"back", "/files/f1/plan"}, {"key", "k3"}} + day("happened", "12", "5", "2025")), 303) << last_.body;
  const std::string hers = changed(get("sw1", "/plan"), "Cai Ashworth</h2>");
  for (const char* words : {"Added</strong> <strong>Kelly Hartley: </strong>Ring the nursery", "No longer to be done</strong>", "Monday 12 May 2025. The clinic weighs her now.", "Changed</strong>", "By when? Thursday 15 May 2025. Before: Thursday 8 May 2025."})
    EXPECT_TRUE(has(hers, words)) << words << "\n" << hers;
  EXPECT_LT(hers.find("Added"), hers.find("Changed"));
  const std::string mothers = changed(get("mum", "/plan"), "Cai Ashworth</h2>");
  EXPECT_TRUE(has(mothers, "Changed</strong>")) << mothers;
  EXPECT_FALSE(has(mothers, "Before:")) << "how it read before is history, for those who hold the case";
  EXPECT_FALSE(has(changed(get("sw1", "/plan"), "Ben Ashworth</h2>"), "Ring the nursery"));
}

TEST_F(FilePages, until_the_review_what_was_done_is_a_change) {
  begin("2025-07-23T09:00:00Z");
  EXPECT_TRUE(has(get("sw1", "/plan"), "Done</strong> <strong>Kelly Hartley: </strong>Bring Cai to the blood test"));
}

TEST_F(FilePages, after_a_review_the_changes_begin_anew) {
  begin("2025-07-25T09:00:00Z");
  EXPECT_TRUE(has(get("sw1", "/plan"), "What has changed since the conference of Thursday 24 July 2025"));
  EXPECT_FALSE(has(get("sw1", "/plan"), "Done</strong> <strong>Kelly Hartley: </strong>Bring Cai to the blood test"));
}

TEST_F(FilePages, the_last_word_on_an_action_counts) {
  begin("2025-05-20T09:00:00Z");
  ASSERT_EQ(send("sw1", "/record/action_progress", Pairs{{"about", "ben"}, {"action", "act-ben-1"}, {"state", "done"}, {"how_we_know", "All twelve weeks."}, {"back", "/files/f1/plan"}, {"key", "k1"}} + day("happened", "19", "5", "2025")), 303) << last_.body;
  const std::string page = get("sw1", "/plan");
  EXPECT_TRUE(has(page, "All twelve weeks."));
  EXPECT_FALSE(has(page, "the second half is booked"));
}

TEST_F(FilePages, whoever_knows_one_child_sees_that_childs_plan_alone) {
  begin("2025-05-20T09:00:00Z");
  const std::string hers = get("hv1", "/plan"), his = get("mr_x", "/plan");
  EXPECT_TRUE(has(hers, "Weigh Cai at home"));
  for (const char* kept : {"Ben Ashworth", "Amy Hartley", "twelve-week programme", "Why this day"}) EXPECT_FALSE(has(hers, kept)) << kept;
  EXPECT_TRUE(has(his, "Keep weekends open"));
  for (const char* kept : {"Ben Ashworth", "Cai Ashworth", "Say how it goes", "This family", "and its reasons"}) EXPECT_FALSE(has(his, kept)) << kept;
}

TEST_F(FilePages, the_documents_say_who_was_sent_what_and_who_opened_it) {
  begin("2025-05-28T09:00:00Z");
  const std::string copies = "/conferences/c-initial/copies";
  EXPECT_FALSE(has(get("ch1", copies), "Wednesday 28 May 2025"));
  ASSERT_EQ(ask("mum", Method::get, "/conference/f1/c-initial/documents/record").status, 200);
  ASSERT_EQ(ask("mum", Method::get, "/conference/f1/c-initial/documents/record").status, 200);
  EXPECT_TRUE(has(get("ch1", "/documents"), "Record of the child protection conference: "));
  EXPECT_TRUE(has(get("ch1", "/documents"), "/files/f1" + copies)) << "acted on in one place";
  const std::string page = get("ch1", copies);
  EXPECT_TRUE(has(page, "Record of the child protection conference"));
  EXPECT_TRUE(has(page, "Wednesday 28 May 2025"));
  EXPECT_EQ(page.find("Wednesday 28 May 2025"), page.rfind("Wednesday 28 May 2025"));
  EXPECT_TRUE(has(get("hv1", "/documents"), "/conference/f1/c-initial/documents/record"));
  EXPECT_FALSE(has(get("hv1", "/documents"), "Craig Dobson"));
  EXPECT_TRUE(has(get("sw1", "/documents"), "Sent to others")) << "whoever holds the case sees what was sent";
  EXPECT_TRUE(has(get("sw1", "/documents"), "Craig Dobson"));
}

TEST_F(FilePages, two_copies_stand_side_by_side_with_what_only_one_of_them_says) {
  begin("2025-05-28T09:00:00Z");
  const std::string compare = "/conferences/c-initial/copies/record/compare";
  const std::string page = get("ch1", compare, {{"left", "mum"}, {"right", "mr_x"}});
  EXPECT_TRUE(has(page, "Only Kelly Hartley’s copy has"));
  EXPECT_TRUE(has(page, "frightened at night"));
  EXPECT_FALSE(has(page, "Two men came"));
  EXPECT_TRUE(has(get("ch1", compare, {{"left", "mum"}, {"right", "mum"}}), "Both copies say the same"));
  EXPECT_EQ(ask("ch1", Method::get, "/files/f1" + compare, {{"left", "mum"}, {"right", "nobody"}}).status, 404);
  EXPECT_EQ(ask("dsl1", Method::get, "/files/f1" + compare, {{"left", "mum"}, {"right", "mr_x"}}).status, 404);
}

TEST_F(FilePages, the_chronology_can_be_narrowed_to_a_child_and_an_agency) {
  begin("2025-05-28T09:00:00Z");
  EXPECT_TRUE(has(get("sw1", "/chronology"), "Report for the conference: Amy Hartley"));
  const std::string of_cai = get("sw1", "/chronology", {{"child", "cai"}, {"agency", "health"}});
  EXPECT_TRUE(has(of_cai, "Report for the conference: Cai Ashworth"));
  EXPECT_TRUE(has(of_cai, "Only what is about Cai Ashworth. Only what was told by this agency: Health."));
  for (const char* other : {"Report for the conference: Amy", "by Nadia Rowbotham", "by Dr Alun Prosser"}) EXPECT_FALSE(has(of_cai, other)) << other;
  EXPECT_TRUE(has(get("sw1", "/chronology", {{"child", "nobody"}}), "fits this choice"));
}

TEST_F(FilePages, the_drawing_of_the_family_holds_whom_the_reader_may_know_and_no_gap) {
  begin("2025-05-28T09:00:00Z");
  const auto count = [](const std::string& page, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count(get("sw1", "/people"), "<rect"), 6U);
  const std::string his = get("dsl1", "/people");
  EXPECT_EQ(count(his, "<rect"), 4U);   // Amy, her mother, her father, her mother's partner
  for (const char* kept : {"Ben", "Cai"}) EXPECT_FALSE(has(his, kept)) << kept;
}

TEST(Genogram, an_unborn_child_is_a_triangle_and_lone_people_are_not_drawn) {
  FileView view;
  view.people = {{.id = {"u1"}, .name = "Unborn Fell", .kind = "child", .expected = Date::parse("2025-09-01").value()}, {.id = {"m1"}, .name = "Una Fell", .kind = "adult"}, {.id = {"x1"}, .name = "Sol Icitor", .kind = "adult"}};
  EXPECT_TRUE(genogram(view, Date::parse("2025-05-01").value()).empty());
  view.entries = {{.id = {"e1"}, .root = {"e1"}, .type = "relationship", .about = {PersonId{"u1"}}, .answers = {{"person", "m1"}, {"relation", "carer"}}}};
  const std::string drawn = genogram(view, Date::parse("2025-05-01").value()).release();
  EXPECT_TRUE(has(drawn, "<polygon"));
  EXPECT_TRUE(has(drawn, "not born yet"));
  EXPECT_TRUE(has(drawn, "has day to day care"));
  EXPECT_FALSE(has(drawn, "Sol Icitor"));
  EXPECT_FALSE(has(drawn, "style="));
}

}  // namespace
}  // namespace confer
