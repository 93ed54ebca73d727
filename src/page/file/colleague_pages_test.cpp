// Putting colleagues on a family's file by the pages, and taking them off; and a new family's file from its first page on.
#include "page/conference/testing.h"

namespace confer {
namespace {

using namespace for_tests;

class ColleaguePages : public FamilyOnADay {
 protected:
  ColleaguePages() { begin("2025-04-22T09:00:00Z"); }

  void add(const std::string& person, const std::string& role, const std::string& name, const std::string& workplace = "Locality team North") {
    const NewAccount account{.name = "account." + person, .password_hash = {}, .person = {person}, .roles = {role}, .full_name = name, .workplace = workplace};
    ASSERT_TRUE(sign_in_.add_account(account, password, {{"p-admin"}, "administrator", now_}));
  }
  /// The page that a search leads to, and its address.
  std::string search(const std::string& who, const std::string& words) {
    EXPECT_EQ(send(who, "/colleagues/search", {{"search", words}}), 303);
    const std::string to = header(last_, "location");
    EXPECT_TRUE(to.starts_with("/files/f1/colleagues?found=")) << to;
    EXPECT_TRUE(words.empty() || to.find(words.substr(0, 4)) == std::string::npos) << to;
    return get(who, "/colleagues", {{"found", to.substr(to.find('=') + 1)}});
  }
  [[nodiscard]] std::vector<Entry> on_file(std::string_view file = "f1") const { return store_->entries({AuthorityId{"rotherham"}, Stream::Kind::file, std::string(file)}); }
  int opens(const std::string& who, const std::string& file = "f1") { return ask(who, Method::get, "/files/" + file).status; }
};

TEST_F(ColleaguePages, a_colleague_is_found_by_search_and_put_on_file_under_the_id_of_their_account) {
  add("mw2", "midwife", "Żaneta Bright", "Community midwifery");
  EXPECT_EQ(opens("mw2"), 404);
  EXPECT_TRUE(has(get("sw1", "/record/person"), "Somebody with a Confer account"));
  const std::string found = search("sw1", "zaneta");
  EXPECT_TRUE(has(found, "Żaneta Bright"));
  EXPECT_TRUE(has(found, "Midwife, Community midwifery"));
  ASSERT_EQ(send("sw1", "/colleagues", {{"colleague", "mw2"}, {"about", "cai"}, {"direct_contact", "yes"}, {"key", "k1"}}), 303) << last_.body;
  EXPECT_TRUE(header(last_, "location").starts_with("/files/f1/people")) << header(last_, "location");
  const auto entries = on_file();
  const Entry &person = entries[entries.size() - 2], &work = entries.back();
  EXPECT_EQ(person.about.front(), PersonId{"mw2"});
  EXPECT_EQ(person.answers.text("name"), "Żaneta Bright");
  EXPECT_EQ(person.answers.text("organisation"), "Community midwifery");
  EXPECT_EQ(person.answers.text("role"), "midwife");
  EXPECT_EQ(work.answers.text("agency"), "health");
  EXPECT_EQ(opens("mw2"), 200);
  EXPECT_TRUE(has(get("mw2", ""), "Cai Ashworth"));
  EXPECT_FALSE(has(get("mw2", ""), "Amy Hartley"));
}

TEST_F(ColleaguePages, whoever_is_no_colleague_with_an_account_is_refused_whatever_was_sent) {
  add("gone", "social_worker", "Ned Gone");
  add("plain", "social_worker", "");
  ASSERT_TRUE(sign_in_.accounts().disable(sign_in_.accounts().find("account.gone")->id, {{"p-admin"}, "administrator", now_}));
  const std::size_t before = on_file().size();
  for (const char* id : {"nobody", "", "mum", "gone", "plain", "amy"}) {
    EXPECT_EQ(send("sw1", "/colleagues", {{"colleague", id}, {"about", "cai"}, {"direct_contact", "yes"}, {"key", "k1"}}), 422) << id;
    EXPECT_TRUE(has(last_.body, "Choose somebody from the list.")) << id;
  }
  EXPECT_EQ(on_file().size(), before);
}

TEST_F(ColleaguePages, the_same_person_twice_is_said_plainly_and_the_same_form_twice_counts_once) {
  add("mw2", "midwife", "Una Bright");
  const Pairs form = {{"colleague", "mw2"}, {"about", "cai"}, {"direct_contact", "no"}, {"key", "k1"}};
  ASSERT_EQ(send("sw1", "/colleagues", form), 303);
  const std::size_t after = on_file().size();
  EXPECT_EQ(send("sw1", "/colleagues", form), 303);
  EXPECT_EQ(send("sw1", "/colleagues", {{"colleague", "mw2"}, {"key", "k2"}}), 409);
  EXPECT_TRUE(has(last_.body, "This person is on this file already."));
  EXPECT_EQ(on_file().size(), after);
  const std::string found = search("sw1", "bright");
  EXPECT_TRUE(has(found, "On this file already: Una Bright."));
  EXPECT_FALSE(has(found, "value=\"mw2\""));
}

TEST_F(ColleaguePages, what_is_wrong_is_said_beside_its_question_and_the_choice_is_kept) {
  add("mw2", "midwife", "Una Bright");
  EXPECT_EQ(send("sw1", "/colleagues", {{"colleague", "mw2"}, {"direct_contact", "yes"}, {"key", "k1"}}), 422);
  EXPECT_TRUE(has(last_.body, "Tick the children they work with, or leave this whole part empty."));
  EXPECT_TRUE(has(last_.body, "value=\"mw2\" checked"));
  EXPECT_EQ(send("sw1", "/colleagues", {{"colleague", "mw2"}, {"about", "cai"}, {"key", "k1"}}), 422);
  EXPECT_TRUE(has(last_.body, "Answer this question."));
  EXPECT_EQ(send("sw1", "/colleagues", Pairs{{"colleague", "mw2"}, {"about", "cai"}, {"direct_contact", "yes"}, {"key", "k1"}} + day("began", "23", "4", "2025")), 422);
  EXPECT_TRUE(has(last_.body, "This day is still to come."));
  EXPECT_EQ(opens("mw2"), 404);
}

TEST_F(ColleaguePages, among_three_hundred_one_is_searched_for) {
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i);
    ASSERT_TRUE(sign_in_.accounts().add({"many." + number, "none", {"many" + number}, {"social_worker"}, {}, "Colleague Number" + number, "Locality team East"}, {{"p-admin"}, "administrator", now_}));
  }
  EXPECT_FALSE(has(get("sw1", "/colleagues"), "Who is it?")) << "nothing was asked for yet";
  const std::string all = search("sw1", "");
  EXPECT_TRUE(has(all, "The first 50 of 300 are shown."));
  const std::string one = search("sw1", "number217");
  EXPECT_TRUE(has(one, "Colleague Number217"));
  EXPECT_FALSE(has(one, "Colleague Number218"));
  EXPECT_TRUE(has(search("sw1", "wizard"), "Nobody with an account has “wizard” in their name"));
}

TEST_F(ColleaguePages, the_pages_are_for_those_who_introduce_people) {
  for (const char* who : {"ch1", "hv1", "mum", "amy"}) {
    const bool family = who == std::string("mum") || who == std::string("amy");   // taken to their own page
    EXPECT_EQ(ask(who, Method::get, "/files/f1/colleagues").status, family ? 303 : 404) << who;
    EXPECT_EQ(send(who, "/colleagues", {{"colleague", "sw1"}}), 404) << who;
    EXPECT_EQ(send(who, "/colleagues/search", {{"search", "a"}}), 404) << who;
  }
  EXPECT_EQ(ask("sw1", Method::get, "/files/f2/colleagues").status, 404);
  EXPECT_EQ(ask("hv1", Method::get, "/files/f1/colleagues/sw1/end").status, 404);
  EXPECT_EQ(send("hv1", "/colleagues/sw1/end", day("ended", "21", "4", "2025")), 404);
  EXPECT_EQ(ask("sw1", Method::get, "/files/f1/colleagues/mum/end").status, 404) << "a mother is taken off nothing";
  EXPECT_EQ(ask("sw1", Method::get, "/files/f1/colleagues/nobody/end").status, 404);
}

TEST_F(ColleaguePages, a_colleague_who_is_taken_off_finds_nothing_any_more_and_may_be_put_back) {
  add("sw5", "social_worker", "Lena Marsh");
  ASSERT_EQ(send("sw1", "/colleagues", {{"colleague", "sw5"}, {"about", "amy"}, {"about", "ben"}, {"direct_contact", "yes"}, {"key", "k1"}}), 303);
  ASSERT_EQ(opens("sw5"), 200);
  ASSERT_EQ(send("sw5", "/record/core_group_meeting", Pairs{{"about", "amy"}, {"notes", "Lena was there."}, {"key", "k2"}} + day("happened", "21", "4", "2025")), 200) << last_.body;
  EXPECT_TRUE(has(get("sw1", "/people"), "/files/f1/colleagues/sw5/end"));
  EXPECT_TRUE(has(get("sw1", "/colleagues/sw5/end"), "Works with Amy Hartley, Ben Ashworth"));
  EXPECT_EQ(send("sw1", "/colleagues/sw5/end", day("ended", "23", "4", "2025")), 422);
  EXPECT_TRUE(has(last_.body, "This day is still to come."));
  EXPECT_EQ(send("sw1", "/colleagues/sw5/end", day("ended", "", "", "")), 422);
  EXPECT_TRUE(has(last_.body, "Enter the last day of their work."));
  EXPECT_EQ(opens("sw5"), 200);
  ASSERT_EQ(send("sw1", "/colleagues/sw5/end", day("ended", "21", "4", "2025") + Pairs{{"key", "k3"}}), 303) << last_.body;
  EXPECT_EQ(send("sw1", "/colleagues/sw5/end", day("ended", "21", "4", "2025") + Pairs{{"key", "k3"}}), 303) << "the same form sent twice";
  EXPECT_EQ(opens("sw5"), 404);
  EXPECT_FALSE(has(ask("sw5", Method::get, "/files").body, "RMB-0202"));
  EXPECT_FALSE(has(ask("sw5", Method::get, "/", {{"whose", "everyone"}}).body, "RMB-0202"));
  EXPECT_EQ(ask("sw5", Method::get, "/api/v1/files/f1").status, 404);
  EXPECT_EQ(ask("sw5", Method::post, "/files/f1/record/core_group_meeting", Pairs{{"about", "amy"}} + day("happened", "21", "4", "2025")).status, 404);
  EXPECT_TRUE(has(get("sw1", "/record"), "Lena was there.")) << "what she wrote stays";
  EXPECT_TRUE(has(get("sw1", "/people"), "Worked with Amy Hartley, Ben Ashworth until Monday 21 April 2025"));
  EXPECT_TRUE(has(get("sw1", "/colleagues/sw5/end"), "there is nothing to end"));
  ASSERT_EQ(send("sw1", "/record/involvement", {{"person", "sw5"}, {"about", "amy"}, {"agency", "childrens_social_care"}, {"direct_contact", "yes"}, {"key", "k4"}}), 200) << last_.body;
  EXPECT_EQ(opens("sw5"), 200);
}

TEST_F(ColleaguePages, whoever_takes_herself_off_is_led_away_from_the_file) {
  EXPECT_TRUE(has(get("sw1", "/colleagues/sw1/end"), "From the moment you put this on file"));
  ASSERT_EQ(send("sw1", "/colleagues/sw1/end", day("ended", "22", "4", "2025") + Pairs{{"key", "k1"}}), 303);
  EXPECT_EQ(header(last_, "location"), "/files");
  EXPECT_EQ(opens("sw1"), 404);
}

TEST_F(ColleaguePages, what_stays_open_to_somebody_who_goes_is_said) {
  EXPECT_TRUE(has(get("sw1", "/colleagues/adm1/end"), "In their role they see every family"));
  EXPECT_TRUE(has(get("sw1", "/colleagues/ch1/end"), "names them as its chair"));
  EXPECT_FALSE(has(get("sw1", "/colleagues/hv1/end"), "In their role they see every family"));
}

TEST_F(ColleaguePages, who_has_an_account_is_shown_to_those_who_run_the_unit_and_no_family_among_them) {
  add("um2", "safeguarding_unit_manager", "Yvonne Achebe", "Safeguarding Unit");
  add("gone", "social_worker", "Ned Gone");
  add("kin", "mother", "Kim Relative");
  ASSERT_TRUE(sign_in_.accounts().disable(sign_in_.accounts().find("account.gone")->id, {{"p-admin"}, "administrator", now_}));
  for (const char* who : {"um2", "adm1"}) {
    const std::string page = ask(who, Method::get, "/people").body;
    for (const char* shown : {"Yvonne Achebe", "Safeguarding Unit", "Ned Gone", "Closed", "account.sw1", "No name yet"}) EXPECT_TRUE(has(page, shown)) << shown << " as " << who;
    for (const char* kept : {"Kim Relative", "account.mum", "account.amy"}) EXPECT_FALSE(has(page, kept)) << kept;
  }
  const Response sent = ask("um2", Method::post, "/people", {{"search", "yvonne"}});
  const std::string to = header(sent, "location");
  EXPECT_TRUE(to.starts_with("/people?found=")) << to;
  EXPECT_FALSE(has(to, "yvonne"));
  const std::string found = ask("um2", Method::get, "/people", {{"found", to.substr(to.find('=') + 1)}}).body;
  EXPECT_TRUE(has(found, "1 person"));
  for (const char* who : {"sw1", "ch1", "hv1", "mum"}) {
    EXPECT_EQ(ask(who, Method::get, "/people").status, 404) << who;
    EXPECT_EQ(ask(who, Method::post, "/people", {{"search", "a"}}).status, 404) << who;
    EXPECT_FALSE(has(ask(who, Method::get, "/").body, "href=\"/people\"")) << who;
  }
}

/// A social worker with a family that has no file yet; colleagues with accounts, and a stranger.
class NewFamily : public ColleaguePages {
 protected:
  NewFamily() {
    add("sw7", "social_worker", "Ines Calder");
    add("tm7", "team_manager", "Moira Tait");
    add("ch7", "chair", "Judith Farrow", "Safeguarding Unit");
    add("adm7", "conference_administrator", "Tobias Grant", "Safeguarding Unit");
    add("sw8", "social_worker", "Ida Strange");
  }

  std::string open(const std::string& who) {
    const Response opened = ask(who, Method::post, "/files/new", {{"reference", "RMB-0707"}, {"key", "open-1"}});
    EXPECT_EQ(opened.status, 303) << opened.body;
    const std::string to = header(opened, "location");
    EXPECT_TRUE(to.starts_with("/files/")) << to;
    return to.substr(std::string("/files/").size());
  }
  std::string page(const std::string& who, const std::string& file, const std::string& rest = {}) { return ask(who, Method::get, "/files/" + file + rest).body; }
  void put(const std::string& who, const std::string& file, const std::string& rest, const Pairs& form) {
    last_ = ask(who, Method::post, "/files/" + file + rest, form);
    EXPECT_TRUE(last_.status == 303 || last_.status == 200) << rest << "\n" << last_.body;
  }
  /// The id of whoever a file introduces by this name.
  std::string person(const std::string& file, std::string_view name) {
    for (const Entry& one : on_file(file))
      if (one.type == "person" && one.answers.text("name") == name) return one.about.front().value;
    ADD_FAILURE() << name;
    return {};
  }
};

TEST_F(NewFamily, whoever_opens_a_file_stands_on_it_and_is_told_what_comes_next) {
  const std::string file = open("sw7");
  ASSERT_EQ(on_file(file).size(), 2U);
  EXPECT_EQ(on_file(file).back().about.front(), PersonId{"sw7"});
  EXPECT_EQ(open("sw7"), file) << "the same form sent twice";
  EXPECT_EQ(on_file(file).size(), 2U);
  const std::string next = page("sw7", file);
  EXPECT_TRUE(has(next, "Say who this family is"));
  EXPECT_TRUE(has(next, "/record/person?kind=child"));
  EXPECT_TRUE(has(next, "After the children"));
  put("sw7", file, "/record/person", {{"name", "Ivo Lumley"}, {"kind", "child"}, {"back", "/files/" + file}, {"key", "k1"}});
  EXPECT_TRUE(header(last_, "location").starts_with("/files/" + file + "?done=")) << header(last_, "location");
  const std::string own = page("sw7", file);
  EXPECT_TRUE(has(own, "/record/involvement?person=sw7&amp;agency=childrens_social_care&amp;about=" + person(file, "Ivo Lumley"))) << own;
  EXPECT_FALSE(has(own, "Yourself"));
}

TEST_F(NewFamily, an_opener_whose_account_says_no_name_is_told_so_and_may_open_the_file_all_the_same) {
  add("sw6", "social_worker", "");
  const std::string file = open("sw6");
  ASSERT_EQ(on_file(file).size(), 1U);
  EXPECT_TRUE(has(page("sw6", file), "Your account does not say your name"));
}

TEST_F(NewFamily, by_pages_alone_each_colleague_comes_to_see_what_their_role_sees_and_a_stranger_nothing) {
  const std::string file = open("sw7");
  for (const char* name : {"Ivo Lumley", "Tess Lumley"}) put("sw7", file, "/record/person", Pairs{{"name", name}, {"kind", "child"}, {"key", std::string("k-") + name[0]}} + day("born", "1", "2", "2018"));
  const std::string ivo = person(file, "Ivo Lumley"), tess = person(file, "Tess Lumley");
  put("sw7", file, "/record/involvement", {{"person", "sw7"}, {"about", ivo}, {"agency", "childrens_social_care"}, {"direct_contact", "yes"}, {"key", "k1"}});
  EXPECT_TRUE(has(page("sw7", file), "Tess Lumley")) << "whom she introduced and is not named with yet";
  for (const char* who : {"tm7", "ch7", "sw8"}) EXPECT_EQ(opens(who, file), 404) << who;
  for (const char* who : {"tm7", "ch7", "adm7"}) put("sw7", file, "/colleagues", {{"colleague", who}, {"key", std::string("k-") + who}});
  EXPECT_TRUE(has(page("tm7", file), "Tess Lumley"));
  EXPECT_TRUE(has(page("adm7", file), "Tess Lumley"));
  EXPECT_FALSE(has(page("ch7", file), "Lumley")) << "no conference names her yet";
  put("sw7", file, "/record/strategy_discussion", Pairs{{"about", ivo}, {"about", tess}, {"began_enquiry", "yes"}, {"key", "k2"}} + day("happened", "22", "4", "2025"));
  EXPECT_TRUE(has(page("sw7", file), "Still to be said of this family")) << "where they live, for one";
  put("sw7", file, "/record/conference", Pairs{{"about", ivo}, {"about", tess}, {"kind", "initial"}, {"starts-time", "10:00"}, {"place", "Riverside House"}, {"parts", "open_part"}, {"chair", "ch7"}, {"key", "k3"}} + day("starts", "6", "5", "2025"));
  EXPECT_TRUE(has(page("ch7", file, "/conferences"), "Initial conference"));
  EXPECT_TRUE(has(page("ch7", file), "Tess Lumley"));
  EXPECT_FALSE(has(page("sw7", file), "said of this family")) << "the work has begun";
  EXPECT_EQ(opens("sw8", file), 404);
  EXPECT_EQ(opens("hv1", file), 404);
  EXPECT_FALSE(has(ask("sw8", Method::get, "/files").body, "RMB-0707"));
  put("sw7", file, "/colleagues/tm7/end", day("ended", "22", "4", "2025") + Pairs{{"key", "k4"}});
  EXPECT_EQ(opens("tm7", file), 404) << "introduced, named with no child, and taken off";
}

TEST_F(NewFamily, somebody_put_on_who_sees_nothing_yet_is_told_of) {
  const std::string file = open("sw7");
  put("sw7", file, "/colleagues", {{"colleague", "ch7"}, {"key", "k1"}, {"back", "/files/" + file}});
  EXPECT_EQ(last_.status, 200);
  EXPECT_TRUE(has(last_.body, "They see nothing of the family yet."));
  put("sw7", file, "/colleagues", {{"colleague", "tm7"}, {"key", "k2"}, {"back", "/files/" + file}});
  EXPECT_EQ(last_.status, 303);
  EXPECT_TRUE(header(last_, "location").starts_with("/files/" + file)) << header(last_, "location");
}

}  // namespace
}  // namespace confer
