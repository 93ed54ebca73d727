// Somebody else was faster: what a writer is shown, and what she is not.
#include "page/testing.h"

namespace confer {
namespace {

using namespace for_tests;

/// Two people correct the same meeting; the second is late.
class Overtaken : public KeptForms {
 protected:
  Overtaken() : worker_(browser_of("sw1")), manager_(browser_of("tm1")) {
    Draft first{.type = "core_group_meeting", .about = {{"ben"}}, .happened = *Date::parse("2025-07-30"), .answers = {{"place", "Library"}, {"notes", "Nothing yet."}}};
    first_ = desk_.put_on_file(family_, {{"sw1"}, "social_worker"}, {first}).value().entries.front();
    correct_ = std::string(meeting_form) + "?corrects=" + first_.value;
  }
  /// The manager puts a correction on file while the worker's form is open; hers is refused.
  void overtake() {
    worker_.get(correct_);
    hers_ = worker_.hidden_of(meeting_form) + meeting("Library") + Pairs{{"notes", "What I heard on the telephone."}};
    manager_.get(correct_);
    ASSERT_EQ(manager_.post(meeting_form, manager_.hidden_of(meeting_form) + meeting("Town hall") + Pairs{{"notes", "Breakfast club from Monday."}}).status, 200);
  }

  Browser worker_, manager_;
  EntryId first_;
  std::string correct_;
  Pairs hers_;
};

TEST_F(Overtaken, whoever_is_late_sees_what_changed_beside_her_own_words_and_can_put_hers_on_top) {
  overtake();
  const std::size_t before = on_file("core_group_meeting");
  EXPECT_EQ(worker_.post(meeting_form, hers_).status, 409);
  EXPECT_EQ(on_file("core_group_meeting"), before);
  const std::string name(desk_.open_file(family_, {{"sw1"}, "social_worker"})->name("tm1"));
  for (const std::string& words : {std::string("Somebody corrected this while you were writing."), name + " put this on file at 14:05 on Friday 1 August.", std::string("Breakfast club from Monday."),
                                   std::string("What I heard on the telephone.</p>"), std::string("Nothing yet."), std::string("What I heard on the telephone.</textarea>"), std::string("Put mine on file")})
    EXPECT_TRUE(has(worker_.page.body, words)) << words;
  // Where they met she had left alone, so the town hall stands in her form too.
  EXPECT_TRUE(has(worker_.page.body, "value=\"Town hall\""));
  EXPECT_TRUE(has(worker_.page.body, "what is on file now stands in your form too: Where?"));
  EXPECT_EQ(worker_.post(meeting_form, worker_.hidden_of(meeting_form) + meeting("Town hall") + Pairs{{"notes", "Both."}}).status, 200) << worker_.page.body;
  EXPECT_EQ(on_file("core_group_meeting"), before + 1);
  EXPECT_FALSE(has(worker_.get("/").body, "What you have begun"));
}

TEST_F(Overtaken, her_words_are_kept_and_stand_beside_the_others_when_she_comes_back) {
  overtake();
  worker_.post(meeting_form, hers_);
  EXPECT_TRUE(has(worker_.get("/").body, "What you have begun"));
  worker_.get(correct_);
  EXPECT_EQ(worker_.page.status, 200);
  EXPECT_TRUE(has(worker_.page.body, "Breakfast club from Monday."));
  EXPECT_TRUE(has(worker_.page.body, "What I heard on the telephone.</textarea>"));
  EXPECT_TRUE(has(worker_.page.body, "Leave it as it stands and drop mine"));
  EXPECT_EQ(worker_.post("/drafts/drop", worker_.hidden_of("/drafts/drop")).status, 303);
  EXPECT_EQ(worker_.header("location"), "/files/f1/record");
  EXPECT_FALSE(has(worker_.get(correct_).body, "What I heard on the telephone."));
}

TEST_F(Overtaken, a_form_kept_before_it_was_overtaken_shows_both_when_it_is_opened) {
  overtake();
  worker_.post("/drafts", hers_ + Pairs{{"form_quiet", "1"}});
  worker_.get(correct_);
  EXPECT_TRUE(has(worker_.page.body, "What changed while you were writing"));
  EXPECT_TRUE(has(worker_.page.body, "Breakfast club from Monday."));
  EXPECT_EQ(worker_.post(meeting_form, worker_.hidden_of(meeting_form) + meeting("Town hall")).status, 200);
}

TEST_F(Overtaken, by_something_withheld_reads_to_its_writer_as_what_was_never_there) {
  const Reader chair{{"ch1"}, "chair"};
  Draft said{.type = "statement", .about = {{"cai"}}, .happened = *Date::parse("2025-04-29"), .answers = {{"conference", "c-initial"}, {"words", "Said in the open part."}, {"kind", "fact"}, {"audience", "open_part"}}};
  const EntryId first = desk_.put_on_file(family_, chair, {said}).value().entries.front();
  Browser visitor = browser_of("hv1");
  const std::string form = "/files/f1/record/statement";
  visitor.get(form + "?corrects=" + first.value);
  const Pairs hers = visitor.hidden_of(form) + Pairs{{"about", "cai"}, {"happened-day", "29"}, {"happened-month", "4"}, {"happened-year", "2025"}, {"conference", "c-initial"}, {"words", "Said otherwise."},
                                                     {"kind", "fact"}, {"audience", "open_part"}};
  said.answers["words"] = "Said to her alone.", said.answers["audience"] = "own_part", said.answers["own_part_of"] = "mum", said.corrects = first;
  ASSERT_TRUE(desk_.put_on_file(family_, chair, {said}));
  Pairs never = hers;
  for (auto& [name, value] : never)
    if (name == "corrects") value = "e-nowhere";
  const Response overtaken = visitor.post(form, hers), nowhere = visitor.post(form, never);
  EXPECT_EQ(overtaken.status, nowhere.status);
  EXPECT_EQ(overtaken.body, nowhere.body);
  EXPECT_FALSE(has(overtaken.body, "Said to her alone."));
  EXPECT_TRUE(has(overtaken.body, "Said otherwise.</textarea>"));
  EXPECT_TRUE(has(visitor.get("/").body, "What you have begun"));
  EXPECT_TRUE(has(visitor.get(form + "?instead=yes").body, "Said otherwise.</textarea>"));
  Pairs as_new = visitor.hidden_of(form);
  std::copy_if(hers.begin(), hers.end(), std::back_inserter(as_new), [](const auto& field) { return field.first != "corrects"; });
  EXPECT_EQ(visitor.post(form, as_new).status, 200) << visitor.page.body;
}

TEST_F(Overtaken, two_chairs_who_decide_for_one_child_see_each_others_decision) {
  Browser chair = browser_of("ch1");
  const std::string form = "/files/f1/conferences/c-initial/decision";
  chair.get(form + "?child=amy");
  Pairs hers = {{"about", "amy"}, {"conference", "c-initial"}, {"outcome", "child_in_need"}, {"consent", "yes"}, {"reasons", "What I would have said."}, {"happened-day", "29"}, {"happened-month", "4"}, {"happened-year", "2025"}, {"happened-time", "11:00"},
                {"key", "k-9"}, {"form_place", "f1/decision?about=amy&conference=c-initial"}, {"form_at", form + "?child=amy"}, {"form_token", ""}};
  for (const auto& [name, value] : chair.hidden_of("/sign-out"))
    if (name == "form_token") hers.back().second = value;
  EXPECT_EQ(chair.post(form, hers).status, 409) << chair.page.body;
  EXPECT_TRUE(has(chair.page.body, "What changed while you were writing"));
  EXPECT_TRUE(has(chair.page.body, "What I would have said.</textarea>"));
  EXPECT_TRUE(has(chair.page.body, "Put mine on file instead"));
  EXPECT_TRUE(has(chair.get(form + "?child=amy").body, "What I would have said.</textarea>"));
}

}  // namespace
}  // namespace confer
