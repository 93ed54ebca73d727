// Files and what is due, as lists and one by one: each from its reader's own view.
#include <algorithm>

#include "desk/colleagues.h"
#include "desk/copies.h"
#include "desk/write_view.h"
#include "document/renderings.h"
#include "page/api/api.h"
#include "page/page.h"

namespace confer::api {
namespace {

Response list_answer(const char* name, const ListPage& page, const ListQuery& query) {
  json::array lines;
  for (const ListLine& line : page.lines) {
    json::object one{{"file", line.file.value}};
    for (const auto& member : line.body) one[member.key()] = member.value();
    lines.push_back(std::move(one));
  }
  return answer(json::object{{name, std::move(lines)}, {"count", page.count}, {"limit", query.limit}, {"offset", query.offset}});
}

ListQuery list_query(Parameters& given) {
  ListQuery query;
  query.search = given.words("search", longest_search_bytes);
  query.whose = given.is_second("whose", "everyone", "mine") ? ListQuery::Whose::mine : ListQuery::Whose::everyone;
  query.limit = given.number("limit", 1, most_lines, lines_unasked);
  query.offset = given.number("offset", 0, furthest_offset, 0);
  return query;
}

}  // namespace

Response files(Visit& visit) {
  Parameters given(visit, {"search", "whose", "limit", "offset"});
  const ListQuery query = list_query(given);
  if (auto refused = given.refusal()) return *refused;
  return list_answer("files", visit.site.desk.files(visit.reader, query), query);
}

Response due(Visit& visit) {
  Parameters given(visit, {"search", "whose", "limit", "offset"});
  const ListQuery query = list_query(given);
  if (auto refused = given.refusal()) return *refused;
  return list_answer("due", visit.site.desk.due(visit.reader, query), query);
}

Response file(Visit& visit) {
  Parameters given(visit, {"as_at", "known_on"});
  const auto as_at = given.day("as_at"), known_on = given.day("known_on");
  if (auto refused = given.refusal()) return *refused;
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader, as_at, known_on);
  if (!view) return refuse(view.error());
  json::object out{{"id", visit.file().value}};
  if (known_on) out["known_on"] = known_on->iso();
  for (const auto& member : write_view(*view)) out[member.key()] = member.value();
  return answer(out);
}

Response list_colleagues(Visit& visit) {
  Parameters given(visit, {"limit", "offset"});
  const std::size_t limit = given.number("limit", 1, most_lines, lines_unasked), offset = given.number("offset", 0, furthest_offset, 0);
  if (auto refused = given.refusal()) return *refused;
  const Described* procedure = own_procedure(visit);
  const RecordType* introduces = procedure ? procedure->record("person") : nullptr;
  if (!introduces || !may_make(*introduces, visit.reader)) return refuse(Refusal::not_allowed);
  const auto all = colleagues_offered(visit.site.sign_in.accounts(), *procedure);
  json::array lines;
  for (std::size_t at = offset; at < std::min(all.size(), offset + limit); ++at)
    lines.push_back(json::object{{"person", all[at].id.value}, {"name", all[at].name}, {"role", all[at].role}, {"agency", all[at].agency}, {"workplace", all[at].workplace}, {"team", all[at].team}});
  return answer(json::object{{"colleagues", std::move(lines)}, {"count", all.size()}, {"limit", limit}, {"offset", offset}});
}

Response entry(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return refuse(view.error());
  const ShownEntry* found = view->entry(visit.captured[1]);
  return found ? answer(write_entry(*found)) : refuse(Refusal::not_found);
}

Response own_document(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  const auto copy = own_copy(visit.site.desk, visit.file(), EntryId{visit.captured[1]}, visit.captured[2], visit.reader);
  if (!copy) return refuse(copy.error());
  return answer(json::object{{"title", copy->document.title}, {"language", document::code(copy->document.language)}, {"reference", copy->document.reference}, {"recipient", copy->document.recipient},
                             {"issued_on", copy->document.issued_on.iso()}, {"text", document::as_plain_text(copy->document)}});
}

Response own_document_pdf(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  const auto copy = own_copy(visit.site.desk, visit.file(), EntryId{visit.captured[1]}, visit.captured[2], visit.reader);
  if (!copy) return refuse(copy.error());
  return {200, {{"content-type", "application/pdf"}, {"content-disposition", "inline; filename=\"copy.pdf\""}}, document::as_pdf(copy->document)};
}

}  // namespace confer::api
