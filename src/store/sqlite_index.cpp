#include "store/sqlite_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "store/chain.h"
#include "store/index_words.h"

namespace confer::sqlite {
namespace {

/// A row as it is stored; its audience as the numbers of its tokens, each once, sorted, between spaces.
struct Stored {
  std::int64_t number = 0;
  std::int32_t sort_day = 0;
  std::string search, audience, body;

  [[nodiscard]] bool says_the_same(const Stored& other) const {
    return sort_day == other.sort_day && search == other.search && audience == other.audience && body == other.body;
  }
};

using Rows = std::map<std::pair<std::string, std::string>, Stored>;   ///< By list and key.
using Numbers = std::vector<std::int64_t>;

std::string written(Numbers numbers) {
  std::sort(numbers.begin(), numbers.end());
  return fmt::format("{}", fmt::join(numbers, " "));
}

Numbers numbers_in(std::string_view text) {
  Numbers out;
  for (const std::string_view word : words_of(text)) {
    std::int64_t number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    out.push_back(number);
  }
  return out;
}

Rows rows_of(Connection& connection, std::int64_t stream_number) {
  Rows out;
  Query query(connection, "SELECT list, key, row_no, sort_day, search, audience, body FROM index_row WHERE stream_no = ?", stream_number);
  while (query.next())
    out[{query.text(0), query.text(1)}] = {query.number(2), static_cast<std::int32_t>(query.number(3)), query.text(4), query.text(5), query.text(6)};
  return out;
}

/// Covers the tokens' words, sorted, and not their numbers: what a number stands for cannot be changed either.
std::string mark_of(const Seals& seals, const Stream& stream, std::string_view list, std::string_view key, const Stored& row, const std::vector<std::string>& tokens) {
  const std::string label = stream_label(stream), day = fmt::format("{}", row.sort_day), audience = fmt::format("{}\n", fmt::join(tokens, "\n"));
  const std::array<std::string_view, 7> parts = {label, list, key, day, row.search, audience, row.body};
  return seals.mark("index row", parts);
}

/// Writes and removes rows of one stream.
class RowWriter {
 public:
  RowWriter(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number)
      : connection_(connection), seals_(seals), stream_(stream), stream_number_(stream_number) {}

  /// The row as it would be stored; tokens that no row bore before are given their numbers.
  Stored stored(const IndexRow& row, const std::vector<std::string>& tokens) {
    Numbers numbers;
    for (const std::string& token : tokens) numbers.push_back(number_of(row.table, token));
    return {.number = 0, .sort_day = row.sort_day, .search = row.search, .audience = written(std::move(numbers)), .body = object_bytes(row.body)};
  }

  void add(const IndexRow& what, const Stored& row, const std::vector<std::string>& tokens) {
    Query(connection_, "INSERT INTO index_row (stream_no, list, key, sort_day, search, audience, body, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          stream_number_, what.table, what.key, row.sort_day, row.search, row.audience, row.body, Blob{mark_of(seals_, stream_, what.table, what.key, row, tokens)})
        .run();
    const std::int64_t number = connection_.last_row();
    for (const std::int64_t token : numbers_in(row.audience)) admit(token, row.sort_day, what.key, number);
  }

  void change(const IndexRow& what, const Stored& old, const Stored& row, const std::vector<std::string>& tokens) {
    Query(connection_, "UPDATE index_row SET sort_day = ?, search = ?, audience = ?, body = ?, mark = ? WHERE row_no = ?", row.sort_day, row.search,
          row.audience, row.body, Blob{mark_of(seals_, stream_, what.table, what.key, row, tokens)}, old.number)
        .run();
    Numbers before = numbers_in(old.audience), after = numbers_in(row.audience);
    if (old.sort_day == row.sort_day) {
      Numbers gone, come;
      std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
      std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(come));
      before = std::move(gone);
      after = std::move(come);
    }
    for (const std::int64_t token : before) dismiss(token, old.sort_day, what.key, old.number);
    for (const std::int64_t token : after) admit(token, row.sort_day, what.key, old.number);
  }

  void remove(const std::string& key, const Stored& row) {
    Query(connection_, "DELETE FROM index_row WHERE row_no = ?", row.number).run();
    for (const std::int64_t token : numbers_in(row.audience)) dismiss(token, row.sort_day, key, row.number);
  }

 private:
  std::int64_t number_of(const std::string& list, const std::string& token) {
    std::int64_t& number = numbers_[{list, token}];
    if (number == 0) number = token_number(connection_, stream_.authority, list, token).value_or(0);
    if (number != 0) return number;
    Query(connection_, "INSERT INTO index_token (authority, list, token) VALUES (?, ?, ?)", stream_.authority.value, list, token).run();
    return number = connection_.last_row();
  }

  void admit(std::int64_t token, std::int32_t sort_day, const std::string& key, std::int64_t row) {
    Query(connection_, "INSERT INTO index_audience VALUES (?, ?, ?, ?, ?)", token, sort_day, stream_number_, std::int64_t{place_of_key(key)}, row).run();
    Query(connection_, "INSERT INTO index_count VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET rows = rows + 1", token, sort_day).run();
  }

  void dismiss(std::int64_t token, std::int32_t sort_day, const std::string& key, std::int64_t row) {
    Query(connection_, "DELETE FROM index_audience WHERE token_no = ? AND sort_day = ? AND stream_no = ? AND place = ? AND row_no = ?", token, sort_day,
          stream_number_, std::int64_t{place_of_key(key)}, row)
        .run();
    Query(connection_, "UPDATE index_count SET rows = rows - 1 WHERE token_no = ? AND sort_day = ?", token, sort_day).run();
    Query(connection_, "DELETE FROM index_count WHERE token_no = ? AND sort_day = ? AND rows = 0", token, sort_day).run();
  }

  Connection& connection_;
  const Seals& seals_;
  const Stream& stream_;
  std::int64_t stream_number_;
  std::map<std::pair<std::string, std::string>, std::int64_t> numbers_;   // by list and token, as far as they were asked for
};

}  // namespace

std::optional<std::int64_t> token_number(Connection& connection, const AuthorityId& authority, const std::string& list, const std::string& token) {
  Query query(connection, "SELECT token_no FROM index_token WHERE authority = ? AND list = ? AND token = ?", authority.value, list, token);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

void write_rows(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number, const std::vector<IndexRow>& rows) {
  Rows old = rows_of(connection, stream_number);
  RowWriter writer(connection, seals, stream, stream_number);
  for (const IndexRow& row : rows) {
    const auto tokens = each_once(row.audience);
    const Stored now = writer.stored(row, tokens);
    auto was = old.extract({row.table, row.key});
    if (was.empty())
      writer.add(row, now, tokens);
    else if (!was.mapped().says_the_same(now))
      writer.change(row, was.mapped(), now, tokens);
  }
  for (const auto& [name, row] : old) writer.remove(name.second, row);
}

namespace {

/// Holds the counts against what they count.
void verify_counts(Connection& connection, const std::function<void(std::int64_t)>& fault) {
  Query counted(connection,
                "SELECT count(*) FROM (SELECT token_no, sort_day, count(*) AS rows FROM index_audience GROUP BY 1, 2 EXCEPT SELECT token_no, sort_day, rows FROM index_count)");
  if (counted.next() && counted.number(0) != 0) return fault(0);
  Query told(connection, "SELECT (SELECT count(*) FROM index_count) - (SELECT count(*) FROM (SELECT 1 FROM index_audience GROUP BY token_no, sort_day))");
  if (told.next() && told.number(0) != 0) fault(0);
}

/// A row's tokens in words, sorted; empty where one of its numbers stands for none of this authority's and list's.
std::optional<std::vector<std::string>> tokens_of(Connection& connection, const AuthorityId& authority, std::string_view list, const Numbers& numbers) {
  std::vector<std::string> out;
  for (const std::int64_t number : numbers) {
    Query token(connection, "SELECT token FROM index_token WHERE token_no = ? AND authority = ? AND list = ?", number, authority.value, list);
    if (!token.next()) return std::nullopt;
    out.push_back(token.text(0));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void verify_rows(Connection& connection, const Seals& seals, const std::function<Stream(std::int64_t)>& stream_of,
                 const std::function<void(std::int64_t)>& fault) {
  std::int64_t admitted = 0;
  Query query(connection, "SELECT row_no, stream_no, list, key, sort_day, search, audience, body, mark FROM index_row ORDER BY row_no");
  while (query.next()) {
    const Stream stream = stream_of(query.number(1));
    const std::string list = query.text(2), key = query.text(3);
    const Stored row{query.number(0), static_cast<std::int32_t>(query.number(4)), query.text(5), query.text(6), query.text(7)};
    const Numbers numbers = numbers_in(row.audience);
    const auto tokens = tokens_of(connection, stream.authority, list, numbers);
    if (!tokens || mark_of(seals, stream, list, key, row, *tokens) != query.bytes(8)) {
      fault(query.number(1));
      continue;
    }
    for (const std::int64_t token : numbers) {
      ++admitted;
      Query there(connection, "SELECT 1 FROM index_audience WHERE token_no = ? AND sort_day = ? AND stream_no = ? AND place = ? AND row_no = ?", token,
                  row.sort_day, query.number(1), std::int64_t{place_of_key(key)}, row.number);
      if (!there.next()) fault(query.number(1));
    }
  }
  Query all(connection, "SELECT count(*) FROM index_audience");
  if (all.next() && all.number(0) != admitted) fault(0);
  verify_counts(connection, fault);
}

}  // namespace confer::sqlite
