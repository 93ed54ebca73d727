#include "page/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"

namespace confer {
namespace {

std::string title_of(std::string_view id, const Question& question, const Described& procedure) {
  for (const Choice& choice : procedure.choices(question))
    if (choice.id == id) return choice.title.en;
  return std::string(id);
}

std::string one_in_words(std::string_view value, const Question& question, const FileView& view, const Described& procedure) {
  switch (question.kind) {
    case AnswerKind::choice:
    case AnswerKind::choices: return title_of(value, question, procedure);
    case AnswerKind::person:
    case AnswerKind::people: return std::string(view.name(value));
    case AnswerKind::day: {
      const auto day = Date::parse(value);
      return day ? day->written() : std::string(value);
    }
    case AnswerKind::instant: {
      const auto at = Instant::parse(value);
      return at ? fmt::format("{}, {}", london_day(*at).written(), london_time(*at)) : std::string(value);
    }
    case AnswerKind::entry: {
      const ShownEntry* entry = view.entry(value);
      const RecordType* type = entry ? procedure.record(entry->type) : nullptr;
      return type ? fmt::format("{} of {}", type->title.en, names(view, entry->about)) : std::string{};
    }
    case AnswerKind::yes_no:
    case AnswerKind::text:
    case AnswerKind::words:
    case AnswerKind::number: return std::string(value);
  }
  mistake("every kind of answer has words", __FILE__, __LINE__);
}

}  // namespace

std::string_view state_colour(std::string_view state) noexcept {
  if (state == "plan") return "govuk-tag--orange";
  if (state == "conference_due" || state == "enquiry") return "govuk-tag--yellow";
  if (state == "conference_called" || state == "conference_past") return "govuk-tag--blue";
  return "govuk-tag--grey";
}

std::string age_in_words(Date born, Date today) {
  if (const int years = age_on(born, today); years > 0) return fmt::format("{}", years);
  constexpr int week = 7, fortnight = 14, quarter_of_a_year = 3;
  int whole = 0;   // months
  while (born.plus_months(whole + 1) <= today) ++whole;   // twelve at the most
  const int old = today.days() - born.days();
  const auto counted = [](int count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); };
  if (whole >= quarter_of_a_year) return counted(whole, "month");
  return old < fortnight ? counted(std::max(old, 0), "day") : counted(old / week, "week");
}

std::string when_in_words(const ShownEntry& entry) {
  if (entry.happened_at) return fmt::format("{}, {}", london_day(*entry.happened_at).written(), london_time(*entry.happened_at));
  return entry.happened_on ? entry.happened_on->written() : std::string{};
}

bool is_begun(const ShownEntry& report) noexcept {
  const json::value* finished = report.answers.if_contains("finished");
  return finished && finished->is_bool() && !finished->get_bool();
}

std::string called(const ShownEntry& entry, const RecordType& type, const FileView& view) {
  std::string out = type.title.en;
  if (!entry.about.empty()) out += ": " + names(view, entry.about);
  for (const Question& question : type.questions)
    if (const auto name = view.name(entry.text(question.name)); question.kind == AnswerKind::person && !name.empty()) return fmt::format("{} · {}", out, name);
  return out;
}

std::string names(const FileView& view, const std::vector<PersonId>& people) {
  std::string out;
  for (const PersonId& person : people)
    if (const auto name = view.name(person.value); !name.empty()) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

Html answer_in_words(const json::value& answer, const Question& question, const FileView& view, const Described& procedure) {
  if (const bool* yes = answer.if_bool()) return html::text(*yes ? "Yes" : "No");
  if (const std::int64_t* number = answer.if_int64()) return html::text(fmt::format("{}", *number));
  if (const json::string* one = answer.if_string()) return html::lines(one_in_words(*one, question, view, procedure));
  std::string all;
  if (const json::array* many = answer.if_array())
    for (const json::value& one : *many)
      if (const json::string* value = one.if_string()) all += (all.empty() ? "" : ", ") + one_in_words(*value, question, view, procedure);
  return html::text(all);
}

std::string plain_answer(const ShownEntry& entry, const Question& question, const FileView& view, const Described& procedure) {
  const json::value* answer = entry.answers.if_contains(question.name);
  if (!answer) return "nothing.";
  if (const bool* yes = answer->if_bool()) return *yes ? "Yes." : "No.";
  std::string out;
  for (const std::string_view value : entry.list(question.name)) out += (out.empty() ? "" : ", ") + one_in_words(value, question, view, procedure);
  return out.empty() || out.back() == '.' ? out : out + ".";
}

namespace {

/// The standing entries of a type that name this one, or a correction of it, in a question.
std::vector<const ShownEntry*> naming(const FileView& view, std::string_view type, std::string_view question, const ShownEntry& named) {
  std::vector<const ShownEntry*> out = view.standing(type);
  std::erase_if(out, [&](const ShownEntry* one) {
    const ShownEntry* theirs = view.entry(one->text(question));
    return !theirs || theirs->root != named.root;
  });
  return out;
}

}  // namespace

std::vector<const ShownEntry*> challenges_of(const FileView& view, const ShownEntry& statement) { return naming(view, "challenge", "statement", statement); }

std::vector<const ShownEntry*> answers_of(const FileView& view, const ShownEntry& challenge) { return naming(view, "challenge_answer", "challenge", challenge); }

bool waits_for_answer(const FileView& view, const ShownEntry& challenge) {
  const auto answers = answers_of(view, challenge);
  return std::all_of(answers.begin(), answers.end(), [](const ShownEntry* one) { return one->text("outcome") == "passed"; });
}

namespace {

/// "Answered by Nadia Rowbotham on Monday 28 April 2025", what comes of it, and the words.
Html answer_as_read(const FileView& view, const RecordType& type, const Described& procedure, const ShownEntry& answer) {
  const std::string_view who = view.name(answer.by.value), onwards = view.name(answer.text("passed_to"));
  std::string head = fmt::format("Answered{}{} on {}: ", who.empty() ? "" : " by ", who, london_day(answer.recorded).written());
  Html out = html::element("strong", {}, head);
  if (const json::value* outcome = answer.answers.if_contains("outcome")) out += answer_in_words(*outcome, *type.question("outcome"), view, procedure);
  out += html::text(onwards.empty() ? std::string(". ") : fmt::format(": {}. ", onwards)) + html::lines(answer.text("words"));
  return html::element("div", {{"class", "confer-answered"}}, out);
}

}  // namespace

Html challenge_as_read(const FileView& view, const Described& procedure, const ShownEntry& statement, const ShownEntry& challenge, const Html& more) {
  const bool own = challenge.text("whose") == view.reader.person.value;
  Html out = html::element("strong", {}, own ? std::string("You say that this is wrong:") : fmt::format("{} says that this is wrong:", view.name(challenge.text("whose"))));
  out += html::text(" ") + html::lines(challenge.text("words"));
  if (challenge.recorded < statement.recorded) out += html::element("span", {{"class", "confer-said__by"}}, "The line was changed after this was written.");
  const auto answers = answers_of(view, challenge);
  const RecordType* type = procedure.record("challenge_answer");
  for (const ShownEntry* one : answers) out += answer_as_read(view, *type, procedure, *one);
  if (type && waits_for_answer(view, challenge))
    out += html::element("div", {{"class", "confer-answered"}}, components::tag({.text = "Waiting for an answer", .classes = "govuk-tag--yellow"}));
  return html::element("div", {{"class", "confer-wrong"}}, out + more);
}

Html paragraph(std::string_view words) { return html::element("p", {{"class", "govuk-body"}}, words); }

Html heading(int level, std::string_view words, std::string_view id) {
  const html::Attribute named = html::unless_empty("id", id);
  if (level <= 2) return html::element("h2", {{"class", "govuk-heading-m"}, named}, words);
  if (level == 3) return html::element("h3", {{"class", "govuk-heading-s"}, named}, words);
  return html::element("h4", {{"class", "govuk-heading-s"}, named}, words);
}

Html hidden_words(std::string_view words) { return html::element("span", {{"class", "govuk-visually-hidden"}}, words); }

Html link(std::string_view address, std::string_view words, std::string_view hidden) {
  Html content = html::text(words);
  if (!hidden.empty()) content += hidden_words(hidden);
  return html::element("a", {{"class", "govuk-link"}, {"href", address}}, content);
}

}  // namespace confer
