// The page of the day: who is in the part that is on, who may be put on its list, and whether the conference may decide for each child.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/day.h"
#include "page/words.h"

namespace confer::day {
namespace {

const ShownEntry* attendance_of(const OnConference& on, std::string_view person) {
  for (const ShownEntry* one : on.standing("attendance"))
    if (one->text("person") == person) return one;
  return nullptr;
}

/// Whether an attendance is for this part.
bool is_here(const ShownEntry& entry, std::string_view part) {
  const auto parts = entry.list("parts");
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

/// Who is in this part. To a reader who may not see the parts, everyone whose attendance they may see.
Html here(const Visit& visit, const OnConference& on, const Standpoint& at) {
  Html items, away;
  for (const ShownEntry* one : on.standing("attendance")) {
    const ShownPerson* person = on.view.person(one->text("person"));
    if (!person) continue;
    const bool knows_parts = one->answers.contains("parts") || one->answers.contains("how");
    Html line = html::text(person->name);
    if (const std::string who = who_they_are(on, person->id); !who.empty()) line += html::text(", " + who);
    if (one->text("how") != "in_person" && !one->text("how").empty()) line += html::text(" – ") + answer_of(on, *one, "how");
    if (runs_the_day(visit, on)) line += html::text(" · ") + link(correction_address(visit, *one, address(visit, on, at)), "Correct", " attendance of " + person->name);
    if (one->text("how") == "apologies") away += html::element("li", {}, line);
    else if (!knows_parts || is_here(*one, at.part)) items += html::element("li", {}, line);
  }
  Html out = heading(2, "Who is here in this part");
  out += items.empty() ? html::element("p", {{"class", "govuk-body-s confer-nothing"}}, "Nobody is on the list yet.") : html::element("ul", {{"class", "govuk-list confer-here"}}, items);
  if (!away.empty()) out += heading(3, "Sent apologies") + html::element("ul", {{"class", "govuk-list confer-here"}}, away);
  return out;
}

/// Somebody who may be put on the list: who was invited, and those who run the conference.
struct Expected {
  PersonId person;
  std::vector<PersonId> about;
  std::string as;
  std::vector<std::string> parts;
};

std::vector<std::string> words_of(const ShownEntry& entry, std::string_view question) {
  std::vector<std::string> out;
  for (const std::string_view one : entry.list(question)) out.emplace_back(one);
  return out;
}

/// Chair and minute-taker, who are there without being invited, then everyone invited.
std::vector<Expected> expected(const OnConference& on) {
  std::vector<Expected> out;
  const auto known = [&](std::string_view person) { return std::any_of(out.begin(), out.end(), [&](const Expected& one) { return one.person.value == person; }); };
  for (const std::string_view question : {"chair", "administrator"})
    if (const std::string_view person = on.conference->text(question); !person.empty() && !known(person)) out.push_back({PersonId{std::string(person)}, on.children(), "practitioner", words_of(*on.conference, "parts")});
  for (const ShownEntry* invitation : on.standing("invitation"))
    if (!known(invitation->text("person"))) out.push_back({PersonId{std::string(invitation->text("person"))}, invitation->about, std::string(invitation->text("as")), words_of(*invitation, "parts")});
  return out;
}

bool holds(const std::vector<std::string>& parts, std::string_view part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); }

/// Everyone expected who is not on the list of this part. In the professionals' part only those invited to it: a parent is not put there by a slip.
std::vector<Expected> not_here(const OnConference& on, std::string_view part) {
  std::vector<Expected> out;
  for (Expected& one : expected(on)) {
    if (part == "professionals_part" && !holds(one.parts, part)) continue;
    const ShownEntry* attendance = attendance_of(on, one.person.value);
    if (!attendance || (!is_here(*attendance, part) && attendance->text("how") != "apologies")) out.push_back(std::move(one));
  }
  return out;
}

std::vector<std::string> given_all(const Pairs& given, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& [key, value] : given)
    if (key == name) out.push_back(value);
  return out;
}

Html attendance_form(const Visit& visit, const OnConference& on, const Standpoint& at) {
  FormState state;
  state.shape = FormShape::quick;
  if (at.form == "attendance") state.given = at.given;
  else state.given = {{"key", visit.site.desk.new_id()}};
  resume(visit, {visit.file(), "attendance", {{"conference", on.id().value}, {"part", at.part}, {"several", "yes"}}}, state);
  components::Checkboxes people{.name = "here", .fieldset = {.legend = {.text = "Who else is here?", .classes = "govuk-fieldset__legend--s"}}, .values = given_all(state.given, "here"), .classes = "govuk-checkboxes--small"};
  if (at.form == "attendance")
    for (const Problem& problem : at.problems) people.error.text = problem.message;
  for (const Expected& one : not_here(on, at.part)) {
    const std::string who = who_they_are(on, one.person);
    const bool asked = holds(one.parts, at.part);
    if (const ShownPerson* person = on.view.person(one.person.value))
      people.items.push_back({.value = person->id.value, .text = person->name, .hint = {.text = fmt::format("{}{}{}", who, who.empty() || asked ? "" : ". ", asked ? "" : "Not invited to this part")}});
  }
  Html out;
  if (!people.items.empty()) {
    const auto how = given_all(state.given, "how");
    components::Select ways{.name = "how", .label = {.text = "How do they take part?", .classes = "govuk-label--s"}, .value = how.empty() ? "in_person" : how.front()};
    for (const Choice& choice : on.procedure->choices(*on.procedure->record("attendance")->question("how"))) ways.items.push_back({.value = choice.id, .text = choice.title.en});
    Html content = components::checkboxes(people) + components::select(ways);
    for (const auto& [name, value] : Pairs{{"part", at.part}, {"step", at.step}}) content += html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    const Html whole = html::element("div", {{"class", "confer-quick"}},
                         kept_form(visit, state, conference_address(visit, on, "/day"), content + carried(state), {.send = "Put on the list", .send_classes = "govuk-button--secondary"}));
    // Once somebody is on the list it folds up, so that who is here and the board stand close together.
    const bool begun = anybody_in(on, at.part) && at.form != "attendance" && !state.kept_at;
    out += begun ? components::details({.summary_text = fmt::format("Who else is here? {} not on the list yet", people.items.size()), .html = whole}) : whole;
  }
  return out + html::element("p", {{"class", "govuk-body-s"}}, link(record_address(visit, "attendance", {{"conference", on.id().value}, {"parts", at.part}, {"back", address(visit, on, at)}}), "Somebody who was not invited"));
}

Html quorum(const Visit& visit, const OnConference& on, const Standpoint& at) {
  Html items;
  for (const PersonId& child : on.children())
    for (const ShownQuorum& one : on.view.quorum) {
      const ShownEntry* conference = on.view.entry(one.conference.value);
      if (one.child != child || !conference || conference->root != on.id()) continue;
      Html line = html::element("strong", {}, first_name(on.view, child)) + html::text(": " + one.words);
      if ((!one.may_decide || one.none_published) && may_put(visit, on, "quorum_decision"))
        line += html::text(" ") + link(record_address(visit, "quorum_decision", {{"about", child.value}, {"conference", on.id().value}, {"back", address(visit, on, at)}}), one.none_published ? "If too few are here, put it off" : "Decide whether to go ahead",
                                       fmt::format(" for {}", first_name(on.view, child)));
      items += html::element("li", {}, line);
    }
  return items.empty() ? Html{} : heading(2, "May the conference decide?") + html::element("ul", {{"class", "govuk-list confer-quorum"}}, items);
}

/// One person's attendance as the form of the record type would have sent it; one who is on the list already is there in this part too.
Pairs one_attendance(const Visit& visit, const OnConference& on, const Standpoint& at, const Expected& expected) {
  const RecordType& type = *on.procedure->record("attendance");
  const bool apologies = visit.field("how") == "apologies";
  if (const ShownEntry* known = attendance_of(on, expected.person.value)) {
    Pairs out = values_of(*known, type);
    if (!apologies) out.emplace_back("parts", at.part);
    out.emplace_back("corrects", known->id.value);
    return out;
  }
  Pairs out = {{"conference", on.id().value}, {"person", expected.person.value}, {"as", expected.as}, {"how", std::string(visit.field("how"))}};
  if (!apologies) out.emplace_back("parts", at.part);
  for (const PersonId& child : expected.about) out.emplace_back("about", child.value);
  give_day(out, "happened", on.day(visit.today()));
  return out;
}

}  // namespace

bool anybody_in(const OnConference& on, std::string_view part) {
  const auto came = on.standing("attendance");
  return std::any_of(came.begin(), came.end(), [&](const ShownEntry* one) { return is_here(*one, part) && one->text("how") != "apologies"; });
}

Html people_column(const Visit& visit, const OnConference& on, const Standpoint& at) {
  return quorum(visit, on, at) + here(visit, on, at) + (runs_the_day(visit, on) ? attendance_form(visit, on, at) : Html{});
}

Standpoint attendance_sent(Visit& visit, const OnConference& on, Standpoint at) {
  at.form = "attendance";
  at.given = visit.form;
  const std::string key(visit.field("key"));
  if (visit.site.desk.is_on_file(visit.file(), visit.reader, key)) return at;   // the same form, sent twice
  const auto ticked = visit.fields("here");
  std::vector<Draft> drafts;
  for (const Expected& one : not_here(on, at.part))
    if (std::find(ticked.begin(), ticked.end(), one.person.value) != ticked.end()) {
      drafts.push_back(read_draft(*on.procedure->record("attendance"), one_attendance(visit, on, at, one), at.problems));
      if (!key.empty()) drafts.back().key = fmt::format("{}-{}", key, one.person.value);
    }
  if (drafts.empty() && at.problems.empty()) at.problems.push_back({"Tick who is here.", "here"});
  if (!at.problems.empty()) return at;
  if (auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, std::move(drafts)); !done) at.problems = std::move(done.error());
  else drop_draft(visit);
  return at;
}

}  // namespace confer::day
