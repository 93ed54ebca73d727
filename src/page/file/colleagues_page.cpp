// Putting somebody on a family's file who has an account: under the id they sign in with, by what their account says of them.
#include "desk/colleagues.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/file/colleagues.h"
#include "page/home/lists.h"
#include "page/kept_form.h"
#include "page/words.h"

namespace confer {
namespace {

constexpr std::size_t most_offered = 50;
constexpr std::size_t most_unasked = 15;            // a whole list is no help beyond what is read at a glance
constexpr std::string_view everybody = "everybody";   // a search for nothing
// Who the person is stands in the choice, and the kind of agency follows from their role; an end has a page of its own.
const std::vector<std::string> not_asked = {"person", "agency", "ended"};

/// A page of this file that puts people on it: the reader's view, and the procedure.
struct OnFile {
  FileView view;
  const Described* procedure = nullptr;
};

/// Not found, in the same words, when the file is not there or not theirs, and when this role introduces nobody.
Result<OnFile> open(Visit& visit) {
  auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return tl::unexpected(view.error());
  const Described* procedure = visit.site.desk.described_of(visit.file());
  if (!may_put(visit, *procedure, "person") || !may_put(visit, *procedure, "involvement")) return refused("There is no such page.", {}, {}, Problem::Kind::not_found);
  return OnFile{std::move(*view), procedure};
}

std::string words_of(const Visit& visit) { return visit.site.desk.kept_search(visit.reader, visit.request.parameter("found")); }

std::string back_from(const Visit& visit) {
  const std::string given(visit.field("back"));
  return given.empty() ? std::string(visit.request.parameter("back")) : given;
}

/// Names of those found who are on the file already; empty for nobody.
std::string known_of(const OnFile& on, const std::vector<Colleague>& found) {
  std::string out;
  for (const Colleague& one : found)
    if (on.view.person(one.id.value)) out += (out.empty() ? "" : ", ") + one.name;
  return out;
}

/// The others, as a choice.
Html chooser(const FormState& state, const std::vector<Colleague>& offered) {
  components::Radios who{.name = "colleague", .fieldset = {.legend = {.text = "Who is it?", .classes = "govuk-fieldset__legend--m"}}, .classes = "govuk-radios--small"};
  for (const Problem& problem : state.problems)
    if (problem.field == "colleague") who.error.text = problem.message;
  for (const auto& [name, value] : state.given)
    if (name == "colleague") who.value = value;
  for (std::size_t at = 0; at < std::min(offered.size(), most_offered); ++at)
    who.items.push_back({.value = offered[at].id.value, .text = offered[at].name, .hint = {.text = fmt::format("{}{}{}", offered[at].role_title, offered[at].workplace.empty() ? "" : ", ", offered[at].workplace)}});
  return components::radios(who);
}

/// What they have to do with the children; nothing while the file has none.
Html work_fields(const Visit& visit, const OnFile& on, const FormState& state) {
  if (on.view.children.empty()) return paragraph("This file has no child yet. Whom they work with can be said once it has.") + carried(state);
  Html out = html::element("h2", {{"class", "govuk-heading-m"}}, "With which children do they work?");
  out += paragraph("Say so for whoever works with a child: they see this file by it. Leave this part empty for a team manager, a chair or somebody who runs the conferences.");
  return out + form_fields(*on.procedure->record("involvement"), *on.procedure, on.view, state, visit.today());
}

Html nobody_found(const std::string& words) {
  if (words.empty()) return paragraph("Nobody has an account with a name yet. Whoever runs Confer adds them.");
  Html out = paragraph(fmt::format("Nobody with an account has “{}” in their name, role or workplace.", words));
  Html hints = html::element("li", {}, "Try one name alone, or the first few letters of it.") + html::element("li", {}, "Somebody without an account is put on file as somebody else, below.");
  return out + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, hints);
}

/// What was found, and the form that puts one of them on file. Nothing before anything was asked for, where there are many.
Html found_part(const Visit& visit, const OnFile& on, FormState& state, const std::string& words) {
  std::vector<Colleague> offered = colleagues_offered(visit.site.sign_in.accounts(), *on.procedure, words);
  if (offered.empty()) return nobody_found(words);
  const bool is_asked = !words.empty() || visit.request.parameter("found") == everybody || !state.problems.empty();
  if (!is_asked && offered.size() > most_unasked) return {};
  const std::string known = known_of(on, offered);
  std::erase_if(offered, [&](const Colleague& one) { return on.view.person(one.id.value) != nullptr; });
  Html out = known.empty() ? Html{} : paragraph(fmt::format("On this file already: {}.", known));
  if (offered.empty()) return out;
  if (offered.size() > most_offered) out += paragraph(fmt::format("The first {} of {} are shown. Search for a name, a role or a workplace to see the others.", most_offered, offered.size()));
  resume(visit, {visit.file(), "involvement", {{"colleague", "yes"}}}, state);
  const std::string found(visit.request.parameter("found")), again = file_address(visit.file(), "/colleagues" + query_string(found.empty() ? Pairs{} : Pairs{{"found", found}}));
  return out + kept_form(visit, state, again, chooser(state, offered) + work_fields(visit, on, state), {.send = "Put on file"});
}

Response shown(const Visit& visit, const OnFile& on, FormState state, int status) {
  const std::string words = words_of(visit), back = back_from(visit);
  state.settled = not_asked;
  layout::Page page = file_page(visit, on.view, FileTab::people, "Put a colleague on this file");
  page.width = layout::Width::reading;
  page.has_errors = !state.problems.empty();
  page.main = form_errors(*on.procedure->record("involvement"), state) + page.main + colleague_search(visit, words, back) + found_part(visit, on, state, words);
  page.main += html::element("h2", {{"class", "govuk-heading-m"}}, "Somebody else") +
               html::element("p", {{"class", "govuk-body"}}, link(file_address(visit.file(), "/record/person" + query_string(back.empty() ? Pairs{} : Pairs{{"back", back}})), "Put somebody on file who has no account"));
  return answer(visit, std::move(page), status);
}

/// Who was chosen, if they may be: by the server's own list, whatever was sent.
std::optional<Colleague> chosen(const Visit& visit, const OnFile& on, Problems& problems) {
  auto one = colleague_offered(visit.site.sign_in.accounts(), *on.procedure, PersonId{std::string(visit.field("colleague"))});
  if (!one) problems.push_back({"Choose somebody from the list. Whoever is not there has no account: put them on file as somebody else.", "colleague"});
  else if (on.view.person(one->id.value)) problems.push_back({"This person is on this file already. Under People you can say whom they work with, or take them off.", "colleague", {}, Problem::Kind::conflict});
  return one;
}

/// Their introduction, and with whom they work where that was said.
std::vector<Draft> drafts_for(const Visit& visit, const OnFile& on, const Colleague& one, Problems& problems) {
  const std::string key(visit.field("key"));
  const auto keyed = [&](Draft draft, std::string_view what) {
    if (!key.empty()) draft.key = fmt::format("{}-{}", key, what);
    return draft;
  };
  std::vector<Draft> out = {keyed({.type = "person", .about = {one.id}, .answers = introduced(one)}, "person")};
  Pairs given = visit.form;
  std::erase_if(given, [](const auto& field) { return field.first == "corrects" || std::find(not_asked.begin(), not_asked.end(), field.first) != not_asked.end(); });
  given.emplace_back("person", one.id.value);
  given.emplace_back("agency", one.agency);
  Draft work = read_draft(*on.procedure->record("involvement"), given, problems);
  if (!work.about.empty()) out.push_back(keyed(std::move(work), "work"));
  else if (work.answers.contains("direct_contact") || work.answers.contains("began")) problems.push_back({"Tick the children they work with, or leave this whole part empty.", "about"});
  return out;
}

/// On file, and what that opens to them: said only where it opens nothing yet.
Response on_file(const Visit& visit, const OnFile& on, const Colleague& one, const PutOnFile& done) {
  const std::string back = way_back(visit);
  if (visit.site.desk.opens_to(visit.file(), visit.reader, {one.id, one.role}) && done.concerns.empty()) return redirect(with_message(back.empty() ? file_address(visit.file(), "/people") : back, done));
  layout::Page page = file_page(visit, on.view, FileTab::people, "Put on file");
  page.width = layout::Width::reading;
  page.main += components::notification_banner({.text = "Your colleague is on this file.", .success = true});
  for (const ShownConcern& concern : done.concerns) page.main += components::warning_text({.text = concern.message});
  page.main += paragraph("They see nothing of the family yet. Nothing on file says with which children they work, and no conference names them as its chair.");
  Html next = html::element("li", {}, link(file_address(visit.file(), "/record/involvement" + query_string({{"person", one.id.value}, {"agency", one.agency}, {"back", back.empty() ? file_address(visit.file(), "/people") : back}})), "Say with which children they work"));
  next += html::element("li", {}, link(colleagues_address(visit.file(), back), "Put another colleague on this file"));
  next += html::element("li", {}, link(back.empty() ? file_address(visit.file()) : back, "Go on"));
  page.main += html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, next);
  return answer(visit, std::move(page));
}

}  // namespace

std::string colleagues_address(const FileId& file, std::string_view back) {
  return file_address(file, "/colleagues" + query_string(back.empty() ? Pairs{} : Pairs{{"back", std::string(back)}}));
}

Html colleague_search(const Visit& visit, std::string_view words, std::string_view back) {
  Html fields = components::input({.name = "search", .label = {.text = "Search by name, role or workplace"}, .hint = {.text = "Leave it empty to see everybody."}, .value = std::string(words), .spellcheck = false, .classes = "govuk-input--width-20"});
  if (!back.empty()) fields += html::void_element("input", {{"type", "hidden"}, {"name", "back"}, {"value", back}});
  fields += components::button({.text = "Search", .classes = "govuk-button--secondary"});
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Somebody with a Confer account") +
         paragraph("Colleagues, and practitioners of other agencies who sign in here. Their name, role and workplace are known.") +
         html::element("div", {{"class", "confer-filter"}, {"role", "search"}}, form(visit, file_address(visit.file(), "/colleagues/search"), fields));
}

bool may_put(const Visit& visit, const Described& procedure, std::string_view type) {
  const RecordType* record = procedure.record(type);
  return record && may_make(*record, visit.reader);
}

Response colleagues_page(Visit& visit) {
  const auto on = open(visit);
  if (!on) return problem_page(visit, on.error());
  FormState state;
  if (const std::string back = back_from(visit); !back.empty()) state.given.emplace_back("back", back);
  state.given.emplace_back("key", visit.site.desk.new_id());
  return shown(visit, *on, std::move(state), 200);
}

Response colleagues_searched(Visit& visit) {
  const auto on = open(visit);
  if (!on) return problem_page(visit, on.error());
  const std::string words = lists::cut_search(visit.field("search"));
  Pairs kept = {{"found", words.empty() ? std::string(everybody) : visit.site.desk.keep_search(visit.reader, words)}};
  if (const std::string back = way_back(visit); !back.empty()) kept.emplace_back("back", back);
  return redirect(file_address(visit.file(), "/colleagues" + query_string(kept)));
}

Response colleague_put(Visit& visit) {
  const auto on = open(visit);
  if (!on) return problem_page(visit, on.error());
  const std::string back = way_back(visit);
  if (visit.site.desk.is_on_file(visit.file(), visit.reader, visit.field("key"))) return redirect(back.empty() ? file_address(visit.file(), "/people") : back);   // the same form, sent twice
  FormState state;
  state.given = visit.form;
  const auto one = chosen(visit, *on, state.problems);
  std::vector<Draft> drafts;
  if (one) drafts = drafts_for(visit, *on, *one, state.problems);
  if (!state.problems.empty()) return shown(visit, *on, state, status_of(state.problems.front().kind));
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
  if (!done) {
    state.problems = std::move(done.error());
    return shown(visit, *on, state, status_of(state.problems.front().kind));
  }
  drop_draft(visit);
  return on_file(visit, *on, *one, *done);
}

}  // namespace confer
