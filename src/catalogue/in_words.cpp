#include "catalogue/in_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/result.h"

namespace confer {
namespace {

std::string joined(const std::vector<Condition>& conditions, std::string_view by);

std::string said(const Condition& condition) {
  switch (condition.kind) {
    case Condition::Kind::all: return fmt::format("({})", joined(condition.parts, " and "));
    case Condition::Kind::any: return condition.parts.size() == 1 ? said(condition.parts.front()) : fmt::format("({})", joined(condition.parts, " or "));
    case Condition::Kind::none: return fmt::format("not ({})", joined(condition.parts, " or "));
    case Condition::Kind::answered: return fmt::format("`{}` is answered", condition.question);
    case Condition::Kind::equals: return fmt::format("`{}` is `{}`", condition.question, condition.value);
    case Condition::Kind::predicate: return fmt::format("`{}` holds", condition.predicate);
  }
  mistake("every kind of condition is said", __FILE__, __LINE__);
}

std::string joined(const std::vector<Condition>& conditions, std::string_view by) {
  std::string out;
  for (const Condition& one : conditions) out += (out.empty() ? std::string{} : std::string(by)) + said(one);
  return out;
}

/// Conditions as the titles of questions and answers, so as the form shows them.
class AnswersInWords {
 public:
  AnswersInWords(const RecordType& type, const Described& procedure) : type_(type), procedure_(procedure) {}

  [[nodiscard]] std::string said(const std::vector<Condition>& conditions, std::string_view by) const {
    if (by == " or " && are_of_one_question(conditions)) return fmt::format("{} to {}", titles(conditions), asks(conditions.front().question));
    std::string out;
    for (const Condition& one : conditions) out += (out.empty() ? std::string{} : std::string(by)) + said(one);
    return out;
  }

 private:
  [[nodiscard]] std::string said(const Condition& condition) const {
    switch (condition.kind) {
      case Condition::Kind::all: return said(condition.parts, " and ");
      case Condition::Kind::any: return said(condition.parts, " or ");
      case Condition::Kind::none: return "anything but " + said(condition.parts, " or ");
      case Condition::Kind::answered: return "anything to " + asks(condition.question);
      case Condition::Kind::equals: return said(std::vector{condition}, " or ");
      case Condition::Kind::predicate: break;
    }
    mistake("a question depends on answers alone", __FILE__, __LINE__);
  }

  [[nodiscard]] static bool are_of_one_question(const std::vector<Condition>& conditions) {
    return !conditions.empty() && std::all_of(conditions.begin(), conditions.end(), [&](const Condition& one) {
      return one.kind == Condition::Kind::equals && one.question == conditions.front().question;
    });
  }

  [[nodiscard]] std::string titles(const std::vector<Condition>& conditions) const {
    std::string out;
    for (const Condition& one : conditions) out += fmt::format("{}“{}”", out.empty() ? "" : " or ", title(one));
    return out;
  }

  [[nodiscard]] std::string asks(std::string_view question) const { return fmt::format("“{}”", type_.question(question)->asks.en); }

  [[nodiscard]] std::string title(const Condition& condition) const {
    const Question& question = *type_.question(condition.question);
    if (question.kind == AnswerKind::yes_no) return condition.value == "true" ? "Yes" : "No";
    for (const Choice& choice : procedure_.choices(question))
      if (choice.id == condition.value) return choice.title.en;
    return condition.value;
  }

  const RecordType& type_;
  const Described& procedure_;
};

}  // namespace

std::string answers_in_words(const std::vector<Condition>& conditions, const RecordType& type, const Described& procedure) {
  return AnswersInWords(type, procedure).said(conditions, " and ");
}

std::string in_words(const std::vector<Condition>& conditions) {
  std::string out = joined(conditions, " and ");
  const bool one_group = conditions.size() == 1 && out.starts_with('(') && out.ends_with(')');
  return one_group ? out.substr(1, out.size() - 2) : out;
}

namespace {

/// ", of these kinds: `adult`", ", in one of these roles: `social_worker`"; empty where anybody may be named.
std::string who_may_be_named(const Question& question) {
  const auto listed = [](std::string_view what, const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += fmt::format("{}`{}`", out.empty() ? what : ", ", name);
    return out;
  };
  return listed(", of these kinds: ", question.kinds) + listed(", in one of these roles: ", question.roles) + (question.somebody_else ? ", and nobody whom it is about" : "");
}

}  // namespace

std::string kind_in_words(const Question& question) {
  switch (question.kind) {
    case AnswerKind::yes_no: return "yes or no";
    case AnswerKind::choice: return "one choice";
    case AnswerKind::choices: return "one choice or more";
    case AnswerKind::text:
      if (question.shape == TextShape::reference) return fmt::format("a reference of at most {} bytes: one word with a figure in it", question.longest);
      return fmt::format("text of at most {} bytes", question.longest);
    case AnswerKind::words: return fmt::format("words of at most {} bytes", question.longest);
    case AnswerKind::day:
      if (question.from_happened) return "a day, not before that of the entry";
      return question.allows_future ? "a day" : "a day, today at the latest";
    case AnswerKind::instant: return question.allows_future ? "a day and a time" : "a day and a time, today at the latest";
    case AnswerKind::number: return "a whole number";
    case AnswerKind::person: return "somebody on the file" + who_may_be_named(question);
    case AnswerKind::people: return (question.fewest > 0 ? fmt::format("{} people on the file or more", question.fewest) : "people on the file") + who_may_be_named(question);
    case AnswerKind::entry: return fmt::format("an entry of the type `{}`", question.refers_to);
  }
  mistake("every kind of answer has words", __FILE__, __LINE__);
}

std::string_view name(AnswerKind kind) noexcept {
  switch (kind) {
    case AnswerKind::yes_no: return "yes_no";
    case AnswerKind::choice: return "choice";
    case AnswerKind::choices: return "choices";
    case AnswerKind::text: return "text";
    case AnswerKind::words: return "words";
    case AnswerKind::day: return "day";
    case AnswerKind::instant: return "instant";
    case AnswerKind::number: return "number";
    case AnswerKind::person: return "person";
    case AnswerKind::people: return "people";
    case AnswerKind::entry: return "entry";
  }
  mistake("every kind of answer has a name", __FILE__, __LINE__);
}

std::string in_words(const Need& need) {
  std::string out = need.record.empty() ? fmt::format("`{}` must hold", need.predicate) : fmt::format("there must be an entry of the type `{}`", need.record);
  std::string same;
  for (const std::string& one : need.same) same += fmt::format("{}{}", same.empty() ? " with the same " : " and ", one == "child" ? one : fmt::format("`{}`", one));
  out += same;
  if (!need.where.empty()) out += fmt::format(", in which {}", in_words(need.where));
  if (!need.when.empty()) out += fmt::format(", when {}", in_words(need.when));
  return fmt::format("{}. Otherwise: “{}”", out, need.otherwise.en);
}

std::string about_in_words(const RecordType& type) {
  if (type.about == "child") return "one child";
  if (type.about == "children") return "one child or more";
  std::string kinds;
  for (const std::string& kind : type.about_kinds) kinds += fmt::format("{}`{}`", kinds.empty() ? ", of these kinds: " : ", ", kind);
  if (type.about == "person") return "one person" + kinds;
  if (type.about == "people") return "one person or more" + kinds;
  return "the file as a whole";
}

std::string in_words(const std::optional<Date>& from, const std::optional<Date>& to) {
  if (from && to) return fmt::format("from {} to {}", from->written(), to->written());
  if (from) return fmt::format("from {} on", from->written());
  return to ? fmt::format("up to {}", to->written()) : std::string{};
}

std::string over_time(std::string_view term, const Described& procedure) {
  std::string out;
  for (const Wording& one : procedure.said_over_time(term)) {
    const std::string stretch = in_words(one.in_force_from, one.in_force_to);
    out += fmt::format("{}{}{}{}", out.empty() ? "" : "; ", one.words.en, stretch.empty() ? "" : ", ", stretch);
  }
  return out;
}

std::string titles(const std::vector<std::string>& roles, const Described& procedure) {
  std::string out;
  for (const std::string& id : roles) {
    const Role* role = procedure.role(id);
    out += fmt::format("{}{}", out.empty() ? "" : ", ", role ? role->title.en : id);
  }
  return out;
}

std::string in_words(const Citation& cites, const Described& procedure) {
  const Source* source = procedure.source(cites.source);
  if (!source) return {};
  return cites.at.empty() ? source->title : fmt::format("{}, {}", source->title, cites.at);
}

}  // namespace confer
