// What a parent or young person finds: their conference in a few plain lines, the reports that were shared with them, their copies.
// Short sentences, no initials, and nothing that is not in their own view.
#include <fmt/format.h>

#include <algorithm>

#include "desk/copies.h"
#include "document/build.h"
#include "page/components/components.h"
#include "page/kept_form.h"
#include "page/home/family.h"
#include "page/words.h"

namespace confer {
namespace {

std::string when_of(const FileView& view, const ShownEntry& conference) {
  const auto starts = document::own_start(view, conference);
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

/// What the words beside the lines mean, for those that stand there.
Html what_kinds_mean(const FileView& view, const Described& procedure, const ShownEntry& conference) {
  const RecordType* type = procedure.record("statement");
  const Question* kind = type ? type->question("kind") : nullptr;
  if (!kind) return {};
  const auto statements = view.standing("statement", conference.id);
  Html items;
  for (const ListItem& item : procedure.list(kind->choices_from)) {
    const bool stands = std::any_of(statements.begin(), statements.end(), [&](const ShownEntry* one) { return !one->text("report").empty() && one->text("kind") == item.id; });
    if (stands && !item.hint.en.empty()) items += html::element("li", {}, html::element("strong", {}, item.title.en + ": ") + html::text(item.hint.en));
  }
  return items.empty() ? Html{} : components::details({.summary_text = "What the words beside the lines mean", .html = html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items)});
}

Html reports(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference, const ConferenceWords& words) {
  Html out;
  for (const ShownEntry* report : view.standing("report", conference.id)) {
    if (is_begun(*report)) continue;
    const std::string_view author = view.name(report->by.value);
    out += html::element("h3", {{"class", "govuk-heading-s"}}, author.empty() ? fmt::format("A report about {}", names(view, report->about)) : fmt::format("{} about {}", author, names(view, report->about)));
    out += statements_of(visit, view, procedure, conference, *report);
  }
  if (out.empty() && words.no_report.empty()) return {};
  const Html said = out.empty() ? paragraph(words.no_report) : paragraph(words.reports_intro) + what_kinds_mean(view, procedure, conference) + out;
  return html::element("h2", {{"class", "govuk-heading-m"}, {"id", "reports"}}, "The reports you may read") + said;
}

/// The copies that were sent to them; what a conference made comes before what led up to it.
std::vector<SentCopy> copies_of(const Visit& visit, const FileId& file, const ShownEntry& conference) {
  std::vector<SentCopy> out = own_copies(visit.site.desk, file, conference.root, visit.reader);
  std::stable_partition(out.begin(), out.end(), [](const SentCopy& copy) { return copy.tells_what_was_decided; });
  return out;
}

/// Whether a conference is over for its reader: its day is past, or they have been sent what it made.
bool is_over(const Visit& visit, const ShownEntry& conference, const std::vector<SentCopy>& copies) {
  const auto starts = Instant::parse(conference.text("starts"));
  return (starts && london_day(*starts) < visit.today()) || std::any_of(copies.begin(), copies.end(), [](const SentCopy& copy) { return copy.tells_what_was_decided; });
}

bool is_unread(const std::vector<SentCopy>& copies) {
  return std::any_of(copies.begin(), copies.end(), [](const SentCopy& copy) { return !copy.is_opened; });
}

Html new_to_read() { return components::inset_text({.html = html::element("strong", {}, "You have something new to read.")}); }

Html list_of_copies(const FileId& file, const ShownEntry& conference, const std::vector<SentCopy>& copies) {
  Html items;
  for (const SentCopy& copy : copies) {
    Html item = link(family_address(file, conference, "/documents/" + percent_encode(copy.document)), copy.title);
    item += html::text(fmt::format(", sent on {}", copy.sent_on.written()));
    if (!copy.is_opened) item += html::text(" ") + components::tag({.text = "New", .classes = "govuk-tag--blue"});
    if (copy.is_overtaken) item += html::element("span", {{"class", "confer-under"}}, "Something has been written again since. A corrected copy may come.");
    items += html::element("li", {}, item);
  }
  return items.empty() ? Html{} : html::element("ul", {{"class", "govuk-list govuk-list--spaced"}}, items);
}

Html papers(const FileId& file, const ShownEntry& conference, const std::vector<SentCopy>& copies) {
  const Html calendar = link(family_address(file, conference, "/calendar"), "Put the day in your calendar (it only says \"Meeting\")");
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Your papers") + list_of_copies(file, conference, copies) + html::element("p", {{"class", "govuk-body"}}, calendar);
}

/// One conference on the first page: what it is for until it is over, and then what there is to read of it.
Html card_of(const Visit& visit, const FileId& file, const FileView& view, const Described& procedure, const ShownEntry& conference) {
  const auto copies = copies_of(visit, file, conference);
  const bool over = is_over(visit, conference, copies);
  const ConferenceWords& words = words_for(document::standing_of_reader(view, procedure, conference.id));
  Html card = html::element("h2", {{"class", "govuk-heading-m"}}, when_of(view, conference));
  card += paragraph(fmt::format("It {} about {}.", over ? "was" : "is", children_of(view, conference)));
  if (const auto place = conference.text("place"); !over && !place.empty()) card += paragraph(fmt::format("Where: {}.", place));
  if (is_unread(copies)) card += new_to_read();
  if (over) card += list_of_copies(file, conference, copies);
  else card += paragraph(words.before) + (words.freely.empty() ? Html{} : paragraph(words.freely));
  card += html::element("p", {{"class", "govuk-body"}}, link(family_address(file, conference), over ? "Everything about this conference" : "Who comes, and the reports you may read"));
  return html::element("div", {{"class", "confer-card"}}, card);
}

/// The plan as it now stands, for whoever is shown one.
Html way_to_plan(const Visit& visit, const FileView& view) {
  if (view.standing("outline_plan").empty()) return {};
  return html::element("p", {{"class", "govuk-body"}}, link(file_address(visit.file(), "/plan"), "The plan as it now stands, and how far it is"));
}

/// For a practitioner: their own report, and the rest of the conference's page.
Html practitioners_links(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference, bool over) {
  const std::string page = file_address(visit.file(), "/conferences/" + percent_encode(conference.root.value));
  const RecordType* report = procedure.record("report");
  Html out;
  for (const ShownEntry* one : view.standing("report", conference.id))
    if (is_begun(*one)) out += html::element("p", {{"class", "govuk-body"}}, link(page + "/reports/" + percent_encode(one->root.value), fmt::format("Go on with your report about {}, which is not handed in yet", names(view, one->about))));
  if (!over && report && may_make(*report, visit.reader)) out += components::button({.text = "Write a report", .href = page + "/reports/new"});
  return out + html::element("p", {{"class", "govuk-body"}}, link(page, "Steps, reports and decisions of this conference"));
}

/// That what was written has arrived, at the top of the page that it is read on.
Html was_sent(const Visit& visit) {
  if (visit.request.parameter("sent").empty()) return {};
  return components::notification_banner({.text = "It is sent. What you wrote stands below, and you can change it.", .success = true, .title_text = "Sent"});
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
    const Described& procedure = *visit.site.desk.described_of(line.file);
    auto conferences = view->standing("conference");
    std::stable_sort(conferences.begin(), conferences.end(), [](const ShownEntry* left, const ShownEntry* right) { return left->text("starts") > right->text("starts"); });
    for (const ShownEntry* conference : conferences) found += card_of(visit, line.file, *view, procedure, *conference);
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
  const auto copies = copies_of(visit, visit.file(), *conference);
  const bool over = is_over(visit, *conference, copies), family = standing_of(visit) == "family";
  const ConferenceWords& words = words_for(family ? document::standing_of_reader(*view, procedure, conference->id) : std::string("practitioner"));
  layout::Page page;
  page.title = "Your conference";
  page.back_href = "/";
  page.main = was_sent(visit) + html::element("h1", {{"class", "govuk-heading-l"}}, "Your conference");
  if (is_unread(copies)) page.main += new_to_read();
  if (over) page.main += papers(visit.file(), *conference, copies) + way_to_plan(visit, *view);
  components::SummaryList facts;
  facts.rows.push_back({.key = {.text = "When"}, .value = {.text = when_of(*view, *conference)}});
  if (const auto place = conference->text("place"); !place.empty()) facts.rows.push_back({.key = {.text = "Where"}, .value = {.text = std::string(place)}});
  facts.rows.push_back({.key = {.text = "About"}, .value = {.text = names(*view, conference->about)}});
  page.main += components::summary_list(facts);
  const Html reports_part = reports(visit, *view, procedure, *conference, words);
  if (family) page.main += family_contents(visit, procedure, !reports_part.empty());
  else page.main += practitioners_links(visit, *view, procedure, *conference, over);
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, over ? "Who was asked to come" : "Who will be there");
  page.main += who_comes(*view, *conference);
  if (!over) page.main += html::element("h2", {{"class", "govuk-heading-m"}}, words.asked_heading) + paragraph(words.asked);
  page.main += reports_part;
  if (family) page.main += family_writing(visit, *view, procedure, *conference);
  if (!over) page.main += papers(visit.file(), *conference, copies);
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, words.disagree_heading) + paragraph(words.disagree);
  return answer(visit, std::move(page), 200);
}

std::string family_instead(const Visit& visit) {
  if (visit.captured.empty()) return "/";
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return {};
  const ShownEntry* conference = visit.captured.size() > 1 ? family_conference(*view, visit.captured[1]) : nullptr;
  if (!conference && !view->standing("conference").empty()) conference = view->standing("conference").back();
  return conference ? family_address(visit.file(), *conference) : "/";
}

}  // namespace confer
