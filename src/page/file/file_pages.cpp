// One family: where each child is, who is who, what happened.
#include <fmt/format.h>

#include "desk/acts_due.h"
#include "page/components/components.h"
#include "page/file/colleagues.h"
#include "page/page.h"
#include "page/why_this_day.h"
#include "page/words.h"

namespace confer {
namespace {

std::string age_in_words(const ShownPerson& person, Date today) {
  if (person.born) return age_in_words(*person.born, today);
  return person.expected ? fmt::format("due {}", person.expected->written()) : std::string{};
}

Html due_cell(const ShownObligation& one) {
  Html out;
  if (one.state == "overdue") out += components::tag({.text = "Late", .classes = "govuk-tag--red"}) + html::text(" ");
  if (!one.limit) return out + html::text(one.no_number);
  out += html::text(one.limit->written());
  if (one.limit_at) out += html::text(", " + london_time(*one.limit_at));
  return out;
}

/// Who holds a child's case: the lead social worker, and until there is one, who works with the child; below the name, as what.
Html held_by(const FileView& view, const ShownChild& child, const Described& procedure) {
  const auto who = [](std::string_view name, std::string_view as) { return html::text(name) + html::element("span", {{"class", "confer-under"}}, as); };
  if (const auto lead = view.name(child.lead_social_worker.value); !lead.empty()) return who(lead, upper_first(procedure.term("lead_worker").en));
  if (const ShownPerson* worker = view.person(child.worker.value)) return who(worker->name, worker->role_title);
  return html::text("Nobody yet");
}

std::vector<components::TableRow*> every_row(components::TableRow& head, std::vector<components::TableRow>& rows) {
  std::vector<components::TableRow*> out = {&head};
  for (components::TableRow& row : rows) out.push_back(&row);
  return out;
}

Html children_table(const Visit& visit, const FileView& view, const Described& procedure) {
  std::vector<components::TableRow> rows;
  for (const ShownChild& child : view.children) {
    const ShownPerson& person = *view.person(child.id.value);
    Html state = components::tag({.text = child.state_title, .classes = std::string(state_colour(child.state))});
    if (!child.category_title.empty()) state += html::text(" " + child.category_title);
    std::string next;
    for (const ShownObligation& one : view.obligations)
      if (one.is_open() && one.limit && next.empty() && std::find(one.about.begin(), one.about.end(), child.id) != one.about.end())
        next = fmt::format("{} by {}", one.what, one.limit->written());
    rows.push_back({{.text = person.name}, {.text = age_in_words(person, visit.today())}, {.html = state}, {.text = child.since ? child.since->written() : std::string{}}, {.text = next},
                    {.html = held_by(view, child, procedure)}});
  }
  components::TableRow head = {{.text = "Child"}, {.text = "Age"}, {.text = "Now"}, {.text = "Since"}, {.text = "Next"}, {.text = "Who holds it"}};
  constexpr std::ptrdiff_t next_column = 4;   // empty for whoever knows of no work: then it is not there
  if (std::all_of(rows.begin(), rows.end(), [](const components::TableRow& row) { return row[next_column].text.empty(); }))
    for (components::TableRow* row : every_row(head, rows)) row->erase(row->begin() + next_column);
  return components::framed_table({.caption = "Where each child is", .caption_classes = "govuk-table__caption--m",
                                   .head = std::move(head), .rows = std::move(rows), .first_cell_is_header = true}, "Where each child is", components::OnAPhone::stacks);
}

Html due_table(const FileView& view, const Described& procedure) {
  std::vector<components::TableRow> rows;
  for (const ShownObligation& one : acts_due(view, procedure)) {
    const Html why = why_this_day({.why = one.why, .planned_on = one.planned_on, .procedure = procedure.id, .rule = one.rule, .reasons = one.reasons});
    rows.push_back({{.text = one.what}, {.text = names(view, one.about)}, {.html = due_cell(one) + why}});
  }
  if (rows.empty()) return html::element("p", {{"class", "govuk-body"}}, "Nothing is due on this file.");
  return components::framed_table({.head = {{.text = "What"}, {.text = "For"}, {.text = "By"}}, .rows = std::move(rows), .first_cell_is_header = true}, "What is due", components::OnAPhone::stacks);
}

std::string label_of(const ShownEntry& entry, const FileView& view, const Described& procedure) {
  const RecordType* type = procedure.record(entry.type);
  const std::string who = names(view, entry.about);
  return fmt::format("{}{}{}", type ? type->title.en : entry.type, who.empty() ? "" : ": ", who);
}

/// The one answer that says most of an entry, for a line of a timeline.
Html gist(const ShownEntry& entry, const FileView& view, const Described& procedure) {
  const RecordType* type = procedure.record(entry.type);
  if (!type) return {};
  for (const Question& question : type->questions) {
    const bool tells = question.kind == AnswerKind::words || question.kind == AnswerKind::choice;
    const json::value* answer = entry.answers.if_contains(question.name);
    if (tells && answer && question.name != "audience") return html::element("p", {{"class", "govuk-body"}}, answer_in_words(*answer, question, view, procedure));
  }
  return {};
}

components::TimelineItem timeline_item(const ShownEntry& entry, const FileView& view, const Described& procedure) {
  const Date day = entry.happened_on.value_or(london_day(entry.recorded));
  return {.label_text = label_of(entry, view, procedure), .html = gist(entry, view, procedure), .timestamp = day.iso(), .when = day.written(), .byline_text = std::string(view.name(entry.by.value))};
}

/// Entries that tell what happened to the children, newest first.
std::vector<const ShownEntry*> happenings(const FileView& view, const Described& procedure) {
  std::vector<const ShownEntry*> out;
  for (const ShownEntry& entry : view.entries) {
    const RecordType* type = procedure.record(entry.type);
    if (!entry.corrected && entry.happened_on && type && type->significant) out.push_back(&entry);
  }
  std::stable_sort(out.begin(), out.end(), [](const ShownEntry* left, const ShownEntry* right) { return *left->happened_on > *right->happened_on; });
  return out;
}

/// The kind of agency that whoever put an entry on file comes from, by their role; empty where the reader may not know who it was.
std::string_view agency_of(const ShownEntry& entry, const FileView& view, const Described& procedure) {
  for (const ShownEntry* one : view.standing("person"))
    if (one->is_about(entry.by))
      if (const Role* role = procedure.role(one->text("role"))) return role->agency;
  return {};
}

/// Which child, and which agency, where there is more than one to choose from.
Html chronology_filter(const Visit& visit, const FileView& view, const Described& procedure, const std::vector<const ShownEntry*>& all) {
  const auto offer = [&](const std::string& name, const std::string& label, std::vector<components::SelectItem> items) {
    constexpr std::size_t one_and_everything = 2;
    if (items.size() <= one_and_everything) return Html{};
    return components::select({.name = name, .id = name, .label = {.text = label}, .items = std::move(items), .value = std::string(visit.request.parameter(name))});
  };
  std::vector<components::SelectItem> children = {{.value = "", .text = "Every child"}}, agencies = {{.value = "", .text = "Every agency"}};
  for (const ShownPerson& person : view.people)
    if (person.kind == "child") children.push_back({.value = person.id.value, .text = person.name});
  for (const ListItem& item : procedure.list("agency"))
    if (std::any_of(all.begin(), all.end(), [&](const ShownEntry* entry) { return agency_of(*entry, view, procedure) == item.id; })) agencies.push_back({.value = item.id, .text = item.title.en});
  Html fields = offer("child", "Which child", std::move(children)) + offer("agency", "Told by which agency", std::move(agencies));
  if (fields.empty()) return {};
  fields += components::button({.text = "Show", .classes = "govuk-button--secondary"});
  return html::element("form", {{"method", "get"}, {"action", file_address(visit.file(), "/chronology")}, {"class", "confer-two"}}, fields);
}

/// What was chosen, for whoever reads the page on paper; empty where everything is shown.
std::string choice_in_words(const FileView& view, const Described& procedure, std::string_view child, std::string_view agency) {
  std::string out;
  if (const std::string_view name = view.name(child); !name.empty()) out += fmt::format("Only what is about {}. ", name);
  for (const ListItem& item : procedure.list("agency"))
    if (item.id == agency) out += fmt::format("Only what was told by this agency: {}.", item.title.en);
  return out;
}

Html conferences_list(const Visit& visit, const FileView& view, const Described& procedure) {
  Html items;
  for (const ShownEntry* conference : view.standing("conference")) {
    const auto starts = Instant::parse(conference->text("starts"));
    const RecordType* type = procedure.record("conference");
    const Question* kind = type ? type->question("kind") : nullptr;
    Html link;
    link.open("a", {{"class", "govuk-link"}, {"href", file_address(visit.file(), "/conferences/" + percent_encode(conference->root.value))}});
    if (kind) link += answer_in_words(conference->answers.at("kind"), *kind, view, procedure);
    if (starts) link.add_text(fmt::format(", {}, {}", london_day(*starts).written(), london_time(*starts)));
    link.close("a");
    items += html::element("li", {}, link);
  }
  if (items.empty()) return {};
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Conferences") + html::element("ul", {{"class", "govuk-list"}}, items);
}

}  // namespace

Response overview_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page = file_page(visit, *view, FileTab::overview, "Overview");
  if (!view->standing("protection").empty())
    page.main += components::warning_text({.text = "Where this family is must be kept from somebody. See People before you tell anyone an address, a school or a venue."});
  page.main += opening_tasks(visit, *view, procedure);
  if (!view->children.empty()) page.main += children_table(visit, *view, procedure);
  if (!view->obligations.empty()) {
    page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "What is due");
    page.main += due_table(*view, procedure);
  }
  page.main += conferences_list(visit, *view, procedure);
  constexpr std::size_t latest = 6;
  components::Timeline timeline;
  for (const ShownEntry* entry : happenings(*view, procedure))
    if (timeline.items.size() < latest) timeline.items.push_back(timeline_item(*entry, *view, procedure));
  if (!timeline.items.empty()) {
    page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "Latest");
    timeline.heading_level = 3;
    page.main += components::timeline(timeline);
  }
  return answer(visit, std::move(page));
}

Response chronology_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page = file_page(visit, *view, FileTab::chronology, "Chronology");
  const std::string child(visit.request.parameter("child")), agency(visit.request.parameter("agency"));
  const auto all = happenings(*view, procedure);
  page.main += chronology_filter(visit, *view, procedure, all);
  if (const std::string chosen = choice_in_words(*view, procedure, child, agency); !chosen.empty()) page.main += html::element("p", {{"class", "govuk-body"}}, chosen);
  components::Timeline timeline;
  for (const ShownEntry* entry : all)
    if ((child.empty() || entry->is_about(PersonId{child})) && (agency.empty() || agency_of(*entry, *view, procedure) == agency)) timeline.items.push_back(timeline_item(*entry, *view, procedure));
  if (all.empty()) page.main += html::element("p", {{"class", "govuk-body"}}, "Nothing has happened that you may see.");
  else if (timeline.items.empty()) page.main += html::element("p", {{"class", "govuk-body"}}, "Nothing that you may see fits this choice. Choose another child or agency.");
  else page.main += components::timeline(timeline);
  return answer(visit, std::move(page));
}

}  // namespace confer
