// What is begun, what was overtaken, and what is sent twice; and sixteen people who correct the same few things at once.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

#include "base/testing.h"
#include "desk/desk.h"
#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {
namespace {

const AuthorityId rotherham{"rotherham"};
const FileId family{"f-family"};
const EntryId account{"a-1"};
const Reader worker{{"sw1"}, "social_worker"}, chair{{"ch1"}, "chair"}, visitor{{"hv1"}, "health_visitor"}, mother{{"mum"}, "mother"}, stranger{{"sw9"}, "social_worker"};

class BegunTest : public testing::Test {
 protected:
  BegunTest()
      : desk_(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), rotherham,
              {[] { return *Instant::parse("2025-08-01T09:00:00Z"); }, [this] { return "n" + std::to_string(++ids_); }}) {}

  void take_in_s02(const FileId& file = family) {
    std::ifstream in(for_tests::procedures_folder() / "local/rotherham/examples/S02.jsonl");
    ASSERT_TRUE(desk_.take_in(file, read_jsonl(in).value()));
  }
  static Draft meeting(const std::string& place, const EntryId& corrects = {}) {
    Draft draft{.type = "core_group_meeting", .about = {{"ben"}}, .happened = *Date::parse("2025-07-30"), .answers = {{"place", place}}};
    draft.corrects = corrects;
    return draft;
  }
  static Draft statement(const char* audience, const EntryId& corrects = {}) {
    Draft draft{.type = "statement", .about = {{"cai"}}, .happened = *Date::parse("2025-04-29"), .answers = {{"conference", "c-initial"}, {"words", "Said."}, {"kind", "fact"}, {"audience", audience}}};
    if (std::string_view(audience) == "own_part") draft.answers["own_part_of"] = "mum";
    draft.corrects = corrects;
    return draft;
  }
  std::vector<BegunForm> begun_with(DraftName name, const Reader& reader) {
    EXPECT_TRUE(desk_.drafts().save(account, {std::move(name), {{"place", "Library"}}, "/files/f-family/record/x", desk_.now()}));
    return desk_.begun_by(account, reader);
  }

  std::atomic<int> ids_ = 0;
  const std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
};

TEST_F(BegunTest, a_form_begun_is_listed_with_its_title_and_the_familys_reference) {
  take_in_s02();
  const auto begun = begun_with({family, "core_group_meeting"}, worker);
  ASSERT_EQ(begun.size(), 1U);
  EXPECT_EQ(begun.front().title, "Core group meeting");
  EXPECT_EQ(begun.front().reference, desk_.open_file(family, worker)->reference);
  EXPECT_EQ(begun.front().address, "/files/f-family/record/x");
  EXPECT_EQ(begun_with({{}, "family_file"}, worker).size(), 2U);
}

TEST_F(BegunTest, a_draft_is_kept_but_not_shown_while_its_author_may_not_open_the_file_make_the_record_or_see_what_it_belongs_to) {
  take_in_s02();
  EXPECT_EQ(begun_with({family, "core_group_meeting"}, stranger).size(), 0U);
  EXPECT_EQ(begun_with({family, "core_group_meeting"}, mother).size(), 0U);
  EXPECT_EQ(desk_.begun_by(account, worker).size(), 1U);
  EXPECT_EQ(begun_with({family, "no_such_record"}, worker).size(), 1U);
  EXPECT_EQ(begun_with({FileId{"f-nowhere"}, "core_group_meeting"}, worker).size(), 1U);
  EXPECT_EQ(begun_with({family, "plan_action", {{"conference", "c-nowhere"}}}, worker).size(), 1U);
  EXPECT_EQ(begun_with({family, "plan_action", {{"about", "nobody"}, {"conference", "c-initial"}}}, worker).size(), 1U);
  EXPECT_EQ(begun_with({family, "plan_action", {{"about", "amy"}, {"conference", "c-initial"}}}, worker).size(), 2U);
  EXPECT_EQ(desk_.begun_by(account, stranger).size(), 0U);
}

TEST_F(BegunTest, a_draft_does_not_outlive_the_key_of_what_it_corrects) {
  take_in_s02();
  const Stream stream{rotherham, Stream::Kind::file, family.value};
  ASSERT_EQ(begun_with({family, "core_group_meeting", {{"corrects", "cg-1"}}}, worker).size(), 1U);
  EXPECT_TRUE(desk_.begun(account, {family, "core_group_meeting", {{"corrects", "cg-1"}}}));
  EXPECT_EQ(begun_with({family, "core_group_meeting"}, worker).size(), 2U);
  ASSERT_TRUE(store_->destroy_key(stream, EntryId{"cg-1"}, {}));
  Desk afterwards(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), rotherham, {[] { return *Instant::parse("2025-08-01T09:00:00Z"); }, [] { return std::string("later"); }});
  EXPECT_FALSE(afterwards.begun(account, {family, "core_group_meeting", {{"corrects", "cg-1"}}}));
  EXPECT_FALSE(afterwards.drafts().find(account, {family, "core_group_meeting", {{"corrects", "cg-1"}}}, afterwards.now())) << "it is gone, and not only hidden";
  EXPECT_EQ(afterwards.begun_by(account, worker).size(), 1U) << "what rests on nothing that was destroyed stays";
  for (const Entry& entry : store_->entries(stream)) (void)store_->destroy_key(stream, entry.id, {});
  Desk at_last(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), rotherham, {[] { return *Instant::parse("2025-08-01T09:00:00Z"); }, [] { return std::string("later"); }});
  EXPECT_TRUE(at_last.begun_by(account, worker).empty());
  EXPECT_TRUE(at_last.drafts().all(account, at_last.now()).empty()) << "nor does anything outlive the keys of its whole file";
}

TEST_F(BegunTest, listing_what_is_begun_is_no_opening_of_a_file) {
  take_in_s02();
  const auto log = [&] { return store_->entries({rotherham, Stream::Kind::access_log, {}}).size(); };
  const std::size_t before = log();
  EXPECT_EQ(begun_with({family, "core_group_meeting"}, worker).size(), 1U);
  EXPECT_EQ(log(), before);
}

TEST_F(BegunTest, what_stands_for_an_entry_is_its_last_correction_as_far_as_the_reader_may_see) {
  take_in_s02();
  const EntryId first = desk_.put_on_file(family, worker, {meeting("Library")})->entries.front();
  const EntryId second = desk_.put_on_file(family, worker, {meeting("Town hall", first)})->entries.front();
  EXPECT_EQ(desk_.stands_for(family, worker, first), second);
  EXPECT_EQ(desk_.stands_for(family, worker, second), second);
  EXPECT_EQ(desk_.stands_for(family, stranger, first), EntryId{});
  EXPECT_EQ(desk_.stands_for(family, worker, EntryId{"e-nowhere"}), EntryId{});
  EXPECT_EQ(desk_.stands_for(FileId{"f-nowhere"}, worker, first), EntryId{});
}

TEST_F(BegunTest, a_practitioner_is_told_of_a_correction_that_she_may_see) {
  take_in_s02();
  const EntryId said = desk_.put_on_file(family, chair, {statement("open_part")})->entries.front();
  ASSERT_TRUE(desk_.open_file(family, visitor)->entry(said.value));
  const EntryId again = desk_.put_on_file(family, chair, {statement("open_part", said)})->entries.front();
  const auto late = desk_.put_on_file(family, visitor, {statement("open_part", said)});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().front().kind, Problem::Kind::conflict);
  EXPECT_EQ(desk_.stands_for(family, visitor, said), again);
}

TEST_F(BegunTest, what_is_overtaken_by_something_withheld_is_refused_in_the_words_for_what_was_never_there) {
  take_in_s02();
  const EntryId said = desk_.put_on_file(family, chair, {statement("open_part")})->entries.front();
  ASSERT_TRUE(desk_.open_file(family, visitor)->entry(said.value));
  ASSERT_TRUE(desk_.put_on_file(family, chair, {statement("own_part", said)}));
  const auto overtaken = desk_.put_on_file(family, visitor, {statement("open_part", said)}), never = desk_.put_on_file(family, visitor, {statement("open_part", EntryId{"e-nowhere"})});
  ASSERT_FALSE(overtaken || never);
  EXPECT_EQ(overtaken.error(), never.error());
  EXPECT_EQ(desk_.stands_for(family, visitor, said), desk_.stands_for(family, visitor, EntryId{"e-nowhere"}));
}

TEST_F(BegunTest, a_practitioners_correction_sent_twice_is_on_file_once) {
  take_in_s02();
  Draft mine = statement("open_part", desk_.put_on_file(family, visitor, {statement("open_part")})->entries.front());
  mine.key = "k-1";
  EXPECT_FALSE(desk_.put_on_file(family, visitor, {mine}).value().repeated);
  EXPECT_TRUE(desk_.put_on_file(family, visitor, {mine}).value().repeated);
}

TEST_F(BegunTest, a_new_file_sent_twice_is_opened_once) {
  Draft draft{.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}, {"reference", "RMB-1"}}};
  draft.key = "k-1";
  EXPECT_FALSE(desk_.is_on_file({}, worker, "k-1"));
  const auto first = desk_.open_new_file(worker, draft), again = desk_.open_new_file(worker, draft);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->file, again->file);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(store_->streams(rotherham, Stream::Kind::file).size(), 1U);
  EXPECT_TRUE(desk_.is_on_file({}, worker, "k-1"));
  EXPECT_FALSE(desk_.is_on_file({}, worker, ""));
  EXPECT_NE(desk_.open_new_file(chair, draft).value_or(PutOnFile{FileId{"none"}, {}, {}, false}).file, first->file);
}

TEST_F(BegunTest, a_form_for_several_is_on_file_under_keys_that_begin_with_its_own) {
  take_in_s02();
  Draft draft = meeting("Library");
  draft.key = "k1-ben";
  ASSERT_TRUE(desk_.put_on_file(family, worker, {draft}));
  EXPECT_TRUE(desk_.is_on_file(family, worker, "k1"));
  EXPECT_FALSE(desk_.is_on_file(family, worker, "k"));
  EXPECT_FALSE(desk_.is_on_file(family, chair, "k1"));
}

/// What one of sixteen writers came to.
struct Outcome {
  std::size_t stored = 0, overtaken = 0;
};

TEST_F(BegunTest, sixteen_writers_on_four_files_lose_no_update_and_no_words) {
  constexpr std::size_t writers = 16, files = 4, each = 10;
  std::vector<FileId> family_of;
  std::vector<EntryId> first;
  for (std::size_t i = 0; i < files; ++i) {
    family_of.push_back(FileId{"f" + std::to_string(i)});
    take_in_s02(family_of.back());
    first.push_back(desk_.put_on_file(family_of.back(), worker, {meeting("Library")})->entries.front());
  }
  std::vector<Outcome> outcomes(writers);
  std::vector<std::thread> threads;
  for (std::size_t w = 0; w < writers; ++w)
    threads.emplace_back([&, w] {
      const EntryId own{"a-" + std::to_string(w)};
      for (std::size_t i = 0; i < each; ++i) {
        const std::size_t f = (w + i) % files;
        const EntryId seen = desk_.stands_for(family_of[f], worker, first[f]);
        const std::string place = "Room " + std::to_string(w) + "-" + std::to_string(i);
        const auto done = desk_.put_on_file(family_of[f], worker, {meeting(place, seen)});
        if (done) {
          ++outcomes[w].stored;
          continue;
        }
        EXPECT_EQ(done.error().front().kind, Problem::Kind::conflict);
        ++outcomes[w].overtaken;
        EXPECT_TRUE(desk_.drafts().save(own, {{family_of[f], "core_group_meeting", {{"corrects", place}}}, {{"place", place}}, "/", desk_.now()}));
      }
    });
  for (std::thread& thread : threads) thread.join();
  std::size_t stored = 0, overtaken = 0, kept = 0, on_file = 0;
  for (std::size_t w = 0; w < writers; ++w) {
    stored += outcomes[w].stored, overtaken += outcomes[w].overtaken;
    kept += desk_.drafts().all(EntryId{"a-" + std::to_string(w)}, desk_.now()).size();
  }
  for (std::size_t f = 0; f < files; ++f) {
    // One line of corrections, each of the one before: nothing was put on top of what its writer had not seen.
    EntryId last = first[f];
    for (const Entry& entry : store_->entries({rotherham, Stream::Kind::file, family_of[f].value})) {
      if (entry.type != "core_group_meeting" || entry.corrects.empty()) continue;
      EXPECT_EQ(entry.corrects, last);
      last = entry.id;
      ++on_file;
    }
    EXPECT_EQ(desk_.stands_for(family_of[f], worker, first[f]), last);
  }
  EXPECT_EQ(stored + overtaken, writers * each);
  EXPECT_EQ(on_file, stored);
  EXPECT_EQ(kept, overtaken);
  EXPECT_GT(stored, files);
  std::printf("Note: %zu writers on %zu files: %zu updates on file, %zu overtaken and kept, 0 lost.\n", writers, files, stored, overtaken);
}

}  // namespace
}  // namespace confer
