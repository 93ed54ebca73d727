#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <regex>
#include <thread>

#include "document/renderings.h"

namespace confer::document {
namespace {

Document record(std::vector<Block> blocks) {
  return {.title = "Record of the conference",
          .reference = "File RX-4410-27",
          .recipient = "Parent, copy 2",
          .issued_on = Date::parse("2025-04-30").value(),
          .blocks = std::move(blocks)};
}

/// What a poppler tool prints about a PDF.
std::string asked(const std::string& tool, const std::string& pdf) {
  const std::string path = testing::TempDir() + "confer_pdf_test_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".pdf";
  std::ofstream(path, std::ios::binary) << pdf;
  const bool has_target = tool.starts_with("pdftotext");
  FILE* const pipe = popen((tool + " '" + path + "'" + (has_target ? " -" : "") + " 2>&1").c_str(), "r");
  std::string said;
  char bytes[4096];
  for (std::size_t count; (count = fread(bytes, 1, sizeof bytes, pipe)) > 0;) said.append(bytes, count);
  EXPECT_EQ(pclose(pipe), 0) << said;
  std::remove(path.c_str());
  return said;
}

std::string without_spaces(std::string_view words) {
  std::string out;
  for (const char c : words)
    if (c != ' ' && c != '\n' && c != '\r') out += c;
  return out;
}

std::vector<std::string> pages_read(const std::string& pdf) {
  const std::string text = asked("pdftotext -raw -enc UTF-8", pdf);
  std::vector<std::string> pages;
  for (std::size_t from = 0, end; (end = text.find('\f', from)) != std::string::npos; from = end + 1)
    pages.push_back(without_spaces(std::string_view(text).substr(from, end - from)));
  return pages;
}

/// All words in the order of the content, without spaces; each page must end with its foot, which is taken off.
std::string words_read(const std::string& pdf) {
  const auto pages = pages_read(pdf);
  std::string words;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string foot = without_spaces("File RX-4410-27 · Parent, copy 2 Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size()));
    EXPECT_TRUE(pages[i].ends_with(foot)) << pages[i];
    words += pages[i].substr(0, pages[i].size() - foot.size());
  }
  return words;
}

struct Box {
  std::size_t page;
  double left, top, right, bottom;
  std::string words;
};

std::vector<Box> boxes(const std::string& pdf) {
  static const std::regex word(R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^\n]*)</word>|<page )re");
  const std::string said = asked("pdftotext -bbox", pdf);
  std::vector<Box> all;
  std::size_t page = 0;
  for (std::sregex_iterator at(said.begin(), said.end(), word), end; at != end; ++at) {
    if ((*at)[1].matched)
      all.push_back({page, std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]), std::stod((*at)[4]), (*at)[5]});
    else ++page;
  }
  return all;
}

/// No word lies over another, or beyond the page's margins.
void expect_nothing_overlaps(const std::string& pdf) {
  const auto all = boxes(pdf);
  EXPECT_FALSE(all.empty());
  constexpr double hair = 1.5;   // boxes are as high as the font's tallest letter
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_GE(all[i].left, 60) << all[i].words;
    EXPECT_LE(all[i].right, 536) << all[i].words;
    EXPECT_LE(all[i].bottom, 810) << all[i].words;
    for (std::size_t j = i + 1; j < all.size() && all[j].page == all[i].page; ++j) {
      const double across = std::min(all[i].right, all[j].right) - std::max(all[i].left, all[j].left);
      const double down = std::min(all[i].bottom, all[j].bottom) - std::max(all[i].top, all[j].top);
      EXPECT_FALSE(across > hair && down > hair) << all[i].words << " over " << all[j].words << " on page " << all[i].page;
    }
  }
}

Table actions(int rows) {
  Table table = {.caption = "What was agreed", .header = {"What will be done", "Who by", "By when"}};
  for (int i = 0; i < rows; ++i) table.rows.push_back({"A visit to the home, number " + std::to_string(i), "Social worker", "9 May 2025"});
  return table;
}

const std::string long_paragraph = [] {
  std::string words;
  for (int i = 0; i < 900; ++i) words += "word" + std::to_string(i) + " ";
  return words;
}();

bool says(const std::string& whole, std::string_view part) { return whole.find(part) != std::string::npos; }

std::size_t occurrences(const std::string& whole, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = whole.find(part, at)) != std::string::npos; ++at) ++count;
  return count;
}

TEST(Pdf, its_words_read_back_in_order) {
  const std::string pdf = as_pdf(record({SummaryList{{{"Held on", "Wednesday 30 April 2025"}, {"Chair", "Independent"}}}, Heading{1, "What was heard"},
                                         Paragraph{{{"Health visitor. ", Weight::strong}, {"The office was efficient; waffles were offered."}}},
                                         List{List::Kind::numbered, {paragraph("First"), paragraph("Second\nthing")}}, actions(2)}));
  EXPECT_EQ(words_read(pdf), without_spaces("Record of the conference Held on Wednesday 30 April 2025 Chair Independent What was heard "
                                            "Health visitor. The office was efficient; waffles were offered. 1. First 2. Second thing "
                                            "What was agreed What will be done Who by By when A visit to the home, number 0 Social worker "
                                            "9 May 2025 A visit to the home, number 1 Social worker 9 May 2025"));
}

TEST(Pdf, a_paragraph_over_several_pages_loses_no_word) {
  const std::string pdf = as_pdf(record({paragraph(long_paragraph), paragraph(long_paragraph)}));
  EXPECT_EQ(words_read(pdf), without_spaces("Record of the conference " + long_paragraph + long_paragraph));
  expect_nothing_overlaps(pdf);
}

TEST(Pdf, is_tagged_and_says_its_language_and_title) {
  Document document = record({paragraph("Words.")});
  document.title = "Cofnod y gynhadledd <i>";
  document.language = Language::welsh;
  const std::string pdf = as_pdf(document), about = asked("pdfinfo", pdf), xmp = asked("pdfinfo -meta", pdf);
  EXPECT_TRUE(std::regex_search(about, std::regex("Title: +Cofnod y gynhadledd <i>\n"))) << about;
  EXPECT_TRUE(std::regex_search(about, std::regex("Tagged: +yes"))) << about;
  EXPECT_TRUE(std::regex_search(about, std::regex(R"(Page size: +595.*A4)"))) << about;
  EXPECT_TRUE(says(about, "30 00:00:00 2025") && !says(about, "ModDate")) << about;
  EXPECT_TRUE(says(xmp, "<rdf:li>cy</rdf:li>") && says(xmp, "Cofnod y gynhadledd &lt;i&gt;")) << xmp;
  EXPECT_TRUE(says(pdf, "/Lang (cy)") && says(pdf, "/DisplayDocTitle true") && says(pdf, "/Marked true"));
  EXPECT_TRUE(pages_read(pdf).front().ends_with("Tudalen1o1"));
}

TEST(Pdf, its_structure_says_what_each_piece_is_and_which_way_a_header_cell_speaks) {
  const Table table = {"Agreed", {"What", "Who"}, Table::HeaderColumn::first, {{"A visit", "SW"}}};
  const std::string structure = asked("pdfinfo -struct-text", as_pdf(record({Heading{1, "Heard"}, paragraph("Words."), Heading{2, "Deeper"},
                                                                             List{.items = {paragraph("One")}}, table})));
  EXPECT_EQ(structure,
            "Document\n  H1 (block)\n    \"Record of the conference\"\n  H2 (block)\n    \"Heard\"\n  P (block)\n    \"Words.\"\n"
            "  H3 (block)\n    \"Deeper\"\n  L (block)\n    LI (block)\n      Lbl (block)\n        \"•\"\n      LBody (block)\n        \"One\"\n"
            "  Table (block)\n    Caption\n      \"Agreed\"\n"
            "    TR\n      TH:\n         /Scope /Column\n        \"What\"\n      TH:\n         /Scope /Column\n        \"Who\"\n"
            "    TR\n      TH:\n         /Scope /Row\n        \"A visit\"\n      TD\n        \"SW\"\n");
}

TEST(Pdf, a_screen_reader_hears_a_long_paragraph_whole_and_as_one) {
  const std::string structure = asked("pdfinfo -struct-text", as_pdf(record({paragraph(long_paragraph), paragraph(long_paragraph)})));
  EXPECT_EQ(occurrences(structure, "\n  P (block)"), 2U);
  EXPECT_EQ(occurrences(structure, "word899"), 2U) << structure;
}

TEST(Pdf, words_that_touch_across_runs_stay_together_at_a_lines_end) {
  for (int before = 0; before < 100; ++before) {
    const std::string filler(static_cast<std::size_t>(before), 'i');
    const std::string text = asked("pdftotext -layout -enc UTF-8", as_pdf(record({Paragraph{{{filler + " Child"}, {"Amy", Weight::strong}, {"'s words"}}}})));
    ASSERT_TRUE(says(text, "ChildAmy's")) << text;
    before += 8;
  }
}

TEST(Pdf, words_beyond_latin_are_set_beside_latin_ones) {
  const std::string words = "Tŷ’r Ysgol – “y plentyn”, £5… Łódź, Київ, Αθήνα, Nguyễn, a\u00A0b, co\u00ADoperate";
  const std::string pdf = as_pdf(record({paragraph("Tŷ’r Ysgol – “y plentyn”, £5… Łódź"), paragraph(words), actions(1)}));
  for (const char* word : {"Tŷ’r", "–“yplentyn”,£5…", "Łódź,Київ,Αθήνα,Nguyễn"}) EXPECT_TRUE(says(words_read(pdf), word)) << words_read(pdf);
}

TEST(Pdf, the_same_document_gives_the_same_bytes_on_every_thread) {
  const Document document = record({Heading{1, "Heard"}, paragraph(long_paragraph), actions(40)});
  const std::string first = as_pdf(document);
  (void)as_pdf(record({paragraph("Other words in between: ŵ ŷ \xF0\x9F\x98\x80 \xD7\xA9\xD7\x9C")}));
  EXPECT_EQ(as_pdf(document), first);
  std::vector<std::string> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : made) threads.emplace_back([&] { mine = as_pdf(document); });
  }
  for (const auto& mine : made) EXPECT_EQ(mine, first);
}

TEST(Pdf, a_table_over_several_pages_repeats_its_header_for_the_eye_and_is_one_table_to_the_ear) {
  const std::string pdf = as_pdf(record({actions(120)}));
  const auto pages = pages_read(pdf);
  ASSERT_GE(pages.size(), 3U);
  for (std::size_t i = 1; i < pages.size(); ++i) EXPECT_TRUE(pages[i].starts_with("WhatwillbedoneWhobyBywhenAvisit")) << pages[i];
  const std::string structure = asked("pdfinfo -struct", pdf);
  EXPECT_EQ(occurrences(structure, "Table"), 1U);
  EXPECT_EQ(occurrences(structure, "TR"), 121U);
  expect_nothing_overlaps(pdf);
}

TEST(Pdf, a_cell_taller_than_a_page_runs_over_without_loss) {
  const std::string pdf = as_pdf(record({Table{"", {}, Table::HeaderColumn::none, {{long_paragraph, "Short"}, {"Next", "row"}}}}));
  EXPECT_GE(pages_read(pdf).size(), 2U);
  const std::string words = words_read(pdf);
  std::size_t from = 0;
  for (int i = 0; i < 900; ++i) {
    const std::string word = "word" + std::to_string(i);
    ASSERT_NE(from = words.find(word, from), std::string::npos) << word;
  }
  EXPECT_TRUE(words.ends_with("Nextrow"));
  expect_nothing_overlaps(pdf);
}

TEST(Pdf, no_heading_stands_alone_at_the_foot_of_a_page) {
  for (int lines = 30; lines < 60; ++lines) {
    std::string filler;
    for (int i = 0; i < lines; ++i) filler += "Line\n";
    const auto pages = pages_read(as_pdf(record({paragraph(filler), Heading{1, "Heard"}, paragraph("First\nSecond\nThird")})));
    for (const auto& page : pages) EXPECT_EQ(says(page, "Heard"), says(page, "FirstSecond")) << lines;
  }
}

TEST(Pdf, a_page_break_begins_a_page_and_never_an_empty_one) {
  EXPECT_EQ(pages_read(as_pdf(record({PageBreak{}, paragraph("Two"), PageBreak{}, PageBreak{}, paragraph("Three"), PageBreak{}}))).size(), 3U);
  EXPECT_EQ(pages_read(as_pdf(record({}))).size(), 1U);
}

TEST(Pdf, hostile_words_stay_in_their_place) {
  const std::string endless(10'000, 'W');
  std::string tower = "a";
  for (int i = 0; i < 3'000; ++i) tower += "\xCC\x81";
  const std::vector<std::string> hostile = {endless, tower + " tower", "\xE2\x80\xAE" "turned", "\xF0\x9F\x98\x80\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 emoji",
                                            "<script>alert(1)</script>", "\xF0\x93\x80\x80\xE4\xBD\xA0 no font", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 salaam",
                                            "\xFF\xFE broken", std::string("\0nul", 4)};
  std::vector<Block> blocks;
  Table wide = {.caption = endless, .header = std::vector<std::string>(most_columns, "Header"), .header_column = Table::HeaderColumn::first};
  for (const auto& words : hostile) {
    blocks.push_back(paragraph(words));
    blocks.push_back(List{.items = {paragraph(words)}});
    blocks.push_back(SummaryList{{{words, words}}});
    wide.rows.emplace_back(most_columns, words.substr(0, 2'000));
  }
  blocks.push_back(wide);
  const std::string pdf = as_pdf(record(std::move(blocks)));
  const std::string words = words_read(pdf);
  EXPECT_TRUE(says(words, endless.substr(0, 500)) && says(words, "<script>alert(1)</script>") && says(words, "turned"));
  EXPECT_TRUE(says(words, "\xE4\xBD\xA0")) << "a letter without a font still reads back";
  EXPECT_EQ(std::regex_replace(words, std::regex("[^W]"), "").size() >= 10'000U * 5, true);
  expect_nothing_overlaps(pdf);
}

TEST(Pdf, words_without_an_end_are_set_in_time_that_grows_with_their_length) {
  std::string emoji;
  for (int i = 0; i < 30'000; ++i) emoji += "\xF0\x9F\x98\x80";
  const std::string latin(300'000, 'W');
  const std::string words = words_read(as_pdf(record({paragraph(latin), paragraph(emoji)})));
  EXPECT_EQ(occurrences(words, "W"), latin.size());
  EXPECT_EQ(occurrences(words, "\xF0\x9F\x98\x80"), 30'000U);
}

TEST(Pdf, long_marks_wrap_at_the_foot_and_push_the_text_up) {
  Document document = record({paragraph(long_paragraph)});
  document.recipient = std::string(longest_mark, 'M');
  expect_nothing_overlaps(as_pdf(document));
}

}  // namespace
}  // namespace confer::document
