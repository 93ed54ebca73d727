#include "catalogue/load.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/testing.h"

namespace confer {
namespace {

constexpr std::string_view about_one = "id = \"one\"\ntitle = \"One\"\n";

constexpr std::string_view basics = R"(
[[source]]
id = "text"
title = "A published text"

[[role]]
id = "chair"
title = "Chair"
standing = "staff"

[[record]]
id = "person"
title = "Person"
about = "person"
class = "identity"
makers = ["chair"]
question = [
  { name = "kind", asks = "Who?", kind = "choice", about = "person", choice = [{ id = "child", title = "Child" }, { id = "adult", title = "Adult" }] },
]

[[record]]
id = "meeting"
title = "Meeting"
about = "children"
class = "case"
makers = ["chair"]
question = [{ name = "held", asks = "Was it held?", kind = "yes_no", about = "child" }]

[[time_limit]]
id = "meet"
what = "Meeting"
limit = "5 working days"
from = { record = "person" }
met_by = [{ record = "meeting" }]
owner = "chair"
source = "text"
examples = ["A"]
)";

std::vector<ProcedureFile> files_with(std::string more) {
  return {{"one/procedure.toml", std::string(about_one)}, {"one/basics.toml", std::string(basics)}, {"one/more.toml", std::move(more)}};
}

/// Every error of the small procedure with these lines added, one a line; empty when it loads.
std::string errors(const std::vector<ProcedureFile>& files, std::string_view id = "one") {
  const auto loaded = load_procedure(files, id);
  std::string all;
  if (!loaded)
    for (const LoadError& error : loaded.error()) all += error.written() + "\n";
  if (!loaded && all.empty()) return "refused without an error";
  return all;
}

std::string errors_with(std::string more) { return errors(files_with(std::move(more))); }

bool tells(const std::string& all, std::string_view what) { return all.find(what) != std::string::npos; }

/// A record with this in it.
std::string a_record(const std::string& inside) {
  return "[[record]]\nid = \"note\"\ntitle = \"Note\"\nabout = \"children\"\nclass = \"case\"\nmakers = [\"chair\"]\n" + inside;
}

/// A time limit with this in it besides what it must have.
std::string a_limit(const std::string& inside) {
  return "[[time_limit]]\nid = \"more\"\nwhat = \"More\"\nowner = \"chair\"\nsource = \"text\"\nexamples = [\"A\"]\n" + inside;
}

constexpr const char* counted = "limit = \"3 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\" }]\n";

TEST(Catalogue, a_small_procedure_loads_with_what_it_describes) {
  const auto loaded = load_procedure(files_with(""), "one");
  ASSERT_TRUE(loaded) << errors_with("");
  EXPECT_EQ(loaded->id, "one");
  EXPECT_EQ(loaded->title.en, "One");
  ASSERT_NE(loaded->record("meeting"), nullptr);
  EXPECT_EQ(loaded->record("meeting")->question("held")->kind, AnswerKind::yes_no);
  EXPECT_EQ(loaded->time_limit("meet")->limit, (Period{5, Unit::working_days}));
  EXPECT_EQ(loaded->record("meeting")->place.file, "one/basics.toml");
  EXPECT_EQ(loaded->record("meeting")->place.line, 21);
}

TEST(Catalogue, an_unknown_key_is_an_error_with_its_file_and_line) {
  const std::string all = errors_with("\n[[role]]\nid = \"clerk\"\ntitle = \"Clerk\"\nstanding = \"staff\"\nsalary = 3\n");
  EXPECT_TRUE(tells(all, "one/more.toml:6: \"salary\" is not known here.")) << all;
}

TEST(Catalogue, an_unknown_table_is_an_error) { EXPECT_TRUE(tells(errors_with("[[roll]]\nid = \"x\"\n"), "one/more.toml:1: \"roll\" is not known here.")); }

TEST(Catalogue, a_key_that_must_stand_and_does_not_is_an_error) {
  EXPECT_TRUE(tells(errors_with("\n[[role]]\nid = \"clerk\"\nstanding = \"staff\"\n"), "one/more.toml:2: \"title\" is missing here."));
}

TEST(Catalogue, a_value_of_the_wrong_kind_is_an_error_not_a_default) {
  EXPECT_TRUE(tells(errors_with("[[role]]\nid = 7\ntitle = \"T\"\nstanding = \"staff\"\n"), "more.toml:2: \"id\" must be a text in quotes."));
  EXPECT_TRUE(tells(errors_with(a_record("divisible = \"yes\"\n")), "more.toml:7: \"divisible\" must be true or false."));
  EXPECT_TRUE(tells(errors_with(a_record("makers_too = 1\nleads_to = [3]\n")), "\"leads_to\" must be a list of texts"));
  EXPECT_TRUE(tells(errors_with("[[source]]\nid = \"s\"\ntitle = \"S\"\nin_force_from = \"2025-01-01\"\n"), "more.toml:4: \"in_force_from\" must be a day"));
  EXPECT_TRUE(tells(errors_with("record = 3\n"), "more.toml:1: \"record\" must be a table or a list of tables."));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", longest = -1 }]\n")), "\"longest\" must be a whole number"));
}

TEST(Catalogue, a_key_that_its_question_or_record_cannot_bear_is_an_error) {
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", kind = \"day\", shape = \"reference\" }]\n")), "Only a text has a \"shape\"."));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", shape = \"star\" }]\n")), "\"shape\" must be one of"));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", younger_than = { years = 18 } }]\n")), "is held to \"younger_than\"."));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", kind = \"day\", younger_than = { when = [] } }]\n")), "\"years\" is missing here"));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", kind = \"day\", younger_than = { years = 18, when = [{ question = \"ghost\", is = \"x\" }] } }]\n")), "There is no question \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_record("happened = \"none\"\nasks_when = \"When?\"\n")), "\"asks_when\" is never shown"));
}

TEST(Catalogue, a_rule_without_a_source_or_with_an_unknown_one_is_an_error) {
  EXPECT_TRUE(tells(errors_with("[quorum]\nagency = \"health\"\nother_agencies = 2\n"), "more.toml:1: \"source\" is missing here."));
  EXPECT_TRUE(tells(errors_with("[quorum]\nagency = \"health\"\nother_agencies = 2\nsource = \"rumour\"\n"), "more.toml:1: \"rumour\" is not among the sources."));
  EXPECT_TRUE(tells(errors_with("[[list.kind]]\nid = \"x\"\ntitle = \"X\"\nsource = \"rumour\"\n"), "\"rumour\" is not among the sources."));
  EXPECT_TRUE(tells(errors_with("[bank_holidays]\nid = \"n\"\nfirst = 2025-01-01\nlast = 2025-12-31\nsource = \"rumour\"\n"), "\"rumour\" is not among"));
}

TEST(Catalogue, a_name_that_points_at_nothing_is_an_error) {
  EXPECT_TRUE(tells(errors_with("[[record]]\nid = \"n\"\ntitle = \"N\"\nabout = \"child\"\nclass = \"c\"\nmakers = [\"ghost\"]\n"), "more.toml:1: There is no role \"ghost\"."));
  EXPECT_TRUE(tells(errors_with(a_record("leads_to = [\"ghost\"]\n")), "There is no record type \"ghost\"."));
  EXPECT_TRUE(tells(errors_with(a_record("need = [{ record = \"ghost\", otherwise = \"No.\", source = \"text\" }]\n")), "There is no record type \"ghost\"."));
  EXPECT_TRUE(tells(errors_with(a_record("need = [{ record = \"meeting\", same = [\"ghost\"], otherwise = \"No.\", source = \"text\" }]\n")), "no question \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_record("further_class = [{ class = \"secret\", when = [{ question = \"ghost\", is = \"true\" }] }]\n")), "no question \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", only_if = [{ question = \"ghost\" }] }]\n")), "no question \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", kind = \"entry\", refers_to = \"ghost\" }]\n")), "no record type \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", kind = \"entry\" }]\n")), "does not say what it refers to"));
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\", kind = \"choice\", choices_from = \"ghost\" }]\n")), "offers no choices"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"ghost\" }\nmet_by = [{ record = \"meeting\" }]\n")), "no record type \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\", day = \"ghost\" }\nmet_by = [{ record = \"meeting\" }]\n")), "no question \"ghost\""));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\", every = { record = \"meeting\" } }]\n")), "names nobody"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\", roles = [\"cook\"] }]\n")), "cook"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"meeting\", conference = [{ question = \"kind\", is = \"initial\" }] }\nmet_by = [{ record = \"meeting\" }]\n")), "conference"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\", through = \"held\" }]\n")), "names no entry"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\", also_by = [\"ghost\"] }]\n")), "There is no role \"ghost\"."));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\" }\nmet_by = [{ record = \"meeting\", also_by = [\"chair\"] }]\n")), "asks for one more beside \"every\""));
}

TEST(Catalogue, what_a_form_prompts_with_names_its_list_and_says_what_it_is) {
  EXPECT_TRUE(tells(errors_with(a_record("prompts = [{ list = \"told\" }]\n")), "\"title\" is missing here."));
  EXPECT_TRUE(tells(errors_with(a_record("prompts = [{ title = \"What to tell\" }]\n")), "\"list\" is missing here."));
  EXPECT_EQ(errors_with(a_record("prompts = [{ list = \"told\", title = \"What to tell\" }]\n")), "") << "an authority may add the list, or have none";
}

TEST(Catalogue, a_slot_in_a_form_or_a_list_is_filled_with_the_procedures_own_term) {
  constexpr std::string_view form = "[[record]]\nid = \"vote\"\ntitle = { en = \"View of the {plan}\", cy = \"Barn am y {plan}\" }\nabout = \"child\"\nclass = \"case\"\nmakers = [\"chair\"]\n"
                                    "question = [{ name = \"view\", asks = \"Is a {plan} needed?\", hint = \"A {plan} and a {meet}.\", kind = \"choice\", about = \"child\", choice = [{ id = \"yes\", title = \"Yes: a {plan}\" }] }]\n";
  const std::string words = "[words]\nplan = { en = \"care plan\", cy = \"cynllun gofal\" }\nmeet = \"{plan} meeting\"\n";
  const auto loaded = load_procedure(files_with(std::string(form) + words), "one");
  ASSERT_TRUE(loaded) << errors_with(std::string(form) + words);
  const RecordType& type = *loaded->record("vote");
  EXPECT_EQ(type.title.en, "View of the care plan");
  EXPECT_EQ(type.title.cy, "Barn am y cynllun gofal");
  EXPECT_EQ(type.questions[0].asks.en, "Is a care plan needed?");
  EXPECT_EQ(type.questions[0].hint.en, "A care plan and a {plan} meeting.") << "what a term says is not looked into again";
  EXPECT_EQ(type.questions[0].choices[0].title.en, "Yes: a care plan");
  EXPECT_TRUE(tells(errors_with(std::string(form) + "[words]\nplam = \"care plan\"\nmeet = \"meeting\"\n"), "There is no term \"plan\" to put in place of {plan}. Mend the name, or add it under [words]. Did you mean \"plam\"?"));
  EXPECT_TRUE(tells(errors_with("[[record]]\nid = \"vote\"\ntitle = \"View of {plan\"\nabout = \"child\"\nclass = \"case\"\nmakers = [\"chair\"]\n"), "one/more.toml:1: A \"{\" is never closed."));
}

TEST(Catalogue, what_is_left_when_nothing_else_fits_stands_after_what_procedures_further_on_add) {
  for (const std::string& id : procedure_ids(for_tests::shipped_files()))
    for (const auto& [name, items] : for_tests::shipped(id).lists) {
      const auto first = std::find_if(items.begin(), items.end(), [](const ListItem& one) { return one.stands_last; });
      EXPECT_TRUE(std::all_of(first, items.end(), [](const ListItem& one) { return one.stands_last; })) << id << ": " << name;
    }
  EXPECT_EQ(for_tests::shipped("sussex").list("exclusion_ground").back().id, "other");
  EXPECT_EQ(for_tests::shipped("rotherham").list("appeal_matter").back().id, "other");
  EXPECT_EQ(for_tests::shipped("rotherham").list("pre_meeting").back().id, "questions");
}

TEST(Catalogue, a_condition_that_no_answer_can_meet_is_an_error) {
  const auto lapse = [](const char* condition) { return a_limit(std::string(counted) + "lapses_by = [{ record = \"meeting\", where = [" + condition + "] }]\n"); };
  EXPECT_EQ(errors_with(lapse("{ question = \"held\", is = \"false\" }")), "");
  EXPECT_TRUE(tells(errors_with(lapse("{ question = \"held\", is = \"no\" }")), "\"no\" is no answer to the question \"held\""));
  EXPECT_TRUE(tells(errors_with(lapse("{ any = [{ not = [{ question = \"held\", is = \"no\" }] }] }")), "\"no\" is no answer"));
  EXPECT_TRUE(tells(errors_with(a_limit(std::string(counted) + "only_for = [{ question = \"kind\", is = \"infant\" }]\n")), "\"infant\" is no answer"));
}

TEST(Catalogue, a_predicate_stands_in_a_need_and_nowhere_else) {
  EXPECT_TRUE(tells(errors_with(a_record("need = [{ predicate = \"quorate\", when = [{ predicate = \"sunny\" }], otherwise = \"No.\", source = \"text\" }]\n")),
                    "The predicate \"sunny\" stands in a condition."));
  EXPECT_TRUE(tells(errors_with(a_record("need = [{ otherwise = \"No.\", source = \"text\" }]\n")), "A need names either a \"record\" or a \"predicate\"."));
}

TEST(Catalogue, a_number_stands_in_place_of_an_inherited_limit_of_its_name_that_has_none) {
  const auto limit = [](std::string_view how, std::string_view owner) {
    return fmt::format("[[time_limit]]\nid = \"told\"\nwhat = \"Told\"\n{}\nfrom = {{ record = \"person\" }}\nmet_by = [{{ record = \"meeting\" }}]\nowner = \"{}\"\nsource = \"text\"\nexamples = [\"A\"]\n", how, owner);
  };
  const auto both = [&](const std::string& inherited, const std::string& own) {
    auto files = files_with(inherited);
    files.push_back({"two/procedure.toml", "id = \"two\"\ntitle = \"Two\"\nextends = \"one\"\n"});
    files.push_back({"two/limits.toml", own});
    return files;
  };
  const std::string none = limit("no_number = \"beforehand\"", "chair"), number = limit("limit = \"3 days\"", "chair");
  const auto loaded = load_procedure(both(none, number), "two");
  ASSERT_TRUE(loaded.has_value());
  ASSERT_NE(loaded->time_limit("told"), nullptr);
  EXPECT_TRUE(loaded->time_limit("told")->limit.has_value());
  EXPECT_EQ(std::count_if(loaded->time_limits.begin(), loaded->time_limits.end(), [](const TimeLimit& one) { return one.id == "told"; }), 1);
  EXPECT_TRUE(tells(errors(both(number, number), "two"), "\"told\" is described already"));
  EXPECT_TRUE(tells(errors(both(number, none), "two"), "\"told\" is described already"));
  EXPECT_TRUE(tells(errors_with(none + number), "\"told\" is described already")) << "in one procedure";
}

TEST(Catalogue, an_id_described_twice_names_both_places) {
  EXPECT_TRUE(tells(errors_with("\n\n[[role]]\nid = \"chair\"\ntitle = \"Another\"\nstanding = \"staff\"\n"),
                    "one/more.toml:3: \"chair\" is described already in one/basics.toml:6."));
  const std::string twice = "[[list.kind]]\nid = \"x\"\ntitle = \"X\"\nsource = \"text\"\n";
  EXPECT_TRUE(tells(errors_with(twice + twice), "one/more.toml:5: \"x\" is described already in one/more.toml:1."));
  EXPECT_TRUE(tells(errors_with(a_record("question = [\n{ name = \"q\", asks = \"?\", about = \"child\" },\n{ name = \"q\", asks = \"?\", about = \"child\" }]\n")),
                    "one/more.toml:9: \"q\" is described already in one/more.toml:8."));
}

TEST(Catalogue, two_procedures_of_one_name_are_an_error) {
  auto files = files_with("");
  files.push_back({"other/procedure.toml", "id = \"one\"\ntitle = \"Other\"\n"});
  EXPECT_TRUE(tells(errors(files), "There is a procedure \"one\" already, in one/procedure.toml."));
}

TEST(Catalogue, a_procedure_without_an_id_is_told_of_and_is_no_procedure) {
  const std::vector<ProcedureFile> files = {{"one/procedure.toml", "id0 = \"one\"\ntitle = \"One\"\n"}};
  EXPECT_TRUE(procedure_ids(files).empty());
  const auto loaded = load_procedure(files, {});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().front().written(), "one/procedure.toml:1: \"id\" is missing here. Add it.");
}

TEST(Catalogue, a_circle_of_parents_is_an_error_and_does_not_hang) {
  const std::vector<ProcedureFile> files = {{"a/procedure.toml", "id = \"a\"\ntitle = \"A\"\nextends = \"b\"\n"},
                                            {"b/procedure.toml", "id = \"b\"\ntitle = \"B\"\nextends = \"a\"\n"}};
  EXPECT_TRUE(tells(errors(files, "a"), "a/procedure.toml:1: This procedure extends itself by way of its parents."));
  EXPECT_TRUE(tells(errors({{"a/procedure.toml", "id = \"a\"\ntitle = \"A\"\nextends = \"a\"\n"}}, "a"), "extends itself"));
}

TEST(Catalogue, an_unknown_parent_is_told_with_the_file_that_names_it_and_an_unknown_procedure_alone) {
  EXPECT_TRUE(tells(errors({{"a/procedure.toml", "id = \"a\"\ntitle = \"A\"\nextends = \"ghost\"\n"}}, "a"), "a/procedure.toml:1: There is no procedure called \"ghost\"."));
  EXPECT_EQ(errors(files_with(""), "ghost").find("There is no procedure called \"ghost\"."), 0U);
}

TEST(Catalogue, a_child_procedure_adds_to_a_limit_it_inherits_and_cannot_add_to_what_is_not_there) {
  auto files = files_with("");
  files.push_back({"two/procedure.toml", "id = \"two\"\ntitle = \"Two\"\nextends = \"one\"\n"});
  files.push_back({"two/limits.toml", "[[adds]]\nto = \"meet\"\ndeparture_by = \"chair\"\nstrict = \"3 working days\"\nsource = \"text\"\nat = \"Part 2\"\n"});
  const auto loaded = load_procedure(files, "two");
  ASSERT_TRUE(loaded) << errors(files, "two");
  EXPECT_EQ(loaded->extends, std::vector<std::string>{"one"});
  EXPECT_EQ(loaded->time_limit("meet")->departure_by, "chair");
  EXPECT_EQ(loaded->time_limit("meet")->strict, (Period{3, Unit::working_days}));
  EXPECT_EQ(loaded->time_limit("meet")->limit, (Period{5, Unit::working_days}));
  EXPECT_EQ(loaded->time_limit("meet")->cites.at, "Part 2");
  EXPECT_EQ(load_procedure(files, "one")->time_limit("meet")->departure_by, "");

  files.back().text = "[[adds]]\nto = \"ghost\"\nsource = \"text\"\n";
  EXPECT_TRUE(tells(errors(files, "two"), "two/limits.toml:1: There is no time limit \"ghost\" to add to."));
}

TEST(Catalogue, a_file_of_the_largest_size_loads_and_one_byte_more_is_refused) {
  std::string filler(largest_procedure_file, '#');
  EXPECT_EQ(errors_with(filler), "");
  EXPECT_TRUE(tells(errors_with(filler + "#"), "one/more.toml:1: This file is larger than"));
}

TEST(Catalogue, broken_text_is_told_with_its_line) {
  EXPECT_TRUE(tells(errors_with("\n\n[[role\n"), "one/more.toml:3: This line is not written as TOML"));
  EXPECT_TRUE(tells(errors_with("a = \"\xff\"\n"), "one/more.toml:1: This line is not written as TOML"));
  EXPECT_TRUE(tells(errors_with(std::string(100'000, '[')), "This line is not written as TOML"));
}

TEST(Catalogue, a_time_limit_has_a_number_or_the_words_that_stand_in_its_place) {
  const std::string rest = "from = { record = \"person\" }\nmet_by = [{ record = \"meeting\" }]\n";
  EXPECT_TRUE(tells(errors_with(a_limit(rest)), "more.toml:1: A time limit needs \"limit\", or \"no_number\""));
  EXPECT_EQ(errors_with(a_limit(rest + "no_number = \"as soon as possible\"\n")), "");
  EXPECT_TRUE(tells(errors_with(a_limit(rest + "limit = \"0 days\"\n")), "\"limit\": The number in a period must be from 1"));
  EXPECT_TRUE(tells(errors_with(a_limit(rest + "limit = \"soon\"\n")), "\"limit\": A period must be a whole number and a unit"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nmet_by = [{ record = \"meeting\" }]\n")), "\"from\" is missing here"));
  EXPECT_TRUE(tells(errors_with(a_limit("limit = \"3 days\"\nfrom = { record = \"person\" }\n")), "\"met_by\" is missing here"));
  EXPECT_TRUE(tells(errors_with(a_limit(std::string(counted) + "per = \"family\"\n")), "\"per\" must be one of \"child\", \"conference\", \"reader\"."));
}

TEST(Catalogue, a_quorum_states_its_number) {
  EXPECT_TRUE(tells(errors_with("[quorum]\nagency = \"health\"\nsource = \"text\"\n"), "\"other_agencies\" is missing here"));
}

TEST(Catalogue, conditions_nest_as_all_any_and_not) {
  const auto files = files_with(a_record(R"(question = [{ name = "q", asks = "?", about = "child" }, { name = "r", asks = "?", about = "child", only_if = [{ all = [{ question = "q" }, { any = [{ question = "q", is = "a" }, { not = [{ question = "q", is = "b" }] }] }] }] }])"));
  const auto loaded = load_procedure(files, "one");
  ASSERT_TRUE(loaded) << errors(files);
  const Condition& outer = loaded->record("note")->question("r")->only_if.at(0);
  EXPECT_EQ(outer.kind, Condition::Kind::all);
  EXPECT_EQ(outer.parts.at(0).kind, Condition::Kind::answered);
  EXPECT_EQ(outer.parts.at(1).kind, Condition::Kind::any);
  EXPECT_EQ(outer.parts.at(1).parts.at(0).value, "a");
  EXPECT_EQ(outer.parts.at(1).parts.at(1).kind, Condition::Kind::none);
}

TEST(Catalogue, a_condition_with_two_meanings_is_an_error) {
  EXPECT_TRUE(tells(errors_with(a_record("question = [{ name = \"q\", asks = \"?\", about = \"child\" }, { name = \"r\", asks = \"?\", about = \"child\", "
                                         "only_if = [{ question = \"q\", any = [{ question = \"q\" }] }] }]\n")),
                    "\"question\" is not known here."));
}

TEST(Catalogue, bank_holidays_stand_within_the_stretch_they_speak_for) {
  const std::string list = "[bank_holidays]\nid = \"n\"\nfirst = 2025-01-01\nlast = 2025-12-31\nsource = \"text\"\n[[bank_holidays.holiday]]\nname = \"A day\"\nday = ";
  EXPECT_EQ(errors_with(list + "2025-12-25\n"), "");
  EXPECT_TRUE(tells(errors_with(list + "2026-01-01\n"), "outside the stretch"));
  EXPECT_TRUE(tells(errors_with("[bank_holidays]\nid = \"n\"\nfirst = 2025-01-02\nlast = 2025-01-01\nsource = \"text\"\n"), "\"last\" is before \"first\"."));
}

TEST(Catalogue, every_error_is_told_at_once) {
  const std::string all = errors_with("[[role]]\nid = \"x\"\n\n[[source]]\ntitle = \"S\"\n");
  EXPECT_TRUE(tells(all, "more.toml:1:") && tells(all, "more.toml:4:")) << all;
}

TEST(Catalogue, the_edition_changes_with_any_byte_of_any_file_it_is_read_from) {
  auto files = files_with("");
  files.push_back({"two/procedure.toml", "id = \"two\"\ntitle = \"Two\"\nextends = \"one\"\n"});
  files.push_back({"two/examples/case.toml", "anything = 1\n"});
  files.push_back({"three/procedure.toml", "id = \"three\"\ntitle = \"Three\"\n"});
  const Digest before = load_procedure(files, "two")->edition;
  for (std::size_t at = 0; at < files.size(); ++at) {
    auto changed = files;
    changed[at].text += " ";
    const bool of_two = !changed[at].path.starts_with("two/examples/") && !changed[at].path.starts_with("three/");
    EXPECT_EQ(load_procedure(changed, "two")->edition != before, of_two) << changed[at].path;
  }
  EXPECT_EQ(load_procedure(files, "two")->edition, before);
}

/// All that a procedure describes, by its ids and places, as one text.
std::string in_short(const Described& described) {
  std::string out = described.id + " " + described.title.en + " " + described.edition.hex();
  const auto add = [&](const auto& items) {
    for (const auto& item : items) out += fmt::format("\n{} {}:{}", item.id, item.place.file, item.place.line);
  };
  add(described.sources);
  add(described.roles);
  add(described.records);
  add(described.time_limits);
  add(described.access);
  add(described.documents);
  for (const auto& [name, items] : described.lists) out += fmt::format("\n{} {}", name, items.size());
  for (const std::string& parent : described.extends) out += " " + parent;
  return out;
}

TEST(Catalogue, what_several_procedures_inherit_is_read_once_and_says_the_same) {
  const auto files = for_tests::shipped_files();
  ReadAlready kept;
  for (const std::string& id : procedure_ids(files)) {
    const auto alone = load_procedure(files, id), with_others = load_procedure(files, id, kept);
    ASSERT_TRUE(alone && with_others) << id;
    EXPECT_EQ(in_short(*with_others), in_short(*alone));
  }
  EXPECT_FALSE(kept.lines.contains("rotherham")) << "nobody inherits it";
}

TEST(Catalogue, an_error_of_a_parent_is_told_to_each_that_inherits_it) {
  auto files = files_with("nonsense = 1\n");
  files.push_back({"two/procedure.toml", "id = \"two\"\ntitle = \"Two\"\nextends = \"one\"\n"});
  files.push_back({"three/procedure.toml", "id = \"three\"\ntitle = \"Three\"\nextends = \"one\"\n"});
  ReadAlready kept;
  for (const char* id : {"two", "three", "one"}) {
    const auto alone = load_procedure(files, id), with_others = load_procedure(files, id, kept);
    ASSERT_TRUE(!alone && !with_others) << id;
    ASSERT_EQ(with_others.error().size(), alone.error().size()) << id;
    for (std::size_t at = 0; at < alone.error().size(); ++at) EXPECT_EQ(with_others.error()[at].written(), alone.error()[at].written());
  }
}

TEST(Catalogue, the_procedures_as_shipped_load) {
  const auto england = load_procedure(for_tests::shipped_files(), "england");
  ASSERT_TRUE(england) << errors(for_tests::shipped_files(), "england");
  EXPECT_EQ(england->extends, (std::vector<std::string>{"england-and-wales", "common"}));
  const auto rotherham = load_procedure(for_tests::shipped_files(), "rotherham");
  ASSERT_TRUE(rotherham) << errors(for_tests::shipped_files(), "rotherham");
  EXPECT_EQ(rotherham->extends, (std::vector<std::string>{"england", "england-and-wales", "common"}));
  EXPECT_FALSE(rotherham->quorums.empty());
  EXPECT_NE(rotherham->edition, england->edition);
  EXPECT_EQ(rotherham->time_limit("initial_conference")->departure_by, "safeguarding_unit_manager");
  for (const std::string& id : procedure_ids(for_tests::shipped_files())) EXPECT_EQ(errors(for_tests::shipped_files(), id), "");
}

}  // namespace
}  // namespace confer
