// Canaries: a word that occurs nowhere else in every written answer of a worked case. Everything that each viewer can fetch is fetched;
// not one canary where the table says no or the view does not hold it, and each where the table says yes.
#include <gtest/gtest.h>

#include <set>

#include "desk/example_entry.h"
#include "desk/procedure_shelf.h"
#include "page/page.h"
#include "page/routes.h"
#include "store/store.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

constexpr const char* password = "teapot gravel otter";
const FileId family{"f1"};

std::string canary(const EntryId& entry, std::string_view question) { return "zq" + Digest::of(entry.value + "." + std::string(question)).hex().substr(0, 12); }

/// Which questions of a record type are written in a person's own words.
bool is_written(const Question& question) { return question.kind == AnswerKind::text || question.kind == AnswerKind::words; }

/// One worked case with its canaries, behind the pages, and everybody of its tables signed in.
class Aviary {
 public:
  explicit Aviary(const std::string& id)
      : case_(rotherham_case(id)),
        desk_(*store_, ProcedureShelf(read_procedure_files(procedures_folder())), AuthorityId{"rotherham"},
              {[this] { return now_; }, [this] { return "n" + std::to_string(++ids_); }}),
        sign_in_(*store_, AuthorityId{"rotherham"}, cheap()) {
    const Described& procedure = *desk_.described("rotherham");
    for (Entry& entry : case_.entries) {
      const RecordType* type = procedure.record(entry.type);
      for (auto& answered : entry.answers.values()) {
        const Question* question = type->question(answered.key());
        const bool marks = question && is_written(*question) && entry.type != "family_file" && entry.type != "release" && entry.type != "copy_sent" && entry.type != "departure";
        if (marks) answered.value() = std::string(answered.value().get_string()) + " " + canary(entry.id, answered.key());
      }
    }
    const auto taken = desk_.take_in(family, case_.entries);
    if (!taken) throw std::runtime_error(taken.error().front().message);
    for (const Sees& cell : case_.sees)
      if (viewers_.emplace(cell.reader, cell.role).second) {
        const auto added = sign_in_.add_account({.name = "account." + cell.reader, .password_hash = {}, .person = {cell.reader}, .roles = {cell.role}}, password, {{"p-admin"}, "administrator", now_});
        if (!added) throw std::runtime_error(added.error().message);
      }
  }

  /// Every byte that this viewer can fetch, headers too.
  std::string fetch_all(const Reader& viewer) {
    sign_in(viewer);
    for (const Adapter& one : adapters())
      if (one.method == Method::get)
        for (const std::string& path : filled(one)) get(path);
    for (const std::string document : {"outline_plan", "record"})
      for (const auto& [person, role] : viewers_) get("/files/f1/conferences/c-initial/copies/" + document + "/compare", {{"left", viewer.person.value}, {"right", person}});
    for (const Entry& entry : case_.entries)
      if (entry.type == "statement") get("/conference/f1/c-initial/write/challenge", {{"statement", entry.id.value}});
    get("/", {{"whose", "everyone"}});
    get("/files", {{"search", "a"}});
    get("/api/v1/due", {{"whose", "mine"}});
    get("/api/v1/files", {{"search", "a"}, {"limit", "200"}});
    get("/api/v1/files/f1", {{"as_at", "2025-05-01"}});
    get("/api/v1/files/f1", {{"known_on", "2025-05-01"}});
    for (const Entry& entry : case_.entries) get("/files/f1/record/" + entry.type, {{"corrects", entry.id.value}});
    return std::exchange(all_, {});
  }

  /// Every byte that comes back to this viewer for something sent: forms and programs' bodies, whole and half, about everyone on the file and
  /// correcting everything on it; where an answer sends the viewer on, what is there too. What is sent holds no canary.
  std::string send_all(const Reader& viewer) {
    sign_in(viewer);
    for (const Adapter& one : adapters()) {
      if (one.method != Method::post || one.address.ends_with("/sign-out") || one.address.ends_with("/session/end")) continue;
      for (const std::string& path : filled(one)) {
        const bool is_api = path.starts_with("/api/");
        if (is_api) send_to_program(path);
        else send_form(path);
      }
    }
    post("/api/v1/session/end", "{}", "application/json");
    sign_in(viewer);
    post("/sign-out", query_string({{"form_token", token_}}).substr(1), "application/x-www-form-urlencoded");
    return std::exchange(all_, {});
  }

  /// What each '*' of an address stands for. An address that is not here is not flown over, so every one of the route table must be.
  struct Adapter {
    Method method;
    std::string_view address;
    std::vector<std::string_view> stars = {};
  };

  static const std::vector<Adapter>& adapters() {
    using enum Method;
    static const std::vector<Adapter> all = {
        {get, "/health"}, {get, "/look/*", {"look"}}, {get, "/sign-in"}, {post, "/sign-in"}, {post, "/sign-out"}, {get, "/"},
        {get, "/conference/*/*", {"file", "conference"}}, {get, "/conference/*/*/calendar", {"file", "conference"}},
        {get, "/conference/*/*/documents/*", {"file", "conference", "document"}}, {get, "/conference/*/*/documents/*/pdf", {"file", "conference", "document"}},
        {get, "/conference/*/*/write/*", {"file", "conference", "writing"}}, {post, "/conference/*/*/write/*", {"file", "conference", "writing"}},
        {get, "/files"}, {post, "/files"}, {get, "/figures"}, {get, "/people"}, {post, "/people"}, {get, "/procedure"}, {get, "/procedure/*", {"procedure"}}, {get, "/files/new"}, {post, "/files/new"},
        {get, "/files/*/conferences/*/copies", {"file", "conference"}},
        {get, "/files/*/conferences/*/copies/*/compare", {"file", "conference", "document"}}, {get, "/files/*/plan", {"file"}}, {get, "/files/*/documents", {"file"}},
        {get, "/files/*/conferences/*/copies/*/*", {"file", "conference", "document", "person"}}, {get, "/files/*/conferences/*/copies/*/*/pdf", {"file", "conference", "document", "person"}},
        {post, "/files/*/conferences/*/copies/*/*/release", {"file", "conference", "document", "person"}}, {post, "/files/*/conferences/*/copies/*/*/send", {"file", "conference", "document", "person"}},
        {get, "/files/*", {"file"}}, {get, "/files/*/people", {"file"}}, {get, "/files/*/colleagues", {"file"}}, {post, "/files/*/colleagues", {"file"}}, {post, "/files/*/colleagues/search", {"file"}},
        {get, "/files/*/colleagues/*/end", {"file", "person"}}, {post, "/files/*/colleagues/*/end", {"file", "person"}}, {get, "/files/*/chronology", {"file"}}, {get, "/files/*/conferences", {"file"}},
        {get, "/files/*/conferences/*", {"file", "conference"}}, {get, "/files/*/conferences/*/invite", {"file", "conference"}}, {post, "/files/*/conferences/*/invite", {"file", "conference"}},
        {get, "/files/*/conferences/*/reports/*", {"file", "conference", "report"}}, {post, "/files/*/conferences/*/reports/*", {"file", "conference", "report"}},
        {get, "/files/*/conferences/*/day", {"file", "conference"}}, {post, "/files/*/conferences/*/day", {"file", "conference"}},
        {get, "/files/*/conferences/*/room", {"file", "conference"}}, {get, "/files/*/conferences/*/decision", {"file", "conference"}}, {post, "/files/*/conferences/*/decision", {"file", "conference"}},
        {post, "/drafts"}, {post, "/drafts/drop"},
        {get, "/files/*/record", {"file"}}, {get, "/files/*/record/*", {"file", "type"}}, {post, "/files/*/record/*", {"file", "type"}},
        {get, "/api/openapi.json"}, {post, "/api/v1/session"}, {get, "/api/v1/session"}, {post, "/api/v1/session/end"}, {get, "/api/v1/files"}, {post, "/api/v1/files"},
        {get, "/api/v1/files/*", {"file"}}, {post, "/api/v1/files/*/entries", {"file"}}, {get, "/api/v1/files/*/entries/*", {"file", "entry"}},
        {get, "/api/v1/files/*/conferences/*/documents/*", {"file", "conference", "document"}}, {get, "/api/v1/files/*/conferences/*/documents/*/pdf", {"file", "conference", "document"}},
        {get, "/api/v1/colleagues"}, {get, "/api/v1/due"}, {get, "/api/v1/procedures"}, {get, "/api/v1/procedures/*", {"procedure"}},
    };
    return all;
  }

  const WorkedCase& worked_case() const { return case_; }
  const std::set<std::pair<std::string, std::string>>& viewers() const { return viewers_; }
  const Described& procedure() const { return *desk_.described("rotherham"); }
  std::size_t answers() const { return answers_; }
  Result<FileView> view_of(const Reader& reader) { return desk_.open_file(family, reader); }

 private:
  static SignInRules cheap() {
    SignInRules rules;
    rules.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    return rules;
  }

  void sign_in(const Reader& viewer) {
    const SignedIn done = sign_in_.sign_in({.name = "account." + viewer.person.value, .password = password, .address = "192.0.2.10"}, now_).value();
    cookie_ = std::string(session_cookie) + "=" + done.session.token;
    token_ = done.session.form_token;
    role_ = viewer.role;
  }

  /// What a star may stand for in this case.
  std::set<std::string> choices(std::string_view star) const {
    if (star == "file") return {family.value};
    if (star == "procedure") return {"rotherham"};
    if (star == "look") return {"confer.css"};
    std::set<std::string> out;
    if (star == "document")
      for (const DocumentType& one : procedure().documents) out.insert(one.id);
    if (star == "writing")   // any other type is refused there before anything is looked at
      for (const ListItem& one : procedure().list("family_writes")) out.insert(one.id);
    for (const Entry& entry : case_.entries) {
      if (star == "entry" || entry.type == star) out.insert(entry.id.value);
      if (star == "type") out.insert(entry.type);
      if (star == "person" && entry.type == "invitation") out.insert(std::string(entry.answers.text("person")));
    }
    if (star == "report") out.insert("new");
    return out;
  }

  /// An adapter's address with every star filled in with all that the case holds.
  std::vector<std::string> filled(const Adapter& adapter) const {
    std::vector<std::string> out = {""};
    std::size_t star = 0;
    for (const char c : adapter.address) {
      std::vector<std::string> longer;
      const std::set<std::string> next = c == '*' ? choices(adapter.stars.at(star++)) : std::set<std::string>{std::string(1, c)};
      for (const std::string& one : out)
        for (const std::string& more : next) longer.push_back(one + more);
      out = std::move(longer);
    }
    return out;
  }

  void get(const std::string& path, Pairs query = {}) { keep(path, handler_({Method::get, path, std::move(query), {{"cookie", cookie_}}, {}, {}})); }

  void post(const std::string& path, std::string body, const char* type) {
    const Response response = handler_({Method::post, path, {}, {{"cookie", cookie_}, {"content-type", type}, {"x-csrf-token", token_}, {"sec-fetch-site", "same-origin"}}, std::move(body), "192.0.2.10"});
    keep(path, response);
    for (const auto& [name, value] : response.headers)
      if (name == "location" && value.starts_with("/")) get(value.substr(0, value.find('?')));
  }

  void keep(const std::string& path, const Response& response) {
    EXPECT_LT(response.status, 500) << path;
    ++answers_;
    all_ += response.body;
    for (const auto& [name, value] : response.headers) all_ += name + ": " + value + "\n";
  }

  /// The same words for whatever is asked in words, about this person, correcting this entry.
  json::object entry_about(const RecordType& type, const std::string& about, const std::string& corrects) const {
    json::object out = example_entry(type, procedure());
    if (type.about != "file") out["about"] = json::array{json::value(about)};
    if (!corrects.empty()) out["corrects"] = corrects;
    for (auto& answer : out["answers"].as_object()) {
      const Question* question = type.question(answer.key());
      if (question->kind == AnswerKind::person) answer.value() = about;
      if (question->kind == AnswerKind::people) answer.value() = json::array{json::value(about)};
      if (question->kind == AnswerKind::entry)
        for (const Entry& entry : case_.entries)
          if (entry.type == question->refers_to) answer.value() = entry.id.value;
    }
    return out;
  }

  /// Whom what is sent is about: the family, which is where secrets lie; for what is not this viewer's to send, one of them is enough.
  std::vector<std::string> family_members(const RecordType& type) const {
    std::vector<std::string> out;
    const CaseFile file = CaseFile::fold(case_.entries);
    for (const PersonOnFile& person : file.people())
      if (person.kind != "practitioner") out.push_back(person.id.value);
    if (std::find(type.makers.begin(), type.makers.end(), role_) == type.makers.end()) out.resize(1);
    return out;
  }

  /// The last entry of a type: null where the case has none.
  const Entry* last(const std::string& type) const {
    const auto found = std::find_if(case_.entries.rbegin(), case_.entries.rend(), [&](const Entry& entry) { return entry.type == type; });
    return found == case_.entries.rend() ? nullptr : &*found;
  }

  void send_to_program(const std::string& path) {
    for (const char* body : {"", "{}", "[]", "[{}]", "7"}) post(path, body, "application/json");
    post(path, R"({"type":"family_file","answers":{"reference":"PW-1"}})", "application/json");
    post(path, R"({"name":"account.nobody","password":"plain words"})", "application/json");
    if (!path.ends_with("/entries")) return;
    for (const RecordType& type : procedure().records) {
      for (const std::string& id : family_members(type)) post(path, json::serialize(entry_about(type, id, {})), "application/json");
      if (const Entry* entry = last(type.id); entry && !entry->about.empty())
        post(path, json::serialize(json::array{entry_about(type, entry->about.front().value, entry->id.value)}), "application/json");
    }
  }

  void send_form(const std::string& path) {
    const auto send = [&](Pairs form) {
      form.emplace_back("form_token", token_);
      post(path, query_string(form).substr(1), "application/x-www-form-urlencoded");
    };
    send({});
    send({{"name", "account.nobody"}, {"password", "plain words"}, {"reference", "Plain words"}, {"search", "a"}, {"how", "in_confer"}, {"part", "open_part"}, {"content", "0"}});
    const RecordType* type = procedure().record(std::string_view(path).substr(path.rfind('/') + 1));
    if (path.ends_with("/decision")) type = procedure().record("decision");
    if (path.find("/reports/") != std::string::npos) type = procedure().record("report");
    static const RecordType nothing = {};
    for (const std::string& id : family_members(type ? *type : nothing)) {
      send({{"here", id}, {"invite", id}, {"person", id}, {"part", "open_part"}, {"how", "in_person"}, {"as-" + id, "family"}, {"parts-" + id, "open_part"}, {"about", id}});
      if (!type) continue;
      Pairs form = {{"about", id}, {"happened-day", "7"}, {"happened-month", "4"}, {"happened-year", "2025"}, {"happened-time", "10:00"}};
      const json::object example = entry_about(*type, id, {});
      for (const auto& answer : example.at("answers").as_object())
        if (answer.value().is_string()) form.emplace_back(answer.key(), std::string(answer.value().as_string()));
      send(form);
    }
    if (const Entry* entry = type ? last(type->id) : nullptr) send({{"corrects", entry->id.value}, {"about", entry->about.empty() ? std::string{} : entry->about.front().value}});
  }

  std::string cookie_, token_, role_, all_;
  std::size_t answers_ = 0;
  Instant now_ = Instant::parse("2026-06-01T09:00:00Z").value();
  int ids_ = 0;
  std::unique_ptr<Store> store_ = memory_store();
  WorkedCase case_;
  Desk desk_;
  SignIn sign_in_;
  Site site_{desk_, sign_in_};
  Handler handler_ = pages(site_);
  std::set<std::pair<std::string, std::string>> viewers_;
};

std::vector<std::string> canaries_of(const Entry& entry, const Described& procedure) {
  std::vector<std::string> out;
  const RecordType* type = procedure.record(entry.type);
  for (const auto& answered : entry.answers.values())
    if (const Question* question = type->question(answered.key()); question && is_written(*question)) out.push_back(canary(entry.id, answered.key()));
  return out;
}

/// Whether a view holds this answer of this entry.
bool holds(const Result<FileView>& view, const Entry& entry, std::string_view question) {
  const ShownEntry* shown = view ? view->entry(entry.id.value) : nullptr;
  return shown && shown->id == entry.id && shown->answers.contains(question);
}

/// Not a byte of an answer that none of these views holds. Gives how many were looked for.
std::size_t expect_no_more(const Aviary& aviary, const std::string& all, std::initializer_list<const Result<FileView>*> views) {
  std::size_t looked_for = 0;
  for (const Entry& entry : aviary.worked_case().entries) {
    const RecordType* type = aviary.procedure().record(entry.type);
    for (const auto& answered : entry.answers.values()) {
      const Question* question = type->question(answered.key());
      const bool held = std::any_of(views.begin(), views.end(), [&](const Result<FileView>* view) { return holds(*view, entry, answered.key()); });
      if (!question || !is_written(*question) || held) continue;
      ++looked_for;
      EXPECT_EQ(all.find(canary(entry.id, answered.key())), std::string::npos) << entry.id.value << "." << std::string_view(answered.key());
    }
  }
  return looked_for;
}

void fly(const std::string& id) {
  Aviary aviary(id);
  std::size_t looked_for = 0;
  for (const auto& [person, role] : aviary.viewers()) {
    SCOPED_TRACE(id + " as " + person + ", " + role);
    const std::string all = aviary.fetch_all({PersonId{person}, role});
    const auto view = aviary.view_of({PersonId{person}, role});
    looked_for += expect_no_more(aviary, all, {&view});
    // And nothing that the case's own table withholds; while what it grants can be found.
    for (const Sees& cell : aviary.worked_case().sees) {
      if (cell.reader != person || cell.role != role) continue;
      for (const Entry& entry : aviary.worked_case().entries) {
        const bool hidden = std::find(cell.hidden.begin(), cell.hidden.end(), entry.id.value) != cell.hidden.end();
        const bool granted = std::find(cell.items.begin(), cell.items.end(), entry.id.value) != cell.items.end();
        for (const std::string& mark : canaries_of(entry, aviary.procedure())) {
          if (hidden) { EXPECT_EQ(all.find(mark), std::string::npos) << cell.cell << ": " << entry.id.value; }
          if (granted && entry.type == "statement") { EXPECT_NE(all.find(mark), std::string::npos) << cell.cell << ": " << entry.id.value; }
        }
      }
    }
  }
  EXPECT_GT(looked_for, 100U);
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t one_role_in = 4;   // under the sanitizers a part will do: the whole is flown in the released build
#else
constexpr std::size_t one_role_in = 1;
#endif

/// The same for what comes back after sending: one viewer of each role, in a world of their own, since what they send changes it.
void fly_after_sending(const std::string& id) {
  std::size_t looked_for = 0, answers = 0, found = 0;
  const Aviary first(id);
  std::set<std::string> roles;
  for (const auto& [person, role] : first.viewers()) {
    if (!roles.insert(role).second || roles.size() % one_role_in != 0) continue;
    SCOPED_TRACE(id + " as " + person + ", " + role);
    Aviary aviary(id);
    const auto before = aviary.view_of({PersonId{person}, role});
    const std::string all = aviary.send_all({PersonId{person}, role});
    const auto after = aviary.view_of({PersonId{person}, role});
    looked_for += expect_no_more(aviary, all, {&before, &after});
    answers += aviary.answers();
    for (const Entry& entry : aviary.worked_case().entries)
      for (const std::string& mark : canaries_of(entry, aviary.procedure())) found += all.find(mark) != std::string::npos;
  }
  EXPECT_GT(looked_for, 100U / one_role_in);
  EXPECT_GT(found, 100U / one_role_in);   // or the answers that hold something were never seen
  EXPECT_GT(answers, 1'000U / one_role_in);
}

TEST(Canary, every_route_has_an_adapter) {
  const auto known = [](const Route& route) {
    const auto& all = Aviary::adapters();
    return std::any_of(all.begin(), all.end(), [&](const Aviary::Adapter& one) { return one.method == route.method && one.address == route.address; });
  };
  for (const Route& route : routes()) {
    EXPECT_TRUE(known(route)) << route.address << " is not flown over. Say in tests/canary what its stars stand for, and for a POST what is sent.";
  }
  for (const Aviary::Adapter& one : Aviary::adapters())
    EXPECT_EQ(std::size_t(std::count(one.address.begin(), one.address.end(), '*')), one.stars.size()) << one.address;
}

TEST(Canary, nothing_of_one_sibling_comes_back_after_sending) { fly_after_sending("S02"); }
TEST(Canary, nothing_of_the_refuge_comes_back_after_sending) { fly_after_sending("S07"); }

TEST(Canary, nothing_of_one_sibling_reaches_the_father_of_another) { fly("S02"); }
TEST(Canary, nothing_of_the_refuge_reaches_the_father) { fly("S07"); }

}  // namespace
}  // namespace confer::examples
