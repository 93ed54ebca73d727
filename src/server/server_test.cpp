#include "server/server.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <latch>
#include <mutex>
#include <random>
#include <thread>

#include "server/testing.h"

namespace confer {
namespace {

using std::chrono::milliseconds;
using namespace for_tests;

/// A server that answers with what it was asked.
class ServerTest : public testing::Test {
 protected:
  ServerTest() {
    options_.threads = 2;
    constexpr milliseconds longer_than_the_test(20'000);
    options_.patience = {.idle = longer_than_the_test, .header = longer_than_the_test, .body = longer_than_the_test, .write = longer_than_the_test,
                         .linger = milliseconds(500), .stop = milliseconds(5'000)};
    options_.refusal = [](int code, std::string_view) { return Response{.status = code, .body = "refused " + std::to_string(code)}; };
    options_.log = [this](std::string_view line) {
      const std::lock_guard lock(mutex_);
      log_ += line;
    };
  }

  void start() {
    server_ = std::make_unique<Server>(options_);
    server_->start([this](const Request& request) {
      ++answered_;
      if (request.path == "/fails") throw std::runtime_error("Ann Example is not at home");
      if (request.path == "/large") return Response{.body = std::string(300'000, 'x')};
      std::string said = request.path + "|" + std::string(request.parameter("q")) + "|" + request.body;
      return Response{.headers = {{"Content-Type", "text/plain"}}, .body = std::move(said)};
    });
  }
  Client client() { return Client(server_->port()); }
  std::string ask(std::string_view bytes) { return client().send(bytes).answer(); }

  ServerOptions options_;
  std::unique_ptr<Server> server_;
  std::atomic<int> answered_ = 0;
  std::mutex mutex_;
  std::string log_;
};

constexpr std::string_view get = "GET /files?q=a%20b HTTP/1.1\r\nHost: confer.example\r\n\r\n";
constexpr std::string_view post = "POST /forms HTTP/1.1\r\nHost: confer.example\r\nContent-Length: 5\r\n\r\nhello";

TEST_F(ServerTest, a_refusal_is_told_for_which_path_it_is) {
  options_.limits.body_bytes = 10;
  options_.refusal = [](int code, std::string_view path) { return Response{.status = code, .body = "for " + std::string(path)}; };
  start();
  const std::string rest = " HTTP/1.1\r\nHost: confer.example\r\n";
  EXPECT_EQ(body(ask("POST /api/v1/files" + rest + "Content-Length: 11\r\n\r\nhello hello")), "for /api/v1/files");
  EXPECT_EQ(body(ask("DELETE /api/v1/files" + rest + "\r\n")), "for /api/v1/files");
  EXPECT_EQ(body(ask("GET /api/%zz" + rest + "\r\n")), "for /api");
  EXPECT_EQ(body(ask("GET /files" + rest + "Host: twice.example\r\n\r\n")), "for /files");
  EXPECT_EQ(body(ask("GET /%zz/api" + rest + "\r\n")), "for ");
  EXPECT_EQ(body(ask("nonsense\r\n\r\n")), "for ");
}

TEST_F(ServerTest, a_request_is_answered_with_date_and_length) {
  start();
  const std::string answer = ask(get);
  EXPECT_EQ(status(answer), 200);
  EXPECT_EQ(body(answer), "/files|a b|");
  EXPECT_NE(answer.find("\r\nDate: "), std::string::npos);
  EXPECT_NE(answer.find("\r\nContent-Length: 11\r\n"), std::string::npos);
}

TEST_F(ServerTest, a_connection_serves_one_request_after_another) {
  start();
  Client client = this->client();
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(body(client.send(post).answer()), "/forms||hello");
    EXPECT_EQ(body(client.send(get).answer()), "/files|a b|");
  }
  const std::string last = client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").rest();
  EXPECT_NE(last.find("Connection: close"), std::string::npos);
}

TEST_F(ServerTest, requests_sent_together_are_answered_in_order) {
  start();
  std::string many;
  for (int i = 0; i < 50; ++i) many += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  Client client = this->client();
  client.send(many);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(body(client.answer()), "/" + std::to_string(i) + "||");
}

TEST_F(ServerTest, a_request_that_comes_byte_by_byte_is_answered) {
  start();
  Client client = this->client();
  for (const char c : post) client.send({&c, 1});
  EXPECT_EQ(body(client.answer()), "/forms||hello");
}

TEST_F(ServerTest, a_body_in_chunks_is_put_together_and_its_trailers_are_not_headers) {
  start();
  EXPECT_EQ(body(ask("POST /a HTTP/1.1\r\nHost: a\r\n"
                     "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nCookie: session=z\r\n\r\n")), "/a||hello");
}

TEST_F(ServerTest, a_client_that_waits_for_leave_to_send_its_body_gets_it) {
  start();
  Client client = this->client();
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.answer(false), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(body(client.send("ok").answer()), "/a||ok");
  EXPECT_EQ(status(ask("POST /a HTTP/1.1\r\nHost: a\r\nExpect: cake\r\nContent-Length: 2\r\n\r\n")), 417);
}

TEST_F(ServerTest, head_is_answered_as_get_without_the_body) {
  start();
  const std::string answer = client().send("HEAD /files HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").rest();
  EXPECT_EQ(status(answer), 200);
  EXPECT_NE(answer.find("Content-Length: 8\r\n"), std::string::npos);
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, what_is_malformed_is_refused_and_the_connection_closed) {
  start();
  const std::pair<int, const char*> wrong[] = {
      {400, "hello\r\n\r\n"},
      {400, "GET / HTTP/1.1\r\n\r\n"},
      {400, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"},
      {400, "GET / HTTP/2.0\r\nHost: a\r\n\r\n"},
      {400, "GET / HTTP/1.1\r\nHost : a\r\n\r\n"},
      {400, "GET / HTTP/1.1\nHost: a\n\n" "\r\n\r\n"},
      {400, "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n"},
      {400, "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
      {400, "GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n"},
      {400, "GET /?q=%C0%AF HTTP/1.1\r\nHost: a\r\n\r\n"},
      {400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
      {400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"},
      {400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nhello"},
      {400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nhello"},
      {400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"},
      {405, "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"},
      {405, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
      {405, "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {501, "BREW / HTTP/1.1\r\nHost: a\r\n\r\n"},
  };
  for (const auto& [expected, bytes] : wrong) {
    const std::string answer = client().send(bytes).rest();
    EXPECT_EQ(status(answer), expected) << bytes;
    EXPECT_EQ(body(answer), "refused " + std::to_string(expected)) << bytes;
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
  }
  EXPECT_EQ(answered_, 0);
}

TEST_F(ServerTest, what_is_too_large_is_refused_and_said_so) {
  options_.limits.body_bytes = 1000;
  start();
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(status(ask("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n")), 431);
  EXPECT_EQ(status(ask(head + "X: " + std::string(20'000, 'a') + "\r\n\r\n")), 431);
  std::string fields;
  for (int i = 0; i < 101; ++i) fields += "A: b\r\n";
  EXPECT_EQ(status(ask(head + fields + "\r\n")), 431);
  EXPECT_EQ(status(ask(head + "Content-Length: 1000\r\n\r\n" + std::string(1000, 'a'))), 200);
  EXPECT_EQ(status(ask(head + "Content-Length: 1001\r\n\r\n" + std::string(1001, 'a'))), 413);
  EXPECT_EQ(status(ask(head + "Content-Length: 100000\r\n\r\n" + std::string(100'000, 'a'))), 413);
  EXPECT_EQ(status(ask(head + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'a') + "\r\n0\r\n\r\n")), 413);
  std::string wordy;   // few bytes of body, many of chunk extensions
  for (int i = 0; i < 60; ++i) wordy += "1;" + std::string(4000, 'x') + "\r\na\r\n";
  EXPECT_EQ(status(ask(head + "Transfer-Encoding: chunked\r\n\r\n" + wordy)), 413);
  EXPECT_EQ(answered_, 1);
}

TEST_F(ServerTest, a_handler_that_fails_is_answered_neutrally_and_logged_without_its_words) {
  start();
  Client client = this->client();
  const std::string answer = client.send("GET /fails HTTP/1.1\r\nHost: a\r\n\r\n").answer();
  EXPECT_EQ(status(answer), 500);
  EXPECT_EQ(body(answer), "refused 500");
  EXPECT_EQ(status(client.send(get).answer()), 200);
  const std::lock_guard lock(mutex_);
  EXPECT_NE(log_.find("runtime_error"), std::string::npos);
  EXPECT_EQ(log_.find("Ann"), std::string::npos);
}

TEST_F(ServerTest, three_hundred_half_open_connections_do_not_keep_others_waiting_and_are_cut) {
  options_.patience.idle = options_.patience.header = milliseconds(1'500);
  start();
  std::vector<Client> slow;
  for (int i = 0; i < 300; ++i) {
    slow.push_back(client());
    slow.back().send(i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nHo");
  }
  const auto before = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(status(ask(get)), 200);
  const auto took = std::chrono::steady_clock::now() - before;
  EXPECT_LT(took, milliseconds(1'000));
  RecordProperty("microseconds_each", static_cast<int>(std::chrono::duration_cast<std::chrono::microseconds>(took).count() / 20));
  for (Client& client : slow) EXPECT_EQ(client.rest(), "");   // returns when the server cuts it
}

TEST_F(ServerTest, a_body_that_does_not_come_is_cut) {
  options_.patience.body = milliseconds(100);
  start();
  EXPECT_EQ(client().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe").rest(), "");
  EXPECT_EQ(answered_, 0);
}

TEST_F(ServerTest, one_connection_too_many_is_told_so) {
  options_.limits.connections = 3;
  start();
  std::vector<Client> held;
  for (int i = 0; i < 3; ++i) {
    held.push_back(client());
    EXPECT_EQ(status(held.back().send(get).answer()), 200);
  }
  EXPECT_EQ(status(client().rest()), 503);
  EXPECT_EQ(status(held[0].send(get).answer()), 200);
}

TEST_F(ServerTest, stopping_lets_a_running_request_finish) {
  std::latch began(1), may_end(1);
  Server server(options_);
  server.start([&](const Request&) {
    began.count_down();
    may_end.wait();
    return Response{.body = "finished"};
  });
  Client idle(server.port()), busy(server.port());
  busy.send(get);
  began.wait();
  std::thread stopping([&] { server.stop(); });
  EXPECT_EQ(idle.rest(), "");   // cut at once: it was waiting for nothing
  may_end.count_down();
  EXPECT_EQ(body(busy.rest()), "finished");
  stopping.join();
  EXPECT_EQ(server.connections(), 0u);
  EXPECT_EQ(status(Client(server.port()).send(get).answer()), 0);
}

TEST_F(ServerTest, what_takes_long_holds_up_no_other_answer) {
  options_.threads = 1;
  options_.takes_long = [](const Request& request) { return request.path == "/long"; };
  std::latch began(1), may_end(1);
  Server server(options_);
  server.start([&](const Request& request) {
    if (request.path != "/long") return Response{.body = "at once"};
    began.count_down();
    may_end.wait();
    return Response{.body = "at last"};
  });
  Client patient(server.port());
  patient.send("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
  began.wait();
  EXPECT_EQ(body(Client(server.port()).send(get).answer()), "at once");
  may_end.count_down();
  EXPECT_EQ(body(patient.answer()), "at last");
  EXPECT_EQ(body(patient.send(get).answer()), "at once") << "the same connection goes on";
}

TEST_F(ServerTest, what_takes_long_and_fails_is_answered_and_logged_like_any_other) {
  options_.takes_long = [](const Request&) { return true; };
  start();
  EXPECT_EQ(status(ask("GET /fails HTTP/1.1\r\nHost: a\r\n\r\n")), 500);
  const std::lock_guard lock(mutex_);
  EXPECT_NE(log_.find("a handler failed"), std::string::npos);
}

TEST_F(ServerTest, stopping_does_not_wait_for_ever) {
  options_.patience.stop = milliseconds(50);
  start();
  Client slow = client();
  slow.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(status(slow.answer(false)), 100);   // so it waits for the body, and is not idle
  server_->stop();
  EXPECT_EQ(slow.rest(), "");
}

TEST_F(ServerTest, an_address_that_is_taken_is_a_failure_that_says_so) {
  start();
  options_.port = server_->port();
  Server second(options_);
  EXPECT_THROW(second.start([](const Request&) { return Response{}; }), ServerFailure);
  options_.host = "no address";
  Server third(options_);
  EXPECT_THROW(third.start([](const Request&) { return Response{}; }), ServerFailure);
}

constexpr std::string_view valid[] = {
    get, post, "POST /a/b?c=d HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
    "HEAD /%C3%A9 HTTP/1.0\r\nConnection: keep-alive\r\nCookie: session=abc; b=c\r\nExpect: 100-continue\r\n\r\n"};

TEST_F(ServerTest, ten_thousand_spoiled_requests_neither_crash_it_nor_make_it_fail) {
  options_.patience.linger = milliseconds(50);
  start();
  std::mt19937 random(20250407);
  int refused = 0, taken = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string bytes = spoiled(std::string(valid[random() % 4]), random);
    Client client = this->client();
    ASSERT_TRUE(client.connected());
    client.send(bytes);
    client.say_no_more();
    const std::string answers = client.rest();
    for (std::size_t at = answers.find("HTTP/1.1 "); at != std::string::npos; at = answers.find("HTTP/1.1 ", at + 1)) {
      const int code = std::stoi(answers.substr(at + 9, 3));
      if (code == 100) continue;
      ASSERT_TRUE(code < 500 || code == 501) << code << "\n" << bytes;
      ++(code == 200 ? taken : refused);
    }
  }
  EXPECT_GT(taken, 100);
  EXPECT_GT(refused, 5'000);
  EXPECT_EQ(status(ask(get)), 200);
  const std::lock_guard lock(mutex_);
  EXPECT_EQ(log_, "");
}

}  // namespace
}  // namespace confer
