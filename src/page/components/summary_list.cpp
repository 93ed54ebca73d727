#include "page/components/summary_list.h"

#include <algorithm>

namespace confer::components {
namespace {

void add_title_words(Html& page, const SummaryCard& card) { add_content(page, card.title_text, card.title_html); }

bool has_title(const SummaryCard* card) { return card && (!card->title_text.empty() || !card->title_html.empty()); }

void add_action(Html& page, const SummaryAction& action, const SummaryCard* card) {
  Element(page, "<a").classes({"govuk-link", action.classes}).with("href", action.href).also(action.attributes);
  add_content(page, action.text, action.html);
  if (!action.visually_hidden_text.empty() || has_title(card)) {
    page += "<span class=\"govuk-visually-hidden\">";
    if (!action.visually_hidden_text.empty()) {
      page += " ";
      page.add_text(action.visually_hidden_text);
    }
    if (has_title(card)) {
      page += " (";
      add_title_words(page, *card);
      page += ")";
    }
    page += "</span>";
  }
  page += "</a>";
}

void add_actions(Html& page, const SummaryRow& row, const SummaryCard* card) {
  if (row.actions.empty()) return;
  Element(page, "<dd").classes({"govuk-summary-list__actions", row.actions_classes});
  if (row.actions.size() == 1) {
    add_action(page, row.actions.front(), card);
  } else {
    page += "<ul class=\"govuk-summary-list__actions-list\">";
    for (const auto& action : row.actions) {
      page += "<li class=\"govuk-summary-list__actions-list-item\">";
      add_action(page, action, card);
      page += "</li>";
    }
    page += "</ul>";
  }
  page += "</dd>";
}

void add_row(Html& page, const SummaryRow& row, const SummaryCard* card, bool any_actions) {
  Element(page, "<div").classes({"govuk-summary-list__row",
                                 any_actions && row.actions.empty() ? "govuk-summary-list__row--no-actions" : "", row.classes});
  Element(page, "<dt").classes({"govuk-summary-list__key", row.key.classes});
  add_content(page, row.key.text, row.key.html);
  page += "</dt>";
  Element(page, "<dd").classes({"govuk-summary-list__value", row.value.classes});
  add_content(page, row.value.text, row.value.html);
  page += "</dd>";
  add_actions(page, row, card);
  page += "</div>";
}

void add_list(Html& page, const SummaryList& options) {
  const bool any_actions = std::any_of(options.rows.begin(), options.rows.end(), [](const auto& row) { return !row.actions.empty(); });
  Element(page, "<dl").classes({"govuk-summary-list", options.classes}).also(options.attributes);
  for (const auto& row : options.rows) add_row(page, row, options.card ? &*options.card : nullptr, any_actions);
  page += "</dl>";
}

void add_card_actions(Html& page, const SummaryCard& card) {
  if (card.actions.empty()) return;
  if (card.actions.size() == 1) {
    Element(page, "<div").classes({"govuk-summary-card__actions", card.actions_classes});
    add_action(page, card.actions.front(), &card);
    page += "</div>";
    return;
  }
  Element(page, "<ul").classes({"govuk-summary-card__actions", card.actions_classes});
  for (const auto& action : card.actions) {
    page += "<li class=\"govuk-summary-card__action\">";
    add_action(page, action, &card);
    page += "</li>";
  }
  page += "</ul>";
}

void add_card_head(Html& page, const SummaryCard& card) {
  page += "<div class=\"govuk-summary-card__title-wrapper\">";
  if (has_title(&card)) {
    open_heading(page, card.heading_level).classes({"govuk-summary-card__title", card.title_classes});
    add_title_words(page, card);
    close_heading(page, card.heading_level);
  }
  add_card_actions(page, card);
  page += "</div>";
}

}  // namespace

Html summary_list(const SummaryList& options) {
  Html page;
  if (options.card) {
    Element(page, "<div").classes({"govuk-summary-card", options.card->classes}).also(options.card->attributes);
    add_card_head(page, *options.card);
    page += "<div class=\"govuk-summary-card__content\">";
  }
  add_list(page, options);
  if (options.card) page += "</div></div>";
  return page;
}

}  // namespace confer::components
