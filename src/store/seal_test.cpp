#include "store/seal.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "store/chain.h"

namespace confer {
namespace {

const Stream stream{AuthorityId{"ashdale"}, Stream::Kind::file, "family-1"};
const Digest place = Digest::of("its place");

class Sealing : public testing::Test {
 protected:
  Sealing() { EXPECT_GE(sodium_init(), 0); }
  Key file_key_ = Key::random();
};

TEST_F(Sealing, answers_open_for_their_entry_at_their_place_and_nowhere_else) {
  const SealedAnswers answers = seal_answers(file_key_, stream, "e1", place, "{\"a\":1}");
  const auto opened = [&](const Key& key, const Stream& where, const char* id, const Digest& at) {
    return open_answers(key, where, id, at, answers.wrapped_key, answers.sealed);
  };
  EXPECT_EQ(opened(file_key_, stream, "e1", place), "{\"a\":1}");
  EXPECT_EQ(opened(Key::random(), stream, "e1", place), std::nullopt);
  EXPECT_EQ(opened(file_key_, {stream.authority, stream.kind, "family-2"}, "e1", place), std::nullopt);
  EXPECT_EQ(opened(file_key_, stream, "e2", place), std::nullopt);
  EXPECT_EQ(opened(file_key_, stream, "e1", Digest::of("another place")), std::nullopt);
}

TEST_F(Sealing, no_two_seals_of_the_same_words_are_alike) {
  EXPECT_NE(seal_answers(file_key_, stream, "e1", place, "{}").sealed, seal_answers(file_key_, stream, "e1", place, "{}").sealed);
}

TEST_F(Sealing, a_seal_with_one_bit_changed_or_cut_short_does_not_open) {
  const std::string sealed = seal(file_key_, "words", "place");
  ASSERT_EQ(open_seal(file_key_, sealed, "place"), "words");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_EQ(open_seal(file_key_, changed, "place"), std::nullopt);
    EXPECT_EQ(open_seal(file_key_, sealed.substr(0, i), "place"), std::nullopt);
  }
}

TEST_F(Sealing, a_file_key_unwraps_with_the_same_master_key_alone) {
  const Key master = Key::random();
  const std::string wrapped = Seals(master).wrap_file_key(stream, file_key_);
  EXPECT_EQ(Seals(master).unwrap_file_key(stream, wrapped)->view(), file_key_.view());
  EXPECT_FALSE(Seals(Key::random()).unwrap_file_key(stream, wrapped));
}

TEST_F(Sealing, only_a_holder_of_the_master_key_can_sign_or_mark) {
  const Seals seals(Key::random()), other(Key::random());
  const Digest digest = Digest::of("heads");
  EXPECT_TRUE(seals.is_signed(digest, seals.sign(digest)));
  EXPECT_FALSE(seals.is_signed(digest, other.sign(digest)));
  EXPECT_FALSE(seals.is_signed(Digest::of("other heads"), seals.sign(digest)));
  EXPECT_FALSE(seals.is_signed(digest, ""));
  const std::array<std::string_view, 1> parts = {"row"};
  EXPECT_EQ(seals.mark("row", parts), seals.mark("row", parts));
  EXPECT_NE(seals.mark("row", parts), other.mark("row", parts));
  EXPECT_NE(seals.mark("row", parts), seals.mark("edition", parts));
}

TEST(Chain, clear_fields_come_back_as_they_were) {
  Entry entry;
  entry.id.value = "e1";
  entry.type = "conference";
  entry.about = {PersonId{"p-amy"}, PersonId{"p-ben"}};
  entry.recorded = Instant{-5};
  entry.by.value = "p";
  entry.edition = Digest::of("edition");
  for (const Happened& happened : {Happened{}, Happened{Date::from_days(-30'000)}, Happened{Instant{17}}}) {
    entry.happened = happened;
    EXPECT_EQ(entry_of(clear_part(entry)), entry);
  }
  for (const char* damaged : {"day", "day x", "at 1x", "days 5", "day 99999999999"}) {
    ClearPart clear = clear_part(entry);
    clear.happened = damaged;
    EXPECT_THROW((void)entry_of(clear), StoreFailure) << damaged;
  }
}

TEST(Chain, every_field_and_the_place_count_towards_the_digest) {
  Entry entry;
  entry.id.value = "e1";
  entry.type = "conference";
  const ClearPart clear = clear_part(entry);
  const Digest digest = place_digest(stream, 1, {}, clear);
  EXPECT_NE(digest, place_digest(stream, 2, {}, clear));
  EXPECT_NE(digest, place_digest({stream.authority, Stream::Kind::authority, stream.name}, 1, {}, clear));
  EXPECT_NE(digest, place_digest(stream, 1, Digest::of("before"), clear));
  for (std::string ClearPart::*field : {&ClearPart::id, &ClearPart::type, &ClearPart::about, &ClearPart::happened, &ClearPart::by, &ClearPart::role,
                                        &ClearPart::corrects, &ClearPart::edition, &ClearPart::key}) {
    ClearPart other = clear;
    other.*field += "x";
    EXPECT_NE(digest, place_digest(stream, 1, {}, other));
  }
}

TEST(Chain, stored_json_that_is_damaged_or_too_deep_is_a_failure_and_no_crash) {
  std::string deep = "{\"a\":";
  deep.append(100, '[').append(100, ']').append("}");
  for (const std::string& bytes : {std::string("{"), std::string("[]"), std::string(), deep}) EXPECT_THROW((void)read_object(bytes), StoreFailure);
}

}  // namespace
}  // namespace confer
