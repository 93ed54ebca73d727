// The description of the API says everything there is to say: every address, every record type, every question, in the words of the procedure.
#include "page/api/openapi.h"

#include <set>

#include "page/api/record_schema.h"
#include "page/api/testing.h"

namespace confer::api {
namespace {

class Openapi : public for_tests::ApiSite {
 protected:
  Openapi() : described_(json::parse(get("", "/api/openapi.json").body)) {}

  [[nodiscard]] const json::object& schema(const std::string& name) const { return described_.at("components").at("schemas").at(name).as_object(); }
  [[nodiscard]] const Described& procedure() const { return *desk_.described("rotherham"); }
  /// A record type's schema, by the reference that its procedure's entries hold.
  [[nodiscard]] const json::object& schema(const Described& of, const std::string& type) const {
    const json::value& reference = type == "family_file" ? schema(of.id + ".new_file").at("$ref") : schema(of.id + ".entry").at("discriminator").at("mapping").at(type);
    const std::string_view whole = reference.as_string();
    return schema(std::string(whole.substr(whole.rfind('/') + 1)));
  }

  json::value described_;
};

/// "/api/v1/files/*" for "/api/v1/files/{file}".
std::string starred(std::string_view path) {
  std::string out;
  bool captured = false;
  for (const char c : path) {
    if (c == '{') out.push_back('*');
    captured = c == '{' || (captured && c != '}');
    if (!captured && c != '}') out.push_back(c);
  }
  return out;
}

TEST_F(Openapi, it_has_every_address_of_the_route_table_and_no_other) {
  std::set<std::string> in_table, in_description;
  for (const Route& route : routes())
    if (is_api(route.address)) in_table.insert((route.method == Method::get ? "get " : "post ") + std::string(route.address));
  for (const auto& path : described_.at("paths").as_object())
    for (const auto& method : path.value().as_object()) in_description.insert(std::string(method.key()) + " " + starred(path.key()));
  EXPECT_EQ(in_description, in_table);
  EXPECT_GT(in_table.size(), 10U);
}

TEST_F(Openapi, every_record_type_and_question_of_every_procedure_stands_in_it) {
  ASSERT_FALSE(desk_.procedures().empty());
  for (const std::string& id : desk_.procedures())
    for (const RecordType& type : desk_.described(id)->records) {
      const json::object& of = schema(*desk_.described(id), type.id);
      const json::object& answers = of.at("properties").at("answers").at("properties").as_object();
      EXPECT_EQ(of.at("title"), json::value(type.title.en));
      EXPECT_EQ(of.at("x-makers").as_array().size(), type.makers.size());
      EXPECT_EQ(answers.size(), type.questions.size());
      for (const Question& question : type.questions) EXPECT_TRUE(std::string_view(answers.at(question.name).at("description").as_string()).starts_with(question.asks.en)) << type.id << "." << question.name;
    }
}

TEST_F(Openapi, a_question_says_its_kind_its_limits_and_its_choices) {
  const json::object& answers = schema(procedure(), "decision").at("properties").at("answers").as_object();
  const auto question = [&](const char* name) { return answers.at("properties").at(name).as_object(); };
  EXPECT_EQ(question("outcome").at("enum"), (json::array{"plan", "child_in_need", "early_help", "no_plan"}));
  EXPECT_EQ(question("reasons").at("maxLength"), procedure().record("decision")->question("reasons")->longest);
  EXPECT_EQ(question("consent").at("type"), "boolean");
  EXPECT_EQ(question("conference").at("x-refers-to"), "conference");
  EXPECT_EQ(question("core_group").at("maxItems"), most_people_in_an_answer);
  EXPECT_TRUE(for_tests::has(question("category").at("description").as_string(), "Asked when `outcome` is `plan`."));
  EXPECT_EQ(answers.at("required"), (json::array{"conference", "outcome", "reasons"}));
  const json::value conditional = json::parse(R"({"if":{"allOf":[{"properties":{"overrides_majority":{"const":true}},"required":["overrides_majority"]}]},
    "then":{"required":["basis_of_override"]},"else":{"properties":{"basis_of_override":false}}})");
  const json::array& all = answers.at("allOf").as_array();
  EXPECT_NE(std::find(all.begin(), all.end(), conditional), all.end());
}

TEST_F(Openapi, a_body_is_one_entry_told_by_its_type_or_a_list_within_the_limit) {
  const json::object& entry = schema("rotherham.entry");
  EXPECT_EQ(entry.at("oneOf").as_array().size(), procedure().records.size() - 1);   // a file is opened elsewhere
  EXPECT_EQ(entry.at("discriminator").at("propertyName"), "type");
  EXPECT_FALSE(entry.at("discriminator").at("mapping").as_object().contains("family_file"));
  EXPECT_EQ(schema("entries").at("anyOf").as_array()[1].at("maxItems"), most_entries_at_once);
  EXPECT_FALSE(schema(procedure(), "family_file").at("properties").at("answers").as_object().contains("required"));
}

TEST_F(Openapi, every_parameter_that_it_names_is_taken_and_answers_hold_what_it_requires) {
  for (const Operation& operation : operations()) {
    if (operation.method != Method::get || operation.gives == "pdf") continue;
    std::string path(operation.address);
    for (const std::string& value : {std::string(operation.id == "read_procedure" ? "rotherham" : "f1"), std::string(operation.id == "read_entry" ? "sd-1" : "c-initial"), std::string("record")})
      if (const std::size_t star = path.find('*'); star != std::string::npos) path.replace(star, 1, value);
    const std::string who = operation.id == "read_document" ? "mum" : "sw1";
    const Response whole = get(who, path);
    ASSERT_EQ(whole.status, 200) << path << whole.body;
    const json::value told = json::parse(whole.body);
    for (const json::value& member : schema(std::string(operation.gives)).at("required").as_array()) EXPECT_TRUE(told.as_object().contains(std::string_view(member.as_string()))) << path << member;
    for (const std::string_view parameter : operation.parameters) {
      const std::string value = parameter == "limit" || parameter == "offset" ? "1" : parameter == "whose" ? "mine" : parameter == "search" ? "x" : "2025-05-01";
      EXPECT_EQ(get(who, path, {{std::string(parameter), value}}).status, 200) << path << parameter;
    }
    EXPECT_EQ(get(who, path, {{"unheard_of", "1"}}).status, 422) << path;
  }
}

TEST_F(Openapi, it_may_be_kept_by_a_program_until_it_changes) {
  const Response whole = get("", "/api/openapi.json");
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(header(whole, "cache-control"), "no-cache");
  const Response same = ask("", {Method::get, "/api/openapi.json", {}, {{"if-none-match", header(whole, "etag")}}});
  EXPECT_EQ(same.status, 304);
  EXPECT_TRUE(same.body.empty());
}

TEST_F(Openapi, every_refusal_is_named_in_it) {
  const std::string words(described_.at("components").at("responses").at("problem").at("description").as_string());
  for (const Refusal one : refusals()) EXPECT_TRUE(for_tests::has(words, "urn:confer:problem:" + std::string(name(one)) + "`"));
}

}  // namespace
}  // namespace confer::api
