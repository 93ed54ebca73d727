#include "catalogue/as_data.h"

#include "catalogue/in_words.h"

namespace confer {
namespace {

json::array texts(const std::vector<std::string>& all) {
  json::array out;
  for (const std::string& one : all) out.emplace_back(one);
  return out;
}

/// Adds where a thing is taken from, where the procedure says so.
void cite(json::object& out, const Citation& cites) {
  if (cites.source.empty()) return;
  out["source"] = cites.source;
  if (!cites.at.empty()) out["at"] = cites.at;
}

/// For which days something holds, where it does not for all.
template <class Dated>
void date(json::object& out, const Dated& one) {
  if (one.in_force_from) out["in_force_from"] = one.in_force_from->iso();
  if (one.in_force_to) out["in_force_to"] = one.in_force_to->iso();
}

json::array quorums(const Described& procedure) {
  json::array out;
  for (const Quorum& quorum : procedure.quorums) {
    json::object one{{"agency", quorum.agency}, {"other_agencies", quorum.other_agencies}};
    date(one, quorum);
    cite(one, quorum.cites);
    out.push_back(std::move(one));
  }
  return out;
}

json::object question(const Question& one, const Described& procedure) {
  json::object out{{"name", one.name}, {"asks", one.asks.en}, {"kind", name(one.kind)}, {"required", one.required}};
  if (!one.hint.en.empty()) out["hint"] = one.hint.en;
  json::array choices;
  for (const Choice& choice : procedure.choices(one)) choices.push_back(json::object{{"id", choice.id}, {"title", choice.title.en}});
  if (!choices.empty()) out["choices"] = std::move(choices);
  if (!one.refers_to.empty()) out["refers_to"] = one.refers_to;
  if (one.kind == AnswerKind::text || one.kind == AnswerKind::words) out["longest_bytes"] = one.longest;
  if (one.kind == AnswerKind::day || one.kind == AnswerKind::instant) out["allows_future"] = one.allows_future;
  if (!one.only_if.empty()) out["asked_when"] = in_words(one.only_if);
  cite(out, one.cites);
  return out;
}

json::object record_type(const RecordType& type, const Described& procedure) {
  json::array questions, needs;
  for (const Question& one : type.questions) questions.push_back(question(one, procedure));
  for (const Need& one : type.needs) needs.emplace_back(in_words(one));
  json::object out{{"id", type.id}, {"title", type.title.en}, {"explains", type.explains.en}, {"kind", type.kind == RecordType::Kind::act ? "act" : "account"}, {"about", type.about},
                   {"makers", texts(type.makers)}, {"questions", std::move(questions)}, {"needs", std::move(needs)}, {"leads_to", texts(type.leads_to)}};
  cite(out, type.cites);
  return out;
}

json::object time_limit(const TimeLimit& limit) {
  json::array from;
  for (const Selector& one : limit.anchors) from.emplace_back(one.record);
  json::object out{{"id", limit.id}, {"what", limit.what.en}, {"counted_from", from.size() == 1 ? from.front() : json::value(from)}, {"before", limit.before}, {"owner", limit.owner}};
  if (limit.limit) out["limit"] = limit.limit->written();
  if (!limit.no_number.en.empty()) out["no_number"] = limit.no_number.en;
  if (!limit.departure_by.empty()) out["departure_by"] = limit.departure_by;
  date(out, limit);
  cite(out, limit.cites);
  return out;
}

json::object lists(const Described& procedure) {
  json::object out;
  for (const auto& [id, items] : procedure.lists) {
    json::array list;
    for (const ListItem& item : items) {
      json::object one{{"id", item.id}, {"title", item.title.en}};
      if (!item.hint.en.empty()) one["hint"] = item.hint.en;
      if (!item.role.empty()) one["role"] = item.role;
      date(one, item);
      cite(one, item.cites);
      list.push_back(std::move(one));
    }
    out[id] = std::move(list);
  }
  return out;
}

/// Each term with what it is said as, eldest first.
json::object words(const Described& procedure) {
  json::object out;
  for (const auto& [name, all] : procedure.wordings) {
    json::array said;
    for (const Wording& one : procedure.said_over_time(name)) {
      json::object wording{{"en", one.words.en}};
      if (!one.words.cy.empty()) wording["cy"] = one.words.cy;
      date(wording, one);
      said.push_back(std::move(wording));
    }
    out[name] = std::move(said);
  }
  return out;
}

}  // namespace

json::object heading_as_data(const Described& procedure) { return {{"id", procedure.id}, {"title", procedure.title.en}, {"edition", procedure.edition.hex()}}; }

json::object as_data(const Described& procedure) {
  json::object out = heading_as_data(procedure);
  json::array roles, records, limits, documents, sources;
  for (const Role& one : procedure.roles) roles.push_back(json::object{{"id", one.id}, {"title", one.title.en}, {"agency", one.agency}, {"standing", one.standing}});
  for (const RecordType& one : procedure.records) records.push_back(record_type(one, procedure));
  for (const TimeLimit& one : procedure.time_limits) limits.push_back(time_limit(one));
  for (const DocumentType& one : procedure.documents) documents.push_back(json::object{{"id", one.id}, {"title", one.title.en}});
  for (const Source& one : procedure.sources) sources.push_back(json::object{{"id", one.id}, {"title", one.title}, {"edition", one.edition}, {"address", one.address}});
  out["extends"] = texts(procedure.extends);
  out["roles"] = std::move(roles);
  out["record_types"] = std::move(records);
  out["lists"] = lists(procedure);
  out["words"] = words(procedure);
  out["quorum"] = quorums(procedure);
  out["time_limits"] = std::move(limits);
  out["documents"] = std::move(documents);
  out["sources"] = std::move(sources);
  return out;
}

}  // namespace confer
