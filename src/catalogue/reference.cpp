#include "catalogue/reference.h"

#include <fmt/format.h>

#include "base/result.h"
#include "catalogue/in_words.h"

namespace confer {
namespace {

/// Words in a cell of a table: no line break, no bar.
std::string cell(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '|') out += "\\|";
    else out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string choices(const Question& question, const Described& procedure) {
  std::string out;
  if (!question.choices_from.empty()) return fmt::format(": see [{0}](#list-{0})", question.choices_from);
  for (const Choice& one : procedure.choices(question)) out += fmt::format("{}`{}` {}", out.empty() ? ": " : "; ", one.id, one.title.en);
  return out;
}

std::string row(const Question& question, const Described& procedure) {
  std::string asks = question.asks.en;
  if (!question.hint.en.empty()) asks += " " + question.hint.en;
  const std::string source = in_words(question.cites, procedure);
  if (!source.empty()) asks += fmt::format(" ({})", source);
  std::string when = question.required ? "yes" : "no";
  if (!question.only_if.empty()) when = fmt::format("{}, asked when {}", when, in_words(question.only_if));
  return fmt::format("| `{}` | {} | {}{} | {} |\n", question.name, cell(asks), kind_in_words(question), cell(choices(question, procedure)), cell(when));
}

std::string_view happened(const RecordType& type) noexcept {
  switch (type.happened) {
    case RecordType::When::none: return "no day is asked";
    case RecordType::When::day: return type.happened_may_be_future ? "a day, which may be to come" : "a day, today at the latest";
    case RecordType::When::instant: return type.happened_may_be_future ? "a day and a time, which may be to come" : "a day and a time, today at the latest";
  }
  mistake("every way of asking for a day has words", __FILE__, __LINE__);
}

std::string section(const RecordType& type, const Described& procedure) {
  std::string out = fmt::format("## {}\n\n", type.title.en);
  if (!type.explains.en.empty()) out += type.explains.en + "\n\n";
  out += fmt::format("- Type: `{}`, {}\n", type.id, type.kind == RecordType::Kind::act ? "an act: guarded, and refused where something that it needs is missing" : "an account: never refused for what happened");
  out += fmt::format("- About: {}\n- Happened: {}{}\n- Put on file by: {}\n", about_in_words(type), happened(type), type.asks_when.en.empty() ? std::string{} : fmt::format(", asked as “{}”", type.asks_when.en),
                     titles(type.makers, procedure));
  for (const Need& need : type.needs) {
    const std::string source = in_words(need.cites, procedure);
    out += fmt::format("- Needs: {}{}\n", in_words(need), source.empty() ? std::string{} : fmt::format(" ({})", source));
  }
  std::string next;
  for (const std::string& one : type.leads_to) next += fmt::format("{}`{}`", next.empty() ? "" : ", ", one);
  if (!next.empty()) out += fmt::format("- Usually leads to: {}\n", next);
  if (const std::string source = in_words(type.cites, procedure); !source.empty()) out += fmt::format("- Source: {}\n", source);
  if (type.questions.empty()) return out + "\n";
  out += "\n| question | asks | answer | required |\n|---|---|---|---|\n";
  for (const Question& question : type.questions) out += row(question, procedure);
  return out + "\n";
}

/// Every line of a list, with its days where it does not hold for all.
std::string lines(const std::vector<ListItem>& items) {
  std::string out;
  for (const ListItem& one : items) {
    const std::string stretch = in_words(one.in_force_from, one.in_force_to);
    out += fmt::format("- `{}` {}{}\n", one.id, one.title.en, stretch.empty() ? stretch : fmt::format(" ({})", stretch));
  }
  return out;
}

std::string roles(const std::vector<Choice>& all) {
  std::string out;
  for (const Choice& one : all) out += fmt::format("- `{}` {}\n", one.id, one.title.en);
  return out;
}

/// The lists that questions choose from, by id.
std::map<std::string, std::string> lists(const Described& procedure) {
  std::map<std::string, const Question*> asked;
  for (const RecordType& type : procedure.records)
    for (const Question& question : type.questions)
      if (!question.choices_from.empty()) asked.emplace(question.choices_from, &question);
  std::map<std::string, std::string> out;
  for (const auto& [id, question] : asked) {
    out[id] = fmt::format("### List: {}\n\n{}\n", id, id == "role" ? roles(procedure.choices(*question)) : lines(procedure.list(id)));
  }
  return out;
}

/// The record types that say something else than those of the procedure that is extended.
std::string own_sections(const Described& procedure, const Described* extended) {
  std::string out;
  for (const RecordType& type : procedure.records) {
    const RecordType* same = extended ? extended->record(type.id) : nullptr;
    const std::string said = section(type, procedure);
    if (!same || section(*same, *extended) != said) out += said;
  }
  return out;
}

std::string own_lists(const Described& procedure, const Described* extended) {
  const auto known = extended ? lists(*extended) : std::map<std::string, std::string>{};
  std::string out;
  for (const auto& [id, list] : lists(procedure))
    if (const auto same = known.find(id); same == known.end() || same->second != list) out += list;
  return out.empty() ? out : "## Lists\n\n" + out;
}

}  // namespace

std::string reference_page(const Described& procedure, const Described* extended) {
  const std::string sections = own_sections(procedure, extended), lists = own_lists(procedure, extended);
  if (sections.empty() && lists.empty()) return {};
  std::string out = fmt::format("# What can be put on file: {}\n\n", procedure.title.en.empty() ? procedure.id : procedure.title.en);
  out += fmt::format("Made by `confer procedures reference {}` from `procedures/`. Change it there, then make this page anew.\n\n", procedure.id);
  if (extended) out += fmt::format("What is not here is as in [{}]({}.md).\n\n", extended->title.en.empty() ? extended->id : extended->title.en, extended->id);
  out += sections + lists;
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace confer
