#include "page/conference/conference.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/words.h"

namespace confer {
namespace {

Problem no_such_conference() { return {"There is no such conference, or it is not one you work with.", {}, {}, Problem::Kind::not_found}; }

Html action_as_read(const Visit& visit, const OnConference& on, const ShownEntry& action, std::string_view back) {
  const auto by = Date::parse(action.text("by"));
  Html out = html::element("strong", {}, on.view.name(action.text("who")));
  out += html::text(": ") + html::lines(action.text("what"));
  if (by) out += html::element("span", {{"class", "confer-said__by"}}, fmt::format("By {}", by->written()));
  if (!action.text("how_we_will_know").empty()) out += html::element("span", {{"class", "confer-said__by"}}, fmt::format("How we will know: {}", action.text("how_we_will_know")));
  if (!back.empty()) out += html::element("span", {{"class", "confer-said__by"}}, link(correction_address(visit, action, back), "Correct", " this action"));
  return html::element("li", {}, out);
}

/// The form for writing down that somebody says that a statement is wrong.
std::string challenge_address(const Visit& visit, const OnConference& on, const ShownEntry& statement, std::string_view back) {
  Pairs answered = {{"conference", on.id().value}, {"statement", statement.root.value}, {"back", std::string(back)}};
  for (const PersonId& child : statement.about) answered.emplace_back("about", child.value);
  return record_address(visit, "challenge", answered);
}

/// The form that answers a challenge.
std::string answer_address(const Visit& visit, const ShownEntry& challenge, std::string_view back) {
  Pairs answered = {{"challenge", challenge.root.value}, {"back", std::string(back)}};
  for (const PersonId& child : challenge.about) answered.emplace_back("about", child.value);
  return record_address(visit, "challenge_answer", answered);
}

/// Whether the reader is among those who answer for a line: the authority's own staff, whoever wrote it, and whom it was passed to.
bool may_answer(const Visit& visit, const OnConference& on, const ShownEntry& statement, const ShownEntry& challenge) {
  if (!may_put(visit, on, "challenge_answer") || !waits_for_answer(on.view, challenge)) return false;
  const PersonId& own = visit.reader.person;
  const auto answers = answers_of(on.view, challenge);
  return standing_of(visit) == "staff" || statement.by == own || statement.text("whose") == own.value ||
         std::any_of(answers.begin(), answers.end(), [&](const ShownEntry* one) { return one->text("passed_to") == own.value; });
}

}  // namespace

std::optional<Instant> OnConference::starts() const {
  const auto at = Instant::parse(conference->text("starts"));
  return at ? std::optional(*at) : std::nullopt;
}

std::string OnConference::title() const {
  const RecordType* type = procedure->record("conference");
  const Question* kind = type ? type->question("kind") : nullptr;
  std::string out = "Conference";
  if (kind)
    for (const Choice& choice : procedure->choices(*kind))
      if (choice.id == conference->text("kind")) out = choice.title.en;
  if (const auto at = starts()) out += fmt::format(", {}, {}", london_day(*at).written(), london_time(*at));
  return out;
}

Date OnConference::day(Date today) const {
  const auto at = starts();
  return at ? std::min(today, london_day(*at)) : today;
}

std::vector<ListItem> OnConference::list(std::string_view name) const {
  const auto at = starts();
  return at ? procedure->list_on(name, london_day(*at)) : procedure->list(name);
}

std::vector<ListItem> OnConference::headings() const {
  std::vector<ListItem> out = list("board");
  for (const ListItem& item : procedure->list("board"))
    if (std::none_of(out.begin(), out.end(), [&](const ListItem& other) { return other.id == item.id; })) out.push_back(item);
  return out;
}

Result<OnConference> open_conference(const Visit& visit) {
  auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return tl::unexpected(view.error());
  OnConference on{std::move(*view), visit.site.desk.described_of(visit.file()), nullptr};
  const ShownEntry* named = on.view.entry(visit.captured.at(1));
  if (!named || named->type != "conference" || !on.procedure) return tl::unexpected(no_such_conference());
  for (const ShownEntry* one : on.view.standing("conference"))
    if (one->root == named->root) on.conference = one;
  if (!on.conference) return tl::unexpected(no_such_conference());
  return on;
}

std::string conference_address(const Visit& visit, const OnConference& on, std::string_view rest) {
  return file_address(visit.file(), fmt::format("/conferences/{}{}", percent_encode(on.id().value), rest));
}

std::string record_address(const Visit& visit, std::string_view type, const Pairs& answered) {
  return file_address(visit.file(), fmt::format("/record/{}{}", type, query_string(answered)));
}

std::string correction_address(const Visit& visit, const ShownEntry& entry, std::string_view back) {
  return record_address(visit, entry.type, {{"corrects", entry.id.value}, {"back", std::string(back)}});
}

bool may_put(const Visit& visit, const OnConference& on, std::string_view type) {
  const RecordType* described = on.procedure->record(type);
  return described && may_make(*described, visit.reader);
}

layout::Page conference_frame(const Visit& visit, const OnConference& on, std::string title) {
  layout::Page page = file_page(visit, on.view, FileTab::conferences, std::move(title));
  page.breadcrumbs.push_back({.text = "Conferences", .href = file_address(visit.file(), "/conferences")});
  page.breadcrumbs.push_back({.text = "This conference", .href = conference_address(visit, on)});
  return page;
}

Html corner_form(const Visit& visit, const OnConference& on, std::string_view type, FormState state, std::string_view button, std::string back, const SentTo& to) {
  const RecordType& described = *on.procedure->record(type);
  const auto add = [&](std::string_view name, std::string value) {   // a form that was just sent carries them already
    const bool there = std::any_of(state.given.begin(), state.given.end(), [&](const auto& pair) { return pair.first == name; });
    if (!there) state.given.emplace_back(name, std::move(value));
  };
  add("conference", on.id().value);
  add("key", visit.site.desk.new_id());
  add("back", std::move(back));
  state.settled.emplace_back("conference");
  if (!state.among.contains("about")) state.among["about"] = on.children();
  resume(visit, name_of_form(visit.file(), described, on.view, state), state);
  Html fields = form_fields(described, *on.procedure, on.view, state, visit.today());
  for (const auto& [name, value] : to.with) fields += html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  return kept_form(visit, state, to.address.empty() ? file_address(visit.file(), fmt::format("/record/{}", type)) : to.address, fields, {.send = std::string(button)});
}

std::string who_they_are(const OnConference& on, const PersonId& id) {
  const ShownPerson* person = on.view.person(id.value);
  if (!person || person->kind == "practitioner") return person ? person->role_title : std::string{};
  const RecordType* type = on.procedure->record("relationship");
  const Question* relation = type ? type->question("relation") : nullptr;
  std::string out;
  for (const ShownEntry* one : on.view.standing("relationship")) {
    std::vector<PersonId> children = one->about;
    std::erase_if(children, [&](const PersonId& child) { return !on.conference->is_about(child); });
    if (one->text("person") != id.value || children.empty() || !relation) continue;
    for (const Choice& choice : on.procedure->choices(*relation))
      if (choice.id == one->text("relation")) out += fmt::format("{}{} of {}", out.empty() ? "" : ", ", choice.title.en, first_names(on.view, children));
  }
  return out.empty() ? person->role_title : out;
}

std::string title_in(const Described& procedure, std::string_view list, std::string_view id) {
  for (const ListItem& item : procedure.list(list))
    if (item.id == id) return item.title.en;
  return std::string(id);
}

std::string first_name(const FileView& view, const PersonId& person) {
  const std::string_view name = view.name(person.value);
  return std::string(name.substr(0, name.find(' ')));
}

std::string first_names(const FileView& view, const std::vector<PersonId>& people) {
  std::string out;
  for (std::size_t index = 0; index < people.size(); ++index)
    out += (index == 0 ? "" : index + 1 == people.size() ? " and " : ", ") + first_name(view, people[index]);
  return out;
}

Html answer_of(const OnConference& on, const ShownEntry& entry, std::string_view question) {
  const RecordType* type = on.procedure->record(entry.type);
  const Question* asked = type ? type->question(question) : nullptr;
  const json::value* answer = entry.answers.if_contains(question);
  return asked && answer ? answer_in_words(*answer, *asked, on.view, *on.procedure) : Html{};
}

bool is_yes(const ShownEntry& entry, std::string_view question) noexcept {
  const json::value* answer = entry.answers.if_contains(question);
  return answer && answer->is_bool() && answer->get_bool();
}

Html statement_as_read(const Visit& visit, const OnConference& on, const ShownEntry& statement, std::string_view back) {
  Html out = html::element("p", {{"class", "confer-said__words"}}, html::lines(statement.text("words")));
  Html by = components::tag({.html = answer_of(on, statement, "kind"), .classes = "govuk-tag--grey"});
  if (const auto name = on.view.name(statement.text("whose")); !name.empty()) by += html::text(fmt::format(" {}", name));
  by += html::text(fmt::format(" · about {}", first_names(on.view, statement.about)));
  if (is_yes(statement, "tells_where")) by += html::text(" · tells where: kept from whoever may not know");
  if (!back.empty() && may_put(visit, on, "statement")) by += html::text(" · ") + link(correction_address(visit, statement, back), "Correct", " this statement");
  if (!back.empty() && may_put(visit, on, "challenge")) by += html::text(" · ") + link(challenge_address(visit, on, statement, back), "Somebody says it is wrong", " about this statement");
  out += html::element("p", {{"class", "confer-said__by"}}, by);
  for (const ShownEntry* one : challenges_of(on.view, statement)) out += challenge_with_answers(visit, on, statement, *one, back);
  return html::element("li", {}, out);
}

Html challenge_with_answers(const Visit& visit, const OnConference& on, const ShownEntry& statement, const ShownEntry& challenge, std::string_view back) {
  Html acts;
  if (!back.empty() && may_answer(visit, on, statement, challenge)) acts += link(answer_address(visit, challenge, back), "Answer", " what is said to be wrong");
  if (!back.empty() && may_put(visit, on, "challenge")) acts += (acts.empty() ? Html{} : html::text(" · ")) + link(correction_address(visit, challenge, back), "Correct", " what is said to be wrong");
  return challenge_as_read(on.view, *on.procedure, statement, challenge, acts.empty() ? Html{} : html::element("span", {{"class", "confer-said__by"}}, acts));
}

Html statements_as_read(const Visit& visit, const OnConference& on, const std::vector<const ShownEntry*>& statements, std::string_view back, std::string_view none) {
  if (statements.empty()) return html::element("p", {{"class", "govuk-body-s confer-nothing"}}, none);
  Html items;
  for (const ShownEntry* one : statements) items += statement_as_read(visit, on, *one, back);
  return html::element("ul", {{"class", "govuk-list confer-said"}}, items);
}

const ShownEntry* outline_plan_of(const OnConference& on, const PersonId& child) {
  for (const ShownEntry* one : on.standing("outline_plan"))
    if (one->is_about(child)) return one;
  return nullptr;
}

Html plan_as_read(const Visit& visit, const OnConference& on, const PersonId& child, std::string_view back, int heading_level) {
  const ShownEntry* outline = outline_plan_of(on, child);
  if (!outline) return {};
  Html out = heading(heading_level, "What has to change");
  out += html::element("p", {{"class", "govuk-body"}}, html::lines(outline->text("change_needed")));
  out += heading(heading_level, "If it does not");
  out += html::element("p", {{"class", "govuk-body"}}, html::lines(outline->text("contingency")));
  if (!back.empty() && may_put(visit, on, "outline_plan"))
    out += html::element("p", {{"class", "govuk-body-s"}}, link(correction_address(visit, *outline, back), "Correct", fmt::format(" the outline plan of {}", first_name(on.view, child))));
  out += heading(heading_level, "Who does what");
  Html actions;
  for (const ShownEntry* action : on.standing("plan_action"))
    if (action->is_about(child)) actions += action_as_read(visit, on, *action, may_put(visit, on, "plan_action") ? back : std::string_view{});
  return out + (actions.empty() ? html::element("p", {{"class", "govuk-body-s confer-nothing"}}, "No actions yet.") : html::element("ol", {{"class", "govuk-list govuk-list--number confer-said"}}, actions));
}

}  // namespace confer
