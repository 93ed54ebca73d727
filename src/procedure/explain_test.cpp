#include <gtest/gtest.h>

#include "procedure/explain.h"
#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;

/// Every obligation of one time limit, explained; the file's entries are the family's and these.
std::string why(std::string_view rule, const std::vector<Entry>& entries, std::string_view as_at) {
  const CaseFile file = file_of(with(family(), entries));
  std::string out;
  for (const Obligation& one : obligations(file, rotherham(), day(as_at)))
    if (one.rule->id == rule) out += explanation(one, file, rotherham());
  return out;
}

const std::string leaving = " To leave it, consult the Safeguarding unit manager and record why.";

Entry discussed(std::string_view on) { return entry("s1", "strategy_discussion").about("amy").happened(on).answer("began_enquiry", true); }
MadeEntry decision(std::string_view at) { return entry("d1", "decision").about("amy").happened(at).answer("conference", "c1").answer("outcome", "plan"); }

TEST(Explain, working_days_name_the_bank_holidays_passed_over) {
  EXPECT_EQ(why("initial_conference", {discussed("2025-04-07")}, "2025-04-08"), "15 working days after the strategy discussion of 7 April; 18 and 21 April are bank holidays." + leaving);
  EXPECT_EQ(why("initial_conference", {discussed("2025-05-06")}, "2025-05-08"), "15 working days after the strategy discussion of 6 May; 26 May is a bank holiday." + leaving);
  EXPECT_EQ(why("initial_conference", {discussed("2025-12-15")}, "2025-12-16"), "15 working days after the strategy discussion of 15 December; 25, 26 December and 1 January are bank holidays." + leaving);
  EXPECT_EQ(why("initial_conference", {discussed("2025-06-02")}, "2025-06-02"), "15 working days after the strategy discussion of 2 June." + leaving);
}

TEST(Explain, who_may_let_a_limit_be_left_is_said_while_it_binds) {
  EXPECT_EQ(why("initial_conference", {discussed("2025-06-02"), decision("2025-06-19T14:40:00Z")}, "2025-06-20"), "15 working days after the strategy discussion of 2 June. Met by the decision of 19 June.");
  const CaseFile file = file_of(with(family(), {discussed("2025-06-02")}));
  EXPECT_EQ(explanation(obligations(file, rotherham(), day("2025-06-03")).front(), file, rotherham(), Language::welsh),
            "15 diwrnod gwaith ar ôl y cofnod “trafodaeth strategaeth”, 2 Mehefin. I’w adael, ymgynghorwch â’r rôl “Rheolwr yr uned ddiogelu” a chofnodwch pam.");
}

TEST(Explain, what_met_it_is_said_and_how_late) {
  EXPECT_EQ(why("initial_conference", {discussed("2025-06-02"), decision("2025-06-27T14:40:00Z")}, "2025-06-30"),
            "15 working days after the strategy discussion of 2 June. Met by the decision of 27 June; how late: 4 days, 4 working days.");
}

TEST(Explain, bank_holidays_are_named_in_welsh) {
  const CaseFile file = file_of(with(family(), {discussed("2025-04-07")}));
  const auto table = reasons(obligations(file, rotherham(), day("2025-04-08")).front(), file, rotherham(), Language::welsh);
  const auto skipped = std::find_if(table.begin(), table.end(), [](const Reason& one) { return one.key == "skipped"; });
  ASSERT_NE(skipped, table.end());
  EXPECT_NE(skipped->value.find("18 Ebrill: Dydd Gwener y Groglith"), std::string::npos) << skipped->value;
}

TEST(Explain, a_limit_on_a_day_that_is_not_worked_names_the_day_to_book) {
  EXPECT_EQ(why("first_review", {decision("2025-10-24T14:40:00Z")}, "2025-10-25"),
            "3 months after the decision of 24 October. Saturday 24 January 2026 is not a working day, so the latest day to book is Friday 23 January 2026.");
}

TEST(Explain, what_is_counted_from_a_copy_names_the_copy_and_no_conference_that_never_was) {
  const Entry copy = entry("m1", "copy_sent").about("amy").happened("2025-06-20").answer("conference", "c1").answer("document", "record").answer("person", "mum");
  EXPECT_EQ(why("corrections_to_record", {conference("c1", "initial", "2025-05-23T09:00:00Z", "amy"), decision("2025-05-23T14:40:00Z"), copy}, "2025-06-21"), "1 week after the copy of 20 June.");
}

TEST(Explain, a_decision_on_another_day_than_its_conference_is_named_itself) {
  const Entry called = conference("c1", "initial", "2025-05-22T09:00:00Z", "amy");
  EXPECT_EQ(why("record_sent", {called, decision("2025-05-23T14:40:00Z")}, "2025-05-24"), "20 working days after the decision of 23 May; 26 May is a bank holiday.");
}

/// Wales's procedure as it is shipped, loaded once.
const Procedure& wales() {
  static const Procedure made = Procedure::from(shipped("wales")).value();
  return made;
}

/// The only obligation of one time limit under Wales's procedure.
Obligation in_wales(std::string_view rule, const CaseFile& file, std::string_view as_at) {
  for (Obligation& one : obligations(file, wales(), day(as_at)))
    if (one.rule->id == rule) return std::move(one);
  ADD_FAILURE() << rule << " is not due";
  return {};
}

std::string told(const std::vector<Reason>& table, std::string_view key) {
  for (const Reason& one : table)
    if (one.key == key) return one.value;
  return {};
}

TEST(Explain, a_day_that_an_entry_names_within_it_is_called_by_its_own_words_and_is_not_the_entrys_day) {
  const CaseFile file = file_of(with(family(), {entry("t1", "transfer_notice").about("amy").happened("2026-03-05").answer("direction", "in").answer("permanent", "yes").answer("agreed_on", "2026-03-16")}));
  const Obligation one = in_wales("transfer_in_conference", file, "2026-03-20");
  ASSERT_NE(one.rule, nullptr);
  const std::string why = explanation(one, file, wales());
  EXPECT_EQ(why.find("15 working days after the agreement that the move is for good of 16 March"), 0U) << why;
  EXPECT_EQ(told(reasons(one, file, wales()), "counted_from"), "Agreement that the move is for good, Monday 16 March 2026 (Notice of a move between authorities)");
  EXPECT_NE(explanation(one, file, wales(), Language::welsh).find("cytundeb bod y symud yn barhaol"), std::string::npos);
}

TEST(Explain, what_is_wanted_sooner_because_somebody_meets_says_both_days_and_contradicts_neither) {
  const CaseFile file = file_of(with(family(), {conference("c1", "initial", "2026-05-29T09:00:00Z", "amy"),
                                                entry("d1", "decision").about("amy").happened("2026-05-29T14:40:00Z").answer("conference", "c1").answer("outcome", "plan").answer("core_group_meets", "2026-06-03")}));
  const Obligation one = in_wales("summary_and_outline_plan", file, "2026-05-30");
  ASSERT_NE(one.rule, nullptr);
  ASSERT_EQ(one.counted->limit, day("2026-06-03"));
  const std::string why = explanation(one, file, wales());
  EXPECT_EQ(why.find("By the first meeting of the core group of 3 June, because that comes sooner than Friday 5 June 2026, 5 working days after the conference of 29 May."), 0U) << why;
  EXPECT_EQ(told(reasons(one, file, wales()), "otherwise"), "Friday 5 June 2026");
}

TEST(Explain, a_day_that_was_looked_at_and_does_not_hold_is_told_in_the_table) {
  const CaseFile file = file_of(with(family(), {decision("2025-10-01T14:40:00Z"), entry("b1", "birth").about("amy").happened("2025-12-20").answer("born", "2025-12-20")}));
  for (const Obligation& one : obligations(file, rotherham(), day("2025-12-21"))) {
    if (one.rule->id != "first_review") continue;
    ASSERT_EQ(one.counted->limit, day("2026-01-01"));
    std::string all;
    for (const Beside& line : beside(one, file, rotherham())) all += line.reason.value + "\n";
    EXPECT_NE(all.find("1 month after the birth of 20 December would be Tuesday 20 January 2026. That does not hold, because the other day comes sooner."), std::string::npos) << all;
  }
}

TEST(Explain, counting_back_gives_the_stricter_reading_where_the_two_differ) {
  EXPECT_EQ(why("reports_to_unit", {conference("c1", "initial", "2025-04-29T09:00:00Z", "amy")}, "2025-04-10"),
            "2 days before the conference of 29 April. Sunday 27 April 2025 is not a working day; the last working day before it is Friday 25 April 2025. "
            "Counted in working days it would be Friday 25 April 2025.");
  EXPECT_EQ(why("reports_to_unit", {conference("c1", "initial", "2025-05-01T09:00:00Z", "amy")}, "2025-04-10"), "2 days before the conference of 1 May.");
}

TEST(Explain, where_no_number_was_published_it_says_so) {
  EXPECT_EQ(why("outline_plan_to_family", {decision("2025-04-29T14:40:00Z")}, "2025-04-30"), "As soon as possible, after the conference of 29 April. The procedure gives no number of days.");
}

TEST(Explain, beyond_the_calendar_it_says_what_is_wrong) {
  EXPECT_EQ(why("initial_conference", {discussed("2028-12-20")}, "2028-12-21").find("The bank holidays are known only from"), 0U);
}

TEST(Explain, the_printed_obligation_has_every_member_that_others_rely_on) {
  const CaseFile file = file_of(with(family(), {discussed("2025-04-07"), conference("c1", "initial", "2025-04-29T09:00:00Z", "amy"), decision("2025-04-29T14:00:00Z")}));
  const auto all = obligations(file, rotherham(), day("2025-04-29"));
  const auto found = std::find_if(all.begin(), all.end(), [](const Obligation& one) { return one.rule->id == "initial_conference"; });
  ASSERT_NE(found, all.end());
  const json::object out = write_obligation(*found, file, rotherham());
  EXPECT_EQ(out.at("what"), "Initial child protection conference");
  EXPECT_EQ(out.at("about"), list({"amy"}));
  EXPECT_EQ(out.at("limit"), "2025-04-30");
  EXPECT_EQ(out.at("latest_bookable"), "2025-04-30");
  EXPECT_EQ(out.at("anchor"), "s1");
  EXPECT_EQ(out.at("counted"), "15 working days");
  EXPECT_EQ(out.at("skipped").as_array().size(), 8U);
  EXPECT_EQ(out.at("skipped").as_array().at(2), (json::object{{"day", "2025-04-18"}, {"why", "Good Friday"}}));
  EXPECT_EQ(out.at("rule"), "initial_conference");
  EXPECT_EQ(out.at("source"), "rotherham");
  EXPECT_EQ(out.at("owner"), "social_worker");
  EXPECT_EQ(out.at("met_by"), "d1");
  EXPECT_EQ(out.at("met_on"), "2025-04-29");
  EXPECT_EQ(out.at("planned_on"), "2025-04-29");
  EXPECT_EQ(out.at("state"), "met");
}

TEST(Explain, what_is_not_met_or_not_counted_is_printed_as_null) {
  const CaseFile file = file_of(with(family(), {decision("2025-04-29T14:00:00Z")}));
  for (const Obligation& one : obligations(file, rotherham(), day("2025-04-29"))) {
    const json::object out = write_obligation(one, file, rotherham());
    EXPECT_TRUE(out.at("met_by").is_null());
    EXPECT_TRUE(out.at("met_on").is_null());
    EXPECT_EQ(out.at("limit").is_null(), !one.counted) << one.rule->id;
    EXPECT_EQ(out.at("counted").is_null(), !one.rule->limit) << one.rule->id;
  }
}

}  // namespace
}  // namespace confer
