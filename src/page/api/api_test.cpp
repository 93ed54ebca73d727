// The API as a program meets it: S02's family behind it, everyone who works with it signed in; what is read, what is put on file, how it refuses.
#include "page/api/api.h"

#include <gtest/gtest.h>

#include "page/api/testing.h"

namespace confer::api {
namespace {

using for_tests::ApiSite;
using for_tests::has;
using for_tests::password;

json::object meeting() { return {{"type", "core_group_meeting"}, {"about", json::array{"ben"}}, {"happened", "2025-07-30"}, {"answers", json::object{{"notes", "Everyone came."}}}}; }

std::string header_of(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

/// A refusal's type, without what all have in front.
std::string type_of(const Response& response) {
  const json::value body = json::parse(response.body);
  const std::string_view type = body.at("type").as_string();
  constexpr std::string_view begin = "urn:confer:problem:";
  EXPECT_TRUE(type.starts_with(begin)) << type;
  EXPECT_EQ(body.at("status").as_int64(), response.status);
  EXPECT_FALSE(body.at("title").as_string().empty());
  EXPECT_FALSE(body.at("detail").as_string().empty());
  EXPECT_EQ(header_of(response, "content-type"), "application/problem+json");
  EXPECT_EQ(header_of(response, "cache-control"), "no-store");
  return std::string(type.substr(begin.size()));
}

/// The places of a refusal's errors: pointers, and parameters with a '?' before.
std::vector<std::string> places(const Response& response) {
  std::vector<std::string> out;
  const json::value body = json::parse(response.body);
  if (const json::value* errors = body.as_object().if_contains("errors"))
    for (const json::value& one : errors->as_array())
      out.push_back(one.as_object().contains("pointer") ? std::string(one.at("pointer").as_string()) : "?" + std::string(one.at("parameter").as_string()));
  return out;
}

using Places = std::vector<std::string>;

class Api : public ApiSite {
 protected:
  /// Refused in this way, at these places, and nothing was stored.
  void refuses(const Response& response, int status, std::string_view type, const Places& at = {}) {
    EXPECT_EQ(response.status, status) << response.body;
    EXPECT_EQ(type_of(response), type) << response.body;
    EXPECT_EQ(places(response), at) << response.body;
    EXPECT_EQ(count_on_file(), entries_at_first_);
  }
};

TEST_F(Api, a_program_signs_in_reads_and_signs_out) {
  Response signed_in = post("", "/api/v1/session", {{"name", "account.sw1"}, {"password", password}});
  ASSERT_EQ(signed_in.status, 201) << signed_in.body;
  const json::value told = json::parse(signed_in.body);
  EXPECT_EQ(told.at("person"), "sw1");
  EXPECT_EQ(told.at("role"), "social_worker");
  EXPECT_TRUE(has(header(signed_in, "set-cookie"), "HttpOnly"));
  EXPECT_EQ(header(signed_in, "cache-control"), "no-store");
  use_cookie_of("sw1", signed_in, told.at("csrf_token").as_string());
  EXPECT_EQ(get("sw1", "/api/v1/session").body, signed_in.body);
  EXPECT_EQ(get("sw1", "/api/v1/files").status, 200);
  EXPECT_EQ(post("sw1", "/api/v1/session/end", json::object{}).status, 204);
  EXPECT_EQ(type_of(get("sw1", "/api/v1/files")), "not-signed-in");
}

TEST_F(Api, a_wrong_password_is_refused_and_slowed) {
  const Response wrong = post("", "/api/v1/session", {{"name", "account.sw1"}, {"password", "guess work here"}});
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(type_of(wrong), "sign-in-refused");
  EXPECT_FALSE(header(wrong, "www-authenticate").empty());
  EXPECT_EQ(header(wrong, "set-cookie"), "");
  Response last = wrong;
  for (int i = 0; i < 5; ++i) last = post("", "/api/v1/session", {{"name", "account.sw1"}, {"password", "guess work here"}});
  EXPECT_EQ(type_of(last), "too-many-tries");
  EXPECT_GE(std::stoi(header(last, "retry-after")), 1);
  for (const json::value& body : {json::value(json::object{{"name", "x"}}), json::value(json::object{{"name", "x"}, {"password", 7}}), json::value(json::array{}),
                                  json::value(json::object{{"name", "x"}, {"password", "y"}, {"more", "z"}})})
    EXPECT_EQ(type_of(post("", "/api/v1/session", body)), "not-valid");
}

TEST_F(Api, a_sign_in_that_another_site_sends_is_refused) {
  request_headers_ = {{"sec-fetch-site", "cross-site"}};
  EXPECT_EQ(type_of(post("", "/api/v1/session", {{"name", "account.sw1"}, {"password", password}})), "wrong-token");
}

TEST_F(Api, a_reader_gets_their_own_view_of_a_file) {
  const json::value worker = json::parse(get("sw1", "/api/v1/files/f1").body), father = json::parse(get("mr_x", "/api/v1/files/f1").body);
  for (const char* part : {"people", "children", "entries", "obligations"}) EXPECT_FALSE(worker.at(part).as_array().empty()) << part;
  EXPECT_EQ(worker.at("id"), "f1");
  EXPECT_EQ(worker.at("children").as_array().size(), 3U);
  EXPECT_EQ(father.at("children").as_array().size(), 1U);
  EXPECT_LT(father.at("entries").as_array().size(), worker.at("entries").as_array().size());
}

TEST_F(Api, a_file_can_be_read_as_it_was_known_and_judged_on_another_day) {
  const json::value then = json::parse(get("sw1", "/api/v1/files/f1", {{"as_at", "2025-04-08"}, {"known_on", "2025-04-08"}}).body);
  EXPECT_EQ(then.at("as_at"), "2025-04-08");
  EXPECT_EQ(then.at("known_on"), "2025-04-08");
  EXPECT_LT(then.at("entries").as_array().size(), json::parse(get("sw1", "/api/v1/files/f1").body).at("entries").as_array().size());
  refuses(get("sw1", "/api/v1/files/f1", {{"as_at", "2025-02-30"}, {"known_on", "soon"}}), 422, "not-valid", {"?as_at", "?known_on"});
}

TEST_F(Api, lists_come_a_page_at_a_time_within_limits) {
  const json::value files = json::parse(get("sw1", "/api/v1/files", {{"search", "hartley"}, {"limit", "1"}}).body);
  EXPECT_EQ(files.at("count"), 1);
  EXPECT_EQ(files.at("files").as_array().front().at("file"), "f1");
  EXPECT_TRUE(json::parse(get("sw1", "/api/v1/files", {{"offset", "1"}}).body).at("files").as_array().empty());
  const json::value due = json::parse(get("sw1", "/api/v1/due", {{"whose", "mine"}}).body);
  EXPECT_GE(json::parse(get("sw1", "/api/v1/due").body).at("count").as_int64(), due.at("count").as_int64());
  for (const char* address : {"/api/v1/files", "/api/v1/due"}) {
    for (const char* limit : {"0", "201", "-1", "many", "1.5", "99999999999999999999"}) refuses(get("sw1", address, {{"limit", limit}}), 422, "not-valid", {"?limit"});
    EXPECT_EQ(get("sw1", address, {{"limit", "200"}}).status, 200);
    refuses(get("sw1", address, {{"offset", "1000001"}}), 422, "not-valid", {"?offset"});
    refuses(get("sw1", address, {{"whose", "theirs"}}), 422, "not-valid", {"?whose"});
    refuses(get("sw1", address, {{"search", std::string(201, 'a')}}), 422, "not-valid", {"?search"});
    refuses(get("sw1", address, {{"serach", "x"}}), 422, "not-valid", {"?query"});
    refuses(get("sw1", address, {{"limit", "1"}, {"limit", "2"}}), 422, "not-valid", {"?limit"});
  }
}

TEST_F(Api, an_entry_is_put_on_file_and_can_be_read) {
  const Response done = post("sw1", entries, meeting());
  ASSERT_EQ(done.status, 201) << done.body;
  const json::value told = json::parse(done.body);
  EXPECT_EQ(told.at("repeated"), false);
  const std::string id(told.at("entries").as_array().front().at("id").as_string());
  EXPECT_EQ(header(done, "location"), "/api/v1/files/f1/entries/" + id);
  EXPECT_EQ(count_on_file(), entries_at_first_ + 1);
  const json::value read = json::parse(get("sw1", header(done, "location")).body);
  EXPECT_EQ(read.at("answers").at("notes"), "Everyone came.");
  EXPECT_EQ(read.at("by"), "sw1");
  EXPECT_EQ(type_of(get("mr_x", header(done, "location"))), "not-found");
}

TEST_F(Api, a_family_is_opened_with_everyone_in_it_all_or_none) {
  const Response opened = post("sw1", "/api/v1/files", {{"type", "family_file"}, {"answers", json::object{{"reference", "RMB-9"}}}});
  ASSERT_EQ(opened.status, 201) << opened.body;
  const std::string file = header(opened, "location");
  EXPECT_TRUE(file.starts_with("/api/v1/files/")) << file;
  json::array family = {
      json::object{{"type", "person"}, {"about", json::array{"sw1"}}, {"answers", json::object{{"name", "A Worker"}, {"kind", "practitioner"}, {"role", "social_worker"}}}},
      json::object{{"type", "person"}, {"about", json::array{"first"}}, {"answers", json::object{{"name", "A Child"}, {"kind", "child"}, {"born", "2020-01-01"}}}},
      json::object{{"type", "person"}, {"answers", json::object{{"name", "A Mother"}, {"kind", "adult"}}}},
      json::object{{"id", "mine"}, {"type", "involvement"}, {"about", json::array{"first"}}, {"answers", json::object{{"person", "sw1"}, {"agency", "childrens_social_care"}, {"direct_contact", true}}}},
      json::object{{"type", "involvement"}, {"about", json::array{"first"}}, {"corrects", "mine"}, {"answers", json::object{{"person", "sw1"}, {"agency", "childrens_social_care"}, {"direct_contact", false}}}}};
  family.push_back(json::object{{"type", "person"}, {"answers", json::object{{"name", "Nobody"}}}});
  const Response none = post("sw1", file + "/entries", family);
  EXPECT_EQ(places(none), Places{"/5/answers/kind"}) << none.body;
  EXPECT_EQ(json::parse(get("sw1", file).body).at("entries").as_array().size(), 1U);
  family.pop_back();
  const Response done = post("sw1", file + "/entries", family);
  ASSERT_EQ(done.status, 201) << done.body;
  EXPECT_EQ(header(done, "location"), file);
  const json::value told = json::parse(done.body);
  const json::array& list = told.at("entries").as_array();
  ASSERT_EQ(list.size(), 5U);
  EXPECT_EQ(list[0].at("about").as_array()[0], "sw1");
  EXPECT_NE(list[1].at("about").as_array()[0], "first");
  EXPECT_EQ(list[2].at("about").as_array().size(), 1U);
  EXPECT_EQ(list[3].at("about"), list[1].at("about"));
  EXPECT_NE(list[3].at("id"), "mine");
}

TEST_F(Api, a_file_is_opened_for_this_authority_under_a_procedure_of_the_shelf) {
  const auto open = [&](const json::value& body) { return post("sw1", "/api/v1/files", body); };
  refuses(open(json::array{}), 422, "not-valid", {""});
  refuses(open({{"type", "person"}}), 422, "not-valid", {"/type"});
  refuses(open({{"type", "family_file"}, {"answers", json::object{{"authority", "elsewhere"}}}}), 422, "not-valid", {"/answers/authority"});
  refuses(open({{"type", "family_file"}, {"answers", json::object{{"procedure", "elsewhere"}}}}), 422, "not-valid", {"/answers/procedure"});
  refuses(post("mum", "/api/v1/files", {{"type", "family_file"}}), 403, "not-allowed", {""});
}

TEST_F(Api, a_second_try_under_the_same_key_stores_once_and_answers_alike) {
  request_headers_ = {{"idempotency-key", "\"key-1\""}};
  const Response first = post("sw1", entries, json::array{meeting(), meeting()}), second = post("sw1", entries, json::array{meeting(), meeting()});
  EXPECT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(second.status, 200) << second.body;
  EXPECT_EQ(json::parse(first.body).at("entries"), json::parse(second.body).at("entries"));
  EXPECT_EQ(header(first, "location"), header(second, "location"));
  EXPECT_EQ(json::parse(second.body).at("repeated"), true);
  EXPECT_EQ(count_on_file(), entries_at_first_ + 2);
  json::object other = meeting();
  other["answers"] = json::object{{"notes", "Nobody came."}};
  for (const json::value& changed : {json::value(other), json::value(json::array{meeting(), other}), json::value(json::array{meeting(), meeting(), meeting()})})
    EXPECT_EQ(type_of(post("sw1", entries, changed)), "conflict");
  EXPECT_EQ(count_on_file(), entries_at_first_ + 2);
  EXPECT_EQ(post("tm1", entries, meeting()).status, 201);   // somebody else's key is another key
  const Response opened = post("sw1", "/api/v1/files", {{"type", "family_file"}, {"answers", json::object{{"reference", "RMB-77"}}}}), again = post("sw1", "/api/v1/files", {{"type", "family_file"}, {"answers", json::object{{"reference", "RMB-77"}}}});
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(header(opened, "location"), header(again, "location"));
  for (const std::string& key : {std::string("a b"), std::string(201, 'k'), std::string("caf\xC3\xA9")}) {
    request_headers_ = {{"idempotency-key", key}};
    EXPECT_EQ(places(post("sw1", entries, meeting())), Places{"?Idempotency-Key"});
  }
}

TEST_F(Api, bad_entries_are_refused_at_the_place_that_is_wrong) {
  const auto refused = [&](const json::value& body, const Places& at) { refuses(post("sw1", entries, body), 422, "not-valid", at); };
  const auto with = [](const char* member, json::value value) {
    json::object body = meeting();
    body[member] = std::move(value);
    return body;
  };
  refused(with("type", "garden_party"), {"/type"});
  refused(with("type", "family_file"), {"/type"});
  refused(with("happened", "2025-02-30"), {"/happened"});
  refused(with("happened", "2125-01-01"), {"/happened"});
  refused(with("about", json::array{"nobody-here"}), {"/about"});
  refused(with("answers", json::object{{"colour", "red"}}), {"/answers"});
  refused(with("answers", json::object{{"notes", std::string(20'001, 'a')}}), {"/answers/notes"});
  refused(with("answers", json::object{{"notes", 7}, {"place", json::array{}}, {"colour", 1}}), {"/answers/notes", "/answers"});
  refused(with("by", "ch1"), {"/by"});
  refused(with("recorded", "2025-01-01T00:00:00Z"), {"/recorded"});
  refused(with("corrects", 7), {"/corrects"});
  refused(7, {""});
  refused(json::array{}, {""});
  refused(json::array{meeting(), 7, with("about", "ben")}, {"/1", "/2/about"});
  refused(json::array{meeting(), with("happened", nullptr)}, {"/1/happened"});
  refused({{"type", "report"}, {"about", json::array{"ben"}}, {"happened", "2025-04-20"}, {"answers", json::object{{"conference", "sd-1"}}}}, {"/answers/conference", "/answers/safe_to_share"});
}

TEST_F(Api, an_act_without_what_it_needs_is_a_conflict_with_its_source) {
  const Response refused = post("ch1", entries, {{"type", "plan_ended"}, {"about", json::array{"ben"}}, {"happened", "2025-07-30"}, {"answers", json::object{{"reason", "Safe."}, {"followed_by", "none"}}}});
  refuses(refused, 409, "conflict", {""});
  EXPECT_TRUE(has(refused.body, "\"source\":\"confer\""));
}

TEST_F(Api, bodies_beyond_the_limits_are_refused) {
  const auto sent = [&](std::string body) { return raw("sw1", entries, std::move(body)); };
  refuses(sent("{\"type\":"), 400, "unreadable");
  refuses(sent(""), 400, "unreadable");
  refuses(sent("{\"type\":\"\xFF\"}"), 400, "unreadable");
  refuses(sent("{\"type\":\"\xED\xA0\x80\"}"), 400, "unreadable");
  refuses(sent(std::string(17, '[') + std::string(17, ']')), 400, "unreadable");
  refuses(sent(std::string(16, '[') + std::string(16, ']')), 422, "not-valid", {"/0"});
  refuses(sent(std::string(largest_body_bytes + 1, ' ')), 413, "too-large");
  json::array many;
  for (std::size_t i = 0; i <= most_entries_at_once; ++i) many.push_back(meeting());
  refuses(post("sw1", entries, many), 413, "too-large", {""});
  many.pop_back();
  EXPECT_EQ(post("sw1", entries, many).status, 201);
}

TEST_F(Api, a_post_without_its_token_or_in_another_form_is_refused) {
  for (const char* token : {"", "wrong"}) {
    token_instead_ = token;
    refuses(post("sw1", entries, meeting()), 403, "wrong-token");
  }
  token_instead_.reset();
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"}) {
    request_headers_ = {{"content-type", type}};
    refuses(post("sw1", entries, meeting()), 415, "wrong-content-type");
  }
  request_headers_ = {{"content-type", "application/json; charset=UTF-8"}};
  EXPECT_EQ(post("sw1", entries, meeting()).status, 201);
}

TEST_F(Api, what_is_not_theirs_and_what_is_not_there_are_the_same_bytes) {
  const std::string missing = get("sw1", "/api/v1/files/none").body;
  EXPECT_EQ(get("sw9", "/api/v1/files/f1").body, missing);
  EXPECT_EQ(get("sw9", "/api/v1/files/f1/entries/sd-1").body, missing);
  EXPECT_EQ(get("sw1", "/api/v1/files/f1/entries/none").body, missing);
  EXPECT_EQ(get("mr_x", "/api/v1/files/f1/entries/d-ben").body, missing);
  EXPECT_EQ(post("sw9", entries, meeting()).body, missing);
  EXPECT_EQ(post("sw9", "/api/v1/files/none/entries", meeting()).body, missing);
  EXPECT_EQ(get("sw1", "/api/v1/files/f1/conferences/none/documents/record").body, missing);
  EXPECT_EQ(get("sw1", "/api/v1/procedures/none").body, missing);
  EXPECT_EQ(get("sw1", "/api/v2/files").body, missing);
  EXPECT_EQ(get("sw1", "/api").body, missing);
}

TEST_F(Api, what_the_writer_may_not_see_is_to_it_not_on_file) {
  const auto report = [&](const char* child, const char* conference) {
    return post("dsl1", entries, {{"type", "report"}, {"about", json::array{child}}, {"happened", "2025-04-20"}, {"answers", json::object{{"conference", conference}, {"safe_to_share", true}}}}).body;
  };
  EXPECT_EQ(report("nobody-here", "c-initial"), report("cai", "c-initial"));
  const auto correction = [&](const char* of) {
    return post("hv1", entries, {{"type", "report"}, {"about", json::array{"cai"}}, {"happened", "2025-04-20"}, {"corrects", of}, {"answers", json::object{{"conference", "c-initial"}, {"safe_to_share", true}}}}).body;
  };
  EXPECT_EQ(correction("none"), correction("r-dsl1-amy"));
  const auto shared = [&](const char* which, const char* person) {
    return post("hv1", entries, {{"type", "report_shared"}, {"about", json::array{"cai"}}, {"happened", "2025-04-24"}, {"answers", json::object{{"conference", "c-initial"}, {"report", which}, {"person", person}}}}).body;
  };
  ASSERT_TRUE(store_has("r-dsl1-amy"));
  ASSERT_FALSE(has(get("hv1", "/api/v1/files/f1").body, "r-dsl1-amy"));
  EXPECT_EQ(shared("none", "nobody-here"), shared("r-dsl1-amy", "nobody-here"));
}

TEST_F(Api, refusals_repeat_nothing_of_what_was_sent) {
  const std::string secret = "zebra crossing";
  json::object body = meeting();
  for (const char* member : {"type", "happened", "corrects", "id", "notaword"}) {
    json::object one = body;
    one[member] = secret;
    EXPECT_FALSE(has(post("sw1", entries, one).body, "zebra")) << member;
  }
  for (const json::value& answers : {json::value(json::object{{secret, "x"}}), json::value(json::object{{"place", json::array{secret}}}), json::value(secret)}) {
    body["answers"] = answers;
    const Response refused = post("sw1", entries, body);
    EXPECT_EQ(refused.status, 422);
    EXPECT_FALSE(has(refused.body, "zebra"));
  }
  EXPECT_FALSE(has(get("sw1", "/api/v1/files", {{secret, secret}}).body, "zebra"));
  EXPECT_FALSE(has(get("sw1", "/api/v1/" + secret).body, "zebra"));
  EXPECT_FALSE(has(post("", "/api/v1/session", {{"name", secret}, {"password", secret}}).body, "zebra"));
}

TEST_F(Api, a_method_that_an_address_does_not_know_is_refused_and_the_known_ones_told) {
  const auto allow = [&](Method method, const std::string& path) {
    const Response response = ask("sw1", {method, path});
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(type_of(response), "wrong-method");
    return header(response, "allow");
  };
  EXPECT_EQ(allow(Method::post, "/api/v1/due"), "GET, HEAD");
  EXPECT_EQ(allow(Method::get, "/api/v1/files/f1/entries"), "POST");
  EXPECT_EQ(allow(Method::other, "/api/v1/files"), "GET, HEAD, POST");
  EXPECT_EQ(header(ask("sw1", {Method::get, "/sign-out"}), "allow"), "POST");
}

TEST_F(Api, head_is_answered_as_get) {
  const Response got = get("sw1", "/api/v1/files/f1"), head = ask("sw1", {Method::head, "/api/v1/files/f1"});
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body.size(), got.body.size());   // the server sends its length and not its bytes
}

TEST_F(Api, what_no_handler_sees_is_refused_in_the_same_form) {
  for (const int status : {400, 405, 413, 417, 431, 500, 501, 503}) {
    const Response told = refusal(status, "/api/v1/files");
    EXPECT_EQ(told.status, status);
    type_of(told);
    EXPECT_TRUE(has(header(refusal(status, "/files"), "content-type"), "text/html"));
    EXPECT_EQ(refusal(status, "").status, status);
  }
  EXPECT_EQ(refusal(405, "/api/v1/none").status, 404);
  EXPECT_EQ(header(refusal(405, "/api/v1/due"), "allow"), "GET, HEAD");
}

TEST_F(Api, a_parent_reads_their_own_copy_once_it_was_sent) {
  const std::string copy = "/api/v1/files/f1/conferences/c-initial/documents/record";
  const Response pages = ask("mum", {Method::get, "/conference/f1/c-initial/documents/record"}), told = get("mum", copy);
  EXPECT_EQ(told.status, pages.status);
  ASSERT_EQ(told.status, 200) << told.body;
  EXPECT_FALSE(json::parse(told.body).at("text").as_string().empty());
  EXPECT_TRUE(get("mum", copy + "/pdf").body.starts_with("%PDF"));
  EXPECT_EQ(type_of(get("ch1", copy)), "not-found");
}

TEST_F(Api, a_procedure_can_be_read_with_every_record_type) {
  EXPECT_EQ(json::parse(get("sw1", "/api/v1/procedures").body).at("procedures").as_array().size(), desk_.procedures().size());
  const json::value told = json::parse(get("sw1", "/api/v1/procedures/rotherham").body);
  EXPECT_EQ(told.at("record_types").as_array().size(), desk_.described("rotherham")->records.size());
  EXPECT_FALSE(told.at("time_limits").as_array().empty());
}

TEST_F(Api, nobody_gets_anything_personal_without_signing_in) {
  for (const Route& route : routes())
    if (is_api(route.address) && route.opens == Opens::to_signed_in) {
      const Response refused = ask("", {route.method, std::string(route.address)});
      EXPECT_EQ(refused.status, 401) << route.address;
      EXPECT_EQ(type_of(refused), "not-signed-in") << route.address;
    }
}

TEST_F(Api, colleagues_are_listed_for_those_who_introduce_people_and_introduced_by_their_id_alone) {
  const AccountWriter admin{{"p-admin"}, "administrator", now_};
  for (const char* person : {"mw1", "mw2"})
    ASSERT_TRUE(sign_in_.accounts().add({std::string("account.") + person, "none", {person}, {"midwife"}, {}, std::string("Una ") + person, "Community midwifery"}, admin));
  ASSERT_TRUE(sign_in_.accounts().change_details(sign_in_.accounts().find("account.mum")->id, "Kelly Hartley", "", admin));
  const auto list = json::parse(get("sw1", "/api/v1/colleagues", {{"limit", "1"}, {"offset", "1"}}).body).as_object();
  EXPECT_EQ(list.at("count"), 2) << "neither families nor accounts without a name";
  EXPECT_EQ(json::serialize(list.at("colleagues")), R"([{"person":"mw2","name":"Una mw2","role":"midwife","agency":"health","workplace":"Community midwifery","team":""}])");
  for (const char* who : {"ch1", "hv1", "mum"}) EXPECT_EQ(get(who, "/api/v1/colleagues").status, 403) << who;
  EXPECT_EQ(get("sw1", "/api/v1/colleagues", {{"search", "una"}}).status, 422) << "names do not belong in addresses";

  ASSERT_EQ(post("sw1", entries, json::object{{"type", "person"}, {"about", json::array{"mw1"}}}).status, 201);
  const auto seen = desk_.open_file(FileId{"f1"}, {{"sw1"}, "social_worker"});
  EXPECT_EQ(seen->name("mw1"), "Una mw1");
  EXPECT_EQ(seen->person("mw1")->organisation, "Community midwifery");
  const Response again = post("sw1", entries, json::object{{"type", "person"}, {"about", json::array{"mw1"}}});
  EXPECT_EQ(again.status, 422);
  EXPECT_TRUE(has(again.body, "\"pointer\":\"/about\"")) << again.body;
  const Response nobody = post("sw1", entries, json::object{{"type", "person"}, {"about", json::array{"nobody"}}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_TRUE(has(nobody.body, "\"pointer\":\"/answers/name\"")) << nobody.body;
}

TEST_F(Api, whoever_opens_a_file_is_introduced_on_it_where_their_account_says_a_name) {
  const auto opened = [&](const char* who, const char* reference) { return json::parse(post(who, "/api/v1/files", json::object{{"type", "family_file"}, {"answers", json::object{{"reference", reference}}}}).body).at("entries").as_array(); };
  EXPECT_EQ(opened("sw9", "RMB-91").size(), 1U);
  ASSERT_TRUE(sign_in_.accounts().change_details(sign_in_.accounts().find("account.sw9")->id, "Ida Strange", "Locality team South", {{"p-admin"}, "administrator", now_}));
  const auto both = opened("sw9", "RMB-92");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[1].at("type"), "person");
  EXPECT_EQ(both[1].at("about").as_array().front(), "sw9");
  request_headers_ = {{"idempotency-key", "a-key"}};
  const auto first = opened("sw9", "RMB-93");
  EXPECT_EQ(opened("sw9", "RMB-93"), first) << "sent again under its key";
}

}  // namespace
}  // namespace confer::api
