#include "document/document.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "document/renderings.h"
#include "document/words.h"

namespace confer::document {
namespace {

Document letter(std::vector<Block> blocks) {
  return {.title = "Outline plan",
          .reference = "File RX-4410-27",
          .recipient = "Parent, copy 2",
          .issued_on = Date::parse("2025-04-30").value(),
          .blocks = std::move(blocks)};
}

std::string page_of(std::vector<Block> blocks) { return as_html(letter(std::move(blocks))).release(); }

bool says(const std::string& whole, std::string_view part) { return whole.find(part) != std::string::npos; }

TEST(Document, a_well_made_document_is_taken_as_it_is) {
  const Document document = letter({Heading{1, "The plan"}, Heading{2, "What will be done"}, Heading{1, "What happens next"}});
  EXPECT_EQ(checked(document).value(), document);
}

TEST(Document, twenty_thousand_blocks_are_taken_and_one_more_is_too_large) {
  Document document = letter(std::vector<Block>(most_blocks, PageBreak{}));
  EXPECT_TRUE(checked(document).has_value());
  document.blocks.push_back(PageBreak{});
  EXPECT_EQ(checked(document).error().kind, Problem::Kind::too_large);
}

TEST(Document, too_many_cells_or_too_many_words_are_too_large) {
  const Table table = {.rows = std::vector<std::vector<std::string>>(most_parts / 2 + 1, {"a", "b"})};
  EXPECT_EQ(checked(letter({table})).error().kind, Problem::Kind::too_large);
  EXPECT_EQ(checked(letter({paragraph(std::string(most_bytes, 'a'))})).error().kind, Problem::Kind::too_large);
}

TEST(DocumentDeathTest, a_skipped_heading_level_is_a_mistake_of_the_program) {
  EXPECT_DEATH((void)checked(letter({Heading{2, "Too deep"}})), "a heading level is skipped");
  EXPECT_DEATH((void)checked(letter({Heading{1, "One"}, Heading{3, "Three"}})), "a heading level is skipped");
  EXPECT_DEATH((void)checked(letter({Heading{4, "Four"}})), "level 1 to 3");
}

TEST(DocumentDeathTest, a_row_of_another_width_than_its_table_is_a_mistake_of_the_program) {
  EXPECT_DEATH((void)checked(letter({Table{.header = {"What", "Who"}, .rows = {{"A visit"}}}})), "columns");
}

TEST(Words, invisible_characters_that_turn_the_order_of_reading_are_dropped) {
  EXPECT_EQ(shown("seen \xE2\x80\xAE" "by\xE2\x80\xAC her\xE2\x81\xA6!\xE2\x81\xA9"), "seen by her!");
  EXPECT_EQ(shown("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"), "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D") << "words that run from right to left stay";
}

TEST(Words, controls_are_dropped_and_bytes_that_are_no_text_are_marked) {
  EXPECT_EQ(shown(std::string_view("a\0b\x01" "c\td\r\n", 9)), "abc d\n");
  EXPECT_EQ(shown("a\xFF" "b\xE2\x80"), "a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(shown_on_one_line("a\nb\xE2\x80\xA8" "c"), "a b c");
}

TEST(Words, a_letter_bears_no_more_marks_than_a_line_has_room_for) {
  std::string tower = "a";
  for (int i = 0; i < 500; ++i) tower += "\xCC\x81";
  EXPECT_EQ(shown(tower).size(), 1 + 2 * most_marks_on_a_letter);
}

TEST(DocumentHtml, each_block_becomes_its_govuk_component) {
  const std::string page = page_of({Heading{1, "The plan"}, Heading{2, "For Amy"}, Paragraph{{{"Agreed: ", Weight::strong}, {"yes"}}},
                                    List{List::Kind::numbered, {paragraph("First")}}, SummaryList{{{"Chair", "Independent"}}}, PageBreak{}});
  EXPECT_EQ(page,
            "<article lang=\"en\"><h1 class=\"govuk-heading-l\">Outline plan</h1><h2 class=\"govuk-heading-m\">The plan</h2>"
            "<h3 class=\"govuk-heading-s\">For Amy</h3><p class=\"govuk-body\"><strong>Agreed: </strong>yes</p>"
            "<ol class=\"govuk-list govuk-list--number\"><li>First</li></ol><dl class=\"govuk-summary-list\"><div "
            "class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">Chair</dt><dd "
            "class=\"govuk-summary-list__value\">Independent</dd></div></dl><hr class=\"govuk-section-break govuk-section-break--l "
            "govuk-section-break--visible\"><footer><p class=\"govuk-body-s\">File RX-4410-27 · Parent, copy 2</p></footer></article>");
}

TEST(DocumentHtml, a_table_names_its_columns_and_its_rows) {
  const std::string page = page_of({Table{"Agreed", {"What", "Who"}, Table::HeaderColumn::first, {{"A visit", "Social worker"}}}});
  EXPECT_TRUE(says(page, "<caption class=\"govuk-table__caption govuk-table__caption--s\">Agreed</caption>"));
  EXPECT_TRUE(says(page, "<th scope=\"col\" class=\"govuk-table__header\">What</th>"));
  EXPECT_TRUE(says(page, "<th scope=\"row\" class=\"govuk-table__header\">A visit</th><td class=\"govuk-table__cell\">Social worker</td>"));
}

TEST(DocumentHtml, words_cannot_become_markup) {
  const std::string evil = "<script>alert('x')</script>\n\"&";
  const std::string page = page_of({Heading{1, evil}, paragraph(evil), List{.items = {paragraph(evil)}},
                                    Table{evil, {evil}, Table::HeaderColumn::none, {{evil}}}, SummaryList{{{evil, evil}}}});
  EXPECT_FALSE(says(page, "<script"));
  EXPECT_TRUE(says(page, "<p class=\"govuk-body\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>&quot;&amp;</p>"));
}

TEST(DocumentHtml, a_welsh_document_says_so) {
  Document document = letter({});
  document.language = Language::welsh;
  EXPECT_TRUE(says(as_html(document).release(), "<article lang=\"cy\">"));
}

TEST(DocumentPlainText, reads_well_in_a_plain_window) {
  const std::string text = as_plain_text(letter(
      {Heading{1, "The plan"}, paragraph("The children will be seen alone at each visit, at home and at school in turn, until the review."),
       List{.items = {paragraph("See the children")}}, List{List::Kind::numbered, {paragraph("One"), paragraph("Two")}},
       Table{"Agreed", {"What", "Who"}, Table::HeaderColumn::none, {{"A visit", "Social worker"}, {"A call\nor a letter", "School"}}},
       SummaryList{{{"Chair", "Independent"}}}}));
  EXPECT_EQ(text,
            "Outline plan\n============\n\nThe plan\n--------\n\n"
            "The children will be seen alone at each visit, at home and at school in\nturn, until the review.\n\n"
            "- See the children\n\n1. One\n2. Two\n\n"
            "Agreed\n\n* What: A visit\n  Who: Social worker\n\n* What: A call\n  or a letter\n  Who: School\n\n"
            "Chair: Independent\n\n-- \nFile RX-4410-27\nParent, copy 2\n");
}

TEST(DocumentPlainText, no_line_is_longer_than_72_columns_and_no_letter_is_lost) {
  const std::string word(10'000, 'w');
  std::string smiles;
  for (int i = 0; i < 200; ++i) smiles += "\xF0\x9F\x98\x80";
  const std::string text = as_plain_text(letter({paragraph(word), paragraph(smiles), SummaryList{{{word, word}}}}));
  std::size_t letters = 0, smiled = 0;
  for (std::size_t from = 0, end; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
    const std::string line = text.substr(from, end - from);
    if (line.starts_with("\xF0")) {
      EXPECT_LE(line.size() / 4, 36U) << "each is two columns wide";
      smiled += line.size() / 4;
    } else {
      EXPECT_LE(line.size(), 72U);
    }
    letters += static_cast<std::size_t>(std::count(line.begin(), line.end(), 'w'));
  }
  EXPECT_EQ(letters, 30'000U);
  EXPECT_EQ(smiled, 200U);
}

}  // namespace
}  // namespace confer::document
