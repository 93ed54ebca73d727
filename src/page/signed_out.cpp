#include "page/signed_out.h"

#include <fmt/format.h>

#include "page/kept_form.h"
#include "page/page.h"

namespace confer {
namespace {

/// Whose form it is, as it says itself.
EntryId writer_of(const Visit& visit) { return EntryId{std::string(visit.field("form_writer"))}; }

/// Holds what was sent for the one it was shown to, if she has signed in on this browser before; says whether it did.
bool is_held(const Visit& visit, const std::optional<KeptDraft>& draft) {
  const std::string device(visit.request.cookie(device_cookie));
  if (!draft || !is_id(writer_of(visit).value) || !is_from_own_page(visit.request)) return false;
  if (!visit.site.sign_in.knows_browser(device, writer_of(visit), visit.site.desk.now())) return false;
  return visit.site.desk.drafts().hold(device, writer_of(visit), *draft).has_value();
}

Response refused_form(const Visit& visit, std::string words) { return problem_page(visit, {std::move(words), {}, {}, Problem::Kind::not_allowed}); }

/// Somebody else has signed in at this computer since the page was opened.
Response of_another_writer(const Visit& visit, bool held) {
  std::string words = "Somebody else has signed in here since this page was opened, so nothing was put on file. ";
  words += held ? "What was typed is kept, and comes back to whoever typed it when they sign in here again." : "Go back: what was typed is still on that page. Copy it before you close it.";
  return is_quiet(visit) ? sentence(409, "Not saved. " + words) : refused_form(visit, std::move(words));
}

/// The same person, signed in anew since the page was opened.
Response of_an_earlier_session(const Visit& visit, const std::optional<KeptDraft>& draft) {
  if (is_quiet(visit)) {
    Response again = sentence(403, "Not saved yet.");
    again.headers.emplace_back("x-form-token", visit.session->form_token);
    return again;
  }
  if (draft)
    if (const auto kept = keep_draft(visit, *draft)) return redirect(kept->address);
  return refused_form(visit, "You have signed in again since this page was opened. Nothing was stored. Go back, load the page again and send it once more.");
}

}  // namespace

bool is_quiet(const Visit& visit) noexcept { return !visit.field("form_quiet").empty(); }

Response sentence(int status, std::string words) { return {status, {{"content-type", "text/plain; charset=utf-8"}}, std::move(words)}; }

Response signed_out(const Visit& visit) {
  if (visit.request.method != Method::post) {
    const std::string back = own_address(address_of(visit.request));
    return redirect("/sign-in" + query_string(back.empty() || back == "/" ? Pairs{} : Pairs{{"back", back}}));
  }
  const auto draft = draft_sent(visit.form, visit.site.desk.now());
  const bool held = is_held(visit, draft);
  if (is_quiet(visit)) return sentence(401, "You have been signed out. Sign in again in a new tab, then go on here: nothing is lost.");
  if (!draft) return redirect("/sign-in");
  return redirect("/sign-in" + query_string({{"back", draft->address}, {"kept", held ? "yes" : "no"}}));
}

Response of_another_session(const Visit& visit) {
  const auto draft = visit.session ? draft_sent(visit.form, visit.site.desk.now()) : std::nullopt;
  if (draft && is_from_own_page(visit.request)) {
    if (writer_of(visit) == visit.session->account.id) return of_an_earlier_session(visit, draft);
    if (!writer_of(visit).empty()) return of_another_writer(visit, is_held(visit, draft));
  }
  return refused_form(visit, "This form was not sent from the page it belongs to, or the page was open for too long. Nothing was stored. Go back, load the page again and send it once more.");
}

}  // namespace confer
