#include "catalogue/readings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace confer::readings {
namespace {

/// Reads one of a closed list of words; notes an error that names them all.
template <class T, std::size_t N>
T one_of(TableReader& table, std::string_view key, const std::array<std::pair<std::string_view, T>, N>& known, T otherwise) {
  const std::string word = table.text(key);
  if (word.empty()) return otherwise;
  std::string all;
  for (const auto& [name, value] : known) {
    if (name == word) return value;
    all += fmt::format("{}\"{}\"", all.empty() ? "" : ", ", name);
  }
  table.wrong(fmt::format("\"{}\" must be one of {}.", key, all));
  return otherwise;
}

constexpr std::array answer_kinds = {
    std::pair{std::string_view("yes_no"), AnswerKind::yes_no},   std::pair{std::string_view("choice"), AnswerKind::choice},
    std::pair{std::string_view("choices"), AnswerKind::choices}, std::pair{std::string_view("text"), AnswerKind::text},
    std::pair{std::string_view("words"), AnswerKind::words},     std::pair{std::string_view("day"), AnswerKind::day},
    std::pair{std::string_view("instant"), AnswerKind::instant}, std::pair{std::string_view("number"), AnswerKind::number},
    std::pair{std::string_view("person"), AnswerKind::person},   std::pair{std::string_view("people"), AnswerKind::people},
    std::pair{std::string_view("entry"), AnswerKind::entry},
};

// How long an answer may be where the question does not say.
constexpr int short_text_bytes = 200;
constexpr int long_text_bytes = 20'000;

Condition condition(TableReader& table) {
  Condition read;
  const auto group = [&](std::string_view key, Condition::Kind kind) {
    if (!table.has(key)) return false;
    read = {kind, conditions(table, key), {}, {}, {}};
    return true;
  };
  if (group("all", Condition::Kind::all) || group("any", Condition::Kind::any) || group("not", Condition::Kind::none)) {
  } else if (table.has("predicate")) {
    read.kind = Condition::Kind::predicate;
    read.predicate = table.text("predicate", stand);
  } else {
    read.question = table.text("question", stand);
    read.kind = table.has("is") ? Condition::Kind::equals : Condition::Kind::answered;
    read.value = table.text("is");
  }
  table.finish();
  return read;
}

Choice choice(TableReader& table) {
  Choice read{table.text("id", stand), table.words("title", stand), table.text("census")};
  table.finish();
  return read;
}

constexpr std::array text_shapes = {std::pair{std::string_view("any"), TextShape::any}, std::pair{std::string_view("reference"), TextShape::reference}};

YoungerThan younger_than(TableReader& table) {
  YoungerThan read;
  for (TableReader& one : table.tables("younger_than")) {
    read = {one.number("years", 0), conditions(one, "when")};
    if (read.years <= 0) one.wrong("\"years\" is missing here: the age that is refused, in whole years.");
    one.finish();
  }
  return read;
}

Question question(TableReader& table) {
  Question read;
  read.name = table.text("name", stand);
  read.asks = table.words("asks", stand);
  read.hint = table.words("hint");
  read.called = table.words("called");
  read.kind = one_of(table, "kind", answer_kinds, AnswerKind::text);
  if (!read.called.en.empty() && read.kind != AnswerKind::day && read.kind != AnswerKind::instant) table.wrong("Only a day or a moment is \"called\" something in the reason of a date. Take it out.");
  read.required = table.yes_no("required", false);
  for (TableReader& item : table.tables("choice")) read.choices.push_back(choice(item));
  read.choices_from = table.text("choices_from");
  read.refers_to = table.text("refers_to");
  read.about = table.text("about", stand);
  read.access_class = table.text("class");
  read.class_when = conditions(table, "class_when");
  read.longest = table.number("longest", read.kind == AnswerKind::words ? long_text_bytes : short_text_bytes);
  read.allows_future = table.yes_no("future", true);
  read.from_happened = table.yes_no("from_happened", false);
  read.roles = table.texts("roles");
  read.kinds = table.texts("kinds");
  read.fewest = table.number("fewest", 0);
  read.somebody_else = table.yes_no("somebody_else", false);
  read.shape = one_of(table, "shape", text_shapes, TextShape::any);
  read.younger_than = younger_than(table);
  if (read.shape != TextShape::any && read.kind != AnswerKind::text) table.wrong("Only a text has a \"shape\". Take it out.");
  if (read.younger_than.years > 0 && read.kind != AnswerKind::day) table.wrong("Only a day, that of a birth, is held to \"younger_than\". Take it out.");
  read.only_if = conditions(table, "only_if");
  read.cites = table.citation(TableReader::Must::be_optional);
  read.place = table.place();
  table.finish();
  return read;
}

Need need(TableReader& table) {
  Need read;
  read.record = table.text("record");
  read.same = table.texts("same");
  read.where = conditions(table, "where");
  read.predicate = table.text("predicate");
  read.when = conditions(table, "when");
  read.beside = table.text("beside");
  read.otherwise = table.words("otherwise", stand);
  read.cites = table.citation();
  if (read.record.empty() == read.predicate.empty()) table.wrong("A need names either a \"record\" or a \"predicate\".");
  table.finish();
  return read;
}

FurtherClass further_class(TableReader& table) {
  FurtherClass read{table.text("class", stand), conditions(table, "when")};
  table.finish();
  return read;
}

Prompt prompt(TableReader& table) {
  Prompt read{table.text("list", stand), table.words("title", stand)};
  table.finish();
  return read;
}

std::vector<Selector> selectors(TableReader& table, std::string_view key);

Selector selector(TableReader& table) {
  Selector read;
  read.ending = table.text("ending");
  if (!read.ending.empty()) {
    table.finish();
    return read;
  }
  read.record = table.text("record", stand);
  read.where = conditions(table, "where");
  read.day = table.text("day");
  if (read.day.empty()) read.day = "happened";
  read.same = table.text("same");
  read.any_child = table.yes_no("any_child", false);
  read.roles = table.texts("roles");
  read.conference = conditions(table, "conference");
  read.every = selectors(table, "every");
  read.through = table.text("through");
  read.also_by = table.texts("also_by");
  table.finish();
  return read;
}

std::vector<Selector> selectors(TableReader& table, std::string_view key) {
  std::vector<Selector> out;
  for (TableReader& item : table.tables(key)) out.push_back(selector(item));
  return out;
}

constexpr std::array child_groups = {std::pair{std::string_view("unborn"), ChildGroup::unborn}, std::pair{std::string_view("born"), ChildGroup::born},
                                     std::pair{std::string_view("all"), ChildGroup::all}};

std::optional<DepartsFrom> departs_from(TableReader& table) {
  std::optional<DepartsFrom> read;
  for (TableReader& one : table.tables("departs_from")) {
    read = DepartsFrom{one.text("rule", stand), one.text("source", stand), one.text("reason", stand), one.texts("loosens"), one.place()};
    one.finish();
  }
  return read;
}

Becomes becomes_one(TableReader& table) {
  constexpr std::array whichevers = {std::pair{std::string_view("instead"), Becomes::Whichever::instead}, std::pair{std::string_view("earlier"), Becomes::Whichever::earlier},
                                     std::pair{std::string_view("later"), Becomes::Whichever::later}};
  Becomes read;
  for (const Selector& one : selectors(table, "on")) read.on = one;
  read.at_age = table.number("at_age", 0);
  read.counts = table.period("counts");
  read.whichever = one_of(table, "whichever", whichevers, Becomes::Whichever::instead);
  read.ends = table.yes_no("ends", false);
  read.says = table.words("says");
  read.cites = table.citation();
  read.place = table.place();
  if (read.on.record.empty() == (read.at_age == 0)) table.wrong("What changes the limit is missing here: give \"on\", a record, or \"at_age\", a birthday; not both.");
  if (read.counts && read.ends) table.wrong("A limit that ends is not counted anew. Take out \"counts\" or \"ends\".");
  if (!read.counts && !read.ends && read.says.en.empty()) table.wrong("What it becomes is missing here: give \"counts\", \"ends\" or \"says\".");
  table.finish();
  return read;
}

std::vector<Becomes> becomes(TableReader& table) {
  std::vector<Becomes> out;
  for (TableReader& one : table.tables("becomes")) out.push_back(becomes_one(one));
  return out;
}

}  // namespace

std::vector<Condition> conditions(TableReader& table, std::string_view key) {
  std::vector<Condition> out;
  for (TableReader& item : table.tables(key)) out.push_back(condition(item));
  return out;
}

Source source(TableReader& table) {
  Source read;
  read.id = table.text("id", stand);
  read.title = table.text("title", stand);
  read.edition = table.text("edition");
  read.address = table.text("address");
  table.stretch(read);
  read.place = table.place();
  table.finish();
  return read;
}

Role role(TableReader& table) {
  Role read;
  read.id = table.text("id", stand);
  read.title = table.words("title", stand);
  read.agency = table.text("agency");
  constexpr std::array standings = {std::pair{std::string_view("staff"), std::string_view("staff")}, std::pair{std::string_view("practitioner"), std::string_view("practitioner")},
                                    std::pair{std::string_view("family"), std::string_view("family")}};
  if (!table.has("standing")) table.wrong("\"standing\" is missing here. Add it.");
  read.standing = one_of(table, "standing", standings, std::string_view("family"));   // who is misspelt is not let in as staff
  read.place = table.place();
  table.finish();
  return read;
}

RecordType record(TableReader& table) {
  using Kind = RecordType::Kind;
  using When = RecordType::When;
  constexpr std::array kinds = {std::pair{std::string_view("account"), Kind::account}, std::pair{std::string_view("act"), Kind::act}};
  constexpr std::array whens = {std::pair{std::string_view("none"), When::none}, std::pair{std::string_view("day"), When::day},
                                std::pair{std::string_view("instant"), When::instant}};
  RecordType read;
  read.id = table.text("id", stand);
  read.title = table.words("title", stand);
  read.called = table.words("called");
  read.explains = table.words("explains");
  read.kind = one_of(table, "kind", kinds, Kind::account);
  read.happened = one_of(table, "happened", whens, When::day);
  read.happened_may_be_future = table.yes_no("happened_may_be_future", false);
  read.asks_when = table.words("asks_when");
  if (read.happened == When::none && !read.asks_when.en.empty()) table.wrong("No day is asked for here, so \"asks_when\" is never shown. Take it out.");
  read.about = table.text("about", stand);
  read.about_kinds = table.texts("about_kinds");
  read.offered = table.yes_no("offered", true);
  read.significant = table.yes_no("significant", false);
  read.divisible = table.yes_no("divisible", false);
  read.access_class = table.text("class", stand);
  read.class_from = table.text("class_from");
  for (TableReader& item : table.tables("further_class")) read.further_classes.push_back(further_class(item));
  read.makers = table.texts("makers");
  for (TableReader& item : table.tables("question")) read.questions.push_back(question(item));
  for (TableReader& item : table.tables("need")) read.needs.push_back(need(item));
  for (TableReader& item : table.tables("prompts")) read.prompts.push_back(prompt(item));
  read.leads_to = table.texts("leads_to");
  read.cites = table.citation(TableReader::Must::be_optional);
  read.place = table.place();
  for (const Question& question : read.questions)
    for (const Condition& one : question.younger_than.when)
      if (!read.question(one.question)) table.wrong(fmt::format("There is no question \"{}\" in this record, so \"younger_than\" of \"{}\" would never hold. Mend the name.", one.question, question.name));
  table.finish();
  return read;
}

TimeLimit time_limit(TableReader& table) {
  TimeLimit read;
  read.id = table.text("id", stand);
  read.what = table.words("what", stand);
  read.does = table.words("does");
  read.limit = table.period("limit");
  read.no_number = table.words("no_number");
  read.unset = table.yes_no("unset", false);
  read.strict = table.period("strict");
  read.reference_for = one_of(table, "reference_for", child_groups, ChildGroup::nobody);
  table.stretch(read);
  read.before = table.yes_no("before", false);
  read.becomes = becomes(table);
  read.window = table.yes_no("window", false);
  read.anchors = selectors(table, "from");
  if (read.anchors.empty()) table.wrong("\"from\" is missing here: the record that the limit is counted from.");
  read.met_by = selectors(table, "met_by");
  read.lapses_by = selectors(table, "lapses_by");
  read.planned_by = selectors(table, "planned_by");
  read.only_for = conditions(table, "only_for");
  read.over_age = table.number("over_age", 0);
  constexpr std::array shared_by = {std::pair{std::string_view("child"), std::string_view("child")}, std::pair{std::string_view("conference"), std::string_view("conference")},
                                  std::pair{std::string_view("reader"), std::string_view("reader")}};
  read.per = one_of(table, "per", shared_by, std::string_view("child"));
  read.owner = table.text("owner", stand);
  read.owner_as = table.text("owner_as");
  read.departure_by = table.text("departure_by");
  read.departure_records = table.texts("departure_records");
  if (auto departs = departs_from(table)) read.departs.push_back(std::move(*departs));
  read.cites = table.citation();
  read.examples = table.texts("examples");
  read.place = table.place();
  if (!read.limit && read.no_number.en.empty() && !read.unset)
    table.wrong("A time limit needs \"limit\", or \"no_number\" with the words the source uses instead, or \"unset = true\" where nobody has published one.");
  if (read.limit && (read.unset || !read.no_number.en.empty())) table.wrong("A time limit with a \"limit\" is not \"unset\" and needs no \"no_number\". Take one of them out.");
  if (read.met_by.empty()) table.wrong("\"met_by\" is missing here: the record that shows it was done.");
  table.finish();
  return read;
}

Addition addition(TableReader& table) {
  Addition read;
  read.to = table.text("to", stand);
  read.limit = table.period("limit");
  read.no_number = table.words("no_number");
  read.unset = table.yes_no("unset", false);
  read.strict = table.period("strict");
  if (table.has("reference_for")) read.reference_for = one_of(table, "reference_for", child_groups, ChildGroup::nobody);
  read.owner = table.text("owner");
  read.departure_by = table.text("departure_by");
  read.departure_records = table.texts("departure_records");
  read.becomes = becomes(table);
  read.examples = table.texts("examples");
  read.departs = departs_from(table);
  read.cites = table.citation();
  read.place = table.place();
  if (read.limit && (read.unset || !read.no_number.en.empty())) table.wrong("A time limit with a \"limit\" is not \"unset\" and needs no \"no_number\". Take one of them out.");
  table.finish();
  return read;
}

Ending ending(TableReader& table) {
  Ending read{table.text("id", stand), selectors(table, "by"), table.place()};
  if (read.by.empty()) table.wrong("\"by\" is missing here: the records that end it.");
  table.finish();
  return read;
}

AccessLine access_line(TableReader& table) {
  AccessLine read;
  read.id = table.text("id", stand);
  read.roles = table.texts("roles");
  read.relation = table.text("relation", stand);
  read.classes = table.texts("classes");
  read.needs = table.texts("needs");
  read.withholds = table.yes_no("withholds", false);
  read.cites = table.citation();
  read.examples = table.texts("examples");
  read.place = table.place();
  if (read.roles.empty()) table.wrong("\"roles\" is missing here: the roles it speaks of, or \"any\".");
  if (read.classes.empty()) table.wrong("\"classes\" is missing here: what it opens or withholds.");
  table.finish();
  return read;
}

Quorum quorum(TableReader& table) {
  Quorum read{table.text("agency", stand), table.number("other_agencies", 0), {}, {}, departs_from(table), table.citation(), table.place()};
  table.stretch(read);
  if (!table.has("other_agencies")) table.wrong("\"other_agencies\" is missing here: how many besides. Write 0 where none is asked for.");
  table.finish();
  return read;
}

DecisionRule decision_rule(TableReader& table) {
  DecisionRule read{table.texts("counts"), table.texts("without_roles"), table.citation(), table.place()};
  if (read.counts.empty()) table.wrong("\"counts\" is missing here: whose views make the result. Name items of the list \"standing\".");
  table.finish();
  return read;
}

HolidayList holidays(TableReader& table) {
  HolidayList read;
  read.id = table.text("id", stand);
  if (const auto day = table.day("first", stand)) read.first = *day;
  if (const auto day = table.day("last", stand)) read.last = *day;
  for (TableReader& item : table.tables("holiday")) {
    const auto day = item.day("day", stand);
    const Words name = item.words("name", stand);
    if (day && (*day < read.first || *day > read.last)) item.wrong("This day lies outside the stretch that the list speaks for. Mend \"first\" or \"last\".");
    const auto same = day ? std::find_if(read.days.begin(), read.days.end(), [&](const BankHoliday& one) { return one.day == *day; }) : read.days.end();
    if (same != read.days.end()) item.wrong(fmt::format("{} stands here twice: it is \"{}\" already. Take one of them out.", day->iso(), same->name.en));
    if (day) read.days.push_back({*day, name});
    item.finish();
  }
  read.cites = table.citation();
  read.place = table.place();
  if (read.last < read.first) table.wrong("\"last\" is before \"first\".");
  table.finish();
  return read;
}

ClosureDay closure(TableReader& table) {
  ClosureDay read{table.day("day", stand).value_or(Date{}), table.words("name", stand), table.citation(), table.place()};
  table.finish();
  return read;
}

ListItem list_item(TableReader& table) {
  ListItem read;
  read.id = table.text("id", stand);
  read.title = table.words("title", stand);
  read.hint = table.words("hint");
  read.census = table.text("census");
  read.role = table.text("role");
  read.stands_last = table.yes_no("stands_last", false);
  table.stretch(read);
  read.cites = table.citation();
  read.place = table.place();
  table.finish();
  return read;
}

}  // namespace confer::readings
