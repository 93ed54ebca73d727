#include "procedure/views.h"

#include <gtest/gtest.h>

#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;

/// Amy's conference: three practitioners, her mother, and the chair, who runs it.
std::vector<Entry> gathered() {
  return with(family(), {conference("c1", "initial", "2025-04-29T09:00:00Z", "amy", "ben"), person("cora", "practitioner").answer("role", "chair"), attends("a1", "sam", "c1", "amy", "ben"),
                         attends("a2", "hana", "c1", "amy"), attends("a3", "dora", "c1", "amy"), attends("a4", "mum", "c1", "amy", "ben").answer("as", "family"),
                         attends("a5", "cora", "c1", "amy", "ben").answer("as", "practitioner")});
}

Entry thinks(std::string_view id, std::string_view who, std::string_view view, std::string_view child = "amy") {
  return entry(id, "practitioner_view").about(child).happened("2025-04-29").answer("conference", "c1").answer("person", who).answer("view", view);
}

ViewsFinding found(const std::vector<Entry>& entries, std::string_view child = "amy") { return views(file_of(entries), rotherham(), EntryId{"c1"}, PersonId{std::string(child)}); }

TEST(Views, practitioners_who_came_for_the_child_count_and_neither_family_nor_chair) {
  EXPECT_EQ(found(gathered()).counted, (std::vector{PersonId{"sam"}, PersonId{"hana"}, PersonId{"dora"}}));
  EXPECT_EQ(found(gathered()).waits.size(), 3U);
  EXPECT_EQ(found(gathered(), "ben").counted, std::vector{PersonId{"sam"}});
  EXPECT_EQ(in_words(found(gathered())), "The practitioners here have not been asked yet.");
}

TEST(Views, whoever_sent_apologies_has_no_view_that_counts) {
  const std::vector<Entry> entries = with(gathered(), {Entry(attends("a2b", "hana", "c1", "amy").corrects("a2").answer("how", "apologies"))});
  EXPECT_EQ(found(entries).counted.size(), 2U);
}

TEST(Views, most_of_those_who_gave_a_view_make_the_result) {
  const ViewsFinding two_to_one = found(with(gathered(), {thinks("v1", "sam", "needed"), thinks("v2", "hana", "needed"), thinks("v3", "dora", "not_needed")}));
  EXPECT_EQ(two_to_one.result, ViewsFinding::Result::needed);
  EXPECT_EQ(in_words(two_to_one), "Of the 3 who gave a view, 2 say that a plan is needed and 1 that none is.");
  const ViewsFinding at_one = found(with(gathered(), {thinks("v1", "sam", "not_needed"), thinks("v2", "hana", "none_given")}));
  EXPECT_EQ(at_one.result, ViewsFinding::Result::not_needed);
  EXPECT_EQ(in_words(at_one), "The one who gave a view says that no plan is needed. 1 gave none. 1 has not been asked yet.");
}

TEST(Views, as_many_for_as_against_is_no_majority) {
  EXPECT_EQ(found(with(gathered(), {thinks("v1", "sam", "needed"), thinks("v2", "hana", "not_needed"), thinks("v3", "dora", "none_given")})).result, ViewsFinding::Result::divided);
}

TEST(Views, the_last_word_of_each_counts_and_a_view_on_a_sibling_does_not) {
  const std::vector<Entry> entries = with(gathered(), {thinks("v1", "sam", "needed"), thinks("v2", "sam", "not_needed"), thinks("v3", "hana", "needed", "ben")});
  EXPECT_EQ(found(entries).not_needed, 1);
  EXPECT_EQ(found(entries).needed, 0);
}

TEST(Views, a_view_of_somebody_who_did_not_come_counts_for_nothing) {
  EXPECT_EQ(found(with(gathered(), {thinks("v1", "paul", "needed")})).result, ViewsFinding::Result::none);
}

}  // namespace
}  // namespace confer
