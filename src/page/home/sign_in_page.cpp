#include <fmt/format.h>

#include "page/components/components.h"
#include "page/kept_form.h"
#include "page/page.h"

namespace confer {
namespace {

/// An address of our own to go back to; the front page for anything else.
std::string way_on(std::string_view back) {
  const std::string own = own_address(back);
  return own.empty() ? "/" : own;
}

/// What became of a form that was sent when nobody was signed in; nothing where there was none.
Html about_what_was_typed(std::string_view kept) {
  if (kept == "yes") return components::inset_text({.text = "You had been signed out. What you typed is kept: sign in, and it stands in its form again."});
  if (kept != "no") return {};
  return components::warning_text({.text = "You had been signed out, and what you typed could not be kept here. Go back in your browser: it still stands on that page. Copy it before you sign in."});
}

Response shown(const Visit& visit, std::string_view back, std::string_view name, const std::optional<std::string>& wrong, int status) {
  layout::Page page;
  page.title = "Sign in";
  page.has_errors = wrong.has_value();
  if (wrong) page.main += components::error_summary({.items = {{.text = *wrong, .href = "#name"}}});
  page.main += html::element("h1", {{"class", "govuk-heading-l"}}, "Sign in");
  const std::string kept(visit.request.parameter("kept"));
  page.main += about_what_was_typed(kept);
  Html fields = html::void_element("input", {{"type", "hidden"}, {"name", "back"}, {"value", back}});
  fields += components::input({.name = "name", .label = {.text = "Name"}, .value = std::string(name), .autocomplete = "username", .spellcheck = false, .classes = "govuk-input--width-20"});
  fields += components::password_input({.name = "password", .label = {.text = "Password"}});
  fields += components::button({.text = "Sign in", .prevent_double_click = true});
  page.main += form(visit, kept.empty() ? "/sign-in" : "/sign-in" + query_string({{"kept", kept}}), fields);
  return answer(visit, std::move(page), status);
}

}  // namespace

void remember_sign_in(const Visit& visit, const SignedIn& done, Response& response) {
  constexpr std::int64_t half_a_year_of_seconds = 180LL * 24 * 3600;
  response.headers.emplace_back("set-cookie", set_cookie({std::string(session_cookie), done.session.token, 0, visit.site.transport}));
  response.headers.emplace_back("set-cookie", set_cookie({std::string(device_cookie), done.device_token, half_a_year_of_seconds, visit.site.transport}));
}

Response sign_in_page(Visit& visit) { return shown(visit, way_on(visit.request.parameter("back")), {}, {}, 200); }

Response sign_in(Visit& visit) {
  const std::string back = way_on(visit.field("back"));
  const auto done = visit.site.sign_in.sign_in({std::string(visit.field("name")), std::string(visit.field("password")), visit.request.peer,
                                                std::string(visit.request.cookie(device_cookie)), std::string(visit.request.cookie(session_cookie))},
                                               visit.site.desk.now());
  if (!done) return shown(visit, back, visit.field("name"), done.error().problem.message, done.error().why == SignInRefusal::Why::wrong ? 422 : 429);
  visit.site.desk.drafts().take_up(done->device_token, done->account.id, visit.site.desk.now());
  Response response = redirect(back);
  remember_sign_in(visit, *done, response);
  return response;
}

Response sign_out(Visit& visit) {
  visit.site.sign_in.sessions().end(visit.request.cookie(session_cookie), visit.site.desk.now());
  Response response = redirect("/sign-in");
  response.headers.emplace_back("set-cookie", set_cookie({std::string(session_cookie), {}, 0, visit.site.transport}));
  return response;
}

}  // namespace confer
