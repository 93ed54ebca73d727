// A conference record of twelve pages, invented, through each rendering. The limit is 15 ms for the PDF on a warm thread.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "document/renderings.h"

namespace confer::document {
namespace {

constexpr int sections = 12;

Paragraph statement(int number) {
  return {.runs = {{.words = "Health visitor, observation. ", .weight = Weight::strong},
                   {.words = "The home was warm and there was food in the kitchen at each of the " + std::to_string(number + 2) +
                             " visits since the last review. Both children were seen alone. The younger child chose to draw rather than "
                             "to talk, and said that she likes it best when her grandmother collects her from school. Her mother "
                             "described the evenings as hard, and asked what help there might be at the times when she is on her own."}}};
}

Table actions(int number) {
  Table table = {.caption = "What was agreed", .header = {"What will be done", "Who by", "By when", "How we shall know"}};
  for (int i = 0; i < 5; ++i)
    table.rows.push_back({"A visit to the home, announced and unannounced in turn, and the children seen alone", "Social worker",
                          std::to_string(i + number) + " May 2025", "Each visit is on file, with what the children said"});
  return table;
}

Document record() {
  Document document = {.title = "Record of the review child protection conference",
                       .reference = "File RX-4410-27",
                       .recipient = "Copy for the core group, copy 3",
                       .issued_on = Date::from_days(20'210)};
  document.blocks.push_back(SummaryList{.items = {{"Held on", "Wednesday 30 April 2025"}, {"Chair", "Independent chair"}, {"Category", "Neglect"}}});
  for (int i = 0; i < sections; ++i) {
    document.blocks.push_back(Heading{.level = 1, .words = "Part " + std::to_string(i + 1) + ": what each agency brought"});
    for (int j = 0; j < 4; ++j) document.blocks.push_back(statement(i + j));
    document.blocks.push_back(Heading{.level = 2, .words = "What was heard"});
    document.blocks.push_back(List{.items = {statement(i), paragraph("The school reported full attendance this term."), statement(i + 1)}});
    document.blocks.push_back(actions(i));
  }
  return document;
}

void pdf_of_a_record(benchmark::State& state) {
  const Document document = record();
  std::string bytes = as_pdf(document);
  if (const char* keep = std::getenv("CONFER_BENCH_PDF")) std::ofstream(keep, std::ios::binary) << bytes;
  for (auto _ : state) benchmark::DoNotOptimize(bytes = as_pdf(document));
  state.counters["bytes"] = static_cast<double>(bytes.size());
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
