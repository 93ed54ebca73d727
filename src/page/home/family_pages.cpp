// What a parent or young person finds: their conference in a few plain lines, the reports that were shared with them, their copies.
// Short sentences, no initials, and nothing that is not in their own view.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/kept_form.h"
#include "page/home/family.h"
#include "page/words.h"

namespace confer {
namespace {

std::string when_of(const ShownEntry& conference) {
  const auto starts = Instant::parse(conference.text("starts"));
  return starts ? fmt::format("{} at {}", london_day(*starts).written(), london_time(*starts)) : std::string{};
}

std::string children_of(const FileView& view, const ShownEntry& conference) {
  std::string out;
  for (const PersonId& child : conference.about) {
    const std::string_view name = view.name(child.value);
    out += (out.empty() ? "" : child == conference.about.back() ? " and " : ", ") + std::string(name.substr(0, name.find(' ')));
  }
  return out;
}

/// Who will be there, by role first: a parent knows people by what they do.
Html who_comes(const FileView& view, const ShownEntry& conference) {
  Html items;
  for (const std::string_view question : {"chair", "administrator"})
    if (const ShownPerson* person = view.person(conference.text(question)))
      items += html::element("li", {}, fmt::format("{}, {}", person->role_title, person->name));
  for (const ShownEntry* invitation : view.standing("invitation", conference.id)) {
    const ShownPerson* person = view.person(invitation->text("person"));
    if (!person || person->id == view.reader.person) continue;
    items += html::element("li", {}, person->role_title.empty() ? person->name : fmt::format("{}, {}", person->role_title, person->name));
  }
  return items.empty() ? Html{} : html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

/// What is said to be wrong in a line, the reader's own with who may read it, and the way to say so.
Html answers_to(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference, const ShownEntry& statement) {
  const RecordType* type = procedure.record("challenge");
  const bool may = type && may_make(*type, visit.reader);
  const std::string address = writing_address(visit.file(), conference, "challenge", {{"statement", statement.root.value}});
  Html out;
  bool answered = false;
  for (const ShownEntry* one : challenges_of(view, statement)) {
    const bool own = one->text("whose") == view.reader.person.value;
    const json::value* audience = one->answers.if_contains("audience");
    Html more;
    if (own && audience) more += html::element("span", {{"class", "confer-said__by"}}, html::text("Who may read this: ") + answer_in_words(*audience, *type->question("audience"), view, procedure));
    if (own && may) more += html::element("span", {{"class", "confer-said__by"}}, link(address, "Change what you wrote"));
    out += challenge_as_read(view, procedure, statement, *one, more);
    answered = answered || own;
  }
  if (may && !answered) out += html::element("span", {{"class", "confer-said__by"}}, link(address, "This is wrong", ", the line: " + std::string(statement.text("words"))));
  return out;
}

Html statements_of(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference, const ShownEntry& report) {
  Html items;
  const RecordType* type = procedure.record("statement");
  const Question* kind = type ? type->question("kind") : nullptr;
  for (const ShownEntry* statement : view.standing("statement")) {
    const ShownEntry* theirs = view.entry(statement->text("report"));
    if (!theirs || theirs->root != report.root) continue;
    Html words = html::lines(statement->text("words"));
    if (kind && statement->answers.contains("kind")) words += html::text(" ") + components::tag({.html = answer_in_words(statement->answers.at("kind"), *kind, view, procedure), .classes = "govuk-tag--grey"});
    items += html::element("li", {{"id", "line-" + statement->root.value}}, html::element("p", {{"class", "confer-said__words"}}, words) + answers_to(visit, view, procedure, conference, *statement));
  }
  return items.empty() ? Html{} : html::element("ul", {{"class", "govuk-list confer-said"}}, items);
}

Html reports(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference) {
  Html out;
  for (const ShownEntry* report : view.standing("report", conference.id)) {
    const std::string_view author = view.name(report->by.value);
    out += html::element("h3", {{"class", "govuk-heading-s"}}, author.empty() ? fmt::format("A report about {}", names(view, report->about)) : fmt::format("{} about {}", author, names(view, report->about)));
    out += statements_of(visit, view, procedure, conference, *report);
  }
  if (out.empty()) return paragraph("No report has been shared with you yet. You should have them in good time before the conference. If you do not, tell the social worker or the chair.");
  return paragraph("You do not have to agree. You can say what is wrong in this report, line by line. What you write stays with the line.") + out;
}

/// Their own copies: those that were sent to them.
Html papers(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference) {
  std::vector<std::string> sent;
  Html items;
  for (const ShownEntry* copy : view.standing("copy_sent", conference.id)) {
    const DocumentType* type = procedure.document(copy->text("document"));
    if (!type || copy->text("person") != view.reader.person.value || std::find(sent.begin(), sent.end(), type->id) != sent.end()) continue;
    sent.push_back(type->id);
    Html link;
    link.open("a", {{"class", "govuk-link"}, {"href", family_address(visit.file(), conference, "/documents/" + type->id)}}).add_text(type->title.en).close("a");
    items += html::element("li", {}, link);
  }
  Html calendar;
  calendar.open("a", {{"class", "govuk-link"}, {"href", family_address(visit.file(), conference, "/calendar")}}).add_text("Put the day in your calendar (it only says \"Meeting\")").close("a");
  Html out = html::element("h2", {{"class", "govuk-heading-m"}}, "Your papers");
  items += html::element("li", {}, calendar);
  return out + html::element("ul", {{"class", "govuk-list"}}, items);
}

}  // namespace

Response home_page(Visit& visit) {
  if (standing_of(visit) == "family") return family_home(visit);
  return standing_of(visit) == "practitioner" ? practitioner_home(visit) : due_page(visit);
}

Response family_home(Visit& visit) {
  layout::Page page;
  page.title = "Your conference";
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "Your conference") + begun_block(visit);
  Html found;
  for (const ListLine& line : visit.site.desk.files(visit.reader, {}).lines) {
    const auto view = visit.site.desk.open_file(line.file, visit.reader);
    if (!view) continue;
    for (const ShownEntry* conference : view->standing("conference")) {
      Html card = html::element("h2", {{"class", "govuk-heading-m"}}, when_of(*conference));
      card += paragraph(fmt::format("It is about {}.", children_of(*view, *conference)));
      if (const auto place = conference->text("place"); !place.empty()) card += paragraph(fmt::format("Where: {}.", place));
      card += paragraph("Your family and the people who work with you will talk about what worries them, what is going well, and what would help.");
      card += paragraph("You can bring somebody with you. You can say what you think, and ask for a break at any time.");
      card.open("p", {{"class", "govuk-body"}}).open("a", {{"class", "govuk-link"}, {"href", family_address(line.file, *conference)}}).add_text("Who comes, and the reports you may read").close("a").close("p");
      found += html::element("div", {{"class", "confer-card"}}, card);
    }
  }
  page.main += found.empty() ? paragraph("There is no conference for you to see here at the moment.") : found;
  return answer(visit, std::move(page), 200, Place_in_site::due);
}

Response family_conference_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const ShownEntry* conference = family_conference(*view, visit.captured.back());
  if (!conference) return bare_error(404);
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page;
  page.title = "Your conference";
  page.back_href = "/";
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "Your conference");
  components::SummaryList facts;
  facts.rows.push_back({.key = {.text = "When"}, .value = {.text = when_of(*conference)}});
  if (const auto place = conference->text("place"); !place.empty()) facts.rows.push_back({.key = {.text = "Where"}, .value = {.text = std::string(place)}});
  facts.rows.push_back({.key = {.text = "About"}, .value = {.text = names(*view, conference->about)}});
  page.main += components::summary_list(facts);
  if (standing_of(visit) == "family") page.main += family_contents(visit, procedure);
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "Who will be there");
  page.main += who_comes(*view, *conference);
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "What will be asked of you");
  page.main += paragraph("The chair meets you first, explains what happens and answers your questions. Everyone hears what you think. The practitioners then say whether they think a plan is needed; you can say whether you agree, but you do not have to decide.");
  page.main += html::element("h2", {{"class", "govuk-heading-m"}, {"id", "reports"}}, "The reports you may read");
  page.main += reports(visit, *view, procedure, *conference);
  if (standing_of(visit) == "family") page.main += family_writing(visit, *view, procedure, *conference);
  page.main += papers(visit, *view, procedure, *conference);
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "If you do not agree afterwards");
  page.main += paragraph("You can appeal. The decision stands while your appeal is looked at. Ask the chair how.");
  return answer(visit, std::move(page), 200);
}

}  // namespace confer
