// docs/coverage.md: for each row of the catalogue of rules where it is carried out and what proves it, or why it is not. It is made here, and a
// row that is unaccounted for, points at nothing or was made from something older fails.
#include "coverage.h"

#include <set>

namespace confer::house {
namespace {

/// What is to be said of one row.
struct Line {
  std::string state, why;
  std::vector<std::string> where, proofs;
};

constexpr std::size_t most_places = 3;

bool is_prompt(const Carrier& carrier, const Accounts& accounts) {
  return std::find(accounts.prompts.begin(), accounts.prompts.end(), carrier.list) != accounts.prompts.end();
}

void add_once(std::vector<std::string>& to, const std::string& text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

/// Puts what was said by hand before the rest, each once.
void put_first(std::vector<std::string>& to, const std::vector<std::string>& said) {
  std::vector<std::string> all = said;
  for (const std::string& text : to) add_once(all, text);
  to = std::move(all);
}

/// Everything said of each row that something cites or somebody speaks of.
std::map<std::string, Line> lines(const std::vector<Carrier>& carriers, const Accounts& accounts) {
  std::map<std::string, Line> out;
  for (const bool prompts : {false, true})   // what computes or records stands before what only reminds
    for (const Carrier& carrier : carriers) {
      if (is_prompt(carrier, accounts) != prompts) continue;
      for (const std::string& row : carrier.rows) {
        Line& line = out[row];
        if (line.state.empty()) line.state = prompts ? "for people" : "met";
        add_once(line.where, carrier.at);
        for (const std::string& proof : carrier.proofs) add_once(line.proofs, proof);
      }
    }
  for (const ByHand& one : accounts.by_hand)
    for (const std::string& row : one.rows) {
      if (one.until_cited && out.contains(row)) continue;
      Line& line = out[row];
      line.state = one.state, line.why = one.why;
      put_first(line.where, one.where);
      put_first(line.proofs, one.proved_by);
    }
  return out;
}

/// What is wrong with the accounts, row by row.
Findings unaccounted(const std::vector<CatalogueRow>& catalogue, const std::map<std::string, Line>& lines, const Checkout& checkout) {
  Findings out;
  std::set<std::string> known;
  for (const CatalogueRow& row : catalogue) {
    known.insert(row.id);
    const auto found = lines.find(row.id);
    if (found == lines.end()) {
      out.push_back(row.id + " is unaccounted for. Cite it where it is carried out, in \"catalogue\", or say in docs/coverage.toml what becomes of it.");
      continue;
    }
    const Line& line = found->second;
    const bool done = line.state == "met" || line.state == "for people";
    if (!done && line.state != "planned" && line.state != "not met") out.push_back(fmt::format("{}: \"{}\" is no state. Write \"met\", \"planned\" or \"not met\".", row.id, line.state));
    if (!done && line.why.empty()) out.push_back(row.id + " is not met and does not say why, or which work it waits for. Add \"why\".");
    if (done && line.where.empty()) out.push_back(row.id + " is met nowhere. Name the place.");
    if (done && line.proofs.empty()) out.push_back(row.id + " is proved by nothing. Name a worked case in \"examples\", or put what it asks for on file in one.");
    for (const auto* places : {&line.where, &line.proofs})
      for (const std::string& place : *places)
        if (!checkout.holds(place)) out.push_back(fmt::format("{} points at {}, which is not there.", row.id, place));
  }
  for (const auto& [row, line] : lines)
    if (!known.contains(row)) out.push_back(fmt::format("{} is no row of docs/catalogue.csv, and {} cites it.", row, line.where.empty() ? "docs/coverage.toml" : line.where.front()));
  return out;
}

std::string joined(const std::vector<std::string>& places) {
  std::string out;
  for (std::size_t i = 0; i < places.size() && i < most_places; ++i) out += (i ? "<br>" : "") + places[i];
  if (places.size() > most_places) out += fmt::format("<br>and {} more", places.size() - most_places);
  return out;
}

std::string in_a_cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

/// The page, as it should stand in docs/.
std::string page(const std::vector<CatalogueRow>& catalogue, const std::map<std::string, Line>& lines) {
  std::map<std::string, int> counts;
  std::string rows;
  for (const CatalogueRow& row : catalogue) {
    const auto found = lines.find(row.id);
    if (found == lines.end()) continue;
    const Line& line = found->second;
    ++counts[line.state];
    const std::string state = line.why.empty() ? line.state : fmt::format("{}: {}", line.state, in_a_cell(line.why));
    rows += fmt::format("| {} | {} | {} | {} |\n", row.id, state, joined(line.where), joined(line.proofs));
  }
  return fmt::format(
      "# What becomes of each rule\n\n"
      "Made by `tests/house/coverage_test.cpp` from what [the procedures](../procedures) cite and from [coverage.toml](coverage.toml); the rows are those of\n"
      "[catalogue.csv](catalogue.csv). *Met*: the program computes, asks, records, withholds or prints it. *For people*: only people can fulfil it; the line stands\n"
      "where they meet it, on the form that its list belongs to. *Planned*: later work does it; a place named beside it is what there is so far. *Not met*: why not.\n\n"
      "| state | rows |\n|---|---|\n| met | {} |\n| for people | {} |\n| planned | {} |\n| not met | {} |\n| all | {} |\n\n"
      "| row | state | where | proved by |\n|---|---|---|---|\n{}",
      counts["met"], counts["for people"], counts["planned"], counts["not met"], catalogue.size(), rows);
}

struct Read {
  std::vector<CatalogueRow> catalogue;
  std::map<std::string, Line> said;
  Findings found;
};

Read read(const Files& files) {
  const Checkout checkout(files);
  const SourceFile* catalogue = checkout.file("docs/catalogue.csv");
  const SourceFile* accounts = checkout.file("docs/coverage.toml");
  if (!catalogue || !accounts) return {{}, {}, {"docs/catalogue.csv or docs/coverage.toml is missing. Both belong to the checkout."}};
  const Accounts hand = read_accounts(*accounts);
  Read out{read_catalogue(*catalogue), lines(Carriers(checkout, hand).all(), hand), {}};
  out.found = unaccounted(out.catalogue, out.said, checkout);
  return out;
}

TEST(HouseCoverage, every_row_of_the_catalogue_is_accounted_for) {
  const Read now = read(checkout());
  EXPECT_EQ(now.catalogue.size(), 621U);
  expect_none(now.found);
}

TEST(HouseCoverage, the_page_is_the_one_that_would_be_made_today) {
  const Read now = read(checkout());
  const std::string fresh = page(now.catalogue, now.said);
  const SourceFile* committed = Checkout(checkout()).file("docs/coverage.md");
  if (committed && split_lines(fresh) == committed->lines) return;
  const auto made = for_tests::checkout_folder() / "build/coverage.md";
  std::ofstream(made, std::ios::binary) << fresh;
  FAIL() << "docs/coverage.md is not what the procedures say today. The fresh one lies in build/coverage.md: read what changed, and copy it over.";
}

const Files samples() {
  return {sample("docs/catalogue.csv", "id,area,rule\nA-01,A,\"One, and more\"\n"), sample("docs/coverage.toml", "prompts = [\"told\"]\n"), sample("procedures/x/procedure.toml", "id = \"x\"\n"),
          sample("procedures/x/conference.toml", "[list]\ntold = [{ id = \"a\", title = \"A\", source = \"s\", catalogue = [\"A-01\"] }]\n"),
          sample("procedures/x/examples/lists.toml", "[[list]]\nname = \"told\"\nholds = [\"a\"]\n")};
}

Findings with(std::size_t file, std::string_view text) {
  Files files = samples();
  files[file].lines = split_lines(text);
  return read(files).found;
}

TEST(HouseCoverage, a_row_that_a_prompt_cites_is_for_people) {
  const Read now = read(samples());
  expect_none(now.found);
  EXPECT_EQ(now.catalogue.front().rule, "One, and more");
  EXPECT_EQ(now.said.at("A-01").state, "for people");
  EXPECT_NE(page(now.catalogue, now.said).find("| A-01 | for people | procedures/x/conference.toml#told.a | procedures/x/examples/lists.toml#told.a |"), std::string::npos);
}

TEST(HouseCoverage, what_is_missing_or_points_at_nothing_is_found) {
  EXPECT_EQ(with(3, "").size(), 1U) << "nothing cites it any more";
  EXPECT_EQ(with(4, "").size(), 1U) << "its example no longer names the list";
  EXPECT_EQ(with(4, "[[list]]\nname = \"told\"\nholds = [\"b\"]\n").size(), 1U) << "its example names the list and not the line";
  EXPECT_EQ(with(0, "id,area,rule\nA-01,A,x\nA-02,A,y\n").size(), 1U) << "another row";
  EXPECT_EQ(with(0, "id,area,rule\n").size(), 1U) << "a row that the catalogue does not have";
  EXPECT_EQ(with(1, "[[row]]\nids = [\"A-01\"]\nstate = \"planned\"\n").size(), 1U) << "planned, without a word for what";
  EXPECT_EQ(with(1, "[[row]]\nids = [\"A-01\"]\nstate = \"done\"\nwhy = \"x\"\n").size(), 1U) << "no state";
  EXPECT_EQ(with(1, "[[row]]\nids = [\"A-01\"]\nstate = \"met\"\nwhere = [\"procedures/x/conference.toml#ghost\"]\n").size(), 1U) << "a place that is not there";
  EXPECT_EQ(with(1, "[[row]]\nids = [\"A-01\"]\nstate = \"met\"\nproved_by = [\"src/no_test.cpp#No.test\"]\n").size(), 1U) << "a proof that is not there";
  EXPECT_EQ(with(1, "[[row]]\nids = [\"A-01\"]\nstate = \"planned\"\nuntil_cited = true\n").size(), 0U) << "gives way to what cites it";
}

/// What is found of row A-01 when it is said to be proved by a part of a worked case.
std::size_t proved_by(std::string_view place) {
  Files files = samples();
  files[1].lines = split_lines(fmt::format("prompts = [\"told\"]\n[[row]]\nids = [\"A-01\"]\nstate = \"met\"\nproved_by = [\"{}\"]\n", place));
  files.push_back(sample("procedures/x/examples/one.toml", "then = [{ rule = \"first\" }]\nsees = [{ reader = \"amy\" }]\nquorum = [{ state = \"quorate\" }]\ninstead = [{ of = \"d\" }]\n"));
  files.push_back(sample("procedures/x/examples/one.jsonl", "{\"id\":\"d\",\"type\":\"decision\",\"answers\":{\"outcome\":\"plan\",\"overrides\":false}}\n"));
  return read(files).found.size();
}

TEST(HouseCoverage, a_proof_by_a_worked_case_names_a_part_that_is_there) {
  const std::string one = "procedures/x/examples/one";
  for (const char* mark : {".toml#first", ".toml#sees.amy", ".toml#quorum.quorate", ".toml#instead.d", ".jsonl#decision", ".jsonl#decision.outcome"}) EXPECT_EQ(proved_by(one + mark), 0U) << mark;
  for (const char* mark : {".toml", ".toml#ghost", ".toml#rule", ".toml#sees.ben", ".jsonl", ".jsonl#review", ".jsonl#decision.reasons"}) EXPECT_EQ(proved_by(one + mark), 1U) << mark;
  EXPECT_EQ(proved_by(one + ".jsonl#decision.overrides"), 1U) << "what was answered with no proves nothing of yes";
}

}   // namespace
}   // namespace confer::house
