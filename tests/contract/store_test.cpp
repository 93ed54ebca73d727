// What every store promises, held against each of them.
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <set>
#include <thread>

#include "store_samples.h"

namespace confer {
namespace {

using namespace samples;
using Outcome = Appended::Outcome;

enum class StoreKind { memory, sqlite };

class EveryStore : public testing::TestWithParam<StoreKind> {
 protected:
  static std::unique_ptr<Store> open(StoreKind kind, const Directory& directory) {
    switch (kind) {
      case StoreKind::memory: return memory_store();
      case StoreKind::sqlite: return sqlite_store(directory.options());
    }
    return nullptr;
  }
  Directory directory_;
  std::unique_ptr<Store> store_ = open(GetParam(), directory_);
};

INSTANTIATE_TEST_SUITE_P(Store, EveryStore, testing::Values(StoreKind::memory, StoreKind::sqlite),
                         [](const auto& kind) { return kind.param == StoreKind::memory ? "memory" : "sqlite"; });

std::vector<std::string> keys(const std::vector<FoundRow>& rows) {
  std::vector<std::string> out;
  for (const FoundRow& found : rows) out.push_back(found.row.key);
  return out;
}

TEST_P(EveryStore, gives_back_entries_as_they_were_put_on_file) {
  Entry timed = entry("e2");
  timed.happened = Instant{at.microseconds + 17};
  timed.corrects.value = "e1";
  Entry bare;
  bare.id.value = "e3";
  bare.type = "family_file";
  ASSERT_EQ(store_->append({.stream = family(1), .expected = 0, .entries = {entry("e1"), timed, bare}, .rows = {}}).outcome, Outcome::stored);
  EXPECT_EQ(store_->entries(family(1)), (std::vector<Entry>{entry("e1"), timed, bare}));
  EXPECT_EQ(store_->entries(family(1), 2), (std::vector<Entry>{bare}));
  EXPECT_TRUE(store_->entries(family(1), 3).empty());
  EXPECT_TRUE(store_->entries(family(2)).empty());
}

TEST_P(EveryStore, the_head_grows_with_the_chain) {
  EXPECT_EQ(store_->head(family(1)), Head{});
  const Head first = put(*store_, family(1), entry("e1")).head;
  const Head second = put(*store_, family(1), entry("e2")).head;
  EXPECT_EQ(first.position, 1U);
  EXPECT_EQ(second.position, 2U);
  EXPECT_NE(first.digest, second.digest);
  EXPECT_EQ(store_->head(family(1)), second);
}

TEST_P(EveryStore, an_overtaken_append_changes_nothing) {
  put(*store_, family(1), entry("e1"));
  const auto late = store_->append({.stream = family(1), .expected = 0, .entries = {entry("e2")}, .rows = std::vector{row("r", 1, {"t"})}});
  EXPECT_EQ(late.outcome, Outcome::overtaken);
  EXPECT_EQ(late.head, store_->head(family(1)));
  EXPECT_EQ(store_->entries(family(1)).size(), 1U);
  EXPECT_EQ(store_->count(asking({"t"})), 0U);
}

TEST_P(EveryStore, what_rests_on_nothing_is_appended_wherever_the_chain_ends_however_many_do_it_at_once) {
  constexpr int writers = 16, each = 50;
  std::atomic<int> stored = 0;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      for (int i = 0; i < each; ++i)
        stored += store_->append({.stream = access_log(), .expected = {}, .entries = {entry(fmt::format("a{}-{}", writer, i))}, .rows = {}}).outcome == Outcome::stored;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(stored, writers * each);
  EXPECT_EQ(store_->entries(access_log()).size(), std::size_t{writers * each});
  EXPECT_TRUE(store_->verify().empty());
}

TEST_P(EveryStore, an_entry_with_a_known_key_is_stored_once) {
  put(*store_, family(1), entry("e1"));
  Entry again = entry("another-id");
  again.key = "key-e1";
  EXPECT_EQ(store_->append({.stream = family(1), .expected = 0, .entries = {again}, .rows = {}}).outcome, Outcome::repeated);
  EXPECT_EQ(store_->append({.stream = family(1), .expected = 1, .entries = {again}, .rows = {}}).outcome, Outcome::repeated);
  EXPECT_EQ(store_->entries(family(1)).size(), 1U);
  EXPECT_EQ(store_->append({.stream = family(2), .expected = 0, .entries = {again}, .rows = {}}).outcome, Outcome::stored) << "keys are a stream's own";
}

TEST_P(EveryStore, entries_without_a_key_are_never_taken_for_each_other) {
  Entry first = entry("e1"), second = entry("e2");
  first.key = second.key = "";
  put(*store_, family(1), first);
  EXPECT_EQ(put(*store_, family(1), second).outcome, Outcome::stored);
}

TEST_P(EveryStore, a_known_id_fails_and_nothing_of_the_append_is_kept) {
  put(*store_, family(1), entry("e1"));
  Entry same_id = entry("e1");
  same_id.key = "new";
  EXPECT_THROW((void)store_->append({.stream = family(1), .expected = 1, .entries = {entry("e2"), same_id}, .rows = {}}), StoreFailure);
  EXPECT_THROW((void)store_->append({.stream = family(2), .expected = 0, .entries = {entry("e2"), entry("e2")}, .rows = {}}), StoreFailure);
  EXPECT_EQ(store_->entries(family(1)).size(), 1U);
  EXPECT_EQ(put(*store_, family(1), entry("e2")).outcome, Outcome::stored);
  EXPECT_TRUE(store_->verify().empty());
}

TEST_P(EveryStore, lists_authorities_and_streams_in_order) {
  for (const int number : {3, 1, 2}) put(*store_, family(number), entry("e"));
  put(*store_, access_log(), entry("seen"));
  put(*store_, {AuthorityId{"aldbrook"}, Stream::Kind::authority, ""}, entry("account"));
  EXPECT_EQ(store_->streams(authority, Stream::Kind::file), (std::vector{family(1), family(2), family(3)}));
  EXPECT_EQ(store_->streams(authority, Stream::Kind::access_log), std::vector{access_log()});
  EXPECT_TRUE(store_->streams(authority, Stream::Kind::authority).empty());
  EXPECT_EQ(store_->authorities(), (std::vector{AuthorityId{"aldbrook"}, authority}));
}

TEST_P(EveryStore, a_list_holds_each_row_once_in_order_and_only_for_its_readers) {
  const auto fill = [&](int number, std::vector<IndexRow> rows) {
    ASSERT_EQ(store_->append({.stream = family(number), .expected = 0, .entries = {entry("e")}, .rows = std::move(rows)}).outcome, Outcome::stored);
  };
  fill(2, {row("c", 10, {"team", "chair"}), row("a", 10, {"chair"}), row("hidden", 1, {"other"})});
  fill(1, {row("z", 10, {"team", "chair"}), row("late", 30, {"team"})});
  fill(3, {row("y", 5, {"team"})});
  EXPECT_EQ(keys(store_->rows(asking({"team", "chair"}))), (std::vector<std::string>{"y", "a", "c", "z", "late"})) << "by day, then by when the file was opened";
  EXPECT_EQ(keys(store_->rows(asking({"chair", "chair"}))), (std::vector<std::string>{"a", "c", "z"}));
  EXPECT_TRUE(store_->rows(asking({})).empty());
  EXPECT_EQ(store_->count(asking({"team", "chair"})), 5U);
  IndexQuery page = asking({"team", "chair"});
  page.limit = 2;
  page.offset = 1;
  EXPECT_EQ(keys(store_->rows(page)), (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(store_->count(page), 5U);
  const FoundRow first = store_->rows(page).front();
  EXPECT_EQ(first.stream, family(2));
  EXPECT_TRUE(first.row.audience.empty());
  EXPECT_EQ(first.row.body, row("a", 10, {}).body);
}

TEST_P(EveryStore, rows_of_one_file_and_day_keep_their_order_whatever_comes_and_goes) {
  const auto seen = [&] { return keys(store_->rows(asking({"team"}))); };
  store_->append({.stream = family(1), .expected = 0, .entries = {entry("e")}, .rows = std::vector{row("a", 10, {"team"}), row("b", 10, {"team"}), row("c", 10, {"team"})}});
  const auto before = seen();
  EXPECT_TRUE(store_->replace_rows(family(1), 1, {row("c", 10, {"team", "chair"}), row("0", 10, {"chair"})}));
  EXPECT_TRUE(store_->replace_rows(family(1), 1, {row("b", 10, {"team"}), row("0", 10, {"chair"}), row("a", 10, {"team"}), row("c", 10, {"team"})}));
  EXPECT_EQ(seen(), before) << "or the order would tell of rows that are for others";
}

TEST_P(EveryStore, rows_are_counted_by_day_each_once_however_many_tokens_it_has) {
  const auto fill = [&](int number, std::vector<IndexRow> rows) {
    ASSERT_EQ(store_->append({.stream = family(number), .expected = 0, .entries = {entry("e")}, .rows = std::move(rows)}).outcome, Outcome::stored);
  };
  fill(1, {row("a", 10, {"team", "chair"}), row("b", 10, {"team"}), row("hidden", 10, {"other"})});
  fill(2, {row("a", 10, {"chair"}), row("c", 30, {"team"})});
  EXPECT_EQ(store_->days(asking({"team"})), (std::vector<DayCount>{{10, 2}, {30, 1}}));
  EXPECT_EQ(store_->days(asking({"team", "nobody"})), (std::vector<DayCount>{{10, 2}, {30, 1}}));
  EXPECT_EQ(store_->days(asking({"team", "chair"})), (std::vector<DayCount>{{10, 3}, {30, 1}}));
  EXPECT_TRUE(store_->replace_rows(family(1), 1, {row("b", 11, {"team"})}));
  EXPECT_EQ(store_->days(asking({"team"})), (std::vector<DayCount>{{11, 1}, {30, 1}}));
  EXPECT_TRUE(store_->days(asking({"other"})).empty());
  EXPECT_TRUE(store_->verify().empty());
}

TEST_P(EveryStore, a_tally_tells_each_token_that_begins_so_and_no_other) {
  store_->append({.stream = family(1), .expected = 0, .entries = {entry("e")},
                  .rows = std::vector{row("a", 10, {"chair|met", "chairs|met"}), row("b", 10, {"chair|met"}), row("c", 20, {"chair|late"}), row("d", 40, {"chair|met"})}});
  const auto tally = [&](const char* begins, std::int32_t first, std::int32_t last) { return store_->tally({authority, "file", begins, first, last}); };
  EXPECT_EQ(tally("chair|", 0, 30), (std::vector<Tally>{{"chair|late", 20, 1}, {"chair|met", 10, 2}}));
  EXPECT_EQ(tally("chair|", 20, 40), (std::vector<Tally>{{"chair|late", 20, 1}, {"chair|met", 40, 1}}));
  EXPECT_TRUE(tally("other|", 0, 40).empty());
  EXPECT_TRUE(store_->tally({authority, "person", "chair|", 0, 40}).empty());
}

TEST_P(EveryStore, rows_are_replaced_kept_and_removed) {
  const auto list = [&] { return keys(store_->rows(asking({"t", "u"}))); };
  ASSERT_EQ(store_->append({.stream = family(1), .expected = 0, .entries = {entry("e1")}, .rows = std::vector{row("a", 1, {"t"}), row("b", 2, {"t"})}}).outcome,
            Outcome::stored);
  put(*store_, family(1), entry("e2"));
  EXPECT_EQ(list(), (std::vector<std::string>{"a", "b"})) << "an append without rows leaves them";
  EXPECT_FALSE(store_->replace_rows(family(1), 1, {row("c", 0, {"t"})}));
  EXPECT_EQ(list(), (std::vector<std::string>{"a", "b"})) << "rows made before the file's latest entry are refused";
  EXPECT_TRUE(store_->replace_rows(family(1), 2, {row("b", 2, {"u"}), row("c", 0, {"t"})}));
  EXPECT_EQ(list(), (std::vector<std::string>{"c", "b"}));
  EXPECT_EQ(store_->count(asking({"t"})), 1U);
  EXPECT_TRUE(store_->replace_rows(family(1), 2, {row("b", -5, {"t", "u"}, "changed")}));
  EXPECT_EQ(list(), (std::vector<std::string>{"b"}));
  EXPECT_EQ(store_->rows(asking({"u"})).front().row.search, "changed");
  EXPECT_TRUE(store_->replace_rows(family(1), 2, {}));
  EXPECT_TRUE(list().empty());
  EXPECT_FALSE(store_->replace_rows(family(9), 0, {row("x", 1, {"t"})}));
  EXPECT_TRUE(list().empty()) << "a stream that is not on file has no rows";
  EXPECT_TRUE(store_->verify().empty());
}

TEST_P(EveryStore, a_search_wants_all_its_words_and_never_counts_what_is_not_for_its_reader) {
  store_->append({.stream = family(1),
                  .expected = 0,
                  .entries = {entry("e1")},
                  .rows = std::vector{row("a", 1, {"t"}, "amy ashworth rose lane"), row("b", 2, {"t"}, "ben ashworth"), row("c", 3, {"u"}, "amy ashworth")}});
  IndexQuery query = asking({"t"});
  query.search = "ashw amy";
  EXPECT_EQ(keys(store_->rows(query)), (std::vector<std::string>{"a"}));
  EXPECT_EQ(store_->count(query), 1U);
  query.search = "ashworth";
  query.offset = 1;
  EXPECT_EQ(keys(store_->rows(query)), (std::vector<std::string>{"b"}));
  store_->append({.stream = family(2), .expected = 0, .entries = {entry("e2")}, .rows = std::vector{row("d", 4, {"t"}, "rmb-20214 cara"), row("e", 5, {"t"}, "rmb-0214 dan")}});
  query = asking({"t"});
  query.search = "0214";
  EXPECT_EQ(keys(store_->rows(query)), (std::vector<std::string>{"e"})) << "another family's number is not found by the end of it";
  query.search = "rmb";
  EXPECT_EQ(store_->count(query), 2U);
  query.search = "% _";
  EXPECT_EQ(store_->count(query), 0U) << "signs that databases take for wildcards are words like others";
}

TEST_P(EveryStore, a_destroyed_key_takes_the_answers_and_leaves_the_chain) {
  store_->append({.stream = family(1), .expected = 0, .entries = {entry("e1"), entry("e2")}, .rows = std::vector{row("a", 1, {"t"})}});
  const Head head = store_->head(family(1));
  EXPECT_TRUE(store_->destroy_key(family(1), EntryId{"e1"}, {row("b", 1, {"t"})}));
  EXPECT_FALSE(store_->destroy_key(family(1), EntryId{"e1"}, {}));
  EXPECT_FALSE(store_->destroy_key(family(1), EntryId{"unknown"}, {}));
  EXPECT_FALSE(store_->destroy_key(family(7), EntryId{"e1"}, {}));
  Entry left = entry("e1");
  left.answers = Answers{};
  left.destroyed = true;
  EXPECT_EQ(store_->entries(family(1)), (std::vector{left, entry("e2")}));
  EXPECT_EQ(keys(store_->rows(asking({"t"}))), std::vector<std::string>{"b"});
  EXPECT_EQ(store_->head(family(1)), head);
  EXPECT_TRUE(store_->verify().empty());
  EXPECT_EQ(put(*store_, family(1), entry("e3")).outcome, Outcome::stored);
}

TEST_P(EveryStore, what_is_set_aside_can_be_read_until_it_runs_out) {
  const Instant later{at.microseconds + 60};
  store_->set_aside("drafts:p-worker", "d1", "half a report", later);
  store_->set_aside("drafts:p-worker", "d2", "old", at);
  EXPECT_EQ(store_->aside("drafts:p-worker", "d1", at), "half a report");
  EXPECT_EQ(store_->aside("drafts:p-worker", "d1", later), std::nullopt);
  EXPECT_EQ(store_->aside("drafts:p-other", "d1", at), std::nullopt);
  EXPECT_EQ(store_->aside_keys("drafts:p-worker", Instant{at.microseconds - 1}), (std::vector<std::string>{"d1", "d2"}));
  store_->clear_aside(at);
  EXPECT_EQ(store_->aside_keys("drafts:p-worker", Instant{at.microseconds - 1}), (std::vector<std::string>{"d1"}));
  store_->set_aside("drafts:p-worker", "d1", "a whole report", later);
  EXPECT_EQ(store_->aside("drafts:p-worker", "d1", at), "a whole report");
  store_->set_aside("drafts:p-worker", "d1", "", later);
  EXPECT_EQ(store_->aside("drafts:p-worker", "d1", at), std::nullopt);
}

TEST_P(EveryStore, an_edition_is_kept_once_by_its_digest) {
  const Digest digest = Digest::of("the procedure");
  EXPECT_EQ(store_->edition(digest), std::nullopt);
  store_->keep_edition(digest, "the procedure");
  store_->keep_edition(digest, "something else");
  EXPECT_EQ(store_->edition(digest), "the procedure");
}

TEST_P(EveryStore, a_checkpoint_holds_while_the_chain_only_grows) {
  put(*store_, family(1), entry("e1"));
  put(*store_, access_log(), entry("seen"));
  const Checkpoint checkpoint = store_->checkpoint(at);
  EXPECT_EQ(checkpoint.heads.size(), 2U);
  EXPECT_TRUE(store_->verify(&checkpoint).empty());
  put(*store_, family(1), entry("e2"));
  EXPECT_TRUE(store_->verify(&checkpoint).empty());
}

TEST_P(EveryStore, a_checkpoint_that_was_changed_is_named) {
  put(*store_, family(1), entry("e1"));
  Checkpoint checkpoint = store_->checkpoint(at);
  checkpoint.heads.front().second.position = 0;
  ASSERT_EQ(store_->verify(&checkpoint).size(), 1U);
}

/// Each entry says which position its writer rested on; a lost update would show as one that does not stand right after it.
void write_many(Store& store, int files, int appends, unsigned seed) {
  std::mt19937 random(seed);
  for (int i = 0; i < appends; ++i) {
    const Stream stream = family(static_cast<int>(random() % static_cast<unsigned>(files)));
    for (;;) {
      const auto position = store.head(stream).position;
      const Entry words = entry(fmt::format("w{}-{}", seed, i), static_cast<std::int64_t>(position));
      if (store.append({.stream = stream, .expected = position, .entries = {words}, .rows = {}}).outcome == Outcome::stored) break;
    }
  }
}

TEST_P(EveryStore, sixteen_writers_on_fifty_files_lose_nothing) {
  constexpr int writers = 16, files = 50, appends = 1'250;   // 20,000 in all
  std::vector<std::thread> threads;
  for (unsigned writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] { write_many(*store_, files, appends, writer); });
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> seen;
  for (int file = 0; file < files; ++file) {
    std::int64_t position = 0;
    for (const Entry& stored : store_->entries(family(file))) {
      EXPECT_EQ(stored.answers.number("number"), position++);
      EXPECT_TRUE(seen.insert(stored.id.value).second);
    }
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(writers * appends));
  EXPECT_TRUE(store_->verify().empty());
}

/// One random step on both stores; both must say the same.
void step_both(std::mt19937& random, Store& one, Store& other, int number) {
  const auto under = [&](unsigned limit) { return random() % limit; };
  const Stream stream = family(static_cast<int>(under(3)));
  const auto some_rows = [&] {
    std::vector<IndexRow> rows;
    for (unsigned i = 0; i < 4; ++i)
      if (under(2) == 0) rows.push_back(row(fmt::format("r{}", i), static_cast<std::int32_t>(under(3)), {fmt::format("t{}", under(3)), "t0"}, under(2) ? "amy" : "ben"));
    return rows;
  };
  switch (under(4)) {
    case 0:
    case 1: {
      Append append{.stream = stream, .expected = one.head(stream).position, .entries = {entry(fmt::format("e{}", number))}, .rows = {}};
      if (under(5) == 0) *append.expected += 1;
      if (under(4) == 0) append.entries.push_back(entry(fmt::format("e{}b", number)));
      if (under(4) == 0) append.entries.front().key = fmt::format("key-e{}", under(20));
      if (under(2) == 0) append.rows = some_rows();
      EXPECT_EQ(one.append(append).outcome, other.append(append).outcome);
      break;
    }
    case 2: {
      const auto rows = some_rows();
      const std::uint64_t position = one.head(stream).position + (under(5) == 0 ? 1 : 0);
      EXPECT_EQ(one.replace_rows(stream, position, rows), other.replace_rows(stream, position, rows));
      break;
    }
    case 3: {
      const EntryId id{fmt::format("e{}", under(20))};
      const auto rows = some_rows();
      const bool is_wanted = under(3) == 0;
      EXPECT_TRUE(!is_wanted || one.destroy_key(stream, id, rows) == other.destroy_key(stream, id, rows));
      break;
    }
  }
  IndexQuery query = asking({fmt::format("t{}", under(3)), fmt::format("t{}", under(3))});
  query.limit = 1 + under(4);
  query.offset = under(3);
  if (under(2) == 0) query.search = "amy";
  const auto left = one.rows(query), right = other.rows(query);
  ASSERT_EQ(keys(left), keys(right));
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_EQ(left[i].row, right[i].row);
    EXPECT_EQ(left[i].stream, right[i].stream);
  }
  EXPECT_EQ(one.count(query), other.count(query));
  EXPECT_EQ(one.entries(stream), other.entries(stream));
}

TEST(Stores, say_the_same_after_any_history) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Directory directory;
    const auto one = memory_store(), other = sqlite_store(directory.options());
    std::mt19937 random(seed);
    for (int number = 0; number < 60 && !testing::Test::HasFailure(); ++number) step_both(random, *one, *other, number);
    EXPECT_TRUE(other->verify().empty());
  }
}

}  // namespace
}  // namespace confer
