#include "document/procedure_text.h"

#include <gtest/gtest.h>

#include <set>

#include "catalogue/testing.h"
#include "document/renderings.h"

namespace confer::document {
namespace {

const Described& rotherham() {
  static const Described read = for_tests::shipped("rotherham");
  return read;
}

const Date today = *Date::parse("2026-11-17");

Document text() { return procedure_text(rotherham(), today).value(); }

const Table& limits(const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block); table && !table->anchors.empty()) return *table;
  throw std::runtime_error("no table of limits");
}

TEST(ProcedureText, every_time_limit_has_its_row_and_its_anchor) {
  const Document document = text();
  const Table& table = limits(document);
  ASSERT_EQ(table.rows.size(), rotherham().time_limits.size());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TimeLimit& limit = rotherham().time_limits[i];
    EXPECT_EQ(table.anchors[i], rotherham().time_limit(limit.id) == &limit ? "limit-" + limit.id : "") << "of several editions the latest has the anchor";
    EXPECT_TRUE(table.rows[i][0].starts_with(limit.what.en));
    if (limit.limit) { EXPECT_NE(table.rows[i][1].find(limit.limit->written()), std::string::npos) << limit.id; }
    EXPECT_NE(table.rows[i][5].find(rotherham().source(limit.cites.source)->title), std::string::npos) << limit.id;
  }
  const std::string page = std::string(as_html(document).release());
  EXPECT_NE(page.find("id=\"limit-initial_conference\""), std::string::npos);
}

/// What the table says of when a limit falls.
std::string by_when(std::string_view id) {
  const Document document = text();
  const Table& table = limits(document);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (rotherham().time_limits[i].id == id) return table.rows[i][1];
  return {};
}

TEST(ProcedureText, what_changes_a_limit_is_told_with_what_brings_it_about) {
  const std::string first = by_when("first_review"), initial = by_when("initial_conference");
  EXPECT_TRUE(first.starts_with("3 months after. Once the child is 18: it ends. ")) << first;
  EXPECT_NE(first.find("If this comes: Birth; then: 1 month after that, where that comes sooner"), std::string::npos) << first;
  EXPECT_TRUE(initial.starts_with("15 working days after. For an unborn child this is a day to go by, and never late. If this comes: ")) << initial;
  EXPECT_NE(initial.find("is answered “No”; then: The conference was put off"), std::string::npos) << initial;
  EXPECT_EQ(first.find(".."), std::string::npos) << first;
}

TEST(ProcedureText, page_and_command_line_say_the_same_words) {
  const Document document = text();
  const std::string plain = as_plain_text(document);
  for (const Source& source : rotherham().sources)
    if (!source.address.empty()) {
      EXPECT_NE(plain.find(source.address), std::string::npos) << source.id;
      EXPECT_NE(std::string(as_html(document).release()).find("href=\"" + source.address), std::string::npos) << source.id;
    }
  for (const char* said : {"Who must be there", "Who may see what", "Time limits", "Sources", "Roles"}) EXPECT_NE(plain.find(said), std::string::npos) << said;
}

TEST(ProcedureText, every_name_that_an_access_line_uses_has_words_for_people) {
  const auto has = [](const std::string& kind, const std::string& name) { return rotherham().words.find(kind + "_" + name) != rotherham().words.end(); };
  for (const AccessLine& line : rotherham().access) {
    if (line.relation != "any") { EXPECT_TRUE(has("relation", line.relation)) << "add relation_" << line.relation << " to procedures/common/words.toml"; }
    for (const std::string& need : line.needs) EXPECT_TRUE(has("needs", need)) << "add needs_" << need << " to procedures/common/words.toml";
    for (const std::string& one : line.classes) EXPECT_TRUE(has("class", one)) << "add class_" << one << " to procedures/common/words.toml";
  }
}

TEST(ProcedureText, an_access_line_reads_as_a_sentence) {
  AccessLine line{.id = "x", .roles = {"chair"}, .relation = "works_with", .classes = {"report", "plan"}, .needs = {"invited"}, .cites = {}};
  EXPECT_EQ(in_words(line, rotherham()), "Where they work with the child and were invited to the conference: reports; the plan and the decision.");
  line.relation = "any";
  line.needs.clear();
  EXPECT_EQ(in_words(line, rotherham()), "Always: reports; the plan and the decision.");
  line.withholds = true;
  line.relation = "not_known_yet";
  EXPECT_EQ(in_words(line, rotherham()), "Never shown. Where they not known yet: reports; the plan and the decision.");
}

TEST(ProcedureText, a_selector_says_which_answers_it_wants) {
  const Selector selector{.record = "strategy_discussion", .where = {{.kind = Condition::Kind::equals, .question = "began_enquiry", .value = "true"}}};
  EXPECT_EQ(in_words(selector, rotherham()), "Strategy discussion, where “" + rotherham().record("strategy_discussion")->question("began_enquiry")->asks.en + "” is answered “Yes”");
  const Condition of_a_kind{.kind = Condition::Kind::equals, .question = "kind", .value = "initial"};
  const Selector either{.record = "conference", .where = {{.kind = Condition::Kind::any, .parts = {of_a_kind, {.kind = Condition::Kind::answered, .question = "chair"}}}}, .day = "starts"};
  EXPECT_NE(in_words(either, rotherham()).find(" or "), std::string::npos);
  EXPECT_NE(in_words(either, rotherham()).find("counted by"), std::string::npos);
  const Selector neither{.record = "conference", .where = {{.kind = Condition::Kind::none, .parts = {of_a_kind}}}};
  EXPECT_NE(in_words(neither, rotherham()).find("where not "), std::string::npos);
}

TEST(ProcedureText, every_list_is_shown_by_its_title) {
  const std::string plain = as_plain_text(procedure_text(rotherham(), today).value());
  for (const auto& [name, items] : rotherham().lists) EXPECT_NE(plain.find(rotherham().term("list_" + name).en), std::string::npos) << name;
  for (const char* title : {"Grounds for excluding somebody", "What the chair goes through with the family beforehand", "Who gets the record", "How appeals work"})
    EXPECT_NE(plain.find(title), std::string::npos) << title;
}

TEST(ProcedureText, beneath_a_list_each_text_is_named_once_with_its_parts) {
  Described bare;
  bare.sources = {{.id = "a", .title = "Chapter"}};
  bare.words["list_review"] = {"What a review looks at", {}};
  const auto line = [](const char* id, const char* at) { return ListItem{.id = id, .title = {id, {}}, .cites = {"a", at, {}}}; };
  bare.lists["review"] = {line("one", "Part 1"), line("two", "Part 2"), line("three", "Part 1")};
  EXPECT_NE(as_plain_text(procedure_text(bare, today).value()).find("Source: Chapter (Part 1; Part 2)"), std::string::npos);
}

TEST(ProcedureText, where_no_quorum_is_published_the_page_says_so) {
  const std::string plain = as_plain_text(procedure_text(for_tests::shipped("wales"), today).value());
  const auto heading = plain.find("\nWho must be there\n");
  ASSERT_NE(heading, std::string::npos);
  EXPECT_NE(plain.find("No quorum is published for this procedure", heading), std::string::npos);
}

TEST(ProcedureText, a_procedure_without_words_lists_or_documents_leaves_them_out) {
  Described bare;
  bare.id = "bare";
  bare.title = {"Bare", {}};
  const std::string plain = as_plain_text(procedure_text(bare, today).value());
  EXPECT_EQ(plain.find("Who must be there"), std::string::npos);
  EXPECT_EQ(plain.find("Documents"), std::string::npos);
  EXPECT_NE(plain.find("Our procedure: Bare"), std::string::npos);
}

}  // namespace
}  // namespace confer::document
