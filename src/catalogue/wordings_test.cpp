// What things are called: by each procedure, and over the years.
#include <gtest/gtest.h>

#include "catalogue/as_data.h"
#include "catalogue/difference.h"
#include "catalogue/in_words.h"
#include "catalogue/testing.h"

namespace confer {
namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }

/// Rotherham's procedure as it is shipped, with these words of its own.
tl::expected<Described, std::vector<LoadError>> rotherham_with(std::string words, std::string england = {}) {
  auto files = for_tests::shipped_files();
  files.push_back({"local/rotherham/words.toml", std::move(words)});
  if (!england.empty()) files.push_back({"england/words.toml", std::move(england)});
  return load_procedure(files, "rotherham");
}

std::string errors_with(std::string words) {
  const auto loaded = rotherham_with(std::move(words));
  std::string all;
  if (!loaded)
    for (const LoadError& error : loaded.error()) all += error.written() + "\n";
  return all;
}

std::string said(Described procedure, std::string_view term, std::string_view on) {
  procedure.speak_on(day(on));
  return procedure.term(term).en;
}

constexpr const char* renamed = R"([words]
lead_worker = [
  { en = "lead social worker", in_force_to = 2027-03-31 },
  { en = "lead child protection practitioner", cy = "ymarferydd arweiniol", in_force_from = 2027-04-01 },
]
role_chair = [{ en = "Conference chair", in_force_to = 2027-03-31 }, { en = "Independent chair", in_force_from = 2027-04-01 }]
)";

TEST(Wordings, a_term_and_a_role_are_called_as_on_the_day_that_is_spoken_of) {
  const auto loaded = rotherham_with(renamed);
  ASSERT_TRUE(loaded) << errors_with(renamed);
  EXPECT_EQ(said(*loaded, "lead_worker", "2027-03-31"), "lead social worker");
  EXPECT_EQ(said(*loaded, "lead_worker", "2027-04-01"), "lead child protection practitioner");
  EXPECT_EQ(loaded->term("lead_worker").cy, "ymarferydd arweiniol") << "who asks for no day hears what holds until further notice";
  EXPECT_EQ(loaded->role("chair")->title.en, "Independent chair");
  Described before = *loaded;
  before.speak_on(day("2026-11-22"));
  EXPECT_EQ(before.role("chair")->title.en, "Conference chair");
  EXPECT_EQ(loaded->days_of_new_words(), std::vector<Date>{day("2027-04-01")});
}

TEST(Wordings, an_authority_calls_a_role_in_its_own_way_and_its_neighbours_do_not) {
  auto files = for_tests::shipped_files();
  files.push_back({"local/rotherham/words.toml", "[words]\nrole_chair = \"Independent chair\"\n"});
  EXPECT_EQ(load_procedure(files, "rotherham")->role("chair")->title.en, "Independent chair");
  EXPECT_EQ(load_procedure(files, "england")->role("chair")->title.en, "Conference chair");
}

TEST(Wordings, what_an_authority_says_from_a_day_on_leaves_what_it_inherits_until_then) {
  const auto loaded = rotherham_with("[words]\nplan = [{ en = \"safety plan\", in_force_from = 2027-01-01 }]\n");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(said(*loaded, "plan", "2026-12-31"), "child protection plan");
  EXPECT_EQ(said(*loaded, "plan", "2027-01-01"), "safety plan");
  EXPECT_EQ(over_time("plan", *loaded), "child protection plan, up to Thursday 31 December 2026; safety plan, from Friday 1 January 2027 on");
}

TEST(Wordings, what_is_always_called_so_hides_every_change_further_up) {
  const auto loaded = rotherham_with("[words]\nplan = \"safety plan\"\n", "[words]\nplan = [{ en = \"old plan\", in_force_to = 2020-01-01 }, { en = \"new plan\", in_force_from = 2020-01-02 }]\n");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(said(*loaded, "plan", "2019-06-01"), "safety plan");
  EXPECT_EQ(loaded->said_over_time("plan").size(), 1U);
}

TEST(Wordings, a_stretch_without_words_two_at_once_and_days_the_wrong_way_round_do_not_load) {
  const std::string gap = errors_with("[words]\nlead_worker = \"worker\"\nrole_chair = \"Chair\"\nday_open_part = [{ en = \"Open\", in_force_to = 2026-01-31 }, { en = \"Free\", in_force_from = 2026-02-02 }]\n");
  EXPECT_EQ(gap, "") << "what is inherited fills it";
  auto files = for_tests::shipped_files();
  files.push_back({"local/rotherham/words.toml", "[words]\ncalled_state_plan = [{ en = \"Open\", in_force_to = 2026-01-31 }, { en = \"Free\", in_force_from = 2026-02-02 }]\n"});
  const auto loaded = load_procedure(files, "rotherham");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().front().written(), "local/rotherham/words.toml:2: Nothing says what \"called_state_plan\" is called from Sunday 1 February 2026 on. Let one wording begin where the other ends, "
                                              "and the first hold ever since.");
  EXPECT_NE(errors_with("[words]\nplan = [{ en = \"a\", in_force_to = 2026-02-01 }, { en = \"b\", in_force_from = 2026-02-01 }]\n").find("What \"plan\" is called overlaps in time with"), std::string::npos);
  EXPECT_NE(errors_with("[words]\nplan = [{ en = \"a\", in_force_from = 2026-02-01, in_force_to = 2026-01-01 }]\n").find("\"in_force_to\" is before \"in_force_from\""), std::string::npos);
  EXPECT_NE(errors_with("[words]\nplan = [{ en = \"a\", until = 2026-02-01 }]\n").find("\"until\" is not known here."), std::string::npos);
  EXPECT_NE(errors_with("[words]\nplan = [\"a\", \"b\"]\n").find("\"plan\" must hold tables."), std::string::npos);
  EXPECT_NE(errors_with("[words]\nrole_chairman = \"Chairman\"\n").find("Nothing reads a term called \"role_chairman\"."), std::string::npos);
}

TEST(Wordings, data_and_the_difference_of_two_procedures_tell_every_wording_with_its_days) {
  const auto loaded = rotherham_with(renamed);
  const Described shipped = for_tests::shipped("rotherham");
  const auto words = as_data(*loaded).at("words").as_object();
  ASSERT_EQ(words.at("lead_worker").as_array().size(), 2U);
  EXPECT_EQ(words.at("lead_worker").as_array()[1].at("in_force_from"), "2027-04-01");
  EXPECT_EQ(words.at("register").as_array().front().at("en"), "list of children with a child protection plan");
  std::string told;
  for (const Difference& one : differences(shipped, *loaded)) told += one.kind + " " + one.id + " " + one.what + ": " + one.left + " | " + one.right + "\n";
  EXPECT_NE(told.find("words lead_worker en: lead social worker | lead social worker, up to Wednesday 31 March 2027; lead child protection practitioner, from Thursday 1 April 2027 on"), std::string::npos) << told;
  EXPECT_NE(told.find("words role_chair en: Conference chair | Conference chair, up to"), std::string::npos) << told;
}

}  // namespace
}  // namespace confer
