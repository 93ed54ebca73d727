// What the description says of each address. A test holds this list against the route table.
#include "page/api/openapi.h"

namespace confer::api {

std::span<const Operation> operations() {
  using enum Method;
  using enum Refusal;
  static const std::vector<std::string_view> paging = {"search", "whose", "limit", "offset"};
  static const std::vector<std::string_view> document = {"file", "conference", "document"};
  static const std::vector<Operation> all = {
      {.method = post, .address = "/api/v1/session", .id = "open_session", .summary = "Sign in. The answer sets the session's cookie and tells the token that every POST must carry.",
       .takes = "sign_in", .status = 201, .gives = "session", .refuses = {sign_in_refused, too_many_tries}},
      {.method = get, .address = "/api/v1/session", .id = "read_session", .summary = "Who is signed in, in which role, with which token.", .gives = "session"},
      {.method = post, .address = "/api/v1/session/end", .id = "end_session", .summary = "Sign out. Send an empty JSON object.", .takes = "nothing", .status = 204},
      {.method = get, .address = "/api/v1/files", .id = "list_files", .summary = "Families that the reader may know of, by what is next due.", .parameters = paging, .gives = "files"},
      {.method = post, .address = "/api/v1/files", .id = "open_file", .summary = "Open a new file: one entry of the type family_file. Authority and procedure may be left out. Whoever opens it is introduced on it, as their account says.", .takes = "new_file", .status = 201, .gives = "put_on_file",
       .refuses = {not_allowed, conflict}, .has_key = true},
      {.method = get, .address = "/api/v1/files/*", .id = "read_file", .summary = "A file as the reader may see it: people, children, entries and what is due. Each reading is written to the access log.",
       .captured = {"file"}, .parameters = {"as_at", "known_on"}, .gives = "file", .refuses = {not_found}},
      {.method = post, .address = "/api/v1/files/*/entries", .id = "put_entries", .summary = "Put one entry on file, or a list of them: all or none, in order. Later entries may use the ids that earlier ones in the list gave themselves. Somebody who has an account is introduced by their person id alone.",
       .captured = {"file"}, .takes = "entries", .status = 201, .gives = "put_on_file", .refuses = {not_allowed, not_found, conflict}, .has_key = true},
      {.method = get, .address = "/api/v1/files/*/entries/*", .id = "read_entry", .summary = "One entry, as the reader may see it.", .captured = {"file", "entry"}, .gives = "entry", .refuses = {not_found}},
      {.method = get, .address = "/api/v1/files/*/conferences/*/documents/*", .id = "read_document", .summary = "The reader's own copy of a conference's document, once it was sent to them.", .captured = document, .gives = "document",
       .refuses = {not_found, conflict}},
      {.method = get, .address = "/api/v1/files/*/conferences/*/documents/*/pdf", .id = "read_document_pdf", .summary = "The same copy as PDF.", .captured = document, .gives = "pdf", .refuses = {not_found, conflict}},
      {.method = get, .address = "/api/v1/colleagues", .id = "list_colleagues", .summary = "Everyone who has an account and can be put on a family's file, by name. For roles that introduce people.",
       .parameters = {"limit", "offset"}, .gives = "colleagues", .refuses = {not_allowed}},
      {.method = get, .address = "/api/v1/due", .id = "list_due", .summary = "What is due over all files that the reader may know of, by limit.", .parameters = paging, .gives = "due"},
      {.method = get, .address = "/api/v1/procedures", .id = "list_procedures", .summary = "The procedures that this installation works by.", .gives = "procedures"},
      {.method = get, .address = "/api/v1/procedures/*", .id = "read_procedure", .summary = "What a procedure describes: roles, record types with their questions, lists, time limits, sources.", .captured = {"procedure"}, .gives = "procedure",
       .refuses = {not_found}},
  };
  return all;
}

}  // namespace confer::api
