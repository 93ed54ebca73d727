// The conferences of a family, and one conference on its way: what is done, what is not, and the latest day for each.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/preparation.h"
#include "page/why_this_day.h"
#include "page/words.h"

namespace confer {
namespace {

using components::Task;

components::TaskStatus to_do(std::string words) { return {.tag = components::Tag{.text = std::move(words), .classes = "govuk-tag--blue"}}; }
components::TaskStatus late(std::string words) { return {.tag = components::Tag{.text = std::move(words), .classes = "govuk-tag--red"}}; }
components::TaskStatus done(std::string words) { return {.text = std::move(words)}; }

bool concerns(const ShownObligation& one, const OnConference& on) {
  return std::any_of(one.about.begin(), one.about.end(), [&](const PersonId& child) { return on.conference->is_about(child); });
}

/// Whether calling a conference of this kind sets the day for what the limit asks.
bool is_planned_by(const TimeLimit& rule, const OnConference& on) {
  return std::any_of(rule.planned_by.begin(), rule.planned_by.end(), [&](const Selector& planned) {
    return planned.record == "conference" && std::all_of(planned.where.begin(), planned.where.end(), [&](const Condition& condition) {
             return condition.kind != Condition::Kind::equals || on.conference->text(condition.question) == condition.value;
           });
  });
}

/// The limit that this conference is held within, for the child for whom it comes first; null when none is known.
const ShownObligation* clock_of(const OnConference& on) {
  const ShownObligation* first = nullptr;
  for (const ShownObligation& one : on.view.obligations) {
    const TimeLimit* rule = on.procedure->time_limit(one.rule);
    if (!rule || !one.limit || !concerns(one, on) || !is_planned_by(*rule, on)) continue;
    if (!first || *one.limit < *first->limit) first = &one;
  }
  return first;
}

Html clock(const OnConference& on) {
  const ShownObligation* limit = clock_of(on);
  const auto starts = on.starts();
  if (!limit || !starts) return {};
  const bool beyond = london_day(*starts) > *limit->limit;
  Html words = html::element("p", {{"class", "govuk-body govuk-!-font-weight-bold"}}, fmt::format("{}: at the latest {}.", limit->what, limit->limit->written()));
  words += paragraph(fmt::format("It is set for {}, {}.", london_day(*starts).written(), beyond ? "after that day" : "within the limit"));
  if (limit->latest_bookable && *limit->latest_bookable != *limit->limit) words += paragraph(fmt::format("The latest day to book is {}.", limit->latest_bookable->written()));
  if (beyond)
    words += paragraph(limit->departure_title.empty() ? std::string("Record why it could not be held in time.")
                                                      : fmt::format("To leave this limit, consult the {} and record why.", limit->departure_title));
  words += components::details({.summary_text = "Why this day", .text = fmt::format("{} {}. Whose duty: {}.", limit->why, limit->source, limit->owner_title), .classes = "confer-why"});
  return components::inset_text({.html = words, .classes = beyond ? "confer-clock confer-clock--beyond" : "confer-clock"});
}

std::vector<const ShownObligation*> own_obligations(const OnConference& on) {
  std::vector<const ShownObligation*> out;
  for (const ShownObligation& one : on.view.obligations) {
    const ShownEntry* conference = one.conference.empty() ? nullptr : on.view.entry(one.conference.value);
    if (conference && conference->root == on.id()) out.push_back(&one);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto* left, const auto* right) { return left->limit.value_or(Date::last()) < right->limit.value_or(Date::last()); });
  return out;
}

Html state_of(const ShownObligation& one) {
  if (one.state == "met") return html::text("Done");
  if (one.state == "met_late") return html::text("Done, late");
  if (one.state == "lapsed") return html::text("No longer called for");
  if (one.state == "overdue") return components::tag({.text = "Late", .classes = "govuk-tag--red"});
  return components::tag({.text = "Not yet", .classes = "govuk-tag--blue"});
}

Html working_backwards(const OnConference& on) {
  std::vector<components::TableRow> rows;
  for (const ShownObligation* one : own_obligations(on)) {
    const std::string by = one->limit ? one->limit->written() : one->no_number;
    rows.push_back({{.text = one->what}, {.text = first_names(on.view, one->about)}, {.html = html::text(by) + why_this_day(*one, *on.procedure)}, {.html = state_of(*one)}});
  }
  if (rows.empty()) return {};
  return heading(2, "The latest day for each step") +
         components::framed_table({.head = {{.text = "What"}, {.text = "For"}, {.text = "Latest day"}, {.text = "State"}}, .rows = std::move(rows), .first_cell_is_header = true},
                                  "The latest day for each step", components::OnAPhone::stacks);
}

bool decided(const OnConference& on, const PersonId& child) {
  for (const char* type : {"decision", "review"})
    for (const ShownEntry* one : on.standing(type))
      if (one->is_about(child)) return true;
  return false;
}

Task date_task(const Visit& visit, const OnConference& on) {
  const std::string href = may_put(visit, on, "conference") ? correction_address(visit, *on.conference, conference_address(visit, on)) : std::string{};
  return {.title = {.text = "Day, time and place"}, .hint = {.text = fmt::format("{}{}{}", on.title(), on.conference->text("place").empty() ? "" : ". ", on.conference->text("place"))},
          .status = done("Set"), .href = href};
}

Task invitations_task(const Visit& visit, const OnConference& on) {
  const std::size_t count = on.standing("invitation").size();
  return {.title = {.text = "Invite people"}, .hint = {.text = "The check-list below says whom to think of."},
          .status = count == 0 ? to_do("Nobody yet") : done(fmt::format("{} invited", count)),
          .href = may_put(visit, on, "invitation") ? conference_address(visit, on, "/invite") : std::string{}};
}

struct ReportAsked {
  const ShownEntry* invitation;
  std::vector<const ShownEntry*> received;
  std::vector<PersonId> missing;   ///< Children asked about, of whom none was received.
};

std::vector<ReportAsked> reports_asked(const OnConference& on) {
  std::vector<ReportAsked> out;
  for (const ShownEntry* invitation : on.standing("invitation")) {
    if (!is_yes(*invitation, "report_wanted")) continue;
    ReportAsked one{invitation, {}, invitation->about};
    for (const ShownEntry* report : on.standing("report"))
      if (report->by.value == invitation->text("person") && !is_begun(*report)) {
        one.received.push_back(report);
        std::erase_if(one.missing, [&](const PersonId& child) { return report->is_about(child); });
      }
    out.push_back(std::move(one));
  }
  return out;
}

const ShownObligation* limit_of_reports(const OnConference& on) {
  for (const ShownObligation* one : own_obligations(on)) {
    const TimeLimit* rule = on.procedure->time_limit(one->rule);
    if (rule && std::any_of(rule->met_by.begin(), rule->met_by.end(), [](const Selector& met) { return met.record == "report"; })) return one;
  }
  return nullptr;
}

Task reports_task(const Visit& visit, const OnConference& on) {
  const auto asked = reports_asked(on);
  const auto received = std::count_if(asked.begin(), asked.end(), [](const ReportAsked& one) { return !one.received.empty(); });
  const ShownObligation* limit = limit_of_reports(on);
  const bool all = !asked.empty() && received == static_cast<std::ptrdiff_t>(asked.size());
  const std::string words = fmt::format("{} of {} received", received, asked.size());
  return {.title = {.text = "Agencies' reports"}, .hint = {.text = limit && limit->limit ? "At the latest " + limit->limit->written() : std::string{}},
          .status = asked.empty() ? to_do("None asked for") : all ? done(words) : limit && limit->state == "overdue" ? late(words) : to_do(words),
          .href = conference_address(visit, on) + "#reports"};
}

Task shared_task(const Visit& visit, const OnConference& on) {
  std::vector<std::string_view> shared;
  auto reports = on.standing("report");
  std::erase_if(reports, [](const ShownEntry* one) { return is_begun(*one); });
  for (const ShownEntry* one : on.standing("report_shared"))
    if (const auto report = one->text("report"); std::find(shared.begin(), shared.end(), report) == shared.end()) shared.push_back(report);
  // What has to be gone through with the family is the procedure's to say: where its limit is met, so is this.
  const auto limits = own_obligations(on);
  const bool met = std::any_of(limits.begin(), limits.end(), [&](const ShownObligation* one) {
    const TimeLimit* rule = on.procedure->time_limit(one->rule);
    return rule && one->state.starts_with("met") && std::any_of(rule->met_by.begin(), rule->met_by.end(), [](const Selector& by) { return by.record == "report_shared"; });
  });
  const std::string words = fmt::format("{}{} of {} gone through", met ? "Done: " : "", shared.size(), reports.size());
  return {.title = {.text = "Reports shared with the family"}, .hint = {.text = "Open a report below to record that it was gone through with somebody."},
          .status = reports.empty() ? components::TaskStatus{.text = "Cannot start yet", .classes = "govuk-task-list__status--cannot-start-yet"} : met || shared.size() == reports.size() ? done(words) : to_do(words),
          .href = reports.empty() ? std::string{} : conference_address(visit, on) + "#reports"};
}

Task day_task(const Visit& visit, const OnConference& on) {
  const std::size_t count = on.standing("attendance").size();
  return {.title = {.text = "The day"}, .hint = {.text = "Agenda, board, who is here."}, .status = count == 0 ? to_do("Not begun") : done(fmt::format("{} on the list of who came", count)),
          .href = conference_address(visit, on, "/day")};
}

Task decisions_task(const Visit& visit, const OnConference& on) {
  const auto& children = on.children();
  const auto count = std::count_if(children.begin(), children.end(), [&](const PersonId& child) { return decided(on, child); });
  const std::string words = fmt::format("{} of {} decided", count, children.size());
  return {.title = {.text = "Decision for each child"}, .hint = {.text = first_names(on.view, children)}, .status = count == static_cast<std::ptrdiff_t>(children.size()) ? done(words) : to_do(words),
          .href = conference_address(visit, on, "/decision")};
}

Task copies_task(const Visit& visit, const OnConference& on) {
  const std::size_t sent = on.standing("copy_sent").size(), released = on.standing("release").size();
  const components::TaskStatus status = sent > 0 ? done(fmt::format("{} sent", sent)) : to_do(released > 0 ? fmt::format("{} released, none sent", released) : "None released yet");
  return {.title = {.text = "Copies"}, .hint = {.text = "Who receives which, looked at before it goes."}, .status = status, .href = conference_address(visit, on, "/copies")};
}

/// The role that a practitioner was put on file in.
std::string_view role_on_file(const FileView& view, const PersonId& person) {
  for (const ShownEntry* one : view.standing("person"))
    if (one->is_about(person)) return one->text("role");
  return {};
}

/// A line of the check-list: who of that role is invited, or what to do where nobody is.
components::TableRow line_of(const Visit& visit, const OnConference& on, const ListItem& item) {
  const Role* role = on.procedure->role(item.role);
  std::string invited;
  bool on_file = false;
  for (const ShownPerson& person : on.view.people) {
    const std::string_view known = role_on_file(on.view, person.id);
    if (!role || known != role->id) continue;
    on_file = true;
    for (const ShownEntry* invitation : on.standing("invitation"))
      if (invitation->text("person") == person.id.value) invited += (invited.empty() ? "" : ", ") + person.name;
  }
  Html what = html::text(item.title.en);
  if (!item.hint.en.empty()) what += html::element("span", {{"class", "govuk-hint confer-under"}}, item.hint.en);
  if (!invited.empty()) return {{.html = what}, {.text = invited}, {}};
  Html next = on_file ? link(conference_address(visit, on, "/invite" + query_string({{"role", item.role}})), "Invite", fmt::format(": {}", item.title.en))
                      : link(record_address(visit, "person", {{"kind", "practitioner"}, {"role", item.role}, {"back", conference_address(visit, on)}}),
                             "Nobody on file: add them", fmt::format(" ({})", item.title.en));
  return {{.html = what}, {.html = components::tag({.text = "Not invited", .classes = "govuk-tag--blue"})}, {.html = may_put(visit, on, "invitation") ? next : Html{}}};
}

/// The family: each who is related to one of the children, and each child, invited or not.
std::vector<components::TableRow> family_rows(const Visit& visit, const OnConference& on) {
  std::vector<components::TableRow> rows;
  for (const ShownPerson& person : on.view.people) {
    const bool child = person.kind == "child" && on.conference->is_about(person.id);
    if (person.kind != "adult" && !child) continue;
    const auto invitations = on.standing("invitation");
    const bool invited = std::any_of(invitations.begin(), invitations.end(), [&](const ShownEntry* one) { return one->text("person") == person.id.value; });
    Html next = invited || !may_put(visit, on, "invitation") ? Html{} : link(conference_address(visit, on, "/invite" + query_string({{"invite", person.id.value}})), "Invite", " " + person.name);
    rows.push_back({{.text = fmt::format("{}{}{}", person.name, child || !person.role_title.empty() ? ", " : "", child ? "the child" : person.role_title)},
                    {.html = invited ? html::text("Invited") : components::tag({.text = "Not invited", .classes = "govuk-tag--blue"})}, {.html = next}});
  }
  return rows;
}

Html table_in_frame(std::string caption, std::vector<components::TableRow> rows, components::TableRow head) {
  const std::string label = caption.empty() ? "Reports asked for" : caption;
  return components::framed_table({.caption = std::move(caption), .caption_classes = "govuk-table__caption--m", .head = std::move(head), .rows = std::move(rows), .first_cell_is_header = true},
                                  label, components::OnAPhone::stacks);
}

Html check_list(const Visit& visit, const OnConference& on) {
  std::vector<components::TableRow> rows;
  Html reminders;
  for (const ListItem& item : on.procedure->list("invitation")) {
    if (!item.role.empty()) rows.push_back(line_of(visit, on, item));
    else reminders += html::element("li", {}, item.title.en);
  }
  Html out = heading(2, "Who to think of", "invitations");
  if (!rows.empty()) out += table_in_frame("Practitioners", std::move(rows), {{.text = "Who"}, {.text = "Invited"}, {.text = "Next"}});
  if (auto family = family_rows(visit, on); !family.empty()) out += table_in_frame("Family", std::move(family), {{.text = "Who"}, {.text = "Invited"}, {.text = "Next"}});
  if (!reminders.empty()) out += components::details({.summary_text = "Whom of a family to think of", .html = html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, reminders)});
  return out;
}

std::string report_address(const Visit& visit, const OnConference& on, std::string_view report) { return conference_address(visit, on, "/reports/" + percent_encode(report)); }

components::TableRow report_row(const Visit& visit, const OnConference& on, const ReportAsked& asked) {
  const ShownPerson* person = on.view.person(asked.invitation->text("person"));
  Html received;
  for (const ShownEntry* report : asked.received) {
    received += received.empty() ? Html{} : html::void_element("br");
    received += link(report_address(visit, on, report->root.value), first_names(on.view, report->about), " – report");
    if (report->happened_on) received += html::text(fmt::format(", {}", report->happened_on->written()));
  }
  const ShownObligation* limit = limit_of_reports(on);
  const bool is_late = limit && limit->limit && visit.today() > *limit->limit;
  // Each agency owes a report, and its first meets the limit; of which children it does not speak is said beside it, without blame.
  Html missing;
  if (asked.received.empty()) missing = components::tag({.text = is_late ? "Late" : "Not yet", .classes = is_late ? "govuk-tag--red" : "govuk-tag--blue"}) + html::text(" ");
  missing.add_text(first_names(on.view, asked.missing));
  return {{.text = person ? fmt::format("{}{}{}", person->name, person->role_title.empty() ? "" : ", ", person->role_title) : std::string{}}, {.html = received}, {.html = missing}};
}

Html reports(const Visit& visit, const OnConference& on) {
  std::vector<components::TableRow> rows;
  const auto asked = reports_asked(on);
  for (const ReportAsked& one : asked) rows.push_back(report_row(visit, on, one));
  Html out = heading(2, "Reports", "reports");
  if (const ShownObligation* limit = limit_of_reports(on); limit && limit->limit) out += paragraph(fmt::format("Each is due with the Safeguarding Unit at the latest on {}.", limit->limit->written()));
  if (!rows.empty()) out += table_in_frame({}, std::move(rows), {{.text = "From"}, {.text = "Received"}, {.text = "No report about"}});
  Html further;
  Html begun;
  for (const ShownEntry* report : on.standing("report"))
    if (is_begun(*report))
      begun += html::element("p", {{"class", "govuk-body"}}, components::tag({.text = "Begun, not handed in", .classes = "govuk-tag--yellow"}) + html::text(" ") +
                                                               link(report_address(visit, on, report->root.value), fmt::format("Go on with your report on {}", first_names(on.view, report->about))));
    else if (std::none_of(asked.begin(), asked.end(), [&](const ReportAsked& one) { return std::find(one.received.begin(), one.received.end(), report) != one.received.end(); }))
      further += html::element("li", {}, link(report_address(visit, on, report->root.value), fmt::format("Report on {}", first_names(on.view, report->about)), on.view.name(report->by.value)));
  if (!further.empty()) out += heading(3, asked.empty() ? "Reports you may read" : "Other reports") + html::element("ul", {{"class", "govuk-list"}}, further);
  out += begun;
  if (may_put(visit, on, "report")) out += html::element("p", {{"class", "govuk-body"}}, link(report_address(visit, on, "new"), "Write a report"));
  return out;
}

}  // namespace

Response conferences_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page = file_page(visit, *view, FileTab::conferences, "Conferences");
  std::vector<components::TableRow> rows;
  for (const ShownEntry* conference : view->standing("conference")) {
    const OnConference on{{}, &procedure, conference};
    rows.push_back({{.html = link(file_address(visit.file(), "/conferences/" + percent_encode(conference->root.value)), on.title())}, {.text = first_names(*view, conference->about)},
                    {.text = std::string(view->name(conference->text("chair")))}});
  }
  page.main += rows.empty() ? paragraph("There is no conference for this family that you may see.")
                            : table_in_frame("Conferences of this family", std::move(rows), {{.text = "Which and when"}, {.text = "About"}, {.text = "Chair"}});
  const RecordType* type = procedure.record("conference");
  if (type && may_make(*type, visit.reader))
    page.main += components::button({.text = "Call a conference", .href = record_address(visit, "conference", {{"back", file_address(visit.file(), "/conferences")}})});
  return answer(visit, std::move(page));
}

Response conference_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  layout::Page page = conference_frame(visit, *on, on->title());
  page.title = fmt::format("Conference – {}", on->view.reference);
  page.main += clock(*on);
  // What counts invitations, reports or copies counts for those who see all of them; to anybody else it would say what is not so.
  const bool sees_all = standing_of(visit) == "staff";
  std::vector<Task> tasks = {date_task(visit, *on)};
  if (sees_all) {
    tasks.push_back(invitations_task(visit, *on));
    for (Task& one : tasks_with_the_family(visit, *on)) tasks.push_back(std::move(one));
    for (const auto& task : {reports_task, shared_task, day_task}) tasks.push_back(task(visit, *on));
  }
  tasks.push_back(decisions_task(visit, *on));
  if (sees_all) tasks.push_back(copies_task(visit, *on));
  page.main += components::task_list({.items = std::move(tasks)});
  page.main += working_backwards(*on);
  if (sees_all) page.main += check_list(visit, *on);
  page.main += reports(visit, *on);
  page.main += from_the_family(visit, *on);
  return answer(visit, std::move(page));
}

}  // namespace confer
