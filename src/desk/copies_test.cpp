#include "base/testing.h"
#include "desk/copies.h"

#include <gtest/gtest.h>

#include <fstream>

#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "document/content.h"
#include "document/renderings.h"
#include "store/store.h"

namespace confer {
namespace {

const std::filesystem::path procedures = for_tests::procedures_folder();
const FileId file{"f1"};
const EntryId conference{"c-initial"};
const Reader chair{PersonId{"ch1"}, "chair"}, administrator{PersonId{"adm1"}, "conference_administrator"}, mother{PersonId{"mum"}, "mother"};
const CopyName mothers_record{file, conference, "record", PersonId{"mum"}};

/// A desk with the case of three siblings on it, as it stood when the conference had decided and nothing had been sent.
class CopiesTest : public testing::Test {
 protected:
  CopiesTest() : store(memory_store()), desk(*store, ProcedureShelf(read_procedure_files(procedures)), AuthorityId{"rotherham"}, {[this] { return now; }, [this] { return "n" + std::to_string(++made); }}) {
    std::ifstream lines(procedures / "local/rotherham/examples/S02.jsonl");
    std::vector<Entry> entries = read_jsonl(lines).value();
    const auto last = std::find_if(entries.begin(), entries.end(), [](const Entry& entry) { return entry.id.value == "d-cai"; });
    entries.erase(std::next(last), entries.end());
    const auto taken = desk.take_in(file, entries);
    EXPECT_TRUE(taken) << taken.error().front().message;
  }

  Copy listed(const CopyName& name) {
    const auto all = copies(desk, file, conference, chair).value();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Copy& one) { return one.name.document == name.document && one.name.person == name.person; });
    return found == all.end() ? Copy{} : *found;
  }

  std::string content(const CopyName& name) { return document::content_of(look(desk, name, chair).value()).hex(); }

  /// Adds to what everybody who attended the open part may see.
  void put_statement(const char* words = "The neighbours help.") {
    Draft draft{"statement", {PersonId{"amy"}, PersonId{"ben"}, PersonId{"cai"}}, Date::parse("2025-04-29").value()};
    draft.answers = {{"conference", "c-initial"}, {"words", words}, {"kind", "fact"}, {"audience", "open_part"}};
    const auto put = desk.put_on_file(file, administrator, {draft});
    ASSERT_TRUE(put) << put.error().front().message;
  }

  /// Puts that statement right, for everyone who read it or for another audience.
  void correct_statement(const std::string& audience) {
    const FileView seen = desk.open_file(file, administrator).value();
    const ShownEntry& said = *seen.standing("statement").back();
    Draft draft{"statement", said.about, said.happened_on.value()};
    draft.answers = {{"conference", "c-initial"}, {"words", "The neighbours help on Mondays."}, {"kind", "fact"}, {"audience", audience.empty() ? "open_part" : audience}};
    draft.corrects = said.id;
    const auto put = desk.put_on_file(file, administrator, {draft});
    ASSERT_TRUE(put) << put.error().front().message;
  }

  Instant now = Instant::parse("2025-05-01T09:00:00Z").value();
  int made = 0;
  std::unique_ptr<Store> store;
  Desk desk;
};

TEST_F(CopiesTest, everyone_invited_is_listed_with_what_is_due_to_them) {
  const Copy mothers = listed(mothers_record);
  EXPECT_EQ(mothers.state, Copy::State::to_look_at);
  EXPECT_EQ(mothers.role_title, "Mother");
  EXPECT_EQ(mothers.due, Date::parse("2025-05-29").value());
  const Copy plan_of_school = listed({file, conference, "outline_plan", PersonId{"dsl1"}});
  EXPECT_EQ(plan_of_school.due, Date::parse("2025-04-30").value());
  EXPECT_EQ(plan_of_school.due_words, "overdue");
  const Copy mothers_plan = listed({file, conference, "outline_plan", PersonId{"mum"}});
  EXPECT_EQ(mothers_plan.due, std::nullopt);
  EXPECT_EQ(mothers_plan.due_words, "as soon as possible");
  EXPECT_EQ(listed({file, conference, "invitation", PersonId{"mr_x"}}).state, Copy::State::to_look_at);
}

TEST_F(CopiesTest, a_plan_that_ends_in_help_is_due_with_the_last_conference_before_it_and_for_that_child_alone) {
  const auto other = memory_store();
  now = Instant::parse("2025-11-27T17:00:00Z").value();
  Desk with_reviews(*other, ProcedureShelf(read_procedure_files(procedures)), AuthorityId{"rotherham"}, {[this] { return now; }, [this] { return "n" + std::to_string(++made); }});
  std::ifstream lines(procedures / "local/rotherham/examples/S14.jsonl");
  std::vector<Entry> entries = read_jsonl(lines).value();
  std::erase_if(entries, [&](const Entry& entry) { return entry.recorded >= now; });
  ASSERT_TRUE(with_reviews.take_in(file, entries));
  const auto due = [&](const char* conference_id, const char* person) {
    const auto all = copies(with_reviews, file, EntryId{conference_id}, chair).value();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Copy& one) { return one.name.document == "outline_plan" && one.name.person.value == person; });
    return found == all.end() || !found->due ? std::string("none") : found->due->iso();
  };
  EXPECT_EQ(due("c-review", "dsl1"), "2025-11-28") << "a child in need plan, one working day after the plan ended";
  EXPECT_EQ(due("c-initial", "dsl1"), "2025-09-01") << "as the first conference said, and not anew";
}

TEST_F(CopiesTest, a_childs_copy_is_kept_back_until_the_chair_decides) {
  const CopyName amys{file, conference, "record", PersonId{"amy"}};
  EXPECT_EQ(listed(amys).state, Copy::State::kept_back);
  EXPECT_EQ(look(desk, amys, chair).error().kind, Problem::Kind::not_found);
  const auto decides = [&](bool gives) {
    Draft draft{"copy_decision", {PersonId{"amy"}}, Date::parse("2025-05-01").value()};
    draft.answers = {{"conference", "c-initial"}, {"person", "amy"}, {"what", "record"}, {"gives", gives}, {"reason", "She asked."}};
    const auto put = desk.put_on_file(file, chair, {draft});
    ASSERT_TRUE(put) << put.error().front().message;
  };
  decides(false);
  EXPECT_EQ(listed(amys).state, Copy::State::nothing) << "decided, and not given";
  decides(true);
  EXPECT_EQ(listed(amys).state, Copy::State::to_look_at);
}

TEST_F(CopiesTest, only_those_who_release_or_send_copies_may_list_or_look) {
  const Reader school{PersonId{"dsl1"}, "school_safeguarding_lead"}, social_worker{PersonId{"sw1"}, "social_worker"}, stranger{PersonId{"zz"}, "chair"};
  for (const Reader& reader : {mother, school, social_worker, stranger}) {
    EXPECT_EQ(copies(desk, file, conference, reader).error().kind, Problem::Kind::not_found) << reader.role;
    EXPECT_EQ(look(desk, mothers_record, reader).error().kind, Problem::Kind::not_found) << reader.role;
  }
}

TEST_F(CopiesTest, a_copy_is_looked_at_then_released_then_sent_then_read) {
  EXPECT_EQ(own_copy(desk, file, conference, "record", mother).error().kind, Problem::Kind::not_found);
  const auto too_soon = send(desk, mothers_record, "in_confer", administrator);
  ASSERT_FALSE(too_soon);
  EXPECT_NE(too_soon.error().front().message.find("has not released this copy"), std::string::npos);

  const Document looked_at = look(desk, mothers_record, administrator).value();
  ASSERT_FALSE(release(desk, mothers_record, document::content_of(looked_at).hex(), administrator)) << "only the chair releases";
  ASSERT_TRUE(release(desk, mothers_record, document::content_of(looked_at).hex(), chair));
  EXPECT_EQ(listed(mothers_record).state, Copy::State::released);
  EXPECT_EQ(own_copy(desk, file, conference, "record", mother).error().kind, Problem::Kind::not_found) << "released is not yet sent";

  now = Instant::parse("2025-05-02T09:00:00Z").value();
  const auto sent = send(desk, mothers_record, "in_confer", administrator);
  ASSERT_TRUE(sent) << sent.error().front().message;
  EXPECT_EQ(listed(mothers_record).state, Copy::State::sent);
  EXPECT_EQ(listed(mothers_record).sent_on, Date::parse("2025-05-02").value());

  now = Instant::parse("2025-06-10T09:00:00Z").value();
  const Document own = own_copy(desk, file, conference, "record", mother).value().document;
  EXPECT_EQ(own.issued_on, Date::parse("2025-05-02").value());
  const std::vector<document::Block> unsigned_part(own.blocks.begin(), own.blocks.end() - 1);
  EXPECT_TRUE(unsigned_part == looked_at.blocks) << "what was looked at";
  EXPECT_EQ(std::get<document::Paragraph>(own.blocks.back()).runs.front().words.find("Signed for the conference: "), 0U) << "and nothing said so before it was released";
  EXPECT_EQ(own.recipient.substr(own.recipient.rfind(" · ")), looked_at.recipient.substr(looked_at.recipient.rfind(" · ")));
  EXPECT_NE(own.recipient.find("Friday 2 May 2025"), std::string::npos) << "a letter says of which day it is";
}

TEST_F(CopiesTest, what_was_not_looked_at_cannot_be_released) {
  const std::string before = content(mothers_record);
  put_statement();
  const auto released = release(desk, mothers_record, before, chair);
  ASSERT_FALSE(released);
  EXPECT_EQ(released.error().front().kind, Problem::Kind::conflict);
}

TEST_F(CopiesTest, a_copy_that_changed_since_must_be_looked_at_again) {
  ASSERT_TRUE(release(desk, mothers_record, content(mothers_record), chair));
  put_statement();
  EXPECT_EQ(listed(mothers_record).state, Copy::State::changed);
  EXPECT_FALSE(send(desk, mothers_record, "in_confer", administrator));
  ASSERT_TRUE(release(desk, mothers_record, content(mothers_record), chair));
  ASSERT_TRUE(send(desk, mothers_record, "in_confer", administrator));
  put_statement("The grandmother helps too.");
  EXPECT_EQ(listed(mothers_record).state, Copy::State::changed);
  const OwnCopy own = own_copy(desk, file, conference, "record", mother).value();
  EXPECT_TRUE(own.is_overtaken);
  EXPECT_NE(document::as_plain_text(own.document).find("The neighbours help."), std::string::npos);
  EXPECT_EQ(document::as_plain_text(own.document).find("The grandmother helps too."), std::string::npos) << "nobody has looked at that yet";
}

TEST_F(CopiesTest, what_was_sent_reads_as_it_was_sent_though_a_line_of_it_was_put_right) {
  put_statement();
  ASSERT_TRUE(release(desk, mothers_record, content(mothers_record), chair));
  ASSERT_TRUE(send(desk, mothers_record, "in_confer", administrator));
  const Document sent = own_copy(desk, file, conference, "record", mother).value().document;
  correct_statement({});
  const OwnCopy own = own_copy(desk, file, conference, "record", mother).value();
  EXPECT_TRUE(own.is_overtaken);
  EXPECT_EQ(own.document, sent);
  const auto all = own_copies(desk, file, conference, mother);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.front().is_overtaken);
  EXPECT_TRUE(all.front().is_opened);
}

TEST_F(CopiesTest, what_was_sent_keeps_the_words_of_its_conference_when_things_are_called_otherwise_since) {
  auto files = read_procedure_files(procedures);
  files.push_back({"local/rotherham/words.toml", "[words]\nrole_social_worker = [{ en = \"Social worker\", in_force_to = 2025-05-31 }, { en = \"Lead practitioner\", in_force_from = 2025-06-01 }]\n"
                                                 "plan = [{ en = \"child protection plan\", in_force_to = 2025-05-31 }, { en = \"safety plan\", in_force_from = 2025-06-01 }]\n"});
  Desk renaming(*store, ProcedureShelf(std::move(files)), AuthorityId{"rotherham"}, {[this] { return now; }, [this] { return "r" + std::to_string(++made); }});
  const auto release_and_send = [&] {
    const auto looked = look(renaming, mothers_record, chair);
    return looked && release(renaming, mothers_record, document::content_of(*looked).hex(), chair) && send(renaming, mothers_record, "in_confer", administrator);
  };
  ASSERT_TRUE(release_and_send());
  const Document sent = own_copy(renaming, file, conference, "record", mother).value().document;
  ASSERT_NE(document::as_plain_text(sent).find("Social worker"), std::string::npos);

  now = Instant::parse("2025-06-02T09:00:00Z").value();
  EXPECT_EQ(renaming.described_of(file)->role("social_worker")->title.en, "Lead practitioner") << "pages speak the words of today";
  const auto shown = renaming.open_file(file, administrator).value();
  EXPECT_TRUE(std::any_of(shown.people.begin(), shown.people.end(), [](const ShownPerson& one) { return one.role_title == "Lead practitioner"; }));
  const OwnCopy later = own_copy(renaming, file, conference, "record", mother).value();
  EXPECT_FALSE(later.is_overtaken);
  EXPECT_EQ(document::content_of(later.document), document::content_of(sent));
  EXPECT_EQ(document::as_plain_text(later.document).find("Lead practitioner"), std::string::npos);
}

TEST_F(CopiesTest, what_was_closed_to_its_reader_since_is_not_read_again_nor_offered) {
  put_statement();
  ASSERT_TRUE(release(desk, mothers_record, content(mothers_record), chair));
  ASSERT_TRUE(send(desk, mothers_record, "in_confer", administrator));
  correct_statement("professionals_part");
  EXPECT_EQ(own_copy(desk, file, conference, "record", mother).error().kind, Problem::Kind::conflict);
  EXPECT_TRUE(own_copies(desk, file, conference, mother).empty());
}

TEST_F(CopiesTest, an_address_that_is_protected_since_takes_the_copy_that_told_it_away) {
  const CopyName fathers{file, conference, "invitation", PersonId{"mr_y"}};
  ASSERT_TRUE(release(desk, fathers, content(fathers), chair));
  ASSERT_TRUE(send(desk, fathers, "in_confer", administrator));
  const Reader father{PersonId{"mr_y"}, "father"};
  ASSERT_TRUE(own_copy(desk, file, conference, "invitation", father));
  Draft protects{"protection", {PersonId{"mum"}, PersonId{"ben"}, PersonId{"cai"}}};
  protects.answers = {{"from", json::array{"mr_y"}}, {"reason", "A threat."}};
  const auto put = desk.put_on_file(file, chair, {protects});
  ASSERT_TRUE(put) << put.error().front().message;
  EXPECT_FALSE(own_copy(desk, file, conference, "invitation", father)) << "it said where";
  EXPECT_TRUE(own_copies(desk, file, conference, father).empty());
}

TEST_F(CopiesTest, nobody_reads_the_copy_of_another) {
  ASSERT_TRUE(release(desk, mothers_record, content(mothers_record), chair));
  ASSERT_TRUE(send(desk, mothers_record, "in_confer", administrator));
  EXPECT_FALSE(own_copy(desk, file, conference, "record", {PersonId{"mr_x"}, "father"}));
  EXPECT_FALSE(own_copy(desk, file, conference, "outline_plan", mother));
}

TEST_F(CopiesTest, looking_is_in_the_access_log_with_who_looked) {
  ASSERT_TRUE(look(desk, mothers_record, chair));
  const Entry last = store->entries({AuthorityId{"rotherham"}, Stream::Kind::access_log, {}}).back();
  EXPECT_EQ(last.by, chair.person);
  EXPECT_EQ(last.answers.text("what"), "looked at as mum");
}

TEST_F(CopiesTest, a_calendar_says_meeting_and_when_and_no_more) {
  const std::string entry = own_calendar(desk, file, conference, mother).value();
  EXPECT_NE(entry.find("SUMMARY:Meeting\r\n"), std::string::npos);
  EXPECT_NE(entry.find("DTSTART:20250429T090000Z"), std::string::npos);
  for (const char* word : {"LOCATION", "Fennel", "Hartley", "Amy", "mum", "conference", "ATTENDEE", "ORGANIZER"}) EXPECT_EQ(entry.find(word), std::string::npos) << word;
  EXPECT_FALSE(own_calendar(desk, file, conference, {PersonId{"gran"}, "relative"}));
}

}  // namespace
}  // namespace confer
