#include "page/api/openapi.h"

#include <fmt/format.h>

#include "page/api/record_schema.h"

namespace confer::api {
namespace {

json::object ref(std::string_view part, std::string_view name) { return {{"$ref", fmt::format("#/components/{}/{}", part, name)}}; }
json::object schema_ref(std::string_view name) { return ref("schemas", name); }
json::object content(std::string_view type, json::object schema) { return {{std::string(type), json::object{{"schema", std::move(schema)}}}}; }

/// "/api/v1/files/{file}" for "/api/v1/files/*".
std::string path_of(const Operation& operation) {
  std::string out;
  std::size_t star = 0;
  for (const char c : operation.address) {
    if (c == '*') out += fmt::format("{{{}}}", operation.captured[star++]);
    else out.push_back(c);
  }
  return out;
}

bool is_open(const Operation& operation) { return operation.id == "open_session"; }

json::array parameters(const Operation& operation) {
  json::array out;
  for (const std::string_view name : operation.captured) out.push_back(ref("parameters", name));
  for (const std::string_view name : operation.parameters) out.push_back(ref("parameters", name));
  if (operation.method == Method::post && !is_open(operation)) out.push_back(ref("parameters", "token"));
  if (operation.has_key) out.push_back(ref("parameters", "idempotency_key"));
  return out;
}

json::object success(const Operation& operation) {
  json::object out{{"description", operation.status == 204 ? "Done." : operation.status == 201 ? "Done; Location says where it is." : "What was asked for."}};
  if (operation.gives == "pdf") out["content"] = json::object{{"application/pdf", json::object{}}};
  else if (!operation.gives.empty()) out["content"] = content("application/json", schema_ref(operation.gives));
  return out;
}

json::object responses(const Operation& operation) {
  json::object out{{std::to_string(operation.status), success(operation)}};
  if (operation.has_key) {
    out["200"] = success(operation);
    out["200"].as_object()["description"] = "It was put on file before, under the same Idempotency-Key: the answer of that time.";
  }
  std::vector<Refusal> refused = operation.refuses;
  if (!is_open(operation)) refused.push_back(Refusal::not_signed_in);
  if (operation.method == Method::post) refused.insert(refused.end(), {Refusal::unreadable, Refusal::wrong_token, Refusal::too_large, Refusal::wrong_content_type});
  refused.push_back(Refusal::not_valid);
  for (const Refusal one : refused) out[std::to_string(status(one))] = ref("responses", "problem");
  out["default"] = ref("responses", "problem");
  return out;
}

json::object described(const Operation& operation) {
  json::object out{{"operationId", operation.id}, {"summary", operation.summary}};
  if (json::array all = parameters(operation); !all.empty()) out["parameters"] = std::move(all);
  if (!operation.takes.empty()) out["requestBody"] = json::object{{"required", true}, {"content", content("application/json", schema_ref(operation.takes))}};
  out["responses"] = responses(operation);
  if (is_open(operation)) out["security"] = json::array{};
  return out;
}

json::object paths() {
  json::object out{{"/api/openapi.json",
                    json::object{{"get", json::object{{"operationId", "read_description"}, {"summary", "This description."}, {"security", json::array{}},
                                                      {"responses", json::object{{"200", json::object{{"description", "OpenAPI 3.1."}, {"content", content("application/json", {{"type", "object"}})}}},
                                                                                 {"default", ref("responses", "problem")}}}}}}}};
  for (const Operation& one : operations()) {
    json::value& at = out[path_of(one)];
    if (!at.is_object()) at = json::object{};
    at.as_object()[one.method == Method::get ? "get" : "post"] = described(one);
  }
  return out;
}

json::object parameter(std::string_view in, std::string_view name, std::string_view words, json::object schema, bool required = false) {
  json::object out{{"name", name}, {"in", in}, {"description", words}, {"schema", std::move(schema)}};
  if (required) out["required"] = true;
  return out;
}

json::object number(std::size_t least, std::size_t most, std::size_t otherwise) { return {{"type", "integer"}, {"minimum", least}, {"maximum", most}, {"default", otherwise}}; }

json::object all_parameters() {
  json::object out;
  for (const std::string_view name : {"file", "entry", "conference", "document", "procedure"})
    out[name] = parameter("path", name, fmt::format("The id of the {}.", name), schema_ref("id"), true);
  out["search"] = parameter("query", "search", "Words that must all occur in the family's reference or names.", {{"type", "string"}, {"maxLength", longest_search_bytes}});
  out["whose"] = parameter("query", "whose", "Everyone's, or the reader's own alone.", {{"type", "string"}, {"enum", json::array{"everyone", "mine"}}, {"default", "everyone"}});
  out["limit"] = parameter("query", "limit", "Lines in one answer.", number(1, most_lines, lines_unasked));
  out["offset"] = parameter("query", "offset", "Lines to pass over.", number(0, furthest_offset, 0));
  out["as_at"] = parameter("query", "as_at", "The day on which it is judged what is due; today when left out.", schema_ref("day"));
  out["known_on"] = parameter("query", "known_on", "Only what was on file by the end of this day. Who may see it is judged by today's decisions all the same.", schema_ref("day"));
  out["token"] = parameter("header", "X-CSRF-Token", "The session's csrf_token.", {{"type", "string"}}, true);
  out["idempotency_key"] = parameter("header", "Idempotency-Key", "A random key for what is put on file. Sent again with the same key, it is stored once and answered alike.",
                                     {{"type", "string"}, {"minLength", 1}, {"maxLength", longest_key_bytes}});
  return out;
}

/// The shapes that are the same for every procedure.
json::object fixed_schemas() {
  return json::parse(R"json({
    "id": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{1,64}$"},
    "own_name": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{1,64}$", "description": "A name of the sender's own for this entry, for use within one request. Confer puts an id in its place."},
    "day": {"type": "string", "format": "date", "pattern": "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
    "instant": {"type": "string", "format": "date-time", "pattern": "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,18})?(Z|[+-][0-9]{2}:[0-9]{2})$"},
    "day_or_nothing": {"anyOf": [{"$ref": "#/components/schemas/day"}, {"type": "null"}]},
    "ids": {"type": "array", "items": {"$ref": "#/components/schemas/id"}},
    "nothing": {"type": "object"},
    "sign_in": {"type": "object", "properties": {"name": {"type": "string", "minLength": 1}, "password": {"type": "string", "minLength": 1}}, "required": ["name", "password"], "additionalProperties": false},
    "session": {"type": "object", "properties": {"person": {"$ref": "#/components/schemas/id"}, "role": {"type": "string"}, "csrf_token": {"type": "string"}}, "required": ["person", "role", "csrf_token"]},
    "problem": {"type": "object", "description": "RFC 9457. It repeats nothing of what was sent.",
      "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object", "properties": {
          "pointer": {"type": "string", "format": "json-pointer", "description": "Where in the body."}, "parameter": {"type": "string", "description": "Or which query parameter or header."},
          "detail": {"type": "string"}, "source": {"type": "string", "description": "Id of the cited source, when guidance is the reason."}}, "required": ["detail"]}}},
      "required": ["type", "title", "status", "detail"]},
    "entry": {"type": "object", "description": "An entry on file, with only the answers that the reader may see.",
      "properties": {"id": {"$ref": "#/components/schemas/id"}, "type": {"type": "string"}, "about": {"$ref": "#/components/schemas/ids"}, "happened": {"type": "string"},
        "recorded": {"$ref": "#/components/schemas/instant"}, "by": {"$ref": "#/components/schemas/id"}, "answers": {"type": "object"}, "corrects": {"$ref": "#/components/schemas/id"}},
      "required": ["id", "type", "recorded", "answers"]},
    "file": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/id"}, "reference": {"type": "string"}, "as_at": {"$ref": "#/components/schemas/day"}, "known_on": {"$ref": "#/components/schemas/day"},
        "people": {"type": "array", "items": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/id"}, "name": {"type": "string"}, "kind": {"enum": ["child", "adult", "practitioner"]},
          "born": {"$ref": "#/components/schemas/day"}, "expected": {"$ref": "#/components/schemas/day"}, "role": {"type": "string"}, "organisation": {"type": "string"}}, "required": ["id", "name", "kind"]}},
        "children": {"type": "array", "items": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/id"}, "state": {"type": "string"}, "since": {"$ref": "#/components/schemas/day_or_nothing"}, "category": {"type": "string"}}, "required": ["id", "state"]}},
        "entries": {"type": "array", "items": {"$ref": "#/components/schemas/entry"}},
        "obligations": {"type": "array", "items": {"type": "object", "properties": {"rule": {"type": "string"}, "what": {"type": "string"}, "about": {"$ref": "#/components/schemas/ids"}, "limit": {"$ref": "#/components/schemas/day_or_nothing"},
          "latest_bookable": {"$ref": "#/components/schemas/day_or_nothing"}, "met_on": {"$ref": "#/components/schemas/day_or_nothing"}, "state": {"enum": ["met", "met_late", "due", "overdue", "lapsed", "open"]},
          "why": {"type": "string"}, "owner": {"type": "string"}, "source": {"type": "string"}}, "required": ["rule", "what", "about", "state", "why", "owner"]}}},
      "required": ["id", "reference", "as_at", "people", "children", "entries", "obligations"]},
    "files": {"type": "object", "properties": {"files": {"type": "array", "items": {"type": "object", "properties": {"file": {"$ref": "#/components/schemas/id"}, "reference": {"type": "string"}}, "required": ["file", "reference"]}},
        "count": {"type": "integer", "description": "Of all lines, for this reader."}, "limit": {"type": "integer"}, "offset": {"type": "integer"}}, "required": ["files", "count", "limit", "offset"]},
    "due": {"type": "object", "properties": {"due": {"type": "array", "items": {"type": "object", "properties": {"file": {"$ref": "#/components/schemas/id"}, "reference": {"type": "string"}, "rule": {"type": "string"}, "what": {"type": "string"},
          "limit": {"$ref": "#/components/schemas/day_or_nothing"}, "why": {"type": "string"}}, "required": ["file", "reference", "rule", "what", "limit", "why"]}},
        "count": {"type": "integer", "description": "Of all lines, for this reader."}, "limit": {"type": "integer"}, "offset": {"type": "integer"}}, "required": ["due", "count", "limit", "offset"]},
    "colleagues": {"type": "object", "properties": {"colleagues": {"type": "array", "items": {"type": "object", "properties": {"person": {"$ref": "#/components/schemas/id"}, "name": {"type": "string"}, "role": {"type": "string"},
          "agency": {"type": "string"}, "workplace": {"type": "string"}, "team": {"type": "string"}}, "required": ["person", "name", "role", "agency", "workplace", "team"]}},
        "count": {"type": "integer", "description": "Of all of them."}, "limit": {"type": "integer"}, "offset": {"type": "integer"}}, "required": ["colleagues", "count", "limit", "offset"]},
    "put_on_file": {"type": "object", "properties": {"file": {"$ref": "#/components/schemas/id"},
        "entries": {"type": "array", "items": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/id"}, "type": {"type": "string"}, "about": {"$ref": "#/components/schemas/ids"}}, "required": ["id", "type", "about"]}},
        "concerns": {"type": "array", "description": "What stands, and is to be looked at.", "items": {"type": "object", "properties": {"message": {"type": "string"}, "source": {"type": "string"}}, "required": ["message", "source"]}},
        "repeated": {"type": "boolean"}}, "required": ["file", "entries", "concerns", "repeated"]},
    "document": {"type": "object", "properties": {"title": {"type": "string"}, "language": {"type": "string"}, "reference": {"type": "string"}, "recipient": {"type": "string"}, "issued_on": {"$ref": "#/components/schemas/day"}, "text": {"type": "string"}},
      "required": ["title", "language", "reference", "recipient", "issued_on", "text"]},
    "procedures": {"type": "object", "properties": {"procedures": {"type": "array", "items": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/id"}, "title": {"type": "string"}, "edition": {"type": "string"}}, "required": ["id", "title", "edition"]}}}, "required": ["procedures"]},
    "procedure": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/id"}, "title": {"type": "string"}, "edition": {"type": "string", "description": "Digest of all the text that it was read from."},
        "extends": {"type": "array", "items": {"type": "string"}}, "roles": {"type": "array", "items": {"type": "object"}}, "record_types": {"type": "array", "items": {"type": "object"}}, "lists": {"type": "object"}, "quorum": {"type": "array", "items": {"type": "object"}},
        "time_limits": {"type": "array", "items": {"type": "object"}}, "documents": {"type": "array", "items": {"type": "object"}}, "sources": {"type": "array", "items": {"type": "object"}}},
      "required": ["id", "title", "edition", "roles", "record_types", "lists", "time_limits", "documents", "sources"]}
  })json").as_object();
}

/// A record type whose answers the API may fill in, so that none is required of the sender.
json::object filled_schema(const RecordType& type, const Described& procedure) {
  json::object out = record_schema(type, procedure);
  out["properties"].as_object()["answers"].as_object().erase("required");
  json::array required;
  for (const json::value& one : out["required"].as_array())
    if (one != json::value("answers")) required.push_back(one);
  out["required"] = std::move(required);
  return out;
}

/// A file says of itself whose it is and whose procedure applies; the API fills both in.
json::object file_schema(const RecordType& type, const Described& procedure) {
  json::object out = filled_schema(type, procedure);
  for (const char* settled : {"authority", "procedure"}) out["examples"].as_array()[0].as_object()["answers"].as_object().erase(settled);
  return out;
}

/// The nearest procedure that this one extends and that is worked by itself; null when there is none.
const Described* parent(const Described& procedure, const Desk& desk) {
  for (const std::string& id : procedure.extends)
    if (const Described* found = desk.described(id)) return found;
  return nullptr;
}

json::object schema_of(const RecordType& type, const Described& procedure) { 
  if (type.id == file_type) return file_schema(type, procedure);
  return type.id == "person" ? filled_schema(type, procedure) : record_schema(type, procedure);   // whoever has an account is introduced as it says
}

/// A record type's schema by name: that of the procedure it is inherited from, where nothing differs.
std::string named(const RecordType& type, const Described& procedure, const Desk& desk) {
  const Described* above = parent(procedure, desk);
  const RecordType* same = above ? above->record(type.id) : nullptr;
  return same && schema_of(*same, *above) == schema_of(type, procedure) ? named(*same, *above, desk) : schema_name(type, procedure);
}

/// Adds a procedure's own record types, and one schema that is any that it has, told apart by "type".
void add_records(json::object& schemas, const Described& procedure, const Desk& desk) {
  json::array any;
  json::object mapping;
  for (const RecordType& type : procedure.records) {
    const std::string name = named(type, procedure, desk);
    if (name == schema_name(type, procedure)) schemas[name] = schema_of(type, procedure);
    if (type.id == file_type) {
      schemas[procedure.id + ".new_file"] = schema_ref(name);
      continue;
    }
    any.push_back(schema_ref(name));
    mapping[type.id] = fmt::format("#/components/schemas/{}", name);
  }
  schemas[procedure.id + ".entry"] = json::object{{"oneOf", std::move(any)}, {"discriminator", json::object{{"propertyName", "type"}, {"mapping", std::move(mapping)}}}};
}

json::object all_schemas(const Desk& desk) {
  json::object out = fixed_schemas();
  json::array entries, files;
  for (const std::string& id : desk.procedures()) {
    add_records(out, *desk.described(id), desk);
    const std::string entry = id + ".entry", file = id + ".new_file";
    entries.push_back(schema_ref(entry));
    entries.push_back(json::object{{"type", "array"}, {"items", schema_ref(entry)}, {"minItems", 1}, {"maxItems", most_entries_at_once}});
    if (out.contains(file)) files.push_back(schema_ref(file));
  }
  out["entries"] = json::object{{"description", "An entry or a list of them, by the procedure that the file is held under."}, {"anyOf", std::move(entries)}};
  out["new_file"] = json::object{{"anyOf", std::move(files)}};
  return out;
}

json::object all_responses() {
  std::string words = "Refused. By type:";
  for (const Refusal one : refusals()) words += fmt::format(" {} `urn:confer:problem:{}`", status(one), name(one));
  return {{"problem", json::object{{"description", words + "."}, {"content", content("application/problem+json", schema_ref("problem"))}}}};
}

}  // namespace

json::object describe(const Desk& desk) {
  const std::string words = fmt::format(
      "Child protection conferences, by the same road as the pages: what is put on file is judged by the file's procedure, and what is read has passed the reader's own access. "
      "At most {} bytes of body, {} entries at once and {} levels of nesting.",
      largest_body_bytes, most_entries_at_once, deepest_json);
  return {{"openapi", "3.1.0"},
          {"info", json::object{{"title", "Confer"}, {"version", "1"}, {"description", words}, {"license", json::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
          {"servers", json::array{json::object{{"url", "/"}}}},
          {"security", json::array{json::object{{"session", json::array{}}}}},
          {"paths", paths()},
          {"components", json::object{{"schemas", all_schemas(desk)}, {"parameters", all_parameters()}, {"responses", all_responses()},
                                      {"securitySchemes", json::object{{"session", json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", session_cookie}}}}}}}};
}

Response openapi(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  std::call_once(visit.site.openapi_made, [&] { visit.site.openapi = json::serialize(describe(visit.site.desk)); });
  const std::string tag = fmt::format("\"{}\"", Digest::of(visit.site.openapi).hex().substr(0, 32));
  const Pairs headers = {{"content-type", "application/json"}, {"cache-control", "no-cache"}, {"etag", tag}};
  if (visit.request.header("if-none-match") == tag) return {304, headers, {}};
  return {200, headers, visit.site.openapi};
}

}  // namespace confer::api
