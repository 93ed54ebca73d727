// The commands that work on a record: putting a family on file, taking it out again, asking whether the chains are whole.
#include <boost/json.hpp>

#include "base/testing.h"
#include "cli/testing.h"

namespace confer::for_tests {
namespace {

class RecordCommands : public CommandLine {
 protected:
  RecordCommands() : database_("sqlite:" + (folder_ / "record.db").string()), case_((procedures_folder() / "local/rotherham/examples/S02.jsonl").string()) {}

  Ran take_in(const std::string& file) {
    return confer({"put", case_, "--take-in", "--file", file, "--as", "sw1", "--role", "social_worker", "--database", database_});
  }
  Ran verify(const std::string& checkpoint = {}) {
    std::vector<std::string> words{"verify", "--database", database_};
    if (!checkpoint.empty()) words.insert(words.end(), {"--checkpoint", checkpoint});
    return confer(words);
  }
  Ran export_as(const std::string& person, const std::string& role, const std::string& second) {
    return confer({"export", "f-one", "--as", person, "--role", role, "--second", second, "--second-role", "team_manager", "--database", database_});
  }
  /// Every file of the database, put aside or back.
  void copy(const std::string& from, const std::string& to) { fs::copy(folder_ / from, folder_ / to, fs::copy_options::overwrite_existing); }

  std::string database_, case_;
};

TEST_F(RecordCommands, a_family_is_taken_in_whole_and_comes_out_as_its_reader_may_see_it) {
  const Ran put = take_in("f-one");
  ASSERT_EQ(put.exit_code, 0) << put.told;
  EXPECT_EQ(boost::json::parse(put.out).as_object().at("file"), "f-one");
  const Ran out = export_as("sw1", "social_worker", "tm1");
  ASSERT_EQ(out.exit_code, 0) << out.told;
  EXPECT_NE(out.out.find("strategy_discussion"), std::string::npos);
}

TEST_F(RecordCommands, lists_are_made_anew_without_touching_the_record) {
  ASSERT_EQ(take_in("f-one").exit_code, 0);
  ASSERT_EQ(take_in("f-two").exit_code, 0);
  const Ran before = export_as("sw1", "social_worker", "tm1");
  const Ran rebuilt = confer({"rebuild", "--database", database_});
  EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.told;
  EXPECT_NE(rebuilt.out.find("2 files"), std::string::npos) << rebuilt.out;
  EXPECT_EQ(export_as("sw1", "social_worker", "tm1").out, before.out);
  EXPECT_EQ(verify().exit_code, 0);
}

TEST_F(RecordCommands, an_account_that_is_closed_stays_closed_and_an_unknown_one_is_told_of) {
  const std::vector<std::string> add = {"account", "add", "nadia", "--role", "chair", "--database", database_}, close = {"account", "close", "nadia", "--database", database_};
  const std::string password = put("password", "seven paper lanterns by the canal\n");
  EXPECT_EQ(confer(close).exit_code, 1);
  ASSERT_EQ(confer(add, password).exit_code, 0);
  for (int time = 0; time < 2; ++time) EXPECT_EQ(confer(close).exit_code, 0) << "closing twice changes nothing";
  EXPECT_EQ(confer(add, password).exit_code, 1) << "its name is not given to somebody else";
}

TEST_F(RecordCommands, a_file_leaves_only_by_two_people_who_may_both_open_it) {
  ASSERT_EQ(take_in("f-one").exit_code, 0);
  const Ran alone = export_as("sw1", "social_worker", "sw1");
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_NE(alone.told.find("only by two people"), std::string::npos) << alone.told;
  const Ran stranger = export_as("sw1", "social_worker", "nobody");
  EXPECT_EQ(stranger.exit_code, 1);
  EXPECT_EQ(stranger.out, "");
}

TEST_F(RecordCommands, a_record_that_only_grew_holds_against_its_checkpoint) {
  ASSERT_EQ(take_in("f-one").exit_code, 0);
  const std::string checkpoint = (folder_ / "checkpoint.json").string();
  ASSERT_EQ(confer({"checkpoint", "-o", checkpoint, "--database", database_}).exit_code, 0);
  ASSERT_EQ(take_in("f-two").exit_code, 0);
  const Ran whole = verify(checkpoint);
  EXPECT_EQ(whole.exit_code, 0) << whole.out << whole.told;
  EXPECT_NE(whole.out.find("none is shorter"), std::string::npos);
}

TEST_F(RecordCommands, yesterdays_database_in_place_of_todays_is_found_by_the_checkpoint_alone) {
  ASSERT_EQ(take_in("f-one").exit_code, 0);
  copy("record.db", "yesterday.db");
  copy("record-access-log.db", "yesterday-access-log.db");
  ASSERT_EQ(take_in("f-two").exit_code, 0);
  const std::string checkpoint = (folder_ / "checkpoint.json").string();
  ASSERT_EQ(confer({"checkpoint", "-o", checkpoint, "--database", database_}).exit_code, 0);
  copy("yesterday.db", "record.db");
  copy("yesterday-access-log.db", "record-access-log.db");
  EXPECT_EQ(verify().exit_code, 0);
  const Ran found = verify(checkpoint);
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.out.find("file f-two"), std::string::npos) << found.out;
}

TEST_F(RecordCommands, a_checkpoint_that_was_changed_or_is_none_is_told_of) {
  ASSERT_EQ(take_in("f-one").exit_code, 0);
  const std::string checkpoint = (folder_ / "checkpoint.json").string();
  ASSERT_EQ(confer({"checkpoint", "-o", checkpoint, "--database", database_}).exit_code, 0);
  std::string words = contents(checkpoint);
  words.replace(words.find("f-one"), 5, "f-six");
  const Ran changed = verify(put("changed.json", words));
  EXPECT_EQ(changed.exit_code, 1);
  EXPECT_NE(changed.out.find("not signed with this record's key"), std::string::npos) << changed.out;
  EXPECT_EQ(verify(put("none.json", "{}")).exit_code, 1);
  const Ran missing = verify((folder_ / "nowhere.json").string());
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_NE(missing.told.find("could not be opened"), std::string::npos) << missing.told;
}

TEST_F(RecordCommands, a_byte_changed_in_the_database_is_named) {
  ASSERT_EQ(take_in("f-one").exit_code, 0);
  const fs::path path = folder_ / "record.db";
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto at = bytes.find("strategy_discussion");
  ASSERT_NE(at, std::string::npos);
  file.seekp(static_cast<std::streamoff>(at)).put('S');
  file.close();
  const Ran found = verify();
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.out + found.told, "");
}

TEST_F(RecordCommands, an_account_says_what_its_person_is_called_and_where_they_work) {
  const std::string password = put("password", "teapot gravel otter\n");
  const auto account = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "account");
    words.insert(words.end(), {"--database", database_});
    return confer(words, password);
  };
  const Ran added = account({"add", "nadia", "--role", "social_worker", "--full-name", "Nadia Rowbotham", "--workplace", "Locality team North"});
  EXPECT_EQ(added.exit_code, 0) << added.told;
  EXPECT_EQ(added.out.find("Nadia"), std::string::npos) << "no name is printed where a log may keep it";
  const Ran wrong = account({"add", "una", "--role", "chair", "--full-name", "Una\nFell"});
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_NE(wrong.told.find("A full name is a line"), std::string::npos) << wrong.told;
  EXPECT_EQ(account({"details", "Nadia", "--workplace", "Safeguarding Unit"}).exit_code, 0);
  const Ran nobody = account({"details", "una", "--workplace", "Safeguarding Unit"});
  EXPECT_EQ(nobody.exit_code, 1);
  EXPECT_NE(nobody.told.find("There is no such account"), std::string::npos) << nobody.told;
}

TEST_F(RecordCommands, a_database_is_named_as_sqlite) {
  const Ran wrong = confer({"verify", "--database", "record.db"});
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_NE(wrong.told.find("sqlite:PATH"), std::string::npos);
}

}  // namespace
}  // namespace confer::for_tests
