#include "base/folded.h"

#include <gtest/gtest.h>

namespace confer {
namespace {

TEST(Folded, capitals_and_accents_make_no_difference) {
  EXPECT_EQ(folded("Žaneta Dvořáková"), "zaneta dvorakova");
  EXPECT_EQ(folded("ŽANETA"), folded("zaneta"));
  EXPECT_EQ(folded("Siân Llŷr"), "sian llyr");
}

TEST(Folded, a_letter_typed_in_two_pieces_is_the_same_letter) { EXPECT_EQ(folded("Z\u030Caneta"), folded("\u017Daneta")); }

TEST(Folded, letters_that_are_no_accents_stand_for_those_of_an_english_keyboard) {
  EXPECT_EQ(folded("Łukasz Strauß Søren Æbelø Đurić"), "lukasz strauss soren aebelo duric");
}

TEST(Folded, every_apostrophe_is_as_good_as_none) {
  for (const char* name : {"O'Neil", "O’Neil", "O‘Neil", "Oʼneil", "ONeil"}) EXPECT_EQ(folded(name), "oneil") << name;
}

TEST(Folded, a_double_name_is_two_words_and_a_day_stays_one) {
  EXPECT_EQ(folded("Smith-Jones"), "smith jones");
  EXPECT_EQ(folded("Smith–Jones"), "smith jones");
  EXPECT_EQ(folded("2016-03-27"), "2016-03-27");
  EXPECT_EQ(folded("RMB-0202"), "rmb 0202");
}

TEST(Folded, other_writings_stay_and_lose_their_capitals) {
  EXPECT_EQ(folded("Иван"), "иван");
  EXPECT_EQ(folded("آمنة"), folded("امنة"));
}

TEST(Folded, bytes_that_are_no_letters_are_no_reason_to_stop) {
  EXPECT_EQ(folded(""), "");
  EXPECT_FALSE(folded("\xff\xfe").empty());
}

}  // namespace
}  // namespace confer
