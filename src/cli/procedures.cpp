#include <algorithm>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include "base/json.h"
#include "catalogue/as_data.h"
#include "catalogue/difference.h"
#include "catalogue/reference.h"
#include "cli/command.h"
#include "desk/check_procedures.h"
#include "desk/desk.h"
#include "document/procedure_text.h"
#include "document/renderings.h"

namespace confer::cli {
namespace {

json::array data(const CheckedProcedures& found) {
  json::array out;
  const auto add = [&](std::string_view kind, const LoadError& one) {
    const bool is_placed = !one.place.file.empty();
    out.push_back(json::object{{"kind", kind}, {"file", is_placed ? json::value(one.place.file) : json::value(nullptr)}, {"line", is_placed ? json::value(one.place.line) : json::value(nullptr)},
                               {"message", one.message}});
  };
  for (const LoadError& error : found.errors) add("error", error);
  for (const LoadError& warning : found.warnings) add("to_know", warning);
  return out;
}

void print(const CheckedProcedures& found) {
  for (const LoadError& error : found.errors) std::cout << error.written() << "\n";
  for (const LoadError& warning : found.warnings) std::cout << "To know: " << warning.written() << "\n";
  if (found.procedures == 0) std::cout << (found.errors.empty() ? "There is no procedure here: no folder holds a procedure.toml.\n" : "There is no procedure here that can be read.\n");
  else if (found.errors.empty())
    std::cout << fmt::format("All {} procedures load. Their {} worked cases and other examples say {} things, and all of them come out.\n", found.procedures, found.cases, found.lines);
}

/// Holds every procedure of a folder, with its worked cases, to what it says and prints what is wrong with each file once.
void check(const std::string& named, bool as_data, Context& context) {
  const std::filesystem::path folder = named.empty() ? own_procedures() : std::filesystem::path(named);
  if (std::error_code error; !std::filesystem::is_directory(folder, error))
    return say(context, {fmt::format("There is no folder {}. Name the folder that holds your procedures; without a name this program's own are read.", folder.string()), "procedures"});
  const CheckedProcedures found = check_procedures(folder);
  if (as_data) std::cout << json::serialize(data(found)) << "\n";
  else print(found);
  if (!found.errors.empty() || found.procedures == 0) context.exit_code = refused_or_found;
}

/// How wide the two columns of values are, in letters; the names before them are short.
constexpr std::size_t value_width = 60;

/// How many letters a text shows, its bytes being UTF-8.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// A value broken between words into lines that fit its column; nothing is cut, and a word that is wider stands on a line of its own.
std::vector<std::string> lines_of(const std::string& value) {
  std::vector<std::string> out{""};
  std::istringstream words(value.empty() ? "–" : value);
  for (std::string word; words >> word;) {
    const bool fits = out.back().empty() || letters(out.back()) + 1 + letters(word) <= value_width;
    if (!fits) out.emplace_back();
    out.back() += (out.back().empty() ? "" : " ") + word;
  }
  return out;
}

/// How wide each column of names is: as wide as the longest that stands in it.
struct Widths {
  std::size_t kind = 12, id = 20, what = 10;

  void fit(std::string_view of_kind, std::string_view of_id, std::string_view of_what) {
    kind = std::max(kind, of_kind.size()), id = std::max(id, of_id.size()), what = std::max(what, of_what.size());
  }
};

void print_row(const Widths& widths, std::string_view kind, std::string_view id, std::string_view what, const std::string& left, const std::string& right) {
  const std::vector<std::string> mine = lines_of(left), theirs = lines_of(right);
  for (std::size_t at = 0; at < std::max(mine.size(), theirs.size()); ++at) {
    const std::string_view one = at < mine.size() ? std::string_view(mine[at]) : "", other = at < theirs.size() ? std::string_view(theirs[at]) : "";
    std::string line = fmt::format("{:{}}  {:{}}  {:{}}  {:{}}  {}", at == 0 ? kind : "", widths.kind, at == 0 ? id : "", widths.id, at == 0 ? what : "", widths.what, one, value_width, other);
    line.erase(line.find_last_not_of(' ') + 1);
    std::cout << line << "\n";
  }
}

json::object data(const Difference& one) {
  const auto place = [](const Place& at) { return at.file.empty() ? json::value(nullptr) : json::value(fmt::format("{}:{}", at.file, at.line)); };
  return {{"kind", one.kind}, {"id", one.id}, {"what", one.what}, {"left", one.left}, {"right", one.right}, {"left_place", place(one.left_place)}, {"right_place", place(one.right_place)}};
}

/// Says how two procedures differ.
void diff(const std::string& left, const std::string& right, bool as_data, Context& context) {
  ProcedureShelf shelf = context.shelf();
  const auto one = shelf.take(left), other = shelf.take(right);
  if (!one) return say(context, one.error());
  if (!other) return say(context, other.error());
  const Date today = london_day(real_world().now());
  const auto all = differences((*one)->speaking_on(today).described(), (*other)->speaking_on(today).described());
  if (as_data) {
    json::array out;
    for (const Difference& each : all) out.push_back(data(each));
    std::cout << json::serialize(out) << "\n";
    return;
  }
  Widths widths;
  for (const Difference& each : all) widths.fit(each.kind, each.id, each.what);
  if (all.empty()) std::cout << left << " and " << right << " do not differ.\n";
  else print_row(widths, "what", "which", "part", left, right);
  for (const Difference& each : all) print_row(widths, each.kind, each.id, each.what, each.left, each.right);
}

/// The nearest procedure that this one extends and that has a page of its own; empty when there is none.
std::optional<Described> extended_by(const Described& procedure, const ProcedureShelf& shelf) {
  const auto ids = shelf.ids();
  for (const std::string& id : procedure.extends)
    if (std::find(ids.begin(), ids.end(), id) != ids.end())
      if (auto loaded = load_procedure(shelf.files(), id)) return std::move(*loaded);
  return std::nullopt;
}

/// Prints one procedure's reference page.
void reference(const std::string& id, Context& context) {
  const ProcedureShelf shelf = context.shelf();
  const auto loaded = load_procedure(shelf.files(), id);
  if (!loaded) {
    for (const LoadError& error : loaded.error()) say(context, {error.written(), "procedure"});
    return;
  }
  const auto extended = extended_by(*loaded, shelf);
  std::cout << reference_page(*loaded, extended ? &*extended : nullptr);
}

/// Prints one procedure for reading: the same words as the page "Procedure".
void show(const std::string& id, const std::string& as_at, const std::string& format, bool as_json, Context& context) {
  const Date today = london_day(real_world().now());
  const auto spoken_on = as_at.empty() ? Result<Date>(today) : Date::parse(as_at);
  if (!spoken_on) return say(context, {"--as-at: " + spoken_on.error().message, "as-at"});
  ProcedureShelf shelf = context.shelf();
  const auto taken = shelf.take(id);
  if (!taken) return say(context, taken.error());
  const Described& procedure = (*taken)->speaking_on(*spoken_on).described();
  if (as_json) {
    std::cout << json::serialize(as_data(procedure)) << "\n";
    return;
  }
  const auto text = document::procedure_text(procedure, today);
  if (!text) return say(context, text.error());
  if (format == "html") std::cout << document::as_html_page(*text).release();
  else std::cout << document::as_plain_text(*text);
}

}  // namespace

void add_procedures(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("procedures", "The procedures that this installation can work by");
  group->require_subcommand(1);
  auto* checking = group->add_subcommand("check", "Reads every procedure, runs its worked cases and examples, and says what is wrong, with file and line");
  struct Checked {
    std::string folder;
    bool json = false;
  };
  auto checked = std::make_shared<Checked>();
  checking->add_option("DIR", checked->folder, "A folder of procedures; else this program's own");
  checking->add_flag("--json", checked->json, "As data: a list of what is wrong and of what to know, each with file, line and message");
  checking->callback([checked, &context] { check(checked->folder, checked->json, context); });
  struct Two {
    std::string left, right;
    bool json = false;
  };
  auto* comparing = group->add_subcommand("diff", "How two procedures differ");
  auto two = std::make_shared<Two>();
  comparing->add_option("A", two->left, "A procedure, such as england")->required();
  comparing->add_option("B", two->right, "Another, such as rotherham")->required();
  comparing->add_flag("--json", two->json, "As data, with file and line");
  comparing->callback([two, &context] { diff(two->left, two->right, two->json, context); });
  auto* referring = group->add_subcommand("reference", "Prints what can be put on file under a procedure, as a page in Markdown; nothing where it is all as in the one that it extends");
  auto id = std::make_shared<std::string>("rotherham");
  referring->add_option("ID", *id, "The procedure")->capture_default_str();
  referring->callback([id, &context] { reference(*id, context); });

  auto* showing = group->add_subcommand("show", "Prints one procedure for reading");
  auto shown = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("text");
  showing->add_option("ID", *shown, "The procedure, such as rotherham")->required();
  auto as_at = std::make_shared<std::string>();
  showing->add_option("--as-at", *as_at, "Say what things are called on this day, today where none is named");
  showing->add_option("--format", *format, "text or html")->check(CLI::IsMember({"text", "html"}))->capture_default_str();
  auto as_json = std::make_shared<bool>(false);
  showing->add_flag("--json", *as_json, "As data, the same as the API answers");
  showing->callback([shown, as_at, format, as_json, &context] { show(*shown, *as_at, *format, *as_json, context); });
}

}  // namespace confer::cli
