// Each person's copy: the chair looks at it as its reader will, releases it, and it is sent; and its reader reads it.
#include <fmt/format.h>

#include <algorithm>

#include "desk/copies.h"
#include "document/renderings.h"
#include "page/components/components.h"
#include "page/conference/copy_words.h"
#include "page/page.h"

namespace confer {
namespace {

/// The copy that the address names: file, conference, document, person.
CopyName named(const Visit& visit) { return {visit.file(), EntryId{visit.captured[1]}, visit.captured[2], PersonId{visit.captured[3]}}; }

Response pdf(const Document& document) {
  return {200, {{"content-type", "application/pdf"}, {"content-disposition", "inline; filename=\"copy.pdf\""}}, document::as_pdf(document)};
}

components::TableRow row_of(const Visit& visit, const Copy& copy, const std::vector<PersonId>& children) {
  Html who;
  if (copy.content.empty()) who = html::text(copy.person_name);
  else who.open("a", {{"class", "govuk-link"}, {"href", copy_address(copy.name)}}).add_text(copy.person_name).close("a");
  return {{.html = who}, {.text = copy.role_title}, {.text = copy.due ? copy.due->written() : copy.due_words},
          {.html = components::tag({.text = std::string(state_words(copy.state)), .classes = std::string(state_tag(copy.state))}) + html::text(" ") + decide_link(visit, copy, children)},
          {.text = copy.sent_on ? copy.sent_on->written() : std::string{}}};
}

/// What the chair or the unit can do with a copy as it stands.
Html actions(const Visit& visit, const Copy& copy) {
  Html out = html::void_element("input", {{"type", "hidden"}, {"name", "content"}, {"value", copy.content}});
  out += html::void_element("input", {{"type", "hidden"}, {"name", "key"}, {"value", visit.site.desk.new_id()}});
  if (copy.state == Copy::State::released) {
    out += components::radios({.name = "how", .fieldset = {.legend = {.text = "How does it go?", .classes = "govuk-fieldset__legend--s"}},
                               .items = {{.value = "in_confer", .text = "To read in Confer"}, {.value = "by_hand", .text = "Handed over"}, {.value = "by_post", .text = "By post"}},
                               .value = "in_confer", .classes = "govuk-radios--small"});
    out += components::button({.text = "Send this copy", .prevent_double_click = true});
    return form(visit, copy_address(copy.name, "/send"), out);
  }
  if (copy.state == Copy::State::sent) return {};
  out += html::element("p", {{"class", "govuk-body"}}, "Read it as this person will. If anything in it must not reach them, go back and mend the entry it comes from.");
  out += components::button({.text = "Release this copy", .prevent_double_click = true});
  return form(visit, copy_address(copy.name, "/release"), out);
}

Result<Copy> find(const Visit& visit, const CopyName& wanted) {
  const auto all = copies(visit.site.desk, wanted.file, wanted.conference, visit.reader);
  if (!all) return tl::unexpected(all.error());
  for (const Copy& copy : *all)
    if (copy.name.document == wanted.document && copy.name.person == wanted.person) return copy;
  return refused("There is no such copy.", {}, {}, Problem::Kind::not_found);
}

}  // namespace

Response copies_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const EntryId conference{visit.captured[1]};
  const auto all = copies(visit.site.desk, visit.file(), conference, visit.reader);
  if (!all) return problem_page(visit, all.error());
  layout::Page page = file_page(visit, *view, FileTab::conferences, "Copies");
  const std::vector<PersonId> children = view->entry(conference.value)->about;
  page.main += html::element("p", {{"class", "govuk-body"}}, "Every copy is made for one person, from what that person may see. The chair looks at each before it goes.");
  for (auto first = all->begin(); first != all->end();) {
    const auto last = std::find_if(first, all->end(), [&](const Copy& copy) { return copy.name.document != first->name.document; });
    std::vector<components::TableRow> rows;
    std::transform(first, last, std::back_inserter(rows), [&](const Copy& copy) { return row_of(visit, copy, children); });
    page.main += components::framed_table({.caption = first->document_title, .caption_classes = "govuk-table__caption--m",
                                           .head = {{.text = "For"}, {.text = "Who"}, {.text = "Due"}, {.text = "State"}, {.text = "Sent"}}, .rows = std::move(rows), .first_cell_is_header = true},
                                          first->document_title, components::OnAPhone::stacks);
    first = last;
  }
  return answer(visit, std::move(page));
}

Response copy_page(Visit& visit) {
  const CopyName name = named(visit);
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const auto copy = find(visit, name);
  if (!copy) return problem_page(visit, copy.error());
  const auto document = look(visit.site.desk, name, visit.reader);
  if (!document) return problem_page(visit, document.error());
  layout::Page page = file_page(visit, *view, FileTab::conferences, "A copy, as its reader will see it");
  page.width = layout::Width::reading;
  page.main += components::inset_text({.text = fmt::format("{}: this is the copy for {}{}{}.", copy->document_title, copy->person_name, copy->role_title.empty() ? "" : ", ", copy->role_title)});
  page.main += actions(visit, *copy);
  page.main.open("p", {{"class", "govuk-body"}}).open("a", {{"class", "govuk-link"}, {"href", copy_address(name, "/pdf")}}).add_text("Look at it as it is printed (PDF)").close("a").close("p");
  page.main += html::element("div", {{"class", "confer-paper"}}, document::as_html(*document));
  return answer(visit, std::move(page));
}

Response copy_pdf(Visit& visit) {
  const auto document = look(visit.site.desk, named(visit), visit.reader);
  return document ? pdf(*document) : problem_page(visit, document.error());
}

Response copy_released(Visit& visit) {
  const auto done = release(visit.site.desk, named(visit), std::string(visit.field("content")), visit.reader, std::string(visit.field("key")));
  if (!done) return problem_page(visit, done.error().front());
  return redirect(copy_address(named(visit)));
}

Response copy_sent(Visit& visit) {
  const auto done = send(visit.site.desk, named(visit), std::string(visit.field("how")), visit.reader, std::string(visit.field("key")));
  if (!done) return problem_page(visit, done.error().front());
  return redirect(copies_address(visit.file(), EntryId{visit.captured[1]}));
}

Response own_copy_page(Visit& visit) {
  const auto copy = own_copy(visit.site.desk, visit.file(), EntryId{visit.captured[1]}, visit.captured[2], visit.reader);
  if (!copy) return problem_page(visit, copy.error());
  layout::Page page;
  page.title = copy->document.title;
  page.back_href = fmt::format("/conference/{}/{}", percent_encode(visit.captured[0]), percent_encode(visit.captured[1]));
  if (copy->is_overtaken)
    page.main += components::inset_text({.text = fmt::format("This is your copy as it was sent to you on {}. Something in it has been written again since. If that changes your copy, a corrected one is coming.", copy->document.issued_on.written())});
  page.main.open("p", {{"class", "govuk-body"}}).open("a", {{"class", "govuk-link"}, {"href", visit.request.path + "/pdf"}}).add_text("Print or keep it (PDF)").close("a").close("p");
  page.main += html::element("p", {{"class", "govuk-hint"}}, "The chair and the Safeguarding Unit can see that you opened this, so that they know it reached you.");
  page.main += document::as_html(copy->document);
  return answer(visit, std::move(page));
}

Response own_copy_pdf(Visit& visit) {
  const auto copy = own_copy(visit.site.desk, visit.file(), EntryId{visit.captured[1]}, visit.captured[2], visit.reader);
  return copy ? pdf(copy->document) : problem_page(visit, copy.error());
}

Response own_calendar_file(Visit& visit) {
  const auto calendar = own_calendar(visit.site.desk, visit.file(), EntryId{visit.captured[1]}, visit.reader);
  if (!calendar) return problem_page(visit, calendar.error());
  return {200, {{"content-type", "text/calendar; charset=utf-8"}, {"content-disposition", "attachment; filename=\"meeting.ics\""}}, *calendar};
}

}  // namespace confer
