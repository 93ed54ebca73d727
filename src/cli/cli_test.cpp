// The command line as its users meet it: the built program, its words and its exit codes.
#include <boost/json.hpp>

#include "base/testing.h"
#include "cli/testing.h"

namespace confer::for_tests {
namespace {

const std::string family =
    R"({"id":"e1","type":"family_file","recorded":"2025-04-07T09:00:00Z","answers":{"authority":"rotherham","procedure":"rotherham"}}
{"id":"e2","type":"person","about":["amy"],"recorded":"2025-04-07T09:00:00Z","answers":{"name":"Invented Amy","kind":"child"}}

{"id":"e3","type":"strategy_discussion","about":["amy"],"happened":"2025-04-07","recorded":"2025-04-07T15:10:00Z","answers":{"began_enquiry":true}}
{"id":"e4","type":"section_47_enquiry","about":["amy"],"happened":"2025-04-20","recorded":"2025-04-22T09:00:00Z","answers":{"outcome":"no_conference","reasons":"Invented."}}
)";

std::string case_file(const std::string& name) { return (procedures_folder() / "local/rotherham/examples" / (name + ".jsonl")).string(); }

TEST_F(CommandLine, due_prints_the_day_and_nothing_else) {
  const Ran ran = confer({"due", "2025-12-08", "15 working days"});
  EXPECT_EQ(ran.out, "2025-12-31\n");
  EXPECT_EQ(ran.told, "");
  EXPECT_EQ(ran.exit_code, 0);
}

TEST_F(CommandLine, due_as_data_adds_the_days_skipped_and_the_latest_bookable_day) {
  const Ran ran = confer({"due", "2025-08-31", "6 months", "--json", "--calendar", "england-and-wales"});
  const auto read = boost::json::parse(ran.out).as_object();
  EXPECT_EQ(read.at("limit"), "2026-02-28");
  EXPECT_EQ(read.at("latest_bookable"), "2026-02-27");
  EXPECT_EQ(boost::json::parse(confer({"due", "2025-12-24", "1 working day", "--json"}).out).at("skipped").as_array().size(), 4U);
}

TEST_F(CommandLine, due_refuses_what_is_no_day) {
  for (const char* bad : {"2025-02-30", "8 December 2025", "2025-13-01", "08/12/2025", "", "2025-12-08T10:00:00Z", "1899-12-31"}) {
    SCOPED_TRACE(bad);
    refuses({"due", bad, "15 working days"}, "");
  }
  refuses({"due", "2025-02-30", "15 working days"}, "There is no such day in the calendar.");
  refuses({"due", "08/12/2025", "15 working days"}, "A day must be written as year-month-day");
}

TEST_F(CommandLine, due_refuses_what_is_no_period) {
  refuses({"due", "2025-12-08", "0 working days"}, "The number in a period must be from 1 to");
  refuses({"due", "2025-12-08", "10001 days"}, "The number in a period must be from 1 to");
  refuses({"due", "2025-12-08", "99999999999999999999 days"}, "The number in a period must be from 1 to");
  refuses({"due", "2025-12-08", "10000000 years"}, "period");
  refuses({"due", "2025-12-08", "15 fortnights"}, "A period must be a whole number and a unit");
  refuses({"due", "2025-12-08", "1.5 days"}, "A period must be a whole number and a unit");
  refuses({"due", "2025-12-08", ""}, "A period must be a whole number and a unit");
  std::string endless(100'000, '9');
  endless += " days";
  refuses({"due", "2025-12-08", endless}, "period");
}

TEST_F(CommandLine, due_refuses_a_period_that_looks_like_an_option_and_says_so) {
  refuses({"due", "2025-12-08", "-3 months"}, "");
  EXPECT_NE(confer({"due", "2025-12-08", "-3 months"}).told, "");
  refuses({"due", "2025-12-08", "--", "-3 months"}, "The number in a period must be from 1 to");
}

TEST_F(CommandLine, due_refuses_an_unknown_calendar_and_days_beyond_the_last_it_knows) {
  refuses({"due", "2025-12-08", "15 working days", "--calendar", "atlantis"}, "There is no calendar of this name.");
  refuses({"due", "2028-12-20", "15 working days"}, "The bank holidays are known only from");
  refuses({"due", "2199-12-31", "10000 months"}, "The bank holidays are known only from");
  refuses({"due", "1900-01-01", "1 day"}, "The bank holidays are known only from");
  refuses({"due", "2025-12-08", "10000 weeks"}, "The bank holidays are known only from");
}

TEST_F(CommandLine, wrong_usage_ends_with_two_and_help_with_nought) {
  EXPECT_EQ(confer({}).exit_code, 2);
  EXPECT_EQ(confer({"dew"}).exit_code, 2);
  EXPECT_EQ(confer({"due"}).exit_code, 2);
  EXPECT_EQ(confer({"due", "2025-12-08"}).exit_code, 2);
  EXPECT_EQ(confer({"due", "2025-12-08", "1 day", "more"}).exit_code, 2);
  EXPECT_EQ(confer({"due", "2025-12-08", "1 day", "--jason"}).exit_code, 2);
  EXPECT_EQ(confer({"procedures"}).exit_code, 2);
  EXPECT_EQ(confer({"obligations"}).exit_code, 2);
  EXPECT_EQ(confer({"--help"}).exit_code, 0);
  EXPECT_EQ(confer({"due", "--help"}).exit_code, 0);
}

TEST_F(CommandLine, refused_ends_with_one) { EXPECT_EQ(confer({"due", "2025-02-30", "1 day"}).exit_code, 1); }

TEST_F(CommandLine, obligations_of_a_file_are_judged_on_the_day_asked_about) {
  const std::string file = put("family.jsonl", family);
  const auto state = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"obligations", file, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = confer(arguments);
    EXPECT_EQ(ran.exit_code, 0) << ran.told;
    const auto all = boost::json::parse(ran.out).as_array();
    return all.empty() ? std::string("nothing") : std::string(all[0].at("state").as_string());
  };
  EXPECT_EQ(state({}), "lapsed") << "as at the last day anything was put on file";
  EXPECT_EQ(state({"--as-at", "2025-04-19"}), "due");
  EXPECT_EQ(state({"--as-at", "2025-04-06"}), "nothing");
  EXPECT_EQ(state({"--as-at", "2025-05-01", "--known-on", "2025-04-21"}), "overdue") << "before the end of the enquiry was put on file";
  EXPECT_EQ(state({"--procedure", "england"}), "lapsed");
}

TEST_F(CommandLine, obligations_for_a_person_say_what_when_and_why_and_a_file_may_come_by_standard_input) {
  const Ran ran = confer({"obligations", "-", "--as-at", "2025-04-19"}, put("family.jsonl", family));
  EXPECT_EQ(ran.exit_code, 0);
  for (const char* part : {"due", "Initial child protection conference (amy): by Wednesday 30 April 2025", "18 and 21 April are bank holidays.", "rotherham"})
    EXPECT_NE(ran.out.find(part), std::string::npos) << ran.out;
}

TEST_F(CommandLine, a_line_of_ten_megabytes_is_refused_with_its_number_and_without_being_read_to_its_end) {
  refuses({"obligations", put("long.jsonl", family + R"({"id":"e5","type":")" + std::string(10'000'000, 'x') + "\"}\n")}, "Line 6: ");
  refuses({"obligations", "/dev/zero"}, "Line 1: ");
}

TEST_F(CommandLine, a_nul_byte_is_refused_with_its_line_in_an_entry_and_in_a_procedure) {
  refuses({"obligations", put("nul.jsonl", family + std::string("{\"id\":\"e5\0\"}\n", 14))}, "Line 6: ");
  put("nul/one/procedure.toml", std::string("id = \"one\"\ntitle = \"O\0ne\"\n", 27));
  const Ran ran = confer({"procedures", "check", (folder_ / "nul").string()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.out.find("one/procedure.toml:2: This line is not written as TOML"), std::string::npos) << ran.out;
}

TEST_F(CommandLine, a_procedure_with_an_absurd_period_is_refused_with_its_file_and_line) {
  for (const char* period : {"0 working days", "-3 months", "10000000 years", "99999999999999999999 days", "15", ""}) {
    SCOPED_TRACE(period);
    fs::remove_all(folder_ / "procedures");
    fs::copy(procedures_folder(), folder_ / "procedures", fs::copy_options::recursive);
    std::string text = contents(folder_ / "procedures/local/york/time_limits.toml");
    const auto at = text.find("14 days");
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    put("procedures/local/york/time_limits.toml", text.replace(at, 7, period));
    const Ran ran = confer({"procedures", "check", (folder_ / "procedures").string()});
    EXPECT_EQ(ran.exit_code, 1);
    EXPECT_NE(ran.out.find("local/york/time_limits.toml:" + std::to_string(line) + ": "), std::string::npos) << ran.out;
  }
}

TEST_F(CommandLine, a_limit_beyond_the_calendar_is_told_as_not_known) {
  std::string late = family;
  for (std::size_t at; (at = late.find("2025-04-07\"")) != std::string::npos;) late.replace(at, 10, "2028-12-20");
  const Ran ran = confer({"obligations", put("late.jsonl", late), "--as-at", "2028-12-21"});
  EXPECT_EQ(ran.exit_code, 1) << "what was put on file before it happened is told of, and counted as it stands";
  EXPECT_NE(ran.out.find("Initial child protection conference (amy): Not known"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("The bank holidays are known only from"), std::string::npos) << ran.out;
}

TEST_F(CommandLine, obligations_refuses_a_file_it_cannot_read_with_the_line) {
  refuses({"obligations", (folder_ / "missing.jsonl").string()}, "could not be opened");
  refuses({"obligations", put("empty.jsonl", "")}, "does not say whose procedure applies");
  refuses({"obligations", case_file("S20"), "--known-on", "2025-12-01"}, "Nothing was on this file by the end of Monday 1 December 2025. Name a later day with --known-on, or none.");
  refuses({"obligations", put("bad.jsonl", family + "{not json}\n")}, "Line 6: ");
  refuses({"obligations", put("twice.jsonl", family + R"({"id":"e3","type":"note"})")}, "Line 6: this id stands on an earlier line too.");
  refuses({"obligations", put("list.jsonl", "[1,2]\n")}, "Line 1: ");
  refuses({"obligations", put("deep.jsonl", std::string(100'000, '['))}, "Line 1: ");
  refuses({"obligations", put("long.jsonl", "{\"id\":\"" + std::string(300'000, 'x') + "\"}")}, "Line 1: ");
  refuses({"obligations", put("unknown.jsonl", R"({"id":"e1","type":"family_file","answers":{},"colour":"red"})")}, "Line 1: ");
}

TEST_F(CommandLine, obligations_refuses_days_and_procedures_that_are_none) {
  const std::string file = put("family.jsonl", family);
  refuses({"obligations", file, "--as-at", "tomorrow"}, "--as-at: ");
  refuses({"obligations", file, "--known-on", "2025-02-30"}, "--known-on: ");
  refuses({"obligations", file, "--procedure", "atlantis"}, "There is no procedure called \"atlantis\".");
  refuses({"obligations", file, "--procedure", "common"}, "no bank holidays to count by");
}

TEST_F(CommandLine, due_refuses_absurd_days_and_periods_in_a_sentence) {
  for (const char* bad : {"0000-00-00", "2025-00-10", "2025-04-31", "2100-02-29", "9999-12-31", "10000-01-01", "-2025-01-01", "2025-1-1", "20250430", "2025-04-30 ", "tomorrow", "\xff\xfe"}) {
    SCOPED_TRACE(bad);
    refuses({"due", "--", bad, "15 working days"}, "confer: ");
  }
  for (const char* bad : {"0 working days", "-3 months", "10000000 years", "1 year", "0.5 hours", "1e3 days", "working days", "15 working day s", "15\tdays", "\xc3\x28 days", "15 days; 16 days"}) {
    SCOPED_TRACE(bad);
    refuses({"due", "2025-12-08", "--", bad}, "confer: ");
  }
  for (const char* bad : {"", "England", "england-and-wales ", "../england", "scotland"}) {
    SCOPED_TRACE(bad);
    refuses({"due", "2025-12-08", "1 day", "--calendar", bad}, "There is no calendar of this name.");
  }
}

TEST_F(CommandLine, obligations_of_a_hundred_thousand_entries_are_answered) {
  std::string many = family;
  many.reserve(20'000'000);
  for (int i = 0; i < 100'000; ++i) {
    const std::string id = "m" + std::to_string(i), day = "2025-0" + std::to_string(4 + i % 6) + "-1" + std::to_string(i % 10);
    const char* type = i % 3 == 0 ? "strategy_discussion" : i % 3 == 1 ? "decision" : "review";
    many += R"({"id":")" + id + R"(","type":")" + type + R"(","about":["amy"],"happened":")" + day + R"(","recorded":")" + day + R"(T10:00:00Z","answers":{"began_enquiry":true,"conference":"c)" +
            std::to_string(i % 50) + R"(","outcome":")" + (i % 3 == 2 ? "continues" : "plan") + "\"}}\n";
  }
  const Ran ran = confer({"obligations", put("many.jsonl", many), "--json", "--as-at", "2025-12-01"});
  EXPECT_EQ(ran.exit_code, 1) << "they are not as their record types ask";
  EXPECT_GE(boost::json::parse(ran.out).as_array().size(), 50U);
}

TEST_F(CommandLine, a_file_that_is_no_file_of_entries_is_refused_with_its_line) {
  const auto after = [&](const std::string& line) { return put("broken.jsonl", family + line + "\n"); };
  std::string deep = R"({"id":"d","type":"statement","recorded":"2025-04-07T09:00:00Z","answers":{"a":)";
  deep += std::string(100'000, '[') + std::string(100'000, ']') + "}}";
  for (const std::string& line : {std::string("not json"), std::string("{"), std::string("[]"), std::string("null"), std::string("42"), std::string("{}"), deep, std::string(deep.size(), '{'),
                                  std::string("\xff\xfe\x00{", 4), std::string(R"({"id":"x","type":"statement","recorded":"2025-04-07T09:00:00Z","answers":{"words":")") + "\xc3\x28\"}}"}) {
    SCOPED_TRACE(line.substr(0, 60));
    refuses({"obligations", after(line)}, "Line 6: ");
  }
  refuses({"obligations", put("long.jsonl", family + std::string(2'000'000, 'x'))}, "Line 6: ");
  refuses({"obligations", folder_.string()}, "confer: ");
  refuses({"obligations", (folder_ / "none.jsonl").string()}, "The file could not be opened.");
  refuses({"plan", after("not json")}, "Line 6: ");
}

TEST_F(CommandLine, obligations_tell_the_whole_reason_as_a_table_and_in_welsh) {
  const std::string file = put("family.jsonl", family);
  const Ran table = confer({"obligations", file, "--as-at", "2025-04-19", "--table"});
  for (const char* part : {"Counted from             Strategy discussion, Monday 7 April 2025", "Not counted              12 April: Saturday; 13 April: Sunday; 18 April: Good Friday", "Whose duty               Social worker",
                           "Edition                  v54, in force from Thursday 18 January 2024"})
    EXPECT_NE(table.out.find(part), std::string::npos) << table.out;
  const Ran english = confer({"obligations", file, "--as-at", "2025-04-19", "--language", "cy"});
  EXPECT_NE(english.told.find("The procedure \"rotherham\" says in English alone what is due"), std::string::npos) << english.told;
  EXPECT_NE(english.out.find("15 working days after"), std::string::npos) << "one language, and no mixture of two";
  EXPECT_EQ(english.exit_code, 0);
  const Ran welsh = confer({"obligations", file, "--as-at", "2025-04-19", "--language", "cy", "--procedure", "wales"});
  EXPECT_NE(welsh.out.find("15 diwrnod gwaith ar ôl"), std::string::npos) << welsh.out;
  EXPECT_NE(welsh.out.find("mae 18 a 21 Ebrill yn wyliau banc"), std::string::npos) << welsh.out;
  refuses({"obligations", file, "--language", "fr"}, "English, \"en\", and Welsh, \"cy\"");
}

TEST_F(CommandLine, plan_works_backwards_from_the_day_or_from_the_limit_and_records_nothing) {
  const std::string file = put("family.jsonl", family.substr(0, family.rfind(R"({"id":"e4")")));
  const Ran wanted = confer({"plan", file, "--conference", "2025-04-24", "--as-at", "2025-04-08"});
  EXPECT_EQ(wanted.exit_code, 0) << wanted.told;
  EXPECT_NE(wanted.out.find("Initial child protection conference: were it on Thursday 24 April 2025, it would be in time. The limit is Wednesday 30 April 2025."), std::string::npos) << wanted.out;
  EXPECT_NE(wanted.out.find("By Tuesday 22 April 2025 at the latest."), std::string::npos) << wanted.out;
  const Ran limiting = confer({"plan", file, "--as-at", "2025-04-08", "--json"});
  const auto read = boost::json::parse(limiting.out).as_object();
  EXPECT_EQ(read.at("conference"), "2025-04-30");
  EXPECT_EQ(read.at("limiting"), true);
  EXPECT_EQ(read.at("act_by"), "2025-04-28");
  EXPECT_EQ(contents(file), family.substr(0, family.rfind(R"({"id":"e4")")));
}

TEST_F(CommandLine, plan_books_nothing_on_a_day_on_which_the_offices_are_shut) {
  const std::string file = case_file("S20");
  const Ran limiting = confer({"plan", file, "--as-at", "2025-12-09"});
  EXPECT_EQ(limiting.out.find("Initial child protection conference: Wednesday 24 December 2025 is the last day on which it can be booked within the limit, Wednesday 31 December 2025."), 0U) << limiting.out;
  const Ran shut = confer({"plan", file, "--as-at", "2025-12-09", "--conference", "2025-12-30"});
  EXPECT_NE(shut.out.find("Nothing is booked on that day: Offices shut between Christmas and New Year."), std::string::npos) << shut.out;
}

TEST_F(CommandLine, plan_says_since_when_it_is_too_late_and_what_can_still_be_done) {
  const std::string file = put("family.jsonl", family.substr(0, family.rfind(R"({"id":"e4")")));
  const Ran late = confer({"plan", file, "--conference", "2025-05-02", "--as-at", "2025-05-01"});
  EXPECT_NE(late.out.find("it would be late. The limit is Wednesday 30 April 2025. Consult the Safeguarding unit manager and record the departure"), std::string::npos) << late.out;
  EXPECT_NE(late.out.find("Too late since Thursday 1 May 2025. What can still be done: do it at once"), std::string::npos) << late.out;
  refuses({"plan", file, "--conference", "2025-04-01", "--as-at", "2025-04-08"}, "That day has passed.");
  refuses({"plan", file, "--as-at", "2025-05-01"}, "The last day within the limit has passed.");
  refuses({"plan", file, "--conference", "soon"}, "--conference: ");
  refuses({"plan", file, "--conference", "2199-01-01", "--as-at", "2025-04-08"}, "The bank holidays are known only from");
  refuses({"plan", put("whole.jsonl", family)}, "Nothing on this file asks for a conference");
}

TEST_F(CommandLine, plan_on_a_file_that_has_run_on_says_as_at_which_day_it_looked_and_how_to_look_from_another) {
  const std::string file = (procedures_folder() / "local/rotherham/examples/S02.jsonl").string();
  refuses({"plan", file, "--conference", "2025-04-24"}, "This was judged as at ");
  refuses({"plan", file, "--conference", "2025-04-24"}, "name it with --as-at.");
  const Ran asked = confer({"plan", file, "--conference", "2025-04-24", "--as-at", "2025-04-08"});
  EXPECT_EQ(asked.exit_code, 0) << asked.told;
  const std::string told = confer({"plan", file, "--conference", "2025-04-01", "--as-at", "2025-04-08"}).told;
  EXPECT_NE(told.find("That day has passed."), std::string::npos) << told;
  EXPECT_EQ(told.find("--as-at"), std::string::npos) << told;
}

TEST_F(CommandLine, an_entry_that_is_not_as_its_record_type_asks_is_told_of_and_the_rest_is_answered) {
  const std::string file = put("f.jsonl",
      R"({"id":"f","type":"family_file","recorded":"2025-04-01T09:00:00Z","by":"sw1","role":"social_worker","answers":{"authority":"rotherham","procedure":"rotherham"}})" "\n"
      R"({"id":"sd","type":"strategy_talk","about":["nobody"],"happened":"2025-04-07","recorded":"2025-04-07T15:10:00Z","by":"sw1","role":"social_worker","answers":{}})" "\n"
      R"({"id":"sd2","type":"strategy_discussion","about":["nobody"],"happened":"2025-04-07","recorded":"2025-04-07T15:10:00Z","by":"sw1","role":"social_worker","answers":{"began_enquiry":"yes"}})" "\n");
  const Ran ran = confer({"obligations", file, "--as-at", "2025-04-08"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.told.find("These entries are counted as they stand."), std::string::npos) << ran.told;
  EXPECT_NE(ran.told.find("Entry sd (strategy_talk, type): There is no such record type"), std::string::npos) << ran.told;
  EXPECT_NE(ran.told.find("Entry sd2 (strategy_discussion, about)"), std::string::npos) << ran.told;
  EXPECT_NE(ran.told.find("Entry sd2 (strategy_discussion, began_enquiry)"), std::string::npos) << ran.told;
  EXPECT_EQ(confer({"obligations", case_file("S02")}).told, "") << "of a sound file nothing is said";
}

TEST_F(CommandLine, a_view_or_a_copy_for_nobody_is_refused) {
  refuses({"view", case_file("S07"), "--as", ""}, "Say whose view it is");
  refuses({"document", case_file("S07"), "record", "--for", ""}, "Say whose copy it is");
}

TEST_F(CommandLine, a_file_of_another_encoding_is_told_of_in_plain_words) {
  const std::string lines = contents(case_file("S02"));
  EXPECT_EQ(confer({"obligations", put("mark.jsonl", "\xEF\xBB\xBF" + lines)}).out, confer({"obligations", case_file("S02")}).out);
  refuses({"obligations", put("latin.jsonl", "{\"id\":\"caf\xE9\"}\n")}, "Line 1: its letters are not UTF-8");
  refuses({"obligations", folder_.string()}, "could not be opened");
}

TEST_F(CommandLine, no_command_but_those_that_begin_a_record_makes_one_where_there_is_none) {
  const std::string database = "sqlite:" + (folder_ / "none.db").string();
  for (const auto& words : std::vector<std::vector<std::string>>{{"verify"}, {"rebuild"}, {"checkpoint", "-o", (folder_ / "c").string()}, {"account", "team", "nadia", "North"},
                                                                 {"export", "f", "--as", "a", "--role", "chair", "--second", "b", "--second-role", "chair"}}) {
    std::vector<std::string> whole = words;
    whole.insert(whole.end(), {"--database", database});
    refuses(whole, "There is no database here");
  }
  EXPECT_FALSE(fs::exists(folder_ / "none.db"));
}

TEST_F(CommandLine, procedures_diff_tells_how_two_differ_as_a_table_and_as_data) {
  const Ran table = confer({"procedures", "diff", "england", "rotherham"});
  EXPECT_EQ(table.exit_code, 0) << table.told;
  for (const char* part : {"time limit", "reports_to_unit", "departure_by", "safeguarding_unit_manager"}) EXPECT_NE(table.out.find(part), std::string::npos) << table.out;
  const auto data = boost::json::parse(confer({"procedures", "diff", "england", "rotherham", "--json"}).out).as_array();
  EXPECT_GT(data.size(), 10U);
  for (const auto& one : data) EXPECT_NE(one.at("left"), one.at("right"));
  EXPECT_EQ(confer({"procedures", "diff", "rotherham", "rotherham"}).out, "rotherham and rotherham do not differ.\n");
  refuses({"procedures", "diff", "rotherham", "atlantis"}, "There is no procedure called \"atlantis\".");
  EXPECT_EQ(confer({"procedures", "diff", "rotherham"}).exit_code, 2);
}

TEST_F(CommandLine, procedures_diff_keeps_its_columns_whatever_the_names) {
  std::istringstream lines(confer({"procedures", "diff", "england", "hips"}).out);
  std::set<std::size_t> columns;
  std::size_t rows = 0;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("list ")) columns.insert(line.find("  stands ")), ++rows;
  EXPECT_GT(rows, 5U);
  EXPECT_EQ(columns.size(), 1U);
}

TEST_F(CommandLine, procedures_diff_cuts_nothing_and_breaks_between_words) {
  const auto data = boost::json::parse(confer({"procedures", "diff", "england", "rotherham", "--json"}).out).as_array();
  const std::string table = confer({"procedures", "diff", "england", "rotherham"}).out;
  EXPECT_EQ(table.find("…"), std::string::npos);
  std::string longest;
  for (const auto& one : data)
    if (one.at("what") == "departs_from" && one.at("right").as_string().size() > longest.size()) longest = one.at("right").as_string();
  ASSERT_GT(longest.size(), 60U);
  std::istringstream words(longest);
  std::size_t at = 0;
  for (std::string word; words >> word; ++at) {
    at = table.find(word, at);
    ASSERT_NE(at, std::string::npos) << word;
  }
}

TEST_F(CommandLine, procedures_check_finds_nothing_wrong_with_those_shipped) {
  const Ran ran = confer({"procedures", "check"});
  EXPECT_EQ(ran.exit_code, 0) << ran.out;
  EXPECT_NE(ran.out.find("procedures load."), std::string::npos);
}

TEST_F(CommandLine, procedures_show_prints_one_for_reading) {
  const Ran text = confer({"procedures", "show", "rotherham"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_NE(text.out.find("Our procedure: Rotherham"), std::string::npos);
  EXPECT_NE(text.out.find("15 working days after"), std::string::npos);
  EXPECT_NE(confer({"procedures", "show", "rotherham", "--format", "html"}).out.find("id=\"limit-initial_conference\""), std::string::npos);
  const auto data = boost::json::parse(confer({"procedures", "show", "rotherham", "--json"}).out).as_object();
  EXPECT_EQ(data.at("id"), "rotherham");
  EXPECT_EQ(data.at("quorum").at(0).at("other_agencies"), 2);
  EXPECT_NE(confer({"procedures", "show", "rotherham", "--as-at", "2025-04-19"}).out.find("What things are called here"), std::string::npos);
  EXPECT_NE(confer({"procedures", "show", "rotherham", "--as-at", "soon"}).told.find("--as-at: "), std::string::npos);
  EXPECT_EQ(confer({"procedures", "show", "nowhere"}).exit_code, 1);
  EXPECT_EQ(confer({"procedures", "show", "rotherham", "--format", "stone"}).exit_code, 2);
}

TEST_F(CommandLine, procedures_check_tells_file_and_line_and_ends_with_one) {
  fs::copy(procedures_folder(), folder_ / "procedures", fs::copy_options::recursive);
  put("procedures/england/more.toml", "\n[[role]]\nid = \"clerk\"\ntitel = \"Clerk\"\nstanding = \"staff\"\n");
  const Ran ran = confer({"procedures", "check", (folder_ / "procedures").string()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.out.find("england/more.toml:4: \"titel\" is not known here."), std::string::npos) << ran.out;
  const auto data = boost::json::parse(confer({"procedures", "check", "--json", (folder_ / "procedures").string()}).out).as_array();
  ASSERT_FALSE(data.empty());
  EXPECT_EQ(data.front().at("kind"), "error");
  EXPECT_EQ(data.front().at("file"), "england/more.toml");
  EXPECT_EQ(data.front().at("line"), 2);
  EXPECT_EQ(data.front().at("message"), "\"title\" is missing here. Add it.");
  put("procedures/england/more.toml", "[[record]]\nid = \"n\"\ntitle = \"N\"\nabout = \"child\"\nclass = \"c\"\nmakers = [\"chair\"]\nneed = [{ predicate = \"sunny\", otherwise = \"No.\", source = \"hips\" }]\n");
  EXPECT_NE(confer({"procedures", "check", (folder_ / "procedures").string()}).out.find("england/more.toml:1: The record \"n\" needs \"sunny\", which is no predicate."), std::string::npos);
}

TEST_F(CommandLine, procedures_check_refuses_all_that_the_program_would_refuse_later) {
  fs::copy(procedures_folder(), folder_ / "procedures", fs::copy_options::recursive);
  const std::string line = "[[access]]\nid = \"more\"\nroles = [\"father\"]\nwithholds = true\nsource = \"york\"\nexamples = [\"S02\"]\n";
  const auto told = [&](const std::string& text) {
    put("procedures/local/york/more.toml", text);
    const Ran ran = confer({"procedures", "check", (folder_ / "procedures").string()});
    EXPECT_EQ(ran.exit_code, 1);
    const Ran used = confer({"--procedures", (folder_ / "procedures").string(), "procedures", "show", "york"});
    EXPECT_EQ(used.exit_code, 1) << "the same as where it is worked by";
    return ran.out;
  };
  const auto says = [](const std::string& all, std::string_view what) { return all.find(what) != std::string::npos; };
  std::string all = told(line + "relation = \"friend_of\"\nclasses = [\"plam\"]\nneeds = [\"luck\", \"invitd\"]\n");
  EXPECT_TRUE(says(all, "local/york/more.toml:1: There is no relation called \"friend_of\"")) << all;
  EXPECT_TRUE(says(all, "There is no class called \"plam\", so this line would never speak of anything. Mend the name. Did you mean \"plan\"?")) << all;
  EXPECT_TRUE(says(all, "There is no condition called \"luck\"") && says(all, "Did you mean \"invited\"?")) << all;
  all = told("[[record]]\nid = \"n\"\ntitle = \"N\"\nabout = \"child\"\nclass = \"identiy\"\nmakers = [\"chair\"]\n");
  EXPECT_TRUE(says(all, "local/york/more.toml:1: No access line opens the class \"identiy\", so nobody would ever see this. Mend the name, or add a line. Did you mean \"identity\"?")) << all;
}

TEST_F(CommandLine, procedures_check_of_a_folder_that_is_not_there_says_so_in_plain_words) {
  refuses({"procedures", "check", (folder_ / "none").string()}, "There is no folder " + (folder_ / "none").string() + ". Name the folder that holds your procedures");
}

TEST_F(CommandLine, procedures_check_of_no_folder_or_an_empty_one_ends_with_one) {
  EXPECT_EQ(confer({"procedures", "check", (folder_ / "none").string()}).exit_code, 1);
  EXPECT_EQ(confer({"procedures", "check", folder_.string()}).exit_code, 1);
  put("alone/one/procedure.toml", "id = \"one\ntitle = \"One\"\n");
  put("nameless/one/procedure.toml", "name = \"one\"\ntitle = \"One\"\n");
  EXPECT_NE(confer({"procedures", "check", (folder_ / "alone").string()}).out.find("one/procedure.toml:1: This line is not written as TOML"), std::string::npos);
  EXPECT_NE(confer({"procedures", "check", (folder_ / "nameless").string()}).out.find("one/procedure.toml:1: \"id\" is missing here."), std::string::npos);
  EXPECT_EQ(confer({"--procedures", folder_.string(), "due", "2025-12-08", "1 day"}).exit_code, 1);
}

}  // namespace
}  // namespace confer::for_tests
