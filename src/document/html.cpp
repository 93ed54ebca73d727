#include "document/renderings.h"
#include "document/words.h"

namespace confer::document {
namespace {

Html words(std::string_view given) { return html::lines(shown(given)); }

Html words(const Paragraph& paragraph) {
  Html out;
  for (const auto& run : paragraph.runs) {
    const Html said = run.address.empty() ? words(run.words) : html::element("a", {{"class", "govuk-link"}, {"href", run.address}, {"rel", "noreferrer"}}, words(run.words));
    out += run.weight == Weight::strong ? html::element("strong", {}, said) : said;
  }
  return out;
}

Html block(const Heading& heading) {
  const Html inside = words(heading.words);
  const html::Attribute id = html::unless_empty("id", heading.anchor);
  if (heading.level == 1) return html::element("h2", {{"class", "govuk-heading-m"}, id}, inside);
  if (heading.level == 2) return html::element("h3", {{"class", "govuk-heading-s"}, id}, inside);
  return html::element("h4", {{"class", "govuk-heading-s"}, id}, inside);
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

Html row(const std::vector<std::string>& cells, Table::HeaderColumn header_column, std::string_view anchor) {
  Html out;
  bool names_the_row = header_column == Table::HeaderColumn::first;
  for (const auto& cell : cells) {
    out += names_the_row ? html::element("th", {{"scope", "row"}, {"class", "govuk-table__header"}}, words(cell))
                         : html::element("td", {{"class", "govuk-table__cell"}}, words(cell));
    names_the_row = false;
  }
  return html::element("tr", {{"class", "govuk-table__row"}, html::unless_empty("id", anchor)}, out);
}

Html block(const Table& table) {
  if (table.header.empty() && table.rows.empty()) return {};
  Html out;
  if (!table.caption.empty())
    out += html::element("caption", {{"class", "govuk-table__caption govuk-table__caption--s"}}, words(table.caption));
  if (!table.header.empty()) out += header_row(table);
  Html rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    rows += row(table.rows[i], table.header_column, table.anchors.empty() ? std::string_view{} : std::string_view(table.anchors[i]));
  out += html::element("tbody", {{"class", "govuk-table__body"}}, rows);
  const Html table_markup = html::element("table", {{"class", "govuk-table"}}, out);
  // On a narrow page a wide table moves within its own frame, which can be reached by keyboard.
  return html::element("div", {{"class", "confer-scrolls"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", table.caption.empty() ? "Table" : std::string_view(table.caption)}}, table_markup);
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

Html as_html(const Document& document, const Html& below_title) {
  Html inside = html::element("h1", {{"class", "govuk-heading-l"}}, words(document.title));
  inside += below_title;
  for (const auto& each : document.blocks) inside += std::visit([](const auto& is) { return block(is); }, each);
  inside += marks(document);
  return html::element("article", {{"lang", code(document.language)}}, inside);
}

namespace {

constexpr html::Literal own_look =
    "<style>\n"
    "body{margin:0 auto;max-width:44rem;padding:2rem 1.25rem 4rem;font:1.125rem/1.5 system-ui,-apple-system,'Segoe UI',Arial,sans-serif;color:#0b0c0c;background:#fff}\n"
    "h1{font-size:2.1rem;line-height:1.15;margin:0 0 1.5rem}\n"
    "h2{font-size:1.5rem;line-height:1.25;margin:2.75rem 0 .75rem;padding-top:.75rem;border-top:2px solid #0b0c0c}\n"
    "h3{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}\n"
    "h4{font-size:1.125rem;line-height:1.3;margin:1.5rem 0 .5rem;color:#383f43}\n"
    "p{margin:0 0 1rem}\n"
    "ul,ol{margin:0 0 1rem;padding-left:1.4rem}\n"
    "li{margin:0 0 .7rem}\n"
    "table{border-collapse:collapse;width:100%;margin:0 0 1.5rem;font-size:1rem}\n"
    "caption{text-align:left;font-weight:700;margin-bottom:.5rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid #b1b4b6}\n"
    "thead th{border-bottom:2px solid #0b0c0c}\n"
    "dl{margin:0 0 1.5rem;border-top:1px solid #b1b4b6}\n"
    "dl>div{display:grid;grid-template-columns:14rem 1fr;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid #b1b4b6}\n"
    "dt{font-weight:700}\n"
    "dd{margin:0}\n"
    "footer{margin-top:3rem;border-top:1px solid #b1b4b6;padding-top:.5rem;font-size:.9rem;color:#484949}\n"
    "@media (max-width:34rem){dl>div{display:block}table,thead,tbody,tr,th,td{display:block}thead{display:none}td,tbody th{border:0;padding:.15rem 0}tr{border-bottom:1px solid #b1b4b6;padding:.5rem 0}}\n"
    "@media print{body{max-width:none;padding:0;font-size:11pt}}\n"
    "</style>";

}  // namespace

Html as_html_page(const Document& document) {
  Html page("<!DOCTYPE html>\n");
  page.open("html", {{"lang", code(document.language)}});
  page.open("head");
  page += html::void_element("meta", {{"charset", "utf-8"}});
  page += html::void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  page += html::void_element("meta", {{"name", "robots"}, {"content", "noindex"}});
  page += html::element("title", {}, shown_on_one_line(document.title));
  page += own_look;
  page.close("head").open("body");
  page += as_html(document);
  page.close("body").close("html");
  page += "\n";
  return page;
}

}  // namespace confer::document
