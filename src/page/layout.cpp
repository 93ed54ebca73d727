#include "page/layout.h"

#include <fmt/format.h>

#include "page/components/button.h"

namespace confer::layout {
namespace {

using components::Element;

void add_head(Html& out, const Page& page) {
  out += "<!DOCTYPE html>";
  Element(out, "<html").with("lang", page.language).classes({"govuk-template"});
  out += "<head><meta charset=\"utf-8\"><title>";
  out.add_text(full_title(page));
  out += "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">"
         "<meta name=\"theme-color\" content=\"#14504a\">"
         "<link rel=\"icon\" sizes=\"any\" href=\"/look/confer.svg\" type=\"image/svg+xml\">"
         "<link rel=\"stylesheet\" href=\"/look/confer.css\">"
         "<link rel=\"modulepreload\" href=\"/look/govuk-frontend.min.js\">"
         "<script type=\"module\" src=\"/look/confer.js\"></script>";
  // With scripts, the script does it without taking the page away from under its reader.
  if (page.refresh_seconds > 0) {
    out += "<noscript>";
    Element(out, "<meta").with("http-equiv", "refresh").with("content", fmt::format("{}", page.refresh_seconds));
    out += "</noscript>";
  }
  out += "</head>";
}

void add_header(Html& out, const Page& page) {
  out += "<header class=\"govuk-template__header\">";
  out += components::generic_header({.logo_text = "Confer"});
  if (!page.navigation.empty() || !page.navigation_end.empty()) {
    out += components::service_navigation({.navigation = page.navigation, .slots = {.end = page.navigation_end, .end_inline = true}});
  }
  out += "</header>";
}

void add_way_back(Html& out, const Page& page) {
  if (!page.back_href.empty()) {
    out += html::element("nav", {{"aria-label", "The way back"}}, components::back_link({.href = page.back_href}));
  } else if (!page.breadcrumbs.empty()) {
    out += components::breadcrumbs({.items = page.breadcrumbs, .collapse_on_mobile = true});
  }
}

void add_container(Html& out, const Page& page) {
  out += "<div class=\"govuk-width-container\">";
  if (page.quick_exit == QuickExit::offered) out += components::exit_this_page({});
  add_way_back(out, page);
  Element(out, "<main").classes({"govuk-main-wrapper"}).with("id", "main-content").given("data-refresh-seconds", page.refresh_seconds > 0 ? fmt::format("{}", page.refresh_seconds) : "");
  out += page.main;
  out += "</main></div>";
}

/// A second way to the quick exit, for keyboards: before all else on the page.
void add_skip_links(Html& out, const Page& page) {
  out += components::skip_link({.href = "#main-content", .text = "Skip to main content"});
  if (page.quick_exit == QuickExit::none) return;
  out += "<nav aria-label=\"Leave quickly\"><a href=\"https://www.bbc.co.uk/weather\" class=\"govuk-skip-link govuk-js-exit-this-page-skiplink\" rel=\"nofollow noreferrer\">Exit this page</a></nav>";
}

void add_footer(Html& out, const Page& page) {
  out += "<footer class=\"govuk-template__footer\">";
  out += page.footer_links.empty() ? components::footer({}) : components::footer({.meta = components::FooterMeta{.items = page.footer_links}});
  out += "</footer>";
}

/// A landmark, since all that a page says stands in one.
void add_above_main(Html& out, const Page& page) {
  if (page.above_main.empty()) return;
  Element(out, "<section").with("aria-label", page.above_main_label);
  out += page.above_main;
  out += "</section>";
}

constexpr std::size_t room_for_frame = 8 * 1024;

}  // namespace

std::string full_title(const Page& page) {
  std::string title = page.has_errors ? "Error: " : "";
  title += page.title;
  title += page.title.empty() ? "Confer" : " – Confer";
  return title;
}

Html whole_page(const Page& page) {
  Html out;
  out.reserve(page.main.markup().size() + page.above_main.markup().size() + room_for_frame);
  add_head(out, page);
  Element(out, "<body").classes({"govuk-template__body", page.width == Width::wide ? "confer-wide" : ""});
  add_skip_links(out, page);
  add_header(out, page);
  add_above_main(out, page);
  add_container(out, page);
  add_footer(out, page);
  out += "</body></html>";
  return out;
}

}  // namespace confer::layout
