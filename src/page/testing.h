#pragma once
// What tests of pages stand on: a browser with its cookies, and S02's family behind the pages. For tests alone.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>

#include "base/testing.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "page/page.h"
#include "store/store.h"

namespace confer::for_tests {

inline constexpr const char* password = "teapot gravel otter";                        ///< Of every account.
inline constexpr const char* meeting_form = "/files/f1/record/core_group_meeting";   ///< Where one form stands and is sent.

/// Whether a page holds these words.
inline bool has(std::string_view page, std::string_view words) { return page.find(words) != std::string::npos; }
/// One after the other.
inline Pairs operator+(Pairs left, const Pairs& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

/// A browser: its cookies, and the page it shows.
class Browser {
 public:
  explicit Browser(Handler& site) : site_(site) {}

  const Response& get(const std::string& address) {
    return ask(request_for(Method::get, address));
  }
  const Response& post(const std::string& address, const Pairs& given, const Pairs& headers = {{"sec-fetch-site", "same-origin"}}) {
    Request request = request_for(Method::post, address);
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
  static Request request_for(Method method, const std::string& address) {
    const std::size_t mark = std::min(address.find('?'), address.size());
    Request request{method, address.substr(0, mark)};
    request.query = read_form(address.substr(std::min(mark + 1, address.size()))).value();
    return request;
  }
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

/// S02's family as file f1 behind every page and the API, in a store in memory, with a clock that stands.
class FamilyBehindPages : public testing::Test {
 protected:
  explicit FamilyBehindPages(const char* at)
      : now_(Instant::parse(at).value()),
        desk_(*store_, ProcedureShelf(read_procedure_files(procedures_folder())), AuthorityId{"rotherham"}, {[this] { return now_; }, [this] { return "n" + std::to_string(++ids_) + "x"; }}),
        sign_in_(*store_, AuthorityId{"rotherham"}, cheap()) {}

  /// Takes in what was put on file before the clock's moment, as a family of this procedure.
  void take_in_the_family(const std::string& procedure = "rotherham") {
    std::ifstream in(procedures_folder() / "local/rotherham/examples/S02.jsonl");
    auto entries = read_jsonl(in).value();
    std::erase_if(entries, [&](const Entry& entry) { return entry.recorded >= now_; });
    if (procedure != "rotherham") entries = under(procedure, entries);
    if (const auto taken = desk_.take_in(family_, entries); !taken) throw std::runtime_error(taken.error().front().message);
  }
  /// The same under a procedure that names no quorum: the chair says each time that the conference goes ahead.
  static std::vector<Entry> under(const std::string& procedure, const std::vector<Entry>& entries) {
    std::vector<Entry> out;
    for (Entry entry : entries) {
      if (entry.type == "family_file") entry.answers.values()["procedure"] = procedure;
      if (entry.type == "decision") {
        Entry ahead = entry;
        ahead.id = EntryId{"ahead-" + entry.id.value};
        ahead.type = "quorum_decision";
        ahead.answers = Answers{{{"conference", entry.answers.text("conference")}, {"proceeds", true}, {"reason", "Those who know the children are here."}}};
        out.push_back(std::move(ahead));
      }
      out.push_back(std::move(entry));
    }
    return out;
  }
  /// An account "account.PERSON" for each, by person and role.
  void add_accounts(const std::vector<std::pair<std::string, std::string>>& people) {
    for (const auto& [person, role] : people)
      if (!sign_in_.add_account({.name = "account." + person, .password_hash = {}, .person = {person}, .roles = {role}}, password, {{"p-admin"}, "administrator", now_}))
        throw std::runtime_error("no account for " + person);
  }

  [[nodiscard]] std::vector<Entry> entries_on_file() const { return store_->entries({AuthorityId{"rotherham"}, Stream::Kind::file, family_.value}); }
  [[nodiscard]] std::size_t on_file(std::string_view type) const {
    const auto entries = entries_on_file();
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.type == type; }));
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

  const FileId family_{"f1"};
  Instant now_;
  int ids_ = 0;
  std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
  SignIn sign_in_;
  Site site_{desk_, sign_in_};
  Handler handler_ = pages(site_);
};

/// The whole of S02 behind the pages, read with browsers.
class KeptForms : public FamilyBehindPages {
 protected:
  KeptForms() : FamilyBehindPages("2025-08-01T13:05:00Z") {
    take_in_the_family();
    add_accounts({{"ch1", "chair"}, {"adm1", "conference_administrator"}, {"um1", "safeguarding_unit_manager"}, {"sw1", "social_worker"}, {"tm1", "team_manager"}, {"sw9", "social_worker"}, {"hv1", "health_visitor"}});
  }

  [[nodiscard]] Browser browser_of(const std::string& person) {
    Browser browser(handler_);
    browser.sign_in(person);
    return browser;
  }
  static Pairs meeting(const std::string& place) {
    return {{"about", "ben"}, {"happened-day", "30"}, {"happened-month", "7"}, {"happened-year", "2025"}, {"place", place}};
  }
};

}  // namespace confer::for_tests
