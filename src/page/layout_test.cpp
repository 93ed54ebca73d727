#include "page/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "page/components/markup_test.h"

namespace confer::layout {
namespace {

bool has(const Html& page, std::string_view part) { return page.markup().find(part) != std::string_view::npos; }

Page what_is_due() {
  return {.title = "What is due",
          .main = Html("<h1 class=\"govuk-heading-xl\">What is due</h1>"),
          .navigation = {{.text = "What is due", .href = "/", .current = true}, {.text = "Families", .href = "/files"}},
          .footer_links = {{.text = "The procedure", .href = "/procedure"}}};
}

TEST(Layout, titles_say_the_page_then_the_service) {
  EXPECT_EQ(full_title(what_is_due()), "What is due – Confer");
  auto page = what_is_due();
  page.has_errors = true;
  EXPECT_EQ(full_title(page), "Error: What is due – Confer");
  EXPECT_EQ(full_title({}), "Confer");
}

TEST(Layout, a_page_begins_with_doctype_language_and_a_way_past_the_navigation) {
  const auto page = whole_page(what_is_due());
  EXPECT_TRUE(page.markup().starts_with("<!DOCTYPE html><html lang=\"en\" class=\"govuk-template\">"));
  EXPECT_LT(page.markup().find("href=\"#main-content\""), page.markup().find("<header"));
  EXPECT_TRUE(has(page, "<main class=\"govuk-main-wrapper\" id=\"main-content\">"));
  EXPECT_TRUE(page.markup().ends_with("</body></html>"));
}

TEST(Layout, a_page_needs_no_inline_script_or_style) {
  auto wanted = what_is_due();
  wanted.quick_exit = QuickExit::offered;
  wanted.width = Width::wide;
  wanted.breadcrumbs = {{.text = "Families", .href = "/files"}, {.text = "This family"}};
  const auto page = whole_page(wanted);
  for (const auto& token : markup_test::tokens(page.markup())) {
    EXPECT_NE(token.name, "style");
    for (const auto& [name, value] : token.attributes) EXPECT_FALSE(name == "style" || name.starts_with("on")) << name;
    EXPECT_TRUE(token.name != "script" || token.attributes.at("src") == "/look/confer.js");
  }
  EXPECT_TRUE(has(page, "<script type=\"module\" src=\"/look/confer.js\"></script>"));
}

TEST(Layout, every_opened_element_is_closed_in_order) {
  auto wanted = what_is_due();
  wanted.quick_exit = QuickExit::offered;
  wanted.back_href = "/files";
  wanted.above_main = Html("<div>Above</div>");
  wanted.navigation_end = Html("<p>Dana Okafor</p>");
  const std::set<std::string> alone = {"!DOCTYPE"};
  std::vector<std::string> open;
  const auto page = whole_page(wanted);
  for (const auto& token : markup_test::tokens(page.markup())) {
    if (token.name.empty() || alone.contains(token.name)) continue;
    if (token.name[0] != '/') {
      open.push_back(token.name);
      continue;
    }
    ASSERT_FALSE(open.empty());
    EXPECT_EQ("/" + open.back(), token.name);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
}

TEST(Layout, a_family_page_offers_a_quick_way_out_before_all_else) {
  auto wanted = what_is_due();
  EXPECT_FALSE(has(whole_page(wanted), "exit-this-page"));
  wanted.quick_exit = QuickExit::offered;
  const auto page = whole_page(wanted);
  EXPECT_LT(page.markup().find("govuk-js-exit-this-page-skiplink"), page.markup().find("<header"));
  EXPECT_LT(page.markup().find("govuk-exit-this-page__button"), page.markup().find("<main"));
}

TEST(Layout, the_government_s_crown_name_and_typeface_stand_nowhere) {
  const auto page = whole_page(what_is_due());
  for (const auto word : {"crown", "Crown", "GOV.UK", "GDS"}) EXPECT_FALSE(has(page, word)) << word;
}

TEST(Layout, words_that_reach_the_head_are_escaped) {
  const auto page = whole_page({.title = "</title><script>x</script>", .language = "\"><script>"});
  EXPECT_FALSE(has(page, "<script>"));
}

TEST(ErrorPages, say_what_happened_and_what_to_do_for_every_status) {
  for (const int status : {400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 503, 599}) {
    const auto page = error_page({.status = status, .reference = "k3v9"});
    EXPECT_TRUE(has(page, "<h1 class=\"govuk-heading-l\">")) << status;
    EXPECT_TRUE(has(page, "<strong>k3v9</strong>")) << status;
  }
  EXPECT_TRUE(has(error_page({.status = 404}), "<title>Page not found – Confer</title>"));
  EXPECT_FALSE(has(error_page({.status = 404}), "<strong>k3v9</strong>"));
}

}  // namespace
}  // namespace confer::layout
