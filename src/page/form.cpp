#include "page/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "catalogue/in_words.h"
#include "page/asked_when.h"
#include "page/components/components.h"
#include "page/words.h"

namespace confer {
namespace {

std::string_view first(const Pairs& given, std::string_view name) {
  for (const auto& [key, value] : given)
    if (key == name) return value;
  return {};
}

std::vector<std::string> all(const Pairs& given, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& [key, value] : given)
    if (key == name && !value.empty()) out.push_back(value);
  return out;
}

constexpr std::array<std::string_view, 5> carried_fields = {"key", "corrects", "back", "form_place", "form_at"};

bool is_settled(const FormState& state, std::string_view name) { return std::find(state.settled.begin(), state.settled.end(), name) != state.settled.end(); }

Html hidden(std::string_view name, std::string_view value) { return html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}}); }

/// How a form asks for the day of what is put on file.
std::string when_asked(const RecordType& type) { return type.asks_when.en.empty() ? "When did it happen?" : type.asks_when.en; }

/// Draws the fields of one form.
class Fields {
 public:
  Fields(const RecordType& type, const Described& procedure, const FileView& view, const FormState& state, Date today)
      : type_(type), procedure_(procedure), view_(view), state_(state), today_(today) {}

  Html draw() {
    if (!is_quick()) {
      about();
      happened();
    }
    for (const Question& question : type_.questions) {
      if (is_settled(state_, question.name)) carry_answer(question);
      else if (question.only_if.empty()) ask(question);
      else if (!stands_within(question)) out_ += asked_when(question, type_, Stands::apart, id(question.name), fields_of(question));
    }
    if (is_quick()) {
      about();
      happened();
    }
    return std::move(out_) + carried(state_);
  }

 private:
  [[nodiscard]] bool is_quick() const noexcept { return state_.shape == FormShape::quick; }
  [[nodiscard]] std::string id(std::string_view name) const { return state_.id_prefix + std::string(name); }
  [[nodiscard]] components::Attributes starts_here(std::string_view name) const {
    if (state_.starts_at != name) return {};
    return {{.name = "autofocus", .value = ""}};
  }

  [[nodiscard]] components::ErrorMessage error(std::string_view field) const {
    for (const Problem& problem : state_.problems)
      if (problem.field == field) return {.text = problem.message};
    return {};
  }

  /// A settled question: its value, and the boxes of a day or a moment.
  void carry_answer(const Question& question) {
    carry(question.name);
    if (question.kind != AnswerKind::day && question.kind != AnswerKind::instant) return;
    for (const std::string_view part : {"-day", "-month", "-year", "-time"}) carry(question.name + std::string(part));
  }

  void carry(std::string_view name) {
    for (const std::string& value : all(state_.given, name)) out_ += hidden(name, value);
  }

  [[nodiscard]] static components::Fieldset group(const std::string& words) { return {.legend = {.text = words, .classes = "govuk-fieldset__legend--s"}}; }

  /// Everyone an "about" or a person question may name, as choices.
  [[nodiscard]] std::vector<components::Choice> people(std::string_view question, std::string_view kind) const {
    std::vector<components::Choice> items;
    for (const ShownPerson& person : view_.people)
      if ((kind.empty() || person.kind == kind) && (question != "about" || is_of(type_.about_kinds, person)) && is_offered(question, person))
        items.push_back({.value = person.id.value, .text = person.name, .hint = {.text = person.kind == "child" ? std::string{} : person.role_title}});
    return items;
  }

  /// People to tick; those whom the page puts further off stand in a part that opens, and is open where one of them is ticked.
  void choose_people(const Question& question) {
    const auto ticked = all(state_.given, question.name);
    out_ += components::checkboxes({.name = question.name, .id_prefix = id(question.name), .fieldset = group(question.asks.en), .hint = hint(question), .error = error(question.name),
                                    .items = people(question.name, {}), .values = ticked, .classes = "govuk-checkboxes--small"});
    const auto behind = state_.behind.find(question.name);
    if (behind == state_.behind.end()) return;
    std::vector<components::Choice> items;
    for (const ShownPerson& person : view_.people)
      if (std::find(behind->second.begin(), behind->second.end(), person.id) != behind->second.end() && may_be_named(question, person))
        items.push_back({.value = person.id.value, .text = person.name, .hint = {.text = person.role_title}});
    if (items.empty()) return;
    const bool open = std::any_of(items.begin(), items.end(), [&](const components::Choice& one) { return std::find(ticked.begin(), ticked.end(), one.value) != ticked.end(); });
    out_ += components::details({.summary_text = "Somebody else", .html = components::checkboxes({.name = question.name, .id_prefix = id(question.name) + "-else", .fieldset = {.legend = {.text = question.asks.en, .classes = "govuk-visually-hidden"}},
                                                                                                    .items = std::move(items), .values = ticked, .classes = "govuk-checkboxes--small"}), .open = open});
  }

  /// Whether somebody is of a kind and in a role that the question is for, as far as the reader may know their role.
  [[nodiscard]] bool may_be_named(const Question& question, const ShownPerson& person) const {
    if (!is_of(question.kinds, person)) return false;
    return question.roles.empty() || std::find(question.roles.begin(), question.roles.end(), person.role) != question.roles.end();
  }

  [[nodiscard]] static bool is_of(const std::vector<std::string>& kinds, const ShownPerson& person) { return kinds.empty() || std::find(kinds.begin(), kinds.end(), person.kind) != kinds.end(); }

  [[nodiscard]] bool is_offered(std::string_view question, const ShownPerson& person) const {
    if (const Question* asked = type_.question(question); asked && !may_be_named(*asked, person)) return false;
    return is_offered(question, person.id);
  }

  [[nodiscard]] bool is_offered(std::string_view question, const PersonId& person) const {
    const auto among = state_.among.find(question);
    return among == state_.among.end() || std::find(among->second.begin(), among->second.end(), person) != among->second.end();
  }

  void about() {
    if (is_settled(state_, "about")) return carry("about");
    if (type_.about == "file" || type_.id == "person") return;
    const bool children = type_.about == "child" || type_.about == "children";
    const bool one = type_.about == "child" || type_.about == "person";
    const std::string words = is_quick() ? "Whom is it about?" : children ? (one ? "Which child?" : "Which children?") : "Whom is this about?";
    const auto given = all(state_.given, "about");
    if (one)
      out_ += components::radios({.name = "about", .id_prefix = id("about"), .fieldset = group(words), .error = error("about"), .items = people("about", children ? "child" : ""), .value = given.empty() ? std::string{} : given.front(),
                                  .classes = "govuk-radios--small"});
    else
      out_ += components::checkboxes({.name = "about", .id_prefix = id("about"), .fieldset = group(words), .error = error("about"), .items = people("about", children ? "child" : ""), .values = given, .classes = "govuk-checkboxes--small"});
  }

  void happened() {
    if (type_.happened == RecordType::When::none) return;
    if (is_settled(state_, "happened")) {
      for (const std::string_view part : {"happened-day", "happened-month", "happened-year", "happened-time"}) carry(part);
      return;
    }
    date("happened", when_asked(type_), {.text = fmt::format("For example, {} {} {}", today_.day(), today_.month(), today_.year())});
    if (type_.happened == RecordType::When::instant) time("happened");
  }

  void date(const std::string& name, const std::string& words, const components::Hint& hint) {
    const auto part = [&](std::string_view which) { return std::string(first(state_.given, fmt::format("{}-{}", name, which))); };
    out_ += components::date_input({.id = id(name), .name_prefix = name, .fieldset = group(words), .hint = hint, .error = error(name),
                                    .day = {.value = part("day")}, .month = {.value = part("month")}, .year = {.value = part("year")}});
  }

  void time(const std::string& name) {
    out_ += components::input({.name = name + "-time", .id = id(name + "-time"), .label = {.text = "At what time?", .classes = "govuk-label--s"}, .hint = {.text = "For example, 15:40"},
                               .value = std::string(first(state_.given, name + "-time")), .classes = "govuk-input--width-5"});
  }

  /// The fields of one question alone.
  [[nodiscard]] Html fields_of(const Question& question) {
    Html others = std::exchange(out_, {});
    ask(question);
    return std::exchange(out_, std::move(others));
  }

  /// Whether a question is asked inside the answer that brings it up: where that is one answer of a list drawn here, and brings up nothing else.
  [[nodiscard]] bool stands_within(const Question& question) const {
    const BroughtUpBy by = brought_up_by(question);
    const Question* asked_first = type_.question(by.question);
    if (!asked_first || is_settled(state_, asked_first->name)) return false;
    const bool closed = asked_first->kind == AnswerKind::yes_no || asked_first->kind == AnswerKind::choice || asked_first->kind == AnswerKind::choices;
    const bool drawn = !is_quick() || asked_first->kind != AnswerKind::yes_no || by.answer == "true";
    const auto alike = [&](const Question& other) { return brought_up_by(other) == by && !is_settled(state_, other.name); };
    return closed && drawn && std::count_if(type_.questions.begin(), type_.questions.end(), alike) == 1;
  }

  /// Into each answer, what it brings up. True where there is anything.
  bool bring_up(const Question& question, std::vector<components::Choice>& items) {
    bool any = false;
    for (const Question& following : type_.questions) {
      if (is_settled(state_, following.name) || brought_up_by(following).question != question.name || !stands_within(following)) continue;
      for (components::Choice& item : items)
        if (item.value == as_sent(question, brought_up_by(following).answer)) {
          item.conditional = asked_when(following, type_, Stands::within, {}, fields_of(following));
          any = true;
        }
    }
    return any;
  }

  /// The hint, with the cited sense of the rule behind it.
  [[nodiscard]] components::Hint hint(const Question& question) const {
    std::string words = is_quick() ? std::string{} : question.hint.en;
    if (const auto more = state_.hints.find(question.name); more != state_.hints.end()) words += (words.empty() ? "" : " ") + more->second;
    if (is_quick()) return {.text = words};
    const Html when = only_when(question);
    if (!question.required) words += words.empty() ? "You can leave this empty." : " You can leave this empty.";
    if (when.empty()) return {.text = words};
    return words.empty() ? components::Hint{.html = when, .classes = "confer-unscripted"} : components::Hint{.html = when + html::text(" " + words)};
  }

  /// Which answer to which question brings this one up, for whoever sees it all the time; empty where it is always asked.
  [[nodiscard]] Html only_when(const Question& question) const {
    if (question.only_if.empty()) return {};
    return html::element("span", {{"class", "confer-unscripted"}},
                         fmt::format("{} if you answer {}.", question.required ? "Needed" : "Only", answers_in_words(question.only_if, type_, procedure_)));
  }

  void ask(const Question& question) {
    const std::string value(first(state_.given, question.name));
    const std::string field = id(question.name);
    const components::Label label{.text = question.asks.en, .classes = "govuk-label--s"};
    switch (question.kind) {
      case AnswerKind::yes_no:
        yes_no(question, value);
        return;
      case AnswerKind::choice:
      case AnswerKind::choices:
        choose(question, value);
        return;
      case AnswerKind::people:
        return choose_people(question);
      case AnswerKind::person: return select(question, label, people_items(question), value);
      case AnswerKind::entry: return select(question, label, entry_items(question), value);
      case AnswerKind::words:
        out_ += components::textarea({.name = question.name, .id = field, .label = label, .hint = hint(question), .error = error(question.name), .value = value,
                                      .rows = is_quick() ? quick_rows : full_rows, .spellcheck = true, .attributes = starts_here(question.name)});
        return;
      case AnswerKind::text:
        out_ += components::input({.name = question.name, .id = field, .label = label, .hint = hint(question), .error = error(question.name), .value = value});
        return;
      case AnswerKind::number:
        out_ += components::input({.name = question.name, .id = field, .label = label, .hint = hint(question), .error = error(question.name), .value = value, .inputmode = "numeric", .classes = "govuk-input--width-5"});
        return;
      case AnswerKind::day: return date(question.name, question.asks.en, hint(question));
      case AnswerKind::instant:
        date(question.name, question.asks.en, hint(question));
        return time(question.name);
    }
  }

  void yes_no(const Question& question, const std::string& value) {
    const std::string field = id(question.name);
    std::vector<components::Choice> items = {{.value = "yes", .text = is_quick() ? question.asks.en : "Yes"}};
    if (is_quick()) {   // a box to tick; left alone it is not answered, as in the full form
      bring_up(question, items);
      out_ += components::checkboxes({.name = question.name, .id_prefix = field, .error = error(question.name), .items = std::move(items), .values = {value}, .classes = "govuk-checkboxes--small"});
      return;
    }
    items.push_back({.value = "no", .text = "No"});
    const bool beneath_each_other = bring_up(question, items);
    out_ += components::radios({.name = question.name, .id_prefix = field, .fieldset = group(question.asks.en), .hint = hint(question), .error = error(question.name),
                                .items = std::move(items), .value = value, .classes = beneath_each_other ? "govuk-radios--small" : "govuk-radios--inline govuk-radios--small"});
  }

  void choose(const Question& question, const std::string& value) {
    const std::string field = id(question.name);
    std::vector<components::Choice> items = choices(question);
    const bool beneath_each_other = bring_up(question, items) || !is_quick();
    if (question.kind == AnswerKind::choice)
      out_ += components::radios({.name = question.name, .id_prefix = field, .fieldset = group(question.asks.en), .hint = hint(question), .error = error(question.name), .items = std::move(items), .value = value,
                                  .classes = beneath_each_other ? "govuk-radios--small" : "govuk-radios--inline govuk-radios--small"});
    else
      out_ += components::checkboxes({.name = question.name, .id_prefix = field, .fieldset = group(question.asks.en), .hint = hint(question), .error = error(question.name), .items = std::move(items),
                                      .values = all(state_.given, question.name), .classes = "govuk-checkboxes--small"});
  }

  /// What a line of a described list says below its title; empty for a choice of the question's own.
  [[nodiscard]] std::string hint_of(std::string_view choice, std::string_view list) const {
    const auto& items = procedure_.list(list);
    const auto found = std::find_if(items.begin(), items.end(), [&](const ListItem& item) { return item.id == choice; });
    return found == items.end() ? std::string{} : found->hint.en;
  }

  [[nodiscard]] std::vector<components::Choice> choices(const Question& question) const {
    std::vector<components::Choice> items;
    for (const Choice& choice : procedure_.choices(question, today_)) items.push_back({.value = choice.id, .text = choice.title.en, .hint = {.text = is_quick() ? std::string{} : hint_of(choice.id, question.choices_from)}});
    return items;
  }

  [[nodiscard]] std::vector<components::SelectItem> people_items(const Question& question) const {
    std::vector<components::SelectItem> items = {{.value = "", .text = "Choose a person"}};
    const auto offer = [&](const ShownPerson& person) { items.push_back({.value = person.id.value, .text = person.role_title.empty() ? person.name : fmt::format("{}, {}", person.name, person.role_title)}); };
    for (const ShownPerson& person : view_.people)
      if (is_offered(question.name, person)) offer(person);
    if (const auto further = state_.further.find(question.name); further != state_.further.end()) std::for_each(further->second.begin(), further->second.end(), offer);
    return items;
  }

  [[nodiscard]] std::vector<components::SelectItem> entry_items(const Question& question) const {
    std::vector<components::SelectItem> items = {{.value = "", .text = "Choose one"}};
    const RecordType* referred = procedure_.record(question.refers_to);
    for (const ShownEntry* entry : view_.standing(question.refers_to)) {
      const auto starts = Instant::parse(entry->text("starts"));
      const std::string when = starts ? london_day(*starts).written() : when_in_words(*entry);
      items.push_back({.value = entry->root.value, .text = fmt::format("{}{}{} ({})", referred ? referred->title.en : std::string{}, when.empty() ? "" : ", ", when, names(view_, entry->about))});
    }
    return items;
  }

  void select(const Question& question, const components::Label& label, std::vector<components::SelectItem> items, const std::string& value) {
    out_ += components::select({.name = question.name, .id = id(question.name), .label = label, .hint = hint(question), .error = error(question.name), .items = std::move(items), .value = value});
  }

  static constexpr std::size_t full_rows = 5, quick_rows = 3;   // of a box for sentences

  const RecordType& type_;
  const Described& procedure_;
  const FileView& view_;
  const FormState& state_;
  Date today_;
  Html out_;
};

int number_in(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

/// A day typed in three boxes; nothing when all are empty.
std::optional<Date> day_of(const Pairs& given, const std::string& name, Problems& problems) {
  const std::string_view day = first(given, name + "-day"), month = first(given, name + "-month"), year = first(given, name + "-year");
  if (day.empty() && month.empty() && year.empty()) return std::nullopt;
  const auto read = Date::from_parts(number_in(year), number_in(month), number_in(day));
  if (read) return *read;
  problems.push_back({read.error().message, name});
  return std::nullopt;
}

std::optional<Instant> instant_of(const Pairs& given, const std::string& name, Problems& problems) {
  const auto day = day_of(given, name, problems);
  const std::string_view time = first(given, name + "-time");
  if (!day) return std::nullopt;
  const std::size_t colon = time.find_first_of(":.");
  const int hour = number_in(time.substr(0, colon)), minute = colon == std::string_view::npos ? -1 : number_in(time.substr(colon + 1));
  if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) return london_instant(*day, hour, minute);
  problems.push_back({"Enter the time as hours and minutes, such as 15:40.", name});
  return std::nullopt;
}

std::optional<json::value> answer_of(const Question& question, const Pairs& given, Problems& problems) {
  const std::string value(first(given, question.name));
  switch (question.kind) {
    case AnswerKind::yes_no:
      if (value.empty()) return std::nullopt;
      return value == "yes" ? json::value(true) : value == "no" ? json::value(false) : json::value(value);
    case AnswerKind::choices:
    case AnswerKind::people: {
      json::array list;
      for (const std::string& one : all(given, question.name)) list.emplace_back(one);
      return list.empty() ? std::nullopt : std::optional(json::value(std::move(list)));
    }
    case AnswerKind::day: {
      const auto day = day_of(given, question.name, problems);
      return day ? std::optional(json::value(day->iso())) : std::nullopt;
    }
    case AnswerKind::instant: {
      const auto at = instant_of(given, question.name, problems);
      return at ? std::optional(json::value(at->iso())) : std::nullopt;
    }
    case AnswerKind::number:
      if (value.empty()) return std::nullopt;
      return number_in(value) >= 0 ? json::value(std::int64_t{number_in(value)}) : json::value(value);
    case AnswerKind::choice:
    case AnswerKind::text:
    case AnswerKind::words:
    case AnswerKind::person:
    case AnswerKind::entry: return value.empty() ? std::nullopt : std::optional(json::value(value));
  }
  mistake("every kind of answer is read", __FILE__, __LINE__);
}

}  // namespace

bool is_carried(std::string_view name) noexcept { return std::find(carried_fields.begin(), carried_fields.end(), name) != carried_fields.end(); }

Html carried(const FormState& state) {
  Html out;
  for (const std::string_view name : carried_fields)
    if (const std::string_view value = first(state.given, name); !value.empty()) out += hidden(name, value);
  return out;
}

void give(Pairs& given, std::string_view name, std::string value) {
  std::erase_if(given, [&](const auto& field) { return field.first == name; });
  given.emplace_back(name, std::move(value));
}

void give_day(Pairs& given, const std::string& name, Date day) {
  given.emplace_back(name + "-day", fmt::format("{}", day.day()));
  given.emplace_back(name + "-month", fmt::format("{}", day.month()));
  given.emplace_back(name + "-year", fmt::format("{}", day.year()));
}

void give_instant(Pairs& given, const std::string& name, Instant at) {
  give_day(given, name, london_day(at));
  given.emplace_back(name + "-time", london_time(at));
}

/// What the procedure asks its writer to think of, list by list, folded up.
Html prompts(const RecordType& type, const Described& procedure, Date today) {
  Html out;
  for (const Prompt& prompt : type.prompts) {
    Html items;
    for (const ListItem& item : procedure.list_on(prompt.list, today)) items += html::element("li", {}, item.hint.en.empty() ? item.title.en : fmt::format("{}. {}", item.title.en, item.hint.en));
    if (!items.empty()) out += components::details({.summary_text = prompt.title.en, .html = html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items)});
  }
  return out;
}

Html form_fields(const RecordType& type, const Described& procedure, const FileView& view, const FormState& state, Date today) {
  const Html fields = Fields(type, procedure, view, state, today).draw();
  return state.shape == FormShape::full ? prompts(type, procedure, today) + fields : fields;
}

Html form_errors(const RecordType& type, const FormState& state) {
  if (state.problems.empty()) return {};
  components::ErrorSummary summary;
  for (const Problem& problem : state.problems) {
    const Question* question = type.question(problem.field);
    const bool day = problem.field == "happened" || (question && (question->kind == AnswerKind::day || question->kind == AnswerKind::instant));
    const std::string id = state.id_prefix + (day ? problem.field + "-day" : problem.field);
    const std::string asked = question ? question->asks.en : problem.field == "happened" ? when_asked(type) : std::string{};
    summary.items.push_back({.text = asked.empty() ? problem.message : fmt::format("{} {}", asked, problem.message), .href = problem.field.empty() ? std::string{} : "#" + id});
  }
  return components::error_summary(summary);
}

Draft read_draft(const RecordType& type, const Pairs& given, Problems& problems) {
  Draft draft;
  draft.type = type.id;
  for (const std::string& id : all(given, "about"))
    if (is_id(id)) draft.about.push_back(PersonId{id});
  if (type.happened == RecordType::When::day)
    if (const auto day = day_of(given, "happened", problems)) draft.happened = *day;
  if (type.happened == RecordType::When::instant)
    if (const auto at = instant_of(given, "happened", problems)) draft.happened = *at;
  json::object answers;
  const auto unasked = all(given, "form_unasked");   // what the script had hidden, because other answers do not bring it up
  for (const Question& question : type.questions) {
    if (std::find(unasked.begin(), unasked.end(), question.name) != unasked.end()) continue;
    if (auto answer = answer_of(question, given, problems)) answers[question.name] = std::move(*answer);
  }
  draft.answers = std::move(answers);
  draft.corrects = EntryId{std::string(first(given, "corrects"))};
  draft.key = first(given, "key");
  return draft;
}

Pairs values_of(const ShownEntry& entry, const RecordType& type) {
  Pairs out;
  for (const PersonId& person : entry.about) out.emplace_back("about", person.value);
  if (entry.happened_on) give_day(out, "happened", *entry.happened_on);
  if (entry.happened_at) out.emplace_back("happened-time", london_time(*entry.happened_at));   // its day stands above
  for (const auto& answered : entry.answers) {
    const std::string name(answered.key());
    const Question* question = type.question(name);
    if (!question) continue;
    if (const bool* yes = answered.value().if_bool()) out.emplace_back(name, *yes ? "yes" : "no");
    if (const std::int64_t* number = answered.value().if_int64()) out.emplace_back(name, fmt::format("{}", *number));
    for (const std::string_view value : entry.list(name)) {
      const auto at = Instant::parse(value);
      const auto day = Date::parse(value);
      if (question->kind == AnswerKind::instant && at) {
        give_instant(out, name, *at);
      } else if (question->kind == AnswerKind::day && day) {
        give_day(out, name, *day);
      } else {
        out.emplace_back(name, value);
      }
    }
  }
  return out;
}

}  // namespace confer
