// Putting things on file: the list of what can be recorded, and one form for each record type, from its description.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/calling.h"
#include "page/conference/conference.h"
#include "page/file/colleagues.h"
#include "page/file/in_role.h"
#include "page/conference/look_ahead_part.h"
#include "page/kept_form.h"
#include "page/page.h"
#include "page/sides.h"
#include "page/words.h"

namespace confer {
namespace {

/// The record type that the address names, where the reader may make it; null otherwise.
const RecordType* asked_for(const Visit& visit, const Described& procedure) {
  const RecordType* type = procedure.record(visit.captured.back());
  return type && type->id != "family_file" && type->offered && may_make(*type, visit.reader) ? type : nullptr;
}

Html entry_rows(const ShownEntry& entry, const RecordType& type, const FileView& view, const Described& procedure) {
  components::SummaryList list;
  list.classes = "govuk-summary-list--no-border";
  for (const Question& question : type.questions)
    if (const json::value* answer = entry.answers.if_contains(question.name))
      list.rows.push_back({.key = {.text = question.asks.en}, .value = {.html = answer_in_words(*answer, question, view, procedure)}});
  return components::summary_list(list);
}

/// The questions that an address answers in advance: "?about=…&conference=…".
FormState prefilled(const Visit& visit, const FileView& view, const RecordType& type) {
  FormState state;
  for (const auto& [name, value] : visit.request.query)
    if (name == "about" || is_carried(name) || type.question(name)) state.given.emplace_back(name, value);
  // What the address says of the conference or report that this belongs to is not asked again.
  for (const Question& question : type.questions)
    if (question.kind == AnswerKind::entry && view.entry(visit.request.parameter(question.name))) state.settled.push_back(question.name);
  state.given.emplace_back("key", visit.site.desk.new_id());
  if (type.id == "conference") fill_in_conference(view, *visit.site.desk.described_of(visit.file()), state.given);
  return state;
}

std::string address(const Visit& visit, const RecordType& type, const Pairs& query = {}) { return file_address(visit.file(), fmt::format("/record/{}{}", type.id, query_string(query))); }

/// A field of the form as it stands; empty when there is none.
std::string_view sent(const FormState& state, std::string_view name) {
  for (const auto& [field, value] : state.given)
    if (field == name) return value;
  return {};
}

/// The line, and what somebody says is wrong with it, above a form that is about one of them and does not ask which.
Html what_it_is_about(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, const FormState& state) {
  Html out;
  for (const auto& [name, value] : state.given) {
    const Question* question = type.question(name);
    const ShownEntry* named = question && question->kind == AnswerKind::entry ? view.entry(value) : nullptr;
    const ShownEntry* line = !named ? nullptr : named->type == "statement" ? named : named->type == "challenge" ? view.entry(named->text("statement")) : nullptr;
    if (!line) continue;
    for (const ShownEntry* standing : view.standing("statement"))
      if (standing->root == line->root) line = standing;
    out += html::element("p", {{"class", "confer-said__words"}}, html::lines(line->text("words")));
    if (named->type != "challenge") continue;
    out += challenge_as_read(view, procedure, *line, *named);
    const std::string_view here = sent(state, "form_at");
    if (may_make(*procedure.record("statement"), visit.reader) && !here.empty()) out += html::element("p", {{"class", "confer-said__by"}}, link(correction_address(visit, *line, here), "Correct the line", ", where it is wrong, before you answer"));
  }
  return out.empty() ? out : components::inset_text({.html = out});
}

/// The form in its page, under what has to be said first.
Response shown(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, FormState state, int status, const FormButtons& buttons = {.send = "Put on file"},
               const Html& on_top = {}) {
  offer_colleagues_in_role(visit, view, procedure, type, state);
  layout::Page page = file_page(visit, view, FileTab::record, type.title.en);
  page.width = layout::Width::reading;
  page.has_errors = !state.problems.empty();
  Html errors = form_errors(type, state);
  page.main = errors + page.main;
  if (!type.explains.en.empty()) page.main += html::element("p", {{"class", "govuk-body-l"}}, type.explains.en);
  page.main += nobody_in_role(visit, view, procedure, type, state) + on_top + what_it_is_about(visit, view, procedure, type, state);
  page.main += kept_form(visit, state, address(visit, type), form_fields(type, procedure, view, state, visit.today()), buttons);
  if (type.id == "conference" && visit.request.method == Method::get) page.main += look_ahead_part(visit);
  return answer(visit, std::move(page), status);
}

/// The entry that stands in place of one that was to be corrected; beside it what was typed, and the form to put that on top of it.
Response shown_beside(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, FormState state, const EntryId& stands, int status) {
  const ShownEntry& now = *view.entry(stands.value);
  const Pairs typed = state.given;
  std::string began_from;
  for (const auto& [name, value] : typed)
    if (name == "corrects") began_from = value;
  const Sides sides{type, procedure, view, now, view.entry(began_from), typed};
  state.given = on_top(sides);
  give(state.given, "corrects", stands.value);
  if (status != 200) state.problems = {{"Somebody corrected this while you were writing. Nothing of yours was put on file, and nothing of it is lost.", {}, {}, Problem::Kind::conflict}};
  const Html above = side_by_side(sides) + html::element("h2", {{"class", "govuk-heading-m"}}, "Your words, to be put on top of that");
  return shown(visit, view, procedure, type, state, status, {.send = "Put mine on file", .afresh = "Leave it as it stands and drop mine", .afresh_to = file_address(visit.file(), "/record")}, above);
}

/// What was to be corrected is not there for this writer any more, or never was; which of the two, nobody is told. Her words can go on file as something new.
Response shown_instead(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, FormState state) {
  std::erase_if(state.given, [](const auto& field) { return field.first == "corrects" || field.first == "form_place" || field.first == "form_at"; });
  state.given.emplace_back("form_place", place_of({visit.file(), type.id, {{"instead", "yes"}}}));
  state.given.emplace_back("form_at", address(visit, type, {{"instead", "yes"}}));
  if (const auto draft = draft_sent(state.given, visit.site.desk.now())) std::ignore = keep_draft(visit, *draft);
  state.problems = {{"What you wanted to correct is not there for you to correct. Nothing was put on file, and your words are kept: put them on file as something new, or ask the Safeguarding Unit.",
                     {}, {}, Problem::Kind::not_found}};
  return shown(visit, view, procedure, type, state, status_of(Problem::Kind::conflict));
}

Response put_on_file_page(const Visit& visit, const FileView& view, const RecordType& type, const PutOnFile& done) {
  layout::Page page = file_page(visit, view, FileTab::record, "Put on file");
  page.width = layout::Width::reading;
  const auto fresh = visit.site.desk.open_file(visit.file(), visit.reader);
  const ShownEntry* entry = fresh && !done.entries.empty() ? fresh->entry(done.entries.back().value) : nullptr;
  page.main += components::notification_banner({.text = fmt::format("{} is on file.", entry ? called(*entry, type, *fresh) : type.title.en), .success = true});
  for (const ShownConcern& concern : done.concerns) page.main += components::warning_text({.text = concern.message});
  Html next;
  if (const Described* procedure = visit.site.desk.described_of(visit.file()))
    for (const std::string& id : type.leads_to) {
      const RecordType* following = procedure->record(id);
      if (!following || !may_make(*following, visit.reader)) continue;
      next.open("li").open("a", {{"class", "govuk-link"}, {"href", file_address(visit.file(), "/record/" + id)}}).add_text(following->title.en).close("a").close("li");
    }
  if (!next.empty()) {
    page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "What usually comes next");
    page.main += html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, next);
  }
  page.main.open("p", {{"class", "govuk-body"}}).open("a", {{"class", "govuk-link"}, {"href", file_address(visit.file())}}).add_text("Back to the family").close("a").close("p");
  return answer(visit, std::move(page));
}

/// The form that corrects an entry, as it stands now; beside it what was typed before somebody else corrected it.
Response correction_page(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, const EntryId& corrects) {
  const EntryId stands = visit.site.desk.stands_for(visit.file(), visit.reader, corrects);
  const ShownEntry* entry = view.entry(stands.value);
  if (!entry || entry->type != type.id) return bare_error(404);
  FormState state;
  state.given = values_of(*entry, type);
  if (const std::string_view back = visit.request.parameter("back"); !back.empty()) state.given.emplace_back("back", back);
  state.given.emplace_back("key", visit.site.desk.new_id());
  state.given.emplace_back("corrects", stands.value);
  const auto draft = resume(visit, name_of_form(visit.file(), type, view, state), state);
  for (const auto& [name, value] : draft ? draft->typed : Pairs{})
    if (name == "corrects" && value != stands.value) {
      give(state.given, "corrects", value);
      return shown_beside(visit, view, procedure, type, std::move(state), stands, 200);
    }
  return shown(visit, view, procedure, type, state, 200);
}

/// A form that the desk refused: its problems beside it; or what overtook it beside it, and its writer's words kept.
Response not_put_on_file(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, FormState state, Problems problems) {
  const EntryId corrects{std::string(visit.field("corrects"))};
  const Problem::Kind kind = problems.front().kind;
  if (!corrects.empty() && (kind == Problem::Kind::conflict || kind == Problem::Kind::not_allowed)) {
    const EntryId stands = visit.site.desk.stands_for(visit.file(), visit.reader, corrects);
    if (stands.empty()) return shown_instead(visit, view, procedure, type, std::move(state));
    if (stands != corrects && view.entry(stands.value)) {
      const auto draft = draft_sent(visit.form, visit.site.desk.now());
      if (draft && keep_draft(visit, *draft)) state.kept_at = draft->saved;
      return shown_beside(visit, view, procedure, type, std::move(state), stands, status_of(Problem::Kind::conflict));
    }
  }
  state.problems = std::move(problems);
  take_new_key_where_used(visit, state);
  return shown(visit, view, procedure, type, state, status_of(kind));
}

/// Before somebody new is introduced, those who are known already: whoever has an account. Not where the address asks for a child or a relative.
Html above(const Visit& visit, const Described& procedure, const RecordType& type) {
  const std::string_view kind = visit.request.parameter("kind");
  if (type.id != "person" || (!kind.empty() && kind != "practitioner") || !may_put(visit, procedure, "involvement") || !visit.field("corrects").empty()) return {};
  const std::string back(visit.request.method == Method::get ? visit.request.parameter("back") : visit.field("back"));
  return colleague_search(visit, {}, back) + html::element("h2", {{"class", "govuk-heading-m"}}, "Somebody else");
}

}  // namespace

Response record_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page = file_page(visit, *view, FileTab::record, "Record");
  Html makes;
  for (const RecordType& type : procedure.records) {
    if (type.id == "family_file" || !type.offered || !may_make(type, visit.reader)) continue;
    makes.open("li").open("a", {{"class", "govuk-link"}, {"href", file_address(visit.file(), "/record/" + type.id)}}).add_text(type.title.en).close("a").close("li");
  }
  if (!makes.empty()) page.main += components::details({.summary_text = "Put something on file", .html = html::element("ul", {{"class", "govuk-list confer-columns"}}, makes), .open = true});
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "Everything on file, newest first");
  for (auto entry = view->entries.rbegin(); entry != view->entries.rend(); ++entry) {
    const RecordType* type = procedure.record(entry->type);
    if (!type) continue;
    Html summary = html::text(called(*entry, *type, *view));
    if (entry->corrected) summary += html::text(" ") + components::tag({.text = "Corrected since", .classes = "govuk-tag--grey"});
    Html body = html::element("p", {{"class", "govuk-body-s"}}, fmt::format("Put on file {}, {}{}{}", london_day(entry->recorded).written(), london_time(entry->recorded),
                                                                          view->name(entry->by.value).empty() ? "" : " by ", view->name(entry->by.value)));
    if (const std::string when = when_in_words(*entry); !when.empty()) body += html::element("p", {{"class", "govuk-body"}}, "Happened " + when);
    body += entry_rows(*entry, *type, *view, procedure);
    if (!entry->corrected && type->offered && may_make(*type, visit.reader))
      body.open("p", {{"class", "govuk-body"}}).open("a", {{"class", "govuk-link"}, {"href", file_address(visit.file(), fmt::format("/record/{}{}", type->id, query_string({{"corrects", entry->id.value}})))}})
          .add_text("Correct this").close("a").close("p");
    page.main += components::details({.summary_html = summary, .html = body});
  }
  return answer(visit, std::move(page));
}

Response record_form_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  const RecordType* type = asked_for(visit, procedure);
  if (!type) return bare_error(404);
  const std::string corrects(visit.request.parameter("corrects"));
  if (!corrects.empty()) return correction_page(visit, *view, procedure, *type, EntryId{corrects});
  FormState state = prefilled(visit, *view, *type);
  Pairs about;   // what the address answers sets one form of a type apart from another
  for (const auto& [name, value] : visit.request.query)
    if ((name == "about" && view->person(value)) || name == "instead") about.emplace_back(name, value);
  resume(visit, name_of_form(visit.file(), *type, *view, state, about), state);
  return shown(visit, *view, procedure, *type, state, 200, {.send = "Put on file"}, above(visit, procedure, *type));
}

Response record_form_sent(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  const RecordType* type = asked_for(visit, procedure);
  if (!type) return bare_error(404);
  FormState state;
  state.given = visit.form;
  Draft draft = read_draft(*type, visit.form, state.problems);
  if (type->id == "person") draft.about = {PersonId{visit.site.desk.new_id()}};
  if (!state.problems.empty()) return shown(visit, *view, procedure, *type, state, 422, {.send = "Put on file"}, above(visit, procedure, *type));
  std::vector<Draft> drafts = introductions_for(visit, *view, procedure, *type, draft);
  drafts.push_back(std::move(draft));
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
  if (!done) return not_put_on_file(visit, *view, procedure, *type, std::move(state), std::move(done.error()));
  drop_draft(visit);
  // Where a page of the family asked for this, it gets its reader back; else the page that says what comes next.
  if (const std::string back = way_back(visit); !back.empty() && done->concerns.empty()) return redirect(with_message(back, *done));
  return put_on_file_page(visit, *view, *type, *done);
}

}  // namespace confer
