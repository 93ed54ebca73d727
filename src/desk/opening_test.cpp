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
    file_ = desk_.open_new_file(worker, {.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}}})->file;
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

}  // namespace
}  // namespace confer
