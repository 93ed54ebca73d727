#include "desk/examples/worked_case.h"

#include <fmt/format.h>

#include <sstream>

#include "catalogue/parse_toml.h"
#include "desk/jsonl.h"

namespace confer::examples {
namespace {

using Must = TableReader::Must;

Due read_due(TableReader& row) {
  return {row.text("rule", Must::stand), row.texts("about"), row.day("as_at", Must::stand).value_or(Date{}), row.day("known_on"), row.day("limit"), row.day("latest_bookable"),
          row.day("strict"), row.day("met_on"), row.day("planned_on"), row.day("counted_from"), row.london_moment("limit_at"), row.text("state"), row.text("says"),
          row.text("beside"), row.text("reasons"), row.day("lapsed_on"), row.yes_no("reference", false), row.place()};
}

QuorumExpected read_quorum(TableReader& row) {
  return {row.text("child", Must::stand), row.text("conference", Must::stand), row.text("before"), row.text("state", Must::stand), row.texts("present"), row.texts("missing"), row.place()};
}

Sees read_sees(TableReader& row) {
  return {row.text("reader", Must::stand), row.text("role", Must::stand), row.text("cell"), row.text("shown"), row.texts("items"), row.texts("hidden"), row.texts("answers"),
          row.texts("hidden_answers"), row.place()};
}

Ahead read_ahead(TableReader& row) {
  return {row.day("as_at", Must::stand).value_or(Date{}), row.day("conference"), row.day("limit"), row.day("latest_safe"), row.yes_no("limiting", false), row.yes_no("in_time", false),
          row.text("rule", Must::stand), row.text("state"), row.place()};
}

/// An answer as an entry holds it: a text, a list of texts, or yes or no. Empty where it is none of these.
std::optional<json::value> read_answer(const toml::node& node) {
  if (const auto* yes = node.as_boolean()) return json::value(yes->get());
  if (const auto* text = node.as_string()) return json::value(text->get());
  const toml::array* several = node.as_array();
  if (!several) return std::nullopt;
  json::array list;
  for (const toml::node& one : *several) {
    if (!one.as_string()) return std::nullopt;
    list.emplace_back(one.as_string()->get());
  }
  return json::value(std::move(list));
}

Instead read_instead(TableReader& row, std::vector<LoadError>& errors) {
  Instead out{row.text("of", Must::stand), row.text("without"), row.text("type"), row.text("refused"), row.london_moment("happened"), {}, {}, row.place()};
  if (const toml::table* answers = row.free_table("answers")) {
    out.answers.emplace();
    for (const auto& [key, node] : *answers) {
      auto answer = read_answer(node);
      if (answer) (*out.answers)[key.str()] = std::move(*answer);
      else errors.push_back({{out.place.file, static_cast<int>(node.source().begin.line)}, fmt::format("\"{}\" must be a text, a list of texts, true or false.", key.str())});
    }
  }
  for (TableReader& then : row.tables("then")) {
    out.then = read_due(then);
    then.finish();
  }
  return out;
}

/// Every row under a key, read.
template <class Read>
auto rows(TableReader& table, std::string_view key, Read read) {
  std::vector<decltype(read(table))> out;
  for (TableReader& row : table.tables(key)) {
    out.push_back(read(row));
    row.finish();
  }
  return out;
}

/// The numbers of the lines that hold something, from 1.
std::vector<int> filled_lines(const std::string& text) {
  std::vector<int> out;
  std::istringstream in(text);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number)
    if (line.find_first_not_of(" \t\r") != std::string::npos) out.push_back(number);
  return out;
}

/// Reads the family's entries into the case; what is wrong is noted with the line that the reader of such lines names.
void read_entries(WorkedCase& into, const std::string& text, std::vector<LoadError>& errors) {
  const std::string file = into.folder + into.id + ".jsonl";
  std::istringstream in(text);
  auto entries = read_jsonl(in);
  if (!entries) {
    const auto read = in.rdbuf()->pubseekoff(0, std::ios::cur, std::ios::in);
    const auto line = std::count(text.begin(), text.begin() + std::max<std::streamoff>(0, std::streamoff(read) - 1), '\n') + 1;
    const std::string& message = entries.error().message;
    return errors.push_back({{file, static_cast<int>(line)}, message.substr(message.find(": ") + 2)});
  }
  if (entries->size() > most_case_entries) return errors.push_back({{file, 1}, fmt::format("This worked case has {} entries, and at most {} can be read by a person. Tell a shorter story.", entries->size(), most_case_entries)});
  if (entries->empty() || entries->front().type != "family_file") return errors.push_back({{file, 1}, "A worked case begins with its family file: a first line of \"type\": \"family_file\"."});
  into.entries = std::move(*entries);
  into.lines = filled_lines(text);
}

/// Folds the file once for each day on which it is asked what was known: that does not depend on the procedure.
void fold_as_known(WorkedCase& read) {
  const auto fold = [&](std::optional<Date> day) {
    if (!read.known.contains(day)) read.known.emplace(day, CaseFile::fold(read.entries, day));
  };
  fold(std::nullopt);
  for (const Due& due : read.then) fold(due.known_on);
  for (const Ahead& ahead : read.ahead) fold(ahead.as_at);
}

}  // namespace

std::optional<WorkedCase> read_case(const ProcedureFile& told, const std::string& entries, std::vector<LoadError>& errors) {
  const std::size_t errors_before = errors.size();
  const auto table = parse_toml(told, errors);
  if (!table) return std::nullopt;
  WorkedCase out;
  const auto name_at = told.path.rfind('/') + 1;
  out.folder = told.path.substr(0, name_at);
  out.id = told.path.substr(name_at, told.path.size() - name_at - std::string_view(".toml").size());
  TableReader reader(*table, told.path, errors);
  if (const std::string named = reader.text("case", Must::stand); named != out.id && !named.empty())
    reader.wrong(fmt::format("The case calls itself \"{}\", and its files are called \"{}\". Give both one name.", named, out.id));
  out.title = reader.text("title", Must::stand);
  out.then = rows(reader, "then", read_due);
  out.never = rows(reader, "never", read_due);
  out.quorum = rows(reader, "quorum", read_quorum);
  out.instead = rows(reader, "instead", [&](TableReader& row) { return read_instead(row, errors); });
  out.sees = rows(reader, "sees", read_sees);
  out.ahead = rows(reader, "ahead", read_ahead);
  reader.finish();
  if (out.then.empty()) reader.wrong("This case says of nothing when it is due. Add lines to \"then\".");
  read_entries(out, entries, errors);
  if (errors.size() != errors_before) return std::nullopt;
  fold_as_known(out);
  return out;
}

}  // namespace confer::examples
