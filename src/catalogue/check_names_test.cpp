#include "catalogue/check_names.h"

#include <gtest/gtest.h>

#include "catalogue/testing.h"

namespace confer {
namespace {

/// What is said when one procedure as shipped holds this file too; empty when it loads.
std::string errors(std::string_view id, const std::string& path, const std::string& says) {
  auto files = for_tests::shipped_files();
  files.push_back({path, says});
  const auto loaded = load_procedure(files, id);
  std::string all;
  if (!loaded)
    for (const LoadError& one : loaded.error()) all += one.written() + "\n";
  return all;
}

std::string in_york(const std::string& says) { return errors("york", "local/york/more.toml", says); }

/// A time limit of York's with this in it.
std::string a_limit(const std::string& inside) {
  return "[[time_limit]]\nid = \"own\"\nwhat = \"Own\"\nlimit = \"1 day\"\nowner = \"chair\"\nsource = \"york\"\nexamples = [\"S02\"]\n" + inside;
}

bool tells(const std::string& all, std::string_view what) { return all.find(what) != std::string::npos; }

TEST(Names, a_list_that_nothing_reads_is_told_with_the_one_that_was_meant) {
  const std::string all = in_york("[[list.outcom]]\nid = \"x\"\ntitle = \"X\"\nsource = \"york\"\n");
  EXPECT_EQ(all, "local/york/more.toml:1: Nothing reads a list called \"outcom\". Mend the name, or draw on it with \"choices_from\" or \"prompts\". Did you mean \"outcome\"?\n");
  EXPECT_EQ(in_york("[[list.outcome]]\nid = \"x\"\ntitle = \"X\"\nsource = \"york\"\n"), "");
}

TEST(Names, a_list_without_a_title_is_told) {
  const std::string own = "[[record]]\nid = \"note\"\ntitle = \"Note\"\nabout = \"child\"\nclass = \"case\"\nmakers = [\"chair\"]\n\n[[record.question]]\nname = \"colour\"\nasks = \"Which?\"\nkind = \"choice\"\nchoices_from = \"colour\"\nabout = \"child\"\n\n"
                          "[[list.colour]]\nid = \"red\"\ntitle = \"Red\"\nsource = \"york\"\n";
  EXPECT_TRUE(tells(in_york(own), "local/york/more.toml:15: The list \"colour\" has no title, and people read it on the page \"Procedure\". Add list_colour = \"…\" under [words]."));
  EXPECT_EQ(in_york(own + "\n[words]\nlist_colour = \"Colours\"\n"), "");
}

TEST(Names, a_term_that_nothing_reads_is_told_with_the_one_that_was_meant) {
  EXPECT_TRUE(tells(errors("wales", "wales/more.toml", "[words]\n\ncore_gruop = { en = \"core group\", cy = \"grŵp craidd\" }\n"),
                    "wales/more.toml:3: Nothing reads a term called \"core_gruop\". Mend the name, or take it out. Did you mean \"core_group\"?"));
}

TEST(Names, a_term_is_read_by_a_list_a_class_a_part_or_a_slot_of_ones_own) {
  EXPECT_EQ(in_york("[words]\nlist_agency = \"Agencies\"\nclass_own_part = \"what was said in their own part\"\nday_open_part = \"All may hear.\"\n"), "");
  const std::string document = "[[document]]\nid = \"note\"\ntitle = \"Note\"\nof = [\"decision\"]\nsource = \"york\"\nblock = [{ kind = \"paragraph\", words = \"Our {our_name}.\" }]\n";
  EXPECT_TRUE(tells(in_york("[words]\nour_name = \"panel\"\n"), "Nothing reads a term called \"our_name\"."));
  EXPECT_EQ(in_york("[words]\nour_name = \"panel\"\n\n" + document), "");
  EXPECT_TRUE(tells(in_york("[words]\nlist_ghosts = \"Ghosts\"\n"), "\"list_ghosts\""));
}

TEST(Names, a_folder_without_a_procedure_is_told_once) {
  auto files = for_tests::shipped_files();
  files.push_back({"local/east/a.toml", "a = 1\n"});
  files.push_back({"local/east/b.toml", "b = 1\n"});
  const auto loaded = load_procedure(files, "england");
  ASSERT_FALSE(loaded);
  ASSERT_EQ(loaded.error().size(), 1U);
  EXPECT_TRUE(tells(loaded.error().front().written(), "local/east/a.toml:1: This file belongs to no procedure, so nothing reads it. Put a procedure.toml"));
}

TEST(Names, a_limit_is_counted_from_a_day_and_from_the_same_entry_alone) {
  const std::string met = "met_by = [{ record = \"review\" }]\n";
  EXPECT_TRUE(tells(in_york(a_limit("from = { record = \"decision\", day = \"reasons\" }\n" + met)), "The question \"reasons\" of \"decision\" holds no day, so nothing can be counted from it."));
  EXPECT_EQ(in_york(a_limit("from = { record = \"decision\", day = \"review_on\" }\n" + met)), "");
  EXPECT_TRUE(tells(in_york(a_limit("from = { record = \"decision\" }\nmet_by = [{ record = \"copy_sent\", same = \"document\" }]\n")), "\"document\" of \"copy_sent\" names no entry"));
}

TEST(Names, a_name_that_is_nearly_right_is_offered) {
  EXPECT_TRUE(tells(in_york(a_limit("from = { record = \"decison\" }\nmet_by = [{ record = \"review\" }]\n")), "There is no record type \"decison\". Mend the name, or describe it in records/. Did you mean \"decision\"?"));
  EXPECT_TRUE(tells(in_york("[[adds]]\nto = \"frist_review\"\nstrict = \"2 months\"\nsource = \"york\"\n"), "There is no time limit \"frist_review\" to add to. Mend the name. Did you mean \"first_review\"?"));
  EXPECT_TRUE(tells(in_york("[[adds]]\nto = \"first_review\"\nstrict = \"2 months\"\nsource = \"yrok\"\n"), "local/york/more.toml:1: \"yrok\" is not among the sources. Add it to sources.toml, or mend the name. Did you mean \"york\"?"));
  EXPECT_TRUE(tells(errors("east", "local/east/procedure.toml", "id = \"east\"\ntitle = \"East\"\nextends = \"englnad\"\n"), "Did you mean \"england\"?"));
  EXPECT_TRUE(tells(in_york("[[role]]\nid = \"clerk\"\ntitel = \"Clerk\"\ntitle = \"Clerk\"\nstanding = \"staff\"\n"), "\"titel\" is not known here. Take it out, or check how it is spelt. Did you mean \"title\"?"));
}

TEST(Names, an_agency_is_one_of_the_list) {
  EXPECT_TRUE(tells(in_york("[quorum]\nagency = \"nhs\"\nother_agencies = 2\nsource = \"york\"\n"), "There is no kind of agency \"nhs\"."));
  EXPECT_TRUE(tells(in_york("[quorum]\nagency = \"helth\"\nother_agencies = 2\nsource = \"york\"\n"), "Did you mean \"health\"?"));
  EXPECT_TRUE(tells(in_york("[[role]]\nid = \"clerk\"\ntitle = \"Clerk\"\nagency = \"polise\"\nstanding = \"staff\"\n"), "Did you mean \"police\"?"));
}

TEST(Names, a_day_stands_once_among_the_bank_holidays_and_the_closure_days) {
  const std::string shut = "[[closure]]\nday = 2025-12-29\nname = \"Office shut\"\nsource = \"york\"\n";
  EXPECT_TRUE(tells(in_york(shut + shut), "local/york/more.toml:5: 2025-12-29 is described already in local/york/more.toml:1."));
  const std::string list = "[bank_holidays]\nid = \"n\"\nfirst = 2025-01-01\nlast = 2025-12-31\nsource = \"text\"\n";
  const std::string day = "[[bank_holidays.holiday]]\nday = 2025-12-25\nname = \"Christmas Day\"\n";
  const auto loaded = load_procedure({{"one/procedure.toml", "id = \"one\"\ntitle = \"One\"\n"}, {"one/more.toml", list + day + day + "[[source]]\nid = \"text\"\ntitle = \"T\"\n"}}, "one");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().front().written(), "one/more.toml:9: 2025-12-25 stands here twice: it is \"Christmas Day\" already. Take one of them out.");
  EXPECT_TRUE(tells(in_york(list), "The bank holidays stand already in england_and_wales/bank_holidays.toml:"));
}

TEST(Names, a_source_ends_after_it_begins) {
  EXPECT_TRUE(tells(in_york("[[source]]\nid = \"old\"\ntitle = \"Old\"\nin_force_from = 2025-01-02\nin_force_to = 2025-01-01\n"), "local/york/more.toml:1: \"in_force_to\" is before \"in_force_from\"."));
}

TEST(Causes, a_file_that_cannot_be_read_is_told_alone) {
  auto files = for_tests::shipped_files();
  for (ProcedureFile& file : files)
    if (file.path == "england/sources.toml") file.text += "\n[[source]]\nid = \"s\"\ntitle = \"S\"\nin_force_from = 2025-13-01\n";
  for (const char* id : {"england", "rotherham"}) {
    const auto loaded = load_procedure(files, id);
    ASSERT_FALSE(loaded);
    ASSERT_EQ(loaded.error().size(), 1U) << loaded.error()[1].written();
    EXPECT_EQ(loaded.error().front().place.file, "england/sources.toml");
    EXPECT_TRUE(tells(loaded.error().front().message, "This line is not written as TOML, so nothing in this file was read: date: expected month"));
  }
}

TEST(Causes, the_parsers_words_stand_in_a_plain_sentence) {
  EXPECT_TRUE(tells(in_york("[[source\nid = \"s\"\n"), "expected ']', saw the end of the line. Look here and on the line above for a quotation mark"));
}

TEST(Causes, what_names_a_source_or_a_role_whose_own_name_is_missing_is_not_told_as_well) {
  EXPECT_EQ(in_york("[[source]]\nidd = \"new\"\ntitle = \"New\"\n\n[[list.agenda]]\nid = \"x\"\ntitle = \"X\"\nsource = \"new\"\n"),
            "local/york/more.toml:1: \"id\" is missing here. Add it.\nlocal/york/more.toml:2: \"idd\" is not known here. Take it out, or check how it is spelt. Did you mean \"id\"?\n");
}

TEST(Causes, what_is_missing_is_told_once) {
  EXPECT_EQ(in_york("[[time_limit]]\nid = \"own\"\nwhat = \"Own\"\nlimit = \"1 day\"\nsource = \"york\"\nexamples = [\"S02\"]\nfrom = { record = \"birth\" }\nmet_by = [{ record = \"review\" }]\n"),
            "local/york/more.toml:1: \"owner\" is missing here. Add it.\n");
  EXPECT_EQ(in_york("[[adds]]\nto = \"first_review\"\nstrict = \"2 months\"\n"), "local/york/more.toml:1: \"source\" is missing here. Add it.\n");
  EXPECT_EQ(errors("york", "local/york/more.toml", "[[closure]]\nday = 2025-12-29\nname = \"Shut\"\n"), "local/york/more.toml:1: \"source\" is missing here. Add it.\n");
}

TEST(Causes, a_parent_that_cannot_be_read_is_not_called_unknown) {
  auto files = for_tests::shipped_files();
  for (ProcedureFile& file : files)
    if (file.path == "england/procedure.toml") file.text = "id = \"england\ntitle = \"England\"\n";
  const auto loaded = load_procedure(files, "york");
  ASSERT_FALSE(loaded);
  ASSERT_EQ(loaded.error().size(), 1U);
  EXPECT_TRUE(tells(loaded.error().front().written(), "england/procedure.toml:1: This line is not written as TOML"));
}

TEST(Names, an_authority_adds_its_source_a_title_and_lines_to_a_document_it_inherits) {
  const auto added = [](const std::string& to, const std::string& words) {
    return "[[adds_to_document]]\nto = \"" + to + "\"\ntitle = \"Notes\"\nblock = [{ kind = \"paragraph\", words = \"" + words + "\" }]\nsource = \"york\"\nat = \"Part 2\"\n";
  };
  auto files = for_tests::shipped_files();
  files.push_back({"local/york/more.toml", added("record", "Within {limit.first_review}.")});
  const auto york = load_procedure(files, "york");
  ASSERT_TRUE(york) << york.error().front().written();
  EXPECT_EQ(york->document("record")->title.en, "Notes");
  EXPECT_EQ(york->document("record")->cites.at, "Part 2");
  EXPECT_EQ(york->document("record")->blocks.back().words.en, "Within {limit.first_review}.");
  EXPECT_NE(load_procedure(files, "england")->document("record")->title.en, "Notes");
  EXPECT_TRUE(tells(in_york(added("recrod", "Words.")), "local/york/more.toml:1: There is no document \"recrod\" to add to. Mend the name. Did you mean \"record\"?"));
  EXPECT_TRUE(tells(in_york(added("record", "Within {limit.frist_review}.")), "Nothing fills the slot {limit.frist_review} here."));
  EXPECT_TRUE(tells(in_york(added("record", "Within {limit.invitations}.")), "Nothing fills the slot {limit.invitations} here."));   // it has no number
}

TEST(Names, whose_duty_it_is_may_be_said_in_a_term_of_the_procedure) {
  const std::string limit = a_limit("from = { record = \"decision\" }\nmet_by = [{ record = \"visit\" }]\n");
  EXPECT_EQ(in_york(limit + "owner_as = \"lead_worker\"\n"), "");
  EXPECT_EQ(in_york(limit + "owner_as = \"whoever_asks\"\n[words]\nwhoever_asks = \"whoever asks\"\n"), "");
  EXPECT_TRUE(tells(in_york(limit + "owner_as = \"lead_wroker\"\n"), "local/york/more.toml:1: There is no term \"lead_wroker\" for whose duty it is."));
  auto files = for_tests::shipped_files();
  const auto wales = load_procedure(files, "wales");
  EXPECT_EQ(wales->owner_title(*wales->time_limit("first_core_group")).en, "Care and support protection plan co-ordinator");
  EXPECT_EQ(wales->owner_title(*wales->time_limit("first_review")).en, "Conference chair");
}

TEST(Names, a_limit_that_waits_for_a_document_nobody_can_make_is_told) {
  const auto sent = [](const std::string& document) { return a_limit("from = { record = \"decision\" }\nmet_by = [{ record = \"copy_sent\", where = [{ question = \"document\", is = \"" + document + "\" }] }]\n"); };
  EXPECT_EQ(in_york(sent("record")), "");
  EXPECT_TRUE(tells(in_york(sent("recrod")), "There is no document \"recrod\", so nobody could meet this limit. Mend the name, or describe the document. Did you mean \"record\"?"));
}

}  // namespace
}  // namespace confer
