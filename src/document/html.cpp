#include "document/renderings.h"
#include "document/words.h"

namespace confer::document {
namespace {

Html words(std::string_view given) { return html::lines(shown(given)); }

Html words(const Paragraph& paragraph) {
  Html out;
  for (const auto& run : paragraph.runs)
    out += run.weight == Weight::strong ? html::element("strong", {}, words(run.words)) : words(run.words);
  return out;
}

Html block(const Heading& heading) {
  const Html inside = words(heading.words);
  if (heading.level == 1) return html::element("h2", {{"class", "govuk-heading-m"}}, inside);
  if (heading.level == 2) return html::element("h3", {{"class", "govuk-heading-s"}}, inside);
  return html::element("h4", {{"class", "govuk-heading-s"}}, inside);
}

Html block(const Paragraph& paragraph) { return html::element("p", {{"class", "govuk-body"}}, words(paragraph)); }

Html block(const List& list) {
  if (list.items.empty()) return {};
  Html items;
  for (const auto& item : list.items) items += html::element("li", {}, words(item));
  switch (list.kind) {
    case List::Kind::bulleted: return html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
    case List::Kind::numbered: return html::element("ol", {{"class", "govuk-list govuk-list--number"}}, items);
  }
  mistake("a list without a kind", __FILE__, __LINE__);
}

Html header_row(const Table& table) {
  Html cells;
  for (const auto& cell : table.header)
    cells += html::element("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, words(cell));
  const Html row = html::element("tr", {{"class", "govuk-table__row"}}, cells);
  return html::element("thead", {{"class", "govuk-table__head"}}, row);
}

Html row(const std::vector<std::string>& cells, Table::HeaderColumn header_column) {
  Html out;
  bool names_the_row = header_column == Table::HeaderColumn::first;
  for (const auto& cell : cells) {
    out += names_the_row ? html::element("th", {{"scope", "row"}, {"class", "govuk-table__header"}}, words(cell))
                         : html::element("td", {{"class", "govuk-table__cell"}}, words(cell));
    names_the_row = false;
  }
  return html::element("tr", {{"class", "govuk-table__row"}}, out);
}

Html block(const Table& table) {
  if (table.header.empty() && table.rows.empty()) return {};
  Html out;
  if (!table.caption.empty())
    out += html::element("caption", {{"class", "govuk-table__caption govuk-table__caption--s"}}, words(table.caption));
  if (!table.header.empty()) out += header_row(table);
  Html rows;
  for (const auto& cells : table.rows) rows += row(cells, table.header_column);
  out += html::element("tbody", {{"class", "govuk-table__body"}}, rows);
  return html::element("table", {{"class", "govuk-table"}}, out);
}

Html block(const SummaryList& list) {
  if (list.items.empty()) return {};
  Html rows;
  for (const auto& item : list.items) {
    Html pair = html::element("dt", {{"class", "govuk-summary-list__key"}}, words(item.key));
    pair += html::element("dd", {{"class", "govuk-summary-list__value"}}, words(item.value));
    rows += html::element("div", {{"class", "govuk-summary-list__row"}}, pair);
  }
  return html::element("dl", {{"class", "govuk-summary-list"}}, rows);
}

Html block(const PageBreak&) {
  return html::void_element("hr", {{"class", "govuk-section-break govuk-section-break--l govuk-section-break--visible"}});
}

Html marks(const Document& document) {
  const std::string both = document.reference + (document.reference.empty() || document.recipient.empty() ? "" : " · ") + document.recipient;
  if (both.empty()) return {};
  return html::element("footer", {}, html::element("p", {{"class", "govuk-body-s"}}, words(both)));
}

}  // namespace

Html as_html(const Document& document) {
  Html inside = html::element("h1", {{"class", "govuk-heading-l"}}, words(document.title));
  for (const auto& each : document.blocks) inside += std::visit([](const auto& is) { return block(is); }, each);
  inside += marks(document);
  return html::element("article", {{"lang", code(document.language)}}, inside);
}

}  // namespace confer::document
