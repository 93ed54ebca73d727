#include "document/answers.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer::document {
namespace {

bool equals(const ShownEntry& entry, const Condition& condition) {
  const json::value* value = entry.answers.if_contains(condition.question);
  if (value && value->is_bool()) return condition.value == (value->get_bool() ? "true" : "false");
  const auto given = entry.list(condition.question);
  return std::find(given.begin(), given.end(), condition.value) != given.end();
}

bool meets_one(const ShownEntry& entry, const Condition& condition) {
  const auto part = [&](const Condition& inner) { return meets_one(entry, inner); };
  switch (condition.kind) {
    case Condition::Kind::all: return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::any: return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::none: return std::none_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::answered: return entry.answers.contains(condition.question);
    case Condition::Kind::equals: return equals(entry, condition);
    case Condition::Kind::predicate: break;
  }
  mistake("no predicate stands in a document", __FILE__, __LINE__);
}

std::string title_of(const std::vector<Choice>& choices, std::string_view id) {
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.id == id; });
  return found == choices.end() ? std::string{} : found->title.en;
}

std::string at_time(Instant at) { return fmt::format("{} at {}", london_day(at).written(), london_time(at)); }

/// The texts of a list, or of a single text.
std::vector<std::string> texts(const json::value& answer) {
  std::vector<std::string> out;
  if (const json::string* one = answer.if_string()) out.emplace_back(*one);
  if (const json::array* many = answer.if_array())
    for (const json::value& item : *many)
      if (const json::string* text = item.if_string()) out.emplace_back(*text);
  return out;
}

template <class Say>
std::string each_joined(const json::value& answer, Say say) {
  std::vector<std::string> said = texts(answer);
  for (std::string& one : said) one = say(one);
  return joined(said);
}

}  // namespace

std::string joined(const std::vector<std::string>& pieces) {
  std::vector<std::string_view> said;
  for (const std::string& piece : pieces)
    if (!piece.empty()) said.push_back(piece);
  std::string out;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (i > 0) out += i + 1 == said.size() ? " and " : ", ";
    out += said[i];
  }
  return out;
}

bool meets(const ShownEntry& entry, const std::vector<Condition>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& one) { return meets_one(entry, one); });
}

std::string Telling::role(std::string_view person) const {
  const ShownPerson* known = view_.person(person);
  if (!known) return {};
  if (!known->role_title.empty()) return known->role_title;
  if (known->kind == "child") return "Child";
  // Otherwise what the entries say: all that an adult is to the children, or whom they are there for.
  std::vector<std::string> said;
  const auto add = [&](std::string title) {
    if (!title.empty() && std::find(said.begin(), said.end(), title) == said.end()) said.push_back(std::move(title));
  };
  for (const ShownEntry* entry : view_.standing("relationship"))
    if (entry->text("person") == person) add(answer(*entry, "relation"));
  for (const ShownEntry* entry : view_.standing("represents"))
    if (entry->text("person") == person) add(answer(*entry, "as"));
  for (const ShownEntry* entry : view_.standing("person"))
    if (entry->is_about(known->id)) add(answer(*entry, "role"));
  return fmt::format("{}", fmt::join(said, ", "));
}

std::string Telling::names(const std::vector<PersonId>& people) const {
  std::vector<std::string> known;
  for (const PersonId& person : people) known.push_back(name(person.value));
  return joined(known);
}

std::string Telling::answer(const ShownEntry& entry, std::string_view question) const {
  constexpr std::string_view of_role = ".role";
  if (question.ends_with(of_role)) {
    question.remove_suffix(of_role.size());
    return role(question == "author" ? std::string_view(entry.by.value) : entry.text(question));
  }
  if (question == "about") return names(entry.about);
  if (question == "author") return name(entry.by.value);
  if (question == "happened") return entry.happened_at ? at_time(*entry.happened_at) : entry.happened_on ? entry.happened_on->written() : std::string{};
  const RecordType* type = procedure_.record(entry.type);
  const Question* asked = type ? type->question(question) : nullptr;
  const json::value* given = entry.answers.if_contains(question);
  return asked && given ? written(*asked, *given) : std::string{};
}

std::string Telling::written(const Question& question, const json::value& answer) const {
  const json::string* text = answer.if_string();
  switch (question.kind) {
    case AnswerKind::yes_no: return answer.is_bool() ? (answer.get_bool() ? "Yes" : "No") : "";
    case AnswerKind::choice:
    case AnswerKind::choices: return each_joined(answer, [&, choices = procedure_.choices(question)](const std::string& id) { return title_of(choices, id); });
    case AnswerKind::person:
    case AnswerKind::people: return each_joined(answer, [&](const std::string& id) { return name(id); });
    case AnswerKind::day: {
      const auto day = Date::parse(text ? std::string_view(*text) : std::string_view{});
      return day ? day->written() : std::string{};
    }
    case AnswerKind::instant: {
      const auto at = Instant::parse(text ? std::string_view(*text) : std::string_view{});
      return at ? at_time(*at) : std::string{};
    }
    case AnswerKind::number: return answer.is_int64() ? std::to_string(answer.get_int64()) : std::string{};
    case AnswerKind::text:
    case AnswerKind::words: return text ? std::string(*text) : std::string{};
    case AnswerKind::entry: return {};   // an id says nothing to anybody
  }
  mistake("every kind of answer is told", __FILE__, __LINE__);
}

}  // namespace confer::document
