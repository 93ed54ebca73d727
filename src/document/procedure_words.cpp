// The pieces of a procedure in words: whom an access line speaks of, what a time limit is counted from.
#include <fmt/format.h>

#include <algorithm>

#include "document/procedure_text.h"

namespace confer::document {
namespace {

/// The procedure's words for one of its names; the name itself, with spaces, where it has none.
std::string word_for(const Described& procedure, std::string_view kind, const std::string& name) {
  const auto found = procedure.words.find(fmt::format("{}_{}", kind, name));
  if (found != procedure.words.end()) return found->second.en;
  std::string plain = name;
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : i + 1 == parts.size() ? std::string(last) : std::string(between)) + parts[i];
  return out;
}

std::string answer_words(const Question& question, const std::string& value, const Described& procedure) {
  if (value == "true") return "Yes";
  if (value == "false") return "No";
  for (const Choice& choice : procedure.choices(question))
    if (choice.id == value) return choice.title.en;
  return value;
}

std::string in_words(const std::vector<Condition>& conditions, const RecordType& type, const Described& procedure, std::string_view between);

std::string in_words(const Condition& one, const RecordType& type, const Described& procedure) {
  const Question* question = type.question(one.question);
  switch (one.kind) {
    case Condition::Kind::all: return in_words(one.parts, type, procedure, " and ");
    case Condition::Kind::any: return in_words(one.parts, type, procedure, " or ");
    case Condition::Kind::none: return "not " + in_words(one.parts, type, procedure, " or ");
    case Condition::Kind::answered: return question ? fmt::format("“{}” is answered", question->asks.en) : one.question;
    case Condition::Kind::equals: return question ? fmt::format("“{}” is answered “{}”", question->asks.en, answer_words(*question, one.value, procedure)) : one.question;
    case Condition::Kind::predicate: return word_for(procedure, "predicate", one.predicate);
  }
  mistake("every condition has words", __FILE__, __LINE__);
}

std::string in_words(const std::vector<Condition>& conditions, const RecordType& type, const Described& procedure, std::string_view between) {
  std::vector<std::string> parts;
  for (const Condition& one : conditions) parts.push_back(in_words(one, type, procedure));
  return joined(parts, between, between);
}

}  // namespace

std::string in_words(const AccessLine& line, const Described& procedure) {
  std::vector<std::string> where, what;
  if (line.relation != "any") where.push_back(word_for(procedure, "relation", line.relation));
  for (const std::string& need : line.needs) where.push_back(word_for(procedure, "needs", need));
  for (const std::string& one : line.classes) what.push_back(word_for(procedure, "class", one));
  const std::string when = where.empty() ? "Always" : "Where they " + joined(where, ", ", " and ");
  return fmt::format("{}{}: {}.", line.withholds ? "Never shown. " : "", when, joined(what, "; ", "; "));
}

std::string in_words(const Selector& selector, const Described& procedure) {
  const RecordType* type = procedure.record(selector.record);
  if (!type) return selector.record;
  std::string out = type->title.en;
  if (const Question* day = type->question(selector.day)) out += fmt::format(", counted by “{}”", day->asks.en);
  if (!selector.where.empty()) out += ", where " + in_words(selector.where, *type, procedure, " and ");
  if (const RecordType* conference = procedure.record("conference"); conference && !selector.conference.empty())
    out += ", at a conference where " + in_words(selector.conference, *conference, procedure, " and ");
  return out;
}

std::string in_words(const std::vector<Selector>& selectors, const Described& procedure) {
  std::string out;
  for (const Selector& one : selectors) out += (out.empty() ? "" : ", or ") + in_words(one, procedure);
  return out;
}

}  // namespace confer::document
