// A report for a conference: begun by its author, written statement by statement, read by whoever may, and shared with the family.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/words.h"

namespace confer {
namespace {

constexpr std::string_view new_report = "new";   // stands in the address where no report is on file yet

std::string address(const Visit& visit, const OnConference& on, std::string_view report, Pairs query = {}) {
  return conference_address(visit, on, fmt::format("/reports/{}{}", percent_encode(report), query_string(query)));
}

/// The report that the address names, as it stands now; null when the reader may not see one.
const ShownEntry* report_named(const Visit& visit, const OnConference& on) {
  const ShownEntry* named = on.view.entry(visit.captured.at(2));
  for (const ShownEntry* one : on.standing("report"))
    if (named && one->root == named->root) return one;
  return nullptr;
}

std::vector<const ShownEntry*> statements_of(const OnConference& on, const ShownEntry& report) {
  std::vector<const ShownEntry*> out;
  for (const ShownEntry* one : on.standing("statement")) {
    const ShownEntry* from = on.view.entry(one->text("report"));
    if (from && from->root == report.root) out.push_back(one);
  }
  return out;
}

FormState fresh_report(const Visit& visit, const OnConference& on) {
  FormState state;
  state.given = {{"conference", on.id().value}, {"key", visit.site.desk.new_id()}};
  give_day(state.given, "happened", visit.today());
  if (on.children().size() == 1) state.given.emplace_back("about", on.children().front().value);
  return state;
}

Response shown_new(const Visit& visit, const OnConference& on, FormState state, int status) {
  const RecordType& type = *on.procedure->record("report");
  state.settled = {"conference"};
  state.among["about"] = on.children();
  layout::Page page = conference_frame(visit, on, "Write a report");
  page.width = layout::Width::reading;
  page.has_errors = !state.problems.empty();
  page.main = form_errors(type, state) + page.main;
  page.main += html::element("p", {{"class", "govuk-body-l"}}, type.explains.en);
  page.main += paragraph(on.title());
  resume(visit, name_of_form(visit.file(), type, on.view, state), state);
  page.main += kept_form(visit, state, address(visit, on, new_report), form_fields(type, *on.procedure, on.view, state, visit.today()), {.send = "Begin the report"});
  return answer(visit, std::move(page), status);
}

/// Statements under the headings of the board, as this reader may see them.
Html written_so_far(const Visit& visit, const OnConference& on, const ShownEntry& report, std::string_view back) {
  const auto all = statements_of(on, report);
  if (all.empty()) return paragraph("It holds no statement that you may see.");
  Html out;
  const auto group = [&](std::string_view heading_id, std::string_view title) {
    std::vector<const ShownEntry*> some;
    for (const ShownEntry* one : all)
      if (one->text("heading") == heading_id) some.push_back(one);
    if (!some.empty()) out += heading(3, title) + statements_as_read(visit, on, some, back, {});
  };
  for (const ListItem& item : on.headings()) group(item.id, item.title.en);
  group("", "Elsewhere");
  return out;
}

/// The next statement: its kind and heading begin as those of the last.
Html next_statement(const Visit& visit, const OnConference& on, const ShownEntry& report, const std::string& back) {
  FormState state;
  state.shape = FormShape::quick;
  state.id_prefix = "statement-";
  state.settled = {"report", "happened"};
  const auto parts = on.conference->list("parts");
  if (std::find(parts.begin(), parts.end(), "own_part") == parts.end()) state.settled.emplace_back("own_part_of");
  state.given = {{"report", report.root.value}, {"whose", report.by.value}, {"audience", "report"}};
  give_day(state.given, "happened", visit.today());
  for (const PersonId& child : report.about) state.given.emplace_back("about", child.value);
  if (const auto all = statements_of(on, report); !all.empty()) state.given.emplace_back("heading", all.back()->text("heading"));
  if (visit.request.parameter("next") == "statement") state.starts_at = "words";
  return heading(2, "Add a statement") + paragraph("One thing at a time, so that each can be questioned and each reader gets what they may see.") +
         html::element("div", {{"class", "confer-quick"}}, corner_form(visit, on, "statement", std::move(state), "Add this statement", back));
}

/// Adults of the family who are related to the report's children.
std::vector<PersonId> family_of(const OnConference& on, const ShownEntry& report) {
  std::vector<PersonId> out;
  for (const ShownPerson& person : on.view.people)
    for (const ShownEntry* one : on.view.standing("relationship"))
      if (one->text("person") == person.id.value && std::any_of(report.about.begin(), report.about.end(), [&](const PersonId& child) { return one->is_about(child); }) &&
          std::find(out.begin(), out.end(), person.id) == out.end())
        out.push_back(person.id);
  out.insert(out.end(), report.about.begin(), report.about.end());
  return out;
}

Html sharing(const Visit& visit, const OnConference& on, const ShownEntry& report) {
  Html shared;
  for (const ShownEntry* one : on.standing("report_shared")) {
    const ShownEntry* which = on.view.entry(one->text("report"));
    if (which && which->root == report.root) shared += html::element("li", {}, fmt::format("{}, {}", on.view.name(one->text("person")), when_in_words(*one)));
  }
  Html out;
  if (!shared.empty()) out += heading(2, "Shared with the family") + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, shared);
  if (!may_put(visit, on, "report_shared")) return out;
  FormState state;
  state.shape = FormShape::quick;
  state.id_prefix = "shared-";
  state.settled = {"report", "about"};
  state.given = {{"report", report.root.value}};
  for (const PersonId& child : report.about) state.given.emplace_back("about", child.value);
  give_day(state.given, "happened", visit.today());
  state.among["person"] = family_of(on, report);
  return out + heading(2, "Record that it was shared") + paragraph("When you have given it to somebody in the family and gone through it with them.") +
         html::element("div", {{"class", "confer-quick"}}, corner_form(visit, on, "report_shared", std::move(state), "Put on file", address(visit, on, report.root.value)));
}

Html about_it(const Visit& visit, const OnConference& on, const ShownEntry& report, const std::string& back) {
  components::SummaryList list;
  const auto row = [&](std::string key, Html value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = std::move(key)}, .value = {.html = std::move(value)}});
  };
  row("About", html::text(names(on.view, report.about)));
  row("From", html::text(on.view.name(report.by.value)));
  row("Written", html::text(when_in_words(report)));
  row("Is the child likely to suffer significant harm?", answer_of(on, report, "threshold_opinion"));
  Html out = components::summary_list(list);
  if (may_put(visit, on, "report")) out += html::element("p", {{"class", "govuk-body"}}, link(correction_address(visit, report, back), "Correct", " these answers"));
  return out;
}

}  // namespace

Response report_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (visit.captured.at(2) == new_report) return may_put(visit, *on, "report") ? shown_new(visit, *on, fresh_report(visit, *on), 200) : bare_error(404);
  const ShownEntry* report = report_named(visit, *on);
  if (!report) return bare_error(404);
  layout::Page page = conference_frame(visit, *on, "Report for the conference");
  page.width = layout::Width::reading;
  const std::string back = address(visit, *on, report->root.value, {{"next", "statement"}});
  page.main += about_it(visit, *on, *report, back);
  page.main += heading(2, "What it says");
  page.main += written_so_far(visit, *on, *report, back);
  if (may_put(visit, *on, "statement") && report->by == visit.reader.person) page.main += next_statement(visit, *on, *report, back);
  page.main += sharing(visit, *on, *report);
  return answer(visit, std::move(page));
}

Response report_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (visit.captured.at(2) != new_report || !may_put(visit, *on, "report")) return bare_error(404);
  FormState state;
  state.given = visit.form;
  Draft draft = read_draft(*on->procedure->record("report"), visit.form, state.problems);
  if (!state.problems.empty()) return shown_new(visit, *on, std::move(state), status_of(Problem::Kind::bad_input));
  const auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, {std::move(draft)});
  if (!done) {
    state.problems = done.error();
    const int status = status_of(state.problems.front().kind);
    take_new_key_where_used(visit, state);
    return shown_new(visit, *on, std::move(state), status);
  }
  drop_draft(visit);
  if (done->entries.empty()) return redirect(conference_address(visit, *on));   // the same form, sent twice
  return redirect(address(visit, *on, done->entries.front().value, {{"next", "statement"}}));
}

}  // namespace confer
