#include "procedure/quorum.h"

#include <gtest/gtest.h>

#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;
using State = QuorumFinding::State;
using Agencies = std::vector<std::string>;

/// The family, its conference, and who works with whom: a school that knows only Amy, a health visitor and the police who know all.
std::vector<Entry> called() {
  return with(family(), {conference("c1", "initial", "2025-04-29T09:00:00Z", "amy", "ben", "cai"), works_with("sam", "childrens_social_care", "amy", "ben", "cai"),
                         works_with("hana", "health", "amy", "cai"), works_with("dora", "school", "amy"), works_with("paul", "police", "amy", "cai")});
}

QuorumFinding finding(const std::vector<Entry>& more, std::string_view child = "amy", const Procedure& procedure = rotherham()) {
  return quorum(file_of(with(called(), more)), procedure, EntryId{"c1"}, PersonId{std::string(child)});
}

const std::vector<Entry> everyone = {attends("a1", "sam", "c1", "amy", "ben", "cai"), attends("a2", "hana", "c1", "amy", "ben", "cai"),
                                     attends("a3", "dora", "c1", "amy", "ben", "cai"), attends("a4", "paul", "c1", "amy", "ben", "cai")};

std::vector<Entry> everyone_but(std::size_t index) {
  auto some = everyone;
  some.erase(some.begin() + static_cast<std::ptrdiff_t>(index));
  return some;
}

MadeEntry chair_decides(std::string_view id, bool proceeds, std::string_view child = "amy") {
  return entry(id, "quorum_decision").about(child).happened("2025-04-29").answer("conference", "c1").answer("proceeds", proceeds).answer("reason", "An invented reason.");
}

TEST(Quorum, social_care_and_two_others_who_know_the_child_are_enough_where_nobody_is_missing) {
  const auto found = finding(everyone);
  EXPECT_EQ(found.state, State::quorate);
  EXPECT_EQ(found.present, (Agencies{"childrens_social_care", "health", "police", "school"}));
  EXPECT_TRUE(found.missing.empty());
  EXPECT_EQ(in_words(found, rotherham()), "Quorate.");
}

TEST(Quorum, the_rule_in_force_on_the_conferences_day_counts) {
  const auto changed_on = [](const char* day) {
    Described described = rotherham().described();
    Quorum later = described.quorums.back();
    later.in_force_from = Date::parse(day).value();
    later.other_agencies = 9;
    described.quorums.back().in_force_to = later.in_force_from->plus_days(-1);
    described.quorums.push_back(later);
    return Procedure::from(std::move(described)).value();
  };
  EXPECT_EQ(finding(everyone, "amy", changed_on("2025-04-30")).state, State::quorate) << "the day after";
  EXPECT_EQ(finding(everyone, "amy", changed_on("2025-04-29")).state, State::chair_decides) << "the day itself";
}

TEST(Quorum, nobody_recorded_as_present_is_not_quorate) { EXPECT_EQ(finding({}).state, State::chair_decides); }

TEST(Quorum, a_relevant_agency_is_missing_although_the_count_is_met) {
  const auto found = finding(everyone_but(1));
  EXPECT_EQ(found.present.size(), 3U);
  EXPECT_EQ(found.state, State::chair_decides);
  EXPECT_EQ(found.missing, Agencies{"health"});
  EXPECT_EQ(in_words(found, rotherham()), "Not quorate: Health works with this child and is not here. The chair decides.");
}

TEST(Quorum, without_social_care_nothing_is_quorate) { EXPECT_EQ(finding(everyone_but(0)).missing, Agencies{"childrens_social_care"}); }

TEST(Quorum, a_school_that_knows_only_amy_does_not_count_for_cai) {
  const std::vector<Entry> here = {everyone[0], everyone[1], everyone[2]};
  const auto cai = finding(here, "cai");
  EXPECT_EQ(cai.present, (Agencies{"childrens_social_care", "health"}));
  EXPECT_EQ(cai.missing, Agencies{"police"});
  EXPECT_EQ(cai.state, State::chair_decides);
  EXPECT_EQ(finding(everyone, "cai").state, State::quorate) << "for Cai, social care, health and the police are all there are";
}

TEST(Quorum, too_few_agencies_who_know_the_child_leave_it_to_the_chair_though_none_is_missing) {
  const auto ben = finding(everyone, "ben");
  EXPECT_TRUE(ben.missing.empty());
  EXPECT_EQ(ben.state, State::chair_decides);
  EXPECT_EQ(in_words(ben, rotherham()), "Not quorate: too few agencies have dealt with this child directly. The chair decides.");
}

TEST(Quorum, apologies_do_not_count) {
  const Entry no_part = entry("a5", "attendance").about("amy").happened("2025-04-29").answer("conference", "c1").answer("person", "hana").answer("how", "apologies");
  EXPECT_EQ(finding(with(everyone_but(1), {no_part})).missing, Agencies{"health"});
  const Entry ticked = MadeEntry(attends("a5", "hana", "c1", "amy")).answer("how", "apologies");
  EXPECT_EQ(finding(with(everyone_but(1), {ticked})).missing, Agencies{"health"}) << "whatever part was ticked";
}

TEST(Quorum, presence_at_another_conference_or_for_another_child_does_not_count) {
  EXPECT_EQ(finding(with(everyone_but(1), {attends("a5", "hana", "c2", "amy")})).missing, Agencies{"health"});
  EXPECT_EQ(finding(with(everyone_but(1), {attends("a5", "hana", "c1", "cai")})).missing, Agencies{"health"});
}

TEST(Quorum, a_corrected_attendance_no_longer_counts) {
  const Entry mended = MadeEntry(entry("a5", "attendance")).about("amy").happened("2025-04-29").answer("conference", "c1").answer("person", "hana").answer("how", "apologies").corrects("a2");
  EXPECT_EQ(finding(with(everyone, {mended})).missing, Agencies{"health"});
}

TEST(Quorum, a_corrected_conference_is_the_same_conference) {
  const Entry moved = MadeEntry(conference("c1b", "initial", "2025-04-29T13:00:00Z", "amy", "ben", "cai")).corrects("c1");
  const CaseFile file = file_of(with(with(called(), everyone), {moved}));
  EXPECT_EQ(quorum(file, rotherham(), EntryId{"c1b"}, PersonId{"amy"}).state, State::quorate);
  EXPECT_EQ(quorum(file, rotherham(), EntryId{"c1"}, PersonId{"amy"}).state, State::quorate);
}

TEST(Quorum, an_agency_without_direct_contact_neither_counts_nor_is_missed) {
  const Entry distant = MadeEntry(works_with("paul", "police", "amy", "cai")).answer("direct_contact", false).corrects("i-paul");
  const auto found = finding(with(everyone, {distant}));
  EXPECT_EQ(found.present, (Agencies{"childrens_social_care", "health", "school"}));
  EXPECT_EQ(found.state, State::quorate);
}

TEST(Quorum, an_involvement_that_ended_before_the_conference_neither_counts_nor_is_missed) {
  const auto ended = [](const char* on) { return Entry(works_with("hana", "health", "amy", "cai").answer("ended", on).corrects("i-hana")); };
  EXPECT_EQ(finding(with(everyone_but(1), {ended("2025-04-28")})).state, State::quorate);
  EXPECT_EQ(finding(with(everyone_but(1), {ended("2025-04-29")})).missing, Agencies{"health"}) << "their last day is the day of the conference";
  EXPECT_EQ(finding(with(everyone_but(1), {ended("2025-06-01")})).missing, Agencies{"health"}) << "what ends later does not change what was";
}

TEST(Quorum, an_empty_answer_to_when_it_ended_does_not_end_it) {
  const Entry blank = works_with("hana", "health", "amy", "cai").answer("ended", nullptr).corrects("i-hana");
  EXPECT_EQ(finding(with(everyone, {blank})).present.size(), 4U);
}

TEST(Quorum, two_practitioners_of_one_agency_count_once_and_one_of_them_is_enough) {
  const auto found = finding(with({everyone[0], everyone[1]}, {person("nia", "practitioner"), works_with("nia", "health", "amy"), attends("a6", "nia", "c1", "amy")}));
  EXPECT_EQ(found.present, (Agencies{"childrens_social_care", "health"}));
  EXPECT_EQ(finding(with(everyone_but(1), {works_with("nia", "health", "amy"), attends("a6", "nia", "c1", "amy")})).state, State::quorate);
}

TEST(Quorum, the_chair_may_go_ahead_or_postpone_for_one_child_and_the_last_word_counts) {
  const auto ahead = finding(with(everyone_but(1), {chair_decides("q1", true)}));
  EXPECT_EQ(ahead.state, State::proceeds);
  EXPECT_EQ(ahead.rests_on.back().value, "q1");
  EXPECT_EQ(in_words(ahead, rotherham()), "The chair decided to go ahead.");
  EXPECT_EQ(finding(with(everyone_but(1), {chair_decides("q1", true)}), "cai").state, State::chair_decides);
  EXPECT_EQ(finding(with(everyone_but(1), {chair_decides("q1", false)})).state, State::postponed);
  EXPECT_EQ(finding(with(everyone_but(1), {chair_decides("q1", false), chair_decides("q2", true)})).state, State::proceeds);
  EXPECT_EQ(finding(with(everyone_but(1), {chair_decides("q1", true), MadeEntry(chair_decides("q2", false)).corrects("q1")})).state, State::postponed);
}

TEST(Quorum, a_procedure_that_names_no_quorum_leaves_it_to_the_chair_and_finds_nothing_wanting) {
  for (const char* id : {"england", "wales", "hips", "sussex"}) {
    const Procedure procedure = Procedure::from(shipped(id)).value();
    const auto found = finding(everyone, "amy", procedure);
    EXPECT_EQ(found.state, State::none_published) << id;
    EXPECT_TRUE(may_decide(found.state));
    EXPECT_EQ(in_words(found, procedure), "No quorum is published for this procedure; the chair decides whether enough are here.") << id;
  }
}

TEST(Quorum, without_a_published_quorum_the_room_still_hears_who_is_not_here_and_the_chair_may_put_it_off) {
  const Procedure england = Procedure::from(shipped("england")).value();
  EXPECT_EQ(in_words(finding(everyone_but(1), "amy", england), england),
            "No quorum is published for this procedure; the chair decides whether enough are here. Not here, though they work with this child: Health.");
  EXPECT_EQ(finding(with(everyone, {chair_decides("q1", false)}), "amy", england).state, State::postponed);
  EXPECT_FALSE(may_decide(State::postponed));
}

TEST(Quorum, several_missing_agencies_are_listed_in_words) {
  EXPECT_EQ(in_words(finding({everyone[0]}), rotherham()), "Not quorate: Health, Police and School or nursery work with this child and are not here. The chair decides.");
}

TEST(Quorum, every_entry_it_rests_on_is_on_file_and_speaks_of_the_child) {
  const CaseFile file = file_of(with(called(), everyone));
  for (const EntryId& id : quorum(file, rotherham(), EntryId{"c1"}, PersonId{"cai"}).rests_on) {
    ASSERT_NE(file.find(id), nullptr);
    EXPECT_TRUE(file.find(id)->is_about(PersonId{"cai"})) << id.value;
  }
}

}  // namespace
}  // namespace confer
