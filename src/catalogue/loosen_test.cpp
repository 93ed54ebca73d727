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
[[role]]
id = "nurse"
title = "Nurse"
agency = "health"
standing = "practitioner"
[[role]]
id = "constable"
title = "Constable"
agency = "police"
standing = "practitioner"
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

const std::string because = "departs_from = { rule = \"meet\", loosens = \"limit\", source = \"text\", reason = \"Agreed in March.\" }\n";

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
  EXPECT_EQ(errors(quorum + "1\ndeparts_from = { rule = \"quorum\", loosens = \"other_agencies\", source = \"text\", reason = \"Few agencies.\" }\n"), "");
  EXPECT_TRUE(tells(errors(quorum + "1\ndeparts_from = { rule = \"quorum\", loosens = \"other_agencies\", source = \"rumour\", reason = \"Few agencies.\" }\n"), "\"rumour\" is not among the sources."));
}

TEST(Loosening, another_agency_that_must_be_there_is_looser) {
  const std::string quorum = "[quorum]\nagency = \"police\"\nother_agencies = 4\nsource = \"text\"\n";
  EXPECT_TRUE(tells(errors(quorum), "two/more.toml:1: This is looser than one/basics.toml:27, which it changes: \"health\", which must be there, becomes \"police\"."));
  EXPECT_EQ(errors(quorum + "departs_from = { rule = \"quorum\", loosens = \"agency\", source = \"text\", reason = \"Agreed.\" }\n"), "");
}

TEST(Loosening, another_owner_and_another_who_lets_a_limit_be_left_need_a_reason) {
  EXPECT_TRUE(tells(errors(adds("owner = \"nurse\"\n")), "the duty of \"chair\" becomes that of \"nurse\""));
  EXPECT_EQ(errors(adds("owner = \"nurse\"\ndeparts_from = { rule = \"meet\", loosens = \"owner\", source = \"text\", reason = \"Agreed in March.\" }\n")), "");
  EXPECT_EQ(errors(adds("owner = \"chair\"\n")), "") << "the same";
  EXPECT_EQ(errors(adds("departure_by = \"chair\"\ndeparture_records = [\"reason\"]\n")), "") << "nobody was named";
  const std::string named = adds("departure_by = \"chair\"\ndeparture_records = [\"reason\"]\n");
  EXPECT_TRUE(tells(errors(named + adds("departure_by = \"nurse\"\n")), "\"nurse\" may let it be left in place of \"chair\""));
}

TEST(Loosening, a_strict_reading_is_never_looser_than_the_limit) {
  EXPECT_TRUE(tells(errors(adds("limit = \"2 working days\"\n")), "two/more.toml:1: \"strict\" is the stricter reading, and 3 working days can end later than 2 working days."));
  EXPECT_TRUE(tells(errors(adds("strict = \"1 day\"\n", "write")), "two/more.toml:1: \"strict\" is the stricter reading, and 1 day can end later than 2 days.")) << "counted back";
  EXPECT_EQ(errors(adds("strict = \"3 days\"\n", "write")), "");
}

TEST(Loosening, the_same_duty_under_another_name_with_later_days_needs_a_reason) {
  const auto again = [](const std::string& limit, const std::string& more = {}) {
    return "[[time_limit]]\nid = \"meet_again\"\nwhat = \"Meet\"\nlimit = \"" + limit + "\"\nmet_by = [{ record = \"meeting\" }]\nowner = \"chair\"\nsource = \"text\"\nexamples = [\"A\"]\n" + more;
  };
  const std::string from = "from = { record = \"person\" }\n";
  EXPECT_TRUE(tells(errors(again("9 working days", from)), "two/more.toml:1: This is looser than one/basics.toml:31, which it changes: \"meet_again\" is the duty \"meet\" under another name, and 5 working days become 9 working days."));
  EXPECT_EQ(errors(again("9 working days", from + because)), "");
  EXPECT_EQ(errors(again("4 working days", from)), "") << "stricter";
  EXPECT_EQ(errors(again("9 working days", "from = { record = \"departure\" }\n")), "") << "another duty";
  EXPECT_TRUE(tells(errors(again("4 working days", from + because)), "departs from nothing"));
}

TEST(Loosening, a_reason_names_its_rule_its_source_and_something_looser) {
  EXPECT_TRUE(tells(errors(adds("limit = \"4 working days\"\n" + because)), "departs from nothing"));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"write\", loosens = \"limit\", source = \"text\", reason = \"R\" }\n")), "This departs from \"meet\""));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", loosens = \"limit\", source = \"rumour\", reason = \"R\" }\n")), "\"rumour\" is not among the sources."));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", loosens = \"limit\", source = \"text\", reason = \"\" }\n")), "The reason is empty."));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", loosens = \"limit\", source = \"text\" }\n")), "\"reason\" is missing here."));
}

TEST(Loosening, a_reason_answers_for_what_it_names_and_for_nothing_beside_it) {
  const std::string unborn = "departs_from = { rule = \"meet\", loosens = \"reference_for\", source = \"text\", reason = \"For an unborn child it follows from the enquiry.\" }\n";
  EXPECT_EQ(errors(adds("reference_for = \"unborn\"\n" + unborn)), "");
  EXPECT_TRUE(tells(errors(adds("limit = \"60 working days\"\nreference_for = \"unborn\"\n" + unborn)), "two/more.toml:6: This is looser than one/basics.toml:31, and the reason does not speak of it: 5 working days "
                                                                                               "become 60 working days. Keep to that, or name it: loosens = [\"limit\", \"reference_for\"]."));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\n" + unborn)), "Nothing here makes \"reference_for\" looser. Take it out of \"loosens\"."));
  EXPECT_TRUE(tells(errors(adds("limit = \"6 working days\"\ndeparts_from = { rule = \"meet\", source = \"text\", reason = \"Agreed.\" }\n")), "the reason does not speak of it"));
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

TEST(Dates, quorums_of_one_procedure_follow_each_other_and_one_further_on_stands_before_them) {
  const auto quorum = [](int others, const std::string& dates) { return "[[quorum]]\nagency = \"health\"\nother_agencies = " + std::to_string(others) + "\nsource = \"text\"\n" + dates; };
  const std::string first = quorum(3, "in_force_from = 2024-01-01\nin_force_to = 2024-12-31\n");
  EXPECT_TRUE(tells(errors(first + quorum(4, "in_force_from = 2024-12-31\n")), "two/more.toml:7: The quorum overlaps in time with two/more.toml:1. Let one end"));
  EXPECT_TRUE(tells(errors(quorum(3, "in_force_from = 2024-01-02\nin_force_to = 2024-01-01\n")), "\"in_force_to\" is before \"in_force_from\"."));
  EXPECT_TRUE(tells(errors(quorum(1, "in_force_from = 2024-01-01\n")), "2 other agencies become 1"));
  const auto loaded = child(first + quorum(4, "in_force_from = 2025-01-01\n"));
  ASSERT_TRUE(loaded) << errors(first + quorum(4, "in_force_from = 2025-01-01\n"));
  const Date new_year = Date::parse("2025-01-01").value();
  EXPECT_EQ(loaded->quorum(new_year)->other_agencies, 4);
  EXPECT_EQ(loaded->quorum(new_year.plus_days(-1))->other_agencies, 3);
  EXPECT_EQ(loaded->quorum(Date::parse("2023-12-31").value())->other_agencies, 2) << "the parent's, before its own began";
}

TEST(Dates, a_line_of_a_list_is_chosen_by_the_day_and_does_not_overlap_with_itself) {
  const auto line = [](const std::string& title, const std::string& dates) { return "[[list.agenda]]\nid = \"x\"\ntitle = \"" + title + "\"\nsource = \"text\"\n" + dates; };
  const std::string old = line("Old", "in_force_to = 2024-12-31\n");
  EXPECT_TRUE(tells(errors(old + line("New", "in_force_from = 2024-12-31\n")), "two/more.toml:6: \"x\" overlaps in time with two/more.toml:1."));
  EXPECT_TRUE(tells(errors(line("Old", "in_force_from = 2024-01-02\nin_force_to = 2024-01-01\n")), "\"in_force_to\" is before \"in_force_from\"."));
  const std::string both = old + line("New", "in_force_from = 2025-01-01\n") + "\n[words]\nlist_agenda = \"Agenda\"\n";
  const auto loaded = child(both);
  ASSERT_TRUE(loaded) << errors(both);
  const Date new_year = Date::parse("2025-01-01").value();
  ASSERT_EQ(loaded->list_on("agenda", new_year).size(), 1U);
  EXPECT_EQ(loaded->list_on("agenda", new_year).front().title.en, "New");
  EXPECT_EQ(loaded->list_on("agenda", new_year.plus_days(-1)).front().title.en, "Old");
  EXPECT_EQ(loaded->list("agenda").size(), 2U);
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
