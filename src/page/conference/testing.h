#pragma once
// For tests alone: S02's family behind the pages, as it was at a moment, with everyone who works with it signed in.
#include "page/testing.h"

namespace confer::for_tests {

inline const FileId family{"f1"};

/// S02's family as it was on one day, behind the pages, with everyone who works with it signed in.
class FamilyBehindPages : public testing::Test {
 protected:
  FamilyBehindPages() : desk_(*store_, ProcedureShelf(read_procedure_files(procedures_folder())), AuthorityId{"rotherham"}, world()), sign_in_(*store_, AuthorityId{"rotherham"}, cheap()) {}

  /// Takes in what was put on file before this moment, and lets the clock stand there.
  void begin(const char* at) {
    now_ = *Instant::parse(at);
    std::ifstream in(procedures_folder() / "local/rotherham/examples/S02.jsonl");
    auto entries = read_jsonl(in);
    ASSERT_TRUE(entries);
    std::erase_if(*entries, [&](const Entry& entry) { return entry.recorded >= now_; });
    const auto taken = desk_.take_in(family, *entries);
    ASSERT_TRUE(taken) << taken.error().front().message;
    for (const auto& [person, role] : std::vector<std::pair<std::string, std::string>>{
             {"ch1", "chair"}, {"adm1", "conference_administrator"}, {"sw1", "social_worker"}, {"hv1", "health_visitor"}, {"dsl1", "school_safeguarding_lead"}, {"mum", "mother"}, {"mr_x", "father"}, {"mr_y", "father"}, {"amy", "young_person"}})
      ASSERT_TRUE(sign_in_.add_account({.name = "account." + person, .password_hash = {}, .person = {person}, .roles = {role}}, password, {{"p-admin"}, "administrator", now_}));
  }

  Response ask(const std::string& who, Method method, const std::string& path, Pairs given = {}) {
    Request request{method, path};
    if (!tokens_.contains(who)) tokens_[who] = sign_in_.sign_in({.name = "account." + who, .password = password, .address = "192.0.2.10"}, now_).value().session.token;
    const auto session = sign_in_.sessions().find(tokens_[who], now_);
    request.headers = {{"cookie", std::string(session_cookie) + "=" + tokens_[who]}};
    if (method == Method::get) request.query = std::move(given);
    else {
      given.emplace_back("form_token", session.value().form_token);
      request.body = query_string(given).substr(1);
    }
    return handler_(request);
  }
  std::string get(const std::string& who, const std::string& rest, Pairs query = {}) { return ask(who, Method::get, "/files/f1" + rest, std::move(query)).body; }
  int send(const std::string& who, const std::string& rest, Pairs given) { return (last_ = ask(who, Method::post, "/files/f1" + rest, std::move(given))).status; }

  /// A later day of the same story: whoever was signed in signs in again.
  void go_to(const char* at) {
    now_ = *Instant::parse(at);
    tokens_.clear();
  }

  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  World world() {
    return {[this] { return now_; }, [this] { return "n" + std::to_string(++ids_); }};
  }
  static SignInRules cheap() {
    SignInRules rules;
    rules.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    return rules;
  }

  Instant now_ = {};
  int ids_ = 0;
  std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
  SignIn sign_in_;
  Site site_{desk_, sign_in_};
  Handler handler_ = pages(site_);
  std::map<std::string, std::string> tokens_;
  Response last_;
};

inline Pairs day(std::string name, const char* d, const char* m, const char* y) { return {{name + "-day", d}, {name + "-month", m}, {name + "-year", y}}; }

}  // namespace confer::for_tests
