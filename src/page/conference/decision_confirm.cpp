// The second step of a decision: what it brings about, and what it departs from with the reason, before it is put on file.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/decision.h"
#include "page/words.h"

namespace confer {
namespace {

constexpr std::string_view asked_here = "departs-";   // before the name of each question of the record "departure"
constexpr std::string_view basis = "basis_of_override";

components::ErrorMessage error_of(const Confirmation& confirmation, std::string_view field) {
  for (const Problem& problem : confirmation.problems)
    if (problem.field == field) return {.text = problem.message};
  return {};
}

bool departs(const Confirmation& confirmation) {
  return std::any_of(confirmation.concerns.begin(), confirmation.concerns.end(), [](const ShownConcern& one) { return !one.departs_from.empty(); });
}

/// What the procedure asks for after a decision against the majority, with its limits.
Html consequences(const OnConference& on) {
  Html items;
  for (const ListItem& item : on.list("override")) items += html::element("li", {}, item.title.en);
  for (const TimeLimit& rule : on.procedure->time_limits) {
    const bool of_override = std::any_of(rule.anchors.begin(), rule.anchors.end(), [&](const Selector& from) {
      return from.record == deciding(on).id && std::any_of(from.where.begin(), from.where.end(), [](const Condition& one) { return one.question == "overrides_majority"; });
    });
    if (of_override && rule.limit) items += html::element("li", {}, fmt::format("{}: within {} of the decision. It becomes due as soon as you confirm.", rule.what.en, rule.limit->written()));
  }
  return html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

Html against_majority(const OnConference& on, const PersonId& child, const Pairs& given, const Confirmation& confirmation) {
  const ShownViews* views = views_on(on, child);
  Html out = components::warning_text({.text = fmt::format("You are about to decide for {} against the view of most practitioners.", first_name(on.view, child))});
  if (views) out += paragraph(views->words);
  out += heading(2, "What follows from it") + consequences(on);
  const Question& question = *deciding(on).question(basis);
  return out + components::textarea({.name = std::string(basis), .label = {.text = "On what basis do you decide against them?", .classes = "govuk-label--s"}, .hint = {.text = question.hint.en},
                                     .error = error_of(confirmation, basis), .value = given_in(given, basis)});
}

/// Whom to consult: those in the role that the limit names, else any practitioner.
std::vector<components::SelectItem> to_consult(const OnConference& on, const Confirmation& confirmation) {
  std::vector<std::string> roles;
  for (const ShownConcern& one : confirmation.concerns)
    if (const TimeLimit* rule = on.procedure->time_limit(one.departs_from); rule && !rule->departure_by.empty()) roles.push_back(rule->departure_by);
  std::vector<components::SelectItem> items = {{.value = "", .text = "Choose a person"}};
  for (const ShownPerson& person : on.view.people) {
    const bool named = roles.empty() || std::find(roles.begin(), roles.end(), person.role) != roles.end();
    if (person.kind == "practitioner" && named) items.push_back({.value = person.id.value, .text = person.role_title.empty() ? person.name : fmt::format("{}, {}", person.name, person.role_title)});
  }
  return items;
}

Html why_it_departs(const OnConference& on, const Pairs& given, const Confirmation& confirmation) {
  const RecordType& type = *on.procedure->record("departure");
  const auto field = [](std::string_view name) { return fmt::format("{}{}", asked_here, name); };
  const auto words = [&](std::string_view name) {
    return components::textarea({.name = field(name), .label = {.text = type.question(name)->asks.en, .classes = "govuk-label--s"}, .error = error_of(confirmation, field(name)), .value = given_in(given, field(name))});
  };
  return heading(2, type.title.en) + paragraph(type.explains.en) + paragraph("It is kept apart from the decision: no copy for the family holds it.") +
         components::select({.name = field("consulted"), .label = {.text = type.question("consulted")->asks.en, .classes = "govuk-label--s"}, .error = error_of(confirmation, field("consulted")),
                             .items = to_consult(on, confirmation), .value = given_in(given, field("consulted"))}) +
         words("reason") + words("protection_meanwhile");
}

/// What was sent before and is not asked here, carried along unseen.
Html carried_along(const Pairs& given, const Confirmation& confirmation) {
  Html out;
  for (const auto& [name, value] : given) {
    const bool asked = (name == basis && confirmation.against_majority) || (name.starts_with(asked_here) && departs(confirmation));
    if (name != "form_token" && name != "step" && !asked) out += html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
  return out;
}

Html errors(const Confirmation& confirmation) {
  if (confirmation.problems.empty()) return {};
  components::ErrorSummary summary;
  for (const Problem& problem : confirmation.problems) summary.items.push_back({.text = problem.message, .href = problem.field.empty() ? std::string{} : "#" + problem.field});
  return components::error_summary(summary);
}

}  // namespace

std::string given_in(const Pairs& given, std::string_view name) {
  for (const auto& [key, value] : given)
    if (key == name) return value;
  return {};
}

Response confirmation_page(const Visit& visit, const OnConference& on, const PersonId& child, const Pairs& given, const Confirmation& confirmation) {
  layout::Page page = conference_frame(visit, on, confirmation.against_majority ? "Confirm the decision against the majority" : "Confirm the decision");
  page.width = layout::Width::reading;
  page.has_errors = !confirmation.problems.empty();
  page.main = errors(confirmation) + page.main;
  const Question& outcome = *deciding(on).question("outcome");
  std::string chosen;
  for (const Choice& choice : on.procedure->choices(outcome))
    if (choice.id == given_in(given, "outcome")) chosen = choice.title.en;
  page.main += components::summary_list({.rows = {{.key = {.text = fmt::format("{}: {}", first_name(on.view, child), outcome.asks.en)}, .value = {.text = chosen}}}});
  Html content;
  for (const ShownConcern& concern : confirmation.concerns) content += components::warning_text({.text = concern.message});
  if (confirmation.against_majority) content += against_majority(on, child, given, confirmation);
  if (departs(confirmation)) content += why_it_departs(on, given, confirmation);
  content += carried_along(given, confirmation);
  content += html::element("div", {{"class", "govuk-button-group"}},
                           components::button({.text = "Confirm the decision", .name = "step", .value = "confirm", .classes = "govuk-button--warning", .prevent_double_click = true}) +
                               components::button({.text = "Go back and change it", .name = "step", .value = "change", .classes = "govuk-button--secondary"}));
  page.main += form(visit, decision_address(visit, on), content);
  return answer(visit, std::move(page), confirmation.problems.empty() ? 200 : status_of(Problem::Kind::bad_input));
}

std::vector<Draft> departures(const Visit& visit, const OnConference& on, const PersonId& child, const Confirmation& confirmation) {
  std::vector<Draft> out;
  const std::string key(visit.field("key"));
  for (const ShownConcern& one : confirmation.concerns) {
    if (one.departs_from.empty()) continue;
    json::object answers{{"time_limit", one.departs_from}};
    for (const std::string_view question : {"consulted", "reason", "protection_meanwhile"})
      if (const std::string_view given = visit.field(fmt::format("{}{}", asked_here, question)); !given.empty()) answers[question] = given;
    out.push_back({"departure", {child}, on.day(visit.today()), std::move(answers), {}, key.empty() ? key : fmt::format("{}-{}", key, one.departs_from)});
  }
  return out;
}

}  // namespace confer
