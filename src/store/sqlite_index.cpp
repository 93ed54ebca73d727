#include "store/sqlite_index.h"

#include <fmt/format.h>

#include <map>

#include "store/chain.h"
#include "store/index_words.h"

namespace confer::sqlite {
namespace {

/// A row as it is stored; its audience sorted, each token on a line.
struct Stored {
  std::int64_t number = 0;
  std::int32_t sort_day = 0;
  std::string search, audience, body;

  [[nodiscard]] bool says_the_same(const Stored& other) const {
    return sort_day == other.sort_day && search == other.search && audience == other.audience && body == other.body;
  }
};

using Rows = std::map<std::pair<std::string, std::string>, Stored>;   ///< By list and key.

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Stored stored(const IndexRow& row) {
  Stored out{.number = 0, .sort_day = row.sort_day, .search = row.search, .audience = {}, .body = object_bytes(row.body)};
  for (const std::string& token : each_once(row.audience)) {
    CONFER_ASSERT(token.find('\n') == std::string::npos);
    out.audience.append(token).append("\n");
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

std::string mark_of(const Seals& seals, const Stream& stream, const std::string& list, const std::string& key, const Stored& row) {
  const std::string label = stream_label(stream), day = fmt::format("{}", row.sort_day);
  const std::array<std::string_view, 7> parts = {label, list, key, day, row.search, row.audience, row.body};
  return seals.mark("index row", parts);
}

/// Writes and removes rows of one stream.
class RowWriter {
 public:
  RowWriter(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number)
      : connection_(connection), seals_(seals), stream_(stream), stream_number_(stream_number) {}

  void add(const std::string& list, const std::string& key, const Stored& row) {
    Query(connection_, "INSERT INTO index_row (stream_no, list, key, sort_day, search, audience, body, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          stream_number_, list, key, row.sort_day, row.search, row.audience, row.body, Blob{mark_of(seals_, stream_, list, key, row)})
        .run();
    const std::int64_t number = connection_.last_row();
    for (const std::string& token : lines(row.audience)) admit(list, key, row.sort_day, token, number);
  }

  void change(const std::string& list, const std::string& key, const Stored& old, const Stored& row) {
    Query(connection_, "UPDATE index_row SET sort_day = ?, search = ?, audience = ?, body = ?, mark = ? WHERE row_no = ?", row.sort_day, row.search,
          row.audience, row.body, Blob{mark_of(seals_, stream_, list, key, row)}, old.number)
        .run();
    auto before = lines(old.audience), after = lines(row.audience);
    if (old.sort_day == row.sort_day) {
      std::vector<std::string> gone, come;
      std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
      std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(come));
      before = std::move(gone);
      after = std::move(come);
    }
    for (const std::string& token : before) dismiss(list, key, old.sort_day, token);
    for (const std::string& token : after) admit(list, key, row.sort_day, token, old.number);
  }

  void remove(const std::string& list, const std::string& key, const Stored& row) {
    Query(connection_, "DELETE FROM index_row WHERE row_no = ?", row.number).run();
    for (const std::string& token : lines(row.audience)) dismiss(list, key, row.sort_day, token);
  }

 private:
  [[nodiscard]] std::int32_t kind() const noexcept { return static_cast<std::int32_t>(stream_.kind); }

  void admit(const std::string& list, const std::string& key, std::int32_t sort_day, const std::string& token, std::int64_t number) {
    Query(connection_, "INSERT INTO index_audience VALUES (?, ?, ?, ?, ?, ?, ?, ?)", stream_.authority.value, list, token, sort_day, kind(), stream_.name,
          key, number)
        .run();
    Query(connection_, "INSERT INTO index_count VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET rows = rows + 1", stream_.authority.value, list, token,
          sort_day)
        .run();
  }

  void dismiss(const std::string& list, const std::string& key, std::int32_t sort_day, const std::string& token) {
    Query(connection_,
          "DELETE FROM index_audience WHERE authority = ? AND list = ? AND token = ? AND sort_day = ? AND kind = ? AND name = ? AND key = ?",
          stream_.authority.value, list, token, sort_day, kind(), stream_.name, key)
        .run();
    Query(connection_, "UPDATE index_count SET rows = rows - 1 WHERE authority = ? AND list = ? AND token = ? AND sort_day = ?", stream_.authority.value,
          list, token, sort_day)
        .run();
    Query(connection_, "DELETE FROM index_count WHERE authority = ? AND list = ? AND token = ? AND sort_day = ? AND rows = 0", stream_.authority.value,
          list, token, sort_day)
        .run();
  }

  Connection& connection_;
  const Seals& seals_;
  const Stream& stream_;
  std::int64_t stream_number_;
};

}  // namespace

void write_rows(Connection& connection, const Seals& seals, const Stream& stream, std::int64_t stream_number, const std::vector<IndexRow>& rows) {
  Rows old = rows_of(connection, stream_number);
  RowWriter writer(connection, seals, stream, stream_number);
  for (const IndexRow& row : rows) {
    const Stored now = stored(row);
    auto was = old.extract({row.table, row.key});
    if (was.empty())
      writer.add(row.table, row.key, now);
    else if (!was.mapped().says_the_same(now))
      writer.change(row.table, row.key, was.mapped(), now);
  }
  for (const auto& [name, row] : old) writer.remove(name.first, name.second, row);
}

namespace {

/// Holds the counts against what they count.
void verify_counts(Connection& connection, const std::function<void(std::int64_t)>& fault) {
  Query counted(connection,
                "SELECT count(*) FROM (SELECT authority, list, token, sort_day, count(*) AS rows FROM index_audience GROUP BY 1, 2, 3, 4 "
                "EXCEPT SELECT authority, list, token, sort_day, rows FROM index_count)");
  if (counted.next() && counted.number(0) != 0) return fault(0);
  Query told(connection, "SELECT (SELECT count(*) FROM index_count) - (SELECT count(*) FROM (SELECT 1 FROM index_audience GROUP BY authority, list, token, sort_day))");
  if (told.next() && told.number(0) != 0) fault(0);
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
    if (mark_of(seals, stream, list, key, row) != query.bytes(8)) {
      fault(query.number(1));
      continue;
    }
    for (const std::string& token : lines(row.audience)) {
      ++admitted;
      Query there(connection,
                  "SELECT row_no FROM index_audience WHERE authority = ? AND list = ? AND token = ? AND sort_day = ? AND kind = ? AND name = ? AND key = ?",
                  stream.authority.value, list, token, row.sort_day, static_cast<std::int32_t>(stream.kind), stream.name, key);
      if (!there.next() || there.number(0) != row.number) fault(query.number(1));
    }
  }
  Query all(connection, "SELECT count(*) FROM index_audience");
  if (all.next() && all.number(0) != admitted) fault(0);
  verify_counts(connection, fault);
}

}  // namespace confer::sqlite
