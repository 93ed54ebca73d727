// A report for a conference: begun by its author, written statement by statement, handed in, and from then on read by whoever may and shared with the
// family.
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

bool is_own(const Visit& visit, const ShownEntry& report) { return report.by == visit.reader.person; }

FormState fresh_report(const Visit& visit, const OnConference& on) {
  FormState state;
  state.given = {{"conference", on.id().value}, {"key", visit.site.desk.new_id()}};
  if (on.children().size() == 1) state.given.emplace_back("about", on.children().front().value);
  return state;
}

/// What the page itself says of a report that is begun, whatever was sent: that it is not finished, and begun today.
void begin(const Visit& visit, Pairs& given) {
  give(given, "finished", "no");
  for (const std::string_view name : {"happened-day", "happened-month", "happened-year", "threshold_opinion", "safe_to_share", "kept_back"}) std::erase_if(given, [&](const auto& field) { return field.first == name; });
  give_day(given, "happened", visit.today());
}

Response shown_new(const Visit& visit, const OnConference& on, FormState state, int status) {
  const RecordType& type = *on.procedure->record("report");
  begin(visit, state.given);
  state.settled = {"conference", "finished", "happened", "threshold_opinion", "safe_to_share", "kept_back"};   // the last three are asked when it is handed in
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
  if (all.empty()) return paragraph(is_begun(report) ? "It says nothing yet." : "It holds no statement that you may see.");
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

/// What was sent to the page and could not be put on file: which of its forms, and what is wrong with it. Nothing where it was only asked for.
struct SentForm {
  std::string form = {};   ///< "statement", "report_shared" or "report"; the record type.
  FormState state = {};
};

/// Where a form in a corner of the page is sent: to the page itself, which shows it again where something is wrong with it.
SentTo to_itself(const Visit& visit, const OnConference& on, const ShownEntry& report, std::string_view form) {
  return {address(visit, on, report.root.value), {{"corner", std::string(form)}}};
}

constexpr std::string_view statement_prefix = "statement-", shared_prefix = "shared-", hand_in_prefix = "hand-in-";

std::string_view prefix_of(std::string_view form) { return form == "statement" ? statement_prefix : form == "report_shared" ? shared_prefix : hand_in_prefix; }

/// The form that hands a report in: what is asked of it as a whole.
FormState fresh_handing_in(const Visit& visit, const OnConference& on, const ShownEntry& report) {
  FormState state;
  state.given = values_of(report, *on.procedure->record("report"));
  give(state.given, "corrects", report.id.value);
  give(state.given, "key", visit.site.desk.new_id());
  return state;
}

/// What it means for a report to be begun, and its handing in; nothing once it is handed in.
Html handing_in(const Visit& visit, const OnConference& on, const ShownEntry& report, const SentForm& sent) {
  if (!is_begun(report) || !is_own(visit, report)) return {};
  Html out = heading(2, "Hand it in", "hand-in");
  if (statements_of(on, report).empty()) return out + paragraph("Add at least one statement first. Then you hand the report in here.");
  const RecordType& type = *on.procedure->record("report");
  FormState state = sent.form == type.id ? sent.state : fresh_handing_in(visit, on, report);
  give(state.given, "finished", "yes");
  for (const std::string_view name : {"happened-day", "happened-month", "happened-year"}) std::erase_if(state.given, [&](const auto& field) { return field.first == name; });
  give_day(state.given, "happened", visit.today());
  state.settled = {"conference", "about", "finished", "happened"};
  state.id_prefix = hand_in_prefix;
  resume(visit, name_of_form(visit.file(), type, on.view, state), state);
  return out + paragraph("From then on it is read by everybody who may read reports for this conference. You can add to it and correct it afterwards; what it said before stays on file.") +
         kept_form(visit, state, address(visit, on, report.root.value), form_fields(type, *on.procedure, on.view, state, visit.today()), {.send = "Hand in the report"});
}

/// The next statement: its kind and heading begin as those of the last.
Html next_statement(const Visit& visit, const OnConference& on, const ShownEntry& report, const std::string& back, const SentForm& sent) {
  FormState state;
  if (sent.form == "statement") state = sent.state;
  state.shape = FormShape::quick;
  state.id_prefix = statement_prefix;
  state.settled = {"report", "happened"};
  const auto parts = on.conference->list("parts");
  if (std::find(parts.begin(), parts.end(), "own_part") == parts.end()) state.settled.emplace_back("own_part_of");
  if (state.given.empty()) {
    state.given = {{"report", report.root.value}, {"whose", report.by.value}, {"audience", "report"}};
    give_day(state.given, "happened", visit.today());
    for (const PersonId& child : report.about) state.given.emplace_back("about", child.value);
    if (const auto all = statements_of(on, report); !all.empty()) state.given.emplace_back("heading", all.back()->text("heading"));
  }
  if (visit.request.parameter("next") == "statement") state.starts_at = "words";
  return heading(2, "Add a statement") + paragraph("One thing at a time, so that each can be questioned and each reader gets what they may see.") +
         html::element("div", {{"class", "confer-quick"}}, corner_form(visit, on, "statement", std::move(state), "Add this statement", back, to_itself(visit, on, report, "statement")));
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

Html sharing(const Visit& visit, const OnConference& on, const ShownEntry& report, const SentForm& sent) {
  if (is_begun(report)) return {};
  Html shared;
  for (const ShownEntry* one : on.standing("report_shared")) {
    const ShownEntry* which = on.view.entry(one->text("report"));
    if (which && which->root == report.root) shared += html::element("li", {}, fmt::format("{}, {}", on.view.name(one->text("person")), when_in_words(*one)));
  }
  Html out;
  if (!shared.empty()) out += heading(2, "Shared with the family") + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, shared);
  if (!may_put(visit, on, "report_shared")) return out;
  FormState state;
  if (sent.form == "report_shared") state = sent.state;
  state.shape = FormShape::quick;
  state.id_prefix = shared_prefix;
  state.settled = {"report", "about"};
  if (state.given.empty()) {
    state.given = {{"report", report.root.value}};
    for (const PersonId& child : report.about) state.given.emplace_back("about", child.value);
    give_day(state.given, "happened", visit.today());
  }
  state.among["person"] = family_of(on, report);
  return out + heading(2, "Record that it was shared") + paragraph("When you have given it to somebody in the family and gone through it with them.") +
         html::element("div", {{"class", "confer-quick"}}, corner_form(visit, on, "report_shared", std::move(state), "Put on file", address(visit, on, report.root.value), to_itself(visit, on, report, "report_shared")));
}

Html about_it(const Visit& visit, const OnConference& on, const ShownEntry& report, const std::string& back) {
  components::SummaryList list;
  const auto row = [&](std::string key, Html value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = std::move(key)}, .value = {.html = std::move(value)}});
  };
  row("About", html::text(names(on.view, report.about)));
  row("From", html::text(on.view.name(report.by.value)));
  row("State", is_begun(report) ? components::tag({.text = "Begun, not handed in", .classes = "govuk-tag--yellow"}) : Html{});
  row(is_begun(report) ? "Begun" : "Written", html::text(when_in_words(report)));
  row("Is the child likely to suffer significant harm?", answer_of(on, report, "threshold_opinion"));
  Html out = components::summary_list(list);
  if (is_begun(report)) return out + components::inset_text({.text = "Nobody reads this report but you until you hand it in."});
  if (may_put(visit, on, "report") && is_own(visit, report)) out += html::element("p", {{"class", "govuk-body"}}, link(correction_address(visit, report, back), "Correct", " these answers"));
  return out;
}

/// The page of a report that is on file; with what was sent and is wrong.
Response shown(const Visit& visit, const OnConference& on, const ShownEntry& report, const SentForm& sent, int status) {
  layout::Page page = conference_frame(visit, on, "Report for the conference");
  page.width = layout::Width::reading;
  page.has_errors = !sent.state.problems.empty();
  if (page.has_errors) page.main = form_errors(*on.procedure->record(sent.form), {.problems = sent.state.problems, .id_prefix = std::string(prefix_of(sent.form))}) + page.main;
  const std::string back = address(visit, on, report.root.value, {{"next", "statement"}});
  page.main += about_it(visit, on, report, back);
  page.main += heading(2, "What it says");
  page.main += written_so_far(visit, on, report, back);
  if (may_put(visit, on, "statement") && is_own(visit, report)) page.main += next_statement(visit, on, report, back, sent);
  page.main += handing_in(visit, on, report, sent);
  page.main += sharing(visit, on, report, sent);
  return answer(visit, std::move(page), status);
}

/// A form of the page that could not be put on file, shown again with what was typed.
Response shown_again(const Visit& visit, const OnConference& on, const ShownEntry& report, std::string_view form, Problems problems) {
  SentForm sent{std::string(form), {.given = visit.form, .problems = std::move(problems)}};
  const int status = status_of(sent.state.problems.front().kind);
  if (form != "report") take_new_key_where_used(visit, sent.state);
  return shown(visit, on, report, sent, status);
}

/// One form of the page, put on file; where it was not, its problems.
tl::expected<PutOnFile, Problems> put(Visit& visit, const OnConference& on, std::string_view type, const Pairs& given) {
  Problems problems;
  Draft draft = read_draft(*on.procedure->record(type), given, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, {std::move(draft)});
  if (done) drop_draft(visit);
  return done;
}

Response corner_sent(Visit& visit, const OnConference& on, const ShownEntry& report, std::string_view form) {
  const auto done = put(visit, on, form, visit.form);
  if (!done) return shown_again(visit, on, report, form, done.error());
  return redirect(with_message(address(visit, on, report.root.value, form == "statement" ? Pairs{{"next", "statement"}} : Pairs{}), *done));
}

Response handed_in(Visit& visit, const OnConference& on, const ShownEntry& report) {
  Pairs given = visit.form;
  give(given, "finished", "yes");
  const auto done = put(visit, on, "report", given);
  if (!done) return shown_again(visit, on, report, "report", done.error());
  return redirect(with_message(address(visit, on, report.root.value), *done));
}

Response begun(Visit& visit, const OnConference& on) {
  Pairs given = visit.form;
  begin(visit, given);
  const auto done = put(visit, on, "report", given);
  if (done) return redirect(done->entries.empty() ? conference_address(visit, on) : address(visit, on, done->entries.front().value, {{"next", "statement"}}));
  FormState state{.given = visit.form, .problems = done.error()};
  const int status = status_of(state.problems.front().kind);
  take_new_key_where_used(visit, state);
  return shown_new(visit, on, std::move(state), status);
}

}  // namespace

Response report_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (visit.captured.at(2) == new_report) return may_put(visit, *on, "report") ? shown_new(visit, *on, fresh_report(visit, *on), 200) : bare_error(404);
  const ShownEntry* report = report_named(visit, *on);
  return report ? shown(visit, *on, *report, {}, 200) : bare_error(404);
}

Response report_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (visit.captured.at(2) == new_report) return may_put(visit, *on, "report") ? begun(visit, *on) : bare_error(404);
  const ShownEntry* report = report_named(visit, *on);
  if (!report) return bare_error(404);
  const std::string corner(visit.field("corner"));
  if (corner == "statement" || corner == "report_shared") return may_put(visit, *on, corner) ? corner_sent(visit, *on, *report, corner) : bare_error(404);
  return is_begun(*report) && is_own(visit, *report) ? handed_in(visit, *on, *report) : bare_error(404);
}

}  // namespace confer
