// Each person's copy: the chair looks at it as its reader will, releases it, and it is sent; and its reader reads it.
#include <fmt/format.h>

#include <algorithm>

#include "desk/copies.h"
#include "document/renderings.h"
#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/conference/copy_tables.h"
#include "page/conference/copy_words.h"
#include "page/page.h"
#include "page/words.h"

namespace confer {
namespace {

/// The copy that the address names: file, conference, document, person.
CopyName named(const Visit& visit) { return {visit.file(), EntryId{visit.captured[1]}, visit.captured[2], PersonId{visit.captured[3]}}; }

Response pdf(const Document& document) {
  return {200, {{"content-type", "application/pdf"}, {"content-disposition", "inline; filename=\"copy.pdf\""}}, document::as_pdf(document)};
}

/// What is not settled yet at this conference, for whoever is to release its papers. Where a child is not decided for, the record cannot go.
struct Open {
  std::vector<std::string> questions;
  bool a_child_is_undecided = false;
};

bool has_decision(const OnConference& on, const PersonId& child) {
  for (const std::string_view type : {"decision", "review", "quorum_decision"})
    for (const ShownEntry* one : on.standing(type))
      if (one->is_about(child) && (type != "quorum_decision" || !is_yes(*one, "proceeds"))) return true;
  return false;
}

std::string times(std::size_t count, std::string_view one, std::string_view many) { return fmt::format("{} {}", count, count == 1 ? one : many); }

Open still_open(const OnConference& on) {
  Open open;
  for (const PersonId& child : on.children())
    if (!has_decision(on, child)) open.questions.push_back(fmt::format("Nothing is decided for {} yet.", first_name(on.view, child)));
  open.a_child_is_undecided = !open.questions.empty();
  std::size_t nowhere = 0, unanswered = 0;
  for (const ShownEntry* one : on.standing("statement")) {
    if (one->text("report").empty() && one->text("heading").empty()) ++nowhere;
    for (const ShownEntry* challenge : challenges_of(on.view, *one)) unanswered += waits_for_answer(on.view, *challenge) ? 1 : 0;
  }
  if (nowhere > 0) open.questions.push_back(times(nowhere, "thing that was said stands under no heading of the board.", "things that were said stand under no heading of the board."));
  if (unanswered > 0) open.questions.push_back(times(unanswered, "challenge to a line waits for an answer.", "challenges to lines wait for an answer."));
  const auto came = on.standing("attendance");
  for (const std::string_view role : {"chair", "administrator"})
    if (const std::string_view person = on.conference->text(role); !person.empty() && std::none_of(came.begin(), came.end(), [&](const ShownEntry* one) { return one->text("person") == person; }))
      open.questions.push_back(fmt::format("The {} is not on the list of who was there.", role == "chair" ? "chair" : "minute-taker"));
  return open;
}

Html open_questions(const Open& open) {
  if (open.questions.empty()) return {};
  Html items;
  for (const std::string& one : open.questions) items += html::element("li", {}, one);
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Questions still open") + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

/// Whether releasing a copy of this document signs it.
bool is_signed_by_release(const Described& procedure, const CopyName& copy) { return !procedure.term("signed_" + copy.document).en.empty(); }

/// What the chair or the unit can do with a copy as it stands.
Html actions(const Visit& visit, const OnConference& on, const Copy& copy) {
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
  const Open open = still_open(on);
  out += open_questions(open);
  const bool is_signed = is_signed_by_release(*on.procedure, copy.name);
  if (is_signed && open.a_child_is_undecided) return out + components::warning_text({.text = "The record can be released once the conference has decided for each child. What you have read so far is a draft, and nobody has signed it."});
  if (!may_put(visit, on, "release")) return out + html::element("p", {{"class", "govuk-body"}}, "The chair releases it.");
  if (is_signed) out += html::element("p", {{"class", "govuk-body"}}, fmt::format("By releasing this copy you sign it. It then says so, with your name and the day, {}.", visit.today().written()));
  out += components::button({.text = is_signed ? "Sign and release this copy" : "Release this copy", .prevent_double_click = true});
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
  page.main += copy_tables(visit, *all, children);
  return answer(visit, std::move(page));
}

Response copy_page(Visit& visit) {
  const CopyName name = named(visit);
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  const auto copy = find(visit, name);
  if (!copy) return problem_page(visit, copy.error());
  const auto document = look(visit.site.desk, name, visit.reader);
  if (!document) return problem_page(visit, document.error());
  layout::Page page = file_page(visit, on->view, FileTab::conferences, "A copy, as its reader will see it");
  page.width = layout::Width::reading;
  page.main += components::inset_text({.text = fmt::format("{}: this is the copy for {}{}{}.", copy->document_title, copy->person_name, copy->role_title.empty() ? "" : ", ", copy->role_title)});
  page.main += actions(visit, *on, *copy);
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
  return redirect(with_message(copy_address(named(visit)), *done));
}

Response copy_sent(Visit& visit) {
  const auto done = send(visit.site.desk, named(visit), std::string(visit.field("how")), visit.reader, std::string(visit.field("key")));
  if (!done) return problem_page(visit, done.error().front());
  return redirect(with_message(copies_address(visit.file(), EntryId{visit.captured[1]}), *done));
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
