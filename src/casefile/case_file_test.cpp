#include "casefile/case_file.h"

#include <gtest/gtest.h>

#include <random>

#include "casefile/testing.h"

namespace confer {
namespace {

using namespace for_tests;

std::vector<std::string> ids(const std::vector<const Entry*>& entries) {
  std::vector<std::string> out;
  for (const Entry* one : entries) out.push_back(one->id.value);
  return out;
}

using Ids = std::vector<std::string>;

TEST(CaseFile, the_first_line_says_whose_file_it_is) {
  const CaseFile file = file_of({entry("e1", "family_file").answer("authority", "rotherham").answer("procedure", "england").answer("reference", "R-17")});
  EXPECT_EQ(file.authority(), "rotherham");
  EXPECT_EQ(file.procedure(), "england");
  EXPECT_EQ(file.reference(), "R-17");
}

TEST(CaseFile, an_empty_file_answers_everything_with_nothing) {
  const CaseFile file;
  EXPECT_TRUE(file.standing().empty());
  EXPECT_TRUE(file.children().empty());
  EXPECT_EQ(file.find(EntryId{"e1"}), nullptr);
  EXPECT_EQ(file.current(EntryId{"e1"}), nullptr);
  EXPECT_EQ(file.person("amy"), nullptr);
  EXPECT_EQ(file.root(EntryId{"e1"}).value, "e1");
}

TEST(CaseFile, known_on_leaves_out_what_was_put_on_file_after_that_day_in_london) {
  const std::vector<Entry> entries = {entry("e1", "note").recorded("2025-07-01T22:59:59Z"), entry("e2", "note").recorded("2025-07-01T23:00:00Z")};
  EXPECT_EQ(ids(CaseFile::fold(entries, day("2025-07-01")).standing("note")), (Ids{"e1"})) << "in summer London's day ends at 23:00 UTC";
  EXPECT_EQ(ids(CaseFile::fold(entries, day("2025-07-02")).standing("note")), (Ids{"e1", "e2"}));
  EXPECT_EQ(ids(CaseFile::fold(entries).standing("note")), (Ids{"e1", "e2"}));
}

TEST(CaseFile, a_correction_that_was_not_yet_known_changes_nothing) {
  const std::vector<Entry> entries = {entry("e1", "note").recorded("2025-07-01T09:00:00Z"), entry("e2", "note").corrects("e1").recorded("2025-07-05T09:00:00Z")};
  const CaseFile then = CaseFile::fold(entries, day("2025-07-04"));
  EXPECT_EQ(ids(then.standing("note")), (Ids{"e1"}));
  EXPECT_FALSE(then.is_corrected(0));
  EXPECT_EQ(ids(CaseFile::fold(entries).standing("note")), (Ids{"e2"}));
}

TEST(CaseFile, a_chain_of_corrections_has_one_root_and_one_entry_that_stands) {
  const CaseFile file = file_of({entry("e1", "note"), entry("e2", "note").corrects("e1"), entry("e3", "note").corrects("e2"), entry("e4", "note")});
  EXPECT_EQ(ids(file.standing("note")), (Ids{"e3", "e4"}));
  EXPECT_EQ(ids(file.standing()), (Ids{"e3", "e4"}));
  for (const char* id : {"e1", "e2", "e3"}) {
    EXPECT_EQ(file.root(id).value, "e1");
    EXPECT_EQ(file.current(EntryId{id})->id.value, "e3");
    EXPECT_EQ(file.find(EntryId{id})->id.value, id);
  }
  EXPECT_EQ(file.current(EntryId{"e4"})->id.value, "e4");
  EXPECT_EQ(file.entries().size(), 4U);
}

TEST(CaseFile, two_corrections_of_the_same_entry_leave_one_standing) {
  const CaseFile file = file_of({entry("e1", "note"), entry("e2", "note").corrects("e1"), entry("e3", "note").corrects("e1")});
  EXPECT_EQ(ids(file.standing("note")), (Ids{"e3"}));
  EXPECT_EQ(file.current(EntryId{"e2"})->id.value, "e3");
}

TEST(CaseFile, a_correction_of_what_is_not_on_file_or_of_itself_stands_as_an_entry_of_its_own) {
  const CaseFile file = file_of({entry("e1", "note").corrects("ghost"), entry("e2", "note").corrects("e2")});
  EXPECT_EQ(ids(file.standing("note")), (Ids{"e1", "e2"}));
  EXPECT_EQ(file.root("e2").value, "e2");
}

TEST(CaseFile, people_are_known_by_kind_and_children_by_order_of_introduction) {
  const CaseFile file = file_of({person("cai", "child"), person("mum", "adult"), person("amy", "child").answer("born", "2011-02-03")});
  ASSERT_EQ(file.children().size(), 2U);
  EXPECT_EQ(file.children()[0]->id.value, "cai");
  EXPECT_EQ(file.children()[1]->born, day("2011-02-03"));
  EXPECT_FALSE(file.is_child(PersonId{"mum"}));
  EXPECT_FALSE(file.is_child(PersonId{"ghost"}));
}

TEST(CaseFile, a_corrected_introduction_stands_and_keeps_the_order) {
  const CaseFile file = file_of({person("amy", "child"), person("ben", "child"), entry("e9", "person").about("amy").corrects("p-amy").answer("name", "Amie").answer("kind", "child")});
  EXPECT_EQ(file.person("amy")->name, "Amie");
  EXPECT_EQ(file.children().size(), 2U);
  EXPECT_EQ(file.children()[0]->id.value, "amy");
  EXPECT_EQ(file.entries()[file.person("amy")->entry].id.value, "e9");
}

TEST(CaseFile, an_adult_introduced_as_a_child_by_mistake_is_no_child_once_corrected) {
  const CaseFile file = file_of({person("mum", "child"), entry("e9", "person").about("mum").corrects("p-mum").answer("name", "M").answer("kind", "adult")});
  EXPECT_TRUE(file.children().empty());
}

TEST(CaseFile, a_birth_gives_the_expected_child_a_name_and_a_day) {
  const CaseFile file = file_of({person("baby", "child").answer("expected", "2025-12-12"), entry("b", "birth").about("baby").happened("2025-11-29").answer("name", "Noor")});
  EXPECT_EQ(file.person("baby")->name, "Noor");
  EXPECT_EQ(file.person("baby")->born, day("2025-11-29"));
  EXPECT_EQ(file.person("baby")->expected, day("2025-12-12"));
  EXPECT_EQ(file.children().size(), 1U);
}

TEST(CaseFile, a_birth_without_a_name_leaves_the_name_and_one_of_nobody_known_changes_nothing) {
  const CaseFile file = file_of({person("baby", "child"), entry("b", "birth").about("baby").happened("2025-11-29"), entry("c", "birth").about("ghost").happened("2025-11-29")});
  EXPECT_EQ(file.person("baby")->name, "Invented baby");
  EXPECT_EQ(file.person("ghost"), nullptr);
}

TEST(CaseFile, correcting_the_introduction_after_the_birth_does_not_undo_the_birth) {
  const CaseFile file = file_of({person("baby", "child").answer("expected", "2025-12-12"), entry("b", "birth").about("baby").happened("2025-11-29").answer("name", "Noor"),
                                 entry("e9", "person").about("baby").corrects("p-baby").answer("name", "Unborn").answer("kind", "child").answer("expected", "2025-12-11")});
  EXPECT_EQ(file.person("baby")->name, "Noor");
  EXPECT_EQ(file.person("baby")->born, day("2025-11-29"));
  EXPECT_EQ(file.person("baby")->expected, day("2025-12-11"));
}

TEST(CaseFile, a_corrected_birth_takes_its_mistakes_with_it) {
  const CaseFile file = file_of({person("baby", "child"), entry("b", "birth").about("baby").happened("2025-11-29").answer("name", "Nora"),
                                 entry("c", "birth").about("baby").happened("2025-11-28").corrects("b")});
  EXPECT_EQ(file.person("baby")->born, day("2025-11-28"));
  EXPECT_EQ(file.person("baby")->name, "Invented baby");
}

TEST(CaseFile, a_birth_put_on_file_before_the_introduction_is_not_lost) {
  const CaseFile file = file_of({entry("b", "birth").about("baby").happened("2025-11-29"), person("baby", "child")});
  EXPECT_EQ(file.person("baby")->born, day("2025-11-29"));
}

TEST(CaseFile, adding_one_at_a_time_comes_to_the_same_as_folding_at_once) {
  const std::vector<Entry> entries = {person("amy", "child"), entry("e1", "note"), entry("e2", "note").corrects("e1")};
  CaseFile file;
  for (const Entry& one : entries) file.evolve(one);
  const CaseFile at_once = CaseFile::fold(entries);
  EXPECT_EQ(ids(file.standing()), ids(at_once.standing()));
  EXPECT_EQ(file.entries(), at_once.entries());
}

/// An entry that may correct another, introduce somebody or tell of a birth.
Entry thrown(std::size_t number, std::mt19937& lot) {
  constexpr std::array types = {"note", "report", "person", "birth"};
  const auto id = [](std::size_t of) { return "x" + std::to_string(of); };
  MadeEntry made = entry(id(number), types[lot() % types.size()]);
  made.about("p" + std::to_string(lot() % 6)).happened(day("2025-01-01").plus_days(static_cast<int>(number)).iso());
  made.answer("kind", lot() % 2 ? "child" : "adult").answer("name", "Invented " + std::to_string(number));
  if (lot() % 3 == 0) made.corrects(id(lot() % (number + 3)));
  return made;
}

/// Where the chain of corrections begins that ends at an entry, by walking back along it.
std::string slow_root(const std::vector<Entry>& entries, const std::string& id) {
  const auto by_id = [&](const std::string& sought) { return std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.id.value == sought; }); };
  const auto from = by_id(id), corrected = by_id(from->corrects.value);
  return corrected < from ? slow_root(entries, corrected->id.value) : id;
}

/// The last entry of the chain that one belongs to.
const Entry* slow_current(const std::vector<Entry>& entries, const std::string& id) {
  const Entry* last = nullptr;
  for (const Entry& one : entries)
    if (slow_root(entries, one.id.value) == slow_root(entries, id)) last = &one;
  return last;
}

/// The children in order of introduction, each with the name that counts: that of the last birth, else of the last introduction.
Ids slow_children(const std::vector<Entry>& entries) {
  Ids order, out;
  std::map<std::string, std::string> kind, named, born;
  for (const Entry& one : entries) {
    const std::string& who = one.about.front().value;
    if (one.type == "birth") born[who] = one.answers.text("name");
    if (one.type != "person") continue;
    if (!kind.contains(who)) order.push_back(who);
    kind[who] = one.answers.text("kind");
    named[who] = one.answers.text("name");
  }
  for (const std::string& who : order)
    if (kind[who] == "child") out.push_back(who + " " + (born.contains(who) ? born[who] : named[who]));
  return out;
}

TEST(CaseFile, whatever_is_added_it_finds_the_same_as_a_walk_through_all_its_entries) {
  std::mt19937 lot(20250601);
  for (int round = 0; round < 8; ++round) {
    CaseFile file;
    for (std::size_t number = 0; number < 30; ++number) {
      file.evolve(thrown(number, lot));
      const std::vector<Entry>& entries = file.entries();
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string& id = entries[i].id.value;
        ASSERT_EQ(file.find(id), &entries[i]);
        ASSERT_EQ(file.root(id).value, slow_root(entries, id));
        ASSERT_EQ(file.current(entries[i].id), slow_current(entries, id));
        ASSERT_EQ(file.is_corrected(i), slow_current(entries, id) != &entries[i]);
        ASSERT_EQ(file.are_one(id, entries.front().id.value), slow_root(entries, id) == slow_root(entries, entries.front().id.value));
      }
      for (const char* type : {"note", "report", "person", "birth", "unheard_of"}) {
        std::vector<const Entry*> standing;
        for (const Entry& one : entries)
          if (one.type == type && slow_current(entries, one.id.value) == &one) standing.push_back(&one);
        ASSERT_EQ(file.standing(type), standing) << type;
      }
      Ids children;
      for (const PersonOnFile* child : file.children()) children.push_back(child->id.value + " " + child->name);
      ASSERT_EQ(children, slow_children(entries));
    }
  }
}

TEST(CaseFile, a_copy_is_whole_and_goes_its_own_way) {
  CaseFile file = file_of({person("amy", "child"), entry("e1", "note")});
  const CaseFile copy = file;
  file.evolve(person("ben", "child"));
  file.evolve(entry("e2", "note").corrects("e1"));
  EXPECT_EQ(ids(copy.standing("note")), (Ids{"e1"}));
  EXPECT_EQ(copy.children().size(), 1U);
  EXPECT_EQ(copy.standing("note").front(), copy.find(EntryId{"e1"})) << "what it lends is its own";
  EXPECT_EQ(file.people().size(), 2U);
}

}  // namespace
}  // namespace confer
