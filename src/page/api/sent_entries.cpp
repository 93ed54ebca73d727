#include "page/api/sent_entries.h"

#include <algorithm>
#include <array>
#include <map>

namespace confer::api {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

void replace(std::string& id, const Names& names) {
  if (const auto known = names.find(id); known != names.end()) id = known->second;
}

void replace(json::value& id, const Names& names) {
  if (!id.is_string()) return;
  if (const auto known = names.find(std::string_view(id.get_string())); known != names.end()) id = known->second;
}

bool names_something(AnswerKind kind) noexcept { return kind == AnswerKind::person || kind == AnswerKind::people || kind == AnswerKind::entry; }

void replace_answers(json::object& answers, const RecordType& type, const Names& names) {
  for (const Question& question : type.questions) {
    json::value* answer = names_something(question.kind) ? answers.if_contains(question.name) : nullptr;
    if (!answer) continue;
    replace(*answer, names);
    if (json::array* many = answer->if_array())
      for (json::value& one : *many) replace(one, names);
  }
}

bool has_account(const Visit& visit, const PersonId& person) {
  const auto all = visit.site.sign_in.accounts().all();
  return std::any_of(all.begin(), all.end(), [&](const Account& one) { return one.person == person; });
}

}  // namespace

tl::expected<Ids, Wrong> Ids::of(const Visit& visit) {
  std::string_view key = visit.request.header("idempotency-key");
  if (key.size() >= 2 && key.starts_with('"') && key.ends_with('"')) key = key.substr(1, key.size() - 2);
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
  if (key.size() > longest_key_bytes || !plain) return tl::unexpected(Wrong{{}, "Idempotency-Key", "Give up to 200 letters, digits and signs, without spaces: a random one for each thing to be put on file.", {}});
  return Ids(visit, std::string(key));
}

std::string Ids::make(std::string_view what, std::size_t at) const {
  if (key_.empty()) return visit_->site.desk.new_id();
  const std::string number = std::to_string(at);
  const std::array<std::string_view, 6> parts = {visit_->reader.person.value, visit_->reader.role, visit_->request.path, key_, what, number};
  constexpr std::size_t digits = 32;   // 128 bits, as a random id has
  return Digest::of_parts(parts).hex().substr(0, digits);
}

void name_anew(const Visit& visit, const Described& procedure, const FileView& seen, const Ids& ids, std::vector<Draft>& drafts) {
  Names names;
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    Draft& draft = drafts[at];
    const bool introduces = draft.type == "person" && draft.corrects.empty();
    replace(draft.corrects.value, names);
    if (const RecordType* type = procedure.record(draft.type)) replace_answers(draft.answers, *type, names);
    if (!introduces)
      for (PersonId& person : draft.about) replace(person.value, names);
    if (introduces && draft.about.empty()) draft.about.push_back({ids.make("person", at)});
    else if (introduces && draft.about.size() == 1 && !seen.person(draft.about.front().value) && !has_account(visit, draft.about.front()))
      draft.about.front().value = names.insert_or_assign(draft.about.front().value, ids.make("person", at)).first->second;
    const std::string given = std::exchange(draft.id.value, ids.make("entry", at));
    if (!given.empty()) names.insert_or_assign(given, draft.id.value);
    draft.key = ids.key(at);
  }
}

}  // namespace confer::api
