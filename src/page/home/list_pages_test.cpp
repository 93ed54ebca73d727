// The lists, the figures and the procedure as pages: who is offered what, and that addresses keep what was chosen and nothing personal.
#include <gtest/gtest.h>

#include "page/testing.h"

namespace confer {
namespace {

using for_tests::password;

/// S02's family some days before its conference, behind the pages.
class ListPages : public for_tests::FamilyBehindPages {
 protected:
  explicit ListPages(const char* at = "2025-04-22T09:00:00Z") : FamilyBehindPages(at) {
    take_in_the_family();
    const auto add = [&](const char* person, const char* role, const char* team) {
      const auto added = sign_in_.add_account({.name = std::string("account.") + person, .password_hash = {}, .person = {person}, .roles = {role}, .team = team}, password, {{"p-admin"}, "administrator", now_});
      EXPECT_TRUE(added.has_value());
    };
    add("sw1", "social_worker", "North team");
    add("sw9", "social_worker", "");
    add("tm1", "team_manager", "North team");
    add("adm1", "conference_administrator", "Safeguarding Unit");
    add("sum1", "safeguarding_unit_manager", "Safeguarding Unit");
    add("hv1", "health_visitor", "");
    add("mum", "mother", "");
  }

  Response ask(const std::string& who, Method method, const std::string& path, Pairs given = {}) {
    if (!tokens_.contains(who)) tokens_[who] = sign_in_.sign_in({.name = "account." + who, .password = password, .address = "192.0.2.10"}, now_).value().session.token;
    Request request{method, path};
    request.headers = {{"cookie", std::string(session_cookie) + "=" + tokens_[who]}};
    if (method == Method::get) request.query = std::move(given);
    else {
      given.emplace_back("form_token", sign_in_.sessions().find(tokens_[who], now_).value().form_token);
      request.body = query_string(given).substr(1);
    }
    return handler_(request);
  }
  std::string get(const std::string& who, const std::string& path, Pairs query = {}) { return ask(who, Method::get, path, std::move(query)).body; }
  std::string search(const std::string& who, const std::string& words) {
    const Response sent = ask(who, Method::post, "/files", {{"search", words}});
    EXPECT_EQ(sent.status, 303);
    return header(sent, "location");
  }
  std::map<std::string, std::string> tokens_;
};

/// The same on the morning after its conference.
class ListPagesAfterwards : public ListPages {
 protected:
  ListPagesAfterwards() : ListPages("2025-04-30T07:00:00Z") {}
};

bool holds(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

TEST_F(ListPages, each_line_has_the_one_act_that_does_it_and_only_for_whoever_may) {
  const std::string worker = get("sw1", "/", {{"whose", "everyone"}});
  EXPECT_TRUE(holds(worker, "Go to the conference")) << "it has been called";
  EXPECT_TRUE(holds(worker, "/files/f1/conferences/c-initial\""));
  EXPECT_TRUE(holds(worker, "/files/f1/record/report_shared?about=amy"));
  EXPECT_TRUE(holds(worker, "conference=c-initial"));
  EXPECT_TRUE(holds(get("adm1", "/"), "Ask for the reports"));
}

TEST_F(ListPagesAfterwards, copies_are_sent_from_their_own_page_by_those_who_send_them) {
  const std::string unit = get("adm1", "/", {{"whose", "everyone"}}), worker = get("sw1", "/", {{"whose", "everyone"}});
  for (const std::string& page : {unit, worker}) EXPECT_TRUE(holds(page, "Record of the conference, signed by the chair, to everyone invited</strong>"));
  EXPECT_TRUE(holds(unit, "Send the record<span"));
  EXPECT_TRUE(holds(unit, "/files/f1/conferences/c-initial/copies\""));
  EXPECT_FALSE(holds(worker, "Send the record<span")) << "a social worker sends no copies";
}

TEST_F(ListPages, a_reason_opens_without_a_script_and_leads_to_its_rule) {
  const std::string page = get("sw1", "/", {{"whose", "everyone"}});
  EXPECT_TRUE(holds(page, "<details"));
  EXPECT_TRUE(holds(page, "after the strategy discussion of 7 April"));
  EXPECT_TRUE(holds(page, "/procedure/rotherham#limit-initial_conference"));
  EXPECT_TRUE(holds(get("sw1", "/procedure/rotherham"), "id=\"limit-initial_conference\""));
}

TEST_F(ListPages, whose_and_what_kind_are_kept_in_the_address) {
  const std::string page = get("adm1", "/", {{"whose", "everyone"}, {"kind", "initial_conference"}});
  EXPECT_TRUE(holds(page, "Initial child protection conference</strong>"));
  EXPECT_FALSE(holds(page, "Agencies&#39; reports to the Safeguarding Unit</strong>"));
  EXPECT_TRUE(holds(page, "/?whose=mine&amp;kind=initial_conference"));
  EXPECT_TRUE(holds(get("adm1", "/", {{"whose", "everyone"}, {"kind", "nonsense"}}), "Initial child protection conference</strong>")) << "what is no time limit narrows nothing";
}

TEST_F(ListPages, a_team_sees_its_own_files_and_nobody_is_shown_an_empty_team) {
  EXPECT_TRUE(holds(get("tm1", "/"), "My team’s ("));
  EXPECT_FALSE(holds(get("adm1", "/"), "My team’s (")) << "the unit leads no family";
  EXPECT_TRUE(holds(get("sw9", "/", {{"whose", "team"}}), "You are in no team yet"));
  EXPECT_TRUE(holds(get("tm1", "/files", {{"whose", "team"}}), "1 family"));
  EXPECT_TRUE(holds(get("adm1", "/files", {{"whose", "team"}}), "Nobody in your team leads a family"));
}

TEST_F(ListPages, whoever_has_nothing_to_do_begins_with_what_there_is_for_everyone) {
  EXPECT_TRUE(holds(get("sum1", "/"), "Initial child protection conference</strong>"));
  EXPECT_TRUE(holds(get("sum1", "/", {{"whose", "mine"}}), "Nothing is due that is yours to do."));
  EXPECT_TRUE(holds(get("sw9", "/"), "Nothing is due on the files that you may see."));
}

TEST_F(ListPages, a_page_beyond_the_last_says_so) {
  EXPECT_TRUE(holds(get("adm1", "/", {{"whose", "everyone"}, {"page", "7"}}), "nothing on this page"));
  EXPECT_TRUE(holds(get("adm1", "/files", {{"page", "7"}}), "nothing on this page"));
  for (const char* nonsense : {"0", "-1", "x", "99999999999999999999999"}) EXPECT_EQ(ask("adm1", Method::get, "/", {{"page", nonsense}}).status, 200) << nonsense;
}

TEST_F(ListPages, a_name_that_is_searched_for_stands_in_no_address) {
  const std::string where = search("adm1", "Ámy");
  EXPECT_FALSE(holds(where, "my")) << where;
  const std::string found = where.substr(where.find('=') + 1);
  EXPECT_TRUE(holds(get("adm1", "/files", {{"found", found}}), "1 family"));
  EXPECT_TRUE(holds(get("adm1", "/files", {{"found", found}}), "value=\"Ámy\"")) << "the box keeps what was typed";
  EXPECT_FALSE(holds(get("sw1", "/files", {{"found", found}}), "Ámy")) << "it is the searcher's own";
  EXPECT_EQ(search("adm1", "RMB-0202"), "/files?search=RMB-0202");
  EXPECT_EQ(search("adm1", ""), "/files");
}

TEST_F(ListPages, a_search_that_finds_nothing_says_what_to_try_and_escapes_what_was_typed) {
  const std::string page = get("adm1", "/files", {{"search", "<b>nobody"}});
  EXPECT_TRUE(holds(page, "No family that you may know of"));
  EXPECT_FALSE(holds(page, "<b>nobody"));
  std::string long_words(199, 'x');
  long_words += "Ž and more";
  EXPECT_EQ(ask("adm1", Method::get, "/files", {{"search", long_words}}).status, 200) << "cut between letters";
}

TEST_F(ListPages, figures_are_offered_to_managers_and_hidden_from_everyone_else) {
  for (const char* manager : {"sum1", "tm1"}) {
    EXPECT_TRUE(holds(get(manager, "/"), "href=\"/figures\"")) << manager;
    EXPECT_TRUE(holds(get(manager, "/figures"), "Conferences held within the limit")) << manager;
  }
  for (const char* other : {"sw1", "adm1", "hv1", "mum"}) {
    EXPECT_FALSE(holds(get(other, "/"), "href=\"/figures\"")) << other;
    EXPECT_EQ(ask(other, Method::get, "/figures").status, 404) << other;
  }
}

TEST_F(ListPages, everyone_who_is_signed_in_may_read_the_procedure) {
  for (const char* reader : {"sw1", "hv1", "mum"}) {
    const std::string page = get(reader, "/procedure");
    EXPECT_TRUE(holds(page, "Our procedure: Rotherham")) << reader;
    EXPECT_EQ(holds(page, "govuk-exit-this-page"), std::string(reader) == "mum");
  }
  EXPECT_EQ(ask("mum", Method::get, "/procedure/nowhere").status, 404);
  EXPECT_EQ(handler_(Request{Method::get, "/procedure"}).status, 303) << "not before signing in";
}

TEST_F(ListPages, a_practitioner_begins_with_their_conferences) {
  const std::string page = get("hv1", "/");
  EXPECT_TRUE(holds(page, "Today and ahead"));
  EXPECT_TRUE(holds(page, "Tuesday 29 April 2025 at 10:00"));
  EXPECT_TRUE(holds(page, "/conference/f1/c-initial"));
  EXPECT_FALSE(holds(page, "Amy")) << "the health visitor knows Cai alone";
  now_ = *Instant::parse("2025-05-02T09:00:00Z");
  tokens_.clear();
  EXPECT_TRUE(holds(get("hv1", "/"), ">Past<"));
}

}  // namespace
}  // namespace confer
