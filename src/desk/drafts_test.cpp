#include "desk/drafts.h"

#include <gtest/gtest.h>

#include "desk/token.h"
#include "store/store.h"

namespace confer {
namespace {

const EntryId worker{"a-worker"}, manager{"a-manager"};
const Instant noon = *Instant::parse("2026-11-22T12:00:00Z");

Instant later(std::int64_t seconds) { return {noon.microseconds + seconds * 1'000'000}; }
DraftName report(const char* conference = "c1") { return {FileId{"f1"}, "report", {{"conference", conference}}}; }
KeptDraft typed(DraftName name, std::string words, Instant saved = noon) {
  return {std::move(name), {{"words", std::move(words)}, {"about", "amy"}, {"about", "ben"}}, "/files/f1/record/report", saved};
}

class DraftsTest : public testing::Test {
 protected:
  const std::unique_ptr<Store> store_ = memory_store();
  const DraftLimits limits_{.bytes = 400, .forms = 3, .keep_seconds = 1'000, .held_forms = 2};
  Drafts drafts_{*store_, AuthorityId{"rotherham"}, limits_};
  const std::string browser_ = random_token(), other_browser_ = random_token();
};

TEST_F(DraftsTest, what_was_typed_is_found_by_its_author_and_nobody_else) {
  ASSERT_TRUE(drafts_.save(worker, typed(report(), "Half a sentence")));
  EXPECT_EQ(drafts_.find(worker, report(), noon), typed(report(), "Half a sentence"));
  EXPECT_FALSE(drafts_.find(manager, report(), noon));
  EXPECT_TRUE(drafts_.all(manager, noon).empty());
  EXPECT_FALSE(Drafts(*store_, AuthorityId{"sussex"}).find(worker, report(), noon));
}

TEST_F(DraftsTest, forms_of_one_type_are_told_apart_by_what_they_belong_to) {
  ASSERT_TRUE(drafts_.save(worker, typed(report("c1"), "One")));
  ASSERT_TRUE(drafts_.save(worker, typed(report("c2"), "Two", later(1))));
  ASSERT_TRUE(drafts_.save(worker, typed(report("c1"), "One, longer", later(2))));
  EXPECT_EQ(drafts_.find(worker, report("c1"), later(2))->typed.front().second, "One, longer");
  EXPECT_EQ(drafts_.find(worker, report("c2"), later(2))->typed.front().second, "Two");
  const auto all = drafts_.all(worker, later(2));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.front().name, report("c1"));
  drafts_.drop(worker, report("c1"), later(2));
  drafts_.drop(worker, report("c9"), later(2));
  EXPECT_EQ(drafts_.all(worker, later(2)).size(), 1U);
}

TEST_F(DraftsTest, a_form_that_is_too_long_is_refused_and_what_was_kept_of_it_stays) {
  ASSERT_TRUE(drafts_.save(worker, typed(report(), std::string(300, 'a'))));
  const auto refused = drafts_.save(worker, typed(report(), std::string(400, 'a')));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Problem::Kind::too_large);
  EXPECT_EQ(drafts_.find(worker, report(), noon)->typed.front().second.size(), 300U);
}

TEST_F(DraftsTest, one_form_too_many_is_refused_and_none_is_dropped_for_it) {
  for (const char* conference : {"c1", "c2", "c3"}) ASSERT_TRUE(drafts_.save(worker, typed(report(conference), "Words")));
  EXPECT_EQ(drafts_.save(worker, typed(report("c4"), "Words")).error().kind, Problem::Kind::too_large);
  EXPECT_TRUE(drafts_.save(worker, typed(report("c2"), "More words")));
  EXPECT_TRUE(drafts_.save(manager, typed(report("c4"), "Words")));
  EXPECT_EQ(drafts_.all(worker, noon).size(), 3U);
}

TEST_F(DraftsTest, a_draft_runs_out_so_long_after_it_was_last_typed_into) {
  ASSERT_TRUE(drafts_.save(worker, typed(report(), "Words")));
  ASSERT_TRUE(drafts_.save(worker, typed(report(), "Words, later", later(600))));
  EXPECT_TRUE(drafts_.find(worker, report(), later(1'599)));
  EXPECT_FALSE(drafts_.find(worker, report(), later(1'600)));
  EXPECT_TRUE(drafts_.all(worker, later(1'600)).empty());
}

TEST_F(DraftsTest, what_is_held_comes_back_to_its_account_in_its_browser_only) {
  ASSERT_TRUE(drafts_.hold(browser_, worker, typed(report(), "Typed too late")));
  EXPECT_FALSE(drafts_.find(worker, report(), noon));
  drafts_.take_up(browser_, manager, noon);
  drafts_.take_up(other_browser_, worker, noon);
  EXPECT_FALSE(drafts_.find(worker, report(), noon));
  EXPECT_FALSE(drafts_.find(manager, report(), noon));
  drafts_.take_up(browser_, worker, noon);
  EXPECT_EQ(drafts_.find(worker, report(), noon)->typed.front().second, "Typed too late");
  drafts_.drop(worker, report(), noon);
  drafts_.take_up(browser_, worker, noon);
  EXPECT_FALSE(drafts_.find(worker, report(), noon));
}

TEST_F(DraftsTest, what_is_held_does_not_replace_what_was_typed_since) {
  ASSERT_TRUE(drafts_.hold(browser_, worker, typed(report("c1"), "Older")));
  ASSERT_TRUE(drafts_.hold(browser_, worker, typed(report("c2"), "Newer", later(9))));
  ASSERT_TRUE(drafts_.save(worker, typed(report("c1"), "Newer", later(5))));
  ASSERT_TRUE(drafts_.save(worker, typed(report("c2"), "Older", later(5))));
  drafts_.take_up(browser_, worker, later(10));
  EXPECT_EQ(drafts_.find(worker, report("c1"), later(10))->typed.front().second, "Newer");
  EXPECT_EQ(drafts_.find(worker, report("c2"), later(10))->typed.front().second, "Newer");
}

TEST_F(DraftsTest, what_is_held_is_limited_and_waits_where_there_is_no_room) {
  for (const char* conference : {"c1", "c2", "c3"}) ASSERT_TRUE(drafts_.save(worker, typed(report(conference), "Words")));
  ASSERT_TRUE(drafts_.hold(browser_, worker, typed(report("c4"), "Held")));
  ASSERT_TRUE(drafts_.hold(browser_, worker, typed(report("c5"), "Held")));
  EXPECT_FALSE(drafts_.hold(browser_, worker, typed(report("c6"), "Held")));
  EXPECT_FALSE(drafts_.hold(other_browser_, worker, typed(report("c6"), std::string(400, 'a'))));
  drafts_.take_up(browser_, worker, noon);
  EXPECT_FALSE(drafts_.find(worker, report("c4"), noon));
  drafts_.drop(worker, report("c1"), noon);
  drafts_.take_up(browser_, worker, noon);
  EXPECT_EQ(drafts_.all(worker, noon).size(), 3U);
}

TEST_F(DraftsTest, what_has_run_out_leaves_the_store_at_the_next_sign_in) {
  ASSERT_TRUE(drafts_.save(worker, typed(report(), "Words")));
  drafts_.take_up(browser_, manager, later(1'000));
  EXPECT_FALSE(drafts_.find(worker, report(), noon));   // looked for at a time when it had not run out: it is gone indeed
}

TEST_F(DraftsTest, the_limits_as_they_are_stated) {
  const DraftLimits limits;
  EXPECT_EQ(limits.bytes, 65'536U);
  EXPECT_EQ(limits.forms, 50U);
  EXPECT_EQ(limits.keep_seconds, 2'592'000);
  EXPECT_EQ(limits.held_forms, 10U);
}

}  // namespace
}  // namespace confer
