// The procedure as it is in force, for everyone who is signed in: families read the same page as those who work with them.
#include <fmt/format.h>

#include "document/procedure_text.h"
#include "document/renderings.h"
#include "page/components/components.h"
#include "page/page.h"

namespace confer {
namespace {

/// Where to find what on a long page.
Html contents(const Document& text) {
  Html items;
  for (const document::Block& block : text.blocks)
    if (const auto* heading = std::get_if<document::Heading>(&block); heading && heading->level == 1 && !heading->anchor.empty())
      items.open("li").open("a", {{"class", "govuk-link"}, {"href", "#" + heading->anchor}}).add_text(heading->words).close("a").close("li");
  return html::element("nav", {{"aria-label", "On this page"}}, html::element("ul", {{"class", "govuk-list confer-columns"}}, items));
}

/// The others that this installation works by, for those who work with more than one.
Html other_procedures(const Visit& visit, const Described& shown) {
  Html items;
  for (const std::string& id : visit.site.desk.procedures())
    if (const Described* other = visit.site.desk.described(id); other && other != &shown)
      items.open("li").open("a", {{"class", "govuk-link"}, {"href", procedure_address(id)}}).add_text(other->title.en).close("a").close("li");
  if (items.empty()) return {};
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Other procedures kept here") + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

}  // namespace

Response procedure_page(Visit& visit) {
  const Described* procedure = visit.captured.empty() ? visit.site.desk.own_procedure() : visit.site.desk.described(visit.captured.front());
  if (!procedure) return bare_error(404);
  const auto text = document::procedure_text(*procedure, visit.today());
  if (!text) return problem_page(visit, text.error());
  layout::Page page;
  page.title = text->title;
  page.width = layout::Width::wide;
  page.breadcrumbs = {components::Breadcrumb{.text = standing_of(visit) == "staff" ? "What is due" : standing_of(visit) == "family" ? "Your conference" : "Your conferences", .href = "/"},
                      components::Breadcrumb{.text = "Procedure", .href = procedure_address(procedure->id)}};
  page.main = html::element("div", {{"class", "confer-procedure"}}, document::as_html(*text, contents(*text)));
  if (standing_of(visit) == "staff") page.main += other_procedures(visit, *procedure);
  return answer(visit, std::move(page), 200, Place_in_site::procedure);
}

}  // namespace confer
