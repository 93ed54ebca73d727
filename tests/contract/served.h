#pragma once
// `confer serve` as those outside meet it: a process that can be killed, clients with cookies, forms filled in as a browser would. For tests only.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>

#include "base/testing.h"
#include "desk/database.h"
#include "desk/desk.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "desk/sign_in.h"
#include "page/http.h"
#include "server/testing.h"
#include "started.h"
#include "store_samples.h"

namespace confer::served {

using for_tests::body;
using for_tests::Client;
using for_tests::spoiled;
using for_tests::status;

inline const AuthorityId rotherham{"rotherham"};
inline constexpr const char* password = "teapot gravel otter";

/// A running `confer serve` on a directory's store.
class Served {
 public:
  explicit Served(const samples::Directory& directory) {
    const auto started = for_tests::start_beside("confer", {"serve", "--database", "sqlite:" + directory.file("record.db"), "--listen", "127.0.0.1:0"});
    process_ = started.process, output_ = started.output;
    EXPECT_EQ(std::fscanf(output_, "Confer listens on http://127.0.0.1:%hu/", &port_), 1) << "the server did not start";
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  ~Served() {
    if (process_ != 0) end(SIGKILL);
    std::fclose(output_);
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  void signal(int number) const { ::kill(process_, number); }
  /// What waitpid says of it, once it has ended; at most once.
  int wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return status;
  }
  int end(int number) {
    signal(number);
    return wait();
  }

 private:
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
  std::FILE* output_ = nullptr;
};

/// The value of the hidden field of this name; empty when the page has none.
inline std::string hidden(const std::string& page, const std::string& name) {
  const std::string before = "name=\"" + name + "\" value=\"";
  const std::size_t at = page.find(before);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + before.size();
  return page.substr(begin, page.find('"', begin) - begin);
}

/// One person's browser: it holds the cookie and says what it asks as bytes.
class Browser {
 public:
  [[nodiscard]] std::string get(const std::string& path) const {
    return fmt::format("GET {} HTTP/1.1\r\nHost: confer.example\r\nCookie: {}\r\n\r\n", path, cookie_);
  }
  [[nodiscard]] std::string post(const std::string& path, const Pairs& fields) const {
    const std::string form = fields.empty() ? std::string{} : query_string(fields).substr(1);
    return fmt::format("POST {} HTTP/1.1\r\nHost: confer.example\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}", path,
                       cookie_, form.size(), form);
  }
  void sign_in(std::uint16_t port, const std::string& name) {
    const std::string answer = Client(port).send(post("/sign-in", {{"name", name}, {"password", password}, {"back", "/"}})).answer();
    const std::size_t at = answer.find("confer_session=");
    ASSERT_NE(at, std::string::npos) << name;
    cookie_ = answer.substr(at, answer.find(';', at) - at);
  }

 private:
  std::string cookie_;
};

/// A desk on a directory's own store, while no server has it.
struct OwnDesk {
  std::shared_ptr<Store> store;
  Desk desk;

  explicit OwnDesk(const samples::Directory& directory)
      : store(open_sqlite(directory.file("record.db"))), desk(*store, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), rotherham, real_world()) {}

  /// Adds a sign-in with a hash that costs little.
  void add_account(const std::string& name, const std::string& person, const std::string& role) {
    SignInRules rules;
    rules.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    SignIn sign_in(*store, rotherham, rules);
    ASSERT_TRUE(sign_in.add_account({.name = name, .password_hash = {}, .person = {person}, .roles = {role}}, password, {{"p-admin"}, "administrator", desk.now()}));
  }
  void take_in(const FileId& file, const std::string& lines) {
    std::istringstream in(lines);
    const auto taken = desk.take_in(file, read_jsonl(in).value());
    ASSERT_TRUE(taken) << taken.error().front().message << " " << taken.error().front().field;
  }
  [[nodiscard]] std::vector<Entry> entries(const FileId& file) const { return store->entries({rotherham, Stream::Kind::file, file.value}); }
};

/// A small family with a social worker, a team manager, a chair, a child and a conference called; and so many neighbours who are invited to nothing.
inline std::string family(const std::string& reference, int neighbours) {
  std::string out = fmt::format(R"({{"id":"e1","type":"family_file","recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{{"authority":"rotherham","procedure":"rotherham","reference":"{}"}}}})",
                                reference) + R"(
{"id":"e2","type":"person","about":["sw1"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{"name":"Invented Worker","kind":"practitioner","role":"social_worker"}}
{"id":"e3","type":"person","about":["tm1"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{"name":"Invented Manager","kind":"practitioner","role":"team_manager"}}
{"id":"e4","type":"person","about":["amy"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{"name":"Amy Invented","kind":"child","born":"2015-06-21"}}
{"id":"e5","type":"involvement","about":["amy"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{"person":"sw1","agency":"childrens_social_care","direct_contact":true}}
{"id":"e6","type":"involvement","about":["amy"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{"person":"tm1","agency":"childrens_social_care","direct_contact":true}}
{"id":"e7","type":"person","about":["ch1"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{"name":"Invented Chair","kind":"practitioner","role":"chair"}}
)";
  out += R"({"id":"c1","type":"conference","about":["amy"],"recorded":"2025-04-15T09:15:00Z","by":"sw1","role":"social_worker","answers":{"kind":"initial","starts":"2025-04-29T09:00:00Z","place":"Room 1","chair":"ch1","parts":["open_part","professionals_part"]}})" "\n";
  for (int i = 0; i < neighbours; ++i)
    out += fmt::format(R"({{"id":"n{0}","type":"person","about":["nb{0}"],"recorded":"2025-04-07T09:00:00Z","by":"sw1","role":"social_worker","answers":{{"name":"Neighbour {0}","kind":"adult"}}}})", i) + "\n";
  return out;
}

}  // namespace confer::served
