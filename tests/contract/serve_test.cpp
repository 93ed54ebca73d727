// The server as a process before real clients: asked to stop, written to by two at once, sent what no browser sends.
#include <algorithm>
#include <atomic>
#include <iostream>
#include <latch>
#include <thread>

#include "served.h"

namespace confer {
namespace {

using namespace served;

const FileId file{"f1"};
const std::string meeting = "/files/f1/record/core_group_meeting";

Pairs met_at(const std::string& place, const std::string& form) {
  return {{"about", "amy"}, {"happened-day", "30"}, {"happened-month", "4"}, {"happened-year", "2025"}, {"place", place},
          {"form_token", hidden(form, "form_token")}, {"key", hidden(form, "key")}, {"corrects", hidden(form, "corrects")}};
}

class Serve : public testing::Test {
 protected:
  Serve() {
    OwnDesk own(directory_);
    own.add_account("worker", "sw1", "social_worker");
    own.add_account("manager", "tm1", "team_manager");
    own.take_in(file, family("FAM-1", 0));
  }

  std::vector<std::string> places() {
    const OwnDesk own(directory_);
    EXPECT_TRUE(faults_of(*own.store).empty());
    std::vector<std::string> out;
    for (const Entry& entry : own.entries(file))
      if (entry.type == "core_group_meeting") out.emplace_back(entry.answers.text("place"));
    return out;
  }

  const samples::Directory directory_;
};

TEST_F(Serve, asked_to_stop_it_finishes_the_request_under_way_and_ends_with_nought) {
  for (const int signal : {SIGTERM, SIGINT}) {
    Served server(directory_);
    Browser browser;
    browser.sign_in(server.port(), "worker");
    const std::string form = Client(server.port()).send(browser.get(meeting)).answer(), place = "Room " + std::to_string(signal);
    std::string request = browser.post(meeting, met_at(place, form));
    request.insert(request.find("\r\n") + 2, "Expect: 100-continue\r\n");
    const std::size_t end_of_head = request.find("\r\n\r\n") + 4;
    Client slow(server.port()), idle(server.port());
    slow.send(request.substr(0, end_of_head));
    ASSERT_EQ(status(slow.answer(false)), 100);   // so it is under way
    server.signal(signal);
    EXPECT_EQ(idle.rest(), "") << "a connection on which nothing is asked is closed at once";
    const std::string answer = slow.send(std::string_view(request).substr(end_of_head)).rest();
    EXPECT_EQ(status(answer), 200);
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    EXPECT_FALSE(Client(server.port()).connected());
    EXPECT_EQ(server.wait(), 0);
    EXPECT_EQ(places().back(), place);
  }
}

TEST_F(Serve, of_two_who_correct_the_same_entry_at_once_one_is_on_file_and_the_other_gets_their_words_back) {
  Served server(directory_);
  Browser worker, manager;
  worker.sign_in(server.port(), "worker");
  manager.sign_in(server.port(), "manager");
  const std::string first = Client(server.port()).send(worker.get(meeting)).answer();
  ASSERT_EQ(status(Client(server.port()).send(worker.post(meeting, met_at("Room 0", first))).answer()), 200);
  constexpr int rounds = 25;
  std::vector<std::string> expected = {"Room 0"};
  for (int round = 1; round <= rounds; ++round) {
    const std::string record = Client(server.port()).send(worker.get("/files/f1/record")).answer();
    const std::string_view link = "/record/core_group_meeting?corrects=";
    const std::size_t at = record.find(link);   // the newest stands first
    ASSERT_NE(at, std::string::npos);
    const std::string correction = meeting + "?corrects=" + record.substr(at + link.size(), record.find('"', at) - at - link.size());
    std::latch together(2);
    const auto correct = [&](const Browser& browser, const std::string& place, std::string& answer) {
      Client client(server.port());
      const std::string form = client.send(browser.get(correction)).answer();
      together.arrive_and_wait();
      answer = client.send(browser.post(meeting, met_at(place, form))).answer();
    };
    const std::string mine = fmt::format("Room {} of the worker", round), theirs = fmt::format("Room {} of the manager", round);
    std::string to_mine, to_theirs;
    std::thread other([&] { correct(manager, theirs, to_theirs); });
    correct(worker, mine, to_mine);
    other.join();
    const bool won = status(to_mine) == 200;
    EXPECT_EQ(status(won ? to_mine : to_theirs), 200);
    EXPECT_EQ(status(won ? to_theirs : to_mine), 409);
    EXPECT_NE((won ? to_theirs : to_mine).find(won ? theirs : mine), std::string::npos) << "their words are not given back";
    expected.push_back(won ? mine : theirs);
  }
  EXPECT_EQ(server.end(SIGTERM), 0);
  EXPECT_EQ(places(), expected);
}

TEST_F(Serve, ten_thousand_spoiled_requests_of_somebody_signed_in_neither_crash_it_nor_make_a_page_fail) {
  Served server(directory_);
  Browser browser;
  browser.sign_in(server.port(), "manager");
  Client client(server.port());
  const std::string form = client.send(browser.get(meeting)).answer();
  const std::vector<std::string> valid = {browser.get("/files/f1"),
                                          browser.get("/?whose=everyone&page=2"),
                                          browser.get("/files?search=amy&page=1"),
                                          browser.get("/files/f1/conferences/c1"),
                                          browser.get(meeting + "?about=amy&place=Room"),
                                          browser.post(meeting, met_at("Room", form)),
                                          browser.post("/files/f1/conferences/c1/invite", {{"form_token", hidden(form, "form_token")}, {"invite", "sw1"}, {"as-sw1", "practitioner"}}),
                                          browser.post("/sign-in", {{"name", "worker"}, {"password", "not it at all"}})};
  const int requests = std::getenv("CONFER_LONG") ? 1'000'000 : 10'000;
  std::mt19937 random(20'250'407);
  int taken = 0, refused = 0;
  for (int i = 0; i < requests; ++i) {
    const std::string bytes = spoiled(valid[random() % valid.size()], random);
    Client one(server.port());
    ASSERT_TRUE(one.connected());
    one.send(bytes);
    one.say_no_more();
    const int code = status(one.answer(false));
    ASSERT_TRUE(code < 500 || code == 501) << code << "\n" << bytes;
    ++(code == 200 || code == 303 ? taken : refused);
  }
  EXPECT_GT(taken, requests / 20);
  EXPECT_GT(refused, requests / 5);
  EXPECT_EQ(status(Client(server.port()).send(browser.get("/files/f1")).answer()), 200);
  EXPECT_EQ(server.end(SIGTERM), 0);
  EXPECT_TRUE(faults_of(*OwnDesk(directory_).store).empty());
}

}  // namespace
}  // namespace confer
