#include <memory>
#include <tuple>

#include "store/chain.h"
#include "store/index_words.h"
#include "store/sqlite_index.h"

namespace confer::sqlite {
namespace {

/// The most tokens that a reader may hold; each is a cursor.
constexpr std::size_t most_tokens = 1'000;
constexpr std::size_t most_rows = 1'000;

constexpr const char* with_content =
    "SELECT a.sort_day, a.kind, a.name, a.key, a.row_no, r.search, r.body FROM index_audience a CROSS JOIN index_row r ON r.row_no = a.row_no "
    "WHERE a.authority = ? AND a.list = ? AND a.token = ? ORDER BY a.sort_day, a.kind, a.name, a.key";
constexpr const char* order_only =
    "SELECT sort_day, kind, name, key, row_no FROM index_audience WHERE authority = ? AND list = ? AND token = ? ORDER BY sort_day, kind, name, key";

/// The rows for one token, in the list's order.
class Cursor {
 public:
  Cursor(Connection& connection, const char* sql, const IndexQuery& query, const std::string& token)
      : query_(std::make_unique<Query>(connection, sql, query.authority.value, query.table, token)) {}

  bool step() {
    if (!query_->next()) return false;
    place_ = {query_->number(0), query_->number(1), query_->bytes(2), query_->bytes(3)};
    return true;
  }
  [[nodiscard]] std::int32_t sort_day() const { return static_cast<std::int32_t>(std::get<0>(place_)); }
  [[nodiscard]] std::int64_t row_number() const { return query_->number(4); }
  [[nodiscard]] std::string_view search() const { return query_->bytes(5); }
  [[nodiscard]] FoundRow found(const IndexQuery& query) const {
    const auto& [sort_day, kind, name, key] = place_;
    return {{query.authority, static_cast<Stream::Kind>(kind), std::string(name)},
            {query.table, std::string(key), static_cast<std::int32_t>(sort_day), std::string(search()), {}, read_object(query_->bytes(6))}};
  }
  [[nodiscard]] bool is_after(const Cursor& other) const { return place_ > other.place_; }

 private:
  std::unique_ptr<Query> query_;
  std::tuple<std::int64_t, std::int64_t, std::string_view, std::string_view> place_;   ///< Borrowed until the next step.
};

/// The cursors of all tokens as one, each row once.
class Merged {
 public:
  Merged(Connection& connection, const char* sql, const IndexQuery& query) {
    const auto tokens = each_once(query.tokens);
    CONFER_ASSERT(tokens.size() <= most_tokens);
    for (const std::string& token : tokens) {
      Cursor cursor(connection, sql, query, token);
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

}  // namespace

std::vector<FoundRow> read_rows(Connection& connection, const IndexQuery& query) {
  CONFER_ASSERT(query.limit >= 1 && query.limit <= most_rows);
  const auto words = words_of(query.search);
  std::vector<FoundRow> out;
  std::size_t passed = 0;
  Merged merged(connection, with_content, query);
  while (out.size() < query.limit) {
    const Cursor* row = merged.next();
    if (!row) break;
    if (holds_all(row->search(), words) && ++passed > query.offset) out.push_back(row->found(query));
  }
  return out;
}

namespace {

/// The days of one token, from the counts kept with the rows.
std::vector<DayCount> kept_days(Connection& connection, const IndexQuery& query, const std::string& token) {
  std::vector<DayCount> out;
  Query days(connection, "SELECT sort_day, rows FROM index_count WHERE authority = ? AND list = ? AND token = ? ORDER BY sort_day", query.authority.value,
             query.table, token);
  while (days.next()) out.push_back({static_cast<std::int32_t>(days.number(0)), static_cast<std::size_t>(days.number(1))});
  return out;
}

/// What is counted by walking the rows: several tokens may stand on one row, and only the rows hold the words that are searched for.
std::vector<DayCount> walked_days(Connection& connection, const IndexQuery& query) {
  const auto words = words_of(query.search);
  Merged merged(connection, words.empty() ? order_only : with_content, query);
  std::vector<DayCount> out;
  while (const Cursor* row = merged.next()) {
    if (!words.empty() && !holds_all(row->search(), words)) continue;
    if (out.empty() || out.back().sort_day != row->sort_day()) out.push_back({row->sort_day(), 0});
    ++out.back().rows;
  }
  return out;
}

}  // namespace

std::vector<DayCount> count_days(Connection& connection, const IndexQuery& query) {
  if (!words_of(query.search).empty()) return walked_days(connection, query);
  std::vector<DayCount> only;
  for (const std::string& token : each_once(query.tokens)) {
    auto days = kept_days(connection, query, token);
    if (days.empty()) continue;
    if (!only.empty()) return walked_days(connection, query);
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
               "SELECT token, sort_day, rows FROM index_count WHERE authority = ? AND list = ? AND token >= ? AND token < ? AND sort_day BETWEEN ? AND ? "
               "ORDER BY token, sort_day",
               query.authority.value, query.table, query.begins, beyond, query.first_day, query.last_day);
  while (counts.next())
    out.push_back({counts.text(0), static_cast<std::int32_t>(counts.number(1)), static_cast<std::size_t>(counts.number(2))});
  return out;
}

}  // namespace confer::sqlite
