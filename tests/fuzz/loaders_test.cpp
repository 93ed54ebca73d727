// Twenty thousand broken texts through the two readers of what comes from outside: procedures and entries. Each is refused or taken; none crashes,
// none hangs, and what is taken says the same when it is written and read again. The sanitized run feeds them under address and
// undefined-behaviour sanitizers.
#include <gtest/gtest.h>

#include <sstream>

#include "catalogue/testing.h"
#include "desk/jsonl.h"
#include "mutants.h"
#include "targets.h"
#include "procedure/explain.h"

namespace confer::fuzz {
namespace {

using for_tests::shipped_files;

constexpr int mutants_each = 10'000;

/// The lines of every worked case.
const std::vector<std::string>& entry_lines() {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> read;
    for (const auto& file : std::filesystem::directory_iterator(for_tests::procedures_folder() / "local/rotherham/examples")) {
      if (file.path().extension() != ".jsonl") continue;
      std::ifstream in(file.path());
      for (std::string line; std::getline(in, line);) read.push_back(line);
    }
    std::sort(read.begin(), read.end());
    return read;
  }();
  return lines;
}

TEST(Fuzz, no_mutant_of_a_procedure_file_breaks_the_loader) {
  std::vector<ProcedureFile> corpus;
  for (const ProcedureFile& file : shipped_files())
    if (file.text.size() < 12'000 && file.path.find("/examples/") == std::string::npos) corpus.push_back(file);
  ASSERT_GE(corpus.size(), 10U);
  Mutator mutator(20'250'401);
  int refused = 0;
  for (int i = 0; i < mutants_each; ++i) {
    const std::string text = mutator.mutant(corpus[mutator.below(corpus.size())].text, corpus[mutator.below(corpus.size())].text);
    const bool is_pack = i % 10 == 0;
    const std::vector<ProcedureFile> files = {{"one/procedure.toml", is_pack ? text : "id = \"one\"\ntitle = \"One\"\n"}, {"one/all.toml", is_pack ? "" : text}};
    const auto loaded = load_procedure(files, "one");
    if (loaded) continue;
    ++refused;
    ASSERT_FALSE(loaded.error().empty()) << i;
    for (const LoadError& error : loaded.error()) ASSERT_FALSE(error.message.empty()) << i;
  }
  EXPECT_GT(refused, mutants_each / 2) << "the mutants hardly broke anything";
}

TEST(Fuzz, no_mutant_among_the_shipped_files_breaks_a_whole_procedure_or_passes_unread) {
  Mutator mutator(20'250'402);
  const auto& shipped = shipped_files();
  for (int i = 0; i < 60; ++i) {
    auto files = shipped;
    const std::size_t at = mutator.below(files.size());
    files[at].text = mutator.mutant(files[at].text, files[mutator.below(files.size())].text);
    auto loaded = load_procedure(files, "rotherham");
    if (!loaded) {
      ASSERT_FALSE(loaded.error().empty()) << files[at].path;
      continue;
    }
    const auto procedure = Procedure::from(std::move(*loaded));
    if (procedure) {
      ASSERT_GE(procedure->editions().size(), 1U);
    }
  }
}

TEST(Fuzz, no_mutant_of_an_entry_breaks_its_reader_and_what_is_read_reads_the_same_again) {
  const auto& lines = entry_lines();
  ASSERT_GE(lines.size(), 400U);
  Mutator mutator(20'250'403);
  int taken = 0;
  for (int i = 0; i < mutants_each; ++i) {
    const std::string line = mutator.mutant(lines[mutator.below(lines.size())], lines[mutator.below(lines.size())]);
    const auto entry = read_entry(line);
    if (!entry) {
      ASSERT_FALSE(entry.error().message.empty()) << i;
      continue;
    }
    ++taken;
    const auto again = read_entry(json::serialize(write_entry(*entry)));
    ASSERT_TRUE(again) << i << " " << again.error().message;
    ASSERT_EQ(*again, *entry) << i;
  }
  EXPECT_GT(taken, mutants_each / 20) << "hardly any mutant was still an entry";
}

TEST(Fuzz, whatever_entries_a_file_holds_it_is_folded_judged_and_explained) {
  static const Procedure rotherham = Procedure::from(for_tests::shipped("rotherham")).value();
  const auto& lines = entry_lines();
  Mutator mutator(20'250'404);
  for (int round = 0; round < 40; ++round) {
    std::vector<Entry> entries;
    for (int i = 0; i < 120; ++i) {
      std::string line = lines[mutator.below(lines.size())];
      if (mutator.below(3) == 0) line = mutator.mutant(line, lines[mutator.below(lines.size())]);
      if (auto entry = read_entry(line)) entries.push_back(std::move(*entry));
    }
    const CaseFile file = CaseFile::fold(std::move(entries));
    for (const Obligation& one : obligations(file, rotherham, Date::parse("2025-12-01").value())) {
      ASSERT_FALSE(explanation(one, file, rotherham).empty());
      ASSERT_FALSE(reasons(one, file, rotherham, Language::welsh).empty());
    }
  }
}

TEST(Fuzz, lines_that_are_no_entries_are_refused_with_their_number) {
  Mutator mutator(20'250'405);
  for (int round = 0; round < 300; ++round) {
    std::string text = entry_lines()[0] + "\n";
    for (int i = 0; i < 5; ++i) text += mutator.mutant(entry_lines()[mutator.below(entry_lines().size())], entry_lines()[0]) + "\n";
    std::istringstream in(text);
    const auto read = read_jsonl(in);
    if (!read) {
      ASSERT_EQ(read.error().message.rfind("Line ", 0), 0U) << read.error().message;
    }
  }
}

/// Feeds what libFuzzer found for one reader, ever; how much that was.
int feed_found(const std::string& target, void (*feed)(std::string_view)) {
  int fed = 0;
  for (const auto& input : std::filesystem::directory_iterator(for_tests::checkout_folder() / "tests/fuzz/found" / target)) {
    std::ostringstream text;
    text << std::ifstream(input.path(), std::ios::binary).rdbuf();
    EXPECT_NO_THROW(feed(std::move(text).str())) << input.path();
    ++fed;
  }
  return fed;
}

TEST(Fuzz, nothing_that_libfuzzer_ever_found_breaks_a_reader_again) {
  EXPECT_GE(feed_found("procedure", feed_procedure), 1);
  EXPECT_GE(feed_found("entries", feed_entries), 1);
  EXPECT_GE(feed_found("period", feed_period), 1);
}

}  // namespace
}  // namespace confer::fuzz
