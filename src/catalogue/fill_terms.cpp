#include "catalogue/fill_terms.h"

#include <fmt/format.h>

#include <string>

#include "base/near_name.h"

namespace confer {
namespace {

enum class In { english, welsh };

/// Fills the texts of one procedure, each at the place that an error in it is told of.
class Filler {
 public:
  Filler(const Described& described, std::vector<LoadError>& errors) : described_(described), errors_(errors) {}

  void fill(RecordType& type) {
    place_ = type.place;
    for (Words* one : {&type.title, &type.called, &type.explains, &type.asks_when}) fill(*one);
    for (Prompt& prompt : type.prompts) fill(prompt.title);
    for (Need& need : type.needs) fill(need.otherwise);
    for (Question& question : type.questions) {
      place_ = question.place;
      fill(question.asks), fill(question.hint);
      for (Choice& choice : question.choices) fill(choice.title);
    }
  }

  void fill(ListItem& item) {
    place_ = item.place;
    fill(item.title), fill(item.hint);
  }

 private:
  void fill(Words& words) { fill(words.en, In::english), fill(words.cy, In::welsh); }

  /// One text, up to its first mistake.
  void fill(std::string& text, In language) {
    std::string out;
    std::size_t from = 0;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', from)) {
      const std::size_t close = text.find('}', open);
      if (close == std::string::npos) return errors_.push_back({place_, "A \"{\" is never closed. Close it with \"}\", or take it out."});
      const std::string name = text.substr(open + 1, close - open - 1);
      const Words& words = described_.term(name);
      if (words.en.empty()) return unknown(name);
      out.append(text, from, open - from).append(language == In::welsh && !words.cy.empty() ? words.cy : words.en);   // not looked into again
      from = close + 1;
    }
    if (from > 0) text = out.append(text, from);
  }

  void unknown(const std::string& name) {
    std::vector<std::string> known;
    for (const auto& [one, words] : described_.words) known.push_back(one);
    errors_.push_back({place_, fmt::format("There is no term \"{}\" to put in place of {{{}}}. Mend the name, or add it under [words].{}", name, name, did_you_mean(name, known))});
  }

  const Described& described_;
  std::vector<LoadError>& errors_;
  Place place_;
};

}  // namespace

void fill_terms(Described& described, std::vector<LoadError>& errors) {
  if (!described.unfilled && !described.days_of_new_words().empty()) described.unfilled = std::make_shared<Unfilled>(Unfilled{described.records, described.lists});
  std::vector<RecordType> records = std::move(described.records);
  auto lists = std::move(described.lists);
  Filler filler(described, errors);
  for (RecordType& type : records) filler.fill(type);
  for (auto& [name, items] : lists)
    for (ListItem& item : items) filler.fill(item);
  described.records = std::move(records);
  described.lists = std::move(lists);
}

void speak_as_on(Date day, Described& described) {
  described.speak_on(day);
  if (!described.unfilled) return;
  described.records = described.unfilled->records;
  described.lists = described.unfilled->lists;
  std::vector<LoadError> none;
  fill_terms(described, none);
}

}  // namespace confer
