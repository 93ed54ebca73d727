// Opening a file: whoever does it says who the family is, and nobody else may.
#include <gtest/gtest.h>

#include "base/testing.h"
#include "desk/desk.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {
namespace {

const Reader worker{PersonId{"p-worker"}, "social_worker"}, other{PersonId{"p-other"}, "social_worker"};

class Opening : public ::testing::Test {
 protected:
  Opening()
      : desk_(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), AuthorityId{"rotherham"},
              World{[] { return *Instant::parse("2026-06-10T09:00:00Z"); }, [number = 0]() mutable { return "id-" + std::to_string(++number); }}) {
    file_ = desk_.open_new_file(worker, {.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}, {"reference", "RMB-1"}}})->file;
  }

  bool put(const Reader& by, std::string type, std::vector<PersonId> about, json::object answers) {
    return desk_.put_on_file(file_, by, {{.type = std::move(type), .about = std::move(about), .answers = std::move(answers)}}).has_value();
  }
  bool child(const Reader& by, const char* id) { return put(by, "person", {PersonId{id}}, {{"name", "A Child"}, {"kind", "child"}, {"born", "2020-01-01"}}); }

  std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
  FileId file_;
};

TEST_F(Opening, whoever_opens_a_file_introduces_all_its_children_and_then_themselves) {
  EXPECT_TRUE(put(worker, "person", {worker.person}, {{"name", "A Worker"}, {"kind", "practitioner"}, {"role", "social_worker"}}));
  EXPECT_TRUE(child(worker, "c-one"));
  EXPECT_TRUE(child(worker, "c-two"));
  EXPECT_TRUE(put(worker, "involvement", {PersonId{"c-one"}, PersonId{"c-two"}}, {{"person", worker.person.value}, {"agency", "childrens_social_care"}, {"direct_contact", true}}));
  EXPECT_TRUE(child(worker, "c-three"));
}

TEST_F(Opening, what_goes_on_file_with_it_goes_all_or_not_at_all) {
  const Draft file{.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}, {"reference", "RMB-2"}}, .key = "k1"};
  const Draft self{.type = "person", .about = {worker.person}, .answers = {{"name", "A Worker"}, {"kind", "practitioner"}, {"role", "social_worker"}}, .key = "k1-opener"};
  const auto opened = desk_.open_new_file(worker, file, {}, {self});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->entries.size(), 2U);
  const auto seen = desk_.open_file(opened->file, worker);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->name(worker.person.value), "A Worker");
  EXPECT_FALSE(desk_.open_file(opened->file, other));
  const auto again = desk_.open_new_file(worker, file, {}, {self});
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->file, opened->file);
  Draft nameless = self;
  nameless.answers = {};
  json::object third = file.answers;
  third["reference"] = "RMB-3";
  const auto count = desk_.files(worker, {}).count;
  EXPECT_FALSE(desk_.open_new_file(worker, {.type = "family_file", .answers = third}, {}, {nameless}));
  EXPECT_EQ(desk_.files(worker, {}).count, count);
}

TEST_F(Opening, once_they_are_named_with_one_child_an_opener_still_sees_the_others_whom_they_introduced) {
  const auto sees = [&](const char* child) {
    const auto seen = desk_.open_file(file_, worker);
    return seen && seen->person(child);
  };
  ASSERT_TRUE(put(worker, "person", {worker.person}, {{"name", "A Worker"}, {"kind", "practitioner"}, {"role", "social_worker"}}));
  ASSERT_TRUE(put(worker, "person", {other.person}, {{"name", "An Other"}, {"kind", "practitioner"}, {"role", "social_worker"}}));
  ASSERT_TRUE(child(worker, "c-one"));
  ASSERT_TRUE(put(worker, "involvement", {PersonId{"c-one"}}, {{"person", worker.person.value}, {"agency", "childrens_social_care"}, {"direct_contact", true}}));
  ASSERT_TRUE(put(worker, "involvement", {PersonId{"c-one"}}, {{"person", other.person.value}, {"agency", "childrens_social_care"}, {"direct_contact", true}}));
  ASSERT_TRUE(child(worker, "c-two"));
  ASSERT_TRUE(child(other, "c-three"));
  EXPECT_TRUE(sees("c-one"));
  EXPECT_TRUE(sees("c-two"));
  EXPECT_FALSE(sees("c-three")) << "whom somebody else introduced";
  const auto seen = desk_.open_file(file_, worker);
  const EntryId first = seen->standing("involvement").front()->id;
  ASSERT_TRUE(desk_.put_on_file(file_, other, {{.type = "involvement", .about = {PersonId{"c-one"}},
                                                .answers = {{"person", worker.person.value}, {"agency", "childrens_social_care"}, {"direct_contact", true}, {"ended", "2026-06-09"}}, .corrects = first}}));
  EXPECT_FALSE(desk_.open_file(file_, worker)) << "taken off: the children whom they introduced go too";
}

TEST_F(Opening, nobody_else_may_add_to_a_file_that_is_being_opened) {
  EXPECT_TRUE(child(worker, "c-one"));
  EXPECT_FALSE(child(other, "c-two"));
}

TEST_F(Opening, an_opener_whose_work_has_ended_may_add_nothing) {
  EXPECT_TRUE(put(worker, "person", {worker.person}, {{"name", "A Worker"}, {"kind", "practitioner"}, {"role", "social_worker"}}));
  EXPECT_TRUE(child(worker, "c-one"));
  EXPECT_TRUE(put(worker, "involvement", {PersonId{"c-one"}},
                  {{"person", worker.person.value}, {"agency", "childrens_social_care"}, {"direct_contact", true}, {"ended", "2026-06-09"}}));
  EXPECT_FALSE(child(worker, "c-two"));
}

TEST_F(Opening, a_reference_is_given_is_no_name_and_stands_on_one_file_alone) {
  const auto refused = [&](const Reader& by, const char* reference) -> std::string {
    json::object answers{{"authority", "rotherham"}, {"procedure", "rotherham"}};
    if (reference) answers["reference"] = reference;
    const auto opened = desk_.open_new_file(by, {.type = "family_file", .answers = answers});
    return opened ? std::string{} : opened.error().front().field + ": " + opened.error().front().message;
  };
  EXPECT_NE(refused(worker, nullptr).find("reference: Enter the reference"), std::string::npos);
  for (const char* words : {"Hartley", "The Hartleys", "Hartley 2", "RMB"}) EXPECT_NE(refused(worker, words).find("reference: Enter a reference: one word"), std::string::npos) << words;
  for (const char* same : {"RMB-1", "rmb-1"}) EXPECT_NE(refused(other, same).find("reference: This reference is in use already."), std::string::npos) << same << ", and whoever asks may not see that file";
  EXPECT_EQ(refused(other, "RMB-11"), "") << "another that begins alike";
}

}  // namespace
}  // namespace confer
