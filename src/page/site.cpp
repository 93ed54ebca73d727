#include "page/site.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "page/api/api.h"
#include "page/home/family.h"
#include "page/page.h"
#include "page/routes.h"
#include "page/signed_out.h"

namespace confer {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";

/// What every answer says to the browser: nothing from elsewhere, nothing kept, nothing told on.
void protect(std::string_view path, Response& response) {
  response.headers.emplace_back("content-security-policy", policy);
  response.headers.emplace_back("x-content-type-options", "nosniff");
  response.headers.emplace_back("referrer-policy", "no-referrer");
  response.headers.emplace_back("cross-origin-opener-policy", "same-origin");
  response.headers.emplace_back("permissions-policy", "camera=(), microphone=(), geolocation=()");
  const auto is_cached = [](const auto& header) { return header.first == "cache-control"; };
  if (!path.starts_with(layout::look_path) && std::none_of(response.headers.begin(), response.headers.end(), is_cached)) response.headers.emplace_back("cache-control", "no-store");
}

/// Finds out who is signed in; false when nobody is.
bool find_session(Visit& visit, std::vector<std::string>& cookies) {
  visit.session = visit.site.sign_in.sessions().find(visit.request.cookie(session_cookie), visit.site.desk.now());
  if (!visit.session) return false;
  if (visit.session->renewed) cookies.push_back(set_cookie({std::string(session_cookie), *visit.session->renewed, 0, visit.site.transport}));
  const Account& account = visit.session->account;
  visit.reader = {account.person, account.roles.empty() ? std::string{} : account.roles.front()};
  return true;
}

/// The answer to a status that no page or handler gives.
Response bare_refusal(int status, std::string_view path) { return api::is_api(path) ? api::refuse_status(status) : bare_error(status); }

/// Whether somebody who has no session may go on, or one is needed and not there.
enum class SessionIs { there_or_not_needed, missing };

/// Reads a page's form into the visit. What is sent instead where it cannot be taken; empty when all is well.
std::optional<Response> take_form(Visit& visit, SessionIs session) {
  auto form = read_form(visit.request.body);
  if (!form) return problem_page(visit, form.error());
  visit.form = std::move(*form);
  if (session == SessionIs::missing) return signed_out(visit);
  const bool ours = visit.session ? has_form_token(*visit.session, visit.field("form_token")) : is_from_own_page(visit.request);
  if (ours) return std::nullopt;
  return of_another_session(visit);
}

/// Staff's pages about families are none of a family's: whoever of one asks for them is taken to their own. Empty where the page itself answers, as the
/// plan's does: it belongs to its core group.
std::optional<Response> to_own_page(const Route& route, const Visit& visit) {
  if (visit.request.method == Method::post || !route.address.starts_with("/files") || route.page == plan_page || !visit.session || standing_of(visit) != "family") return std::nullopt;
  const std::string own = family_instead(visit);
  return own.empty() ? std::nullopt : std::optional(redirect(own));
}

Response run(const Route& route, Visit& visit) {
  const bool is_api = api::is_api(visit.request.path);
  std::vector<std::string> cookies;
  const auto session = route.opens != Opens::to_signed_in || find_session(visit, cookies) ? SessionIs::there_or_not_needed : SessionIs::missing;
  if (session == SessionIs::missing && is_api) return api::refuse(api::Refusal::not_signed_in);
  std::optional<Response> untaken;
  if (visit.request.method == Method::post) untaken = is_api ? api::take_body(visit) : take_form(visit, session);
  else if (session == SessionIs::missing) untaken = signed_out(visit);
  if (!untaken) untaken = to_own_page(route, visit);
  Response response = untaken ? std::move(*untaken) : route.page(visit);
  for (std::string& cookie : cookies) response.headers.emplace_back("set-cookie", std::move(cookie));
  return response;
}

/// Which methods an address knows, for the header Allow; empty when there is no such address.
std::string methods_of(std::string_view path) {
  std::string out;
  std::vector<std::string> captured;
  for (const Route& one : routes()) {
    if (!fits(one.address, path, captured)) continue;
    const std::string_view known = one.method == Method::get ? "GET, HEAD" : "POST";
    if (out.find(known) == std::string::npos) out += (out.empty() ? "" : ", ") + std::string(known);
  }
  return out;
}

Response route(Site& site, const Request& request) {
  const Method method = request.method == Method::head ? Method::get : request.method;
  std::vector<std::string> captured;
  for (const Route& one : routes()) {
    if (one.method != method || !fits(one.address, request.path, captured)) continue;
    Visit visit{request, site, captured, {}, {}, {}, {}};
    return run(one, visit);
  }
  const std::string methods = methods_of(request.path);
  Response response = bare_refusal(methods.empty() ? 404 : 405, request.path);
  if (!methods.empty()) response.headers.emplace_back("allow", methods);
  return response;
}

}  // namespace

std::map<std::string, LookFile, std::less<>> read_look(const std::string& folder) {
  static const std::map<std::string, std::string, std::less<>> types = {
      {".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".svg", "image/svg+xml"}, {".txt", "text/plain; charset=utf-8"}};
  std::map<std::string, LookFile, std::less<>> look;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto type = types.find(entry.path().extension().string());
    if (!entry.is_regular_file() || type == types.end()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    look.emplace(entry.path().filename().string(), LookFile{type->second, std::move(bytes).str()});
  }
  return look;
}

std::string_view Visit::field(std::string_view name) const noexcept {
  for (const auto& [key, value] : form)
    if (key == name) return value;
  return {};
}

std::vector<std::string> Visit::fields(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& [key, value] : form)
    if (key == name) out.push_back(value);
  return out;
}

Response refusal(int status, std::string_view path) {
  const std::string methods = status == 405 ? methods_of(path) : std::string{};
  Response response = bare_refusal(status == 405 && methods.empty() && !path.empty() ? 404 : status, path);
  if (!methods.empty()) response.headers.emplace_back("allow", methods);
  protect(path, response);
  return response;
}

bool takes_long(const Request& request) {
  std::vector<std::string> captured;
  return std::any_of(routes().begin(), routes().end(), [&](const Route& one) {
    return one.takes == Takes::long_ && one.method == request.method && fits(one.address, request.path, captured);
  });
}

Handler pages(Site& site) {
  return [&site](const Request& request) {
    Response response = route(site, request);
    protect(request.path, response);
    return response;
  };
}

}  // namespace confer
