#include "page/components/wayfinding.h"

namespace confer::components {
namespace {

enum class Way { previous, next };

constexpr html::Literal previous_arrow =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\""
    " aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449"
    "-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>";
constexpr html::Literal next_arrow =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\""
    " aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896"
    "l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>";

void add_link_title(Html& page, Way way, const PaginationLink& link, bool block) {
  Element(page, "<span").classes({"govuk-pagination__link-title", block && link.label_text.empty() ? "govuk-pagination__link-title--decorated" : ""});
  if (!link.text.empty() || !link.html.empty()) {
    add_content(page, link.text, link.html);
  } else {
    page += way == Way::previous ? html::Literal("Previous") : html::Literal("Next");
    page += "<span class=\"govuk-visually-hidden\"> page</span>";
  }
  page += "</span>";
}

void add_link(Html& page, Way way, const PaginationLink& link, bool block) {
  if (link.href.empty()) return;
  const auto rel = way == Way::previous ? std::string_view("prev") : std::string_view("next");
  const auto arrow = way == Way::previous ? previous_arrow : next_arrow;
  Element(page, "<div").with("class", "govuk-pagination__", rel);
  Element(page, "<a").classes({"govuk-link govuk-pagination__link"}).with("href", link.href).with("rel", rel).also(link.attributes);
  if (block || way == Way::previous) page += arrow;
  add_link_title(page, way, link, block);
  if (block && !link.label_text.empty()) {
    page += "<span class=\"govuk-visually-hidden\">:</span><span class=\"govuk-pagination__link-label\">";
    page.add_text(link.label_text);
    page += "</span>";
  }
  if (!block && way == Way::next) page += arrow;
  page += "</a></div>";
}

void add_page_link(Html& page, const PaginationItem& item) {
  {
    Element tag(page, "<a");
    tag.classes({"govuk-link govuk-pagination__link"}).with("href", item.href);
    item.visually_hidden_text.empty() ? tag.with("aria-label", "Page ", item.number) : tag.with("aria-label", item.visually_hidden_text);
    tag.given("aria-current", item.current ? "page" : "").also(item.attributes);
  }
  page.add_text(item.number);
  page += "</a>";
}

void add_item(Html& page, const PaginationItem& item) {
  Element(page, "<li").classes({"govuk-pagination__item", item.current ? "govuk-pagination__item--current" : "",
                                item.ellipsis ? "govuk-pagination__item--ellipsis" : ""});
  item.ellipsis ? static_cast<void>(page += "&ctdot;") : add_page_link(page, item);
  page += "</li>";
}

}  // namespace

Html pagination(const Pagination& options) {
  Html page;
  const bool block = options.items.empty() && (!options.previous.href.empty() || !options.next.href.empty());
  Element(page, "<nav")
      .classes({"govuk-pagination", block ? "govuk-pagination--block" : "", options.classes})
      .with("aria-label", options.landmark_label)
      .also(options.attributes);
  add_link(page, Way::previous, options.previous, block);
  if (!options.items.empty()) {
    page += "<ul class=\"govuk-pagination__list\">";
    for (const auto& item : options.items) add_item(page, item);
    page += "</ul>";
  }
  add_link(page, Way::next, options.next, block);
  page += "</nav>";
  return page;
}

}  // namespace confer::components
