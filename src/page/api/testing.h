#pragma once
// For tests alone: S02's family behind the site, with everyone who works with it able to sign in, spoken to as a program does.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/testing.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "page/api/api.h"
#include "page/routes.h"
#include "store/store.h"

namespace confer::for_tests {

/// Whether these words stand in a text.
inline bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

/// The whole of S02 as file f1, on 1 August 2025.
class ApiSite : public testing::Test {
 protected:
  static constexpr const char* password = "teapot gravel otter";
  static constexpr const char* entries = "/api/v1/files/f1/entries";

  ApiSite()
      : desk_(*store_, ProcedureShelf(read_procedure_files(procedures_folder())), AuthorityId{"rotherham"}, {[this] { return now_; }, [this] { return "n" + std::to_string(++ids_); }}),
        sign_in_(*store_, AuthorityId{"rotherham"}, cheap()) {
    std::ifstream in(procedures_folder() / "local/rotherham/examples/S02.jsonl");
    const auto lines = read_jsonl(in).value();
    entries_at_first_ = lines.size();
    if (const auto taken = desk_.take_in(FileId{"f1"}, lines); !taken) throw std::runtime_error(taken.error().front().message);
    for (const auto& [person, role] : std::vector<std::pair<std::string, std::string>>{{"ch1", "chair"}, {"adm1", "conference_administrator"}, {"sw1", "social_worker"}, {"sw9", "social_worker"}, {"tm1", "team_manager"},
                                                                                       {"hv1", "health_visitor"}, {"dsl1", "school_safeguarding_lead"}, {"mum", "mother"}, {"mr_x", "father"}})
      if (!sign_in_.add_account({.name = "account." + person, .password_hash = {}, .person = {person}, .roles = {role}}, password, {{"p-admin"}, "administrator", now_}))
        throw std::runtime_error("no account for " + person);
  }

  Response ask(const std::string& who, Request request) {
    if (!who.empty()) {
      if (!cookies_.contains(who)) {
        const auto done = sign_in_.sign_in({.name = "account." + who, .password = password, .address = "192.0.2.10"}, now_).value();
        cookies_[who] = {done.session.token, done.session.form_token};
      }
      request.headers.emplace_back("cookie", std::string(session_cookie) + "=" + cookies_[who].first);
      request.headers.emplace_back("x-csrf-token", token_instead_.value_or(cookies_[who].second));
    }
    request.peer = "192.0.2.10";
    return handler_(request);
  }
  Response get(const std::string& who, const std::string& path, Pairs query = {}) { return ask(who, {Method::get, path, std::move(query)}); }
  Response raw(const std::string& who, const std::string& path, std::string body) {
    Pairs headers = request_headers_;
    headers.emplace_back("content-type", "application/json");   // the first counts
    return ask(who, {Method::post, path, {}, std::move(headers), std::move(body)});
  }
  Response post(const std::string& who, const std::string& path, const json::value& body) { return raw(who, path, json::serialize(body)); }

  /// From now on this person is known by the cookie that an answer set.
  void use_cookie_of(const std::string& who, const Response& response, std::string_view token) {
    const std::string set = header(response, "set-cookie");
    const std::size_t begin = set.find('=') + 1;
    cookies_[who] = {set.substr(begin, set.find(';') - begin), std::string(token)};
  }
  [[nodiscard]] std::size_t entries_on_file() const { return store_->entries({AuthorityId{"rotherham"}, Stream::Kind::file, "f1"}).size(); }

  [[nodiscard]] bool store_has(std::string_view entry) const {
    const auto all = store_->entries({AuthorityId{"rotherham"}, Stream::Kind::file, "f1"});
    return std::any_of(all.begin(), all.end(), [&](const Entry& one) { return one.id.value == entry; });
  }

  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }
  static SignInRules cheap() {
    SignInRules rules;
    rules.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    return rules;
  }

  Instant now_ = Instant::parse("2025-08-01T09:00:00Z").value();
  int ids_ = 0;
  std::size_t entries_at_first_ = 0;
  std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
  SignIn sign_in_;
  Site site_{desk_, sign_in_};
  Handler handler_ = pages(site_);
  std::map<std::string, std::pair<std::string, std::string>> cookies_;   // session and token
  Pairs request_headers_;                                               // of every POST to come
  std::optional<std::string> token_instead_;
};

}  // namespace confer::for_tests
