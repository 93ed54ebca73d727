#pragma once
// For tests alone: S02's family behind the site, with everyone who works with it able to sign in, spoken to as a program does.
#include "page/api/api.h"
#include "page/routes.h"
#include "page/testing.h"

namespace confer::for_tests {

/// The whole of S02 as file f1, on 1 August 2025.
class ApiSite : public FamilyBehindPages {
 protected:
  static constexpr const char* entries = "/api/v1/files/f1/entries";

  ApiSite() : FamilyBehindPages("2025-08-01T09:00:00Z") {
    take_in_the_family();
    entries_at_first_ = count_on_file();
    add_accounts({{"ch1", "chair"}, {"adm1", "conference_administrator"}, {"sw1", "social_worker"}, {"sw9", "social_worker"}, {"tm1", "team_manager"}, {"hv1", "health_visitor"}, {"dsl1", "school_safeguarding_lead"}, {"mum", "mother"}, {"mr_x", "father"}});
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
  [[nodiscard]] std::size_t count_on_file() const { return entries_on_file().size(); }
  [[nodiscard]] bool store_has(std::string_view entry) const {
    const auto all = entries_on_file();
    return std::any_of(all.begin(), all.end(), [&](const Entry& one) { return one.id.value == entry; });
  }

  std::size_t entries_at_first_ = 0;
  std::map<std::string, std::pair<std::string, std::string>> cookies_;   // session and token
  Pairs request_headers_;                                               // of every POST to come
  std::optional<std::string> token_instead_;
};

}  // namespace confer::for_tests
