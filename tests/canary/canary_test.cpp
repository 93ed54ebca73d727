// Canaries: a word that occurs nowhere else in every written answer of a worked case. Everything that each viewer can fetch is fetched;
// not one canary where the table says no or the view does not hold it, and each where the table says yes.
#include <gtest/gtest.h>

#include <set>

#include "page/page.h"
#include "page/routes.h"
#include "store/store.h"
#include "../examples/case_reader.h"

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
      : case_(read_case(procedures_folder() / "local/rotherham/examples", id)),
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
    std::string all;
    const std::string token = sign_in_.sign_in({.name = "account." + viewer.person.value, .password = password, .address = "192.0.2.10"}, now_).value().session.token;
    const auto get = [&](const std::string& path, Pairs query = {}) {
      const Response response = handler_({Method::get, path, std::move(query), {{"cookie", std::string(session_cookie) + "=" + token}}, {}, {}});
      EXPECT_LT(response.status, 500) << path;
      all += response.body;
      for (const auto& [name, value] : response.headers) all += name + ": " + value + "\n";
    };
    for (const std::string& path : addresses()) get(path);
    get("/", {{"whose", "everyone"}});
    get("/files", {{"search", "a"}});
    for (const Entry& entry : case_.entries) get("/files/f1/record/" + entry.type, {{"corrects", entry.id.value}});
    return all;
  }

  /// The table of routes with every '*' filled in with what the case holds.
  std::vector<std::string> addresses() const {
    std::set<std::string> conferences, reports, people, types;
    for (const Entry& entry : case_.entries) {
      types.insert(entry.type);
      if (entry.type == "conference") conferences.insert(entry.id.value);
      if (entry.type == "report") reports.insert(entry.id.value);
      if (entry.type == "invitation") people.insert(std::string(entry.answers.text("person")));
    }
    const std::set<std::string> documents = {"invitation", "outline_plan", "record"};
    std::vector<std::string> out;
    for (const Route& route : routes()) {
      if (route.method != Method::get || route.opens == Opens::to_anyone) continue;
      std::vector<std::string> filled = {""};
      int star = 0;
      std::string_view rest = route.address;
      while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::string segment(rest.substr(0, rest.find('/')));
        rest.remove_prefix(segment.size());
        std::set<std::string> choices = {segment};
        if (segment == "*") {
          ++star;
          const std::string before = filled.front();
          choices = star == 1                              ? std::set<std::string>{"f1"}
                    : before.ends_with("/record")          ? types
                    : before.ends_with("/reports")         ? reports
                    : before.ends_with("/copies") || before.ends_with("/documents") ? documents
                    : star >= 4                            ? people
                                                           : conferences;
        }
        std::vector<std::string> longer;
        for (const std::string& one : filled)
          for (const std::string& choice : choices) longer.push_back(one + "/" + choice);
        filled = std::move(longer);
      }
      out.insert(out.end(), filled.begin(), filled.end());
    }
    return out;
  }

  const WorkedCase& worked_case() const { return case_; }
  const std::set<std::pair<std::string, std::string>>& viewers() const { return viewers_; }
  const Described& procedure() const { return *desk_.described("rotherham"); }
  Result<FileView> view_of(const Reader& reader) { return desk_.open_file(family, reader); }

 private:
  static SignInRules cheap() {
    SignInRules rules;
    rules.effort = {.passes = 1, .memory_bytes = 8192, .most_waiting = 2};
    return rules;
  }

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

void fly(const std::string& id) {
  Aviary aviary(id);
  std::size_t looked_for = 0;
  for (const auto& [person, role] : aviary.viewers()) {
    SCOPED_TRACE(id + " as " + person + ", " + role);
    const std::string all = aviary.fetch_all({PersonId{person}, role});
    const auto view = aviary.view_of({PersonId{person}, role});
    // Not a byte of an answer that the viewer's own view does not hold.
    for (const Entry& entry : aviary.worked_case().entries) {
      const ShownEntry* shown = view ? view->entry(entry.id.value) : nullptr;
      const RecordType* type = aviary.procedure().record(entry.type);
      for (const auto& answered : entry.answers.values()) {
        const Question* question = type->question(answered.key());
        if (!question || !is_written(*question) || (shown && shown->id == entry.id && shown->answers.contains(answered.key()))) continue;
        ++looked_for;
        EXPECT_EQ(all.find(canary(entry.id, answered.key())), std::string::npos) << entry.id.value << "." << std::string_view(answered.key());
      }
    }
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

TEST(Canary, nothing_of_one_sibling_reaches_the_father_of_another) { fly("S02"); }
TEST(Canary, nothing_of_the_refuge_reaches_the_father) { fly("S07"); }

}  // namespace
}  // namespace confer::examples
