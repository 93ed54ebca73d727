#pragma once
// For tests alone: S02's family behind the pages, as it was at a moment, with everyone who works with it signed in.
#include "page/testing.h"

namespace confer::for_tests {

/// S02's family as it was on one day, with everyone who works with it signed in.
class FamilyOnADay : public FamilyBehindPages {
 protected:
  FamilyOnADay() : FamilyBehindPages("2025-04-01T09:00:00Z") {}

  /// Takes in what was put on file before this moment, and lets the clock stand there.
  void begin(const char* at, const std::string& procedure = "rotherham") {
    now_ = Instant::parse(at).value();
    take_in_the_family(procedure);
    add_accounts({{"ch1", "chair"}, {"adm1", "conference_administrator"}, {"sw1", "social_worker"}, {"hv1", "health_visitor"}, {"dsl1", "school_safeguarding_lead"}, {"mum", "mother"}, {"mr_x", "father"}, {"mr_y", "father"}, {"amy", "young_person"}});
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

  std::map<std::string, std::string> tokens_;
  Response last_;
};

inline Pairs day(std::string name, const char* d, const char* m, const char* y) { return {{name + "-day", d}, {name + "-month", m}, {name + "-year", y}}; }

}  // namespace confer::for_tests
