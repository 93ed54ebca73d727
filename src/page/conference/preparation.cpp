#include "page/conference/preparation.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/words.h"

namespace confer {
namespace {

using components::Task;
using components::TaskStatus;

/// So many of so many: done where all are.
TaskStatus counted(std::size_t count, std::size_t of, std::string_view what) {
  const std::string words = fmt::format("{} of {} {}", count, of, what);
  if (count >= of && of > 0) return {.text = words};
  return {.tag = components::Tag{.text = words, .classes = "govuk-tag--blue"}};
}

/// Those of the family who are invited, children apart.
std::vector<PersonId> invited_adults(const OnConference& on) {
  std::vector<PersonId> out;
  for (const ShownEntry* one : on.standing("invitation")) {
    const ShownPerson* person = on.view.person(one->text("person"));
    if (person && person->kind == "adult" && std::find(out.begin(), out.end(), person->id) == out.end()) out.push_back(person->id);
  }
  return out;
}

/// Whether an entry of a type speaks of somebody: it names them, or it is about them.
bool speaks_of(const OnConference& on, std::string_view type, const PersonId& person) {
  const auto all = on.standing(type);
  return std::any_of(all.begin(), all.end(), [&](const ShownEntry* one) { return one->text("person") == person.value || one->is_about(person); });
}

std::size_t spoken_of(const OnConference& on, std::string_view type, const std::vector<PersonId>& people) {
  return static_cast<std::size_t>(std::count_if(people.begin(), people.end(), [&](const PersonId& one) { return speaks_of(on, type, one); }));
}

std::string form_of(const Visit& visit, const OnConference& on, std::string_view type) { return record_address(visit, type, {{"conference", on.id().value}, {"back", conference_address(visit, on)}}); }

Task needs_task(const Visit& visit, const OnConference& on, const std::vector<PersonId>& adults) {
  std::size_t interpreters = 0;
  for (const ShownEntry* one : on.standing("taking_part")) interpreters += is_yes(*one, "interpreter") ? 1 : 0;
  return {.title = {.text = "Ask the family about times, and what they need"},
          .hint = {.text = interpreters == 0 ? "Times, an interpreter, childcare, travel, who comes with them." : fmt::format("{} said that an interpreter is needed.", interpreters)},
          .status = counted(spoken_of(on, "taking_part", adults), adults.size(), "asked"), .href = form_of(visit, on, "taking_part")};
}

Task prepared_task(const Visit& visit, const OnConference& on, const std::vector<PersonId>& adults) {
  return {.title = {.text = "Prepare the family"}, .hint = {.text = "What happens, who is there, what the reports say; and the interpreter that was booked."},
          .status = counted(spoken_of(on, "family_prepared", adults), adults.size(), "prepared"), .href = form_of(visit, on, "family_prepared")};
}

Task heard_task(const Visit& visit, const OnConference& on) {
  const auto& children = on.children();
  const auto known = static_cast<std::size_t>(std::count_if(children.begin(), children.end(), [&](const PersonId& one) { return speaks_of(on, "childs_part", one) || speaks_of(on, "being_heard", one); }));
  return {.title = {.text = "How each child is heard"}, .hint = {.text = "They come, or somebody speaks for them, or they write or draw; and an advocate is offered."},
          .status = counted(known, children.size(), "settled"), .href = form_of(visit, on, "childs_part")};
}

Task chair_task(const Visit& visit, const OnConference& on, const std::vector<PersonId>& adults) {
  return {.title = {.text = "The chair meets the family"}, .hint = {.text = "Each on their own, before the conference begins."}, .status = counted(spoken_of(on, "chair_met_family", adults), adults.size(), "met"),
          .href = form_of(visit, on, "chair_met_family")};
}

Task exclusions_task(const Visit& visit, const OnConference& on) {
  const auto asked = on.standing("exclusion_asked"), decided = on.standing("exclusion");
  const auto waits = std::count_if(asked.begin(), asked.end(), [&](const ShownEntry* one) {
    return std::none_of(decided.begin(), decided.end(), [&](const ShownEntry* other) { return other->text("person") == one->text("person"); });
  });
  TaskStatus status{.text = decided.empty() ? "Nobody asked" : fmt::format("{} decided", decided.size())};
  if (waits > 0) status = {.tag = components::Tag{.text = fmt::format("{} to decide", waits), .classes = "govuk-tag--blue"}};
  return {.title = {.text = "Exclusions"}, .hint = {.text = "Whether somebody has to be kept out of the conference, or of a part of it."}, .status = status,
          .href = form_of(visit, on, may_put(visit, on, "exclusion") ? "exclusion" : "exclusion_asked")};
}

}  // namespace

std::vector<Task> tasks_with_the_family(const Visit& visit, const OnConference& on) {
  std::vector<Task> out;
  const auto adults = invited_adults(on);
  const bool of_staff = standing_of(visit) == "staff";
  if (of_staff && may_put(visit, on, "taking_part")) out.push_back(needs_task(visit, on, adults));
  if (may_put(visit, on, "family_prepared")) out.push_back(prepared_task(visit, on, adults));
  if (of_staff && may_put(visit, on, "childs_part")) out.push_back(heard_task(visit, on));
  if (may_put(visit, on, "chair_met_family")) out.push_back(chair_task(visit, on, adults));
  if (of_staff && (may_put(visit, on, "exclusion") || may_put(visit, on, "exclusion_asked"))) out.push_back(exclusions_task(visit, on));
  return out;
}

}  // namespace confer
