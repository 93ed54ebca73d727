// A conference record of twelve pages, invented, through each rendering. The limit is 15 ms for the PDF on a warm thread.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "document/renderings.h"

namespace confer::document {
namespace {

constexpr int sections = 6;
constexpr std::uint32_t vocabulary = 2'000;   // about as many different words as a record of this length has

/// Invented words, the common ones often, as in any language.
class Voice {
 public:
  std::string words(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + word();
    return out + ".";
  }

 private:
  std::string word() {
    const std::uint32_t rank = next() % (1 + next() % vocabulary);   // small ranks more often
    static constexpr std::string_view syllables[] = {"an", "ter", "lo", "mi", "sed", "wha", "por", "ku", "gly", "en", "ta", "ri"};
    std::string out;
    for (std::uint32_t rest = rank + 1; rest > 0; rest /= 12) out += syllables[rest % 12];
    return out;
  }
  std::uint32_t next() {
    state_ = state_ * 1'664'525U + 1'013'904'223U;
    return state_ >> 8;
  }
  std::uint32_t state_ = 27;
};

Paragraph statement(Voice& voice) {
  return {.runs = {{.words = "Health visitor, observation. ", .weight = Weight::strong}, {.words = voice.words(65)}}};
}

Table actions(Voice& voice) {
  Table table = {.caption = "What was agreed", .header = {"What will be done", "Who by", "By when", "How we shall know"}};
  for (int i = 0; i < 9; ++i) table.rows.push_back({voice.words(15), "Social worker", std::to_string(i + 1) + " May 2025", voice.words(10)});
  return table;
}

Document record() {
  Voice voice;
  Document document = {.title = "Record of the review child protection conference",
                       .reference = "File RX-4410-27",
                       .recipient = "Copy for the core group, copy 3",
                       .issued_on = Date::from_days(20'210)};
  document.blocks.push_back(SummaryList{.items = {{"Held on", "Wednesday 30 April 2025"}, {"Chair", "Independent chair"}, {"Category", "Neglect"}}});
  for (int i = 0; i < sections; ++i) {
    document.blocks.push_back(Heading{.level = 1, .words = "Part " + std::to_string(i + 1) + ": what each agency brought"});
    for (int j = 0; j < 4; ++j) document.blocks.push_back(statement(voice));
    document.blocks.push_back(Heading{.level = 2, .words = "What was heard"});
    document.blocks.push_back(List{.items = {statement(voice), paragraph("The school reported full attendance this term."), statement(voice)}});
    document.blocks.push_back(actions(voice));
  }
  return document;
}

std::size_t occurrences(const std::string& whole, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = whole.find(part, at)) != std::string::npos; ++at) ++count;
  return count;
}

void pdf_of_a_record(benchmark::State& state) {
  const Document document = record();
  std::string bytes = as_pdf(document);
  if (const char* keep = std::getenv("CONFER_BENCH_PDF")) std::ofstream(keep, std::ios::binary) << bytes;
  for (auto _ : state) benchmark::DoNotOptimize(bytes = as_pdf(document));
  const std::size_t pages = occurrences(bytes, "/Type /Page\n") + occurrences(bytes, "/Type /Page ");
  state.SetLabel("wanted: ≤ 15 ms; beside: " + std::to_string(pages) + " pages. Others on their own machines: pdfkit 25 ms WeasyPrint 364 ms Chromium 575 ms");
}
BENCHMARK(pdf_of_a_record)->Unit(benchmark::kMillisecond);

void html_of_a_record(benchmark::State& state) {
  const Document document = record();
  for (auto _ : state) benchmark::DoNotOptimize(as_html(document));
}
BENCHMARK(html_of_a_record)->Unit(benchmark::kMicrosecond);

void plain_text_of_a_record(benchmark::State& state) {
  const Document document = record();
  for (auto _ : state) benchmark::DoNotOptimize(as_plain_text(document));
}
BENCHMARK(plain_text_of_a_record)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace confer::document
