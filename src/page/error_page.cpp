#include "page/layout.h"

namespace confer::layout {
namespace {

/// What is said for one status.
struct Told {
  std::string_view title, what, do_next;
};

Told told(int status) {
  switch (status) {
    case 401: return {"Sign in to go on", "You are not signed in, or you have been away for a while.", "Sign in again. What you saved is still there."};
    case 403: return {"You cannot do this", "Your role does not allow it.", "If you think that it should, speak to the conference unit."};
    case 404: return {"Page not found", "There is nothing at this address that you can see.", "If you typed the address, check it. If you followed a link, it may be out of date."};
    case 405: return {"Page not found", "This address cannot be used in that way.", "Go back and try the link or the button again."};
    case 409: return {"Something changed meanwhile", "Somebody else changed this while you had it open.", "Go back to see what changed. Nothing of theirs was overwritten."};
    case 413: return {"Too much at once", "What you sent is larger than this service takes.", "Shorten it, or send it in parts."};
    case 429: return {"Too many tries", "This was tried too often in a short time.", "Wait a few minutes, then try again."};
    case 503: return {"The service is not available", "It is being looked after, or is too busy.", "Try again in a few minutes. What you saved is still there."};
    default: break;
  }
  if (status < 500) return {"This cannot be taken as it is", "What was sent does not make sense to this service.", "Go back and try again."};
  return {"There is a problem with the service", "This is our fault and not yours.", "Try again in a few minutes. What you saved is still there."};
}

void add_paragraph(Html& out, std::string_view words) { out += html::element("p", {{"class", "govuk-body"}}, words); }

Html words(const ErrorPage& options) {
  const auto [title, what, do_next] = told(options.status);
  Html out("<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">");
  out += html::element("h1", {{"class", "govuk-heading-l"}}, title);
  add_paragraph(out, what);
  add_paragraph(out, do_next);
  if (!options.reference.empty()) {
    out += "<p class=\"govuk-body\">If it happens again, tell those who keep this service running, and quote <strong>";
    out.add_text(options.reference);
    out += "</strong>.</p>";
  }
  out += "</div></div>";
  return out;
}

}  // namespace

Html error_page(const ErrorPage& options) {
  return whole_page({.title = std::string(told(options.status).title),
                     .main = words(options),
                     .navigation = options.navigation,
                     .quick_exit = options.quick_exit});
}

}  // namespace confer::layout
