// A program's session: opened with name and password, told of, ended.
#include <algorithm>

#include "page/api/api.h"
#include "page/page.h"

namespace confer::api {
namespace {

/// The two texts that a session is opened with; problems where one is missing, or something else is sent along.
tl::expected<std::pair<std::string, std::string>, Problems> name_and_password(const json::value& body) {
  const json::object* sent = body.if_object();
  if (!sent) return tl::unexpected(Problems{{"Send one JSON object with name and password."}});
  std::pair<std::string, std::string> out;
  std::vector<std::string_view> missing;
  for (const auto& [member, to] : {std::pair{"name", &out.first}, std::pair{"password", &out.second}}) {
    const json::value* value = sent->if_contains(member);
    if (value && value->is_string() && !value->get_string().empty()) *to = value->get_string();
    else missing.push_back(member);
  }
  if (!missing.empty() || sent->size() != 2) return tl::unexpected(Problems{{"Send name and password, both as text, and nothing else."}});
  return out;
}

json::object told(const Reader& reader, std::string_view token) { return {{"person", reader.person.value}, {"role", reader.role}, {"csrf_token", token}}; }

}  // namespace

Response open_session(Visit& visit) {
  auto sent = name_and_password(visit.body);
  if (!sent) return refuse(sent.error());
  const Instant now = visit.site.desk.now();
  const auto done = visit.site.sign_in.sign_in({std::move(sent->first), std::move(sent->second), visit.request.peer, std::string(visit.request.cookie(device_cookie)),
                                                std::string(visit.request.cookie(session_cookie))}, now);
  if (!done) {
    Response refused = refuse(done.error().why == SignInRefusal::Why::wrong ? Refusal::sign_in_refused : Refusal::too_many_tries, done.error().problem.message);
    constexpr std::int64_t microseconds_a_second = 1'000'000;
    if (done.error().not_before)
      refused.headers.emplace_back("retry-after", std::to_string(std::max<std::int64_t>(1, (done.error().not_before->microseconds - now.microseconds) / microseconds_a_second + 1)));
    return refused;
  }
  const Account& account = done->account;
  Response response = answer(told({account.person, account.roles.empty() ? std::string{} : account.roles.front()}, done->session.form_token), 201);
  response.headers.emplace_back("location", "/api/v1/session");
  remember_sign_in(visit, *done, response);
  return response;
}

Response session(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  return answer(told(visit.reader, visit.session->form_token));
}

Response end_session(Visit& visit) {
  visit.site.sign_in.sessions().end(visit.request.cookie(session_cookie), visit.site.desk.now());
  return {204, {{"set-cookie", set_cookie({std::string(session_cookie), {}, 0, visit.site.transport})}}, {}};
}

}  // namespace confer::api
