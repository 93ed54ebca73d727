// Refusals as RFC 9457 problem documents. Their words are ours: nothing that was sent is said again.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "page/api/api.h"

namespace confer::api {
namespace {

/// What a refusal is called and says, where the desk says nothing better.
struct Told {
  Refusal why;
  int status;
  std::string_view name, title, detail;
};

constexpr std::array refusals_told = {
    Told{Refusal::unreadable, 400, "unreadable", "This could not be read", "Send JSON in UTF-8, nested no deeper than the limit. Nothing was stored."},
    Told{Refusal::not_signed_in, 401, "not-signed-in", "Not signed in", "Open a session with POST /api/v1/session, and send its cookie. Nothing was stored."},
    Told{Refusal::sign_in_refused, 401, "sign-in-refused", "Sign-in was refused", "The name or the password is wrong."},
    Told{Refusal::not_allowed, 403, "not-allowed", "This is not yours to do", "Your role does not allow it. Nothing was stored."},
    Told{Refusal::wrong_token, 403, "wrong-token", "The session's token is missing or wrong",
         "Send the csrf_token that GET /api/v1/session gives, in the header X-CSRF-Token. Nothing was stored."},
    Told{Refusal::not_found, 404, "not-found", "Not found", "There is nothing at this address that you can see."},
    Told{Refusal::wrong_method, 405, "wrong-method", "This address cannot be used in that way", "The header Allow names the methods that it knows."},
    Told{Refusal::conflict, 409, "conflict", "This does not go with what is on file", "Nothing was stored. Read the file again, then decide."},
    Told{Refusal::too_large, 413, "too-large", "Too much at once", "Send less at once. Nothing was stored."},
    Told{Refusal::wrong_content_type, 415, "wrong-content-type", "Not a content type that is read", "Send application/json. Nothing was stored."},
    Told{Refusal::not_valid, 422, "not-valid", "Something in this has to be put right", "Each error says where and what. Nothing was stored."},
    Told{Refusal::too_many_tries, 429, "too-many-tries", "Too many tries", "Wait, then try again. The header Retry-After says how long, where it is known."},
    Told{Refusal::failed, 500, "failed", "There is a fault in the service", "This is not your fault. Send it again with the same Idempotency-Key: what was stored is not stored twice."},
    Told{Refusal::unavailable, 503, "unavailable", "The service is not available", "Try again in a few minutes."},
    Told{Refusal::not_understood, 400, "not-understood", "This request was not understood", "Nothing was stored."},
};

const Told& words(Refusal why) noexcept {
  for (const Told& one : refusals_told)
    if (one.why == why) return one;
  mistake("every refusal has its words", __FILE__, __LINE__);
}

Refusal refusal_of(Problem::Kind kind) noexcept {
  switch (kind) {
    case Problem::Kind::bad_input: return Refusal::not_valid;
    case Problem::Kind::not_allowed: return Refusal::not_allowed;
    case Problem::Kind::not_found: return Refusal::not_found;
    case Problem::Kind::conflict: return Refusal::conflict;
    case Problem::Kind::too_large: return Refusal::too_large;
  }
  mistake("every kind of problem is a refusal", __FILE__, __LINE__);
}

json::object written(const Wrong& wrong) {
  json::object out;
  if (!wrong.parameter.empty()) out["parameter"] = wrong.parameter;
  else out["pointer"] = wrong.pointer;
  out["detail"] = wrong.detail;
  if (!wrong.source.empty()) out["source"] = wrong.source;
  return out;
}

Response document(const Told& of, int status, std::string detail, const std::vector<Wrong>& errors) {
  json::object body{{"type", fmt::format("urn:confer:problem:{}", of.name)}, {"title", of.title}, {"status", status}, {"detail", detail.empty() ? std::string(of.detail) : std::move(detail)}};
  if (!errors.empty()) {
    json::array list;
    for (const Wrong& one : errors) list.push_back(written(one));
    body["errors"] = std::move(list);
  }
  Response response{status, {{"content-type", "application/problem+json"}}, json::serialize(body)};
  if (status == 401) response.headers.emplace_back("www-authenticate", "Session realm=\"confer\"");
  return response;
}

/// Where in the body a problem lies: a member of the entry itself, or one of its answers.
std::string pointer(const Problem& problem, Sent sent) {
  constexpr std::array members = {"id", "type", "about", "happened", "answers", "corrects", "recorded", "by", "edition", "key"};
  const std::string begin = sent == Sent::in_a_list ? fmt::format("/{}", problem.at) : std::string{};
  if (problem.field.empty()) return begin;
  const bool member = std::find(members.begin(), members.end(), problem.field) != members.end();
  return fmt::format("{}{}/{}", begin, member ? "" : "/answers", problem.field);
}

}  // namespace

bool is_api(std::string_view path) noexcept { return path == "/api" || path.starts_with("/api/"); }

std::string_view name(Refusal why) noexcept { return words(why).name; }
int status(Refusal why) noexcept { return words(why).status; }

std::span<const Refusal> refusals() noexcept {
  static constexpr auto all = [] {
    std::array<Refusal, refusals_told.size()> out{};
    for (std::size_t i = 0; i < refusals_told.size(); ++i) out[i] = refusals_told[i].why;
    return out;
  }();
  return all;
}

Response refuse(Refusal why, std::string detail, const std::vector<Wrong>& errors) { return document(words(why), words(why).status, std::move(detail), errors); }

Response refuse(const Problems& problems, Sent sent) {
  CONFER_ASSERT(!problems.empty());
  const Refusal why = refusal_of(problems.front().kind);
  if (why == Refusal::not_found) return refuse(why);   // in the same words whatever is not there, and whoever it is not there for
  std::vector<Wrong> errors;
  for (const Problem& one : problems) errors.push_back({pointer(one, sent), {}, one.message, one.source});
  return refuse(why, problems.size() == 1 && problems.front().field.empty() ? problems.front().message : std::string{}, errors);
}

Response refuse(const Problem& problem) { return refuse(Problems{problem}); }

Response refuse_status(int status) {
  for (const Told& one : refusals_told)
    if (one.status == status) return document(one, status, {}, {});
  return document(words(status < 500 ? Refusal::not_understood : Refusal::failed), status, {}, {});
}

Response answer(const json::value& body, int status) { return {status, {{"content-type", "application/json"}}, json::serialize(body)}; }

}  // namespace confer::api
