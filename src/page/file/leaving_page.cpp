// Taking somebody off a family's file: the last day of their work with its children, and what that closes to them.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/file/colleagues.h"
#include "page/kept_form.h"
#include "page/words.h"

namespace confer {
namespace {

/// Somebody on their way off a file.
struct Leaving {
  FileView view;
  const Described* procedure = nullptr;
  ShownPerson person;
  std::string role = {};                  ///< Id; empty where the file does not say.
  std::vector<Draft> drafts = {};         ///< The end of each part of their work; its day is still to be filled in.
};

/// The entry that introduces somebody, as far as the reader may see it.
std::string role_of(const FileView& view, const PersonId& person) {
  for (const ShownEntry* one : view.standing("person"))
    if (one->is_about(person)) return std::string(one->text("role"));
  return {};
}

/// What has to be put on file: the end of each part of their work, beside it and not in its place, since it may be about children too whom this
/// reader does not know. For somebody who was only introduced, the end alone.
std::vector<Draft> ends_of(const Leaving& leaving) {
  std::vector<Draft> out;
  for (const Work& work : present_work(leaving.view, leaving.person.id)) out.push_back({.type = "involvement", .about = work.children, .answers = work.said->answers});
  const Role* role = leaving.procedure->role(leaving.role);
  const auto all = leaving.view.standing("involvement");
  const bool was_named = std::any_of(all.begin(), all.end(), [&](const ShownEntry* one) { return one->text("person") == leaving.person.id.value; });
  if (!out.empty() || was_named || !role || role->agency.empty() || leaving.view.children.empty()) return out;
  Draft draft{.type = "involvement", .answers = {{"person", leaving.person.id.value}, {"agency", role->agency}, {"direct_contact", false}}};
  for (const ShownChild& child : leaving.view.children) draft.about.push_back(child.id);
  return {std::move(draft)};
}

/// Not found, in the same words, for what is not there, not theirs, and no practitioner.
Result<Leaving> open_leaving(Visit& visit) {
  const auto nobody = [] { return refused("There is no such page.", {}, {}, Problem::Kind::not_found); };
  auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return tl::unexpected(view.error());
  const Described* procedure = visit.site.desk.described_of(visit.file());
  const ShownPerson* person = view->person(visit.captured[1]);
  if (!may_put(visit, *procedure, "involvement") || !person || person->kind != "practitioner") return nobody();
  Leaving out{std::move(*view), procedure, *person};
  out.role = role_of(out.view, out.person.id);
  out.drafts = ends_of(out);
  return out;
}

/// What keeps the file open to them besides their work with its children.
Html still_open(const Visit& visit, const Leaving& leaving) {
  Html out;
  const auto warn = [&](std::string words) { out += components::warning_text({.text = std::move(words)}); };
  for (const std::string& id : visit.site.desk.procedures()) {
    if (id != leaving.procedure->id || !visit.site.desk.shows_to_role(leaving.role, "file")) continue;
    warn("In their role they see every family, whoever works with it. Their name comes off this one; their access does not.");
  }
  for (const ShownEntry* conference : leaving.view.standing("conference"))
    if (conference->text("chair") == leaving.person.id.value) {
      warn("A conference of this family names them as its chair, and they see the file by that. Correct the conference first: say who chairs it instead.");
      break;
    }
  std::vector<PersonId> led;
  for (const ShownChild& child : leaving.view.children)
    if (child.lead_social_worker == leaving.person.id) led.push_back(child.id);
  if (!led.empty()) warn(fmt::format("They are the lead social worker of {}. A child is never without one: a manager names the next before they go.", names(leaving.view, led)));
  return out;
}

Response shown(const Visit& visit, const Leaving& leaving, FormState state, int status) {
  const RecordType& type = *leaving.procedure->record("involvement");
  state.settled = {"about", "person", "agency", "direct_contact", "began"};
  state.shape = FormShape::quick;
  state.hints["ended"] = "The last day of their work, up to today.";
  layout::Page page = file_page(visit, leaving.view, FileTab::people, "Take somebody off this file");
  page.width = layout::Width::reading;
  page.has_errors = !state.problems.empty();
  page.main = form_errors(type, state) + page.main;
  const std::string work = work_in_words(leaving.view, leaving.person.id);
  components::SummaryList who;
  who.rows = {{.key = {.text = "Who"}, .value = {.text = leaving.person.name}}, {.key = {.text = "Role"}, .value = {.text = leaving.person.role_title}},
              {.key = {.text = "On this file"}, .value = {.text = work.empty() ? "Introduced, and named with no child" : work}}};
  page.main += components::summary_list(who) + still_open(visit, leaving);
  if (leaving.drafts.empty()) page.main += paragraph("Nothing on this file says that they work with anybody now, so there is nothing to end.");
  else {
    page.main += paragraph("From the moment you put this on file they cannot open it any more. What they wrote stays on file, under their name, for those who go on.");
    resume(visit, {visit.file(), "involvement", {{"end", leaving.person.id.value}}}, state);
    page.main += kept_form(visit, state, leaving_address(visit.file(), leaving.person.id), form_fields(type, *leaving.procedure, leaving.view, state, visit.today()), {.send = "Take off this file", .send_classes = "govuk-button--warning"});
  }
  page.main += html::element("p", {{"class", "govuk-body"}}, html::element("a", {{"class", "govuk-link"}, {"href", file_address(visit.file(), "/people")}}, "Back to People"));
  return answer(visit, std::move(page), status);
}

}  // namespace

std::string leaving_address(const FileId& file, const PersonId& person) { return file_address(file, fmt::format("/colleagues/{}/end", percent_encode(person.value))); }

Response leaving_page(Visit& visit) {
  const auto leaving = open_leaving(visit);
  if (!leaving) return problem_page(visit, leaving.error());
  FormState state;
  give_day(state.given, "ended", visit.today());
  state.given.emplace_back("key", visit.site.desk.new_id());
  return shown(visit, *leaving, std::move(state), 200);
}

Response leaving_sent(Visit& visit) {
  const std::string key(visit.field("key")), people = file_address(visit.file(), "/people");
  const auto leaving = open_leaving(visit);
  if (!leaving) return problem_page(visit, leaving.error());
  if (visit.site.desk.is_on_file(visit.file(), visit.reader, key)) return redirect(people);   // the same form, sent twice
  FormState state;
  state.given = visit.form;
  const Draft sent = read_draft(*leaving->procedure->record("involvement"), visit.form, state.problems);
  const json::value* ended = sent.answers.if_contains("ended");
  if (!ended && state.problems.empty()) state.problems.push_back({"Enter the last day of their work.", "ended"});
  if (!state.problems.empty()) return shown(visit, *leaving, std::move(state), 422);
  std::vector<Draft> drafts = leaving->drafts;
  if (drafts.empty()) return redirect(people);   // somebody else was quicker
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    drafts[at].answers["ended"] = *ended;
    if (!key.empty()) drafts[at].key = fmt::format("{}-{}", key, at);
  }
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
  if (!done) {
    state.problems = std::move(done.error());
    const int status = status_of(state.problems.front().kind);
    return shown(visit, *leaving, std::move(state), status);
  }
  drop_draft(visit);
  const bool was_oneself = leaving->person.id == visit.reader.person;
  return redirect(was_oneself && !visit.site.desk.open_file(visit.file(), visit.reader) ? "/files" : people);
}

}  // namespace confer
