#include "catalogue/loosen.h"

#include <gtest/gtest.h>

#include "catalogue/load.h"

namespace confer {
namespace {

constexpr const char* basics = R"([[source]]
id = "text"
title = "A text"
[[role]]
id = "chair"
title = "Chair"
standing = "staff"
[[record]]
id = "person"
title = "Person"
about = "person"
class = "c"
makers = ["chair"]
[[record]]
id = "meeting"
title = "Meeting"
about = "child"
class = "c"
makers = ["chair"]
[[record]]
id = "departure"
title = "Departure"
about = "child"
class = "c"
makers = ["chair"]
question = [{ name = "reason", asks = "Why?", about = "child" }]
[quorum]
agency = "health"
other_agencies = 2
source = "text"
[[time_limit]]
id = "meet"
what = "Meet"
limit = "5 working days"
strict = "3 working days"
from = { record = "person" }
met_by = [{ record = "meeting" }]
owner = "chair"
source = "text"
examples = ["A"]
[[time_limit]]
id = "write"
what = "Write"
limit = "2 days"
before = true
from = { record = "meeting" }
met_by = [{ record = "person" }]
owner = "chair"
source = "text"
examples = ["A"]
)";

/// A child procedure that says this, of a parent with a limit counted on, one counted back, and a quorum.
tl::expected<Described, std::vector<LoadError>> child(const std::string& says) {
  return load_procedure({{"one/procedure.toml", "id = \"one\"\ntitle = \"One\"\n"}, {"one/basics.toml", basics},
                         {"two/procedure.toml", "id = \"two\"\ntitle = \"Two\"\nextends = \"one\"\n"}, {"two/more.toml", says}}, "two");
}

std::string errors(const std::string& says) {
  std::string all;
  const auto loaded = child(says);
  if (!loaded)
    for (const LoadError& one : loaded.error()) all += one.written() + "\n";
  return all;
}

bool tells(const std::string& all, std::string_view what) { return all.find(what) != std::string::npos; }

std::string adds(const std::string& what, const std::string& to = "meet") { return "[[adds]]\nto = \"" + to + "\"\nsource = \"text\"\n" + what; }

const std::string because = "departs_from = { rule = \"meet\", source = \"text\", reason = \"Agreed in March.\" }\n";

TEST(Loosening, a_longer_limit_without_a_reason_does_not_load) {
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\n")), "two/more.toml:1: This is looser than one/basics.toml:31, which it changes: 5 working days become 6 working days. Keep to that, or add departs_from"));
  const auto loaded = child(adds("limit = \"6 working days\"\n" + because));
  ASSERT_TRUE(loaded) << errors(adds("limit = \"6 working days\"\n" + because));
  EXPECT_EQ(loaded->time_limit("meet")->limit, (Period{6, Unit::working_days}));
  ASSERT_EQ(loaded->time_limit("meet")->departs.size(), 1U);
  EXPECT_EQ(loaded->time_limit("meet")->departs.front().reason, "Agreed in March.");
}

TEST(Loosening, a_shorter_limit_needs_no_reason_whatever_its_unit) {
  EXPECT_EQ(errors(adds("limit = \"4 working days\"\n")), "");
  EXPECT_EQ(errors(adds("limit = \"5 days\"\n")), "");
  EXPECT_TRUE(tells(errors(adds("limit = \"2 weeks\"\n")), "5 working days become 2 weeks"));
}

TEST(Loosening, of_a_limit_counted_back_the_shorter_is_the_looser) {
  EXPECT_TRUE(tells(errors(adds("limit = \"1 day\"\n", "write")), "2 days become 1 day"));
  EXPECT_EQ(errors(adds("limit = \"3 days\"\n", "write")), "");
  EXPECT_EQ(errors(adds("limit = \"2 working days\"\n", "write")), "");
}

TEST(Loosening, a_looser_strict_reading_a_number_taken_away_and_children_let_out_are_found) {
  EXPECT_TRUE(tells(errors(adds("strict = \"4 working days\"\n")), "3 working days become 4 working days"));
  EXPECT_TRUE(tells(errors(adds("no_number = \"soon\"\n")), "its number is taken away"));
  EXPECT_TRUE(tells(errors(adds("unset = true\n")), "its number is taken away"));
  EXPECT_TRUE(tells(errors(adds("reference_for = \"unborn\"\n")), "it no longer binds for some children"));
  EXPECT_TRUE(tells(errors(adds("becomes = [{ on = { record = \"meeting\" }, ends = true, source = \"text\" }]\n")), "it may end or be counted anew"));
  EXPECT_TRUE(tells(errors(adds("becomes = [{ on = { record = \"meeting\" }, counts = \"9 days\", whichever = \"later\", source = \"text\" }]\n")), "it may end or be counted anew"));
  EXPECT_EQ(errors(adds("becomes = [{ on = { record = \"meeting\" }, counts = \"9 days\", whichever = \"earlier\", source = \"text\" }]\n")), "");
  EXPECT_EQ(errors(adds("becomes = [{ on = { record = \"meeting\" }, says = \"It stands.\", source = \"text\" }]\n")), "");
}

TEST(Loosening, a_smaller_quorum_needs_a_reason_and_a_larger_one_does_not) {
  const std::string quorum = "[quorum]\nagency = \"health\"\nsource = \"text\"\nother_agencies = ";
  EXPECT_TRUE(tells(errors(quorum + "1\n"), "two/more.toml:1: This is looser than one/basics.toml:27, which it changes: 2 other agencies become 1."));
  EXPECT_EQ(errors(quorum + "3\n"), "");
  EXPECT_EQ(errors(quorum + "1\ndeparts_from = { rule = \"quorum\", source = \"text\", reason = \"Few agencies.\" }\n"), "");
  EXPECT_TRUE(tells(errors(quorum + "1\ndeparts_from = { rule = \"quorum\", source = \"rumour\", reason = \"Few agencies.\" }\n"), "\"rumour\" is not among the sources."));
}

TEST(Loosening, a_reason_names_its_rule_its_source_and_something_looser) {
  EXPECT_TRUE(tells(errors(adds("limit = \"4 working days\"\n" + because)), "departs from nothing"));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"write\", source = \"text\", reason = \"R\" }\n")), "This departs from \"meet\""));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", source = \"rumour\", reason = \"R\" }\n")), "\"rumour\" is not among the sources."));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", source = \"text\", reason = \"\" }\n")), "The reason is empty."));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", source = \"text\" }\n")), "\"reason\" is missing here."));
}

std::string another(const std::string& what) {
  return "[[time_limit]]\nid = \"meet\"\nwhat = \"Meet\"\nlimit = \"4 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\" }]\nowner = \"chair\"\nsource = \"text\"\nexamples = [\"A\"]\n" + what;
}

TEST(TimeLimits, editions_of_one_rule_may_follow_each_other_and_not_overlap) {
  EXPECT_TRUE(tells(errors(another("")), "two/more.toml:1: \"meet\" is described already in one/basics.toml:31."));
  EXPECT_TRUE(tells(errors(another("in_force_from = 2025-01-01\n")), "\"meet\" overlaps in time with one/basics.toml:31. Let one end"));
  const std::string two = R"(in_force_to = 2024-12-31
[[time_limit]]
id = "talk"
what = "Talk"
limit = "3 days"
in_force_from = 2025-01-01
from = { record = "person" }
met_by = [{ record = "meeting" }]
owner = "chair"
source = "text"
examples = ["A"]
)";
  const auto talk = [&](const std::string& first) {
    std::string text = another(two);
    text.replace(text.find("\"meet\""), 6, "\"talk\"");
    return text.replace(text.find("2024-12-31"), 10, first);
  };
  EXPECT_EQ(errors(talk("2024-12-31")), "");
  EXPECT_TRUE(tells(errors(talk("2025-01-01")), "\"talk\" overlaps in time"));
  const auto loaded = child(talk("2024-12-31"));
  const Date old = Date::parse("2024-12-31").value();
  EXPECT_EQ(loaded->time_limit("talk", old)->limit->count, 4);
  EXPECT_EQ(loaded->time_limit("talk", old.plus_days(1))->limit->count, 3);
  EXPECT_EQ(loaded->time_limit("talk")->limit->count, 3) << "the latest";
  EXPECT_TRUE(tells(errors(another("in_force_from = 2025-01-02\nin_force_to = 2025-01-01\n")), "\"in_force_to\" is before \"in_force_from\"."));
}

TEST(TimeLimits, a_number_that_nobody_published_is_accepted_and_warned_of) {
  std::string text = another("unset = true\n");
  text.replace(text.find("\"meet\""), 6, "\"talk\"").replace(text.find("limit = \"4 days\"\n"), 17, "");
  const auto loaded = child(text);
  ASSERT_TRUE(loaded) << errors(text);
  ASSERT_EQ(loaded->warnings.size(), 1U);
  EXPECT_EQ(loaded->warnings.front().place.file, "two/more.toml");
  EXPECT_TRUE(tells(loaded->warnings.front().message, "Nobody has published a number for \"talk\"."));
  EXPECT_TRUE(tells(errors(another("unset = true\n")), "is not \"unset\""));
}

TEST(TimeLimits, what_a_limit_becomes_is_one_thing_with_a_source_and_known_names) {
  const auto becoming = [&](const std::string& what) { return errors(adds("becomes = [{ " + what + " }]\n" + because)); };
  EXPECT_TRUE(tells(becoming("ends = true, source = \"text\""), "What changes the limit is missing here"));
  EXPECT_TRUE(tells(becoming("on = { record = \"meeting\" }, at_age = 18, ends = true, source = \"text\""), "not both"));
  EXPECT_TRUE(tells(becoming("on = { record = \"meeting\" }, source = \"text\""), "What it becomes is missing here"));
  EXPECT_TRUE(tells(becoming("on = { record = \"meeting\" }, counts = \"2 days\", ends = true, source = \"text\""), "is not counted anew"));
  EXPECT_TRUE(tells(becoming("on = { record = \"ghost\" }, ends = true, source = \"text\""), "There is no record type \"ghost\"."));
  EXPECT_TRUE(tells(becoming("on = { record = \"meeting\" }, ends = true, source = \"rumour\""), "\"rumour\" is not among the sources."));
  EXPECT_TRUE(tells(becoming("on = { record = \"meeting\" }, ends = true"), "\"source\" is missing here."));
  EXPECT_TRUE(tells(becoming("on = { record = \"meeting\" }, whichever = \"soon\", counts = \"2 days\", source = \"text\""), "\"whichever\" must be one of"));
  EXPECT_TRUE(tells(errors(adds("becomes = [{ on = { record = \"meeting\" }, counts = \"2 days\", whichever = \"earlier\", source = \"text\" }]\n", "write")), "counted back is not counted anew"));
}

TEST(TimeLimits, a_departure_can_only_be_asked_what_its_record_asks) {
  EXPECT_EQ(errors(adds("departure_by = \"chair\"\ndeparture_records = [\"reason\"]\n")), "");
  EXPECT_TRUE(tells(errors(adds("departure_records = [\"ghost\"]\n")), "The record \"departure\" has no question \"ghost\""));
}

TEST(TimeLimits, a_closure_day_has_its_day_its_name_and_its_source) {
  EXPECT_EQ(errors("[[closure]]\nday = 2025-12-29\nname = \"Office shut\"\nsource = \"text\"\n"), "");
  EXPECT_TRUE(tells(errors("[[closure]]\nday = 2025-12-29\nname = \"Office shut\"\n"), "\"source\" is missing here."));
  EXPECT_TRUE(tells(errors("[[closure]]\nday = 2025-12-29\nname = \"Office shut\"\nsource = \"rumour\"\n"), "\"rumour\" is not among the sources."));
  EXPECT_TRUE(tells(errors("[[closure]]\nname = \"Office shut\"\nsource = \"text\"\n"), "\"day\" is missing here."));
}

}  // namespace
}  // namespace confer
