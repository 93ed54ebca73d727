// What each access line is for, by a case with one thing changed: without the line, or without its condition, one of these fails.
#include <gtest/gtest.h>

#include <functional>

#include "access/make_view.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

using Entries = std::vector<Entry>;

/// The case, changed, as one reader sees it.
FileView seen(const std::string& id, const std::string& reader, const std::string& role, const std::function<void(Entries&)>& change = {}) {
  WorkedCase read = rotherham_case(id);
  if (change) change(read.entries);
  return view(CaseFile::fold(std::move(read.entries)), rotherham(), {PersonId{reader}, role}, Date::parse("2026-06-01").value());
}

/// The case as if this had never been put on file.
std::function<void(Entries&)> without(const std::string& id) {
  return [id](Entries& entries) {
    const auto gone = std::erase_if(entries, [&](const Entry& entry) { return entry.id.value == id; });
    if (gone != 1) throw std::runtime_error("The case has no entry " + id);
  };
}

/// The case with this put on file at its end.
std::function<void(Entries&)> with(const std::string& line) {
  return [line](Entries& entries) { entries.push_back(read_entry(std::string_view(line)).value()); };
}

constexpr const char* newcomer = R"({"id":"p-new","type":"person","about":["new1"],"recorded":"2025-05-01T10:00:00Z","by":"sw1","role":"social_worker","answers":{"name":"Una Fell","kind":"practitioner","role":"health_visitor"}})";
constexpr const char* newcomer_works = R"({"id":"with-new","type":"involvement","about":["amy"],"recorded":"2025-05-01T10:01:00Z","by":"sw1","role":"social_worker","answers":{"person":"new1","agency":"health","direct_contact":true}})";

std::string chair_gives(const std::string& person, const std::string& what, const std::string& about) {
  return R"({"id":"gives","type":"copy_decision","about":[)" + about + R"(],"happened":"2025-05-01","recorded":"2025-05-01T11:00:00Z","by":"ch1","role":"chair","answers":{"conference":"c-initial","person":")" +
         person + R"(","what":")" + what + R"(","gives":true,"reason":"It helps."}})";
}

TEST(AccessLines, a_practitioner_who_was_not_invited_hears_of_no_conference) {
  const FileView view = seen("S02", "new1", "health_visitor", [](Entries& entries) {
    with(newcomer)(entries);
    with(newcomer_works)(entries);
  });
  EXPECT_TRUE(view.entry("p-amy"));
  for (const char* hidden : {"c-initial", "s-amy-open-2", "att-sw1"}) EXPECT_FALSE(view.entry(hidden)) << hidden;
}

TEST(AccessLines, whoever_was_in_a_part_sees_who_else_was) {
  EXPECT_TRUE(seen("S02", "dsl1", "school_safeguarding_lead").entry("att-sw1"));
  EXPECT_FALSE(seen("S02", "gp1", "general_practitioner").entry("att-sw1"));
  EXPECT_TRUE(seen("S02", "mum", "mother").entry("att-sw1"));
  EXPECT_FALSE(seen("S02", "mr_x", "father", without("att-mr_x")).entry("att-sw1"));
}

TEST(AccessLines, those_who_run_the_conferences_see_all_of_every_file) {
  for (const auto& [person, role] : {std::pair{"adm1", "conference_administrator"}, std::pair{"sum1", "safeguarding_unit_manager"}}) {
    const FileView view = seen("S02", person, role);
    for (const char* shown : {"c-initial", "s-prof-1", "s-common-1", "lives-home", "d-cai"}) EXPECT_TRUE(view.entry(shown)) << shown << " as " << role;
  }
}

constexpr const char* worker_ends = R"({"id":"with-sw1-ended","type":"involvement","about":["amy","ben","cai"],"recorded":"2025-08-01T10:00:00Z","by":"tm1","role":"team_manager","corrects":"with-sw1","answers":{"person":"sw1","agency":"childrens_social_care","direct_contact":true,"ended":"2025-07-31"}})";

TEST(AccessLines, whoever_was_taken_off_sees_nothing_not_even_what_they_wrote) {
  EXPECT_TRUE(seen("S02", "sw1", "social_worker").entry("r-sw-amy"));
  EXPECT_TRUE(seen("S02", "sw1", "social_worker", with(worker_ends)).empty());
  const FileView theirs = seen("S02", "tm1", "team_manager", with(worker_ends));
  EXPECT_TRUE(theirs.entry("r-sw-amy")) << "it stays for those who go on";
  EXPECT_EQ(theirs.name("sw1"), "Nadia Rowbotham");
}

TEST(AccessLines, an_end_counts_also_where_it_is_put_on_file_beside_what_it_ends) {
  std::string beside = worker_ends;
  beside.replace(beside.find(R"("corrects":"with-sw1",)"), std::string(R"("corrects":"with-sw1",)").size(), "");
  EXPECT_TRUE(seen("S02", "sw1", "social_worker", with(beside)).empty());
}

TEST(AccessLines, whoever_was_taken_off_one_child_keeps_the_others_and_may_come_back) {
  std::string of_cai = worker_ends;
  of_cai.replace(of_cai.find(R"("amy","ben","cai")"), std::string(R"("amy","ben","cai")").size(), R"("cai")");
  of_cai.replace(of_cai.find(R"("corrects":"with-sw1",)"), std::string(R"("corrects":"with-sw1",)").size(), "");
  const FileView left = seen("S02", "sw1", "social_worker", with(of_cai));
  EXPECT_TRUE(left.entry("d-ben"));
  EXPECT_FALSE(left.entry("d-cai"));
  EXPECT_TRUE(seen("S02", "sw1", "social_worker", [](Entries& entries) {
                with(worker_ends)(entries);
                with(R"({"id":"with-sw1-again","type":"involvement","about":["ben"],"recorded":"2025-08-02T10:00:00Z","by":"tm1","role":"team_manager","answers":{"person":"sw1","agency":"childrens_social_care","direct_contact":true}})")(entries);
              }).person("ben"));
}

TEST(AccessLines, a_manager_who_was_only_introduced_is_taken_off_too) {
  EXPECT_FALSE(seen("S04", "tm1", "team_manager").empty());
  const std::string ended = R"({"id":"with-tm1-ended","type":"involvement","about":["rosa"],"recorded":"2026-05-01T10:00:00Z","by":"sw1","role":"social_worker","answers":{"person":"tm1","agency":"childrens_social_care","direct_contact":false,"ended":"2026-05-01"}})";
  EXPECT_TRUE(seen("S04", "tm1", "team_manager", [&](Entries& entries) {
                std::erase_if(entries, [](const Entry& entry) { return entry.type == "involvement" && entry.answers.text("person") == "tm1"; });
                with(ended)(entries);
              }).empty());
}

TEST(AccessLines, a_lead_social_worker_whom_another_followed_sees_no_more_for_having_led) {
  const auto led = [](const char* id, const char* who) {
    return std::string(R"({"id":")") + id + R"(","type":"lead_social_worker","about":["amy"],"happened":"2025-08-01","recorded":"2025-08-01T10:00:00Z","by":"tm1","role":"team_manager","answers":{"person":")" + who + R"("}})";
  };
  const std::string introduced = R"({"id":"p-sw5","type":"person","about":["sw5"],"recorded":"2025-05-01T10:00:00Z","by":"tm1","role":"team_manager","answers":{"name":"Lena Marsh","kind":"practitioner","role":"social_worker"}})";
  EXPECT_TRUE(seen("S02", "sw5", "social_worker", [&](Entries& entries) {
                with(introduced)(entries);
                with(led("lead-1", "sw5"))(entries);
              }).person("amy"));
  EXPECT_FALSE(seen("S02", "sw5", "social_worker", [&](Entries& entries) {
                 with(introduced)(entries);
                 with(led("lead-1", "sw5"))(entries);
                 with(led("lead-2", "sw1"))(entries);
               }).person("amy"));
}

TEST(AccessLines, who_has_an_account_is_told_to_those_who_run_the_unit) {
  const Described& procedure = rotherham().described();
  for (const Role& role : procedure.roles)
    EXPECT_EQ(opens_to_role(procedure, role.id, "accounts"), role.id == "safeguarding_unit_manager" || role.id == "conference_administrator") << role.id;
}

TEST(AccessLines, figures_are_found_by_managers_and_nobody_else) {
  const Described& procedure = rotherham().described();
  for (const Role& role : procedure.roles)
    EXPECT_EQ(opens_to_role(procedure, role.id, "figures"), role.id == "safeguarding_unit_manager" || role.id == "team_manager") << role.id;
  EXPECT_FALSE(opens_to_role(procedure, "team_manager", "file")) << "that is open to those who work with the child alone";
  EXPECT_TRUE(opens_to_role(procedure, "safeguarding_unit_manager", "file"));
}

TEST(AccessLines, a_parent_who_lives_elsewhere_is_not_told_the_other_parents_address) {
  const auto two_only = [](Entries& entries) {
    for (Entry& entry : entries)
      if (entry.id.value == "lives-home") entry.about = {PersonId{"amy"}, PersonId{"mum"}};
  };
  EXPECT_FALSE(seen("S02", "mr_x", "father", two_only).entry("lives-home"));
  EXPECT_TRUE(seen("S02", "mum", "mother", two_only).entry("lives-home"));
}

TEST(AccessLines, nobody_is_told_where_the_other_parent_lives_alone) {
  EXPECT_FALSE(seen("S02", "mum", "mother").entry("lives-mr_x")) << "Amy lives with her, and her father elsewhere";
  EXPECT_TRUE(seen("S02", "mr_x", "father").entry("lives-mr_x")) << "his own";
  EXPECT_FALSE(seen("S07", "mum", "mother").entry("lives-dad"));
  EXPECT_TRUE(seen("S02", "mum", "mother").entry("lives-home"));
}

TEST(AccessLines, whoever_moved_out_is_told_of_no_later_home) {
  const auto moved = with(R"({"id":"lives-later","type":"lives_at","about":["amy"],"happened":"2025-09-01","recorded":"2025-09-01T10:00:00Z","by":"sw1","role":"social_worker","answers":{"address":"9 Alder Court"}})");
  EXPECT_FALSE(seen("S02", "mum", "mother", moved).entry("lives-later"));
  EXPECT_FALSE(seen("S02", "mr_y", "father", moved).entry("lives-later"));
}

/// The case with one answer of one entry changed.
std::function<void(Entries&)> saying(const std::string& id, const std::string& question, const json::value& answer) {
  return [=](Entries& entries) {
    for (Entry& entry : entries)
      if (entry.id.value == id) entry.answers.values()[question] = answer;
  };
}

bool names_in_core_group(const FileView& view, const char* decision, std::string_view person) {
  const auto group = view.entry(decision)->list("core_group");
  return std::find(group.begin(), group.end(), person) != group.end();
}

TEST(AccessLines, whoever_is_not_known_in_a_list_is_not_named_and_what_was_decided_stands) {
  // Of Ben's core group his school knows nobody here: the child in it is no child of theirs.
  for (const json::value& group : {json::value(json::array{"cai"}), json::value("cai")}) {
    const FileView view = seen("S02", "dsl2", "school_safeguarding_lead", saying("d-ben", "core_group", group));
    ASSERT_TRUE(view.entry("d-ben"));
    EXPECT_EQ(view.entry("d-ben")->text("outcome"), "plan");
    EXPECT_TRUE(view.entry("d-ben")->list("core_group").empty());
    EXPECT_FALSE(view.person("cai"));
    const auto ben = std::find_if(view.children.begin(), view.children.end(), [](const ShownChild& one) { return one.id.value == "ben"; });
    EXPECT_EQ(ben->state, "plan");
  }
}

TEST(AccessLines, a_decision_stands_whoever_leads_the_plan) {
  const FileView view = seen("S02", "dsl2", "school_safeguarding_lead", [](Entries& entries) {
    with(R"({"id":"with-sw1-cai","type":"involvement","about":["cai"],"recorded":"2025-04-08T10:00:00Z","by":"sw1","role":"social_worker","corrects":"with-sw1","answers":{"person":"sw1","agency":"childrens_social_care","direct_contact":true}})")(entries);
  });
  ASSERT_TRUE(view.entry("d-ben"));
  EXPECT_EQ(view.name("sw1"), "Nadia Rowbotham") << "who leads a plan is known to whoever sees it";
}

TEST(AccessLines, the_members_of_a_core_group_know_each_other) {
  const auto group = saying("d-ben", "core_group", {"sw1", "dsl2", "hv1", "mr_x", "cai", "mum"});
  const FileView member = seen("S02", "dsl2", "school_safeguarding_lead", group);
  for (const char* other : {"sw1", "hv1", "mr_x", "mum"}) {
    EXPECT_TRUE(names_in_core_group(member, "d-ben", other)) << other;
    EXPECT_TRUE(member.person(other)) << other;
  }
  EXPECT_FALSE(names_in_core_group(member, "d-ben", "cai")) << "a child is known by a child's own rules";
  EXPECT_FALSE(member.person("mr_x")->born) << "a name, and nothing more of him";
  EXPECT_FALSE(member.entry("lives-mr_x"));
  EXPECT_FALSE(member.entry("rel-mr_x"));
  EXPECT_FALSE(member.entry("inv-mr_x"));
  const FileView other = seen("S02", "pol1", "police_officer", saying("d-ben", "core_group", {"sw1", "mum"}));
  EXPECT_TRUE(other.entry("d-ben"));
  EXPECT_FALSE(seen("S02", "dsl2", "school_safeguarding_lead").person("hv1")) << "who is in another child's group stays unknown";
}

TEST(AccessLines, a_core_group_names_nobody_whose_being_there_tells_where_the_family_is) {
  const auto with_father = saying("d-ella", "core_group", {"sw1", "ref1", "dsl1", "mum", "dad"});
  const FileView father = seen("S07", "dad", "father", with_father);
  ASSERT_TRUE(father.entry("d-ella"));
  EXPECT_FALSE(names_in_core_group(father, "d-ella", "ref1"));
  EXPECT_FALSE(father.person("ref1"));
  EXPECT_TRUE(names_in_core_group(father, "d-ella", "dsl1"));
  EXPECT_TRUE(father.person("dsl1")->organisation.empty());
}

TEST(AccessLines, a_parent_who_was_not_invited_is_not_told_of_the_conference) {
  EXPECT_TRUE(seen("S02", "mr_x", "father").entry("c-initial"));
  EXPECT_FALSE(seen("S02", "mr_x", "father", without("inv-mr_x")).entry("c-initial"));
}

TEST(AccessLines, a_report_reaches_a_parent_once_it_is_shared_with_them) {
  EXPECT_TRUE(seen("S02", "mr_x", "father").entry("r-sw-amy"));
  EXPECT_FALSE(seen("S02", "mr_x", "father", without("shared-mr_x-amy")).entry("r-sw-amy"));
}

TEST(AccessLines, what_was_said_of_the_whole_family_waits_for_the_chair) {
  EXPECT_FALSE(seen("S02", "mr_x", "father").entry("s-common-1"));
  EXPECT_TRUE(seen("S02", "mr_x", "father", with(chair_gives("mr_x", "common", R"("amy","ben","cai")"))).entry("s-common-1"));
}

TEST(AccessLines, an_absent_parents_copy_of_the_plan_waits_for_the_chair) {
  EXPECT_FALSE(seen("S02", "mr_x", "father", without("att-mr_x")).entry("op-amy"));
  EXPECT_TRUE(seen("S02", "mr_x", "father", [](Entries& entries) {
                without("att-mr_x")(entries);
                with(chair_gives("mr_x", "record", R"("amy")"))(entries);
              }).entry("op-amy"));
}

TEST(AccessLines, everyone_sees_that_a_copy_was_sent_to_them_and_to_nobody_else) {
  const FileView view = seen("S02", "mr_x", "father");
  EXPECT_TRUE(view.entry("sent-record-mr_x"));
  EXPECT_FALSE(view.entry("sent-record-mum"));
}

TEST(AccessLines, a_young_person_sees_herself_her_invitation_and_what_the_chair_gives_her) {
  const FileView own = seen("S02", "amy", "young_person");
  EXPECT_TRUE(own.entry("p-amy"));
  EXPECT_TRUE(own.entry("c-initial"));
  EXPECT_FALSE(own.entry("op-amy"));
  EXPECT_FALSE(seen("S02", "ben", "young_person").entry("c-initial"));
  EXPECT_TRUE(seen("S02", "amy", "young_person", with(chair_gives("amy", "record", R"("amy")"))).entry("op-amy"));
}

TEST(AccessLines, a_hint_of_where_somebody_is_stays_from_all_parents_who_do_not_live_there_once_anybody_is_protected) {
  const std::string protect = R"({"id":"protect-x","type":"protection","about":["cai"],"recorded":"2025-05-01T10:00:00Z","by":"sw1","role":"social_worker","answers":{"from":["mr_y"],"reason":"A threat."}})";
  EXPECT_TRUE(seen("S02", "mr_x", "father").entry("s-amy-open-1"));
  EXPECT_FALSE(seen("S02", "mr_x", "father", with(protect)).entry("s-amy-open-1"));
}

TEST(AccessLines, what_is_wrong_in_a_line_goes_with_the_line) {
  const auto chair_gives_common = with(chair_gives("mr_x", "common", R"("amy","ben","cai")"));
  EXPECT_FALSE(seen("S02", "mr_x", "father").entry("wrong-common-2"));
  EXPECT_TRUE(seen("S02", "mr_x", "father", chair_gives_common).entry("wrong-common-2"));
  EXPECT_TRUE(seen("S02", "mr_y", "father").entry("wrong-cai-report-2"));
  EXPECT_FALSE(seen("S02", "mr_y", "father", without("shared-mr_y-cai")).entry("wrong-cai-report-2"));
}

TEST(AccessLines, what_is_wrong_in_a_line_is_not_shown_to_whoever_does_not_know_who_says_so) {
  // To Amy's father, Lee would be a stranger were he not her mother's partner.
  EXPECT_FALSE(seen("S02", "mr_x", "father", [](Entries& entries) {
                 with(chair_gives("mr_x", "common", R"("amy","ben","cai")"))(entries);
                 without("rel-mr_y-amy")(entries);
               }).entry("wrong-common-2"));
}

TEST(AccessLines, what_is_wrong_in_a_line_stays_with_it_when_the_line_is_corrected) {
  const std::string corrected = R"({"id":"s-cai-report-2b","type":"statement","about":["cai"],"happened":"2025-04-24","recorded":"2025-04-28T09:00:00Z","by":"sw1","role":"social_worker","corrects":"s-cai-report-2","answers":{"conference":"c-initial","report":"r-sw-cai","words":"Kelly says that the lock has been broken since Christmas.","kind":"hearsay","whose":"mum","heading":"history","audience":"report"}})";
  const FileView view = seen("S02", "mr_y", "father", with(corrected));
  EXPECT_TRUE(view.entry("s-cai-report-2b"));
  EXPECT_TRUE(view.entry("wrong-cai-report-2"));
}

TEST(AccessLines, words_that_tell_where_are_kept_from_whoever_may_not_know_though_they_read_the_line) {
  EXPECT_TRUE(seen("S07", "dad", "father").entry("s-ella-sw-3"));
  EXPECT_FALSE(seen("S07", "dad", "father").entry("wrong-sw-3"));
  EXPECT_TRUE(seen("S07", "mum", "mother").entry("wrong-sw-3"));
}

TEST(AccessLines, the_familys_own_words_go_as_far_as_their_writer_said) {
  const auto kept = [](Entries& entries) {
    for (Entry& entry : entries)
      if (entry.id.value.starts_with("words-")) {
        json::object answers = entry.answers.values();
        answers["audience"] = "family_words";
        entry.answers = Answers(std::move(answers));
      }
  };
  for (const char* words : {"words-mum", "words-mr_x"}) {
    EXPECT_TRUE(seen("S02", "pol1", "police_officer").entry(words)) << words;
    EXPECT_FALSE(seen("S02", "pol1", "police_officer", kept).entry(words)) << words;
    EXPECT_FALSE(seen("S02", "pol1", "police_officer", without("inv-pol1")).entry(words)) << words;
    EXPECT_TRUE(seen("S02", "sw1", "social_worker", kept).entry(words)) << words;
    EXPECT_TRUE(seen("S02", "adm1", "conference_administrator", kept).entry(words)) << words;
  }
  EXPECT_TRUE(seen("S02", "mum", "mother").entry("words-mr_x"));
  EXPECT_FALSE(seen("S02", "mum", "mother", kept).entry("words-mr_x"));
  EXPECT_FALSE(seen("S02", "mum", "mother", without("inv-mum")).entry("words-mr_x"));
  EXPECT_TRUE(seen("S02", "mum", "mother", kept).entry("words-mum"));
}

TEST(AccessLines, what_somebody_needs_is_shown_to_them_and_to_those_who_run_the_conference) {
  const std::string told = R"({"id":"needs-told","type":"taking_part","about":["mr_x"],"recorded":"2025-04-28T09:00:00Z","by":"sw1","role":"social_worker","answers":{"conference":"c-initial","travel":"A lift"}})";
  EXPECT_TRUE(seen("S02", "mr_x", "father", with(told)).entry("needs-told"));
  EXPECT_FALSE(seen("S02", "mum", "mother", with(told)).entry("needs-told"));
  EXPECT_FALSE(seen("S02", "dsl1", "school_safeguarding_lead", with(told)).entry("needs-told"));
  for (const auto& [person, role] : {std::pair{"adm1", "conference_administrator"}, std::pair{"ch1", "chair"}, std::pair{"sw1", "social_worker"}}) EXPECT_TRUE(seen("S02", person, role).entry("heard-amy")) << role;
}

TEST(AccessLines, a_representative_who_did_not_come_hears_of_no_conference) {
  EXPECT_TRUE(seen("S07", "sol1", "solicitor").entry("c-initial"));
  EXPECT_FALSE(seen("S07", "sol1", "solicitor", [](Entries& entries) {
                 without("att-sol1")(entries);
                 without("att-dad")(entries);
               }).entry("c-initial"));
}

}  // namespace
}  // namespace confer::examples
