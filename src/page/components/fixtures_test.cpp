// Every published fixture of every component that we have: their options go in, and our markup must be theirs.
#include "base/testing.h"
#include "page/components/fixtures_test.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

namespace confer::fixtures_test {

std::string text(const Options& options, std::string_view name) { return text_if_any(options, name).value_or(""); }

std::string text(const Options& options, std::string_view name, std::string_view otherwise) {
  return text_if_any(options, name).value_or(std::string(otherwise));
}

std::optional<std::string> text_if_any(const Options& options, std::string_view name) {
  const auto* found = options.if_contains(name);
  if (!found || found->is_null()) return std::nullopt;
  if (found->is_string()) return std::string(found->get_string());
  return json::serialize(*found);
}

Html html(const Options& options, std::string_view name) {
  const auto* found = options.if_contains(name);
  return found && found->is_string() ? TrustedInTests::html(found->get_string()) : Html();
}

const Options& object(const Options& options, std::string_view name) {
  static const Options none;
  const auto* found = options.if_contains(name);
  return found && found->is_object() ? found->get_object() : none;
}

std::optional<bool> yes_no(const Options& options, std::string_view name) {
  const auto* found = options.if_contains(name);
  return found && found->is_bool() ? std::optional(found->get_bool()) : std::nullopt;
}

bool on(const Options& options, std::string_view name) { return yes_no(options, name).value_or(false); }

int number(const Options& options, std::string_view name, int otherwise) {
  const auto* found = options.if_contains(name);
  return found && found->is_number() ? found->to_number<int>() : otherwise;
}

std::optional<std::size_t> count(const Options& options, std::string_view name) {
  const auto* found = options.if_contains(name);
  return found && found->is_number() ? std::optional(found->to_number<std::size_t>()) : std::nullopt;
}

components::Attributes attributes(const Options& options) {
  components::Attributes all;
  const auto& given = object(options, "attributes");
  for (const auto& [name, value] : given) all.push_back({TrustedInTests::literal(name), text(given, name)});
  return all;
}

namespace {

constexpr std::string_view ours[] = {
    "button",       "input",      "textarea",     "character-count",     "radios",      "checkboxes", "date-input", "select",
    "password-input", "error-summary", "error-message", "fieldset",      "hint",        "label",      "summary-list", "table",
    "tag",          "task-list",  "details",      "inset-text",          "warning-text", "notification-banner", "tabs", "breadcrumbs",
    "back-link",    "pagination", "skip-link",    "exit-this-page",      "generic-header", "service-navigation", "footer"};

/// Parts of a component that we never write, taken out of its fixtures before comparing.
struct PartLeftOut {
  std::string_view component, css_class, reason;
};
constexpr PartLeftOut parts_left_out[] = {
    {"footer", "govuk-footer__crown", "the crown belongs to the government"},
    {"footer", "govuk-footer__licence-logo", "what a file says is not under the Open Government Licence"},
    {"footer", "govuk-footer__licence-description", "what a file says is not under the Open Government Licence"},
    {"footer", "govuk-footer__copyright-logo", "Crown copyright is not ours to claim"},
};

struct FixtureLeftOut {
  std::string_view component, name, reason;
};
constexpr FixtureLeftOut left_out[] = {
    {"footer", "with custom HTML content licence and copyright notice", "our footer states no licence and no Crown copyright"},
    {"footer", "with custom text content licence and copyright notice", "our footer states no licence and no Crown copyright"},
    {"footer", "with HTML passed as text content", "our footer states no licence and no Crown copyright"},
    {"footer", "with no content licence", "our footer states no licence and no Crown copyright"},
    {"task-list", "with empty values", "its ids count empty places, which a list of tasks in C++ cannot have"},
};

bool is_left_out(std::string_view component, std::string_view name) {
  return std::any_of(std::begin(left_out), std::end(left_out),
                     [&](const auto& fixture) { return fixture.component == component && fixture.name == name; });
}

using markup_test::Token;

std::vector<Token> expected_tokens(std::string_view component, const Options& fixture, bool with_all_parts) {
  auto all = markup_test::tokens(fixture.at("html").as_string());
  for (const auto& part : parts_left_out) {
    if (!with_all_parts && part.component == component) all = markup_test::without(std::move(all), part.css_class);
  }
  // The copyright link leaves its own empty column behind, which we do not write either.
  for (std::size_t at = 0; component == "footer" && !with_all_parts && at + 1 < all.size(); ++at) {
    const auto found = all[at].attributes.find("class");
    const bool column = found != all[at].attributes.end() && found->second == "govuk-footer__meta-item";
    if (column && all[at + 1].name == "/div") all.erase(all.begin() + at, all.begin() + at + 2);
  }
  return all;
}

json::array fixtures(std::string_view component) {
  const auto path = for_tests::checkout_folder() / "node_modules/govuk-frontend/dist/govuk/components" / component / "fixtures.json";
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.empty()) return {};
  return json::parse(bytes).at("fixtures").as_array();
}

Html made(std::string_view component, const Options& options) {
  const auto form = form_mapper(component);
  return (form ? form : page_mapper(component))(options);
}

struct Counts {
  int proved = 0, left_out = 0;
};

void compare(std::string_view component, const Options& fixture, Counts& counts) {
  const auto& name = fixture.at("name").as_string();
  const auto page = made(component, fixture.at("options").as_object());
  const bool skipped = is_left_out(component, name);
  const auto actual = markup_test::tokens(page.markup());
  const auto expected = expected_tokens(component, fixture, skipped);
  if (skipped) {
    EXPECT_NE(expected, actual) << component << ": " << name << " is listed as left out but would pass; take it off the list";
    ++counts.left_out;
    return;
  }
  EXPECT_TRUE(expected == actual) << component << ": " << name << "\n" << json::serialize(fixture.at("options")) << "\n--- expected\n"
                                  << markup_test::to_lines(expected) << "--- ours\n" << markup_test::to_lines(actual);
  if (expected == actual) ++counts.proved;
}

}  // namespace

TEST(Components, write_what_every_published_fixture_shows) {
  Counts counts;
  for (const auto component : ours) {
    const auto all = fixtures(component);
    ASSERT_FALSE(all.empty()) << "No fixtures of " << component << ": run `setup/install test` first.";
    for (const auto& fixture : all) compare(component, fixture.as_object(), counts);
  }
  std::cout << counts.proved << " fixtures proved, " << counts.left_out << " left out\n";
  EXPECT_LE(counts.left_out * 100, (counts.proved + counts.left_out) * 3) << "too many fixtures are left out";
}

TEST(Components, leave_out_only_fixtures_that_exist) {
  for (const auto& fixture : left_out) {
    const auto all = fixtures(fixture.component);
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.at("name").as_string() == fixture.name; }))
        << fixture.component << " has no fixture named: " << fixture.name;
  }
}

TEST(Components, are_never_given_raw_markup_outside_tests) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(for_tests::checkout_folder() / "src")) {
    const auto name = entry.path().filename().string();
    if (!entry.is_regular_file() || name == "html.h" || name.find("_test.") != std::string::npos) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find("TrustedInTests"), std::string::npos) << name << " uses the door that is for tests only; escape the words instead";
  }
}

}  // namespace confer::fixtures_test
