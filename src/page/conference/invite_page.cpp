// Inviting several people to a conference at once: each as what, to which parts, with a report or without.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/words.h"

namespace confer {
namespace {

bool is_invited(const OnConference& on, const PersonId& person) {
  const auto invitations = on.standing("invitation");
  return std::any_of(invitations.begin(), invitations.end(), [&](const ShownEntry* one) { return one->text("person") == person.value; });
}

/// The children of the conference that somebody belongs to; all of them where the file does not say.
std::vector<PersonId> children_of(const OnConference& on, const ShownPerson& person) {
  if (person.kind == "child") return {person.id};
  std::vector<PersonId> out;
  for (const PersonId& child : on.children())
    for (const char* type : {"involvement", "relationship", "represents"})
      for (const ShownEntry* one : on.view.standing(type))
        if (one->text("person") == person.id.value && one->is_about(child) && std::find(out.begin(), out.end(), child) == out.end()) out.push_back(child);
  return out.empty() ? on.children() : out;
}

/// Everyone on file who could be asked and has not been.
std::vector<const ShownPerson*> candidates(const OnConference& on) {
  std::vector<const ShownPerson*> out;
  for (const ShownPerson& person : on.view.people)
    if (!is_invited(on, person.id) && (person.kind != "child" || on.conference->is_about(person.id))) out.push_back(&person);
  return out;
}

std::string of(std::string_view question, const PersonId& person) { return fmt::format("{}-{}", question, person.value); }

bool has_role(const OnConference& on, const PersonId& person, const Role* role) {
  if (!role) return false;
  for (const ShownEntry* one : on.view.standing("person"))
    if (one->is_about(person)) return one->text("role") == role->id;
  return false;
}

bool represents(const OnConference& on, const PersonId& person) {
  const auto all = on.view.standing("represents");
  return std::any_of(all.begin(), all.end(), [&](const ShownEntry* one) { return one->text("person") == person.value; });
}

bool is_involved(const OnConference& on, const PersonId& person) {
  const auto all = on.view.standing("involvement");
  return std::any_of(all.begin(), all.end(), [&](const ShownEntry* one) { return one->text("person") == person.value; });
}

/// What usually holds for somebody: as what they come, to which parts, with a report.
void give_usual(Pairs& given, const OnConference& on, const ShownPerson& person) {
  const bool practitioner = person.kind == "practitioner" && !represents(on, person.id);
  given.emplace_back(of("as", person.id), practitioner ? "practitioner" : person.kind == "child" ? "child" : person.kind == "adult" ? "family" : "supporter");
  for (const std::string_view part : on.conference->list("parts"))
    if (part == "open_part" || (practitioner && part == "professionals_part")) given.emplace_back(of("parts", person.id), part);
  if (practitioner && is_involved(on, person.id)) given.emplace_back(of("report_wanted", person.id), "yes");
}

Pairs usual(const Visit& visit, const OnConference& on) {
  Pairs given;
  const Role* role = on.procedure->role(visit.request.parameter("role"));
  for (const ShownPerson* person : candidates(on)) {
    give_usual(given, on, *person);
    if (has_role(on, person->id, role) || visit.request.parameter("invite") == person->id.value) given.emplace_back("invite", person->id.value);
  }
  return given;
}

std::vector<std::string> values(const Pairs& given, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& [key, value] : given)
    if (key == name) out.push_back(value);
  return out;
}

/// How and when somebody takes part who does not come with the others: folded away, and open where something is said.
Html otherwise_fields(const OnConference& on, const ShownPerson& person, const Pairs& given) {
  const RecordType& type = *on.procedure->record("invitation");
  const Question* how = type.question("how");
  const Question* at = type.question("at");
  if (!how || !at) return {};
  const auto first = [&](const std::string& name) {
    const auto all = values(given, name);
    return all.empty() ? std::string{} : all.front();
  };
  const std::string how_name = of("how", person.id), at_name = of("at", person.id);
  std::vector<components::SelectItem> ways = {{.value = "", .text = "Nothing said: they come"}};
  for (const Choice& choice : on.procedure->choices(*how)) ways.push_back({.value = choice.id, .text = choice.title.en});
  Html out = components::select({.name = how_name, .label = {.text = how->asks.en}, .hint = {.text = how->hint.en}, .items = std::move(ways), .value = first(how_name)});
  out += components::date_input({.id = at_name, .name_prefix = at_name, .fieldset = {.legend = {.text = at->asks.en}}, .hint = {.text = at->hint.en},
                                 .day = {.value = first(at_name + "-day")}, .month = {.value = first(at_name + "-month")}, .year = {.value = first(at_name + "-year")}});
  out += components::input({.name = at_name + "-time", .id = at_name + "-time", .label = {.text = "At what time?"}, .hint = {.text = "For example, 15:40"}, .value = first(at_name + "-time"), .classes = "govuk-input--width-5"});
  const bool is_said = !first(how_name).empty() || !first(at_name + "-day").empty() || !first(at_name + "-time").empty();
  return components::details({.summary_text = "Not in the room, or at another time", .html = out, .open = is_said});
}

Html fields_of(const OnConference& on, const ShownPerson& person, const Pairs& given) {
  const RecordType& type = *on.procedure->record("invitation");
  std::vector<components::SelectItem> standings;
  for (const Choice& choice : on.procedure->choices(*type.question("as"))) standings.push_back({.value = choice.id, .text = choice.title.en});
  std::vector<components::Choice> parts;
  for (const std::string_view part : on.conference->list("parts")) parts.push_back({.value = std::string(part), .text = title_in(*on.procedure, "part", part)});
  const auto as = values(given, of("as", person.id));
  Html out = components::select({.name = of("as", person.id), .label = {.text = "As what?"}, .items = std::move(standings), .value = as.empty() ? std::string{} : as.front()});
  out += components::checkboxes({.name = of("parts", person.id), .fieldset = {.legend = {.text = "To which parts?"}}, .items = std::move(parts), .values = values(given, of("parts", person.id)), .classes = "govuk-checkboxes--small"});
  out += components::checkboxes({.name = of("report_wanted", person.id), .fieldset = {.legend = {.text = "Report", .classes = "govuk-visually-hidden"}}, .items = {{.value = "yes", .text = "A written report is wanted"}},
                                 .values = values(given, of("report_wanted", person.id)), .classes = "govuk-checkboxes--small"});
  return out + otherwise_fields(on, person, given);
}

Html chooser(const OnConference& on, const Pairs& given, const Problems& problems) {
  components::Checkboxes people{.name = "invite", .fieldset = {.legend = {.text = "Whom do you invite?", .classes = "govuk-fieldset__legend--m"}},
                                .hint = {.text = "What usually holds is filled in. Look at it for each person you tick."}};
  for (const Problem& problem : problems)
    if (problem.field == "invite") people.error.text = problem.message;
  for (const ShownPerson* person : candidates(on)) {
    const std::string about = first_names(on.view, children_of(on, *person));
    people.items.push_back({.value = person->id.value, .text = person->name, .hint = {.text = fmt::format("{}{}About {}", person->role_title, person->role_title.empty() ? "" : ". ", about)},
                            .conditional = fields_of(on, *person, given)});
  }
  people.values = values(given, "invite");
  return components::checkboxes(people);
}

/// "By video, Thursday 30 April 2026, 14:00"; empty for somebody who comes with the others.
Html taken_part(const OnConference& on, const ShownEntry& invitation) {
  const Html how = answer_of(on, invitation, "how"), at = answer_of(on, invitation, "at");
  return how.empty() || at.empty() ? how + at : how + html::text(", ") + at;
}

Html already_invited(const Visit& visit, const OnConference& on) {
  std::vector<components::TableRow> rows;
  for (const ShownEntry* one : on.standing("invitation"))
    rows.push_back({{.text = std::string(on.view.name(one->text("person")))}, {.html = answer_of(on, *one, "as")}, {.html = answer_of(on, *one, "parts")}, {.html = taken_part(on, *one)},
                    {.text = is_yes(*one, "report_wanted") ? "Report wanted" : ""}, {.html = link(correction_address(visit, *one, conference_address(visit, on, "/invite")), "Correct", " this invitation")}});
  if (rows.empty()) return {};
  return components::framed_table({.caption = "Already invited", .caption_classes = "govuk-table__caption--m",
                                   .head = {{.text = "Who"}, {.text = "As"}, {.text = "Parts"}, {.text = "How and when"}, {.text = "Report"}, {.text = "Next"}}, .rows = std::move(rows), .first_cell_is_header = true},
                                  "Already invited", components::OnAPhone::stacks);
}

Response shown(const Visit& visit, const OnConference& on, FormState state) {
  const Problems& problems = state.problems;
  layout::Page page = conference_frame(visit, on, "Invite people");
  page.has_errors = !problems.empty();
  if (!problems.empty()) {
    components::ErrorSummary summary;
    for (const Problem& problem : problems) summary.items.push_back({.text = problem.message, .href = problem.field.starts_with("at-") ? fmt::format("#{}-day", problem.field) : "#invite"});
    page.main = components::error_summary(summary) + page.main;
  }
  page.main += paragraph(on.title());
  if (candidates(on).empty()) {
    page.main += paragraph("Everyone on file has been invited. Somebody else has to be put on file first.");
  } else {
    resume(visit, {visit.file(), "invitation", {{"conference", on.id().value}, {"several", "yes"}}}, state);
    page.main += kept_form(visit, state, conference_address(visit, on, "/invite"), chooser(on, state.given, problems) + carried(state), {.send = "Invite those ticked"});
  }
  page.main += html::element("p", {{"class", "govuk-body"}}, link(record_address(visit, "person", {{"back", conference_address(visit, on, "/invite")}}), "Put somebody else on file"));
  page.main += already_invited(visit, on);
  return answer(visit, std::move(page), problems.empty() ? 200 : status_of(problems.front().kind));
}

/// One person's invitation, as the form of the record type would have sent it.
Pairs one_invitation(const OnConference& on, const ShownPerson& person, const Pairs& given) {
  Pairs out = {{"conference", on.id().value}, {"person", person.id.value}};
  for (const PersonId& child : children_of(on, person)) out.emplace_back("about", child.value);
  for (const std::string_view question : {"as", "parts", "report_wanted", "how"})
    for (std::string& value : values(given, of(question, person.id))) out.emplace_back(question, std::move(value));
  for (const std::string_view part : {"-day", "-month", "-year", "-time"})
    for (std::string& value : values(given, of("at", person.id) + std::string(part))) out.emplace_back("at" + std::string(part), std::move(value));
  return out;
}

}  // namespace

Response invite_page(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (!may_put(visit, *on, "invitation")) return bare_error(404);
  FormState state;
  state.given = usual(visit, *on);
  state.given.emplace_back("key", visit.site.desk.new_id());
  return shown(visit, *on, std::move(state));
}

Response invite_sent(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  if (!may_put(visit, *on, "invitation")) return bare_error(404);
  const std::string done_with = conference_address(visit, *on) + "#invitations", key(visit.field("key"));
  if (visit.site.desk.is_on_file(visit.file(), visit.reader, key)) return redirect(done_with);   // the same form, sent twice
  FormState state;
  state.given = visit.form;
  std::vector<Draft> drafts;
  for (const ShownPerson* person : candidates(*on)) {
    const auto chosen = visit.fields("invite");
    if (std::find(chosen.begin(), chosen.end(), person->id.value) == chosen.end()) continue;
    Problems problems;
    drafts.push_back(read_draft(*on->procedure->record("invitation"), one_invitation(*on, *person, visit.form), problems));
    for (Problem& one : problems) state.problems.push_back({fmt::format("{}: {}", person->name, one.message), of(one.field, person->id)});
    if (!key.empty()) drafts.back().key = key + "-" + person->id.value;
  }
  if (drafts.empty()) state.problems.push_back({"Tick at least one person to invite.", "invite"});
  if (!state.problems.empty()) return shown(visit, *on, std::move(state));
  auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts));
  if (done) {
    drop_draft(visit);
    return redirect(done->entries.size() == 1 ? with_message(done_with, *done) : done_with);
  }
  state.problems = std::move(done.error());
  return shown(visit, *on, std::move(state));
}

}  // namespace confer
