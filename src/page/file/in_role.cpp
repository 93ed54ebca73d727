#include "page/file/in_role.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/in_words.h"
#include "desk/colleagues.h"
#include "page/components/components.h"
#include "page/file/colleagues.h"
#include "page/words.h"

namespace confer {
namespace {

bool is_in(const std::vector<std::string>& roles, const std::string& role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

bool asks_for_role(const Question& question) { return question.kind == AnswerKind::person && !question.roles.empty(); }

/// Those on the file whom the question can mean.
std::vector<PersonId> on_file_in(const FileView& view, const Question& question) {
  std::vector<PersonId> out;
  for (const ShownEntry* one : view.standing("person"))
    if (one->about.size() == 1 && is_in(question.roles, std::string(one->text("role")))) out.push_back(one->about.front());
  return out;
}

std::vector<ShownPerson> with_an_account(const Visit& visit, const FileView& view, const Described& procedure, const Question& question) {
  std::vector<ShownPerson> out;
  if (!may_put(visit, procedure, "person")) return out;
  for (const Colleague& one : colleagues_offered(visit.site.sign_in.accounts(), procedure))
    if (is_in(question.roles, one.role) && !view.person(one.id.value)) out.push_back({one.id, one.name, "practitioner", {}, {}, one.role_title});
  return out;
}

bool is_answered(const Pairs& given, const std::string& name) {
  return std::any_of(given.begin(), given.end(), [&](const auto& field) { return field.first == name && !field.second.empty(); });
}

}  // namespace

void offer_colleagues_in_role(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, FormState& state) {
  for (const Question& question : type.questions) {
    if (!asks_for_role(question)) continue;
    auto& further = state.further[question.name] = with_an_account(visit, view, procedure, question);
    std::vector<PersonId> all = on_file_in(view, question);
    for (const ShownPerson& one : further) all.push_back(one.id);
    if (all.size() == 1 && question.only_if.empty() && !is_answered(state.given, question.name)) state.given.emplace_back(question.name, all.front().value);
  }
}

std::vector<Draft> introductions_for(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, const Draft& draft) {
  std::vector<Draft> out;
  for (const Question& question : type.questions) {
    const json::value* answer = asks_for_role(question) ? draft.answers.if_contains(question.name) : nullptr;
    if (!answer || !answer->is_string() || view.person(std::string_view(answer->get_string()))) continue;
    for (const ShownPerson& one : with_an_account(visit, view, procedure, question)) {
      const bool is_there = std::any_of(out.begin(), out.end(), [&](const Draft& other) { return other.about.front() == one.id; });
      const auto colleague = one.id.value == std::string_view(answer->get_string()) && !is_there ? colleague_offered(visit.site.sign_in.accounts(), procedure, one.id) : std::nullopt;
      if (colleague) out.push_back({.type = "person", .about = {one.id}, .answers = introduced(*colleague), .key = draft.key.empty() ? std::string{} : fmt::format("{}-{}", draft.key, question.name)});
    }
  }
  return out;
}

Html nobody_in_role(const Visit& visit, const FileView& view, const Described& procedure, const RecordType& type, const FormState& state) {
  Html out;
  for (const Question& question : type.questions) {
    const auto further = state.further.find(question.name);
    if (!asks_for_role(question) || !question.required || !question.only_if.empty() || !on_file_in(view, question).empty()) continue;
    if (further != state.further.end() && !further->second.empty()) continue;
    Html words = html::text(fmt::format("“{}” can be answered once somebody with this role is on file: {}. ", question.asks.en, titles(question.roles, procedure)));
    if (may_put(visit, procedure, "person"))
      words += link(file_address(visit.file(), "/record/person" + query_string({{"kind", "practitioner"}, {"role", question.roles.front()}, {"back", file_address(visit.file(), "/record/" + type.id)}})), "Put them on file first");
    else words += html::text("Ask the Safeguarding Unit to put them on file first.");
    out += components::inset_text({.html = words});
  }
  return out;
}

}  // namespace confer
