// Fixtures of what pages are made of besides forms.
#include "page/components/fixtures_test.h"

namespace confer::fixtures_test {
namespace {

using namespace components;

SummaryCell cell_of(const Options& o) { return {.text = text(o, "text"), .html = html(o, "html"), .classes = text(o, "classes")}; }

std::vector<SummaryAction> actions_of(const Options& o) {
  return list<SummaryAction>(object(o, "actions"), "items", [](const Options& item, std::size_t) {
    return SummaryAction{.href = text(item, "href"),
                         .text = text(item, "text"),
                         .html = html(item, "html"),
                         .visually_hidden_text = text(item, "visuallyHiddenText"),
                         .classes = text(item, "classes"),
                         .attributes = attributes(item)};
  });
}

std::optional<SummaryCard> card_of(const Options& o) {
  if (!o.contains("card")) return std::nullopt;
  const auto& card = object(o, "card");
  const auto& title = object(card, "title");
  return SummaryCard{.title_text = text(title, "text"),
                     .title_html = html(title, "html"),
                     .title_classes = text(title, "classes"),
                     .heading_level = number(title, "headingLevel", 2),
                     .actions = actions_of(card),
                     .actions_classes = text(object(card, "actions"), "classes"),
                     .classes = text(card, "classes"),
                     .attributes = attributes(card)};
}

Html summary_list_from(const Options& o) {
  return summary_list({.rows = list<SummaryRow>(o, "rows",
                                                [](const Options& row, std::size_t) {
                                                  return SummaryRow{.key = cell_of(object(row, "key")),
                                                                    .value = cell_of(object(row, "value")),
                                                                    .actions = actions_of(row),
                                                                    .actions_classes = text(object(row, "actions"), "classes"),
                                                                    .classes = text(row, "classes")};
                                                }),
                       .card = card_of(o),
                       .classes = text(o, "classes"),
                       .attributes = attributes(o)});
}

TableRow table_row_of(const json::array& cells) {
  TableRow row;
  for (const auto& value : cells) {
    const auto& cell = value.as_object();
    row.push_back({.text = text(cell, "text"),
                   .html = html(cell, "html"),
                   .numeric = text(cell, "format") == "numeric",
                   .classes = text(cell, "classes"),
                   .colspan = number(cell, "colspan"),
                   .rowspan = number(cell, "rowspan"),
                   .attributes = attributes(cell)});
  }
  return row;
}

Html table_from(const Options& o) {
  std::vector<TableRow> rows;
  for (const auto& row : o.at("rows").as_array()) {
    if (row.is_array()) rows.push_back(table_row_of(row.get_array()));
  }
  return table({.caption = text(o, "caption"),
                .caption_classes = text(o, "captionClasses"),
                .head = o.contains("head") ? table_row_of(o.at("head").as_array()) : TableRow(),
                .rows = rows,
                .first_cell_is_header = on(o, "firstCellIsHeader"),
                .classes = text(o, "classes"),
                .attributes = attributes(o)});
}

Tag tag_of(const Options& o) {
  return {.text = text(o, "text"), .html = html(o, "html"), .classes = text(o, "classes"), .attributes = attributes(o)};
}

Task task_of(const Options& o) {
  const auto& title = object(o, "title");
  const auto& hint = object(o, "hint");
  const auto& status = object(o, "status");
  return {.title = {.text = text(title, "text"), .html = html(title, "html"), .classes = text(title, "classes")},
          .hint = {.text = text(hint, "text"), .html = html(hint, "html")},
          .status = {.text = text(status, "text"),
                     .html = html(status, "html"),
                     .tag = status.contains("tag") ? std::optional(tag_of(object(status, "tag"))) : std::nullopt,
                     .classes = text(status, "classes")},
          .href = text(o, "href"),
          .classes = text(o, "classes")};
}

Html task_list_from(const Options& o) {
  return task_list({.items = list<Task>(o, "items", [](const Options& item, std::size_t) { return task_of(item); }),
                    .id_prefix = text(o, "idPrefix", "task-list"),
                    .classes = text(o, "classes"),
                    .attributes = attributes(o)});
}

Html details_from(const Options& o) {
  return details({.summary_text = text(o, "summaryText"),
                  .summary_html = html(o, "summaryHtml"),
                  .text = text(o, "text"),
                  .html = html(o, "html"),
                  .open = on(o, "open"),
                  .id = text(o, "id"),
                  .classes = text(o, "classes"),
                  .attributes = attributes(o)});
}

Html inset_text_from(const Options& o) {
  return inset_text({.text = text(o, "text"),
                     .html = html(o, "html"),
                     .id = text(o, "id"),
                     .classes = text(o, "classes"),
                     .attributes = attributes(o)});
}

Html warning_text_from(const Options& o) {
  return warning_text({.text = text(o, "text"),
                       .html = html(o, "html"),
                       .icon_fallback_text = text(o, "iconFallbackText", "Warning"),
                       .classes = text(o, "classes"),
                       .attributes = attributes(o)});
}

Html notification_banner_from(const Options& o) {
  return notification_banner({.text = text(o, "text"),
                              .html = html(o, "html"),
                              .success = text(o, "type") == "success",
                              .title_text = text(o, "titleText"),
                              .title_html = html(o, "titleHtml"),
                              .title_heading_level = number(o, "titleHeadingLevel", 2),
                              .title_id = text(o, "titleId", "govuk-notification-banner-title"),
                              .role = text(o, "role"),
                              .classes = text(o, "classes"),
                              .disable_auto_focus = yes_no(o, "disableAutoFocus"),
                              .attributes = attributes(o)});
}

Html tabs_from(const Options& o) {
  const auto prefix = text(o, "idPrefix");
  return tabs({.items = list<Tab>(o, "items",
                                  [&](const Options& item, std::size_t place) {
                                    const auto& panel = object(item, "panel");
                                    return Tab{.label = text(item, "label"),
                                               .id = text(item, "id", prefix + "-" + std::to_string(place)),
                                               .panel = {.text = text(panel, "text"), .html = html(panel, "html"), .attributes = attributes(panel)},
                                               .attributes = attributes(item)};
                                  }),
               .title = text(o, "title", "Contents"),
               .id = text(o, "id"),
               .id_prefix = prefix,
               .classes = text(o, "classes"),
               .attributes = attributes(o)});
}

Html breadcrumbs_from(const Options& o) {
  return breadcrumbs({.items = list<Breadcrumb>(o, "items",
                                                [](const Options& item, std::size_t) {
                                                  return Breadcrumb{.text = text(item, "text"),
                                                                    .html = html(item, "html"),
                                                                    .href = text(item, "href"),
                                                                    .attributes = attributes(item)};
                                                }),
                      .collapse_on_mobile = on(o, "collapseOnMobile"),
                      .label_text = text(o, "labelText", "Breadcrumb"),
                      .classes = text(o, "classes"),
                      .attributes = attributes(o)});
}

Html back_link_from(const Options& o) {
  return back_link({.href = text(o, "href", "#"),
                    .text = text(o, "text", "Back"),
                    .html = html(o, "html"),
                    .classes = text(o, "classes"),
                    .attributes = attributes(o)});
}

Html skip_link_from(const Options& o) {
  return skip_link({.href = text(o, "href", "#content"),
                    .text = text(o, "text"),
                    .html = html(o, "html"),
                    .classes = text(o, "classes"),
                    .attributes = attributes(o)});
}

PaginationLink page_link_of(const Options& o) {
  return {.href = text(o, "href"),
          .text = text(o, "text"),
          .html = html(o, "html"),
          .label_text = text(o, "labelText"),
          .attributes = attributes(o)};
}

/// A published list may have empty places, which ours cannot.
std::vector<PaginationItem> page_items_of(const Options& o) {
  auto items = list<PaginationItem>(o, "items", [](const Options& item, std::size_t) {
    return PaginationItem{.number = text(item, "number"),
                          .href = text(item, "href"),
                          .current = on(item, "current"),
                          .ellipsis = on(item, "ellipsis"),
                          .visually_hidden_text = text(item, "visuallyHiddenText"),
                          .attributes = attributes(item)};
  });
  std::erase_if(items, [](const auto& item) { return item.number.empty() && !item.ellipsis; });
  return items;
}

Html pagination_from(const Options& o) {
  return pagination({.previous = page_link_of(object(o, "previous")),
                     .next = page_link_of(object(o, "next")),
                     .items = page_items_of(o),
                     .landmark_label = text(o, "landmarkLabel", "Pagination"),
                     .classes = text(o, "classes"),
                     .attributes = attributes(o)});
}

Html generic_header_from(const Options& o) {
  return generic_header({.logo_text = text(o, "logoText"),
                         .logo_html = html(o, "logoHtml"),
                         .url = text(o, "url", "/"),
                         .classes = text(o, "classes"),
                         .container_classes = text(o, "containerClasses", "govuk-width-container"),
                         .attributes = attributes(o)});
}

ServiceNavigationSlots slots_of(const Options& o) {
  const auto& end = object(o, "end");
  return {.start = html(o, "start"),
          .end = end.empty() ? html(o, "end") : html(end, "html"),
          .end_inline = text(end, "align") == "inline",
          .navigation_start = html(o, "navigationStart"),
          .navigation_end = html(o, "navigationEnd")};
}

Html service_navigation_from(const Options& o) {
  return service_navigation({.service_name = text(o, "serviceName"),
                             .service_url = text(o, "serviceUrl"),
                             .navigation = list<ServiceNavigationItem>(o, "navigation",
                                                                       [](const Options& item, std::size_t) {
                                                                         return ServiceNavigationItem{.text = text(item, "text"),
                                                                                                      .html = html(item, "html"),
                                                                                                      .href = text(item, "href"),
                                                                                                      .current = on(item, "current"),
                                                                                                      .active = on(item, "active"),
                                                                                                      .attributes = attributes(item)};
                                                                       }),
                             .slots = slots_of(object(o, "slots")),
                             .collapse_navigation_on_mobile = yes_no(o, "collapseNavigationOnMobile"),
                             .menu_button_text = text(o, "menuButtonText", "Menu"),
                             .menu_button_label = text(o, "menuButtonLabel"),
                             .navigation_label = text(o, "navigationLabel"),
                             .navigation_id = text(o, "navigationId", "navigation"),
                             .navigation_classes = text(o, "navigationClasses"),
                             .aria_label = text(o, "ariaLabel", "Service information"),
                             .classes = text(o, "classes"),
                             .attributes = attributes(o)});
}

std::vector<FooterLink> footer_links_of(const Options& o) {
  return list<FooterLink>(o, "items", [](const Options& item, std::size_t) {
    return FooterLink{.text = text(item, "text"), .href = text(item, "href"), .attributes = attributes(item)};
  });
}

std::optional<FooterMeta> footer_meta_of(const Options& o) {
  if (!o.contains("meta")) return std::nullopt;
  const auto& meta = object(o, "meta");
  return FooterMeta{.visually_hidden_title = text(meta, "visuallyHiddenTitle", "Support links"),
                    .items = footer_links_of(meta),
                    .text = text(meta, "text"),
                    .html = html(meta, "html")};
}

Html footer_from(const Options& o) {
  return footer({.navigation = list<FooterSection>(o, "navigation",
                                                   [](const Options& section, std::size_t) {
                                                     return FooterSection{.title = text(section, "title"),
                                                                          .items = footer_links_of(section),
                                                                          .columns = number(section, "columns"),
                                                                          .width = text(section, "width", "full")};
                                                   }),
                 .meta = footer_meta_of(o),
                 .classes = text(o, "classes"),
                 .container_classes = text(o, "containerClasses"),
                 .attributes = attributes(o)});
}

}  // namespace

Mapper page_mapper(std::string_view component) {
  if (component == "summary-list") return summary_list_from;
  if (component == "table") return table_from;
  if (component == "tag") return [](const Options& o) { return tag(tag_of(o)); };
  if (component == "task-list") return task_list_from;
  if (component == "details") return details_from;
  if (component == "inset-text") return inset_text_from;
  if (component == "warning-text") return warning_text_from;
  if (component == "notification-banner") return notification_banner_from;
  if (component == "tabs") return tabs_from;
  if (component == "breadcrumbs") return breadcrumbs_from;
  if (component == "back-link") return back_link_from;
  if (component == "skip-link") return skip_link_from;
  if (component == "pagination") return pagination_from;
  if (component == "generic-header") return generic_header_from;
  if (component == "service-navigation") return service_navigation_from;
  if (component == "footer") return footer_from;
  return nullptr;
}

}  // namespace confer::fixtures_test
