#include "page/site.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "page/page.h"
#include "page/routes.h"
#include "page/signed_out.h"

namespace confer {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";

/// What every answer says to the browser: nothing from elsewhere, nothing kept, nothing told on.
void protect(const Request& request, Response& response) {
  response.headers.emplace_back("content-security-policy", policy);
  response.headers.emplace_back("x-content-type-options", "nosniff");
  response.headers.emplace_back("referrer-policy", "no-referrer");
  response.headers.emplace_back("cross-origin-opener-policy", "same-origin");
  response.headers.emplace_back("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (!request.path.starts_with(layout::look_path)) response.headers.emplace_back("cache-control", "no-store");
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

Response run(const Route& route, Visit& visit) {
  std::vector<std::string> cookies;
  const bool is_open = route.opens != Opens::to_signed_in || find_session(visit, cookies);
  if (visit.request.method == Method::post) {
    auto form = read_form(visit.request.body);
    if (!form) return problem_page(visit, form.error());
    visit.form = std::move(*form);
  }
  if (!is_open) return signed_out(visit);
  if (visit.request.method == Method::post) {
    const bool ours = visit.session ? has_form_token(*visit.session, visit.field("form_token")) : is_from_own_page(visit.request);
    if (!ours) return of_another_session(visit);
  }
  Response response = route.page(visit);
  for (std::string& cookie : cookies) response.headers.emplace_back("set-cookie", std::move(cookie));
  return response;
}

Response route(Site& site, const Request& request) {
  const Method method = request.method == Method::head ? Method::get : request.method;
  bool known_address = false;
  std::vector<std::string> captured;
  for (const Route& one : routes()) {
    if (!fits(one.address, request.path, captured)) continue;
    known_address = true;
    if (one.method != method) continue;
    Visit visit{request, site, captured, {}, {}, {}};
    return run(one, visit);
  }
  return bare_error(known_address ? 405 : 404);
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

Handler pages(Site& site) {
  return [&site](const Request& request) {
    Response response = route(site, request);
    protect(request, response);
    return response;
  };
}

}  // namespace confer
