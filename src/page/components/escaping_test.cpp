// Hostile words in every option of every component: none may end an attribute, open a tag or be read as markup.
#include <gtest/gtest.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/components/markup_test.h"

namespace confer::components {
namespace {

const std::string hostile = "\"'><img src=x onerror=alert(1)><script>x</script>&lt;b&gt;";

Attributes hostile_attributes() { return {{"data-test", hostile}}; }
Label hostile_label() { return {.text = hostile, .for_id = hostile, .classes = hostile, .attributes = hostile_attributes()}; }
Hint hostile_hint() { return {.text = hostile, .id = hostile, .classes = hostile, .attributes = hostile_attributes()}; }
ErrorMessage hostile_error() {
  return {.text = hostile, .id = hostile, .classes = hostile, .visually_hidden_text = hostile, .attributes = hostile_attributes()};
}
Fieldset hostile_fieldset() {
  return {.legend = {.text = hostile, .classes = hostile},
          .described_by = hostile,
          .role = hostile,
          .classes = hostile,
          .attributes = hostile_attributes()};
}
FormGroup hostile_group() { return {.classes = hostile, .attributes = hostile_attributes()}; }

/// Every element that the markup opens.
std::vector<std::string> elements(const Html& page) {
  std::vector<std::string> names;
  for (const auto& token : markup_test::tokens(page.markup())) {
    if (!token.name.empty() && token.name[0] != '/') names.push_back(token.name);
  }
  return names;
}

/// What is wrong with the markup; empty when nothing is.
std::string harm(const Html& page) {
  for (const auto& name : elements(page)) {
    if (name == "img" || name == "script" || name == "b") return "an element <" + name + "> came out of words";
  }
  for (const auto& token : markup_test::tokens(page.markup())) {
    for (const auto& [name, value] : token.attributes) {
      if (name.starts_with("on") || name.starts_with("twice") || name == "style") return "an attribute " + name + " came out of words";
    }
  }
  const bool told = page.markup().find("&lt;script&gt;x&lt;/script&gt;&amp;lt;b&amp;gt;") != std::string_view::npos;
  return told ? "" : "the words were lost";
}

}  // namespace

TEST(Escaping, holds_in_buttons) {
  const Button pressed = {.text = hostile, .name = hostile, .value = hostile, .type = hostile, .id = hostile, .classes = hostile, .attributes = hostile_attributes()};
  EXPECT_EQ(harm(button(pressed)), "");
  EXPECT_EQ(harm(button({.text = hostile, .href = hostile, .id = hostile, .classes = hostile, .is_start_button = true})), "");
  EXPECT_EQ(harm(exit_this_page({.text = hostile,
                                 .redirect_url = hostile,
                                 .id = hostile,
                                 .classes = hostile,
                                 .activated_text = hostile,
                                 .timed_out_text = hostile,
                                 .press_two_more_times_text = hostile,
                                 .press_one_more_time_text = hostile})),
            "");
}

TEST(Escaping, holds_in_labels_hints_errors_and_legends) {
  EXPECT_EQ(harm(label(hostile_label())), "");
  EXPECT_EQ(harm(hint(hostile_hint())), "");
  EXPECT_EQ(harm(error_message(hostile_error())), "");
  EXPECT_EQ(harm(fieldset(hostile_fieldset())), "");
}

TEST(Escaping, holds_in_an_input) {
  EXPECT_EQ(harm(input({.name = hostile,
                        .id = hostile,
                        .label = hostile_label(),
                        .hint = hostile_hint(),
                        .error = hostile_error(),
                        .value = hostile,
                        .type = hostile,
                        .inputmode = hostile,
                        .autocomplete = hostile,
                        .autocapitalize = hostile,
                        .pattern = hostile,
                        .prefix = {.text = hostile, .classes = hostile, .attributes = hostile_attributes()},
                        .suffix = {.text = hostile, .classes = hostile},
                        .described_by = hostile,
                        .classes = hostile,
                        .form_group = hostile_group(),
                        .input_wrapper = {.classes = hostile}})),
            "");
  EXPECT_EQ(harm(password_input({.name = hostile,
                                 .label = hostile_label(),
                                 .value = hostile,
                                 .autocomplete = hostile,
                                 .classes = hostile,
                                 .form_group = hostile_group(),
                                 .button_classes = hostile,
                                 .show_password_text = hostile,
                                 .hide_password_text = hostile,
                                 .show_password_aria_label_text = hostile,
                                 .hide_password_aria_label_text = hostile,
                                 .password_shown_announcement_text = hostile,
                                 .password_hidden_announcement_text = hostile})),
            "");
}

TEST(Escaping, holds_in_a_textarea) {
  EXPECT_EQ(harm(textarea({.name = hostile, .label = hostile_label(), .hint = hostile_hint(), .error = hostile_error(),
                           .value = "</textarea>" + hostile, .autocomplete = hostile, .classes = hostile, .form_group = hostile_group()})),
            "");
  EXPECT_EQ(harm(character_count({.name = hostile,
                                  .label = hostile_label(),
                                  .value = "</textarea>" + hostile,
                                  .max_characters = 10,
                                  .count_type = hostile,
                                  .textarea_description_text = hostile,
                                  .count_message_classes = hostile,
                                  .classes = hostile,
                                  .characters_under_limit_text = {.one = hostile, .other = hostile},
                                  .characters_at_limit_text = hostile,
                                  .words_over_limit_text = {.one = hostile, .other = hostile}})),
            "");
}

TEST(Escaping, holds_in_choices) {
  const std::vector<Choice> items = {{.value = hostile, .text = hostile, .hint = hostile_hint(), .conditional = Html("<p>More</p>"),
                                      .label_classes = hostile, .label_attributes = hostile_attributes(), .attributes = hostile_attributes()},
                                     {.divider = hostile},
                                     {.value = hostile, .text = hostile, .id = hostile, .name = hostile}};
  EXPECT_EQ(harm(radios({.name = hostile, .fieldset = hostile_fieldset(), .hint = hostile_hint(), .error = hostile_error(), .items = items,
                         .value = hostile, .classes = hostile, .form_group = hostile_group()})),
            "");
  EXPECT_EQ(harm(checkboxes({.name = hostile, .id_prefix = hostile, .hint = hostile_hint(), .items = items, .values = {hostile}, .described_by = hostile})), "");
}

TEST(Escaping, holds_in_a_select_and_a_date) {
  EXPECT_EQ(harm(select({.name = hostile, .label = hostile_label(), .items = {{.value = hostile, .text = "</option></select>" + hostile}},
                         .value = hostile, .classes = hostile})),
            "");
  const DatePart part = {.name = hostile, .label = hostile, .id = hostile, .value = hostile, .classes = hostile, .autocomplete = hostile,
                         .inputmode = hostile, .pattern = hostile};
  EXPECT_EQ(harm(date_input({.id = hostile, .name_prefix = hostile, .fieldset = hostile_fieldset(), .hint = hostile_hint(), .day = part,
                             .month = part, .year = part, .classes = hostile})),
            "");
}

TEST(Escaping, holds_in_lists_and_tables) {
  const SummaryAction action = {.href = hostile, .text = hostile, .visually_hidden_text = hostile, .classes = hostile};
  const SummaryCell cell = {.text = hostile, .classes = hostile};
  EXPECT_EQ(harm(summary_list({.rows = {{.key = cell, .value = cell, .actions = {action, action}, .actions_classes = hostile, .classes = hostile}},
                               .card = SummaryCard{.title_text = hostile, .title_classes = hostile, .actions = {action}, .classes = hostile}})),
            "");
  const TableCell table_cell = {.text = hostile, .classes = hostile, .attributes = hostile_attributes()};
  EXPECT_EQ(harm(table({.caption = hostile, .caption_classes = hostile, .head = {table_cell}, .rows = {{table_cell, table_cell}},
                        .first_cell_is_header = true, .classes = hostile})),
            "");
  EXPECT_EQ(harm(tag({.text = hostile, .classes = hostile})), "");
  EXPECT_EQ(harm(task_list({.items = {{.title = {.text = hostile, .classes = hostile}, .hint = {.text = hostile},
                                       .status = {.tag = Tag{.text = hostile}, .classes = hostile}, .href = hostile, .classes = hostile},
                                      {.title = {.text = hostile}, .status = {.text = hostile}}},
                            .id_prefix = hostile})),
            "");
  EXPECT_EQ(harm(error_summary({.title_text = hostile, .description_text = hostile, .items = {{.text = hostile, .href = hostile}, {.text = hostile}}})), "");
  EXPECT_EQ(harm(timeline({.items = {{.label_text = hostile, .text = hostile, .timestamp = hostile, .when = hostile, .byline_text = hostile,
                                      .classes = hostile}}})),
            "");
}

TEST(Escaping, holds_in_notices_and_tabs) {
  EXPECT_EQ(harm(inset_text({.text = hostile, .id = hostile, .classes = hostile})), "");
  EXPECT_EQ(harm(warning_text({.text = hostile, .icon_fallback_text = hostile})), "");
  EXPECT_EQ(harm(details({.summary_text = hostile, .text = hostile, .id = hostile})), "");
  EXPECT_EQ(harm(notification_banner({.text = hostile, .title_text = hostile, .title_id = hostile, .role = hostile})), "");
  EXPECT_EQ(harm(tabs({.items = {{.label = hostile, .panel = {.text = hostile}}, {.label = hostile, .id = hostile}}, .title = hostile,
                       .id = hostile, .id_prefix = hostile})),
            "");
  EXPECT_EQ(harm(identity_bar({.text = hostile, .classes = hostile})), "");
}

TEST(Escaping, holds_in_ways_and_frames) {
  EXPECT_EQ(harm(breadcrumbs({.items = {{.text = hostile, .href = hostile}, {.text = hostile}}, .label_text = hostile})), "");
  EXPECT_EQ(harm(back_link({.href = hostile, .text = hostile})), "");
  EXPECT_EQ(harm(skip_link({.href = hostile, .text = hostile})), "");
  EXPECT_EQ(harm(pagination({.previous = {.href = hostile, .text = hostile}, .next = {.href = hostile, .label_text = hostile},
                             .landmark_label = hostile})),
            "");
  EXPECT_EQ(harm(pagination({.items = {{.number = hostile, .href = hostile, .visually_hidden_text = hostile}, {.number = hostile}}})), "");
  EXPECT_EQ(harm(sub_navigation({.label = hostile, .items = {{.text = hostile, .href = hostile, .classes = hostile}}})), "");
  EXPECT_EQ(harm(generic_header({.logo_text = hostile, .url = hostile, .container_classes = hostile})), "");
  EXPECT_EQ(harm(service_navigation({.service_name = hostile, .service_url = hostile,
                                     .navigation = {{.text = hostile, .href = hostile}, {.text = hostile, .active = true}},
                                     .menu_button_text = hostile, .menu_button_label = hostile + "2", .navigation_label = hostile,
                                     .navigation_id = hostile, .aria_label = hostile})),
            "");
  EXPECT_EQ(harm(footer({.navigation = {{.title = hostile, .items = {{.text = hostile, .href = hostile}}, .width = hostile}},
                         .meta = FooterMeta{.visually_hidden_title = hostile, .items = {{.text = hostile, .href = hostile}}, .text = hostile}})),
            "");
}

TEST(Textarea, loses_no_newline_with_which_an_answer_begins) {
  const auto page = textarea({.name = "words", .value = "\nAfter a line"});
  EXPECT_NE(page.markup().find(">\n\nAfter a line</textarea>"), std::string_view::npos);
}

TEST(Timeline, says_when_what_and_by_whom_as_the_ministry_does) {
  const auto page = timeline({.items = {{.label_text = "Section 47 enquiry begun", .text = "After a strategy discussion.", .timestamp = "2025-04-07",
                                         .when = "Monday 7 April 2025", .byline_text = "Dana Okafor"}},
                              .heading_level = 3});
  EXPECT_EQ(markup_test::tokens(page.markup()),
            markup_test::tokens("<div class=\"moj-timeline\"><div class=\"moj-timeline__item\"><div class=\"moj-timeline__header\">"
                                "<h3 class=\"moj-timeline__title\">Section 47 enquiry begun</h3><p class=\"moj-timeline__byline\">by Dana Okafor</p></div>"
                                "<p class=\"moj-timeline__date\"><time datetime=\"2025-04-07\">Monday 7 April 2025</time></p>"
                                "<div class=\"moj-timeline__description\">After a strategy discussion.</div></div></div>"));
}

TEST(IdentityBar, names_whom_the_page_is_about_and_holds_what_can_be_done) {
  const auto page = identity_bar({.text = "Amy, 6 and Ben, 4", .actions = button({.text = "Print"})});
  EXPECT_EQ(markup_test::tokens(page.markup()),
            markup_test::tokens("<div class=\"moj-identity-bar\"><div class=\"moj-identity-bar__container\"><div class=\"moj-identity-bar__details\">"
                                "<span class=\"moj-identity-bar__title\">Amy, 6 and Ben, 4</span></div><div class=\"moj-identity-bar__actions\">"
                                "<div class=\"moj-identity-bar__menu\"><button type=\"submit\" class=\"govuk-button\" data-module=\"govuk-button\">Print"
                                "</button></div></div></div></div>"));
}

TEST(SubNavigation, marks_the_page_one_is_on) {
  const auto page = sub_navigation({.label = "This family", .items = {{.text = "Overview", .href = "/files/f1", .active = true},
                                                                      {.text = "People", .href = "/files/f1/people"}}});
  EXPECT_EQ(markup_test::tokens(page.markup()),
            markup_test::tokens("<nav class=\"moj-sub-navigation\" aria-label=\"This family\"><ul class=\"moj-sub-navigation__list\">"
                                "<li class=\"moj-sub-navigation__item\"><a class=\"moj-sub-navigation__link\" aria-current=\"page\" href=\"/files/f1\">Overview</a></li>"
                                "<li class=\"moj-sub-navigation__item\"><a class=\"moj-sub-navigation__link\" href=\"/files/f1/people\">People</a></li></ul></nav>"));
}

}  // namespace confer::components
