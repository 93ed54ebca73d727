#include <iostream>

#include <fmt/format.h>

#include "base/json.h"
#include "catalogue/difference.h"
#include "catalogue/reference.h"
#include "cli/command.h"
#include "desk/check_procedures.h"
#include "desk/desk.h"
#include "document/procedure_text.h"
#include "document/renderings.h"

namespace confer::cli {
namespace {

/// Holds every procedure of a folder, with its worked cases, to what it says and prints what is wrong with each file once.
void check(const std::string& folder, Context& context) {
  const CheckedProcedures found = check_procedures(folder.empty() ? own_procedures() : std::filesystem::path(folder));
  for (const LoadError& error : found.errors) std::cout << error.written() << "\n";
  for (const LoadError& warning : found.warnings) std::cout << "To know: " << warning.written() << "\n";
  if (found.procedures == 0) std::cout << (found.errors.empty() ? "There is no procedure here: no folder holds a procedure.toml.\n" : "There is no procedure here that can be read.\n");
  if (!found.errors.empty() || found.procedures == 0) context.exit_code = refused_or_found;
  else std::cout << fmt::format("All {} procedures load. Their {} worked cases and other examples say {} things, and all of them come out.\n", found.procedures, found.cases, found.lines);
}

/// What stands at most in a column of the table; the rest of a longer value is in the data.
constexpr std::size_t widest_value = 60;

std::string cell(const std::string& value) {
  if (value.empty()) return "–";
  if (value.size() <= widest_value) return value;
  std::size_t end = widest_value - 1;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;   // never within a letter
  return value.substr(0, end) + "…";
}

/// One difference as a line; the columns are as wide as is usual, so that most lines stand under each other.
void print(const Difference& one) {
  std::cout << fmt::format("{:13} {:32} {:18} {:60}  {}\n", one.kind, one.id, one.what, cell(one.left), cell(one.right));
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
  const auto all = differences((*one)->described(), (*other)->described());
  if (as_data) {
    json::array out;
    for (const Difference& each : all) out.push_back(data(each));
    std::cout << json::serialize(out) << "\n";
    return;
  }
  if (all.empty()) std::cout << left << " and " << right << " do not differ.\n";
  else std::cout << fmt::format("{:13} {:32} {:18} {:60}  {}\n", "what", "which", "part", left, right);
  for (const Difference& each : all) print(each);
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
void show(const std::string& id, const std::string& format, Context& context) {
  ProcedureShelf shelf = context.shelf();
  const auto procedure = shelf.take(id);
  if (!procedure) return say(context, procedure.error());
  const auto text = document::procedure_text((*procedure)->described(), london_day(real_world().now()));
  if (!text) return say(context, text.error());
  if (format == "html") std::cout << document::as_html_page(*text).release();
  else std::cout << document::as_plain_text(*text);
}

}  // namespace

void add_procedures(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("procedures", "The procedures that this installation can work by");
  group->require_subcommand(1);
  auto* checking = group->add_subcommand("check", "Reads every procedure, runs its worked cases and examples, and says what is wrong, with file and line");
  auto folder = std::make_shared<std::string>();
  checking->add_option("DIR", *folder, "A folder of procedures; else this program's own");
  checking->callback([folder, &context] { check(*folder, context); });
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
  showing->add_option("--format", *format, "text or html")->check(CLI::IsMember({"text", "html"}))->capture_default_str();
  showing->callback([shown, format, &context] { show(*shown, *format, context); });
}

}  // namespace confer::cli
