// Nothing typed is lost: forms that are kept, sent too late, sent from another's page, or overtaken, as a browser meets them.
#include "page/kept_form.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "base/testing.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "page/page.h"
#include "store/store.h"

namespace confer {
namespace {

constexpr const char* password = "teapot gravel otter";
constexpr const char* meeting_form = "/files/f1/record/core_group_meeting";

bool has(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }
Pairs operator+(Pairs left, const Pairs& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

/// A browser: its cookies, and the page it shows.
class Browser {
 public:
  explicit Browser(Handler& site) : site_(site) {}

  const Response& get(const std::string& address) {
    const std::size_t mark = std::min(address.find('?'), address.size());
    Request request{Method::get, address.substr(0, mark)};
    request.query = read_form(address.substr(std::min(mark + 1, address.size()))).value();
    return ask(std::move(request));
  }
  const Response& post(const std::string& path, const Pairs& given, const Pairs& headers = {{"sec-fetch-site", "same-origin"}}) {
    Request request{Method::post, path};
    request.headers = headers;
    request.body = given.empty() ? std::string{} : query_string(given).substr(1);
    return ask(std::move(request));
  }
  void sign_in(const std::string& person, const std::string& back = "/") { post("/sign-in", {{"name", "account." + person}, {"password", password}, {"back", back}}); }
  void follow() { get(header("location")); }

  /// The hidden fields of the form on the page whose action this is, as a browser would send them.
  [[nodiscard]] Pairs hidden_of(const std::string& action) const {
    const std::size_t from = page.body.find("action=\"" + action + "\""), to = page.body.find("</form>", from);
    EXPECT_NE(from, std::string::npos) << action << "\n" << page.body;
    static const std::regex field("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    Pairs out;
    const std::string form = page.body.substr(from, to - from);
    for (std::sregex_iterator one(form.begin(), form.end(), field), end; one != end; ++one)
      out.emplace_back((*one)[1], std::regex_replace(std::string((*one)[2]), std::regex("&amp;"), "&"));
    return out;
  }
  [[nodiscard]] std::string header(std::string_view name) const {
    for (const auto& [key, value] : page.headers)
      if (key == name) return value;
    return {};
  }
  void forget(const std::string& cookie) { cookies_.erase(cookie); }

  Response page = {};

 private:
  const Response& ask(Request request) {
    std::string cookies;
    for (const auto& [name, value] : cookies_) cookies += name + "=" + value + "; ";
    request.headers.emplace_back("cookie", cookies);
    page = site_(request);
    for (const auto& [name, value] : page.headers) {
      if (name != "set-cookie") continue;
      const std::string pair = value.substr(0, value.find(';'));
      const std::size_t equals = pair.find('=');
      if (equals + 1 == pair.size()) cookies_.erase(pair.substr(0, equals));
      else cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return page;
  }

  Handler& site_;
  std::map<std::string, std::string> cookies_;
};

/// S02's family behind the pages.
class KeptForms : public testing::Test {
 protected:
  KeptForms()
      : desk_(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), AuthorityId{"rotherham"},
              {[this] { return now_; }, [this] { return "n" + std::to_string(++ids_) + "x"; }}),
        sign_in_(*store_, AuthorityId{"rotherham"}, cheap()) {
    std::ifstream in(for_tests::procedures_folder() / "local/rotherham/examples/S02.jsonl");
    EXPECT_TRUE(desk_.take_in(family_, read_jsonl(in).value()));
    for (const auto& [person, role] : std::vector<std::pair<std::string, std::string>>{{"ch1", "chair"}, {"adm1", "conference_administrator"}, {"um1", "safeguarding_unit_manager"},
                                                                                       {"sw1", "social_worker"}, {"tm1", "team_manager"}, {"sw9", "social_worker"}, {"hv1", "health_visitor"}})
      EXPECT_TRUE(sign_in_.add_account({.name = "account." + person, .password_hash = {}, .person = {person}, .roles = {role}}, password, {{"p-admin"}, "administrator", now_}));
  }

  [[nodiscard]] Browser browser_of(const std::string& person) {
    Browser browser(handler_);
    browser.sign_in(person);
    return browser;
  }
  static Pairs meeting(const std::string& place) {
    return {{"about", "ben"}, {"happened-day", "30"}, {"happened-month", "7"}, {"happened-year", "2025"}, {"place", place}};
  }
  static SignInRules cheap() {
    SignInRules rules;
    rules.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    return rules;
  }
  [[nodiscard]] std::size_t on_file(std::string_view type) const {
    const auto entries = store_->entries({AuthorityId{"rotherham"}, Stream::Kind::file, family_.value});
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.type == type; }));
  }

  const FileId family_{"f1"};
  Instant now_ = *Instant::parse("2025-08-01T13:05:00Z");
  int ids_ = 0;
  std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
  SignIn sign_in_;
  Site site_{desk_, sign_in_};
  Handler handler_ = pages(site_);
};

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
  Pairs form = chair.hidden_of("/files/f1/record/statement");
  chair.post("/drafts", form + Pairs{{"words", "Two men, he"}, {"kind", "hearsay"}, {"form_quiet", "1"}});
  EXPECT_FALSE(has(chair.get(day + "?part=open_part").body, "Two men, he"));
  EXPECT_TRUE(has(chair.get(day + "?part=professionals_part").body, "Two men, he</textarea>"));
  form = chair.hidden_of("/files/f1/record/statement");
  EXPECT_EQ(std::count(form.begin(), form.end(), std::pair<std::string, std::string>("audience", "professionals_part")), 1);
}

TEST_F(KeptForms, a_decision_a_report_and_a_list_of_people_are_kept_too) {
  Browser visitor = browser_of("hv1"), chair = browser_of("ch1"), clerk = browser_of("adm1");
  const std::string here = "/files/f1/conferences/c-initial";
  const auto comes_back = [&](Browser& browser, const std::string& address, const std::string& action, const Pairs& typed, const char* words) {
    browser.get(address);
    EXPECT_FALSE(has(browser.page.body, words)) << address;
    EXPECT_EQ(browser.post("/drafts", browser.hidden_of(action) + typed + Pairs{{"form_quiet", "1"}}).status, 200) << address;
    EXPECT_TRUE(has(browser.get(address).body, words)) << address;
  };
  comes_back(visitor, here + "/reports/new", here + "/reports/new", {{"threshold_opinion", "likely"}}, "value=\"likely\" checked");
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
  EXPECT_TRUE(has(first, "/record/person"));
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

/// Two people correct the same meeting; the second is late.
class Overtaken : public KeptForms {
 protected:
  Overtaken() : worker_(browser_of("sw1")), manager_(browser_of("tm1")) {
    Draft first{.type = "core_group_meeting", .about = {{"ben"}}, .happened = *Date::parse("2025-07-30"), .answers = {{"place", "Library"}, {"notes", "Nothing yet."}}};
    first_ = desk_.put_on_file(family_, {{"sw1"}, "social_worker"}, {first}).value().entries.front();
    correct_ = std::string(meeting_form) + "?corrects=" + first_.value;
  }
  /// The manager puts a correction on file while the worker's form is open; hers is refused.
  void overtake() {
    worker_.get(correct_);
    hers_ = worker_.hidden_of(meeting_form) + meeting("Library") + Pairs{{"notes", "What I heard on the telephone."}};
    manager_.get(correct_);
    ASSERT_EQ(manager_.post(meeting_form, manager_.hidden_of(meeting_form) + meeting("Town hall") + Pairs{{"notes", "Breakfast club from Monday."}}).status, 200);
  }

  Browser worker_, manager_;
  EntryId first_;
  std::string correct_;
  Pairs hers_;
};

TEST_F(Overtaken, whoever_is_late_sees_what_changed_beside_her_own_words_and_can_put_hers_on_top) {
  overtake();
  const std::size_t before = on_file("core_group_meeting");
  EXPECT_EQ(worker_.post(meeting_form, hers_).status, 409);
  EXPECT_EQ(on_file("core_group_meeting"), before);
  const std::string name(desk_.open_file(family_, {{"sw1"}, "social_worker"})->name("tm1"));
  for (const std::string& words : {std::string("Somebody corrected this while you were writing."), name + " put this on file at 14:05 on Friday 1 August.", std::string("Breakfast club from Monday."),
                                   std::string("What I heard on the telephone.</p>"), std::string("Nothing yet."), std::string("What I heard on the telephone.</textarea>"), std::string("Put mine on file")})
    EXPECT_TRUE(has(worker_.page.body, words)) << words;
  // Where they met she had left alone, so the town hall stands in her form too.
  EXPECT_TRUE(has(worker_.page.body, "value=\"Town hall\""));
  EXPECT_TRUE(has(worker_.page.body, "what is on file now stands in your form too: Where?"));
  EXPECT_EQ(worker_.post(meeting_form, worker_.hidden_of(meeting_form) + meeting("Town hall") + Pairs{{"notes", "Both."}}).status, 200) << worker_.page.body;
  EXPECT_EQ(on_file("core_group_meeting"), before + 1);
  EXPECT_FALSE(has(worker_.get("/").body, "What you have begun"));
}

TEST_F(Overtaken, her_words_are_kept_and_stand_beside_the_others_when_she_comes_back) {
  overtake();
  worker_.post(meeting_form, hers_);
  EXPECT_TRUE(has(worker_.get("/").body, "What you have begun"));
  worker_.get(correct_);
  EXPECT_EQ(worker_.page.status, 200);
  EXPECT_TRUE(has(worker_.page.body, "Breakfast club from Monday."));
  EXPECT_TRUE(has(worker_.page.body, "What I heard on the telephone.</textarea>"));
  EXPECT_TRUE(has(worker_.page.body, "Leave it as it stands and drop mine"));
  EXPECT_EQ(worker_.post("/drafts/drop", worker_.hidden_of("/drafts/drop")).status, 303);
  EXPECT_EQ(worker_.header("location"), "/files/f1/record");
  EXPECT_FALSE(has(worker_.get(correct_).body, "What I heard on the telephone."));
}

TEST_F(Overtaken, a_form_kept_before_it_was_overtaken_shows_both_when_it_is_opened) {
  overtake();
  worker_.post("/drafts", hers_ + Pairs{{"form_quiet", "1"}});
  worker_.get(correct_);
  EXPECT_TRUE(has(worker_.page.body, "What changed while you were writing"));
  EXPECT_TRUE(has(worker_.page.body, "Breakfast club from Monday."));
  EXPECT_EQ(worker_.post(meeting_form, worker_.hidden_of(meeting_form) + meeting("Town hall")).status, 200);
}

TEST_F(Overtaken, by_something_withheld_reads_to_its_writer_as_what_was_never_there) {
  const Reader chair{{"ch1"}, "chair"};
  Draft said{.type = "statement", .about = {{"cai"}}, .happened = *Date::parse("2025-04-29"), .answers = {{"conference", "c-initial"}, {"words", "Said in the open part."}, {"kind", "fact"}, {"audience", "open_part"}}};
  const EntryId first = desk_.put_on_file(family_, chair, {said}).value().entries.front();
  Browser visitor = browser_of("hv1");
  const std::string form = "/files/f1/record/statement";
  visitor.get(form + "?corrects=" + first.value);
  const Pairs hers = visitor.hidden_of(form) + Pairs{{"about", "cai"}, {"happened-day", "29"}, {"happened-month", "4"}, {"happened-year", "2025"}, {"conference", "c-initial"}, {"words", "Said otherwise."},
                                                     {"kind", "fact"}, {"audience", "open_part"}};
  said.answers["words"] = "Said to her alone.", said.answers["audience"] = "own_part", said.answers["own_part_of"] = "mum", said.corrects = first;
  ASSERT_TRUE(desk_.put_on_file(family_, chair, {said}));
  Pairs never = hers;
  for (auto& [name, value] : never)
    if (name == "corrects") value = "e-nowhere";
  const Response overtaken = visitor.post(form, hers), nowhere = visitor.post(form, never);
  EXPECT_EQ(overtaken.status, nowhere.status);
  EXPECT_EQ(overtaken.body, nowhere.body);
  EXPECT_FALSE(has(overtaken.body, "Said to her alone."));
  EXPECT_TRUE(has(overtaken.body, "Said otherwise.</textarea>"));
  EXPECT_TRUE(has(visitor.get("/").body, "What you have begun"));
  EXPECT_TRUE(has(visitor.get(form + "?instead=yes").body, "Said otherwise.</textarea>"));
  Pairs as_new = visitor.hidden_of(form);
  std::copy_if(hers.begin(), hers.end(), std::back_inserter(as_new), [](const auto& field) { return field.first != "corrects"; });
  EXPECT_EQ(visitor.post(form, as_new).status, 200) << visitor.page.body;
}

TEST_F(Overtaken, two_chairs_who_decide_for_one_child_see_each_others_decision) {
  Browser chair = browser_of("ch1");
  const std::string form = "/files/f1/conferences/c-initial/decision";
  chair.get(form + "?child=amy");
  Pairs hers = {{"about", "amy"}, {"conference", "c-initial"}, {"outcome", "child_in_need"}, {"consent", "yes"}, {"reasons", "What I would have said."}, {"happened-day", "29"}, {"happened-month", "4"}, {"happened-year", "2025"}, {"happened-time", "11:00"},
                {"key", "k-9"}, {"form_place", "f1/decision?about=amy&conference=c-initial"}, {"form_at", form + "?child=amy"}, {"form_token", ""}};
  for (const auto& [name, value] : chair.hidden_of("/sign-out"))
    if (name == "form_token") hers.back().second = value;
  EXPECT_EQ(chair.post(form, hers).status, 409) << chair.page.body;
  EXPECT_TRUE(has(chair.page.body, "What changed while you were writing"));
  EXPECT_TRUE(has(chair.page.body, "What I would have said.</textarea>"));
  EXPECT_TRUE(has(chair.page.body, "Put mine on file instead"));
  EXPECT_TRUE(has(chair.get(form + "?child=amy").body, "What I would have said.</textarea>"));
}

}  // namespace
}  // namespace confer
