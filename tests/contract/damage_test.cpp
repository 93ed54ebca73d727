// A database file that was damaged or changed by hand: every change is found and named, or has no effect on anything that is read.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <iostream>
#include <random>

#include "store/chain.h"
#include "store_samples.h"

namespace confer {
namespace {

using namespace samples;

constexpr int files = 3, entries_each = 8;
constexpr const char* databases[] = {"record.db", "record-access-log.db"};

/// An entry about as long as they are.
Entry long_entry(int number) {
  Entry out = entry(fmt::format("long-{}", number), number);
  out.answers = Answers(json::object{{"number", number}, {"discussed", std::string(static_cast<std::size_t>(200 + number * 7), 'w')}});
  return out;
}

/// A small record with something in every table.
void fill(Store& store, int more) {
  for (int file = 0; file < files; ++file)
    for (int i = 0; i < entries_each; ++i) put(store, family(file), entry(fmt::format("e{}", i), i));
  put(store, access_log(), entry("seen"));
  put(store, access_log(), entry("seen-again"));
  for (int i = 0; i < more; ++i) {
    put(store, family(i % files), long_entry(i));
    put(store, access_log(), long_entry(i));
  }
  for (int file = 0; file < files; ++file) (void)store.replace_rows(family(file), store.head(family(file)).position, {row("a", file, {"t", "u"}), row("b", 9, {"t"}, "ben")});
  (void)store.destroy_key(family(1), EntryId{"e3"}, {row("a", 1, {"t"})});
  store.keep_edition(Digest::of("edition"), std::string(300, 'p'));
  store.set_aside("drafts", "d", "half a report", Instant{at.microseconds + 1});
}

/// All that can be read from a store, as text.
std::string everything(const Store& store) {
  std::string out;
  for (const AuthorityId& each : store.authorities())
    for (const auto kind : {Stream::Kind::file, Stream::Kind::authority, Stream::Kind::access_log})
      for (const Stream& stream : store.streams(each, kind)) {
        out += stream_label(stream) + store.head(stream).digest.hex();
        for (const Entry& stored : store.entries(stream)) out += json::serialize(write_entry(stored)) + (stored.destroyed ? "destroyed" : "");
        for (std::size_t after = 1; after < 3; ++after) out += fmt::format("{}", store.entries(stream, after).size());
      }
  for (const std::vector<std::string>& tokens : {std::vector<std::string>{"t"}, {"u"}, {"t", "u"}, {"v"}}) {
    IndexQuery query = asking(tokens);
    for (const char* search : {"", "ben"}) {
      query.search = search;
      for (const FoundRow& found : store.rows(query))
        out += fmt::format("{}{}{}{}", stream_label(found.stream), found.row.key, found.row.search, found.row.sort_day) + json::serialize(found.row.body);
      out += fmt::format("{}", store.count(query));
    }
  }
  return out + store.edition(Digest::of("edition")).value_or("-") + store.aside("drafts", "d", at).value_or("-") +
         fmt::format("{}", store.aside_keys("drafts", at).size());
}

/// The bytes of a record that was closed, to be laid out anew for each damage.
class Original {
 public:
  explicit Original(int more = 0) {
    {
      const auto store = sqlite_store(directory_.options());
      fill(*store, more);
      everything_ = everything(*store);
      checkpoint_ = store->checkpoint(at);
    }
    keep();
  }
  void keep() {
    for (std::size_t i = 0; i < std::size(databases); ++i) bytes_[i] = bytes_of(directory_.file(databases[i]));
  }
  void lay_out() const {
    for (std::size_t i = 0; i < std::size(databases); ++i) write_bytes(directory_.file(databases[i]), bytes_[i]);
  }
  /// Runs SQL on the record as a person with the file in hand could.
  void tamper(const std::string& sql) const {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(directory_.file("record.db").c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }
  [[nodiscard]] std::unique_ptr<Store> open() const { return sqlite_store(directory_.options()); }
  [[nodiscard]] const std::string& bytes(std::size_t database) const { return bytes_[database]; }
  [[nodiscard]] std::string path(std::size_t database) const { return directory_.file(databases[database]); }
  [[nodiscard]] const std::string& everything_read() const { return everything_; }
  [[nodiscard]] const Checkpoint& checkpoint() const { return checkpoint_; }

 private:
  Directory directory_{Medium::memory};
  std::string bytes_[2];
  std::string everything_;
  Checkpoint checkpoint_;
};

enum class Found { on_opening, by_verify, without_effect, unnoticed };

Found look(const Original& original) {
  try {
    const auto store = original.open();
    if (!store->verify().empty()) return Found::by_verify;
    return everything(*store) == original.everything_read() ? Found::without_effect : Found::unnoticed;
  } catch (const StoreFailure&) {
    return Found::on_opening;
  }
}

TEST(Damage, every_flipped_bit_is_found_or_changes_nothing_that_is_read) {
  const Original original(100);
  std::mt19937 random(22);
  std::map<Found, int> counts;
  for (int i = 0; i < 1'000; ++i) {
    original.lay_out();
    const std::size_t sizes[] = {original.bytes(0).size(), original.bytes(1).size()};
    std::size_t at_byte = random() % (sizes[0] + sizes[1]);
    const std::size_t database = at_byte < sizes[0] ? 0 : 1;
    if (database == 1) at_byte -= sizes[0];
    std::string flipped = original.bytes(database);
    flipped[at_byte] = static_cast<char>(flipped[at_byte] ^ (1 << (random() % 8)));
    write_bytes(original.path(database), flipped);
    const Found found = look(original);
    ++counts[found];
    EXPECT_NE(found, Found::unnoticed) << "byte " << at_byte << " of " << databases[database];
  }
  std::cout << fmt::format("1,000 flipped bits: {} found on opening, {} by verify, {} without effect on anything read, {} unnoticed\n",
                           counts[Found::on_opening], counts[Found::by_verify], counts[Found::without_effect], counts[Found::unnoticed]);
}

bool names(const std::vector<Fault>& faults, const Stream& stream, std::uint64_t position) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) { return fault.stream == stream && fault.position == position; });
}

/// The number of a family's stream: streams are numbered as they were first written.
std::string place(int file, int position) { return fmt::format("({}*4294967296 + {})", file + 1, position); }

/// Every entry of every file is damaged in turn.
template <class Damage>
void every_entry_is_named(const Damage& damage) {
  const Original original;
  for (int file = 0; file < files; ++file)
    for (int position = 1; position <= entries_each; ++position) {
      SCOPED_TRACE(fmt::format("file {} position {}", file, position));
      original.lay_out();
      original.tamper(damage(file, position));
      const auto store = original.open();
      EXPECT_TRUE(names(store->verify(), family(file), static_cast<std::uint64_t>(position)));
      EXPECT_THROW((void)store->entries(family(file)), StoreFailure) << "nothing that was changed is ever shown";
      EXPECT_NO_THROW((void)store->entries(family((file + 1) % files))) << "other files can be read";
    }
}

TEST(Damage, a_deleted_entry_is_named) {
  every_entry_is_named([](int file, int position) {
    return fmt::format("DELETE FROM chain WHERE place = {0}; DELETE FROM entry_key WHERE place = {0}", place(file, position));
  });
}

TEST(Damage, two_swapped_entries_are_named) {
  every_entry_is_named([](int file, int position) {
    const std::string one = place(file, position), other = place(file, position % entries_each + 1);
    return fmt::format("UPDATE chain SET place = -1 WHERE place = {0}; UPDATE chain SET place = {0} WHERE place = {1}; UPDATE chain SET place = {1} WHERE "
                       "place = -1; UPDATE entry_key SET place = -1 WHERE place = {0}; UPDATE entry_key SET place = {0} WHERE place = {1}; UPDATE entry_key "
                       "SET place = {1} WHERE place = -1",
                       one, other);
  });
}

TEST(Damage, a_changed_entry_is_named) {
  for (const char* change : {"type = 'decision'", "author = 'p-other'", "recorded = recorded + 1", "about = 'p-amy'", "happened = 'day 20181'",
                             "sealed = zeroblob(60)", "digest = zeroblob(32)", "key = ''", "role = 'chair'", "corrects = 'e0'"})
    every_entry_is_named([&](int file, int position) { return fmt::format("UPDATE chain SET {} WHERE place = {}", change, place(file, position)); });
}

TEST(Damage, a_lost_key_is_named_and_a_forged_destruction_too) {
  every_entry_is_named([](int file, int position) { return fmt::format("DELETE FROM entry_key WHERE place = {}", place(file, position)); });
  every_entry_is_named([](int file, int position) {
    return fmt::format("UPDATE entry_key SET destroyed = 1 - destroyed WHERE place = {}", place(file, position));
  });
}

std::string blob(std::string_view bytes) {
  std::string out = "x'";
  for (const char byte : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return out + "'";
}

/// Changes who put an entry on file and makes every digest from there on agree with it, as one would who knows how the chain is made.
std::string rehashed(const Original& original, int file, int from) {
  const auto store = original.open();
  auto links = store->entries(family(file));
  std::string sql;
  Digest before;
  for (int position = 1; position <= entries_each; ++position) {
    Entry& link = links[static_cast<std::size_t>(position - 1)];
    if (position == from) link.by.value = "p-forger";
    const Digest placed = place_digest(family(file), static_cast<std::uint64_t>(position), before, clear_part(link));
    std::string sealed;
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_open_v2(original.path(0).c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_prepare_v2(handle, fmt::format("SELECT sealed FROM chain WHERE place = {}", place(file, position)).c_str(), -1, &statement, nullptr);
    if (sqlite3_step(statement) == SQLITE_ROW)
      sealed.assign(static_cast<const char*>(sqlite3_column_blob(statement, 0)), static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    before = chain_digest(placed, sealed);
    sql += fmt::format("UPDATE chain SET author = '{}', digest = {} WHERE place = {};", link.by.value, blob(before.view()), place(file, position));
  }
  return sql + fmt::format("UPDATE stream SET digest = {} WHERE stream_no = {};", blob(before.view()), file + 1);
}

TEST(Damage, a_chain_that_was_hashed_anew_is_named_for_its_seals_do_not_open) {
  const Original original;
  for (int position = 1; position <= entries_each; ++position) {
    SCOPED_TRACE(position);
    original.lay_out();
    original.tamper(rehashed(original, 0, position));
    const auto store = original.open();
    EXPECT_TRUE(names(store->verify(), family(0), static_cast<std::uint64_t>(position)));
    EXPECT_TRUE(names(store->verify(&original.checkpoint()), family(0), entries_each));
    EXPECT_THROW((void)store->entries(family(0)), StoreFailure);
  }
}

TEST(Damage, a_cut_tail_is_found_by_the_head_and_by_a_checkpoint_when_the_head_was_cut_too) {
  const Original original;
  for (int kept = 0; kept < entries_each; ++kept) {
    SCOPED_TRACE(kept);
    const std::string cut = fmt::format("DELETE FROM chain WHERE place > {0} AND place < {1}; DELETE FROM entry_key WHERE place > {0} AND place < {1};",
                                        place(0, kept), place(1, 0));
    original.lay_out();
    original.tamper(cut);
    EXPECT_TRUE(names(original.open()->verify(), family(0), static_cast<std::uint64_t>(kept) + 1));
    original.tamper(fmt::format("UPDATE stream SET position = {}, digest = coalesce((SELECT digest FROM chain WHERE place = {}), zeroblob(32)) WHERE stream_no = 1",
                                kept, place(0, kept)));
    const auto store = original.open();
    EXPECT_TRUE(store->verify().empty()) << "without a checkpoint nobody could know";
    EXPECT_TRUE(names(store->verify(&original.checkpoint()), family(0), entries_each));
  }
}

TEST(Damage, yesterdays_file_is_found_by_todays_checkpoint) {
  Original original;
  Checkpoint today;
  {
    const auto store = original.open();
    put(*store, family(2), entry("today"));
    put(*store, family(7), entry("today"));
    today = store->checkpoint(at);
  }
  original.lay_out();
  const auto faults = original.open()->verify(&today);
  EXPECT_EQ(faults.size(), 2U);
  EXPECT_TRUE(names(faults, family(2), entries_each + 1));
  EXPECT_TRUE(names(faults, family(7), 1));
}

TEST(Damage, rows_and_editions_changed_by_hand_are_found) {
  const Original original;
  for (const char* sql : {"UPDATE index_token SET token = 'v' WHERE token = 'u'", "UPDATE index_token SET list = 'other' WHERE token = 'u'", "DELETE FROM index_token WHERE token = 'u'",
                          "UPDATE index_audience SET token_no = token_no + 100 WHERE token_no = 1", "UPDATE index_audience SET place = place + 1", "UPDATE index_row SET audience = '1'", "UPDATE index_row SET body = '{}' WHERE key = 'b'",
                          "DELETE FROM index_audience WHERE token_no = 1", "INSERT INTO index_audience VALUES (1, 1, 1, 77, 1)",
                          "UPDATE index_count SET rows = rows + 1 WHERE token_no = 1", "DELETE FROM index_count WHERE token_no = 1",
                          "INSERT INTO index_count VALUES (1, 777, 1)", "UPDATE edition SET text = 'other'", "UPDATE aside SET until = until + 1000", "DELETE FROM file_key WHERE stream_no = 1",
                          "UPDATE stream SET name = 'family-9' WHERE stream_no = 1", "DELETE FROM stream WHERE stream_no = 1", "DROP INDEX chain_id",
                          "UPDATE stream SET kind = 7 WHERE stream_no = 2"}) {
    SCOPED_TRACE(sql);
    original.lay_out();
    original.tamper(sql);
    EXPECT_FALSE(original.open()->verify().empty());
  }
}

}  // namespace
}  // namespace confer
