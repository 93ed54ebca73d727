// Putting things on file: a new file, and entries on one that is there.
#include <fmt/format.h>

#include "desk/colleagues.h"
#include "desk/read_drafts.h"
#include "page/api/sent_entries.h"
#include "page/page.h"

namespace confer::api {
namespace {

json::object told(const PutOnFile& done, const std::vector<Draft>& drafts) {
  json::array entries, concerns;
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    json::array about;
    for (const PersonId& person : drafts[at].about) about.emplace_back(person.value);
    entries.push_back(json::object{{"id", done.entries[at].value}, {"type", drafts[at].type}, {"about", std::move(about)}});
  }
  for (const ShownConcern& one : done.concerns) concerns.push_back(json::object{{"message", one.message}, {"source", one.source}});
  return {{"file", done.file.value}, {"entries", std::move(entries)}, {"concerns", std::move(concerns)}, {"repeated", done.repeated}};
}

Response put(const PutOnFile& done, const std::vector<Draft>& drafts, std::string location) {
  Response response = answer(told(done, drafts), done.repeated ? 200 : 201);
  response.headers.emplace_back("location", std::move(location));
  return response;
}

std::string file_location(const FileId& file) { return fmt::format("/api/v1/files/{}", percent_encode(file.value)); }

/// Types that no entry of a file can be: unknown ones, and that of the file itself. Empty when there is none.
Problems of_no_type(const std::vector<Draft>& drafts, const Described& procedure) {
  Problems out;
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    if (!procedure.record(drafts[at].type)) out.push_back({"There is no such record type in this procedure. Check the name.", "type", {}, Problem::Kind::bad_input, at});
    else if (drafts[at].type == file_type) out.push_back({"A new file is opened with POST /api/v1/files.", "type", {}, Problem::Kind::bad_input, at});
  }
  return out;
}

/// What a new file says of itself where the sender does not: whose it is, and whose procedure applies.
Problems settle(const Visit& visit, Draft& draft) {
  if (draft.type != file_type) return {{"A new file begins with one entry of the type family_file.", "type"}};
  const std::string& authority = visit.site.desk.authority().value;
  if (const json::value* given = draft.answers.if_contains("authority"); given && *given != json::value(authority))
    return {{"A file can be opened for this authority alone. Leave the answer out.", "authority"}};
  draft.answers["authority"] = authority;
  if (const Described* own = own_procedure(visit); own && !draft.answers.contains("procedure")) draft.answers["procedure"] = own->id;
  return {};
}

/// The procedure that a new file names; empty where it names none.
std::string_view procedure_of(const Draft& draft) {
  const json::value* named = draft.answers.if_contains("procedure");
  return named && named->is_string() ? std::string_view(named->get_string()) : std::string_view{};
}

/// Somebody who has an account is introduced as it says, in whatever the sender leaves out.
void fill_in_colleagues(const Visit& visit, const Described& procedure, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.type != "person" || !draft.corrects.empty() || draft.about.size() != 1) continue;
    if (const auto known = colleague_offered(visit.site.sign_in.accounts(), procedure, draft.about.front())) fill_in(draft.answers, *known);
  }
}

}  // namespace

Response open_file(Visit& visit) {
  if (visit.body.is_array()) return refuse(Problems{{"Send one entry and no list: the file itself. What belongs to it follows."}});
  auto drafts = read_drafts(visit.body, 1);
  if (!drafts) return refuse(drafts.error());
  if (const Problems wrong = settle(visit, drafts->front()); !wrong.empty()) return refuse(wrong);
  const auto ids = Ids::of(visit);
  if (!ids) return refuse(Refusal::not_valid, {}, {ids.error()});
  Draft& draft = drafts->front();
  draft.id.value = ids->make("entry", 0);
  draft.key = ids->key(0);
  std::vector<Draft> with;
  if (const Described* procedure = visit.site.desk.described(procedure_of(draft))) with = opener(visit, *procedure, draft.key);
  const auto done = visit.site.desk.open_new_file(visit.reader, draft, FileId{ids->make("file", 0)}, with);
  drafts->insert(drafts->end(), with.begin(), with.end());
  return done ? put(*done, *drafts, file_location(done->file)) : refuse(done.error());
}

Response put_entries(Visit& visit) {
  const auto seen = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!seen) return refuse(seen.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  const Sent sent = visit.body.is_array() ? Sent::in_a_list : Sent::alone;
  auto drafts = read_drafts(visit.body, most_entries_at_once);
  const bool no_such_list = sent == Sent::in_a_list && (visit.body.get_array().empty() || visit.body.get_array().size() > most_entries_at_once);
  if (!drafts) return refuse(drafts.error(), no_such_list ? Sent::alone : sent);
  if (const Problems wrong = of_no_type(*drafts, procedure); !wrong.empty()) return refuse(wrong, sent);
  const auto ids = Ids::of(visit);
  if (!ids) return refuse(Refusal::not_valid, {}, {ids.error()});
  fill_in_colleagues(visit, procedure, *drafts);
  name_anew(visit, procedure, *seen, *ids, *drafts);
  const auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, *drafts);
  if (!done) return refuse(done.error(), sent);
  const std::string file = file_location(visit.file());
  return put(*done, *drafts, sent == Sent::alone ? fmt::format("{}/entries/{}", file, percent_encode(done->entries.front().value)) : file);
}

}  // namespace confer::api
