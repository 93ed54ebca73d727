// The desk on S02's family: what is put on file and opened, by whom, and what is left behind in lists and the access log.
#include "base/testing.h"
#include "desk/desk.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {
namespace {

const AuthorityId rotherham{"rotherham"};
const FileId family{"f-family"}, nowhere{"f-nowhere"};
const Reader worker{{"sw1"}, "social_worker"}, manager{{"tm1"}, "team_manager"}, chair{{"ch1"}, "chair"}, administrator{{"adm1"}, "conference_administrator"},
    mother{{"mum"}, "mother"}, amys_father{{"mr_x"}, "father"}, bens_father{{"mr_y"}, "father"}, visitor{{"hv1"}, "health_visitor"},
    amys_school{{"dsl1"}, "school_safeguarding_lead"}, stranger{{"sw9"}, "social_worker"};

std::vector<Entry> s02() {
  std::ifstream in(for_tests::procedures_folder() / "local/rotherham/examples/S02.jsonl");
  return read_jsonl(in).value();
}

class DeskTest : public testing::Test {
 protected:
  DeskTest()
      : desk_(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), rotherham,
              {[] { return *Instant::parse("2025-08-01T09:00:00Z"); }, [this] { return "n" + std::to_string(++ids_); }}) {}

  void take_in_s02() { ASSERT_TRUE(desk_.take_in(family, s02())); }
  [[nodiscard]] std::vector<Entry> on_file(const FileId& file) const { return store_->entries({rotherham, Stream::Kind::file, file.value}); }
  [[nodiscard]] std::vector<Entry> access_log() const { return store_->entries({rotherham, Stream::Kind::access_log, {}}); }
  static Draft meeting(const std::string& place, std::string key = {}) {
    Draft draft{.type = "core_group_meeting", .about = {{"ben"}}, .happened = *Date::parse("2025-07-30"), .answers = {{"place", place}}};
    draft.key = std::move(key);
    return draft;
  }

  std::atomic<int> ids_ = 0;
  const std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
};

TEST_F(DeskTest, a_new_file_begins_with_the_family_file) {
  const auto opened = desk_.open_new_file(worker, {.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}, {"reference", "RMB-77"}}});
  ASSERT_TRUE(opened);
  const auto entries = on_file(opened->file);
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].by, worker.person);
  EXPECT_EQ(entries[0].recorded, desk_.now());
  EXPECT_NE(entries[0].edition, Digest{});
  EXPECT_EQ(desk_.open_new_file(worker, {.type = "person"}).error().front().field, "type");
  const auto again = desk_.open_new_file(worker, {.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}}}, opened->file);
  EXPECT_EQ(again.error().front().kind, Problem::Kind::conflict);
  EXPECT_EQ(desk_.open_new_file(worker, {.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "nowhere"}}}).error().front().field, "procedure");
}

TEST_F(DeskTest, a_whole_case_is_taken_in_with_its_own_authors_and_days) {
  const auto entries = s02();
  const auto done = desk_.take_in(family, entries);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->entries.size(), entries.size());
  const auto stored = on_file(family);
  ASSERT_EQ(stored.size(), entries.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    EXPECT_EQ(stored[i].id, entries[i].id);
    EXPECT_EQ(stored[i].by, entries[i].by);
    EXPECT_EQ(stored[i].recorded, entries[i].recorded);
    EXPECT_EQ(stored[i].answers, entries[i].answers);
  }
  EXPECT_EQ(desk_.take_in(family, {entries.back()}).error().front().kind, Problem::Kind::conflict);
  EXPECT_TRUE(store_->verify().empty());
}

TEST_F(DeskTest, a_case_with_one_entry_that_nobody_in_that_role_may_make_is_refused_whole) {
  auto entries = s02();
  entries.back().role = "father";
  const auto refused = desk_.take_in(family, entries);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().front().message.starts_with("Entry " + std::to_string(entries.size()) + ": "));
  EXPECT_TRUE(on_file(family).empty());
}

TEST_F(DeskTest, each_reader_opens_what_is_theirs) {
  take_in_s02();
  const auto sees = [&](const Reader& reader, const char* entry) {
    const auto seen = desk_.open_file(family, reader);
    return seen && seen->entry(entry) != nullptr;
  };
  EXPECT_TRUE(sees(worker, "d-amy") && sees(chair, "d-amy") && sees(administrator, "d-amy"));
  EXPECT_TRUE(sees(mother, "d-amy") && sees(mother, "d-ben"));
  EXPECT_TRUE(sees(amys_father, "d-amy"));
  EXPECT_FALSE(sees(amys_father, "d-ben"));
  EXPECT_TRUE(sees(bens_father, "d-ben"));
  EXPECT_FALSE(sees(bens_father, "d-amy"));
  EXPECT_TRUE(sees(visitor, "d-cai"));
  EXPECT_FALSE(sees(stranger, "file"));
}

TEST_F(DeskTest, a_file_that_is_not_theirs_and_one_that_is_not_there_are_refused_in_the_same_words) {
  take_in_s02();
  const auto not_theirs = desk_.open_file(family, stranger), not_there = desk_.open_file(nowhere, stranger);
  ASSERT_FALSE(not_theirs || not_there);
  EXPECT_EQ(not_theirs.error(), not_there.error());
  EXPECT_EQ(not_there.error().kind, Problem::Kind::not_found);
  const auto wrote = desk_.put_on_file(family, stranger, {meeting("Library")}), wrote_nowhere = desk_.put_on_file(nowhere, stranger, {meeting("Library")});
  ASSERT_FALSE(wrote || wrote_nowhere);
  EXPECT_EQ(wrote.error(), wrote_nowhere.error());
  EXPECT_EQ(on_file(family).size(), s02().size());
}

TEST_F(DeskTest, whoever_sees_the_file_is_told_that_something_is_not_theirs_to_put_on_file) {
  take_in_s02();
  const auto refused = desk_.put_on_file(family, mother, {meeting("Library")});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().kind, Problem::Kind::not_allowed);
}

TEST_F(DeskTest, of_several_drafts_all_are_put_on_file_or_none) {
  take_in_s02();
  const std::size_t before = on_file(family).size();
  EXPECT_FALSE(desk_.put_on_file(family, worker, {meeting("Library"), {.type = "no_such_record"}}));
  EXPECT_EQ(on_file(family).size(), before);
  const auto both = desk_.put_on_file(family, worker, {meeting("Library"), meeting("Town hall")});
  ASSERT_TRUE(both);
  EXPECT_EQ(both->entries.size(), 2u);
  EXPECT_EQ(on_file(family).size(), before + 2);
  EXPECT_FALSE(desk_.put_on_file(family, worker, {}));
}

TEST_F(DeskTest, two_writers_at_once_lose_nothing) {
  take_in_s02();
  constexpr std::size_t each = 8;
  const std::size_t before = on_file(family).size();
  std::atomic<std::size_t> stored = 0;
  std::vector<std::thread> threads;
  for (const Reader& writer : {worker, manager})
    threads.emplace_back([this, writer, &stored] {
      for (std::size_t i = 0; i < each; ++i)
        if (desk_.put_on_file(family, worker, {meeting("Room " + writer.person.value + std::to_string(i))})) ++stored;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(stored, 2 * each);
  const auto entries = on_file(family);
  ASSERT_EQ(entries.size(), before + 2 * each);
  std::set<std::string> places;
  for (std::size_t i = before; i < entries.size(); ++i) places.emplace(entries[i].answers.text("place"));
  EXPECT_EQ(places.size(), 2 * each);
}

TEST_F(DeskTest, a_correction_of_what_was_corrected_meanwhile_conflicts_and_stores_nothing) {
  take_in_s02();
  const EntryId first = desk_.put_on_file(family, worker, {meeting("Library")}).value().entries.front();
  Draft mine = meeting("Town hall"), theirs = meeting("Health centre");
  mine.corrects = theirs.corrects = first;
  const EntryId second = desk_.put_on_file(family, worker, {theirs}).value().entries.front();
  const std::size_t before = on_file(family).size();
  const auto late = desk_.put_on_file(family, worker, {mine});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().front().kind, Problem::Kind::conflict);
  EXPECT_EQ(on_file(family).size(), before);
  mine.corrects = second;
  EXPECT_TRUE(desk_.put_on_file(family, worker, {mine}));
}

TEST_F(DeskTest, what_is_sent_twice_is_stored_once) {
  take_in_s02();
  const auto first = desk_.put_on_file(family, worker, {meeting("Library", "key-1")});
  const auto second = desk_.put_on_file(family, worker, {meeting("Library", "key-1")});
  ASSERT_TRUE(first && second);
  EXPECT_FALSE(first->repeated);
  EXPECT_TRUE(second->repeated);
  EXPECT_EQ(on_file(family).size(), s02().size() + 1);
}

TEST_F(DeskTest, a_correction_sent_twice_does_not_stand_in_its_own_way) {
  take_in_s02();
  Draft correction = meeting("Town hall", "key-2");
  correction.corrects = desk_.put_on_file(family, worker, {meeting("Library")}).value().entries.front();
  EXPECT_FALSE(desk_.put_on_file(family, worker, {correction}).value().repeated);
  EXPECT_TRUE(desk_.put_on_file(family, worker, {correction}).value().repeated);
}

TEST_F(DeskTest, a_new_file_asked_for_twice_under_one_key_is_opened_once) {
  Draft opening{.type = "family_file", .answers = {{"authority", "rotherham"}, {"procedure", "rotherham"}, {"reference", "RMB-1"}}};
  opening.key = "key-3";
  Draft own = opening;
  own.answers["reference"] = "RMB-2";
  const auto first = desk_.open_new_file(worker, opening), second = desk_.open_new_file(worker, opening), of_another = desk_.open_new_file(manager, own);
  ASSERT_TRUE(first && second && of_another);
  EXPECT_FALSE(first->repeated);
  EXPECT_TRUE(second->repeated);
  EXPECT_EQ(second->file, first->file);
  EXPECT_NE(of_another->file, first->file);
  EXPECT_EQ(on_file(first->file).size(), 1U);
}

TEST_F(DeskTest, lists_and_their_counts_hold_only_what_is_the_readers) {
  take_in_s02();
  for (const Reader& reader : {worker, chair, administrator, mother, amys_father, visitor}) {
    const ListPage files = desk_.files(reader, {});
    ASSERT_EQ(files.lines.size(), 1u) << reader.person.value;
    EXPECT_EQ(files.count, 1u);
    EXPECT_EQ(files.lines.front().file, family);
  }
  EXPECT_EQ(desk_.files(stranger, {}).count, 0u);
  EXPECT_EQ(desk_.due(stranger, {}).count, 0u);
  EXPECT_GT(desk_.due(worker, {}).count, 0u);
  for (const Reader& reader : {amys_father, amys_school}) {
    const std::string listed = json::serialize(desk_.files(reader, {}).lines.front().body);
    EXPECT_NE(listed.find("Amy"), std::string::npos) << reader.person.value;
    EXPECT_EQ(listed.find("Cai"), std::string::npos) << reader.person.value;
    EXPECT_EQ(desk_.files(reader, {.search = "cai"}).count, 0u) << reader.person.value;
  }
  for (const Reader& reader : {worker, mother, amys_father, bens_father, visitor, amys_school}) {
    const auto seen = desk_.open_file(family, reader);
    std::set<std::tuple<std::string, std::optional<Date>, EntryId, std::optional<Date>, std::string>> open;   // what one act does for several children is one line
    for (const ShownObligation& one : seen->obligations)
      if (!one.about.empty() && one.is_open()) open.emplace(one.rule, one.limit, one.conference, one.planned_on, one.why);
    const ListPage due = desk_.due(reader, {.limit = 1'000});
    EXPECT_EQ(due.count, open.size()) << reader.person.value;
    EXPECT_EQ(due.lines.size(), due.count) << reader.person.value;
  }
  EXPECT_LE(desk_.due(worker, {.whose = ListQuery::Whose::mine}).count, desk_.due(worker, {}).count);
}

TEST_F(DeskTest, every_opening_stands_in_the_access_log_refused_ones_too) {
  take_in_s02();
  (void)desk_.open_file(family, worker);
  (void)desk_.open_file(family, stranger);
  (void)desk_.look_as(family, chair, mother);
  const auto log = access_log();
  ASSERT_EQ(log.size(), 4u);
  const auto holds = [&](std::size_t i, const Reader& reader, std::string_view what) {
    EXPECT_EQ(log[i].by, reader.person);
    EXPECT_EQ(log[i].role, reader.role);
    EXPECT_EQ(log[i].answers.text("file"), family.value);
    EXPECT_EQ(log[i].answers.text("what"), what);
    EXPECT_EQ(log[i].recorded, desk_.now());
  };
  holds(0, worker, "opened");
  holds(1, stranger, "refused");
  holds(2, chair, "opened");
  holds(3, chair, "looked at as mum");
}

TEST_F(DeskTest, a_list_stands_in_the_access_log_with_the_files_whose_lines_it_showed_and_no_word_of_a_search) {
  take_in_s02();
  (void)desk_.files(worker, {});
  (void)desk_.due(worker, {});
  (void)desk_.files(stranger, {.search = "Hartley"});
  const auto log = access_log();
  ASSERT_EQ(log.size(), 3u);
  EXPECT_EQ(json::serialize(log[0].answers.values()), R"({"what":"listed","list":"file","files":["f-family"]})");
  EXPECT_EQ(json::serialize(log[1].answers.values()), R"({"what":"listed","list":"obligation","files":["f-family"]})");
  EXPECT_EQ(json::serialize(log[2].answers.values()), R"({"what":"searched","list":"file","files":[]})");
  EXPECT_EQ(log[2].by, stranger.person);
}

TEST_F(DeskTest, nobody_looks_as_somebody_who_sees_what_they_do_not) {
  take_in_s02();
  const auto refused = desk_.look_as(family, amys_father, mother);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Problem::Kind::not_allowed);
}

TEST_F(DeskTest, indexes_made_anew_hold_the_same_rows) {
  take_in_s02();
  const auto listed = [&] {
    std::string out;
    for (const Reader& reader : {worker, chair, administrator, mother, amys_father, bens_father, visitor, amys_school, stranger})
      for (const ListPage& page : {desk_.files(reader, {}), desk_.due(reader, {.limit = 1'000})})
        for (const ListLine& line : page.lines) out += reader.person.value + json::serialize(line.body) + "\n";
    return out;
  };
  const std::string before = listed();
  EXPECT_FALSE(before.empty());
  const Stream stream{rotherham, Stream::Kind::file, family.value};
  ASSERT_TRUE(store_->replace_rows(stream, store_->head(stream).position, {}));
  EXPECT_TRUE(listed().empty());
  EXPECT_EQ(desk_.rebuild(), 1U);
  EXPECT_EQ(listed(), before);
}

Draft introducing(const char* id, const char* role) { return {.type = "person", .about = {{id}}, .answers = {{"name", "Una Fell"}, {"kind", "practitioner"}, {"role", role}, {"organisation", "A refuge"}}}; }

TEST_F(DeskTest, somebody_is_introduced_once_and_corrected_after_that) {
  take_in_s02();
  ASSERT_TRUE(desk_.put_on_file(family, worker, {introducing("new1", "health_visitor")}));
  const auto again = desk_.put_on_file(family, worker, {introducing("new1", "health_visitor")});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().front().field, "about");
  EXPECT_TRUE(again.error().front().message.starts_with("This person is on the file already."));
  EXPECT_FALSE(desk_.put_on_file(family, worker, {introducing("new2", "midwife"), introducing("new2", "midwife")})) << "nor twice at once";
  auto twice = s02();
  twice.push_back(twice[2]);
  twice.back().id = {"another"};
  EXPECT_TRUE(desk_.take_in(nowhere, twice).error().front().message.find("This person is on the file already.") != std::string::npos);
}

TEST_F(DeskTest, a_practitioner_who_is_hidden_from_the_writer_is_introduced_as_if_they_were_not_there) {
  // A refuge worker stands on the file for Cai alone; a worker of Amy's alone does not know, and may not learn it by trying.
  take_in_s02();
  const Reader amys_worker{{"sw8"}, "social_worker"};
  ASSERT_TRUE(desk_.put_on_file(family, administrator, {introducing("sw8", "social_worker"), {.type = "involvement", .about = {{"amy"}}, .answers = {{"person", "sw8"}, {"agency", "childrens_social_care"}, {"direct_contact", true}}}}));
  const auto tried = [&](const char* id) {
    auto drafts = std::vector<Draft>{introducing(id, "refuge_worker"), {.type = "involvement", .about = {{"amy"}}, .answers = {{"person", id}, {"agency", "domestic_abuse_service"}, {"direct_contact", true}}}};
    const auto done = desk_.put_on_file(family, amys_worker, drafts);
    if (!done) return done.error().front().message;
    const auto seen = desk_.open_file(family, amys_worker);
    std::string out;
    for (const ShownEntry& one : seen->entries)
      if ((one.type == "person" && one.is_about({id})) || one.text("person") == id) out += one.type + " " + json::serialize(one.answers.at(one.type == "person" ? "name" : "agency")) + "\n";
    return out;
  };
  ASSERT_TRUE(desk_.put_on_file(family, administrator, {introducing("ref1", "refuge_worker"), {.type = "involvement", .about = {{"cai"}}, .answers = {{"person", "ref1"}, {"agency", "domestic_abuse_service"}, {"direct_contact", true}}}}));
  ASSERT_FALSE(desk_.open_file(family, amys_worker)->person("ref1"));
  EXPECT_EQ(tried("ref1"), "person \"Una Fell\"\ninvolvement \"domestic_abuse_service\"\n");
  EXPECT_EQ(tried("ref2"), tried("ref3"));
  EXPECT_TRUE(tried("ref1").starts_with("This person is on the file already.")) << "once they are known";
}

TEST_F(DeskTest, whether_a_file_opens_to_somebody_else_is_told_to_whoever_has_it_open) {
  take_in_s02();
  EXPECT_TRUE(desk_.opens_to(family, worker, visitor));
  EXPECT_FALSE(desk_.opens_to(family, worker, stranger));
  EXPECT_FALSE(desk_.opens_to(family, stranger, visitor)) << "who asks has to have it open";
  EXPECT_FALSE(desk_.opens_to(nowhere, worker, visitor));
  const Reader amys_worker{{"sw8"}, "social_worker"};
  ASSERT_TRUE(desk_.put_on_file(family, administrator, {introducing("sw8", "social_worker"), {.type = "involvement", .about = {{"amy"}}, .answers = {{"person", "sw8"}, {"agency", "childrens_social_care"}, {"direct_contact", true}}}}));
  EXPECT_FALSE(desk_.opens_to(family, amys_worker, visitor)) << "what opens it to a health visitor of Cai's is not to be seen by who knows Amy alone";
  bool is_logged = false;
  for (const Entry& one : access_log()) is_logged = is_logged || one.answers.text("what") == "asked whether it opens to hv1";
  EXPECT_TRUE(is_logged);
}

TEST_F(DeskTest, looking_ahead_records_nothing_and_stands_in_the_access_log) {
  take_in_s02();
  const std::size_t before = on_file(family).size();
  const auto ahead = desk_.look_ahead(family, worker, Date::parse("2026-01-20").value());
  ASSERT_TRUE(ahead) << ahead.error().message;
  EXPECT_EQ(ahead->front().what, "Next review conference");
  EXPECT_TRUE(ahead->front().in_time);
  EXPECT_NE(ahead->front().words.find("The limit is Saturday 24 January 2026."), std::string::npos) << ahead->front().words;
  EXPECT_TRUE(std::any_of(ahead->front().lines.begin(), ahead->front().lines.end(), [](const ShownAhead& one) { return one.rule == "family_told" && one.state == "no_number"; }));
  EXPECT_EQ(on_file(family).size(), before);
  EXPECT_EQ(access_log().back().answers.text("what"), "looked ahead");
}

TEST_F(DeskTest, looking_ahead_without_a_day_starts_from_the_last_that_can_be_booked) {
  take_in_s02();
  const auto ahead = desk_.look_ahead(family, worker);
  ASSERT_TRUE(ahead);
  EXPECT_TRUE(ahead->front().is_limiting);
  EXPECT_EQ(ahead->front().day, Date::parse("2026-01-23").value());
  EXPECT_EQ(desk_.look_ahead(family, worker, Date::parse("2025-07-31").value()).error().message, "That day has passed. Name one that is still to come.");
}

TEST_F(DeskTest, whoever_may_not_know_that_a_conference_is_due_hears_nothing_of_what_is_ahead) {
  take_in_s02();
  for (const Reader& reader : {mother, bens_father, stranger, visitor, amys_school}) {
    const auto ahead = desk_.look_ahead(family, reader);
    ASSERT_FALSE(ahead) << reader.role;
    EXPECT_EQ(ahead.error().kind, Problem::Kind::not_found) << reader.role;
  }
  EXPECT_FALSE(desk_.look_ahead(nowhere, worker));
}

}  // namespace
}  // namespace confer
