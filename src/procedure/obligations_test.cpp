#include "procedure/explain.h"

#include <gtest/gtest.h>

#include <random>

#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;
using State = Obligation::State;

template <class... Children>
MadeEntry strategy_discussion(std::string_view id, std::string_view on, const Children&... children) {
  return entry(id, "strategy_discussion").about(children...).happened(on).answer("began_enquiry", true);
}

MadeEntry decision(std::string_view id, std::string_view child, std::string_view at, std::string_view outcome = "plan", std::string_view conference_id = "c1") {
  return entry(id, "decision").about(child).happened(at).answer("conference", conference_id).answer("outcome", outcome);
}

MadeEntry enquiry(std::string_view id, std::string_view on, std::string_view outcome) {
  return entry(id, "section_47_enquiry").about("amy").happened(on).answer("outcome", outcome);
}

MadeEntry review(std::string_view id, std::string_view on, std::string_view outcome = "continues") {
  return entry(id, "review").about("amy").happened(on).answer("outcome", outcome);
}

MadeEntry invited(std::string_view id, std::string_view who, std::string_view as = "practitioner", bool report = true) {
  return entry(id, "invitation").about("amy", "ben").answer("conference", "c1").answer("person", who).answer("as", as).answer("report_wanted", report);
}

MadeEntry sent(std::string_view id, std::string_view who, std::string_view on, std::string_view document = "outline_plan") {
  return entry(id, "copy_sent").about("amy", "ben").happened(on).answer("conference", "c1").answer("person", who).answer("document", document);
}

std::vector<Obligation> all(const std::vector<Entry>& entries, std::string_view as_at) {
  return obligations(file_of(with(family(), entries)), rotherham(), day(as_at));
}

/// Those of one time limit.
std::vector<Obligation> of(std::string_view rule, const std::vector<Entry>& entries, std::string_view as_at) {
  auto found = all(entries, as_at);
  std::erase_if(found, [&](const Obligation& one) { return one.rule->id != rule; });
  return found;
}

/// The only one of a time limit.
Obligation the(std::string_view rule, const std::vector<Entry>& entries, std::string_view as_at) {
  const auto found = of(rule, entries, as_at);
  EXPECT_EQ(found.size(), 1U) << rule;
  return found.empty() ? Obligation{} : found.front();
}

std::string limit(const Obligation& one) { return one.counted ? one.counted->limit.iso() : "none"; }

bool rests_on(const Obligation& one, std::string_view id) { return std::find(one.rests_on.begin(), one.rests_on.end(), EntryId{std::string(id)}) != one.rests_on.end(); }

const Entry began = strategy_discussion("s1", "2025-04-07", "amy");

TEST(Obligations, an_empty_file_owes_nothing) {
  EXPECT_TRUE(obligations(CaseFile{}, rotherham(), day("2025-04-07")).empty());
  EXPECT_TRUE(all({}, "2025-04-07").empty());
}

TEST(Obligations, a_strategy_discussion_that_begins_an_enquiry_starts_the_clock) {
  const Obligation due = the("initial_conference", {began}, "2025-04-07");
  EXPECT_EQ(due.state, State::due);
  EXPECT_EQ(limit(due), "2025-04-30");
  EXPECT_EQ(due.anchor.value, "s1");
  EXPECT_EQ(due.counted_from, day("2025-04-07"));
  EXPECT_EQ(due.rule->departure_by, "safeguarding_unit_manager");
}

TEST(Obligations, what_is_answered_by_name_has_a_clock_of_its_own_although_another_still_runs) {
  const auto overriding = [](std::string_view id, std::string_view at) { return MadeEntry(decision(id, "amy", at)).answer("overrides_majority", true); };
  const Entry first = overriding("d1", "2025-04-28T10:00:00Z"), second = overriding("d2", "2025-04-28T16:00:00Z");
  const Entry looked_at = entry("o2", "veto_oversight").about("amy").happened("2025-04-29T09:00:00Z").answer("decision", "d2");
  const auto found = of("oversight_of_override", {first, second, looked_at}, "2025-04-30");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].anchor.value, "d1");
  EXPECT_EQ(found[0].state, State::overdue);
  EXPECT_EQ(found[1].anchor.value, "d2");
  EXPECT_EQ(found[1].met_by.value, "o2");
}

TEST(Obligations, one_that_begins_no_enquiry_starts_none) {
  EXPECT_TRUE(all({MadeEntry(strategy_discussion("s1", "2025-04-07", "amy")).answer("began_enquiry", false)}, "2025-04-30").empty());
}

TEST(Obligations, it_is_due_on_its_last_day_and_overdue_the_day_after) {
  EXPECT_EQ(the("initial_conference", {began}, "2025-04-30").state, State::due);
  EXPECT_EQ(the("initial_conference", {began}, "2025-05-01").state, State::overdue);
}

TEST(Obligations, before_it_happened_nothing_was_due) { EXPECT_TRUE(all({began}, "2025-04-06").empty()); }

TEST(Obligations, as_at_a_day_before_the_decision_it_is_due_and_after_it_met) {
  const std::vector<Entry> entries = {began, decision("d1", "amy", "2025-04-29T15:00:00Z")};
  EXPECT_EQ(the("initial_conference", entries, "2025-04-28").state, State::due);
  const Obligation met = the("initial_conference", entries, "2025-04-29");
  EXPECT_EQ(met.state, State::met);
  EXPECT_EQ(met.met_by.value, "d1");
  EXPECT_EQ(met.met_on, day("2025-04-29"));
  EXPECT_TRUE(rests_on(met, "s1") && rests_on(met, "d1"));
}

TEST(Obligations, met_after_its_limit_it_is_met_late) {
  EXPECT_EQ(the("initial_conference", {began, decision("d1", "amy", "2025-04-30T15:00:00Z")}, "2025-06-01").state, State::met);
  EXPECT_EQ(the("initial_conference", {began, decision("d1", "amy", "2025-05-01T08:00:00Z")}, "2025-06-01").state, State::met_late);
}

TEST(Obligations, a_decision_for_another_child_meets_nothing) {
  EXPECT_EQ(the("initial_conference", {began, decision("d1", "ben", "2025-04-29T15:00:00Z")}, "2025-04-29").state, State::due);
}

TEST(Obligations, a_second_strategy_discussion_does_not_put_off_the_conference) {
  const Obligation due = the("initial_conference", {began, strategy_discussion("s2", "2025-04-24", "amy")}, "2025-04-30");
  EXPECT_EQ(due.anchor.value, "s1");
  EXPECT_EQ(limit(due), "2025-04-30");
}

TEST(Obligations, of_two_put_on_file_in_the_wrong_order_the_earlier_starts_the_clock) {
  EXPECT_EQ(the("initial_conference", {strategy_discussion("s2", "2025-04-24", "amy"), began}, "2025-04-30").anchor.value, "s1");
}

TEST(Obligations, a_new_enquiry_after_the_conference_starts_a_new_clock) {
  const auto both = of("initial_conference", {began, decision("d1", "amy", "2025-04-29T15:00:00Z", "no_plan"), strategy_discussion("s2", "2025-06-02", "amy")}, "2025-06-03");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].state, State::due);
  EXPECT_EQ(both[0].anchor.value, "s2");
  EXPECT_EQ(both[1].state, State::met);
}

TEST(Obligations, an_enquiry_that_calls_for_no_conference_ends_it_without_blame) {
  const std::vector<Entry> entries = {began, enquiry("q1", "2025-04-20", "no_conference")};
  EXPECT_EQ(the("initial_conference", entries, "2025-04-19").state, State::due);
  const Obligation lapsed = the("initial_conference", entries, "2025-06-01");
  EXPECT_EQ(lapsed.state, State::lapsed);
  EXPECT_EQ(lapsed.lapsed_on, day("2025-04-20"));
  EXPECT_FALSE(lapsed.met_on);
  EXPECT_TRUE(rests_on(lapsed, "q1"));
  EXPECT_EQ(the("initial_conference", {began, enquiry("q1", "2025-04-20", "conference")}, "2025-06-01").state, State::overdue);
}

TEST(Obligations, an_enquiry_that_ended_before_the_discussion_ends_nothing) {
  EXPECT_EQ(the("initial_conference", {enquiry("q0", "2025-03-20", "no_conference"), began}, "2025-04-08").state, State::due);
}

TEST(Obligations, a_conference_held_before_the_enquiry_ended_without_one_stays_met) {
  EXPECT_EQ(the("initial_conference", {began, decision("d1", "amy", "2025-04-15T15:00:00Z"), enquiry("q1", "2025-04-20", "no_conference")}, "2025-06-01").state, State::met);
}

TEST(Obligations, two_discussions_before_an_enquiry_without_a_conference_are_one_clock_that_lapsed) {
  EXPECT_EQ(the("initial_conference", {began, strategy_discussion("s2", "2025-04-10", "amy"), enquiry("q1", "2025-04-20", "no_conference")}, "2025-06-01").state, State::lapsed);
}

TEST(Obligations, a_new_enquiry_after_one_that_lapsed_starts_a_new_clock) {
  const auto both = of("initial_conference", {began, enquiry("q1", "2025-04-20", "no_conference"), strategy_discussion("s2", "2025-06-02", "amy")}, "2025-06-03");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].anchor.value, "s2");
  EXPECT_EQ(both[1].state, State::lapsed);
}

TEST(Obligations, a_corrected_strategy_discussion_moves_the_limit) {
  const std::vector<Entry> entries = {began, MadeEntry(strategy_discussion("s1b", "2025-04-08", "amy")).corrects("s1")};
  const Obligation due = the("initial_conference", entries, "2025-04-10");
  EXPECT_EQ(due.anchor.value, "s1b");
  EXPECT_EQ(limit(due), "2025-05-01");
}

TEST(Obligations, beyond_the_calendar_the_limit_is_unknown_and_says_why) {
  const Obligation due = the("initial_conference", {strategy_discussion("s1", "2028-12-20", "amy")}, "2028-12-21");
  EXPECT_FALSE(due.counted);
  ASSERT_TRUE(due.unknown);
  EXPECT_NE(due.unknown->find("bank holidays"), std::string::npos);
}

TEST(Obligations, siblings_whose_clock_is_the_same_are_told_together) {
  const Obligation due = the("initial_conference", {strategy_discussion("s1", "2025-04-07", "amy", "ben", "cai")}, "2025-04-08");
  EXPECT_EQ(due.about, (std::vector<PersonId>{{"amy"}, {"ben"}, {"cai"}}));
}

TEST(Obligations, siblings_part_when_one_is_decided_for_and_the_other_is_not) {
  const auto both = of("initial_conference", {strategy_discussion("s1", "2025-04-07", "amy", "ben"), decision("d1", "amy", "2025-04-29T15:00:00Z")}, "2025-04-29");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].about, std::vector<PersonId>{{"ben"}});
  EXPECT_EQ(both[1].about, std::vector<PersonId>{{"amy"}});
  EXPECT_FALSE(rests_on(both[0], "d1"));
}

TEST(Obligations, a_conference_called_plans_it_and_one_called_anew_takes_its_place) {
  const Entry first = conference("c1", "initial", "2025-04-28T09:00:00Z", "amy");
  EXPECT_EQ(the("initial_conference", {began, first}, "2025-04-10").planned_on, day("2025-04-28"));
  const Obligation again = the("initial_conference", {began, first, conference("c2", "initial", "2025-05-06T09:00:00Z", "amy")}, "2025-04-29");
  EXPECT_EQ(again.planned_on, day("2025-05-06"));
  EXPECT_EQ(again.planned_by.value, "c2");
  EXPECT_TRUE(rests_on(again, "c2"));
  EXPECT_FALSE(the("initial_conference", {began, conference("c1", "review", "2025-04-28T09:00:00Z", "amy")}, "2025-04-10").planned_on);
}

TEST(Obligations, a_conference_of_a_later_enquiry_does_not_plan_what_is_met) {
  const std::vector<Entry> entries = {began, conference("c1", "initial", "2025-04-29T09:00:00Z", "amy"), decision("d1", "amy", "2025-04-29T10:00:00Z", "no_plan"),
                                      conference("c2", "initial", "2025-06-20T09:00:00Z", "amy")};
  EXPECT_EQ(the("initial_conference", entries, "2025-06-03").planned_on, day("2025-04-29"));
}

TEST(Obligations, the_first_review_is_counted_from_the_decision_and_the_next_from_the_review_held) {
  const std::vector<Entry> entries = {decision("d1", "amy", "2025-04-29T15:00:00Z").answer("review_on", "2025-07-28"), review("r1", "2025-07-24")};
  const Obligation due = the("first_review", entries, "2025-07-01");
  EXPECT_EQ(limit(due), "2025-07-29");
  EXPECT_EQ(due.planned_on, day("2025-07-28"));
  EXPECT_TRUE(of("next_review", entries, "2025-07-01").empty());
  EXPECT_EQ(the("first_review", entries, "2025-08-01").state, State::met);
  const Obligation next = the("next_review", entries, "2025-08-01");
  EXPECT_EQ(limit(next), "2026-01-24") << "from the review actually held, not from when it was due";
  EXPECT_EQ(next.counted->latest_bookable, day("2026-01-23"));
}

TEST(Obligations, each_review_starts_the_next_and_the_end_of_the_plan_ends_the_waiting) {
  std::vector<Entry> entries = {decision("d1", "amy", "2025-04-29T15:00:00Z"), review("r1", "2025-07-24"), review("r2", "2026-01-20")};
  const auto both = of("next_review", entries, "2026-02-01");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(limit(both[0]), "2026-07-20");
  EXPECT_EQ(both[1].state, State::met);
  entries.push_back(entry("x1", "plan_ended").about("amy").happened("2026-03-02"));
  EXPECT_EQ(of("next_review", entries, "2026-04-01").back().state, State::lapsed);
}

TEST(Obligations, no_plan_no_review) { EXPECT_TRUE(of("first_review", {decision("d1", "amy", "2025-04-29T15:00:00Z", "no_plan")}, "2025-05-01").empty()); }

TEST(Obligations, oversight_of_an_override_is_due_by_the_clock_not_by_the_day) {
  const Entry override_made = decision("d1", "amy", "2025-10-24T14:40:00Z").answer("overrides_majority", true);
  const auto oversight = [](const char* at) { return Entry(entry("o1", "veto_oversight").about("amy").happened(at).answer("decision", "d1")); };
  const Obligation due = the("oversight_of_override", {override_made}, "2025-10-24");
  EXPECT_EQ(due.counted->limit_at, moment("2025-10-25T14:40:00Z"));
  EXPECT_EQ(the("oversight_of_override", {override_made, oversight("2025-10-25T14:40:00Z")}, "2025-10-27").state, State::met);
  EXPECT_EQ(the("oversight_of_override", {override_made, oversight("2025-10-25T14:40:01Z")}, "2025-10-27").state, State::met_late);
  EXPECT_EQ(the("oversight_of_override", {override_made}, "2025-10-26").state, State::overdue);
  EXPECT_TRUE(of("oversight_of_override", {decision("d1", "amy", "2025-10-24T14:40:00Z")}, "2025-10-26").empty());
}

TEST(Obligations, oversight_of_another_decision_does_not_meet_it_but_of_a_corrected_one_does) {
  const Entry first = decision("d1", "amy", "2025-10-24T14:40:00Z").answer("overrides_majority", true);
  const Entry mended = MadeEntry(decision("d1b", "amy", "2025-10-24T14:40:00Z")).answer("overrides_majority", true).corrects("d1");
  const auto oversight = [](const char* of_what) { return Entry(entry("o1", "veto_oversight").about("amy").happened("2025-10-25T09:00:00Z").answer("decision", of_what)); };
  EXPECT_EQ(the("oversight_of_override", {first, decision("d9", "amy", "2025-10-24T09:00:00Z", "no_plan", "c9"), oversight("d9")}, "2025-10-25").state, State::due);
  EXPECT_EQ(the("oversight_of_override", {first, oversight("d1"), mended}, "2025-10-25").state, State::met);
}

TEST(Obligations, what_is_due_before_a_conference_ends_for_those_children_for_whom_it_is_put_off) {
  const Entry called = conference("c1", "initial", "2025-04-29T09:00:00Z", "amy", "ben"), put_off = entry("x1", "adjournment").about("ben").happened("2025-04-22").answer("conference", "c1");
  const auto both = of("reports_to_unit", {called, put_off}, "2025-04-28");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].about, std::vector<PersonId>{{"amy"}});
  EXPECT_EQ(both[0].state, State::overdue);
  EXPECT_FALSE(rests_on(both[0], "x1"));
  EXPECT_EQ(both[1].about, std::vector<PersonId>{{"ben"}});
  EXPECT_EQ(both[1].state, State::lapsed);
  EXPECT_EQ(both[1].lapsed_on, day("2025-04-22"));
}

TEST(Obligations, what_is_due_before_a_conference_ends_when_it_has_decided_for_any_child_or_nothing_is_left_to_confer_about) {
  const Entry called = conference("c1", "initial", "2025-04-29T09:00:00Z", "amy", "ben");
  EXPECT_EQ(of("reports_to_family", {called, decision("d1", "ben", "2025-04-29T15:00:00Z")}, "2025-06-30").front().state, State::lapsed) << "held for Amy too";
  EXPECT_EQ(of("reports_to_family", {called, decision("d1", "ben", "2025-04-29T15:00:00Z", "plan", "c9")}, "2025-06-30").front().state, State::overdue);
  EXPECT_EQ(of("reports_to_family", {called, enquiry("q1", "2025-04-20", "no_conference")}, "2025-06-30").back().state, State::lapsed);
  EXPECT_EQ(of("reports_to_family", {called, decision("d1", "amy", "2025-05-20T15:00:00Z", "plan", "c9")}, "2025-06-30").back().state, State::lapsed) << "decided elsewhere since";
}

TEST(Obligations, a_plan_that_ended_before_a_conference_was_called_ends_nothing_before_it) {
  const Entry called = MadeEntry(conference("c1", "initial", "2025-04-29T09:00:00Z", "amy")).recorded("2025-04-10T09:00:00Z");
  EXPECT_EQ(the("reports_to_unit", {entry("x1", "plan_ended").about("amy").happened("2025-04-09"), called}, "2025-04-30").state, State::overdue);
  EXPECT_EQ(the("reports_to_unit", {called, entry("x1", "plan_ended").about("amy").happened("2025-04-11")}, "2025-04-30").state, State::lapsed);
}

TEST(Obligations, each_readers_week_begins_with_their_own_copy_and_closes_without_being_late) {
  const auto corrects = [](const char* who, const char* on) { return Entry(entry("k1", "correction_asked").about("amy").happened(on).answer("conference", "c1").answer("person", who)); };
  const std::vector<Entry> copies = {sent("m1", "mum", "2025-05-06", "record"), sent("m2", "hana", "2025-05-06", "record"), sent("m3", "dora", "2025-05-13", "record")};
  const auto two = of("corrections_to_record", copies, "2025-05-14");
  ASSERT_EQ(two.size(), 2U) << "those whose week is the same are told together";
  EXPECT_EQ(limit(two[0]), "2025-05-20");
  EXPECT_EQ(two[0].state, State::due);
  EXPECT_EQ(two[1].state, State::lapsed);
  EXPECT_TRUE(rests_on(two[1], "m1") && rests_on(two[1], "m2"));
  const auto fourth_day = of("corrections_to_record", with(copies, {corrects("dora", "2025-05-17")}), "2025-05-30");
  ASSERT_EQ(fourth_day.size(), 2U);
  EXPECT_EQ(fourth_day[0].state, State::met);
  EXPECT_EQ(fourth_day[1].state, State::lapsed);
  for (const Obligation& one : of("corrections_to_record", with(copies, {corrects("mum", "2025-05-17")}), "2025-05-30")) EXPECT_EQ(one.state, State::lapsed) << "never late";
}

TEST(Obligations, a_limit_of_the_conference_is_one_for_all_its_children) {
  const Obligation due = the("record_sent", {decision("d1", "amy", "2025-04-29T15:00:00Z"), decision("d2", "ben", "2025-04-29T15:20:00Z")}, "2025-04-29");
  EXPECT_EQ(due.about, (std::vector<PersonId>{{"amy"}, {"ben"}}));
  EXPECT_EQ(due.conference.value, "c1");
  EXPECT_EQ(limit(due), "2025-05-29");
  EXPECT_TRUE(rests_on(due, "d1") && rests_on(due, "d2"));
  EXPECT_EQ(of("record_sent", {decision("d1", "amy", "2025-04-29T15:00:00Z"), decision("d2", "ben", "2025-04-29T15:20:00Z", "plan", "c2")}, "2025-04-29").size(), 2U);
}

TEST(Obligations, decisions_that_name_no_conference_are_not_thrown_together) {
  EXPECT_EQ(of("record_sent", {decision("d1", "amy", "2025-04-29T15:00:00Z", "plan", ""), decision("d2", "ben", "2025-06-29T15:20:00Z", "plan", "")}, "2025-07-01").size(), 2U);
}

TEST(Obligations, a_limit_of_the_conference_needs_each_invited_practitioner) {
  std::vector<Entry> entries = {invited("v1", "hana"), invited("v2", "dora"), invited("v3", "mum", "family"), decision("d1", "amy", "2025-04-29T15:00:00Z"), sent("o1", "hana", "2025-04-30")};
  EXPECT_EQ(the("outline_plan_to_practitioners", entries, "2025-04-30").state, State::due);
  entries.push_back(sent("o2", "mum", "2025-04-30"));
  EXPECT_EQ(the("outline_plan_to_practitioners", entries, "2025-04-30").state, State::due);
  entries.push_back(sent("o3", "dora", "2025-05-02"));
  const Obligation met = the("outline_plan_to_practitioners", entries, "2025-05-02");
  EXPECT_EQ(met.state, State::met_late) << "the last copy counts";
  EXPECT_EQ(met.met_by.value, "o3");
  EXPECT_EQ(the("outline_plan_to_practitioners", entries, "2025-05-01").state, State::overdue);
}

TEST(Obligations, another_document_or_conference_does_not_count_as_sent) {
  const std::vector<Entry> entries = {invited("v1", "hana"), decision("d1", "amy", "2025-04-29T15:00:00Z"), sent("o1", "hana", "2025-04-30", "record"),
                                      MadeEntry(sent("o2", "hana", "2025-04-30")).answer("conference", "c2")};
  EXPECT_EQ(the("outline_plan_to_practitioners", entries, "2025-04-30").state, State::due);
}

TEST(Obligations, reports_are_counted_back_from_the_conference_with_the_stricter_reading_beside) {
  const Entry called = conference("c1", "initial", "2025-04-29T09:00:00Z", "amy");
  const auto report = [](const char* id, const char* by, const char* on, const char* role = "health_visitor") {
    Entry made = entry(id, "report").about("amy").happened(on).by(by).answer("conference", "c1");
    made.role = role;
    return made;
  };
  const Entry hana = invited("v1", "hana"), dora = invited("v2", "dora"), dora_unasked = invited("v2", "dora", "practitioner", false), own = report("w0", "sal", "2025-04-22", "social_worker");
  const Obligation due = the("reports_to_unit", {called, hana, dora}, "2025-04-10");
  EXPECT_EQ(limit(due), "2025-04-27");
  EXPECT_EQ(due.strict->limit, day("2025-04-25"));
  EXPECT_EQ(due.state, State::due);
  EXPECT_EQ(the("reports_to_unit", {called, hana, dora, own, report("w1", "hana", "2025-04-24")}, "2025-04-28").state, State::overdue);
  EXPECT_EQ(the("reports_to_unit", {called, hana, dora, own, report("w1", "hana", "2025-04-24"), report("w2", "dora", "2025-04-27")}, "2025-04-28").state, State::met);
  EXPECT_EQ(the("reports_to_unit", {called, hana, dora_unasked, own, report("w1", "hana", "2025-04-28")}, "2025-04-28").state, State::met_late);
  EXPECT_EQ(the("reports_to_unit", {called, hana, report("w1", "hana", "2025-04-24")}, "2025-04-28").state, State::overdue) << "the social worker always reports";
}

TEST(Obligations, reports_are_shared_when_each_that_was_handed_in_is_but_for_one_that_is_kept_back) {
  const Entry called = conference("c1", "initial", "2025-04-29T09:00:00Z", "amy");
  const auto report = [](const char* id) { return entry(id, "report").about("amy").happened("2025-04-20").answer("conference", "c1"); };
  const auto shared = [](const char* id, const char* which, const char* on) { return Entry(entry(id, "report_shared").about("amy").happened(on).answer("conference", "c1").answer("report", which).answer("person", "mum")); };
  const Entry first = report("w1"), second = report("w2"), second_kept_back = report("w2").answer("kept_back", true), second_begun = report("w2").answer("finished", false);
  const Entry shared_first = shared("s1", "w1", "2025-04-24"), shared_second = shared("s2", "w2", "2025-04-25");
  EXPECT_EQ(the("reports_to_family", {called, first, second, shared_first}, "2025-04-28").state, State::overdue);
  EXPECT_EQ(the("reports_to_family", {called, first, second, shared_first, shared_second}, "2025-04-28").met_on, day("2025-04-25"));
  EXPECT_EQ(the("reports_to_family", {called, first, second_kept_back, shared_first}, "2025-04-28").met_on, day("2025-04-24"));
  EXPECT_EQ(the("reports_to_family", {called, first, second_begun, shared_first}, "2025-04-28").met_on, day("2025-04-24"));
  EXPECT_EQ(the("reports_to_family", {called, second_kept_back}, "2025-04-28").state, State::overdue) << "nothing was shared at all";
}

TEST(Obligations, a_window_that_has_passed_is_closed_and_nobody_is_late) {
  const std::vector<Entry> entries = {invited("v1", "mum", "family"), decision("d1", "amy", "2025-04-29T15:00:00Z"), sent("o1", "mum", "2025-05-06", "record")};
  const Obligation open = the("corrections_to_record", entries, "2025-05-13");
  EXPECT_EQ(limit(open), "2025-05-13");
  EXPECT_EQ(open.state, State::due);
  EXPECT_EQ(the("corrections_to_record", entries, "2025-05-14").state, State::lapsed);
}

TEST(Obligations, a_limit_without_a_number_is_open_and_never_overdue) {
  const Obligation open = the("outline_plan_to_family", {invited("v1", "mum", "family"), decision("d1", "amy", "2025-04-29T15:00:00Z")}, "2027-01-01");
  EXPECT_EQ(open.state, State::open);
  EXPECT_FALSE(open.counted);
}

TEST(Obligations, what_is_late_stands_first_then_what_is_due_by_its_limit) {
  const auto found = all({strategy_discussion("s1", "2025-04-07", "amy"), strategy_discussion("s2", "2025-06-10", "ben"), strategy_discussion("s3", "2025-06-02", "cai")}, "2025-06-11");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].anchor.value, "s1");
  EXPECT_EQ(found[1].anchor.value, "s3");
  EXPECT_EQ(found[2].anchor.value, "s2");
}

TEST(Obligations, a_limit_that_is_only_for_some_children_is_passed_over_for_the_rest) {
  Described described = shipped("rotherham");
  for (TimeLimit& one : described.time_limits)
    if (one.id == "initial_conference") one.only_for = {{Condition::Kind::answered, {}, "expected", {}, {}}};
  const Procedure procedure = Procedure::from(std::move(described)).value();
  const CaseFile file = file_of({person("amy", "child"), person("baby", "child").answer("expected", "2025-12-12"), strategy_discussion("s1", "2025-09-08", "amy", "baby")});
  const auto found = obligations(file, procedure, day("2025-09-08"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].about, std::vector<PersonId>{{"baby"}});
}

TEST(Obligations, a_limit_for_children_over_an_age_looks_at_the_age_on_the_day_that_it_is_counted_from) {
  Described described = shipped("rotherham");
  for (TimeLimit& one : described.time_limits)
    if (one.id == "initial_conference") one.over_age = 8;
  const Procedure procedure = Procedure::from(std::move(described)).value();
  const auto concerned = [&](const Entry& child) { return !obligations(file_of({child, strategy_discussion("s1", "2025-09-08", "amy")}), procedure, day("2025-09-08")).empty(); };
  EXPECT_TRUE(concerned(person("amy", "child").answer("born", "2016-09-08"))) << "nine that day";
  EXPECT_FALSE(concerned(person("amy", "child").answer("born", "2016-09-09"))) << "nine the day after";
  EXPECT_TRUE(concerned(person("amy", "child"))) << "nobody knows how old";
  EXPECT_FALSE(concerned(person("amy", "child").answer("expected", "2025-12-12"))) << "not yet born";
}

TEST(Obligations, an_adult_once_taken_for_a_child_is_owed_nothing) {
  const Entry mended = entry("p9", "person").about("amy").corrects("p-amy").answer("name", "A").answer("kind", "adult");
  EXPECT_TRUE(of("initial_conference", {began, mended}, "2025-04-10").empty());
}

TEST(Obligations, every_state_has_a_name_of_its_own) {
  EXPECT_EQ(name(State::met), "met");
  EXPECT_EQ(name(State::met_late), "met_late");
  EXPECT_EQ(name(State::due), "due");
  EXPECT_EQ(name(State::overdue), "overdue");
  EXPECT_EQ(name(State::lapsed), "lapsed");
  EXPECT_EQ(name(State::open), "open");
}

/// Entries drawn from a fixed seed, plausible one by one and thrown together without order.
std::vector<Entry> thrown_together(std::mt19937& lot) {
  constexpr std::array children = {"amy", "ben", "cai"};
  const auto pick = [&](unsigned below) { return lot() % below; };
  std::vector<Entry> entries = family();
  for (unsigned i = 0; i < 14; ++i) {
    const std::string id = "x" + std::to_string(i), on = day("2025-03-01").plus_days(static_cast<int>(pick(300))).iso(), at = on + "T10:00:00Z";
    const char* child = children[pick(3)];
    std::vector<MadeEntry> kinds = {strategy_discussion(id, on, child), decision(id, child, at, pick(2) ? "plan" : "no_plan", pick(2) ? "c1" : "c2").answer("review_on", on),
                                    MadeEntry(enquiry(id, on, pick(2) ? "conference" : "no_conference")), review(id, on, pick(2) ? "continues" : "ends"),
                                    conference(pick(2) ? "c1" : id, pick(2) ? "initial" : "review", at, child, "amy").recorded("2025-03-01T09:00:00Z"),
                                    entry(id, "plan_ended").about(child).happened(on), invited(id, "hana"), sent(id, "hana", on)};
    MadeEntry made = kinds[pick(static_cast<unsigned>(kinds.size()))];
    if (pick(5) == 0) made.corrects("x" + std::to_string(pick(14)));
    const Entry one = made;
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const Entry& other) { return other.id == one.id; });
    if (!known) entries.push_back(one);
  }
  return entries;
}

TEST(Obligations, whatever_is_on_file_none_rests_on_what_is_not_there_was_corrected_or_had_not_happened) {
  std::mt19937 lot(20250407);
  for (int round = 0; round < 300; ++round) {
    const CaseFile file = file_of(thrown_together(lot));
    for (const char* on : {"2025-04-01", "2025-06-15", "2025-11-30"}) {
      for (const Obligation& one : obligations(file, rotherham(), day(on))) {
        ASSERT_FALSE(one.about.empty());
        ASSERT_FALSE(one.rests_on.empty());
        for (const EntryId& id : one.rests_on) {
          const Entry* entry_on_file = file.find(id);
          ASSERT_NE(entry_on_file, nullptr) << "round " << round << " " << id.value;
          ASSERT_EQ(file.current(id), entry_on_file) << "round " << round << " " << id.value;
          ASSERT_LE(entry_on_file->happened_on().value_or(Date::first()), day(on)) << "round " << round << " " << one.rule->id;
        }
        ASSERT_TRUE(!one.met_on || *one.met_on <= day(on));
        ASSERT_EQ(one.met_on.has_value(), one.state == State::met || one.state == State::met_late);
        ASSERT_EQ(one.lapsed_on.has_value(), one.state == State::lapsed);
        ASSERT_EQ(one.planned_on.has_value(), !one.planned_by.empty());
        ASSERT_FALSE(explanation(one, file, rotherham()).empty());
      }
    }
  }
}

}  // namespace
}  // namespace confer
