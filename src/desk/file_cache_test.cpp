#include "desk/file_cache.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

/// A file of so many entries, each with so many letters.
FoldedFile file_of(std::size_t entries, std::size_t letters) {
  std::vector<Entry> all;
  for (std::size_t i = 0; i < entries; ++i) {
    Entry entry;
    entry.id = EntryId{"e" + std::to_string(i)};
    entry.type = "core_group_meeting";
    entry.answers = Answers(json::object{{"notes", std::string(letters, 'w')}});
    all.push_back(std::move(entry));
  }
  return {std::make_shared<const CaseFile>(CaseFile::fold(std::move(all))), entries};
}

TEST(FileCache, a_file_is_found_only_as_it_stood_at_the_position_asked_for) {
  FileCache cache(1'000'000);
  EXPECT_FALSE(cache.find({"f1"}, 3));
  const FoldedFile file = file_of(3, 10);
  cache.keep({"f1"}, file);
  ASSERT_TRUE(cache.find({"f1"}, 3));
  EXPECT_EQ(cache.find({"f1"}, 3)->file, file.file);
  EXPECT_FALSE(cache.find({"f1"}, 4));
}

TEST(FileCache, a_later_reading_takes_the_place_of_an_earlier_one_and_never_the_other_way) {
  FileCache cache(1'000'000);
  cache.keep({"f1"}, file_of(4, 10));
  cache.keep({"f1"}, file_of(3, 10));
  EXPECT_TRUE(cache.find({"f1"}, 4));
  cache.keep({"f1"}, file_of(5, 10));
  EXPECT_TRUE(cache.find({"f1"}, 5));
  EXPECT_EQ(cache.bytes(), footprint(*file_of(5, 10).file));
}

TEST(FileCache, what_was_not_asked_for_longest_gives_way_when_the_bytes_are_used_up) {
  const std::size_t each = footprint(*file_of(10, 500).file);
  EXPECT_GT(each, 10u * 500u);
  FileCache cache(3 * each);
  for (const char* id : {"f1", "f2", "f3"}) cache.keep({id}, file_of(10, 500));
  EXPECT_TRUE(cache.find({"f1"}, 10));
  cache.keep({"f4"}, file_of(10, 500));
  EXPECT_TRUE(cache.find({"f1"}, 10));
  EXPECT_FALSE(cache.find({"f2"}, 10));
  EXPECT_LE(cache.bytes(), 3 * each);
}

TEST(FileCache, a_file_that_is_too_large_by_itself_is_not_kept_and_turns_nobody_out) {
  const std::size_t each = footprint(*file_of(10, 500).file);
  FileCache cache(2 * each);
  cache.keep({"f1"}, file_of(10, 500));
  cache.keep({"huge"}, file_of(10, 50'000));
  EXPECT_TRUE(cache.find({"f1"}, 10));
  EXPECT_FALSE(cache.find({"huge"}, 10));
}

}  // namespace
}  // namespace confer
