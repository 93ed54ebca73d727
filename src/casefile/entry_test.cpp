#include "casefile/entry.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

using namespace std::string_view_literals;

namespace confer {
namespace {

// What may hold personal words cannot be formatted, and so cannot be logged.
static_assert(!fmt::is_formattable<Answers>::value);
static_assert(!fmt::is_formattable<Entry>::value);

constexpr std::string_view strategy_discussion =
    R"({"id":"e7","type":"strategy_discussion","about":["amy","ben"],"happened":"2025-04-07","recorded":"2025-04-07T15:10:00Z","by":"p3",)"
    R"("role":"social_worker","answers":{"began_enquiry":true}})";

Entry every_member() {
  Entry entry;
  entry.id = {"e9"};
  entry.type = "strategy_discussion";
  entry.about = {{"amy"}, {"ben"}};
  entry.happened = Instant::parse("2025-10-24T14:40:00Z").value();
  entry.recorded = Instant::parse("2025-10-24T16:00:00.000001Z").value();
  entry.by = {"p3"};
  entry.role = "social_worker";
  entry.answers = Answers(json::object{{"began_enquiry", true}, {"present", {"p3", "p4"}}, {"words", "Said “no”\nand <left>"}, {"count", 3}});
  entry.corrects = {"e7"};
  entry.edition = Digest::of("england");
  entry.key = "form-1:2";
  return entry;
}

std::string line_of(const Entry& entry) { return json::serialize(write_entry(entry)); }

TEST(Entry, the_line_that_papers_show_is_read) {
  const Entry entry = read_entry(strategy_discussion).value();
  EXPECT_EQ(entry.id, EntryId{"e7"});
  EXPECT_EQ(entry.happened_on(), Date::parse("2025-04-07").value());
  EXPECT_TRUE(entry.is_about(PersonId{"ben"}));
  EXPECT_FALSE(entry.is_about(PersonId{"tom"}));
  EXPECT_EQ(entry.answers.yes_no("began_enquiry"), true);
  EXPECT_EQ(line_of(entry), strategy_discussion);
}

TEST(Entry, every_member_reads_back_as_it_was_written) {
  const Entry entry = every_member();
  EXPECT_EQ(read_entry(line_of(entry)), entry);
}

TEST(Entry, each_member_that_may_be_empty_reads_back_empty) {
  const std::vector<void (*)(Entry&)> emptied = {
      [](Entry& e) { e.id = {}; },      [](Entry& e) { e.about.clear(); }, [](Entry& e) { e.happened = {}; }, [](Entry& e) { e.recorded = {}; },
      [](Entry& e) { e.by = {}; },      [](Entry& e) { e.role.clear(); },  [](Entry& e) { e.answers = {}; },  [](Entry& e) { e.corrects = {}; },
      [](Entry& e) { e.edition = {}; }, [](Entry& e) { e.key.clear(); },
  };
  for (std::size_t i = 0; i < emptied.size(); ++i) {
    Entry entry = every_member();
    emptied[i](entry);
    EXPECT_EQ(read_entry(line_of(entry)), entry) << i;
  }
}

TEST(Entry, a_moment_belongs_to_the_day_that_London_shows) {
  Entry entry;
  EXPECT_EQ(entry.happened_on(), std::nullopt);
  entry.happened = Instant::parse("2025-06-30T23:30:00Z").value();
  EXPECT_EQ(entry.happened_on(), Date::parse("2025-07-01").value());
}

TEST(Entry, a_refusal_names_the_field_that_is_wrong) {
  const std::string long_id(longest_id + 1, 'a');
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {R"({})", "type"},
      {R"({"type":""})", "type"},
      {R"({"type":"two words"})", "type"},
      {R"({"type":7})", "type"},
      {R"({"type":"t","id":7})", "id"},
      {R"({"type":"t","id":"two words"})", "id"},
      {R"({"type":"t","id":")" + long_id + R"("})", "id"},
      {R"({"type":"t","id":null})", "id"},
      {R"({"type":"t","about":"amy"})", "about"},
      {R"({"type":"t","about":[7]})", "about"},
      {R"({"type":"t","about":[""]})", "about"},
      {R"({"type":"t","about":["two words"]})", "about"},
      {R"({"type":"t","happened":"2025-02-30"})", "happened"},
      {R"({"type":"t","happened":"yesterday"})", "happened"},
      {R"({"type":"t","happened":"2025-04-07T25:00:00Z"})", "happened"},
      {R"({"type":"t","happened":20250407})", "happened"},
      {R"({"type":"t","recorded":"2025-04-07"})", "recorded"},
      {R"({"type":"t","recorded":1})", "recorded"},
      {R"({"type":"t","by":"a/b"})", "by"},
      {R"({"type":"t","by":["p3"]})", "by"},
      {R"({"type":"t","role":"two words"})", "role"},
      {R"({"type":"t","role":{}})", "role"},
      {R"({"type":"t","answers":[]})", "answers"},
      {R"({"type":"t","answers":"yes"})", "answers"},
      {R"({"type":"t","corrects":"e 7"})", "corrects"},
      {R"({"type":"t","edition":"abc"})", "edition"},
      {R"({"type":"t","edition":7})", "edition"},
      {R"({"type":"t","key":"a\u0000b"})", "key"},
      {R"({"type":"t","key":7})", "key"},
  };
  for (const auto& [line, field] : wrong) {
    const auto entry = read_entry(line);
    ASSERT_FALSE(entry) << line;
    EXPECT_EQ(entry.error().field, field) << line;
    EXPECT_FALSE(entry.error().message.empty()) << line;
  }
}

TEST(Entry, an_unknown_member_is_refused_without_repeating_it) {
  const auto entry = read_entry(R"({"type":"t","marigold":1})"sv);
  ASSERT_FALSE(entry);
  EXPECT_EQ(entry.error().message.find("marigold"), std::string::npos);
  EXPECT_FALSE(read_entry(R"({"type":"t","Type":"t"})"sv));
}

TEST(Entry, of_a_member_given_twice_the_last_counts) { EXPECT_EQ(read_entry(R"({"type":"t","type":"u"})"sv).value().type, "u"); }

TEST(Entry, a_line_longer_than_the_limit_is_refused) {
  const auto line = [](std::size_t size) {
    const std::string head = R"({"type":"t","answers":{"words":")", tail = R"("}})";
    return head + std::string(size - head.size() - tail.size(), 'w') + tail;
  };
  EXPECT_TRUE(read_entry(line(longest_entry)));
  const auto longer = read_entry(line(longest_entry + 1));
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().kind, Problem::Kind::too_large);
}

TEST(Entry, a_hostile_line_is_refused_and_nothing_else_happens) {
  for (const std::string& line : {std::string(), std::string("null"), std::string("[]"), std::string("\"{}\""), std::string("{"),
                                  std::string("\0", 1), std::string(longest_entry, '['), std::string(longest_entry, '{'),
                                  std::string("{\"type\":\"\xFF\"}"), std::string(strategy_discussion) + std::string(strategy_discussion)})
    EXPECT_FALSE(read_entry(line));
}

TEST(Entry, a_line_cut_short_anywhere_is_refused) {
  for (std::size_t length = 0; length < strategy_discussion.size(); ++length)
    EXPECT_FALSE(read_entry(strategy_discussion.substr(0, length))) << length;
}

TEST(Entry, a_line_with_any_byte_changed_is_refused_or_reads_back_as_itself) {
  const std::string line = line_of(every_member());
  for (std::size_t i = 0; i < line.size(); ++i)
    for (const char byte : {'\0', '"', '\\', '{', '}', '[', ']', ',', '0', 'T', ' ', '\x7F', '\xFF'}) {
      std::string changed = line;
      changed[i] = byte;
      if (const auto entry = read_entry(changed)) {
        ASSERT_EQ(read_entry(line_of(*entry)), entry) << changed;
      }
    }
}

TEST(Answers, an_answer_of_another_kind_counts_as_none) {
  const Answers answers(json::object{{"text", "t"}, {"yes", true}, {"number", 7}, {"half", 0.5}, {"day", "2025-04-07"}, {"none", nullptr}});
  EXPECT_EQ(answers.text("yes"), "");
  EXPECT_EQ(answers.yes_no("text"), std::nullopt);
  EXPECT_EQ(answers.number("half"), std::nullopt);
  EXPECT_EQ(answers.number("number"), 7);
  EXPECT_EQ(answers.day("day"), Date::parse("2025-04-07").value());
  EXPECT_EQ(answers.day("text"), std::nullopt);
  EXPECT_FALSE(answers.has("none"));
  EXPECT_FALSE(answers.has("missing"));
  EXPECT_TRUE(answers.list("missing").empty());
}

TEST(Answers, a_single_text_is_a_list_of_one) {
  const Answers answers(json::object{{"one", "a"}, {"many", {"a", 7, "b"}}});
  EXPECT_EQ(answers.list("one"), (std::vector<std::string_view>{"a"}));
  EXPECT_EQ(answers.list("many"), (std::vector<std::string_view>{"a", "b"}));
}

}   // namespace
}   // namespace confer
