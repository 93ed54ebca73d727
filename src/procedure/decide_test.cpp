#include "procedure/decide.h"

#include <gtest/gtest.h>

#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;

MadeEntry action(std::string_view id, std::string_view child) {
  return entry(id, "plan_action").about(child).answer("conference", "c1").answer("who", "sam").answer("what", "An invented action.").answer("by", "2025-05-20").answer("how_we_will_know", "It is seen.");
}

/// A file whose conference on 29 April 2025 is called, and quorate for Amy; what is to be done for her and Ben is written down.
std::vector<Entry> quorate() {
  return with(family(), {entry("s1", "strategy_discussion").about("amy", "ben").happened("2025-04-07").answer("began_enquiry", true), conference("c1", "initial", "2025-04-29T09:00:00Z", "amy", "ben"),
                         works_with("sam", "childrens_social_care", "amy", "ben"), works_with("hana", "health", "amy", "ben"), works_with("dora", "school", "amy", "ben"),
                         attends("a1", "sam", "c1", "amy", "ben"), attends("a2", "hana", "c1", "amy", "ben"), attends("a3", "dora", "c1", "amy"), action("x-amy", "amy"), action("x-ben", "ben")});
}

MadeEntry outline(std::string_view id, std::string_view child, std::string_view at = "c1") {
  return entry(id, "outline_plan").about(child).happened("2025-04-29").answer("conference", at).answer("change_needed", "Something invented.").answer("contingency", "Something else.");
}

MadeEntry plan_made(std::string_view id, std::string_view child) {
  return entry(id, "decision").about(child).happened("2025-04-29T10:00:00Z").answer("conference", "c1").answer("outcome", "plan").answer("category", "neglect")
      .answer("reasons", "Invented reasons.").answer("lead_social_worker", "sam").answer("core_group", list({"sam", "hana"})).answer("review_on", "2025-07-28");
}

MadeEntry no_plan(std::string_view id, std::string_view child) {
  return entry(id, "decision").about(child).happened("2025-04-29T10:00:00Z").answer("conference", "c1").answer("outcome", "no_plan").answer("reasons", "Invented reasons.");
}

auto decided(const std::vector<Entry>& entries, const Entry& draft, std::string_view today = "2025-04-29") { return decide(file_of(entries), rotherham(), draft, day(today)); }

/// The messages of a refusal, one a line; empty when it was taken.
std::string refusal(const std::vector<Entry>& entries, const Entry& draft, std::string_view today = "2025-04-29") {
  const auto outcome = decided(entries, draft, today);
  std::string all;
  if (!outcome)
    for (const Problem& one : outcome.error()) all += one.field + ": " + one.message + "\n";
  return all;
}

std::vector<Concern> concerns(const std::vector<Entry>& entries, const Entry& draft, std::string_view today = "2025-04-29") {
  const auto outcome = decided(entries, draft, today);
  EXPECT_TRUE(outcome) << refusal(entries, draft, today);
  return outcome ? outcome->concerns : std::vector<Concern>{};
}

bool tells(const std::string& all, std::string_view what) { return all.find(what) != std::string::npos; }

const Entry amys_plan = outline("o1", "amy");

TEST(Decide, plan_then_decision_then_category_is_taken_and_carries_the_edition_that_judged_it) {
  EXPECT_EQ(refusal(quorate(), amys_plan), "");
  const auto outcome = decided(with(quorate(), {amys_plan}), plan_made("d1", "amy"));
  ASSERT_TRUE(outcome) << refusal(with(quorate(), {amys_plan}), plan_made("d1", "amy"));
  ASSERT_EQ(outcome->entries.size(), 1U);
  EXPECT_EQ(outcome->entries[0].edition, rotherham().described().edition);
  EXPECT_EQ(outcome->entries[0].answers, Entry(plan_made("d1", "amy")).answers);
  EXPECT_TRUE(outcome->concerns.empty());
}

TEST(Decide, a_decision_before_the_outline_plan_is_refused_with_its_source) {
  EXPECT_TRUE(tells(refusal(quorate(), plan_made("d1", "amy")), "There is no outline plan for this child yet."));
  const auto outcome = decided(quorate(), plan_made("d1", "amy"));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error()[0].kind, Problem::Kind::conflict);
  EXPECT_FALSE(outcome.error()[0].source.empty());
}

TEST(Decide, the_outline_plan_of_a_sibling_or_of_another_conference_is_not_this_childs) {
  EXPECT_TRUE(tells(refusal(with(quorate(), {outline("o1", "ben")}), plan_made("d1", "amy")), "There is no outline plan"));
  const std::vector<Entry> elsewhere = with(quorate(), {conference("c0", "initial", "2024-04-29T09:00:00Z", "amy"), outline("o1", "amy", "c0")});
  EXPECT_TRUE(tells(refusal(elsewhere, plan_made("d1", "amy")), "There is no outline plan"));
}

TEST(Decide, an_outline_plan_written_before_the_conference_was_corrected_still_counts) {
  const Entry moved = MadeEntry(conference("c1b", "initial", "2025-04-29T13:00:00Z", "amy", "ben")).corrects("c1");
  EXPECT_EQ(refusal(with(quorate(), {amys_plan, moved}), plan_made("d1", "amy").answer("conference", "c1b")), "");
}

TEST(Decide, an_action_before_its_outline_plan_is_refused) {
  EXPECT_TRUE(tells(refusal(quorate(), action("x1", "amy")), "Write down first what has to change"));
  EXPECT_EQ(refusal(with(quorate(), {amys_plan}), action("x1", "amy")), "");
}

TEST(Decide, a_category_without_a_plan_is_refused_and_a_plan_without_a_category_too) {
  EXPECT_TRUE(tells(refusal(with(quorate(), {amys_plan}), no_plan("d1", "amy").answer("category", "neglect")), "category: This question does not arise"));
  Entry without = plan_made("d1", "amy");
  without.answers.values().erase("category");
  EXPECT_TRUE(tells(refusal(with(quorate(), {amys_plan}), without), "category: Answer this question."));
  EXPECT_TRUE(tells(refusal(with(quorate(), {amys_plan}), plan_made("d1", "amy").answer("category", "mischief")), "category: Choose one of the answers listed."));
}

TEST(Decide, help_that_rests_on_consent_is_not_decided_without_it) {
  const auto help = [](bool consent) { return no_plan("d1", "amy").answer("outcome", "child_in_need").answer("consent", consent); };
  EXPECT_TRUE(tells(refusal(with(quorate(), {amys_plan}), help(false)), "The parents or carers have not agreed"));
  EXPECT_EQ(refusal(with(quorate(), {amys_plan}), help(true)), "");
}

TEST(Decide, a_plan_without_any_action_is_refused_and_no_plan_needs_none) {
  std::vector<Entry> entries = with(quorate(), {amys_plan});
  std::erase_if(entries, [](const Entry& one) { return one.type == "plan_action"; });
  EXPECT_TRUE(tells(refusal(entries, plan_made("d1", "amy")), "outcome: There is no action in the outline plan"));
  EXPECT_EQ(refusal(entries, no_plan("d1", "amy")), "");
  EXPECT_TRUE(tells(refusal(with(entries, {Entry(action("x2", "ben"))}), plan_made("d1", "amy")), "There is no action")) << "a sibling's action";
}

TEST(Decide, a_lead_who_is_no_social_worker_is_refused_beside_the_question) {
  const std::vector<Entry> entries = with(quorate(), {amys_plan, Entry(person("cora", "practitioner").answer("role", "chair"))});
  for (const std::string_view who : {"cora", "hana", "mum", "ben"})
    EXPECT_TRUE(tells(refusal(entries, plan_made("d1", "amy").answer("lead_social_worker", who)), "lead_social_worker: Only somebody with one of these roles can be chosen here: Social worker.")) << who;
}

TEST(Decide, a_core_group_is_neither_one_person_nor_children) {
  const std::vector<Entry> entries = with(quorate(), {amys_plan});
  EXPECT_TRUE(tells(refusal(entries, plan_made("d1", "amy").answer("core_group", list({"sam"}))), "core_group: Choose at least 2 people."));
  EXPECT_TRUE(tells(refusal(entries, plan_made("d1", "amy").answer("core_group", list({"sam", "mum", "cai"}))), "core_group: A child cannot be chosen here."));
  EXPECT_EQ(refusal(entries, plan_made("d1", "amy").answer("core_group", list({"sam", "mum"}))), "");
}

TEST(Decide, a_core_group_or_a_review_before_the_decision_is_refused) {
  const std::vector<Entry> entries = with(quorate(), {amys_plan});
  EXPECT_TRUE(tells(refusal(entries, plan_made("d1", "amy").answer("core_group_meets", "2025-04-24")), "core_group_meets: Thursday 24 April 2025 is before Tuesday 29 April 2025"));
  EXPECT_TRUE(tells(refusal(entries, plan_made("d1", "amy").answer("review_on", "2025-04-28")), "review_on: Monday 28 April 2025 is before"));
  EXPECT_EQ(refusal(entries, plan_made("d1", "amy").answer("core_group_meets", "2025-04-29")), "");
}

TEST(Decide, what_is_said_of_the_majority_has_to_agree_with_the_views_on_file) {
  const auto thinks = [](std::string_view who, std::string_view view) {
    return Entry(entry("v-" + std::string(who), "practitioner_view").about("amy").happened("2025-04-29").answer("conference", "c1").answer("person", who).answer("view", view));
  };
  const std::vector<Entry> most = with(quorate(), {amys_plan, thinks("sam", "needed"), thinks("hana", "needed"), thinks("dora", "not_needed")});
  EXPECT_EQ(refusal(most, plan_made("d1", "amy")), "");
  EXPECT_TRUE(tells(refusal(most, no_plan("d1", "amy")), "overrides_majority: This does not agree with the views"));
  EXPECT_EQ(refusal(most, no_plan("d1", "amy").answer("overrides_majority", true).answer("basis_of_override", "An invented basis.")), "");
  EXPECT_TRUE(tells(refusal(most, plan_made("d1", "amy").answer("overrides_majority", true).answer("basis_of_override", "An invented basis.")), "does not agree"));
  const std::vector<Entry> divided = with(quorate(), {amys_plan, thinks("sam", "needed"), thinks("dora", "not_needed")});
  EXPECT_EQ(refusal(divided, no_plan("d1", "amy")), "");
}

TEST(Decide, the_record_is_not_released_before_each_child_is_decided_for) {
  const auto release = [](std::string_view document) {
    return Entry(entry("r1", "release").about("amy").happened("2025-04-29").answer("conference", "c1").answer("document", document).answer("person", "mum").answer("content", "a-mark"));
  };
  const std::vector<Entry> half = with(quorate(), {amys_plan, no_plan("d1", "amy")});
  EXPECT_TRUE(tells(refusal(half, release("record")), "document: The conference has not decided for each of its children yet"));
  EXPECT_EQ(refusal(half, release("outline_plan")), "");
  EXPECT_EQ(refusal(with(half, {no_plan("d2", "ben")}), release("record")), "");
  const Entry put_off = entry("q1", "quorum_decision").about("ben").happened("2025-04-29").answer("conference", "c1").answer("proceeds", false).answer("reason", "An invented reason.").answer("interim_action", "A visit.");
  EXPECT_EQ(refusal(with(half, {put_off}), release("record")), "") << "it does not go ahead for him";
}

TEST(Decide, an_override_needs_its_basis) {
  EXPECT_TRUE(tells(refusal(with(quorate(), {amys_plan}), plan_made("d1", "amy").answer("overrides_majority", true)), "basis_of_override: Answer this question."));
  EXPECT_EQ(refusal(with(quorate(), {amys_plan}), plan_made("d1", "amy").answer("overrides_majority", true).answer("basis_of_override", "An invented basis.")), "");
}

TEST(Decide, where_the_conference_is_not_quorate_the_decision_waits_for_the_chair) {
  std::vector<Entry> entries = with(quorate(), {outline("o2", "ben")});
  EXPECT_TRUE(tells(refusal(entries, plan_made("d2", "ben")), "The chair has to record whether the conference goes ahead"));
  const auto chair = [](bool proceeds) {
    return Entry(entry("q1", "quorum_decision").about("ben").happened("2025-04-29").answer("conference", "c1").answer("proceeds", proceeds).answer("reason", "An invented reason."));
  };
  EXPECT_EQ(refusal(entries, chair(true)), "");
  EXPECT_EQ(refusal(with(entries, {chair(true)}), plan_made("d2", "ben")), "");
  EXPECT_TRUE(tells(refusal(with(entries, {chair(false)}), plan_made("d2", "ben")), "The chair has to record"));
}

TEST(Decide, a_conference_decides_once_for_a_child_and_a_mistake_in_it_is_corrected) {
  const std::vector<Entry> entries = with(quorate(), {amys_plan, no_plan("d1", "amy")});
  EXPECT_TRUE(tells(refusal(entries, plan_made("d2", "amy")), "This conference has already decided for this child."));
  EXPECT_EQ(refusal(entries, plan_made("d2", "amy").corrects("d1")), "");
  const std::vector<Entry> corrected = with(entries, {Entry(plan_made("d2", "amy").corrects("d1"))});
  EXPECT_TRUE(tells(refusal(corrected, plan_made("d3", "amy")), "already decided"));
  EXPECT_EQ(refusal(corrected, plan_made("d3", "amy").corrects("d1")), "") << "a page that was opened before the first correction";
}

TEST(Decide, of_two_outline_plans_written_at_once_the_second_is_told_of_the_first_and_may_correct_it) {
  const std::vector<Entry> entries = with(quorate(), {amys_plan});
  EXPECT_TRUE(tells(refusal(entries, outline("o2", "amy")), "There is an outline plan for this child already"));
  EXPECT_EQ(refusal(entries, Entry(outline("o2", "amy").corrects("o1"))), "");
  EXPECT_EQ(refusal(entries, outline("o2", "ben")), "") << "of another child";
}

TEST(Decide, a_sibling_is_decided_for_in_their_own_right) {
  const Entry ben_here = attends("a4", "dora", "c1", "ben");
  EXPECT_EQ(refusal(with(quorate(), {amys_plan, no_plan("d1", "amy"), outline("o2", "ben"), ben_here}), no_plan("d2", "ben")), "");
}

TEST(Decide, a_decision_put_on_file_the_day_after_is_guarded_all_the_same) {
  EXPECT_TRUE(tells(refusal(quorate(), plan_made("d1", "amy"), "2025-05-02"), "There is no outline plan"));
  EXPECT_EQ(refusal(with(quorate(), {amys_plan}), plan_made("d1", "amy"), "2025-05-02"), "");
}

TEST(Decide, a_review_needs_a_plan_and_the_end_of_a_plan_a_review_that_ends_it) {
  const std::vector<Entry> planned = with(quorate(), {amys_plan, plan_made("d1", "amy")});
  const auto review = [](const char* outcome) { return Entry(entry("r1", "review").about("amy").happened("2025-07-24").answer("outcome", outcome).answer("reasons", "Invented.")); };
  const Entry end = entry("x1", "plan_ended").about("amy").happened("2025-07-24").answer("reason", "Invented.").answer("followed_by", "none");
  EXPECT_TRUE(tells(refusal(quorate(), review("ends"), "2025-07-24"), "nothing to review"));
  EXPECT_EQ(refusal(planned, review("ends"), "2025-07-24"), "");
  EXPECT_TRUE(tells(refusal(planned, end, "2025-07-24"), "A plan ends when a review decides so."));
  EXPECT_TRUE(tells(refusal(with(planned, {review("continues")}), end, "2025-07-24"), "A plan ends when a review decides so."));
  EXPECT_EQ(refusal(with(planned, {review("ends")}), end, "2025-07-24"), "");
}

TEST(Decide, a_copy_is_sent_only_as_the_chair_released_it) {
  const Entry released = entry("l1", "release").about("amy").happened("2025-04-30").answer("conference", "c1").answer("document", "record").answer("person", "mum").answer("content", "aa11");
  const auto sent = [](const char* person, const char* content) {
    return Entry(entry("m1", "copy_sent").about("amy").happened("2025-04-30").answer("conference", "c1").answer("document", "record").answer("person", person).answer("content", content).answer("how", "by_post"));
  };
  EXPECT_TRUE(tells(refusal(quorate(), sent("mum", "aa11"), "2025-04-30"), "has not released this copy"));
  EXPECT_EQ(refusal(with(quorate(), {released}), sent("mum", "aa11"), "2025-04-30"), "");
  EXPECT_TRUE(tells(refusal(with(quorate(), {released}), sent("mum", "bb22"), "2025-04-30"), "has not released this copy"));
  EXPECT_TRUE(tells(refusal(with(quorate(), {released}), sent("sam", "aa11"), "2025-04-30"), "has not released this copy"));
}

TEST(Decide, a_conference_called_past_the_limit_stands_with_a_concern_that_says_by_how_and_whom_to_consult) {
  const std::vector<Entry> entries = with(family(), {entry("s1", "strategy_discussion").about("amy").happened("2025-04-07").answer("began_enquiry", true)});
  EXPECT_TRUE(concerns(entries, conference("c1", "initial", "2025-04-30T09:00:00Z", "amy"), "2025-04-10").empty());
  const auto found = concerns(entries, conference("c1", "initial", "2025-05-01T09:00:00Z", "amy"), "2025-04-10");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(tells(found[0].message, "Thursday 1 May 2025 is past the limit, Wednesday 30 April 2025.")) << found[0].message;
  EXPECT_TRUE(tells(found[0].message, "Consult the Safeguarding unit manager")) << found[0].message;
  EXPECT_EQ(found[0].source, "rotherham");
  EXPECT_EQ(found[0].rests_on, (std::vector<EntryId>{{"c1"}, {"s1"}}));
}

TEST(Decide, a_conference_called_anew_past_the_limit_is_a_concern_too) {
  const auto found = concerns(quorate(), conference("c2", "initial", "2025-05-06T09:00:00Z", "amy", "ben"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(tells(found[0].message, "Tuesday 6 May 2025 is past the limit"));
}

TEST(Decide, a_day_set_on_a_weekend_or_a_bank_holiday_is_a_concern) {
  const std::vector<Entry> entries = with(family(), {entry("s1", "strategy_discussion").about("amy").happened("2025-04-07").answer("began_enquiry", true)});
  const auto found = concerns(entries, conference("c1", "initial", "2025-04-26T09:00:00Z", "amy"), "2025-04-10");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(tells(found[0].message, "Saturday 26 April 2025 is not a working day."));
  EXPECT_EQ(concerns(entries, conference("c1", "initial", "2025-04-21T09:00:00Z", "amy"), "2025-04-10").size(), 1U) << "Easter Monday";
  EXPECT_EQ(concerns(with(quorate(), {amys_plan}), plan_made("d1", "amy").answer("review_on", "2025-07-27")).size(), 1U) << "the review of a decision, a Sunday";
  EXPECT_EQ(concerns(with(quorate(), {amys_plan}), plan_made("d1", "amy").answer("review_on", "2025-07-30")).size(), 1U) << "past three months";
}

TEST(Decide, what_was_late_before_is_not_told_again_with_the_next_entry) {
  const std::vector<Entry> late = with(family(), {entry("s1", "strategy_discussion").about("amy").happened("2025-04-07").answer("began_enquiry", true), conference("c1", "initial", "2025-05-10T09:00:00Z", "amy")});
  EXPECT_TRUE(concerns(late, entry("v1", "invitation").about("amy").answer("conference", "c1").answer("person", "hana").answer("as", "practitioner").answer("parts", list({"open_part"}))).empty());
  EXPECT_TRUE(concerns(late, conference("c2", "review", "2025-07-10T09:00:00Z", "amy")).empty());
}

TEST(Decide, what_happened_late_stands_with_a_concern) {
  std::vector<Entry> entries = with(quorate(), {amys_plan});
  const auto found = concerns(entries, plan_made("d1", "amy").happened("2025-05-01T10:00:00Z"), "2025-05-02");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(tells(found[0].message, "Thursday 1 May 2025 is past the limit, Wednesday 30 April 2025."));
}

TEST(Decide, accounts_are_never_refused_for_what_happened) {
  const std::vector<Entry> entries = quorate();
  EXPECT_EQ(refusal(entries, entry("s0", "strategy_discussion").about("amy").happened("2024-01-06").answer("began_enquiry", true)), "") << "long ago, on a Saturday";
  EXPECT_EQ(refusal(entries, entry("q1", "section_47_enquiry").about("amy").happened("2025-04-20").answer("outcome", "no_conference").answer("reasons", "Invented.")), "");
  EXPECT_EQ(refusal(entries, entry("k1", "core_group_meeting").about("amy").happened("2025-04-20")), "") << "before there is a plan";
  EXPECT_EQ(refusal(entries, entry("w1", "report").about("amy").happened("2025-04-29").answer("conference", "c1").answer("safe_to_share", true)), "") << "on the day";
  EXPECT_EQ(refusal(entries, attends("a9", "mum", "c1", "amy")), "");
}

TEST(Decide, an_account_whose_need_is_not_met_stands_with_a_concern) {
  Described described = shipped("rotherham");
  for (RecordType& type : described.records)
    if (type.id == "core_group_meeting") type.needs.push_back({.record = "decision", .same = {"child"}, .otherwise = {"There is no plan yet.", ""}, .cites = {"rotherham", "", {}}});
  const Procedure procedure = Procedure::from(std::move(described)).value();
  const Entry met = entry("k1", "core_group_meeting").about("amy").happened("2025-04-29");
  const auto outcome = decide(file_of(quorate()), procedure, met, day("2025-04-29"));
  ASSERT_TRUE(outcome);
  ASSERT_EQ(outcome->concerns.size(), 1U);
  EXPECT_EQ(outcome->concerns[0].message, "There is no plan yet.");
  EXPECT_EQ(outcome->concerns[0].source, "rotherham");
  EXPECT_TRUE(decide(file_of(with(quorate(), {no_plan("d1", "amy")})), procedure, met, day("2025-04-29"))->concerns.empty());
}

TEST(Decide, whoever_writes_as_family_writes_in_their_own_name_and_practitioners_write_down_what_was_said) {
  const auto written = [](std::string_view by, std::string_view role, std::string_view whose) {
    Entry out = entry("w1", "own_words").about("amy").answer("conference", "c1").answer("whose", whose).answer("words", "Something invented.").answer("tells_where", false).answer("audience", "family_words");
    out.by = PersonId{std::string(by)};
    out.role = role;
    return out;
  };
  EXPECT_EQ(refusal(quorate(), written("mum", "mother", "mum")), "");
  EXPECT_EQ(refusal(quorate(), written("sam", "social_worker", "mum")), "");
  EXPECT_NE(refusal(quorate(), written("mum", "mother", "ben")).find("for nobody else"), std::string::npos);
  Entry over = written("mum", "mother", "mum");
  over.id = EntryId{"w2"};
  over.corrects = EntryId{"w1"};
  EXPECT_EQ(refusal(with(quorate(), {written("mum", "mother", "mum")}), over), "");
  EXPECT_NE(refusal(with(quorate(), {written("sam", "social_worker", "amy")}), over), "");
  const auto heard = [](std::string_view by, std::string_view role, std::string_view child) {
    Entry out = entry("h1", "being_heard").about(child).answer("conference", "c1").answer("ways", list({"letter"}));
    out.by = PersonId{std::string(by)};
    out.role = role;
    return out;
  };
  EXPECT_EQ(refusal(quorate(), heard("amy", "young_person", "amy")), "");
  EXPECT_NE(refusal(quorate(), heard("amy", "young_person", "ben")), "");
  EXPECT_EQ(refusal(quorate(), heard("sam", "social_worker", "ben")), "");
}

TEST(Decide, a_need_holds_for_every_child_the_entry_is_about) {
  Described described = shipped("rotherham");
  for (RecordType& type : described.records)
    if (type.id == "invitation") type.needs.push_back({.record = "outline_plan", .same = {"child"}, .otherwise = {"No plan.", ""}, .cites = {"rotherham", "", {}}});
  const Procedure procedure = Procedure::from(std::move(described)).value();
  const auto invited = [](auto... children) { return Entry(entry("v1", "invitation").about(children...).answer("conference", "c1").answer("person", "hana").answer("as", "practitioner").answer("parts", list({"open_part"}))); };
  const CaseFile file = file_of(with(quorate(), {amys_plan}));
  EXPECT_TRUE(decide(file, procedure, invited("amy"), day("2025-04-29")));
  EXPECT_FALSE(decide(file, procedure, invited("amy", "ben"), day("2025-04-29")));
}

TEST(Decide, a_draft_that_is_refused_leaves_the_file_on_which_others_follow_as_it_was) {
  CaseFile file = file_of(quorate());
  const auto before = file.entries();
  EXPECT_FALSE(decide_onto(file, rotherham(), plan_made("d1", "amy"), day("2025-04-29"), Concerns::told)) << "no outline plan is on file yet";
  EXPECT_EQ(file.entries(), before);
  EXPECT_TRUE(file.standing("decision").empty());
  ASSERT_TRUE(decide_onto(file, rotherham(), amys_plan, day("2025-04-29"), Concerns::told));
  const auto outcome = decide_onto(file, rotherham(), plan_made("d1", "amy"), day("2025-04-29"), Concerns::told);
  ASSERT_TRUE(outcome) << "judged on the draft before it";
  EXPECT_EQ(file.entries().back(), outcome->entries.front());
  EXPECT_EQ(file.entries().size(), before.size() + 2);
}

TEST(Decide, what_the_writer_should_know_is_left_out_only_where_nobody_is_told) {
  const auto with_concerns = [&](Concerns concerns) {
    CaseFile file = file_of(quorate());
    return decide_onto(file, rotherham(), conference("c2", "initial", "2025-06-21T09:00:00Z", "amy"), day("2025-06-20"), concerns)->concerns.size();
  };
  EXPECT_GT(with_concerns(Concerns::told), 0U) << "on a Saturday, and past its limit";
  EXPECT_EQ(with_concerns(Concerns::left_out), 0U);
}

TEST(Decide, what_cannot_be_read_is_refused_before_any_rule_is_asked) {
  EXPECT_EQ(refusal({}, entry("x", "ghost")), "type: There is no such record type in this procedure. Check the name.\n");
  EXPECT_TRUE(tells(refusal(quorate(), plan_made("d1", "ghost")), "about: "));
}

TEST(Procedure, a_need_with_an_unknown_predicate_is_told_when_the_procedure_is_made_not_when_it_is_first_used) {
  Described described = shipped("rotherham");
  for (RecordType& type : described.records)
    if (type.id == "decision") type.needs.push_back({.predicate = "sunny", .otherwise = {"No.", ""}});
  const auto made = Procedure::from(std::move(described));
  ASSERT_FALSE(made);
  EXPECT_TRUE(tells(made.error().message, "common/records/decision.toml:")) << made.error().message;
  EXPECT_TRUE(tells(made.error().message, "\"sunny\", which is no predicate. Known are \"quorate\", \"first_of_its_kind_here\"")) << made.error().message;
}

TEST(Procedure, one_without_bank_holidays_cannot_be_worked_by) { EXPECT_FALSE(Procedure::from(shipped("common"))); }

}  // namespace
}  // namespace confer
