#include "casefile/validate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "casefile/condition.h"
#include "catalogue/in_words.h"

namespace confer {
namespace {

/// Checks one entry, gathering what is wrong.
class Validation {
 public:
  Validation(const Described& procedure, const CaseFile& file, const Entry& entry, Date today)
      : procedure_(procedure), file_(file), entry_(entry), today_(today) {}

  std::vector<Problem> run() {
    const RecordType* type = procedure_.record(entry_.type);
    if (!type) {
      wrong("There is no such record type in this procedure. Check the name.", "type");
      return std::move(found_);
    }
    about(*type);
    happened(*type);
    corrects();
    for (const Question& question : type->questions) answer(question);
    for (const auto& answered : entry_.answers.values())
      if (!type->question(answered.key())) wrong(fmt::format("\"{}\" does not ask this question. Take the answer out.", type->title.en), "answers");
    return std::move(found_);
  }

 private:
  void wrong(std::string message, std::string field) { found_.push_back({std::move(message), std::move(field), {}, Problem::Kind::bad_input}); }

  void about(const RecordType& type) {
    const bool introduces = entry_.type == "person";
    const bool one = type.about == "child" || type.about == "person";
    if (type.about == "file") {
      if (!entry_.about.empty()) wrong("This concerns the file as a whole: leave out whom it is about.", "about");
      return;
    }
    if (entry_.about.empty()) wrong(one ? "Say whom it is about." : "Choose at least one person it is about.", "about");
    if (one && entry_.about.size() > 1) wrong("Choose one only. Make a separate entry for each of the others.", "about");
    if (entry_.about.size() > most_people_in_an_answer) return wrong("There are too many people here.", "about");
    const bool children_only = type.about == "child" || type.about == "children";
    for (const PersonId& id : entry_.about) {
      // Whether somebody is introduced twice is the desk's to say: only it knows whom the writer may know of.
      if (!introduces && !file_.person(id)) wrong("One of these people is not on this file. Choose from the list, or introduce them first.", "about");
      else if (children_only && !file_.is_child(id)) wrong("This can only be about a child of the family.", "about");
      else if (const PersonOnFile* person = file_.person(id); person && !is_among(type.about_kinds, person->kind)) wrong("This cannot be about one of these people. Choose from the list.", "about");
    }
    auto sorted = entry_.about;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) wrong("The same person is named twice.", "about");
  }

  void happened(const RecordType& type) {
    const auto day = entry_.happened_on();
    if (type.happened == RecordType::When::none) {
      if (day) wrong("No day is asked for here. Leave it out.", "happened");
      return;
    }
    if (!day) return wrong(type.asks_when.en.empty() ? "Enter the day it happened." : "Enter the day.", "happened");
    if (type.happened == RecordType::When::instant && !std::holds_alternative<Instant>(entry_.happened)) return wrong("Enter the time as well as the day.", "happened");
    if (*day > today_ && !type.happened_may_be_future) wrong(type.asks_when.en.empty() ? "This day is still to come. Enter the day it happened, or wait until it has." : "This day is still to come. Enter a day up to today.", "happened");
  }

  void corrects() {
    if (entry_.corrects.empty()) return;
    const Entry* corrected = file_.find(entry_.corrects);
    if (!corrected) wrong("The entry to be corrected is not on this file.", "corrects");
    else if (corrected->type != entry_.type) wrong("A correction must be of the same kind as the entry it corrects.", "corrects");
    else if (entry_.type == "person" && corrected->about != entry_.about) wrong("This corrects the entry of somebody else. Correct the entry that introduces this person.", "corrects");
  }

  void answer(const Question& question) {
    const bool asked = meets(entry_.answers, question.only_if);
    if (!entry_.answers.has(question.name)) {
      if (asked && question.required) wrong("Answer this question.", question.name);
      return;
    }
    const json::value* given = entry_.answers.values().if_contains(question.name);
    if (!asked) return wrong("This question does not arise with the other answers. Take the answer out, or change the others.", question.name);
    switch (question.kind) {
      case AnswerKind::yes_no: return expect(given->is_bool(), "Answer yes or no.", question);
      case AnswerKind::number: return expect(given->is_int64(), "Enter a whole number.", question);
      case AnswerKind::text:
      case AnswerKind::words: return words(question, *given);
      case AnswerKind::day: return day(question, *given);
      case AnswerKind::instant: return instant(question, *given);
      case AnswerKind::choice: return expect(given->is_string() && offered(question, given->get_string()), "Choose one of the answers listed.", question);
      case AnswerKind::choices: return many(question, *given, [&](std::string_view id) { return offered(question, id); }, "Choose from the answers listed.");
      case AnswerKind::person:
      case AnswerKind::people: return people(question, *given);
      case AnswerKind::entry: return reference(question, *given);
    }
  }

  /// Whoever is named is on the file, of a kind and in a role that the question is for; and they are not too few.
  void people(const Question& question, const json::value& given) {
    const std::size_t before = found_.size();
    if (question.kind == AnswerKind::people) many(question, given, [&](std::string_view id) { return file_.person(id) != nullptr; }, not_on_file);
    else expect(given.is_string() && file_.person(std::string_view(given.get_string())), not_on_file, question);
    if (found_.size() > before) return;
    const auto named = entry_.answers.list(question.name);
    const auto is_own = [&](std::string_view id) { return entry_.is_about(PersonId{std::string(id)}); };
    if (question.somebody_else && std::any_of(named.begin(), named.end(), is_own)) return wrong("This is the same person as the one it is about. Choose somebody else.", question.name);
    if (static_cast<int>(named.size()) < question.fewest) return wrong(fmt::format("Choose at least {} people.", question.fewest), question.name);
    for (const std::string_view id : named)
      if (const std::string why = not_for(question, *file_.person(id)); !why.empty()) return wrong(why, question.name);
  }

  /// Why somebody cannot be named in answer to a question; empty where they can.
  [[nodiscard]] std::string not_for(const Question& question, const PersonOnFile& person) const {
    if (!is_among(question.kinds, person.kind)) return person.kind == "child" ? "A child cannot be chosen here. Choose from the others." : "One of these people cannot be chosen here. Choose from the others.";
    if (!is_among(question.roles, person.role)) return fmt::format("Only somebody with one of these roles can be chosen here: {}. Choose one, or introduce them first.", titles(question.roles, procedure_));
    return {};
  }

  /// Whether a name is among those that are listed; any is where none is listed.
  [[nodiscard]] static bool is_among(const std::vector<std::string>& names, const std::string& name) { return names.empty() || std::find(names.begin(), names.end(), name) != names.end(); }

  static constexpr std::string_view not_on_file = "This person is not on the file. Choose from the list, or introduce them first.";

  void expect(bool good, std::string_view message, const Question& question) {
    if (!good) wrong(std::string(message), question.name);
  }

  void words(const Question& question, const json::value& given) {
    if (!given.is_string()) return wrong("Answer in words.", question.name);
    const auto text = Text::from(given.get_string(), static_cast<std::size_t>(question.longest));
    if (!text) return wrong(text.error().message, question.name);
    if (question.shape == TextShape::reference && !is_reference(given.get_string()))
      wrong("Enter a reference: one word of letters and figures, such as AB-0123, without spaces and with at least one figure. No names.", question.name);
  }

  /// One word with a figure in it, as references are: neither a name nor a sentence.
  [[nodiscard]] static bool is_reference(std::string_view text) {
    const auto is_figure = [](char one) { return one >= '0' && one <= '9'; };
    const auto is_letter = [](char one) { return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z'); };
    const auto fits = [&](char one) { return is_figure(one) || is_letter(one) || std::string_view("-/._").find(one) != std::string_view::npos; };
    return std::any_of(text.begin(), text.end(), is_figure) && std::all_of(text.begin(), text.end(), fits);
  }

  void day(const Question& question, const json::value& given) {
    const auto day = given.is_string() ? Date::parse(given.get_string()) : Result<Date>(refused("Enter a day."));
    if (!day) return wrong(day.error().message, question.name);
    if (*day > today_ && !question.allows_future) return wrong("This day is still to come. Enter a day up to today.", question.name);
    if (const int limit = question.younger_than.years; limit > 0 && meets(entry_.answers, question.younger_than.when) && age_on(*day, first_recorded_on()) >= limit)
      wrong(fmt::format("Somebody born on {} is {} years old already. Mend the day, or say that they are something else.", day->written(), age_on(*day, first_recorded_on())), question.name);
    if (const auto own = entry_.happened_on(); question.from_happened && own && *day < *own)
      wrong(fmt::format("{} is before {}, the day of this entry itself. Enter a day from then on.", day->written(), own->written()), question.name);
  }

  void instant(const Question& question, const json::value& given) {
    const auto at = given.is_string() ? Instant::parse(given.get_string()) : Result<Instant>(refused({}));
    if (!at) return wrong("Enter a day and a time.", question.name);
    if (london_day(*at) > today_ && !question.allows_future) wrong("This day is still to come. Enter a day up to today.", question.name);
  }

  /// The day on which this, or what it corrects, was first put on file; today for what is on none yet.
  [[nodiscard]] Date first_recorded_on() const {
    const Entry* first = entry_.corrects.empty() ? nullptr : file_.find(file_.root(entry_.corrects));
    const Instant recorded = (first ? *first : entry_).recorded;
    return recorded == Instant{} ? today_ : london_day(recorded);
  }

  /// The day by whose choices an entry is judged: when it happened; today where it says no day.
  [[nodiscard]] Date day_judged() const { return entry_.happened_on().value_or(today_); }

  [[nodiscard]] bool offered(const Question& question, std::string_view id) const {
    const auto choices = procedure_.choices(question, day_judged());
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.id == id; });
  }

  template <class Good>
  void many(const Question& question, const json::value& given, Good good, std::string_view message) {
    const json::array* list = given.if_array();
    const bool fits = list && list->size() <= most_people_in_an_answer;
    expect(fits && std::all_of(list->begin(), list->end(), [&](const json::value& item) { return item.is_string() && good(std::string_view(item.get_string())); }),
           message, question);
  }

  void reference(const Question& question, const json::value& given) {
    const Entry* entry = given.is_string() ? file_.find(EntryId{std::string(given.get_string())}) : nullptr;
    if (!entry || entry->type != question.refers_to) wrong("This does not refer to anything on this file. Choose from the list.", question.name);
  }

  const Described& procedure_;
  const CaseFile& file_;
  const Entry& entry_;
  Date today_;
  std::vector<Problem> found_;
};

}  // namespace

std::vector<Problem> problems(const Described& procedure, const CaseFile& file, const Entry& entry, Date today) {
  return Validation(procedure, file, entry, today).run();
}

}  // namespace confer
