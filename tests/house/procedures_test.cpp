// What is shipped in procedures/ is fit to be read and followed, and every URL has its access line.
#include <set>

#include "base/testing.h"
#include "catalogue/reference.h"
#include "desk/procedure_shelf.h"
#include "page/routes.h"
#include "source_tree.h"

namespace confer::house {
namespace {

const std::filesystem::path procedures = for_tests::procedures_folder();

/// Every procedure that is shipped for use, with what it inherits.
std::vector<const Described*> shipped() {
  static ProcedureShelf shelf(read_procedure_files(procedures));
  std::vector<const Described*> out;
  for (const std::string& id : shelf.ids()) {
    const auto taken = shelf.take(id);
    if (taken) out.push_back(&(*taken)->described());
    else ADD_FAILURE() << id << " does not load:\n" << taken.error().message;
  }
  return out;
}

/// Names of the worked cases that stand in any examples folder.
const std::set<std::string>& worked_cases() {
  static const std::set<std::string> names = [] {
    std::set<std::string> found;
    for (const auto& file : std::filesystem::recursive_directory_iterator(procedures))
      if (file.path().extension() == ".toml" && file.path().lexically_relative(procedures).generic_string().find("/examples/") != std::string::npos) found.insert(file.path().stem().string());
    return found;
  }();
  return names;
}

Findings unfounded(const Place& where, const std::string& what, const Citation& cites, const std::vector<std::string>& examples, const Described& procedure,
                   const std::set<std::string>& cases) {
  Findings out;
  const std::string at = fmt::format("procedures/{}:{}: {} ", where.file, where.line, what);
  if (!procedure.source(cites.source)) out.push_back(at + "has no source. Name one that stands in sources.toml.");
  if (examples.empty()) out.push_back(at + "has no worked case. Name one in \"examples\".");
  for (const std::string& example : examples)
    if (!cases.contains(example)) out.push_back(fmt::format("{}names the worked case {}, which stands in no examples folder.", at, example));
  return out;
}

Findings without_an_about(const Described& procedure) {
  Findings out;
  for (const RecordType& type : procedure.records) {
    if (type.about.empty()) out.push_back(fmt::format("procedures/{}:{}: {} does not say whom it is about.", type.place.file, type.place.line, type.id));
    for (const Question& question : type.questions)
      if (question.about.empty())
        out.push_back(fmt::format("procedures/{}:{}: {}.{} does not say whom its answer speaks of. Give it an \"about\".", question.place.file, question.place.line, type.id,
                                  question.name));
  }
  return out;
}

TEST(HouseProcedures, all_that_are_shipped_load) { EXPECT_GE(shipped().size(), 1U); }

TEST(HouseProcedures, every_question_says_whom_its_answer_speaks_of) {
  for (const Described* one : shipped()) expect_none(without_an_about(*one));
}

TEST(HouseProcedures, every_time_limit_has_a_source_and_a_worked_case) {
  for (const Described* one : shipped())
    for (const TimeLimit& limit : one->time_limits) expect_none(unfounded(limit.place, limit.id, limit.cites, limit.examples, *one, worked_cases()));
}

TEST(HouseProcedures, every_access_line_has_a_source_and_a_worked_case) {
  for (const Described* one : shipped())
    for (const AccessLine& line : one->access) expect_none(unfounded(line.place, line.id, line.cites, line.examples, *one, worked_cases()));
}

/// Procedures with a page of their own. The areas of which only some numbers were read ask what England asks.
const std::set<std::string_view> with_a_page = {"england", "hips", "rotherham", "wales"};

TEST(HouseProcedures, every_reference_page_is_what_its_procedure_gives) {
  for (const Described* one : shipped()) {
    if (!with_a_page.contains(one->id)) continue;
    const std::filesystem::path page = for_tests::checkout_folder() / "docs/reference" / (one->id + ".md");
    std::ifstream in(page, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_TRUE(text == reference_page(*one)) << "docs/reference/" << one->id << ".md is not what procedures/ gives. Make it anew: ./confer procedures reference " << one->id
                                              << " >docs/reference/" << one->id << ".md";
  }
}

TEST(HouseProcedures, what_has_no_foundation_is_found) {
  const Described procedure{.id = "p", .sources = {{"working-together", "Working Together"}}};
  const auto found = [&](const char* source, std::vector<std::string> examples) { return unfounded({}, "x", {source}, examples, procedure, {"S02"}).size(); };
  EXPECT_EQ(found("working-together", {"S02"}), 0U);
  EXPECT_EQ(found("hearsay", {"S02"}), 1U);
  EXPECT_EQ(found("working-together", {}), 1U);
  EXPECT_EQ(found("working-together", {"S99"}), 1U);
}

TEST(HouseProcedures, a_question_without_an_about_is_found) {
  RecordType type;
  type.id = "conference";
  type.about = "children";
  type.questions.resize(2);
  type.questions[0].name = "place";
  type.questions[1].name = "starts", type.questions[1].about = "conference";
  Described procedure{.id = "p"};
  procedure.records = {type};
  EXPECT_EQ(without_an_about(procedure).size(), 1U);
}

/// What anybody may open; each more is a hole, so each is named here.
const std::set<std::string_view> open_to_anyone = {"/health", "/look/*", "/sign-in", "/api/openapi.json", "/api/v1/session"};

TEST(HouseRoutes, every_address_says_who_may_open_it) {
  std::set<std::pair<Method, std::string_view>> seen;
  for (const Route& route : routes()) {
    EXPECT_TRUE(seen.emplace(route.method, route.address).second) << route.address << " stands twice in the table of routes";
    EXPECT_NE(route.page, nullptr) << route.address;
    switch (route.opens) {
      case Opens::to_anyone: EXPECT_TRUE(open_to_anyone.contains(route.address)) << route.address << " is open to anyone. If it must be, name it here."; break;
      case Opens::to_signed_in: break;
    }
    if (route.address == "/api/v1/session" && route.method == Method::get) { EXPECT_EQ(route.opens, Opens::to_signed_in); }
    if (route.address.starts_with("/files") || route.address.starts_with("/api/v1/files")) { EXPECT_EQ(route.opens, Opens::to_signed_in) << route.address; }
  }
  EXPECT_GT(seen.size(), 10U);
}

}   // namespace
}   // namespace confer::house
