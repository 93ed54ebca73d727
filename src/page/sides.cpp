#include "page/sides.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/kept_form.h"
#include "page/words.h"

namespace confer {
namespace {

/// Whether a field of a form answers this question: the question itself, or one of the boxes of its day or moment.
bool answers(std::string_view field, std::string_view question) {
  if (!field.starts_with(question)) return false;
  const std::string_view rest = field.substr(question.size());
  return rest.empty() || rest == "-day" || rest == "-month" || rest == "-year" || rest == "-time";
}

/// What was given to one question, sorted; empty boxes are no answer.
Pairs given_to(const Pairs& given, std::string_view question) {
  Pairs out;
  for (const auto& [field, value] : given)
    if (!value.empty() && answers(field, question)) out.emplace_back(field, value);
  std::sort(out.begin(), out.end());
  return out;
}

/// One question as each of the three has it, by field name.
struct Asked {
  std::string name;
  std::string asks;
  Pairs before, now, typed;

  [[nodiscard]] bool differs() const { return now != typed; }
};

/// Every question of the form: whom it is about and when it happened first.
std::vector<Asked> questions(const Sides& sides) {
  const Pairs now = values_of(sides.now, sides.type), before = sides.before ? values_of(*sides.before, sides.type) : Pairs{};
  std::vector<Asked> out;
  const auto add = [&](const std::string& name, const std::string& asks) { out.push_back({name, asks, given_to(before, name), given_to(now, name), given_to(sides.typed, name)}); };
  add("about", "Whom it is about");
  add("happened", "When it happened");
  for (const Question& question : sides.type.questions) add(question.name, question.asks.en);
  return out;
}

/// Whether the other changed it and she did not.
bool is_theirs_alone(const Sides& sides, const Asked& one) { return sides.before && one.differs() && one.typed == one.before; }

/// An entry, or what would be one, made of what was given: for its answers in words.
ShownEntry entry_of(const Sides& sides, const Pairs& given) {
  Problems unreadable;
  Draft draft = read_draft(sides.type, given, unreadable);
  ShownEntry out;
  out.about = std::move(draft.about);
  if (const Date* day = std::get_if<Date>(&draft.happened)) out.happened_on = *day;
  if (const Instant* at = std::get_if<Instant>(&draft.happened)) out.happened_at = *at, out.happened_on = london_day(*at);
  out.answers = std::move(draft.answers);
  return out;
}

Html in_words(const Sides& sides, const std::string& question, const ShownEntry& entry) {
  if (question == "about") return html::text(names(sides.view, entry.about));
  if (question == "happened") return html::text(when_in_words(entry));
  const json::value* answer = entry.answers.if_contains(question);
  return answer ? answer_in_words(*answer, *sides.type.question(question), sides.view, sides.procedure) : Html{};
}

Html side(std::string_view whose, Html words) {
  if (words.empty()) words = html::text("Nothing");
  return html::element("div", {}, html::element("h4", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}}, whose) + html::element("p", {{"class", "govuk-body"}}, words));
}

std::string whose_and_when(const Sides& sides) {
  const std::string_view name = sides.view.name(sides.now.by.value);
  return fmt::format("{} put this on file at {}.", name.empty() ? "Somebody else" : name, moment_in_words(sides.now.recorded));
}

}  // namespace

Pairs on_top(const Sides& sides) {
  Pairs out = sides.typed;
  for (const Asked& one : questions(sides)) {
    if (!is_theirs_alone(sides, one)) continue;
    std::erase_if(out, [&](const auto& field) { return answers(field.first, one.name); });
    out.insert(out.end(), one.now.begin(), one.now.end());
  }
  return out;
}

Html side_by_side(const Sides& sides) {
  const ShownEntry typed = entry_of(sides, sides.typed);
  Html out = html::element("h2", {{"class", "govuk-heading-m"}}, "What changed while you were writing");
  out += html::element("p", {{"class", "govuk-body"}}, whose_and_when(sides));
  std::string taken_over;
  bool any = false;
  for (const Asked& one : questions(sides)) {
    if (is_theirs_alone(sides, one)) taken_over += (taken_over.empty() ? "" : "; ") + one.asks;
    if (!one.differs() || is_theirs_alone(sides, one)) continue;
    any = true;
    Html columns = side("Now on file", in_words(sides, one.name, sides.now)) + side("Yours, not on file", in_words(sides, one.name, typed));
    if (sides.before) columns += side("Before both", in_words(sides, one.name, *sides.before));
    out += html::element("h3", {{"class", "govuk-heading-s"}}, one.asks) + html::element("div", {{"class", "confer-room__columns"}}, columns);
  }
  if (!any) out += html::element("p", {{"class", "govuk-body"}}, "It says what yours says.");
  if (!taken_over.empty())
    out += html::element("p", {{"class", "govuk-body"}}, fmt::format("You had left these as they were, so what is on file now stands in your form too: {}", taken_over));
  return out;
}

}  // namespace confer
