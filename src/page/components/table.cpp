#include "page/components/table.h"

namespace confer::components {
namespace {

void add_spans(Element& tag, const TableCell& cell) {
  if (cell.colspan > 0) tag.with("colspan", std::to_string(cell.colspan));
  if (cell.rowspan > 0) tag.with("rowspan", std::to_string(cell.rowspan));
  tag.also(cell.attributes);
}

void add_column_header(Html& page, const TableCell& cell) {
  {
    Element tag(page, "<th scope=\"col\"");
    add_spans(tag.classes({"govuk-table__header", cell.numeric ? "govuk-table__header--numeric" : "", cell.classes}), cell);
  }
  add_content(page, cell.text, cell.html);
  page += "</th>";
}

void add_row_header(Html& page, const TableCell& cell) {
  {
    Element tag(page, "<th scope=\"row\"");
    add_spans(tag.classes({"govuk-table__header", cell.classes}), cell);
  }
  add_content(page, cell.text, cell.html);
  page += "</th>";
}

void add_cell(Html& page, const TableCell& cell) {
  {
    Element tag(page, "<td");
    add_spans(tag.classes({"govuk-table__cell", cell.numeric ? "govuk-table__cell--numeric" : "", cell.classes}), cell);
  }
  add_content(page, cell.text, cell.html);
  page += "</td>";
}

void add_row(Html& page, const TableRow& row, bool first_cell_is_header) {
  page += "<tr class=\"govuk-table__row\">";
  bool header = first_cell_is_header;
  for (const auto& cell : row) {
    header ? add_row_header(page, cell) : add_cell(page, cell);
    header = false;
  }
  page += "</tr>";
}

void add_caption(Html& page, const Table& options) {
  if (options.caption.empty()) return;
  Element(page, "<caption").classes({"govuk-table__caption", options.caption_classes});
  page.add_text(options.caption);
  page += "</caption>";
}

void add_head(Html& page, const TableRow& head) {
  if (head.empty()) return;
  page += "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">";
  for (const auto& cell : head) add_column_header(page, cell);
  page += "</tr></thead>";
}

/// What a column is called, within a cell: seen where the head of the table is not.
void say_columns(TableRow& row, const Table& options) {
  for (std::size_t at = options.first_cell_is_header ? 1 : 0; at < row.size() && at < options.head.size(); ++at) {
    TableCell& cell = row[at];
    if ((cell.html.empty() && cell.text.empty()) || options.head[at].text.empty()) continue;
    Html said = html::element("span", {{"class", "confer-stacks__label"}}, options.head[at].text + ": ");
    if (cell.html.empty()) said.add_text(cell.text);
    else said += cell.html;
    cell.html = std::move(said);
  }
}

}  // namespace

Html framed_table(Table options, std::string_view label, OnAPhone narrow) {
  const bool stacks = narrow == OnAPhone::stacks;
  if (stacks)
    for (TableRow& row : options.rows) say_columns(row, options);
  return html::element("div", {{"class", stacks ? "confer-scrolls confer-stacks" : "confer-scrolls"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}}, table(options));
}

Html table(const Table& options) {
  Html page;
  Element(page, "<table").classes({"govuk-table", options.classes}).also(options.attributes);
  add_caption(page, options);
  add_head(page, options.head);
  page += "<tbody class=\"govuk-table__body\">";
  for (const auto& row : options.rows) add_row(page, row, options.first_cell_is_header);
  page += "</tbody></table>";
  return page;
}

}  // namespace confer::components
