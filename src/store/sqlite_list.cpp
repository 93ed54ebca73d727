#include <array>
#include <memory>

#include "store/chain.h"
#include "store/index_words.h"
#include "store/sqlite_index.h"
#include "store/sqlite_readers.h"

namespace confer::sqlite {
namespace {

/// The most tokens that a reader may hold; each is a cursor.
constexpr std::size_t most_tokens = 1'000;
constexpr std::size_t most_rows = 1'000;

constexpr const char* with_words =
    "SELECT a.sort_day, a.stream_no, a.place, a.row_no, r.search FROM index_audience a CROSS JOIN index_row r ON r.row_no = a.row_no "
    "WHERE a.token_no = ? AND a.sort_day >= ? ORDER BY a.sort_day, a.stream_no, a.place, a.row_no";
constexpr const char* order_only =
    "SELECT sort_day, stream_no, place, row_no FROM index_audience WHERE token_no = ? AND sort_day >= ? ORDER BY sort_day, stream_no, place, row_no";

/// The places of the rows for one token, in the list's order.
class Cursor {
 public:
  Cursor(Connection& connection, const char* sql, std::int64_t token, std::int32_t first_day) : query_(std::make_unique<Query>(connection, sql, token, first_day)) {}

  bool step() {
    if (!query_->next()) return false;
    place_ = {query_->number(0), query_->number(1), query_->number(2), query_->number(3)};
    return true;
  }
  [[nodiscard]] std::int32_t sort_day() const { return static_cast<std::int32_t>(place_[0]); }
  [[nodiscard]] std::int64_t row_number() const { return place_[3]; }
  [[nodiscard]] std::string_view search() const { return query_->bytes(4); }
  [[nodiscard]] bool is_after(const Cursor& other) const { return place_ > other.place_; }

 private:
  std::unique_ptr<Query> query_;
  std::array<std::int64_t, 4> place_ = {};
};

/// The cursors of all tokens as one, each row once.
class Merged {
 public:
  Merged(Connection& connection, const char* sql, const std::vector<std::int64_t>& tokens, std::int32_t first_day) {
    for (const std::int64_t token : tokens) {
      Cursor cursor(connection, sql, token, first_day);
      if (cursor.step()) cursors_.push_back(std::move(cursor));
    }
    std::make_heap(cursors_.begin(), cursors_.end(), is_after);
  }

  /// The next row; null at the end. Borrowed until the next call.
  const Cursor* next() {
    do {
      if (is_lent_) advance();
      is_lent_ = false;
      if (cursors_.empty()) return nullptr;
      std::pop_heap(cursors_.begin(), cursors_.end(), is_after);
      is_lent_ = true;
    } while (cursors_.back().row_number() == last_);
    last_ = cursors_.back().row_number();
    return &cursors_.back();
  }

 private:
  static bool is_after(const Cursor& left, const Cursor& right) { return left.is_after(right); }

  void advance() {
    if (cursors_.back().step())
      std::push_heap(cursors_.begin(), cursors_.end(), is_after);
    else
      cursors_.pop_back();
  }

  std::vector<Cursor> cursors_;   ///< A heap; while one is lent, that one stands last, outside of it.
  bool is_lent_ = false;
  std::int64_t last_ = 0;
};

FoundRow row_at(Connection& connection, const IndexQuery& query, const Cursor& place, const json::storage_ptr& in) {
  Query row(connection, "SELECT s.kind, s.name, r.key, r.search, r.body FROM index_row r CROSS JOIN stream s ON s.stream_no = r.stream_no WHERE r.row_no = ?",
            place.row_number());
  if (!row.next()) fail(SQLITE_CORRUPT);
  return {{query.authority, static_cast<Stream::Kind>(row.number(0)), row.text(1)},
          {query.table, row.text(2), place.sort_day(), row.text(3), {}, read_object(row.bytes(4), in)}};
}

}  // namespace

std::vector<std::int64_t> TokenNumbers::find(Connection& connection, const IndexQuery& query) {
  const auto tokens = each_once(query.tokens);
  CONFER_ASSERT(tokens.size() <= most_tokens);
  const std::uint64_t now = written_;   // read before the database is: what is written from here on is forgotten rather than missed
  const Snapshot moment(connection);
  std::vector<std::int64_t> out;
  const std::lock_guard lock(mutex_);
  if (known_.size() + tokens.size() > most) known_.clear();
  const std::string list = query.authority.value + "\n" + query.table + "\n";
  for (const std::string& token : tokens) {
    Known& known = known_[list + token];
    if (!known.number && known.at != now + 1) known = {token_number(connection, query.authority, query.table, token), now + 1};
    if (known.number) out.push_back(*known.number);
  }
  return out;
}

std::vector<FoundRow> read_rows(Connection& connection, TokenNumbers& tokens, const IndexQuery& query, const json::storage_ptr& in) {
  CONFER_ASSERT(query.limit >= 1 && query.limit <= most_rows);
  const auto numbers = tokens.find(connection, query);
  const Snapshot moment(connection);
  const auto words = words_of(query.search);
  std::vector<FoundRow> out;
  std::size_t passed = 0;
  Merged merged(connection, words.empty() ? order_only : with_words, numbers, query.first_day);
  while (out.size() < query.limit) {
    const Cursor* row = merged.next();
    if (!row) break;
    if ((words.empty() || holds_all(row->search(), words)) && ++passed > query.offset) out.push_back(row_at(connection, query, *row, in));
  }
  return out;
}

namespace {

/// The days of one token, from the counts kept with the rows.
std::vector<DayCount> kept_days(Connection& connection, std::int64_t token, std::int32_t first_day) {
  std::vector<DayCount> out;
  Query days(connection, "SELECT sort_day, rows FROM index_count WHERE token_no = ? AND sort_day >= ? ORDER BY sort_day", token, first_day);
  while (days.next()) out.push_back({static_cast<std::int32_t>(days.number(0)), static_cast<std::size_t>(days.number(1))});
  return out;
}

/// What is counted by walking the rows: several tokens may stand on one row, and only the rows hold the words that are searched for.
std::vector<DayCount> walked_days(Connection& connection, const std::vector<std::int64_t>& tokens, const std::vector<std::string_view>& words, std::int32_t first_day) {
  Merged merged(connection, words.empty() ? order_only : with_words, tokens, first_day);
  std::vector<DayCount> out;
  while (const Cursor* row = merged.next()) {
    if (!words.empty() && !holds_all(row->search(), words)) continue;
    if (out.empty() || out.back().sort_day != row->sort_day()) out.push_back({row->sort_day(), 0});
    ++out.back().rows;
  }
  return out;
}

}  // namespace

std::vector<DayCount> count_days(Connection& connection, TokenNumbers& tokens, const IndexQuery& query) {
  const auto numbers = tokens.find(connection, query);
  const Snapshot moment(connection);
  if (const auto words = words_of(query.search); !words.empty()) return walked_days(connection, numbers, words, query.first_day);
  std::vector<DayCount> only;
  for (const std::int64_t token : numbers) {
    auto days = kept_days(connection, token, query.first_day);
    if (days.empty()) continue;
    if (!only.empty()) return walked_days(connection, numbers, {}, query.first_day);
    only = std::move(days);
  }
  return only;
}

std::vector<Tally> read_tally(Connection& connection, const TallyQuery& query) {
  CONFER_ASSERT(!query.begins.empty());
  std::string beyond = query.begins;   // the first word after all that begin so; tokens are text, so their last byte is never the greatest
  ++beyond.back();
  std::vector<Tally> out;
  Query counts(connection,
               "SELECT t.token, c.sort_day, c.rows FROM index_token t CROSS JOIN index_count c ON c.token_no = t.token_no "
               "WHERE t.authority = ? AND t.list = ? AND t.token >= ? AND t.token < ? AND c.sort_day BETWEEN ? AND ? ORDER BY t.token, c.sort_day",
               query.authority.value, query.table, query.begins, beyond, query.first_day, query.last_day);
  while (counts.next())
    out.push_back({counts.text(0), static_cast<std::int32_t>(counts.number(1)), static_cast<std::size_t>(counts.number(2))});
  return out;
}

}  // namespace confer::sqlite
